import { isIP } from "node:net";
import { z } from "zod";

/** Post und Kalender: what is not set up is not there. */
export type MailEnvironment = {
  /** Absender: From of every letter, organizer of every calendar entry; answers go there. */
  readonly sender: { readonly address: string; readonly name: string | undefined } | undefined;
  /** Undefined: letters become files. */
  readonly smtp: MailServerEnvironment | undefined;
  /** Undefined: nobody reads what is answered by mail. */
  readonly imap: (MailServerEnvironment & { readonly folder: string }) | undefined;
  readonly feeds: FeedEnvironment | undefined;
  readonly calDav: CalDavEnvironment | undefined;
};

export type MailServerEnvironment = {
  readonly host: string;
  readonly port: number;
  readonly protection: "tls" | "starttls" | "none";
  readonly login: { readonly account: string; readonly password: string } | undefined;
};

/** Kalender-Abos over HTTP. */
export type FeedEnvironment = {
  /** Öffentliche Adresse, without a slash at the end. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
};

/** Kalender auf einem CalDAV-Server, into which the dates are published. */
export type CalDavEnvironment = { readonly url: string; readonly account: string; readonly password: string };

const FEEDS = { host: "127.0.0.1", port: "3979" } as const;

export const mailVariables = {
  SITZUNGSDIENST_MAIL_ABSENDER: {
    fallback: "ag78@kreis.example.org",
    lines: [
      "Post: Adresse, von der Einladungen kommen und an die geantwortet wird. Ohne Angabe: die der Geschäftsstelle.",
      "Ist kein Mailserver eingetragen, liegen die Briefe als Dateien in ausgang/post.",
    ],
  },
  SITZUNGSDIENST_MAIL_ABSENDER_NAME: {
    fallback: "Geschäftsstelle AG 78",
    lines: ["Post: Name des Absenders. Ohne Angabe: der Name des Gremiums."],
  },
  SITZUNGSDIENST_SMTP_SERVER: { fallback: "smtp.example.org", lines: ["Post: Mailserver für den Versand (SMTP)."] },
  SITZUNGSDIENST_SMTP_PORT: {
    fallback: "465",
    lines: ["Post: sein Port. Ohne Angabe: 465 mit tls, 587 mit starttls, 25 mit keine."],
  },
  SITZUNGSDIENST_SMTP_SCHUTZ: {
    fallback: "tls",
    lines: ["Post: Verschlüsselung zum Server: tls, starttls, oder keine (nur für einen Server auf dieser Maschine)."],
  },
  SITZUNGSDIENST_SMTP_KONTO: { fallback: "ag78@kreis.example.org", lines: ["Post: Konto für den Versand."] },
  SITZUNGSDIENST_SMTP_PASSWORT: { fallback: "geheimes-passwort", lines: ["Post: Passwort dazu."] },
  SITZUNGSDIENST_IMAP_SERVER: {
    fallback: "imap.example.org",
    lines: [
      "Post: Server des Postfachs (IMAP), in dem Antworten ankommen. Ohne Angabe werden keine gelesen.",
      "Am besten ein Postfach für den Sitzungsdienst allein. Gelöscht wird darin nichts.",
    ],
  },
  SITZUNGSDIENST_IMAP_PORT: {
    fallback: "993",
    lines: ["Post: sein Port. Ohne Angabe: 993 mit tls, sonst 143."],
  },
  SITZUNGSDIENST_IMAP_SCHUTZ: { fallback: "tls", lines: ["Post: Verschlüsselung, wie oben."] },
  SITZUNGSDIENST_IMAP_KONTO: { fallback: "ag78@kreis.example.org", lines: ["Post: Konto des Postfachs."] },
  SITZUNGSDIENST_IMAP_PASSWORT: { fallback: "geheimes-passwort", lines: ["Post: Passwort dazu."] },
  SITZUNGSDIENST_IMAP_ORDNER: { fallback: "INBOX", lines: ["Post: Ordner, der gelesen wird."] },
  SITZUNGSDIENST_KALENDER_ADRESSE: {
    fallback: "https://sitzungsdienst.example.org/kalender",
    lines: ["Kalender-Abos: öffentliche Adresse, unter der sie liegen. Ohne Angabe gibt es keine."],
  },
  SITZUNGSDIENST_KALENDER_HOST: {
    fallback: FEEDS.host,
    lines: ["Kalender-Abos: wo der Dienst auf dieser Maschine lauscht, hinter dem Webserver mit dem TLS-Zertifikat."],
  },
  SITZUNGSDIENST_KALENDER_PORT: { fallback: FEEDS.port, lines: ["Kalender-Abos: auf welchem Port."] },
  SITZUNGSDIENST_CALDAV_ADRESSE: {
    fallback: "https://dav.example.org/ag78/sitzungen/",
    lines: ["CalDAV: Kalender, in den die Sitzungen eingetragen werden. Ohne Angabe in keinen."],
  },
  SITZUNGSDIENST_CALDAV_KONTO: { fallback: "ag78", lines: ["CalDAV: Konto."] },
  SITZUNGSDIENST_CALDAV_PASSWORT: { fallback: "geheimes-passwort", lines: ["CalDAV: Passwort."] },
} as const satisfies Record<string, { readonly fallback: string; readonly lines: readonly string[] }>;

const host = z
  .string()
  .trim()
  .max(253, "Der Name ist zu lang.")
  .refine(
    (value) =>
      value === "" ||
      isIP(value) !== 0 ||
      /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(value),
    "Erwartet wird der Name eines Servers, zum Beispiel mail.example.org (ohne Port)",
  )
  .optional();
const port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, "Erwartet wird eine Zahl")
  .refine((value) => Number(value) >= 1 && Number(value) <= 65_535, "Den Port gibt es nicht.")
  .optional();
