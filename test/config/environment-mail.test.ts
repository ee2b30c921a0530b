import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type MailEnvironment,
  mailContradictions,
  mailEnvironment,
  mailFields,
  type mailVariables,
} from "../../src/config/environment-mail.ts";

type Name = keyof typeof mailVariables;
type Given = Partial<Record<Name, string>>;

const schema = z.object(mailFields);
const whole = {
  SITZUNGSDIENST_MAIL_ABSENDER: "ag78@kreis.example.org",
  SITZUNGSDIENST_MAIL_ABSENDER_NAME: "Geschäftsstelle AG 78",
  SITZUNGSDIENST_SMTP_SERVER: "smtp.example.org",
  SITZUNGSDIENST_SMTP_KONTO: "ag78",
  SITZUNGSDIENST_SMTP_PASSWORT: " geheim ",
  SITZUNGSDIENST_IMAP_SERVER: "imap.example.org",
  SITZUNGSDIENST_IMAP_KONTO: "ag78",
  SITZUNGSDIENST_IMAP_PASSWORT: "geheim",
} satisfies Given;

const read = (given: Given): MailEnvironment => mailEnvironment(schema.parse(given));
const problemsOf = (given: Given): readonly string[] => mailContradictions(schema.parse(given));
const namesOf = (given: Given): readonly string[] => problemsOf(given).map((one) => one.split(":", 1)[0] ?? "");
function without(...names: readonly Name[]): Given {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.some((one) => one === name)));
}

