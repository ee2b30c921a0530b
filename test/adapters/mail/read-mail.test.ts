import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import { readRawMail } from "../../../src/adapters/mail/read-raw-mail.ts";
import type { MailReading } from "../../../src/core/invitation/mail-reading.ts";
import { answerCalendar, answerMail, bounceMail, textMail, UID } from "../../support/mail/handmade-replies.ts";

async function read(bytes: Buffer): Promise<MailReading> {
  const { reading } = await readRawMail({ bytes, size: bytes.length, isWhole: true }, (at) =>
    localOf(at, "Europe/Berlin"),
  );
  return reading;
}

const contentOf = async (bytes: Buffer): Promise<MailReading["content"]> => (await read(bytes)).content;
const calendarOf = (parts: Parameters<typeof answerCalendar>[0]): Promise<MailReading["content"]> =>
  contentOf(answerMail({ calendar: answerCalendar(parts) }));

describe("an answer by calendar", () => {
  it("is read as Outlook and Exchange write it, without an organizer and in a zone of their own", async () => {
    expect(await read(answerMail())).toEqual({
      from: "jansen@dksb.example",
      subject: "Zugesagt: AG 78",
      content: {
        kind: "reply",
        uid: UID,
        attendee: "jansen@dksb.example",
        answer: "accepted",
        sequence: 1,
        stampedAt: "2026-11-22T08:00:00.000Z",
        comment: "Komme 10 Min. später – Grüße",
      },
    });
  });

  it("is read in the charset its part names", async () => {
    const calendar = answerCalendar({ more: ["COMMENT:Grüße aus Bad Segeberg"] });
    const content = await contentOf(answerMail({ calendar, charset: "windows-1252" }));
    expect(content).toMatchObject({ kind: "reply", comment: "Grüße aus Bad Segeberg" });
  });

  it("knows the addresses whatever their case", async () => {
    const attendees = ["ATTENDEE;PARTSTAT=TENTATIVE:MAILTO:Jansen@DKSB.example"];
    const reading = await read(answerMail({ from: "JANSEN@dksb.example", calendar: answerCalendar({ attendees }) }));
    expect(reading).toMatchObject({
      from: "jansen@dksb.example",
      content: { attendee: "jansen@dksb.example", answer: "tentative" },
    });
  });

  it("is read as Google writes it, the remark beside the name, and in an enclosed file", async () => {
    const attendees = [
      "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Frau Jansen;X",
      ' -NUM-GUESTS=0;X-RESPONSE-COMMENT="Bin im Urlaub":mailto:jansen@dksb.example',
    ];
    const calendar = answerCalendar({ attendees, more: [], product: "-//Google Inc//Google Calendar 70.9054//EN" });
    for (const place of ["alternative", "attachment"] as const)
      expect(await contentOf(answerMail({ calendar, place }))).toMatchObject({
        kind: "reply",
        answer: "declined",
        comment: "Bin im Urlaub",
      });
  });

  it("is read as Thunderbird and Apple write it, whose programs say that they answer by themselves", async () => {
    const attendees = ["ATTENDEE;CN=jansen;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:jansen@dksb.example"];
    const thunderbird = answerCalendar({
      attendees,
      more: [],
      product: "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    });
    const apple = answerCalendar({
      attendees,
      more: ["REQUEST-STATUS:2.0;Success"],
      product: "-//Apple Inc.//macOS 15//EN",
    });
    for (const calendar of [thunderbird, apple])
      expect(await contentOf(answerMail({ calendar, headers: ["Auto-Submitted: auto-generated"] }))).toMatchObject({
        kind: "reply",
        answer: "accepted",
      });
  });

  it("is read as Gnus really wrote it", async () => {
    for (const [answer, sequence] of [
      ["accepted", 0],
      ["tentative", 0],
      ["declined", 1],
    ] as const) {
      const calendar = readFileSync(new URL(`../../fixtures/mail/gnus-${answer}.ics`, import.meta.url), "utf8");
      const attendee = "joerg.mueller@regenbogen.example";
      expect(await contentOf(answerMail({ calendar, from: attendee }))).toEqual({
        kind: "reply",
        uid: UID,
        attendee,
        answer,
        sequence,
        stampedAt: expect.stringMatching(/^2026-11-21T22:09:2\d\.000Z$/),
      });
    }
  });

  it("takes the method of the calendar, or that of its part where the calendar names none", async () => {
    const calendar = answerCalendar().replace("METHOD:REPLY\r\n", "");
    expect(await contentOf(answerMail({ calendar }))).toMatchObject({ kind: "reply" });
    expect(await contentOf(answerMail({ calendar, method: "REQUEST" }))).toMatchObject({ kind: "text" });
  });

  it("keeps what an older invitation was answered with, and counts a missing sequence as the first", async () => {
    expect(await calendarOf({ sequence: "SEQUENCE:0", stamp: "20261121T130000Z" })).toMatchObject({
      sequence: 0,
      stampedAt: "2026-11-21T13:00:00.000Z",
    });
    expect(await calendarOf({ sequence: "X-NONE:1" })).toMatchObject({ sequence: 0 });
    expect(await calendarOf({ sequence: "SEQUENCE:-7" })).toMatchObject({ sequence: 0 });
    expect(await calendarOf({ stamp: "20261121T130000" })).not.toHaveProperty("stampedAt");
  });

  it("names who shall come instead", async () => {
    const second =
      'ATTENDEE;DELEGATED-FROM="mailto:jansen@dksb.example";PARTSTAT=NEEDS-ACTION:mailto:neeth@dksb.example';
    for (const attendees of [
      ["ATTENDEE;PARTSTAT=DELEGATED:mailto:jansen@dksb.example", second],
      [second, "ATTENDEE;PARTSTAT=DELEGATED:mailto:jansen@dksb.example"],
      ['ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:Neeth@dksb.example":mailto:jansen@dksb.example'],
    ])
      expect(await calendarOf({ attendees })).toMatchObject({
        attendee: "jansen@dksb.example",
        answer: "delegated",
        delegatedTo: "neeth@dksb.example",
      });
  });

  it("is that of the sender where all invited are listed, and of whoever answers where the sender is another", async () => {
    const attendees = [
      "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:joerg.mueller@regenbogen.example",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:jansen@dksb.example",
    ];
    expect(await calendarOf({ attendees })).toMatchObject({ attendee: "jansen@dksb.example", answer: "accepted" });
    const calendar = answerCalendar({ attendees });
    expect(await read(answerMail({ calendar, from: "boese@dksb.example" }))).toMatchObject({
      from: "boese@dksb.example",
      content: { attendee: "jansen@dksb.example" },
    });
  });

  it("may be none yet", async () => {
    expect(await calendarOf({ attendees: ["ATTENDEE:mailto:jansen@dksb.example"] })).toMatchObject({
      kind: "reply",
      answer: "needsAction",
    });
  });

  it("is one clean line in its remark, and not longer than 500 characters", async () => {
    const more = [`COMMENT:a\\nb\u202Eevil\u0007\\, ${"ü".repeat(5000)}`];
    const content = await calendarOf({ more });
    const comment = content.kind === "reply" ? (content.comment ?? "") : "";
    expect(comment).toMatch(/^a bevil, ü+ …$/);
    expect([...comment].length).toBeLessThanOrEqual(500);
  });

  it("may propose another date, which is told as text in local time", async () => {
    const proposalOf = async (start?: string): Promise<unknown> =>
      calendarOf({ method: "COUNTER", more: [], ...(start === undefined ? {} : { start }) });
    expect(await proposalOf()).toEqual({
      kind: "counter",
      uid: UID,
      attendee: "jansen@dksb.example",
      proposal: "Freitag, 05.03.2027, 9–12 Uhr",
    });
    expect(await proposalOf("DTSTART:20270306T080000Z")).toMatchObject({ proposal: "Samstag, 06.03.2027, 09:00 Uhr" });
    expect(await proposalOf("DTSTART;VALUE=DATE:20270306")).toMatchObject({ proposal: "Samstag, 06.03.2027" });
    expect(await proposalOf("X-NONE:1")).toMatchObject({ proposal: "ohne Termin" });
  });

  it("is unreadable where it is broken, empty or a whole calendar", async () => {
    const event = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20270305T080000Z\r\nEND:VEVENT\r\n";
    const all = `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${event.repeat(50_000)}END:VCALENDAR\r\n`;
    for (const calendar of [
      "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\n",
      "kein Kalender",
      "",
      "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n",
      `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${event}END:VCALENDAR\r\n`,
      all.slice(0, 200_000),
      all,
    ])
      expect(await contentOf(answerMail({ calendar }))).toEqual({ kind: "unreadable", reason: expect.any(String) });
  });
});

describe("what is no answer by calendar", () => {
  it("is a note of absence, a read receipt or a list: nothing to do", async () => {
    for (const header of [
      "Auto-Submitted: auto-replied",
      "Precedence: bulk",
      "X-Autoreply: yes",
      "X-MS-Exchange-Inbox-Rules-Loop: jansen@dksb.example",
      "List-Id: <liste.example>",
      "Return-Path: <>",
    ])
      expect(await contentOf(textMail("Ich bin nicht da.", { headers: [header] }))).toEqual({ kind: "automatic" });
    expect(await contentOf(textMail("Ich komme.", { headers: ["Auto-Submitted: no"] }))).toMatchObject({
      kind: "text",
    });
  });

  it("is free text, without the letter it answers and without a signature", async () => {
    const quoted = [
      "Am 22.11.2026 um 10:00 schrieb Geschäftsstelle AG 78 <ag78@kreis.example>:\r\n> Guten Tag",
      "Am So., 22. Nov. 2026 um 10:00 Uhr schrieb Geschäftsstelle AG 78 <\r\nag78@kreis.example>:\r\n> Guten Tag",
      "> Guten Tag, Einladung",
      "Von: Geschäftsstelle AG 78 <ag78@kreis.example>\r\nGesendet: Sonntag, 22. November 2026 10:00\r\nAn: Jansen\r\nBetreff: Einladung",
      "-----Ursprüngliche Nachricht-----\r\nVon: AG 78",
      "________________________________\r\nVon: AG 78",
      "-- \r\nFrau Jansen\r\nKinderschutzbund",
    ];
    for (const rest of quoted)
      expect(await contentOf(textMail(`Ich komme leider nicht.\r\n\r\n${rest}`)), rest).toEqual({
        kind: "text",
        text: "Ich komme leider nicht.",
        messageIds: ["<einladung-2-1-jansen@kreis.example>"],
      });
  });

  it("is read from a page of HTML, of which nothing but words is left", async () => {
    const html =
      "<html><head><style>p{}</style></head><body><p>Ich komme &uuml;brigens <b>nicht</b>.<br>Gr&#252;&szlig;e</p><script>alert(1)</script></body></html>";
    const mail = Buffer.from(`From: <jansen@dksb.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`);
    expect(await contentOf(mail)).toMatchObject({ kind: "text", text: "Ich komme übrigens nicht. Grüße" });
  });

  it("comes from nobody where several senders are named", async () => {
    const twice = Buffer.from("From: <a@dksb.example>\r\nFrom: <b@dksb.example>\r\nSubject: x\r\n\r\nText");
    const both = Buffer.from("From: <a@dksb.example>, <b@dksb.example>\r\nSubject: x\r\n\r\nText");
    const none = Buffer.from("Subject: x\r\n\r\nText");
    for (const mail of [twice, both, none])
      expect(await read(mail)).toMatchObject({ from: "", content: { kind: "text" } });
  });
});

describe("a mail that came back", () => {
  it("names the address as we wrote it, the letter and the reason", async () => {
    for (const returned of ["text/rfc822-headers", "message/rfc822"] as const)
      expect(await read(bounceMail({ returned }))).toMatchObject({
        from: "mailer-daemon@mx.kreis.example",
        content: {
          kind: "bounce",
          address: "weg@anderswo.example",
          isPermanent: true,
          messageIds: ["<einladung-2-1-weg@kreis.example>"],
          diagnosis: "550 5.1.1 <weg@anderswo.example> User doesn't exist",
        },
      });
  });

  it("is not for good while the server still tries, and nothing at all if it arrived", async () => {
    const recipient = "Final-Recipient: rfc822; weg@anderswo.example";
    const reported = (...fields: readonly string[]): Promise<unknown> =>
      contentOf(bounceMail({ fields: [recipient, ...fields] }));
    expect(await reported("Action: delayed", "Status: 4.4.1")).toMatchObject({ kind: "bounce", isPermanent: false });
    expect(await reported("Action: failed", "Status: 4.4.7")).toMatchObject({ kind: "bounce", isPermanent: true });
    expect(await reported("Status: 5.1.1")).toMatchObject({ isPermanent: true, diagnosis: "5.1.1" });
    expect(await reported("Action: relayed", "Status: 2.0.0")).toEqual({ kind: "automatic" });
  });

  it("is known also by the header of Exim, and without either a person reads it", async () => {
    const head = { from: "mailer-daemon@mx.example", headers: ["Auto-Submitted: auto-replied"] };
    const failed = { ...head, headers: [...head.headers, "X-Failed-Recipients: weg@anderswo.example"] };
    expect(await contentOf(textMail("A message could not be delivered", failed))).toMatchObject({
      kind: "bounce",
      address: "weg@anderswo.example",
    });
    expect(await contentOf(textMail("A message could not be delivered", head))).toMatchObject({ kind: "text" });
  });
});

describe("whatever else may come", () => {
  it("of a mail that is too large, says who sent it and how large it is", async () => {
    const bytes = answerMail({ id: "<gross@dksb.example>" }).subarray(0, 300);
    const raw = await readRawMail({ bytes, size: 10_000_000, isWhole: false }, (at) => localOf(at, "Europe/Berlin"));
    expect(raw).toEqual({
      id: "<gross@dksb.example>",
      reading: {
        from: "jansen@dksb.example",
        subject: "Zugesagt: AG 78",
        content: { kind: "tooLarge", bytes: 10_000_000 },
      },
    });
  });

  it("becomes a reading, from any bytes", async () => {
    const whole = [answerMail(), bounceMail(), textMail("Hallo")];
    const garbled = fc
      .tuple(fc.constantFrom(...whole), fc.nat(2_000), fc.uint8Array({ maxLength: 40 }))
      .map(([mail, at, noise]) => Buffer.concat([mail.subarray(0, at), noise, mail.subarray(at + noise.length)]));
    const anything = fc.oneof(
      garbled,
      fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        const { from, subject, content } = await read(bytes);
        expect(from).toBe(from.toLowerCase());
        for (const text of [from, subject, JSON.stringify(content)]) expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
      { numRuns: 300 },
    );
  });

  it("does not hold up the others: many parts, deep nesting, endless lines", async () => {
    const head = "From: <a@b.example>\r\nMIME-Version: 1.0\r\n";
    const parts = `${head}Content-Type: multipart/mixed; boundary=B\r\n\r\n${"--B\r\n\r\nx\r\n".repeat(150_000)}--B--`;
    const nested = Array.from(
      { length: 5_000 },
      (_, level) => `--B${level}\r\nContent-Type: multipart/mixed; boundary=B${level + 1}\r\n\r\n`,
    );
    const deep = `${head}Content-Type: multipart/mixed; boundary=B0\r\n\r\n${nested.join("")}`;
    const line = `${head}Subject: ${"x".repeat(1_900_000)}\r\n\r\n`;
    const references = `${head}References: ${"<a@b> ".repeat(300_000)}\r\n\r\n`;
    const tags = `${head}Content-Type: text/html\r\n\r\n${"<style ".repeat(270_000)}`;
    for (const mail of [parts, deep, line, references, tags]) {
      const reading = await read(Buffer.from(mail.slice(0, 2_000_000)));
      expect(reading.subject.length).toBeLessThanOrEqual(250);
    }
  });
});