const protection = z.enum(["tls", "starttls", "keine"], "Erwartet wird tls, starttls oder keine").optional();
const account = printable("Die Angabe ist zu lang oder enthält ein Steuerzeichen.");
const secret = z.string().max(2000, "Die Angabe ist zu lang.").optional();

export const mailFields = {
  SITZUNGSDIENST_MAIL_ABSENDER: z
    .email("Erwartet wird eine Mailadresse wie ag78@kreis.example.org")
    .max(254, "Die Adresse ist zu lang.")
    .optional(),
  SITZUNGSDIENST_MAIL_ABSENDER_NAME: printable("Der Name ist zu lang oder enthält ein Steuerzeichen."),
  SITZUNGSDIENST_SMTP_SERVER: host,
  SITZUNGSDIENST_SMTP_PORT: port,
  SITZUNGSDIENST_SMTP_SCHUTZ: protection,
  SITZUNGSDIENST_SMTP_KONTO: account,
  SITZUNGSDIENST_SMTP_PASSWORT: secret,
  SITZUNGSDIENST_IMAP_SERVER: host,
  SITZUNGSDIENST_IMAP_PORT: port,
  SITZUNGSDIENST_IMAP_SCHUTZ: protection,
  SITZUNGSDIENST_IMAP_KONTO: account,
  SITZUNGSDIENST_IMAP_PASSWORT: secret,
  SITZUNGSDIENST_IMAP_ORDNER: printable("Der Name des Ordners ist zu lang oder enthält ein Steuerzeichen."),
  SITZUNGSDIENST_KALENDER_ADRESSE: z
    .url({ protocol: /^https$/, error: "Erwartet wird eine Adresse wie https://sitzungsdienst.example.org/kalender" })
    .optional(),
  SITZUNGSDIENST_KALENDER_HOST: host,
  SITZUNGSDIENST_KALENDER_PORT: port,
  SITZUNGSDIENST_CALDAV_ADRESSE: z
    .url({ protocol: /^https?$/, error: "Erwartet wird eine Adresse wie https://dav.example.org/ag78/sitzungen/" })
    .optional(),
  SITZUNGSDIENST_CALDAV_KONTO: account,
  SITZUNGSDIENST_CALDAV_PASSWORT: secret,
} satisfies Record<keyof typeof mailVariables, z.ZodType>;

