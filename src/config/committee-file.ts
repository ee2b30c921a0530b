import { ok, type Result, refuse } from "../core/kernel/result.ts";
import type { CommitteeFile } from "../core/membership/committee-file.ts";
import { committeeFaults } from "./committee-checks.ts";
import { keyed } from "./committee-keys.ts";
import { committeeOf } from "./committee-records.ts";
import { committeeSchema, type WrittenCommittee } from "./committee-schema.ts";
import { explainIssues } from "./explain-issues.ts";
import { locatedByPlainKeys, withPlainKeys } from "./german-keys.ts";
import { type Problem, readYaml, type YamlDocument } from "./yaml-document.ts";

/** Where the Geschäftsordnung of a committee is to be read. */
export type RulesSource =
  /** Path as written, relative to the committee file. */
  | { readonly kind: "file"; readonly path: string; readonly line: number }
  /** Written into the committee file: its text, with the lines where they stand in that file. */
  | { readonly kind: "inline"; readonly text: string };

/** Gremiumsdatei, gelesen; `committee.rules` is missing, because the rules are read from `rules` by whoever reads files. */
export type ReadCommittee = { readonly committee: CommitteeFile; readonly rules: RulesSource | undefined };

const RULES = "geschaeftsordnung";

/** Reads a committee file (YAML, at most 1 MB). Problems come in German, with line and field, all of a kind at once. */
export function readCommitteeFile(text: string): Result<ReadCommittee, readonly Problem[]> {
  const read = readYaml(text);
  if (!read.ok) return read;
  const document = locatedByPlainKeys(read.value);
  const parsed = committeeSchema.safeParse(withPlainKeys(document.value, (key) => key === RULES));
  if (!parsed.success) return refuse(explainIssues(parsed.error, document, committeeSchema));
  const entries = keyed(parsed.data);
  const faults = committeeFaults(parsed.data, entries, document);
  if (faults.length > 0) return refuse(faults);
  const rules = rulesSource(parsed.data, document, text);
  return rules.ok ? ok({ committee: committeeOf(parsed.data, entries), rules: rules.value }) : rules;
}

function rulesSource(
  file: WrittenCommittee,
  document: YamlDocument,
  text: string,
): Result<RulesSource | undefined, readonly Problem[]> {
  const written = file.geschaeftsordnung;
  if (written === undefined) return ok(undefined);
  const place = document.positionOf([RULES]);
  if (typeof written === "string") return ok({ kind: "file", path: written, line: place.line });
  // Blank lines in front keep the line numbers of the file in whatever is said about the rules.
  const later = Object.keys(Object(document.value)).map((key) => document.lineOf([key]));
  const end = Math.min(...later.filter((line) => line > place.line), Number.POSITIVE_INFINITY);
  const own = text.split("\n").slice(place.line, end - 1);
  if (own.some((line) => line.trim() !== "")) {
    return ok({ kind: "inline", text: "\n".repeat(place.line) + own.join("\n") });
  }
  const message = "Die Geschäftsordnung bitte eingerückt in die Zeilen darunter schreiben, nicht in Klammern.";
  return refuse([{ ...place, path: RULES, message }]);
}
