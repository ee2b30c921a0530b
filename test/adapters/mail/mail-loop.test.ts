import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setDefaultCACertificates } from "node:tls";
import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import { createMailReading, type MailReadingLoop, type Pace } from "../../../src/adapters/mail/mail-reading.ts";
import type { Postbox } from "../../../src/adapters/mail/mail-settings.ts";
import { createSmtpMailing } from "../../../src/adapters/mail/smtp-mailing.ts";
import type { MailReading } from "../../../src/core/invitation/mail-reading.ts";
import { describeWithMail } from "../../support/mail/describe-with-mail.ts";
import { answerCalendar, answerMail, textMail, UID } from "../../support/mail/handmade-replies.ts";
import { clock, letter, office } from "../../support/mail/letters.ts";
import { BOUNCING, PASSWORD } from "../../support/mail/mail-config.ts";
import { mailboxOf } from "../../support/mail/mailbox.ts";
import { type MailServers, startMailServers } from "../../support/mail/start-mail-servers.ts";
import { startTcpProxy } from "../../support/mail/tcp-proxy.ts";
import { PATIENCE } from "../../support/patience.ts";

/** So seldom that only the server's own word can be what brings a mail. */
const onlyIdle: Pace = { poll: 600_000, firstWait: 50, longestWait: 500 };
const often: Pace = { ...onlyIdle, poll: 300 };

