import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { ok, type Result, refuse } from "../core/kernel/result.ts";
import { nearest } from "./nearest.ts";

/** Umgebung: where things lie. Paths as written, relative to the working folder; `undefined` means "what comes with the program". */
export type Environment = {
  readonly dataFolder: string;
  /** Keys of open ballot boxes. Never in the same backup as the database. */
  readonly keysFolder: string;
  readonly templatesFolder: string | undefined;
  /** Committee file that is imported where there is no committee yet. */
  readonly committeeFile: string | undefined;
};

const PREFIX = "SITZUNGSDIENST_";

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
} as const satisfies Record<string, { readonly fallback: string; readonly lines: readonly string[] }>;

const path = z
  .string()
  .trim()
  .min(1, "Die Angabe ist leer. Bitte einen Ordner oder eine Datei nennen oder die Zeile weglassen.")
  .max(1000, "Der Pfad ist zu lang.")
  .refine((value) => !/\p{Cc}/u.test(value), "Der Pfad enthält ein Steuerzeichen.")
  .optional();

const schema = z.object({
  SITZUNGSDIENST_DATEN: path,
  SITZUNGSDIENST_SCHLUESSEL: path,
  SITZUNGSDIENST_VORLAGEN: path,
  SITZUNGSDIENST_GREMIUM: path,
} satisfies Record<keyof typeof variables, z.ZodType>);

/** The environment, or every mistake in it as a German sentence. A misspelled name is a mistake, not silence. */
export function readEnvironment(
  given: Readonly<Record<string, string | undefined>>,
): Result<Environment, readonly string[]> {
  const unknown = Object.keys(given).filter((name) => name.startsWith(PREFIX) && !(name in variables));
  const parsed = schema.safeParse(given);
  const problems = [...unknown.map(unknownVariable), ...(parsed.success ? [] : parsed.error.issues.map(wrongValue))];
  if (!parsed.success || problems.length > 0) return refuse(problems);
  const read = parsed.data;
  const dataFolder = read.SITZUNGSDIENST_DATEN ?? variables.SITZUNGSDIENST_DATEN.fallback;
  return ok({
    dataFolder,
    keysFolder: read.SITZUNGSDIENST_SCHLUESSEL ?? within(dataFolder, "schluessel"),
    templatesFolder: read.SITZUNGSDIENST_VORLAGEN,
    committeeFile: read.SITZUNGSDIENST_GREMIUM,
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

const within = (folder: string, name: string): string =>
  isAbsolute(folder) ? join(folder, name) : `./${join(folder, name)}`;

function unknownVariable(name: string): string {
  const known = Object.keys(variables);
  // What they all begin with says nothing about what was meant.
  const meant = nearest(
    name.slice(PREFIX.length),
    known.map((one) => one.slice(PREFIX.length)),
  );
  const hint = meant === undefined ? `Bekannt sind: ${known.join(", ")}.` : `Meinten Sie ${PREFIX}${meant}?`;
  return `${name}: Diese Einstellung gibt es nicht. ${hint}`;
}

function wrongValue(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".")}: ${issue.message}`;
}