describe("the environment of the post", () => {
  it("is nothing at all where nothing is set", () => {
    expect(read({})).toEqual({
      sender: undefined,
      smtp: undefined,
      imap: undefined,
      feeds: undefined,
      calDav: undefined,
    });
    expect(problemsOf({})).toEqual([]);
  });

  it("has the usual ports, TLS from the start, and a password as it was written", () => {
    expect(read(whole)).toMatchObject({
      sender: { address: "ag78@kreis.example.org", name: "Geschäftsstelle AG 78" },
      smtp: {
        host: "smtp.example.org",
        port: 465,
        protection: "tls",
        login: { account: "ag78", password: " geheim " },
      },
      imap: { port: 993, protection: "tls", folder: "INBOX" },
    });
    expect(problemsOf(whole)).toEqual([]);
    const later = { SITZUNGSDIENST_SMTP_SCHUTZ: "starttls", SITZUNGSDIENST_IMAP_SCHUTZ: "starttls" } as const;
    expect(read({ ...whole, ...later })).toMatchObject({ smtp: { port: 587 }, imap: { port: 143 } });
    const named = { SITZUNGSDIENST_SMTP_PORT: "2525", SITZUNGSDIENST_IMAP_ORDNER: "AG 78" };
    expect(read({ ...whole, ...named })).toMatchObject({ smtp: { port: 2525 }, imap: { folder: "AG 78" } });
  });

  it("goes without protection only to a server on this machine", () => {
    const open = { ...whole, SITZUNGSDIENST_SMTP_SCHUTZ: "keine", SITZUNGSDIENST_IMAP_SCHUTZ: "keine" };
    expect(namesOf(open)).toEqual(["SITZUNGSDIENST_SMTP_SCHUTZ", "SITZUNGSDIENST_IMAP_SCHUTZ"]);
    for (const host of ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
      expect(problemsOf({ ...open, SITZUNGSDIENST_SMTP_SERVER: host, SITZUNGSDIENST_IMAP_SERVER: host })).toEqual([]);
    for (const host of ["127.example.org", "localhost.example.org", "192.168.1.5", "::2"])
      expect(problemsOf({ ...open, SITZUNGSDIENST_SMTP_SERVER: host })).not.toEqual([]);
  });

  it("names what is missing", () => {
    expect(namesOf(without("SITZUNGSDIENST_SMTP_SERVER"))).toEqual(["SITZUNGSDIENST_SMTP_SERVER"]);
    expect(namesOf(without("SITZUNGSDIENST_IMAP_SERVER"))).toEqual(["SITZUNGSDIENST_IMAP_SERVER"]);
    expect(namesOf(without("SITZUNGSDIENST_SMTP_PASSWORT"))).toEqual(["SITZUNGSDIENST_SMTP_PASSWORT"]);
    expect(namesOf(without("SITZUNGSDIENST_SMTP_KONTO"))).toEqual(["SITZUNGSDIENST_SMTP_KONTO"]);
    expect(namesOf(without("SITZUNGSDIENST_SMTP_KONTO", "SITZUNGSDIENST_SMTP_PASSWORT"))).toEqual([]);
    expect(namesOf(without("SITZUNGSDIENST_IMAP_KONTO", "SITZUNGSDIENST_IMAP_PASSWORT"))).toEqual([
      "SITZUNGSDIENST_IMAP_KONTO",
      "SITZUNGSDIENST_IMAP_PASSWORT",
    ]);
    expect(namesOf(without("SITZUNGSDIENST_MAIL_ABSENDER", "SITZUNGSDIENST_MAIL_ABSENDER_NAME"))).toEqual([
      "SITZUNGSDIENST_MAIL_ABSENDER",
    ]);
    expect(namesOf({ SITZUNGSDIENST_MAIL_ABSENDER_NAME: "AG 78" })).toEqual(["SITZUNGSDIENST_MAIL_ABSENDER"]);
    expect(namesOf({ SITZUNGSDIENST_MAIL_ABSENDER: "ag78@kreis.example.org" })).toEqual([]);
    for (const problem of problemsOf({ ...whole, SITZUNGSDIENST_SMTP_SERVER: "" }))
      expect(problem).not.toContain("geheim");
  });

  it("says what a value should look like", () => {
    for (const [name, value] of [
      ["SITZUNGSDIENST_MAIL_ABSENDER", "ag78"],
      ["SITZUNGSDIENST_MAIL_ABSENDER", "ag78@kreis.example.org\r\nBcc: x@y.org"],
      ["SITZUNGSDIENST_MAIL_ABSENDER_NAME", "AG\r\nBcc: x@y.org"],
      ["SITZUNGSDIENST_SMTP_SERVER", "smtp://mail.example.org"],
      ["SITZUNGSDIENST_SMTP_SERVER", "mail.example.org:465"],
      ["SITZUNGSDIENST_SMTP_PORT", "465.5"],
      ["SITZUNGSDIENST_SMTP_PORT", "0"],
      ["SITZUNGSDIENST_IMAP_PORT", "65536"],
      ["SITZUNGSDIENST_IMAP_SCHUTZ", "ssl"],
      ["SITZUNGSDIENST_IMAP_ORDNER", "IN\nBOX"],
      ["SITZUNGSDIENST_KALENDER_ADRESSE", "http://ag.example.org"],
      ["SITZUNGSDIENST_CALDAV_ADRESSE", "dav.example.org"],
    ] as const) {
      const parsed = schema.safeParse({ [name]: value });
      expect(
        parsed.error?.issues.map(({ message }) => message),
        `${name}=${value}`,
      ).toEqual([expect.stringMatching(/^(?:Erwartet wird|Den Port|Der Name|Die An)/)]);
    }
  });
});

describe("the environment of the calendars", () => {
  it("has feeds where their public address is known, by themselves on this machine", () => {
    const address = { SITZUNGSDIENST_KALENDER_ADRESSE: "https://ag.example.org/kalender/" };
    expect(read(address).feeds).toEqual({ address: "https://ag.example.org/kalender", host: "127.0.0.1", port: 3979 });
    expect(read({ ...address, SITZUNGSDIENST_KALENDER_HOST: "::1", SITZUNGSDIENST_KALENDER_PORT: "80" }).feeds).toEqual(
      {
        address: "https://ag.example.org/kalender",
        host: "::1",
        port: 80,
      },
    );
    expect(namesOf({ SITZUNGSDIENST_KALENDER_PORT: "80" })).toEqual(["SITZUNGSDIENST_KALENDER_ADRESSE"]);
  });

  it("publishes with a login, and in the clear only to this machine", () => {
    const login = { SITZUNGSDIENST_CALDAV_KONTO: "ag78", SITZUNGSDIENST_CALDAV_PASSWORT: "geheim" };
    const at = (url: string): Given => ({ ...login, SITZUNGSDIENST_CALDAV_ADRESSE: url });
    expect(read(at("https://dav.example.org/ag78/")).calDav).toEqual({
      url: "https://dav.example.org/ag78/",
      account: "ag78",
      password: "geheim",
    });
    for (const url of ["https://dav.example.org/ag78/", "http://127.0.0.1:5232/ag78/", "http://[::1]:5232/"])
      expect(problemsOf(at(url))).toEqual([]);
    for (const url of ["http://dav.example.org/ag78/", "https://ag78:geheim@dav.example.org/"])
      expect(problemsOf(at(url))).toEqual([expect.stringMatching(/^SITZUNGSDIENST_CALDAV_ADRESSE: .*[^m]\.$/)]);
    expect(namesOf(login)).toEqual(["SITZUNGSDIENST_CALDAV_ADRESSE"]);
    expect(namesOf({ SITZUNGSDIENST_CALDAV_ADRESSE: "https://dav.example.org/" })).toEqual([
      "SITZUNGSDIENST_CALDAV_KONTO",
      "SITZUNGSDIENST_CALDAV_PASSWORT",
    ]);
  });
});
