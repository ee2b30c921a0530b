import { describe, expect, it } from "vitest";
import { failureOf } from "../../../src/adapters/mail/smtp-answer.ts";
import { mailFaults } from "../../../src/texts/mail-faults.ts";

type Failure = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly originalCode?: string;
};

const failure = (one: Failure) => failureOf(Object.assign(new Error("Passwort geheim"), one));

describe("what a mail server's answer means", () => {
  it.each<[string, Failure]>([
    ["550 5.1.1 User unknown", { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }],
    ["554 5.7.1 Spam", { code: "EMESSAGE", command: "DATA", responseCode: 554 }],
    ["552 5.3.4 Too large", { code: "EENVELOPE", command: "MAIL FROM", responseCode: 552 }],
  ])("is for good: %s", (response, one) => {
    expect(failure({ ...one, response })).toEqual({ kind: "refused", answer: response });
  });

  it("is for good also where the library refuses by itself", () => {
    expect(failure({ code: "EENVELOPE", command: "API" })).toEqual({
      kind: "refused",
      answer: "Vom Mailserver abgelehnt.",
    });
  });

  it.each<[keyof typeof mailFaults, Failure]>([
    ["smtp-unreachable", { code: "ECONNECTION" }],
    ["smtp-unreachable", { code: "ETIMEDOUT" }],
    ["smtp-unreachable", { code: "EDNS" }],
    ["smtp-unreachable", {}],
    ["smtp-tls", { code: "ETLS" }],
    ["smtp-tls", { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT" }],
    ["smtp-tls", { code: "CERT_HAS_EXPIRED" }],
    ["smtp-login", { code: "EAUTH", responseCode: 535 }],
    ["smtp-login", { code: "EENVELOPE", command: "MAIL FROM", responseCode: 530 }],
    ["smtp-login", { code: "ENOAUTH" }],
    ["smtp-sender", { code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 }],
    ["smtp-temporary", { code: "EENVELOPE", command: "RCPT TO", responseCode: 450 }],
    ["smtp-temporary", { code: "EAUTH", responseCode: 454 }],
    ["smtp-temporary", { code: "EMESSAGE", command: "DATA", responseCode: 421 }],
    ["smtp-temporary", { code: "EPROTOCOL", responseCode: 503 }],
  ])("is to be tried again: %s %o", (code, one) => {
    expect(failure({ ...one, response: "geheim" })).toMatchObject({ kind: "fault", code });
    expect(JSON.stringify(failure({ ...one, response: "geheim" }))).not.toContain("geheim");
    expect(mailFaults[code]).toMatch(/\.$/);
  });

  it("is about ourselves where we may not send at all", () => {
    const response = "554 5.7.1 <jansen@dksb.example>: Relay access denied";
    expect(failure({ code: "EENVELOPE", command: "RCPT TO", responseCode: 554, response })).toMatchObject({
      kind: "fault",
      code: "smtp-login",
    });
  });

  it("is one clean line", () => {
    const response = `550 5.1.1 a\r\n550 b\u202e${"x".repeat(5_000)}`;
    const told = failure({ code: "EENVELOPE", command: "RCPT TO", responseCode: 550, response });
    expect(told).toMatchObject({ kind: "refused", answer: expect.stringMatching(/^550 5\.1\.1 a 550 bx{200,} …$/) });
  });
});
