import fc from "fast-check";
import { simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, it } from "vitest";
import { boundaryOf, messageOf } from "../../../src/adapters/mail/letter-message.ts";
import type { Letter } from "../../../src/flows/letter.ts";
import { clock, letter, office } from "../../support/mail/letters.ts";
import { hasPython, seenByPython } from "../../support/mail/python-mail.ts";

const isNeeded = process.env["CI"] === "true";

async function raw(one: Letter, sender = office): Promise<Buffer> {
  const message = messageOf(one, sender, clock.now());
  if (message === undefined) throw new Error("nobody to send it to");
  const { dsn: _, ...options } = message.options;
  return new MailComposer({ ...options, baseBoundary: boundaryOf(one), newline: "windows" }).compile().build();
}

/** Words as members and files may have them: line ends, quotes, directional marks, halves of characters, structure of every kind. */
const nasty = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    "x\r\nBcc: evil@example.org",
    "x\nContent-Type: text/html\n\n<script>",
    'Müller, "Jörg" <evil@example.org>',
    "=?utf-8?Q?=0D=0ABcc:_evil@example.org?=",
    "\u202Egnp.exe\u2066",
    "a\u0000b\u2028c\u2029d\ud800",
    "ß".repeat(5_000),
    "x".repeat(5_000),
    ', ; : @ ( ) [ ] \\ "',
    "--_NmP-Part_1\r\n\r\n",
    "",
  ),
);

const hostile: fc.Arbitrary<Letter> = fc
  .record({ name: nasty, subject: nasty, text: nasty, file: nasty, type: nasty })
  .map(({ name, subject, text, file, type }) =>
    letter({
      to: { name, address: "jansen@dksb.example" },
      subject: `Einladung ${subject}`,
      text: `Guten Tag ${text}`,
      attachments: [{ name: file, mediaType: type, bytes: new Uint8Array([1, 2, 3]) }],
      follows: ["einladung-1-1-jansen"],
    }),
  );

const HEADERS = [
  "auto-submitted",
  "content-type",
  "date",
  "from",
  "in-reply-to",
  "message-id",
  "mime-version",
  "references",
  "reply-to",
  "subject",
  "to",
  "x-auto-response-suppress",
];

const TYPES = [
  "multipart/mixed",
  "multipart/alternative",
  "text/plain",
  "text/html",
  "text/calendar",
  expect.any(String),
  "application/ics",
];

describe("a letter as a mail", () => {
  it("has the text, the page and the calendar as alternatives, and says whom it answers to", async () => {
    const mail = (await raw(letter({ follows: ["einladung-1-1-jansen", "einladung-1-2-jansen"] }))).toString();
    for (const line of [
      "Message-ID: <einladung-2-1-jansen@kreis.example>",
      "In-Reply-To: <einladung-1-2-jansen@kreis.example>",
      "References: <einladung-1-1-jansen@kreis.example>",
      "Auto-Submitted: auto-generated",
      "X-Auto-Response-Suppress: All",
      "Date: Sun, 22 Nov 2026 09:30:00 +0000",
      "Content-Type: text/calendar; charset=utf-8; method=REQUEST",
    ])
      expect(mail).toContain(line);
    const { from, replyTo, to, attachments } = await simpleParser(mail);
    for (const one of [from, replyTo])
      expect(one?.value).toEqual([{ name: "Geschäftsstelle AG 78", address: "ag78@kreis.example" }]);
    expect(to).toMatchObject({ value: [{ name: "Frau Jansen", address: "jansen@dksb.example" }] });
    expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [undefined, "text/calendar"],
      ["Tagesordnung – 2. Sitzung.pdf", "application/pdf"],
      ["einladung.ics", "application/ics"],
    ]);
  });

  it("is the same bytes each time, and others with other words", async () => {
    expect(await raw(letter())).toEqual(await raw(letter()));
    expect(boundaryOf(letter())).not.toBe(boundaryOf(letter({ text: "anders" })));
  });

  it("leaves out what is too large, and says so", async () => {
    const file = (name: string, size: number) => ({ name, mediaType: "application/pdf", bytes: new Uint8Array(size) });
    const attachments = [file("a.pdf", 6_000_000), file("b<i>.pdf", 4_000_001), file("c.pdf", 4_000_000)];
    const { text, html, attachments: enclosed } = await simpleParser(await raw(letter({ attachments })));
    expect(text).toContain("Nicht beigefügt, weil zu groß: b<i>.pdf.");
    expect(html).toMatch(/b&#60;i&#62;\.pdf\. .*<\/p>\n?<\/body>/);
    expect(enclosed.map(({ filename }) => filename)).toEqual([undefined, "a.pdf", "c.pdf", "einladung.ics"]);
  });

  it("goes to nobody whose address is none", () => {
    for (const address of [
      "",
      "jansen",
      "a@b",
      "a b@dksb.example",
      "a@dksb.example\r\nBcc: evil@example.org",
      "a@dksb.example, evil@example.org",
      "<a@dksb.example>",
      '"a b"@dksb.example',
      "a@[127.0.0.1]",
      "a@-dksb.example",
      "a..b@dksb.example",
      `${"a".repeat(65)}@dksb.example`,
      `a@${"b".repeat(64)}.example`,
    ])
      expect(messageOf(letter({ to: { name: "x", address } }), office, clock.now()), address).toBeUndefined();
  });

  it("goes to a domain with umlauts by its name in ASCII, and to a name with umlauts as it is", () => {
    const to = (address: string) => messageOf(letter({ to: { name: "x", address } }), office, clock.now())?.to;
    expect(to("jansen@träger.example")).toBe("jansen@xn--trger-hra.example");
    expect(to("jürgen@dksb.example")).toBe("jürgen@dksb.example");
  });

  it("has no header and no recipient but its own, whatever the words are", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (one) => {
        const { headerLines, to, from, attachments, html, text } = await simpleParser(await raw(one));
        expect(headerLines.map(({ key }) => key).sort()).toEqual(HEADERS);
        expect(to).toMatchObject({ value: [{ address: "jansen@dksb.example" }] });
        expect(from?.value).toEqual([{ name: office.name, address: office.address }]);
        expect(attachments).toHaveLength(3);
        expect(html).toContain("Guten Tag");
        expect(text ?? "").not.toMatch(/\u202e/);
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!hasPython && !isNeeded)("is the same to Python's own mail package", async () => {
    const letters = fc.sample(hostile, 200);
    const seen = seenByPython(await Promise.all(letters.map((one) => raw(one))));
    expect(seen).toHaveLength(letters.length);
    for (const [index, mail] of seen.entries()) {
      const one = letters[index];
      expect(mail.headers, one?.subject).toEqual(HEADERS);
      expect(mail.defects).toEqual([]);
      expect(mail.from).toEqual([[office.name, office.address]]);
      expect(mail.to).toEqual([[expect.any(String), "jansen@dksb.example"]]);
      expect(mail.to[0]?.[0]).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      expect(mail.subject).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      expect(mail.types).toEqual(TYPES);
      expect(mail.methods).toEqual(["REQUEST"]);
      expect(mail.files).toHaveLength(2);
      expect(mail.texts["text/calendar"]).toContain("UID:sitzung-2027-02@ag78.example.de");
    }
  });
});
