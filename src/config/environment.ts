import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import {
  type MailEnvironment,
  mailContradictions,
  mailEnvironment,
  mailFields,
  mailVariables,
} from "./environment-mail.ts";
import {
  type TeamsEnvironment,
  teamsContradictions,
  teamsEnvironment,
  teamsFields,
  teamsVariables,
} from "./environment-teams.ts";
import { nearest } from "./nearest.ts";

/** Umgebung: where things lie. Paths as written, relative to the working folder; `undefined` means "what comes with the program". */
export type Environment = {
  readonly dataFolder: string;
  /** Keys of open ballot boxes. Never in the same backup as the database. */
  readonly keysFolder: string;
  readonly templatesFolder: string | undefined;
  /** Committee file that is imported where there is no committee yet. */
  readonly committeeFile: string | undefined;
  readonly matrix: MatrixEnvironment;
  readonly teams: TeamsEnvironment;
  readonly mail: MailEnvironment;
};

/** Anschluss an Matrix. What signs in is only needed for `matrix login`; afterwards it can be taken out again. */
export type MatrixEnvironment = {
  readonly server: string | undefined;
  readonly account: string | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
  readonly recoveryKey: string | undefined;
  /** Servers whose users may invite the bot; with none named, its own. */
  readonly allowedServers: readonly string[];
  /** How the bot is addressed in a room. */
  readonly prefix: string;
};

const PREFIX = "SITZUNGSDIENST_";
/** Where a misspelled name must not pass in silence either: it would be a bot without a lock. */
const BOT_PREFIX = "MicrosoftApp";

/** What can be set, in the order of `.env.example`. */
const variables = {
  SITZUNGSDIENST_DATEN: {
    fallback: "./data",
    lines: ["Ordner für Datenbank (datenbank/), Schlüssel und erstellte Papiere (ausgang/)."],
  },
  SITZUNGSDIENST_SCHLUESSEL: {
    fallback: "./data/schluessel",
    lines: [
      "Ordner für die Schlüssel geheimer Abstimmungen. Ohne Angabe: »schluessel« im Datenordner.",
      "Er gehört nicht in dieselbe Sicherung wie die Datenbank, sonst ist geheim nicht mehr geheim.",
    ],
  },
  SITZUNGSDIENST_VORLAGEN: {
    fallback: "./templates",
    lines: ["Ordner mit den Vorlagen der Papiere. Ohne Angabe: die mitgelieferten."],
  },
  SITZUNGSDIENST_GREMIUM: {
    fallback: "./examples/beispiel-gremium.yaml",
    lines: ["Gremiumsdatei für den ersten Start. Ohne Angabe: das mitgelieferte Beispiel."],
  },
  SITZUNGSDIENST_MATRIX_SERVER: {
    fallback: "https://matrix.example.org",
    lines: ["Matrix: Adresse des Servers. Nur für »matrix login« nötig; ohne Angabe wird gefragt."],
  },
  SITZUNGSDIENST_MATRIX_KONTO: {
    fallback: "@sitzungsdienst:example.org",
    lines: ["Matrix: Konto des Sitzungsdienstes, eigens für ihn angelegt."],
  },
  SITZUNGSDIENST_MATRIX_PASSWORT: {
    fallback: "",
    lines: ["Matrix: Passwort des Kontos. Besser weglassen und bei »matrix login« eintippen; gespeichert wird es nie."],
  },
  SITZUNGSDIENST_MATRIX_TOKEN: {
    fallback: "",
    lines: ["Matrix: statt des Passworts ein Zugangstoken, das sonst niemand benutzt (auch Element nicht)."],
  },
  SITZUNGSDIENST_MATRIX_WIEDERHERSTELLUNG: {
    fallback: "",
    lines: ["Matrix: Wiederherstellungsschlüssel, wenn das Konto schon einmal in Element eingerichtet wurde."],
  },
  SITZUNGSDIENST_MATRIX_ERLAUBTE_SERVER: {
    fallback: "example.org, traeger.example.net",
    lines: [
      "Matrix: Server, deren Konten den Sitzungsdienst einladen dürfen, mit Komma getrennt.",
      "Mitglieder mit verbundenem Konto dürfen es immer. Ohne Angabe: der eigene Server.",
    ],
  },
  SITZUNGSDIENST_MATRIX_VORSILBE: {
    fallback: "!ag",
    lines: ["Matrix: Anrede im Raum, vor jedem Befehl. Der Name des Kontos geht immer."],
  },
  ...teamsVariables,
  ...mailVariables,
} as const satisfies Record<string, { readonly fallback: string; readonly lines: readonly string[] }>;

const path = z
  .string()
  .trim()
  .min(1, "Die Angabe ist leer. Bitte einen Ordner oder eine Datei nennen oder die Zeile weglassen.")
  .max(1000, "Der Pfad ist zu lang.")
  .refine((value) => !/\p{Cc}/u.test(value), "Der Pfad enthält ein Steuerzeichen.")
  .optional();

const secret = z.string().max(2000, "Die Angabe ist zu lang.").optional();
const serverName = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

const serverList = z
  .string()
  .max(2000, "Die Angabe ist zu lang.")
  .transform((value) => value.split(/[\s,]+/).filter((name) => name !== ""))
  .refine(
    (names) => names.every((name) => serverName.test(name)),
    "Erwartet werden Namen von Servern, zum Beispiel: example.org, traeger.example.net",
  )
  .optional();