const fieldsSchema = z.object(mailFields);
type Fields = z.output<typeof fieldsSchema>;

export function mailEnvironment(read: Fields): MailEnvironment {
  const sender = unlessEmpty(read.SITZUNGSDIENST_MAIL_ABSENDER);
  const imap = serverOf(read, "IMAP", { tls: 993, starttls: 143, none: 143 });
  const feeds = read.SITZUNGSDIENST_KALENDER_ADRESSE?.replace(/\/+$/, "");
  const calDav = read.SITZUNGSDIENST_CALDAV_ADRESSE;
  return {
    sender:
      sender === undefined ? undefined : { address: sender, name: unlessEmpty(read.SITZUNGSDIENST_MAIL_ABSENDER_NAME) },
    smtp: serverOf(read, "SMTP", { tls: 465, starttls: 587, none: 25 }),
    imap: imap === undefined ? undefined : { ...imap, folder: unlessEmpty(read.SITZUNGSDIENST_IMAP_ORDNER) ?? "INBOX" },
    feeds:
      feeds === undefined
        ? undefined
        : {
            address: feeds,
            host: unlessEmpty(read.SITZUNGSDIENST_KALENDER_HOST) ?? FEEDS.host,
            port: Number(read.SITZUNGSDIENST_KALENDER_PORT ?? FEEDS.port),
          },
    calDav:
      calDav === undefined
        ? undefined
        : {
            url: calDav,
            account: read.SITZUNGSDIENST_CALDAV_KONTO ?? "",
            password: read.SITZUNGSDIENST_CALDAV_PASSWORT ?? "",
          },
  };
}

function serverOf(
  read: Fields,
  kind: "SMTP" | "IMAP",
  ports: Readonly<Record<MailServerEnvironment["protection"], number>>,
): MailServerEnvironment | undefined {
  const name = unlessEmpty(read[`SITZUNGSDIENST_${kind}_SERVER`]);
  if (name === undefined) return undefined;
  const written = read[`SITZUNGSDIENST_${kind}_SCHUTZ`] ?? "tls";
  const shield = written === "keine" ? "none" : written;
  const login = unlessEmpty(read[`SITZUNGSDIENST_${kind}_KONTO`]);
  return {
    host: name,
    port: Number(read[`SITZUNGSDIENST_${kind}_PORT`] ?? ports[shield]),
    protection: shield,
    login:
      login === undefined ? undefined : { account: login, password: read[`SITZUNGSDIENST_${kind}_PASSWORT`] ?? "" },
  };
}

/** What does not go together. */
export function mailContradictions(read: Fields): readonly string[] {
  const { sender, smtp, feeds } = mailEnvironment(read);
  return [
    ...serverContradictions(read, "SMTP"),
    ...serverContradictions(read, "IMAP"),
    ...when(
      smtp !== undefined && sender === undefined,
      "SITZUNGSDIENST_MAIL_ABSENDER: Zum Mailserver gehört die Adresse, von der die Post kommt. Bitte eintragen.",
    ),
    ...when(
      sender === undefined && isSet(read.SITZUNGSDIENST_MAIL_ABSENDER_NAME),
      "SITZUNGSDIENST_MAIL_ABSENDER: Zum Namen des Absenders gehört seine Adresse. Bitte eintragen oder den Namen weglassen.",
    ),
    ...when(
      feeds === undefined && (isSet(read.SITZUNGSDIENST_KALENDER_HOST) || isSet(read.SITZUNGSDIENST_KALENDER_PORT)),
      "SITZUNGSDIENST_KALENDER_ADRESSE: Ohne öffentliche Adresse gibt es keine Kalender-Abos. Bitte eintragen oder Host und Port weglassen.",
    ),
    ...calDavContradictions(read),
  ];
}

