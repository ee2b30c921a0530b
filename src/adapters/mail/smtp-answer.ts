import type { MailFaultCode } from "../../texts/mail-faults.ts";
import { refusedWithoutWords } from "../../texts/mail-letters.ts";
import { oneLine } from "./clean-words.ts";
import { isTlsCode, propertyOf } from "./mail-fault.ts";

/** What became of an attempt that did not succeed: refused for good, or to be tried again. */
export type SmtpFailure =
  | { readonly kind: "refused"; readonly answer: string }
  | { readonly kind: "fault"; readonly code: MailFaultCode; readonly detail: string };

const LONGEST_ANSWER = 300;

/** The server's words, which stay in the proof of dispatch. */
export const serverWords = (response: string): string => oneLine(response, LONGEST_ANSWER);

/**
 * Was schiefging. A definite "no" to the recipient or the message is for good; one to the sender or the login is about ourselves, so that
 * all letters wait until it has been put right.
 */
export function failureOf(error: unknown): SmtpFailure {
  const { code, responseCode, command, response } = partsOf(error);
  const detail = [code, command, responseCode || ""].join(" ").trim();
  const fault = (of: MailFaultCode): SmtpFailure => ({ kind: "fault", code: of, detail });
  if (responseCode === 0) {
    if (code === "EENVELOPE" || code === "EMESSAGE") return { kind: "refused", answer: refusedWithoutWords() };
    if (code === "ETLS" || isTlsCode(code)) return fault("smtp-tls");
    return fault(code === "EAUTH" || code === "ENOAUTH" ? "smtp-login" : "smtp-unreachable");
  }
  if (responseCode < 500 || responseCode === 503) return fault(code === "ETLS" ? "smtp-tls" : "smtp-temporary");
  if (code === "EAUTH" || responseCode === 530 || responseCode === 535) return fault("smtp-login");
  if (code === "ETLS") return fault("smtp-tls");
  const isOurs = code !== "EENVELOPE" && code !== "EMESSAGE";
  if (isOurs) return fault("smtp-unreachable");
  if (command === "RCPT TO" && NOT_LET_IN.test(response)) return fault("smtp-login");
  // 552: the message is larger than the server takes, which it says at the sender's line.
  if (command === "MAIL FROM" && responseCode !== 552) return fault("smtp-sender");
  return { kind: "refused", answer: serverWords(response) || refusedWithoutWords() };
}

/** "554 5.7.1 Relay access denied": nothing about the recipient, but that we may not send at all. */
const NOT_LET_IN = /^55\d 5\.7\.\d .*\b(?:relay(?:ing)?|access denied|authenticat\w+)\b/i;

function partsOf(error: unknown) {
  const text = (key: string): string => {
    const value = propertyOf(error, key);
    return typeof value === "string" ? value : "";
  };
  const number = propertyOf(error, "responseCode");
  // The library puts a word of its own over Node's.
  const beneath = text("originalCode");
  return {
    code: isTlsCode(beneath) ? beneath : text("code") || "unknown",
    command: text("command"),
    response: text("response"),
    responseCode: typeof number === "number" ? number : 0,
  };
}