const schema = z.object({
  SITZUNGSDIENST_DATEN: path,
  SITZUNGSDIENST_SCHLUESSEL: path,
  SITZUNGSDIENST_VORLAGEN: path,
  SITZUNGSDIENST_GREMIUM: path,
  SITZUNGSDIENST_MATRIX_SERVER: z
    .url({ protocol: /^https?$/, error: "Erwartet wird eine Adresse wie https://matrix.example.org" })
    .optional(),
  SITZUNGSDIENST_MATRIX_KONTO: z
    .string()
    .regex(/^@[^:\s]+:[^\s]+$/, "Erwartet wird ein Konto wie @sitzungsdienst:example.org")
    .max(255, "Das Konto ist zu lang.")
    .optional(),
  SITZUNGSDIENST_MATRIX_PASSWORT: secret,
  SITZUNGSDIENST_MATRIX_TOKEN: secret,
  SITZUNGSDIENST_MATRIX_WIEDERHERSTELLUNG: secret,
  SITZUNGSDIENST_MATRIX_ERLAUBTE_SERVER: serverList,
  SITZUNGSDIENST_MATRIX_VORSILBE: z
    .string()
    .regex(/^\S{1,20}$/, "Erwartet wird ein kurzes Wort ohne Leerzeichen, zum Beispiel !ag")
    .optional(),
  ...teamsFields,
  ...mailFields,
} satisfies Record<keyof typeof variables, z.ZodType>);

/** The environment, or every mistake in it as a German sentence. A misspelled name is a mistake, not silence. */
export function readEnvironment(
  given: Readonly<Record<string, string | undefined>>,
): Result<Environment, readonly string[]> {
  const isOurs = (name: string): boolean => name.startsWith(PREFIX) || name.startsWith(BOT_PREFIX);
  const unknown = Object.keys(given).filter((name) => isOurs(name) && !(name in variables));
  const parsed = schema.safeParse(given);
  const problems = [
    ...unknown.map(unknownVariable),
    ...(parsed.success
      ? [...teamsContradictions(parsed.data), ...mailContradictions(parsed.data)]
      : parsed.error.issues.map(wrongValue)),
  ];
  if (!parsed.success || problems.length > 0) return refuse(problems);
  const read = parsed.data;
  const dataFolder = read.SITZUNGSDIENST_DATEN ?? variables.SITZUNGSDIENST_DATEN.fallback;
  return ok({
    dataFolder,
    keysFolder: read.SITZUNGSDIENST_SCHLUESSEL ?? within(dataFolder, "schluessel"),
    templatesFolder: read.SITZUNGSDIENST_VORLAGEN,
    committeeFile: read.SITZUNGSDIENST_GREMIUM,
    matrix: {
      server: read.SITZUNGSDIENST_MATRIX_SERVER,
      account: read.SITZUNGSDIENST_MATRIX_KONTO,
      password: unlessEmpty(read.SITZUNGSDIENST_MATRIX_PASSWORT),
      token: unlessEmpty(read.SITZUNGSDIENST_MATRIX_TOKEN),
      recoveryKey: unlessEmpty(read.SITZUNGSDIENST_MATRIX_WIEDERHERSTELLUNG),
      allowedServers: read.SITZUNGSDIENST_MATRIX_ERLAUBTE_SERVER ?? [],
      prefix: read.SITZUNGSDIENST_MATRIX_VORSILBE ?? variables.SITZUNGSDIENST_MATRIX_VORSILBE.fallback,
    },
    teams: teamsEnvironment(read),
    mail: mailEnvironment(read),
  });
}

/** The environment of this process, over a file `.env` in the working folder; the only place that looks at it. */
export function processEnvironment(): Result<Environment, readonly string[]> {
  const file = existsSync(".env") ? parseEnv(readFileSync(".env", "utf8")) : {};
  return readEnvironment({ ...file, ...process.env });
}

/** What `.env.example` says; a test compares. */
export function environmentExample(): string {
  const entries = Object.entries(variables).map(([name, { fallback, lines }]) =>
    [...lines.map((line) => `# ${line}`), `# ${name}=${fallback}`].join("\n"),
  );
  const head = [
    "# Einstellungen des Sitzungsdienstes. Alles hat eine Vorgabe; ohne diese Datei läuft der lokale Raum unter ./data.",
    "# Zum Ändern als .env in den Ordner kopieren, in dem gestartet wird, und das # vor der Zeile wegnehmen.",
    "# Was in der Umgebung des Dienstes gesetzt ist, geht vor.",
  ].join("\n");
  return `${[head, ...entries].join("\n\n")}\n`;
}

/** An empty secret is none. */
const unlessEmpty = (text: string | undefined): string | undefined => (text === "" ? undefined : text);

const within = (folder: string, name: string): string =>
  isAbsolute(folder) ? join(folder, name) : `./${join(folder, name)}`;

function unknownVariable(name: string): string {
  const known = Object.keys(variables);
  // What they all begin with says nothing about what was meant.
  const prefix = name.startsWith(PREFIX) ? PREFIX : BOT_PREFIX;
  const alike = known.filter((one) => one.startsWith(prefix));
  const meant = nearest(
    name.slice(prefix.length),
    alike.map((one) => one.slice(prefix.length)),
  );
  const hint = meant === undefined ? `Bekannt sind: ${known.join(", ")}.` : `Meinten Sie ${prefix}${meant}?`;
  return `${name}: Diese Einstellung gibt es nicht. ${hint}`;
}

function wrongValue(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".")}: ${issue.message}`;
}