describeWithMail("the mailbox", () => {
  let servers: MailServers;
  let folder: string;
  let loop: MailReadingLoop | undefined;
  let taken: { readonly key: string; readonly reading: MailReading }[];
  let noted: string[];

  beforeAll(async () => {
    servers = await startMailServers();
  });
  afterAll(() => servers.stop());
  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(() => console.error(servers.log().slice(-6_000), noted));
    folder = mkdtempSync(join(tmpdir(), "postfach-"));
    taken = [];
    noted = [];
    await box().renumber("AG");
  });
  afterEach(async () => {
    await loop?.stop();
    rmSync(folder, { recursive: true });
  });

  const box = () => mailboxOf(servers, office.address);

  type Change = {
    readonly postbox?: Partial<Postbox>;
    readonly pace?: Pace;
    readonly take?: (key: string) => Promise<void>;
    readonly now?: string;
  };

  function reading({ postbox, pace = onlyIdle, take, now = clock.now() }: Change = {}): MailReadingLoop {
    loop = createMailReading({
      postbox: {
        host: "127.0.0.1",
        port: servers.imap,
        protection: "none",
        login: { account: office.address, password: PASSWORD },
        folder: "AG",
        ...postbox,
      },
      cursorFile: join(folder, "postfach.json"),
      clock: { now: () => now },
      localOf: (at) => localOf(at, "Europe/Berlin"),
      pace,
      note: (code, detail) => noted.push(`${code} ${detail ?? ""}`),
      async take(key, read) {
        await take?.(key);
        taken.push({ key, reading: read });
      },
    });
    loop.start();
    return loop;
  }

  const kinds = (): readonly string[] => taken.map((one) => one.reading.content.kind);

  async function until(isSo: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!isSo() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isSo(), JSON.stringify({ taken, noted, trouble: loop?.trouble() })).toBe(true);
  }

  async function mailFrom(from: string, raw: Buffer): Promise<void> {
    const transport = createTransport({ host: "127.0.0.1", port: servers.smtp, ignoreTLS: true });
    await transport.sendMail({ envelope: { from, to: [office.address] }, raw });
    transport.close();
  }

  it("is read as soon as an answer arrives, which the server tells by itself", async () => {
    reading({ postbox: { folder: "INBOX" } });
    await mailFrom("joerg.mueller@regenbogen.example", textMail("wach?", { id: "<wach@dksb.example>" }));
    await until(() => taken.length === 1);
    // It waits now, and is told.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await mailFrom("jansen@dksb.example", answerMail({ id: "<antwort-1@dksb.example>" }));
    await until(() => taken.length === 2);
    expect(taken[1]).toMatchObject({
      key: "mail:<antwort-1@dksb.example>",
      reading: { from: "jansen@dksb.example", content: { kind: "reply", uid: UID, answer: "accepted" } },
    });
    await loop?.stop();
    expect(await box().seen()).toEqual([true, true]);
    expect(loop?.trouble()).toBeUndefined();
  });

  it("tells of a letter that came back: its id, the address, the server's words", async () => {
    const lost = letter({ id: "einladung-2-1-weg", to: { name: "Weg", address: `weg@${BOUNCING}` } });
    const server = { host: "127.0.0.1", port: servers.smtp, protection: "none", login: undefined } as const;
    const mailing = createSmtpMailing({ server, sender: office, clock });
    expect(await mailing.send(lost)).toMatchObject({ outcome: "accepted" });
    await mailing.stop();
    reading({ postbox: { folder: "INBOX" } });
    await until(() => kinds().includes("bounce"));
    expect(taken.find((one) => one.reading.content.kind === "bounce")?.reading).toMatchObject({
      from: "mailer-daemon@mx.kreis.example",
      content: {
        address: `weg@${BOUNCING}`,
        isPermanent: true,
        messageIds: ["<einladung-2-1-weg@kreis.example>"],
        diagnosis: expect.stringMatching(/^550 5\.1\.1 .*User doesn't exist/),
      },
    });
  });

  it("is read in its order, each kind for what it is, and garbage holds nobody up", async () => {
    const mails: readonly (readonly [string, Buffer])[] = [
      ["reply", answerMail()],
      ["reply", answerMail({ calendar: answerCalendar({ more: ["COMMENT:Grüße"] }), charset: "windows-1252" })],
      ["reply", answerMail({ from: "boese@dksb.example" })],
      ["counter", answerMail({ calendar: answerCalendar({ method: "COUNTER" }), method: "COUNTER" })],
      ["reply", answerMail({ calendar: answerCalendar({ sequence: "SEQUENCE:0" }) })],
      [
        "reply",
        answerMail({
          calendar: answerCalendar({ attendees: ["ATTENDEE;PARTSTAT=DELEGATED:mailto:jansen@dksb.example"] }),
        }),
      ],
      ["reply", answerMail({ calendar: answerCalendar({ uid: "irgendwas" }) })],
      ["reply", answerMail({ place: "attachment" })],
      ["automatic", textMail("Ich bin nicht da.", { headers: ["Auto-Submitted: auto-replied"] })],
      ["text", textMail("Ich komme leider nicht.\r\n\r\n> Guten Tag")],
      ["unreadable", answerMail({ calendar: "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\n" })],
      ["text", Buffer.from("\u0000\u0001 das ist keine Mail")],
      ["text", textMail("Zum Schluss.")],
    ];
    for (const [, mail] of mails) await box().put("AG", mail);
    reading();
    await until(() => taken.length === mails.length);
    expect(kinds()).toEqual(mails.map(([kind]) => kind));
    expect(new Set(taken.map(({ key }) => key)).size).toBe(mails.length);
    expect(taken.every(({ key }) => /^mail:\d+-\d+$/.test(key))).toBe(true);
  });

  it("does not load a mail of ten megabytes to say whose it is", async () => {
    const mail = Buffer.concat([textMail("x", { id: "<gross@dksb.example>" }), Buffer.alloc(10_000_000, "y\r\n")]);
    await box().put("AG", mail);
    await box().put("AG", textMail("danach"));
    reading();
    await until(() => taken.length === 2);
    expect(taken[0]).toEqual({
      key: "mail:<gross@dksb.example>",
      reading: {
        from: "jansen@dksb.example",
        subject: "Zugesagt: AG 78",
        content: { kind: "tooLarge", bytes: mail.length },
      },
    });
    expect(kinds()).toEqual(["tooLarge", "text"]);
  });

  it("hands a mail over once more where it was not recorded, under the same key, and none twice that was", async () => {
    await box().put("AG", textMail("eins", { id: "<eins@dksb.example>" }));
    await box().put("AG", textMail("zwei", { id: "<zwei@dksb.example>" }));
    const asked: string[] = [];
    let failures = 2;
    const broken = async (key: string): Promise<void> => {
      asked.push(key);
      if (key.includes("zwei") && failures-- > 0) throw Object.assign(new Error("Inhalt"), { code: "disk-full" });
    };
    const first = reading({ take: broken });
    await until(() => taken.length === 2);
    expect(asked).toEqual([
      "mail:<eins@dksb.example>",
      "mail:<zwei@dksb.example>",
      "mail:<zwei@dksb.example>",
      "mail:<zwei@dksb.example>",
    ]);
    expect(noted).toEqual(["mail-not-taken mail-not-taken: disk-full"]);
    await until(() => first.trouble() === undefined);
    await first.stop();
    reading();
    await box().put("AG", textMail("drei", { id: "<drei@dksb.example>" }));
    await until(() => taken.length === 3);
    expect(taken[2]?.key).toBe("mail:<drei@dksb.example>");
  });

  it("begins again where the mails were numbered anew or the place was lost", async () => {
    await box().put("AG", textMail("eins", { id: "<eins@dksb.example>" }));
    await reading().stop();
    reading();
    await until(() => taken.length === 1);
    await loop?.stop();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await box().renumber("AG");
    await box().put("AG", textMail("eins", { id: "<eins@dksb.example>" }), ["\\Seen"]);
    reading();
    await until(() => taken.length === 2);
    expect(noted).toEqual(["imap-renumbered "]);
    await loop?.stop();
    writeFileSync(join(folder, "postfach.json"), "{");
    reading();
    await until(() => taken.length === 3);
    expect(taken.map(({ key }) => key)).toEqual(Array(3).fill("mail:<eins@dksb.example>"));
  });

  it("leaves alone what somebody had read before the service came", async () => {
    const before = new Date("2026-11-01T12:00:00Z");
    await box().put("AG", textMail("alt und gelesen"), ["\\Seen"], before);
    await box().put("AG", textMail("alt und ungelesen", { id: "<u@dksb.example>" }), [], before);
    await box().put("AG", textMail("alt und gelesen"), ["\\Seen"], before);
    reading();
    await until(() => taken.length === 1);
    await box().put("AG", textMail("neu", { id: "<n@dksb.example>" }), ["\\Seen"]);
    await until(() => taken.length === 2);
    expect(taken.map(({ key }) => key)).toEqual(["mail:<u@dksb.example>", "mail:<n@dksb.example>"]);
    await loop?.stop();
    expect(JSON.parse(readFileSync(join(folder, "postfach.json"), "utf8"))).toMatchObject({ lastUid: 4 });
  });

  it("misses nothing where the connection is cut while it waits", async () => {
    const proxy = await startTcpProxy(servers.imap);
    try {
      reading({ postbox: { port: proxy.port } });
      for (const round of [1, 2, 3]) {
        await until(() => proxy.made() >= round && loop?.trouble() === undefined);
        await new Promise((resolve) => setTimeout(resolve, 800));
        proxy.cut();
        await box().put("AG", textMail(`Nummer ${round}`, { id: `<n${round}@dksb.example>` }));
        await until(() => taken.length === round);
      }
      expect(taken.map(({ key }) => key)).toEqual([1, 2, 3].map((round) => `mail:<n${round}@dksb.example>`));
      expect(noted.every((note) => note.startsWith("imap-unreachable"))).toBe(true);
    } finally {
      await loop?.stop();
      await proxy.stop();
    }
  });

  it("is looked into also where the server tells nothing", async () => {
    reading({ pace: often });
    await until(() => noted.length === 0 && loop?.trouble() === undefined);
    for (const round of [1, 2, 3]) {
      await box().put("AG", textMail(`Nummer ${round}`));
      await until(() => taken.length === round);
    }
  });

  it("says why nothing is read: no server, no login, no folder, no certificate", async () => {
    setDefaultCACertificates([]);
    for (const [postbox, code] of [
      [{ port: 1 }, "imap-unreachable"],
      [{ login: { account: office.address, password: "falsch-geheim" } }, "imap-login"],
      [{ folder: "Gibt es nicht" }, "imap-folder"],
      [{ host: "localhost", port: servers.imaps, protection: "tls" }, "imap-tls"],
      [{ host: "localhost", protection: "starttls" }, "imap-tls"],
    ] as const) {
      noted = [];
      const broken = reading({ postbox });
      await until(() => broken.trouble()?.code === code);
      expect(broken.trouble()?.since).toBe(clock.now());
      await broken.stop();
      expect(noted.join()).not.toContain("geheim");
    }
  });

  it("is read through TLS from the start or as soon as it is asked for", async () => {
    setDefaultCACertificates([servers.certificate]);
    for (const [index, postbox] of [
      { host: "localhost", port: servers.imaps, protection: "tls" } as const,
      { host: "localhost", protection: "starttls" } as const,
    ].entries()) {
      await box().put("AG", textMail("verschlüsselt"));
      reading({ postbox });
      await until(() => taken.length === index + 1);
      await loop?.stop();
    }
  });

  it("is read again when its server is back", async () => {
    reading();
    await until(() => loop?.trouble() === undefined);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await servers.stopDovecot();
    await until(() => loop?.trouble()?.code === "imap-unreachable");
    await servers.startDovecot();
    await box().put("AG", textMail("wieder da"));
    await until(() => taken.length === 1 && loop?.trouble() === undefined);
  });

  it("is left when the service ends", async () => {
    reading();
    await new Promise((resolve) => setTimeout(resolve, 800));
    await loop?.stop();
    await box().put("AG", textMail("zu spät"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(taken).toEqual([]);
  });
});
