import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWithMail } from "../support/mail/describe-with-mail.ts";
import { BOUNCING, PASSWORD } from "../support/mail/mail-config.ts";
import { mailboxOf } from "../support/mail/mailbox.ts";
import { type SeenMail, seenByPython } from "../support/mail/python-mail.ts";
import { type MailServers, startMailServers } from "../support/mail/start-mail-servers.ts";
import { freePort } from "../support/matrix/free-port.ts";
import { type Radicale, startRadicale } from "../support/radicale/radicale.ts";
import { type FakeTeams, startFakeTeams } from "../support/teams/fake-teams.ts";
import type { Person } from "../support/teams/person.ts";
import type { Chat } from "../support/teams/world.ts";
import { printed, runProgram, startProgram } from "./run-program.ts";

const SENDER = "ag78@kreis.example";
const MUELLER = "joerg.mueller@regenbogen.example";
const JANSEN = "jansen@dksb.example";

const committee = (room: string): string => `name: AG 78 Hilfen zur Erziehung
land: SH
seit: 2026-01-01
traeger:
  - name: Jugendamt
    art: oeffentlich
    personen: [{ anrede: Frau, name: Vollmer, rolle: stimmberechtigt, mail: ${SENDER}, aemter: [Geschäftsführung] }]
  - { name: Regenbogen, personen: [{ anrede: Herr, vorname: Jörg, name: Müller, rolle: stimmberechtigt, mail: ${MUELLER} }] }
  - { name: Kinderschutzbund, kurz: DKSB, personen: [{ anrede: Frau, name: Jansen, rolle: stimmberechtigt, mail: ${JANSEN} }] }
  - { name: Unbekannt, personen: [{ anrede: Herr, name: Unbekannt, rolle: stimmberechtigt, mail: niemand@kreis.example }] }
  - { name: Anderswo, personen: [{ anrede: Frau, name: Weg, rolle: stimmberechtigt, mail: "weg@${BOUNCING}" }] }
aemter:
  - { titel: Geschäftsführung, art: geschaeftsfuehrung }
raeume:
  - { schluessel: jugendamt, plattform: teams, name: Jugendamt, adresse: "${room}" }
`;

/** Far enough ahead for the period of the call, whenever this is played. */
function germanDay(daysAhead: number): string {
  const day = new Date(Date.now() + daysAhead * 86_400_000);
  const [year, month, date] = day.toISOString().slice(0, 10).split("-");
  return `${date}.${month}.${year}`;
}

