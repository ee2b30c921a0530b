import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type CaseDataRuling = Derivation<"privacy.blockCaseData"> & {
  /** The line looks as if it told of one young person: a name with an age, or with a place. */
  readonly isSuspected: boolean;
  /** The words that look so. */
  readonly found: readonly string[];
  /** The line with an age group in their place. */
  readonly anonymized?: string;
};

const GIVEN = String.raw`\p{Lu}\p{Ll}{2,}`;
const INITIAL = String.raw`\p{Lu}\.`;
const AGE = String.raw`(?<age>\d{1,2})`;
const YEARS = String.raw`(?:Jahre(?:n)?(?: alt)?|J\.)`;
const PLACE = String.raw`(?:aus|wohnhaft in) \p{Lu}[\p{L}-]+`;
/** A salutation makes it one of the professionals; others are names of things. */
const NOT_PROFESSIONAL = String.raw`(?<!\b(?:Herrn?|Frau|Dr\.|Prof\.|Projekt|Programm|Konzept|Verein|Haus|Gruppe|Träger) )`;

const PATTERNS = [
  // "Lukas M., 9 Jahre, aus Wahlstedt", "Lukas M. (9)", "Lena, 7 Jahre alt"
  String.raw`${NOT_PROFESSIONAL}\b${GIVEN} ${INITIAL},? \(?${AGE}(?: ${YEARS})?\)?(?:,? ${PLACE})?`,
  String.raw`${NOT_PROFESSIONAL}\b${GIVEN},? \(?${AGE} ${YEARS}\)?,? ${PLACE}`,
  String.raw`${NOT_PROFESSIONAL}\b${GIVEN},? ${AGE} Jahre alt`,
  // "der 9-jährige Lukas"
  `(?:(?:[Dd](?:er|ie|as|em|en|es)|[Ee]in(?:e[nmr]?)?) )?${AGE}-?jährige[rnms]? ${GIVEN}(?: ${INITIAL})?(?:,? ${PLACE})?`,
  // "Lukas M. aus Wahlstedt"
  String.raw`${NOT_PROFESSIONAL}\b${GIVEN} ${INITIAL},? ${PLACE}`,
];

/** Sozialdaten im Text (GO, Datenschutz; § 35 SGB I, § 64 SGB VIII as models): whether a line looks like a single case, and how to say it without. */
export function caseData(rules: Rules, text: string): CaseDataRuling {
  const setting = rules.privacy.blockCaseData;
  const derivation = {
    rule: "privacy.blockCaseData",
    citation: cite("privacy.blockCaseData", setting),
    alsoFrom: [],
  } as const;
  const matches = setting.value ? PATTERNS.map((pattern) => new RegExp(pattern, "u").exec(text)) : [];
  const first = matches.find((match) => match !== null);
  if (first === undefined || first === null) return { ...derivation, isSuspected: false, found: [] };
  const [words] = first;
  const before = text.slice(0, first.index);
  const after = text.slice(first.index + words.length).replace(/^,(?= \p{Ll})/u, "");
  const age = first.groups?.["age"];
  const group = ageGroup(age === undefined ? undefined : Number(age), caseAfter(before));
  const anonymized = before + (before === "" ? group.charAt(0).toUpperCase() + group.slice(1) : group) + after;
  return { ...derivation, isSuspected: true, found: [words], anonymized };
}

type GrammaticalCase = "nominative" | "dative" | "accusative";

function caseAfter(before: string): GrammaticalCase {
  if (/\b(?:bei|von|mit|zu|nach|aus|gegenüber) $/iu.test(before)) return "dative";
  return /\b(?:für|ohne|durch|gegen|um|über) $/iu.test(before) ? "accusative" : "nominative";
}

const CHILD_LIMITS: readonly (readonly [below: number, words: string])[] = [
  [3, "drei"],
  [6, "sechs"],
  [10, "zehn"],
  [14, "vierzehn"],
];

/** Altersgruppe in place of a person. */
function ageGroup(age: number | undefined, grammaticalCase: GrammaticalCase): string {
  if (age === undefined || age >= 18) return YOUNG_PERSON[grammaticalCase];
  const limit = CHILD_LIMITS.find(([below]) => age < below);
  if (limit === undefined)
    return grammaticalCase === "dative" ? "einer jugendlichen Person" : "eine jugendliche Person";
  return `${grammaticalCase === "dative" ? "einem" : "ein"} Kind unter ${limit[1]} Jahren`;
}

const YOUNG_PERSON: Readonly<Record<GrammaticalCase, string>> = {
  nominative: "ein junger Mensch",
  dative: "einem jungen Menschen",
  accusative: "einen jungen Menschen",
};