function serverContradictions(read: Fields, kind: "SMTP" | "IMAP"): readonly string[] {
  const [server, login, password] = [
    read[`SITZUNGSDIENST_${kind}_SERVER`],
    read[`SITZUNGSDIENST_${kind}_KONTO`],
    read[`SITZUNGSDIENST_${kind}_PASSWORT`],
  ];
  if (!isSet(server)) {
    const folder = kind === "IMAP" ? read.SITZUNGSDIENST_IMAP_ORDNER : undefined;
    const rest = [login, password, folder, read[`SITZUNGSDIENST_${kind}_PORT`], read[`SITZUNGSDIENST_${kind}_SCHUTZ`]];
    return when(
      rest.some(isSet),
      `SITZUNGSDIENST_${kind}_SERVER: Der Server fehlt. Bitte eintragen oder die übrigen Angaben zu ${kind} weglassen.`,
    );
  }
  const needsLogin = kind === "IMAP" || isSet(login) || isSet(password);
  return [
    ...when(
      read[`SITZUNGSDIENST_${kind}_SCHUTZ`] === "keine" && !isLoopback(server ?? ""),
      `SITZUNGSDIENST_${kind}_SCHUTZ: Ohne Verschlüsselung geht es nur zu einem Server auf dieser Maschine (127.0.0.1). Bitte tls oder starttls eintragen.`,
    ),
    ...when(needsLogin && !isSet(login), `SITZUNGSDIENST_${kind}_KONTO: Es fehlt das Konto. Bitte eintragen.`),
    ...when(needsLogin && !isSet(password), `SITZUNGSDIENST_${kind}_PASSWORT: Es fehlt das Passwort. Bitte eintragen.`),
  ];
}

function calDavContradictions(read: Fields): readonly string[] {
  const [address, login, password] = [
    read.SITZUNGSDIENST_CALDAV_ADRESSE,
    read.SITZUNGSDIENST_CALDAV_KONTO,
    read.SITZUNGSDIENST_CALDAV_PASSWORT,
  ];
  if (address === undefined)
    return when(
      isSet(login) || isSet(password),
      "SITZUNGSDIENST_CALDAV_ADRESSE: Die Adresse des Kalenders fehlt. Bitte eintragen oder Konto und Passwort weglassen.",
    );
  const { protocol, hostname, username } = new URL(address);
  return [
    ...when(
      protocol === "http:" && !isLoopback(hostname),
      "SITZUNGSDIENST_CALDAV_ADRESSE: Ohne Verschlüsselung (http) geht es nur zu einem Server auf dieser Maschine. Bitte https nehmen.",
    ),
    ...when(
      username !== "",
      "SITZUNGSDIENST_CALDAV_ADRESSE: Konto und Passwort gehören nicht in die Adresse. Bitte SITZUNGSDIENST_CALDAV_KONTO und SITZUNGSDIENST_CALDAV_PASSWORT nehmen.",
    ),
    ...when(!isSet(login), "SITZUNGSDIENST_CALDAV_KONTO: Es fehlt das Konto. Bitte eintragen."),
    ...when(!isSet(password), "SITZUNGSDIENST_CALDAV_PASSWORT: Es fehlt das Passwort. Bitte eintragen."),
  ];
}

function printable(message: string) {
  return z
    .string()
    .trim()
    .max(250, message)
    .refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), message)
    .optional();
}

const when = (isSo: boolean, sentence: string): readonly string[] => (isSo ? [sentence] : []);

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "";

const isLoopback = (name: string): boolean =>
  name === "localhost" || name === "::1" || name === "[::1]" || (isIP(name) === 4 && name.startsWith("127."));

const unlessEmpty = (value: string | undefined): string | undefined => (value === "" ? undefined : value);