const unfolded = (ics: string): string => ics.replace(/\r?\n[ \t]/g, "");
const calendarOf = (mail: SeenMail): string => unfolded(mail.texts["text/calendar"] ?? "");
const valueIn = (ics: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(ics)?.[1] ?? "";

describeWithMail("the whole loop of an invitation, with the real program and real mail servers", () => {
  const cwd = mkdtempSync(join(tmpdir(), "sitzungsdienst-mail-"));
  const [day, later] = [germanDay(40), germanDay(47)];
  let servers: MailServers;
  let fake: FakeTeams;
  let office: Person;
  let group: Chat;
  let program: ChildProcessWithoutNullStreams;
  let log = "";
  let feedPort = 0;
  let radicale: Radicale;
  let said = 0;

  beforeAll(async () => {
    servers = await startMailServers();
    radicale = await startRadicale();
    fake = await startFakeTeams({ outboundToken: null });
    office = fake.person("Vollmer");
    group = fake.chat({ kind: "groupChat", members: [office] });
    writeFileSync(join(cwd, "gremium.yaml"), committee(group.id));
    const teamsPort = await freePort();
    feedPort = await freePort();
    writeFileSync(join(cwd, ".env"), settings(teamsPort, feedPort, servers, radicale));
    expect((await runProgram(["import", "gremium.yaml", "--ja"], { cwd })).errors).toBe("");
    const { out } = await runProgram(["code", "Vollmer"], { cwd });
    await start();
    fake.bot.endpoint = `http://127.0.0.1:${teamsPort}/api/messages`;
    await office.installsApp();
    await office.addsBot(group);
    await asks(`anmelden ${/Code für .*: (\S+)/.exec(out)?.[1]}`, "Vollmer");
  });

  afterAll(async () => {
    program?.kill("SIGKILL");
    await fake?.close();
    await servers?.stop();
    await radicale?.end();
    rmSync(cwd, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    program = startProgram(["start"], { cwd });
    const note = (chunk: Buffer): void => {
      log += chunk.toString("utf8");
    };
    program.stdout.on("data", note);
    program.stderr.on("data", note);
    await printed(program, "ist in Teams erreichbar");
  }

  /** Says it to the bot alone, and waits for an answer in which this stands. */
  async function asks(line: string, expected: string | RegExp): Promise<string> {
    const before = answers().length;
    expect((await office.says(office.alone, line)).status).toBe(200);
    said += 1;
    return fake.waitFor(() => {
      const text = answers().slice(before).join("\n");
      return (typeof expected === "string" ? text.includes(expected) : expected.test(text)) ? text : undefined;
    });
  }

  /** Asks again until it is so: what comes by mail comes when it comes. */
  async function untilSaid(line: string, expected: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const before = answers().length;
      await office.says(office.alone, line);
      const answer = await fake.waitFor(() => {
        const text = answers().slice(before).join("\n");
        return text === "" ? undefined : text;
      });
      if (answer.includes(expected)) return;
      if (attempt === 200) throw new Error(`„${expected}“ was never said; last: ${answer}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** What the bot has said to the office alone. */
  const answers = (): readonly string[] =>
    office.alone.messages.filter(({ from }) => from === "bot").map((one) => office.seesOf(one).text);

  /** What is published follows within seconds. */
  async function untilShown(path: string, wanted: string): Promise<string> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const body = unfolded(await (await radicale.request("GET", path)).text());
      if (body.includes(wanted)) return body;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${wanted} was never published`);
  }

  const arrived = async (address: string, count: number): Promise<readonly SeenMail[]> =>
    seenByPython(await mailboxOf(servers, address).mails(count));

  /** As a calendar program answers. */
  async function replies(from: string, request: string, answer: "ACCEPTED" | "DECLINED"): Promise<void> {
    const lines = [
      "BEGIN:VCALENDAR",
      "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
      "VERSION:2.0",
      "METHOD:REPLY",
      "BEGIN:VEVENT",
      `UID:${valueIn(request, "UID")}`,
      `SEQUENCE:${valueIn(request, "SEQUENCE")}`,
      `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `ATTENDEE;PARTSTAT=${answer}:mailto:${from}`,
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ];
    const transport = createTransport({ host: "127.0.0.1", port: servers.smtp, ignoreTLS: true });
    await transport.sendMail({
      from,
      to: SENDER,
      subject: "Antwort",
      text: "siehe Kalender",
      icalEvent: { method: "REPLY", content: lines.join("\r\n") },
    });
    transport.close();
  }

  test("each is written to alone, and what the server said is kept", async () => {
    await asks(`sitzung planen ${day}, 9–12 Uhr im Kreishaus`, "angesetzt");
    await asks('top vorschlagen "Grenzgänger*innen" 30 min', "Grenzgänger*innen");
    await asks("einladung entwurf", "einladung senden");
    await asks("einladung senden", "unterwegs");
    for (const address of [MUELLER, JANSEN]) {
      const [mail, ...more] = await arrived(address, 1);
      expect(more).toEqual([]);
      if (mail === undefined) throw new Error(`nothing for ${address}`);
      const calendar = calendarOf(mail);
      expect(mail.methods).toEqual(["REQUEST"]);
      expect(calendar.match(/^ATTENDEE/gm)).toHaveLength(1);
      expect(calendar).toMatch(new RegExp(`^ATTENDEE.*mailto:${address}`, "im"));
      expect(calendar).toMatch(new RegExp(`^ORGANIZER.*mailto:${SENDER}`, "im"));
      expect(valueIn(calendar, "SEQUENCE")).toBe("0");
      expect(mail.from[0]?.[1]).toBe(SENDER);
      expect(mail.to.map(([, to]) => to)).toEqual([address]);
      expect(mail.texts["text/plain"]).toContain("Grenzgänger*innen");
      expect(mail.texts["text/plain"]).toContain(address === MUELLER ? "Herr Müller," : "Frau Jansen,");
      expect(mail.files).toContain("Einladung.pdf");
      expect(mail.defects).toEqual([]);
    }
    await fake.waitForMessage(office.alone, "niemand@kreis.example");
    await untilSaid("versand", "550");
  });

  test("a mail that comes back is recorded for its person", async () => {
    await fake.waitForMessage(office.alone, `weg@${BOUNCING}`);
    await untilSaid("versand", `weg@${BOUNCING}`);
  });

  test("answers of calendar programs count for the seat, from the invited address alone", async () => {
    const [mail] = await arrived(JANSEN, 1);
    const request = mail === undefined ? "" : calendarOf(mail);
    await replies(JANSEN, request, "ACCEPTED");
    await untilSaid("rückmeldungen", "Zugesagt: 1 von 5 Stimmen");
    // Somebody else's answer in her name.
    const forged = createTransport({ host: "127.0.0.1", port: servers.smtp, ignoreTLS: true });
    const content = [
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT",
      `UID:${valueIn(request, "UID")}\r\nSEQUENCE:0\r\nDTSTAMP:20990101T000000Z`,
      `ATTENDEE;PARTSTAT=DECLINED:mailto:${JANSEN}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    ].join("\r\n");
    await forged.sendMail({
      from: "boese@dksb.example",
      to: SENDER,
      subject: "Nein",
      icalEvent: { method: "REPLY", content },
    });
    forged.close();
    await fake.waitForMessage(office.alone, "boese@dksb.example");
    await asks("rückmeldungen", "Zugesagt: 1 von 5 Stimmen");
  });

  test("moved while the mail server is away, killed, started again: each hears of it once", async () => {
    await servers.stopPostfix();
    await asks(`sitzung verlegen ${day} auf ${later}, 10–12 Uhr: Der Raum ist belegt`, "verlegt");
    await asks("einladung entwurf", "einladung senden");
    await asks("einladung senden", "unterwegs");
    await untilSaid("status", "Mailserver");
    const ended = new Promise((resolve) => program.on("exit", resolve));
    program.kill("SIGKILL");
    await ended;
    await servers.startPostfix();
    await start();
    for (const address of [MUELLER, JANSEN]) {
      const mails = await arrived(address, 2);
      expect(mails).toHaveLength(2);
      const [first, second] = mails.map(calendarOf);
      expect(valueIn(second ?? "", "UID")).toBe(valueIn(first ?? "", "UID"));
      expect(Number(valueIn(second ?? "", "SEQUENCE"))).toBeGreaterThan(0);
      expect(second).toContain("T100000");
      expect(mails[1]?.subject).toContain("Verlegt");
      expect(mails[1]?.references).toContain(mails[0]?.messageId ?? "?");
    }
    // An answer to the old day does not count for the new one.
    await asks("rückmeldungen", "Zugesagt: 0 von 5 Stimmen");
    const [old] = await arrived(MUELLER, 1);
    await replies(MUELLER, old === undefined ? "" : calendarOf(old), "ACCEPTED");
    await fake.waitForMessage(office.alone, "alten Termin");
    await asks("rückmeldungen", "Zugesagt: 0 von 5 Stimmen");
    const [, current] = await arrived(MUELLER, 2);
    await replies(MUELLER, current === undefined ? "" : calendarOf(current), "ACCEPTED");
    await untilSaid("rückmeldungen", "Zugesagt: 1 von 5 Stimmen");
  });

  test("the calendar that follows it shows the day it is on, and is not sent twice", async () => {
    const answer = await asks("mein kalender", "/kalender/");
    const path = new URL(/https:\/\/\S+\.ics/.exec(answer)?.[0] ?? "").pathname;
    const address = `http://127.0.0.1:${feedPort}${path}`;
    const first = await fetch(address);
    expect(first.status).toBe(200);
    const body = unfolded(await first.text());
    expect(body).toContain("T100000");
    expect(body).toContain("ORGANIZER");
    expect(body).not.toContain("ATTENDEE");
    const again = await fetch(address, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    await asks("mein kalender aus", "beendet");
    expect((await fetch(address)).status).toBe(404);
  });

  test("a calendar server shows the same", async () => {
    const shown = await untilShown("ag78/sitzungen/", "T100000");
    expect(shown.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(shown).not.toContain("ATTENDEE");
  });

  test("a date is found in the room, by buttons", async () => {
    const poll = await asks(`termin umfrage ${germanDay(60)} 9 Uhr; ${germanDay(67)} 9 Uhr`, "Terminumfrage 1");
    expect(poll).toContain("Alle ja");
    const card = await fake.waitFor(() =>
      fake.messagesIn(group).findLast((one) => office.seesOf(one).buttons.includes("Alle ja")),
    );
    expect((await office.clicks(card, "Alle ja")).status).toBe(200);
    await untilSaid("terminumfrage", "Jugendamt");
    await asks("termin festlegen 2", germanDay(67));
  });

  test("called off: the calendars hear of it too", async () => {
    await asks(`sitzung absagen ${later}: Zu wenige Zusagen`, "bestätigt");
    await asks(`sitzung absagen ${later} bestätigt: Zu wenige Zusagen`, "abgesagt");
    for (const address of [MUELLER, JANSEN]) {
      const mails = await arrived(address, 3);
      expect(mails.map(({ methods }) => methods)).toEqual([["REQUEST"], ["REQUEST"], ["CANCEL"]]);
      const last = mails[2];
      expect(last?.subject).toContain("Abgesagt");
      expect(last === undefined ? "" : calendarOf(last)).toContain("STATUS:CANCELLED");
    }
  });

  test("no secret and no text of a mail stands in what the program printed", () => {
    expect(said).toBeGreaterThan(0);
    expect(log).not.toContain(PASSWORD);
    expect(log).not.toContain("Grenzgänger");
    expect(log).not.toMatch(/kalender\/[\w-]{16,}\.ics/);
    for (const name of readdirSync(join(cwd, "data", "post")))
      expect(readFileSync(join(cwd, "data", "post", name), "utf8")).not.toContain(PASSWORD);
  });
});

const settings = (teams: number, feeds: number, { smtp, imap }: MailServers, dav: Radicale): string => `
SITZUNGSDIENST_TEAMS_LOKAL=ja
SITZUNGSDIENST_TEAMS_ANSCHLUSS=127.0.0.1:${teams}
SITZUNGSDIENST_MAIL_ABSENDER=${SENDER}
SITZUNGSDIENST_SMTP_SERVER=127.0.0.1
SITZUNGSDIENST_SMTP_PORT=${smtp}
SITZUNGSDIENST_SMTP_SCHUTZ=keine
SITZUNGSDIENST_IMAP_SERVER=127.0.0.1
SITZUNGSDIENST_IMAP_PORT=${imap}
SITZUNGSDIENST_IMAP_SCHUTZ=keine
SITZUNGSDIENST_IMAP_KONTO=${SENDER}
SITZUNGSDIENST_IMAP_PASSWORT=${PASSWORD}
SITZUNGSDIENST_KALENDER_ADRESSE=https://kalender.example
SITZUNGSDIENST_KALENDER_PORT=${feeds}
SITZUNGSDIENST_CALDAV_ADRESSE=${dav.url}ag78/sitzungen/
SITZUNGSDIENST_CALDAV_KONTO=${dav.account}
SITZUNGSDIENST_CALDAV_PASSWORT="${dav.password}"
`;
