import type { z } from "zod";
import { nearest } from "./nearest.ts";
import type { YamlPath } from "./yaml-document.ts";

type Issue = z.core.$ZodIssue;

/** What the message may speak of: the value found, its path, the unknown key and the keys known at its place. */
export type IssueContext = {
  readonly value: unknown;
  readonly path: YamlPath;
  readonly key: string | undefined;
  readonly known: readonly string[];
};

/** Openings of zod's own English messages; everything else was written on a schema, in German. */
const ownMessage = /^(Invalid|Too big|Too small|Unrecognized)\b/;

/** German sentence for one issue. */
export function issueMessage(issue: Issue, context: IssueContext): string {
  if (issue.code === "custom" || !ownMessage.test(issue.message ?? "")) return issue.message ?? "Ungültige Angabe.";
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKey(context);
    case "invalid_type":
      return wrongType(issue.expected, context);
    case "invalid_value":
      return notAllowed(issue.values.map(String), context);
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return wrongFormat(issue.format, context);
    case "invalid_union":
      return noAlternative(issue, context);
    case "invalid_key":
      return `»${lastOf(context.path)}« ist hier als Schlüssel nicht erlaubt.`;
    case "not_multiple_of":
      return `Erlaubt sind nur Vielfache von ${issue.divisor}.`;
    case "invalid_element":
      return "Ein Eintrag ist ungültig.";
  }
}

function unknownKey({ key = "", known }: IssueContext): string {
  const suggestion = nearest(key, known);
  if (suggestion !== undefined) return `»${key}« gibt es hier nicht – meinten Sie »${suggestion}«?`;
  if (known.length === 0) return `»${key}« gibt es hier nicht. Bitte streichen.`;
  return `»${key}« gibt es hier nicht. Möglich sind: ${known.join(", ")}.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "ein Text",
  number: "eine Zahl",
  int: "eine ganze Zahl",
  boolean: "ja oder nein (true oder false)",
  array: "eine Liste",
  object: "eine Gruppe von Angaben",
  record: "eine Gruppe von Angaben",
  null: "nichts",
};

function wrongType(expected: string, { value, path }: IssueContext): string {
  const name = typeNames[expected] ?? expected;
  if (value === undefined) return `»${lastOf(path)}« fehlt; erwartet wird ${name}.`;
  return `Erwartet wird ${name}, hier steht ${shown(value)}.`;
}

function notAllowed(values: readonly string[], { value, path }: IssueContext): string {
  const allowed = values.length === 1 ? `erlaubt ist nur: ${values[0]}` : `erlaubt sind: ${values.join(", ")}`;
  if (value === undefined) return `»${lastOf(path)}« fehlt; ${allowed}.`;
  const suggestion = typeof value === "string" ? nearest(value, values) : undefined;
  const hint = suggestion === undefined ? "" : ` Meinten Sie »${suggestion}«?`;
  return `${capitalized(shown(value))} ist nicht erlaubt; ${allowed}.${hint}`;
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>): string {
  const least = String(issue.minimum);
  if (issue.origin === "string")
    return least === "1" ? "Der Text darf nicht leer sein." : `Mindestens ${least} Zeichen.`;
  if (issue.origin === "array")
    return least === "1" ? "Die Liste darf nicht leer sein." : `Mindestens ${least} Einträge.`;
  return issue.inclusive === false
    ? `Der Wert muss größer als ${least} sein.`
    : `Der Wert muss mindestens ${least} sein.`;
}

function tooBig(issue: Extract<Issue, { code: "too_big" }>): string {
  const most = String(issue.maximum);
  if (issue.origin === "string") return `Höchstens ${most} Zeichen.`;
  if (issue.origin === "array") return `Höchstens ${most} Einträge.`;
  return issue.inclusive === false
    ? `Der Wert muss kleiner als ${most} sein.`
    : `Der Wert darf höchstens ${most} sein.`;
}

const formatNames: Readonly<Record<string, string>> = {
  date: "ein Datum, das es gibt, in der Form 2023-01-27",
  time: "eine Uhrzeit in der Form 09:00",
  email: "eine E-Mail-Adresse",
  url: "eine Internetadresse",
  duration: "eine Dauer in der Form P14D, P3W oder P2Y",
};

function wrongFormat(format: string, { value }: IssueContext): string {
  const name = formatNames[format];
  if (name === undefined) return `${capitalized(shown(value))} hat hier nicht die richtige Form.`;
  return `Erwartet wird ${name}, hier steht ${shown(value)}.`;
}

function noAlternative(issue: Extract<Issue, { code: "invalid_union" }>, context: IssueContext): string {
  if ("options" in issue && Array.isArray(issue.options)) return notAllowed(issue.options.map(String), context);
  const types = issue.errors.flatMap((issues) => issues.flatMap((inner) => expectationOf(inner)));
  if (context.value === undefined) return `»${lastOf(context.path)}« fehlt.`;
  if (types.length === 0) return `${capitalized(shown(context.value))} ist hier nicht erlaubt.`;
  return `Erwartet wird ${[...new Set(types)].join(" oder ")}, hier steht ${shown(context.value)}.`;
}

function expectationOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_type") return [typeNames[issue.expected] ?? issue.expected];
  if (issue.code === "invalid_value") return issue.values.map((value) => `»${String(value)}«`);
  return [];
}

/** The value as a person would name it; long texts are cut. */
function shown(value: unknown): string {
  if (value === null) return "nichts";
  if (Array.isArray(value)) return "eine Liste";
  if (typeof value === "object") return "eine Gruppe von Angaben";
  const text = String(value);
  return `»${text.length > 60 ? `${text.slice(0, 60)} …` : text}«`;
}

const lastOf = (path: YamlPath): string => String(path.at(-1) ?? "");
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
