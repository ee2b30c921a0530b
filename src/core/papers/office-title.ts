/** Anrede of a holder; undefined where none was given. */
export type Salutation = "Herr" | "Frau" | undefined;

type Form = "masculine" | "feminine" | "neutral";

const PERSON_NOUN = /(\p{L}+)[*:_·]in(nen)?(?!\p{L})/gu;
const ADJECTIVE_AS_NOUN = /(\p{L}+e)[*:_·]r(?!\p{L})/gu;

/**
 * Amtsbezeichnung in the form that fits its holders: "1. Sprecher*in" becomes "1. Sprecher" for Herr Lindner and "2. Sprecherinnen" for
 * Frau Jansen and Frau Neeth. Mixed holders and those without Anrede keep the inclusive form; so does what has no sure male form.
 */
export function officeTitle(title: string, holders: readonly Salutation[]): string {
  if (holders.length === 0) return title;
  const form = formFor(holders);
  const isPlural = holders.length > 1;
  return title
    .replace(PERSON_NOUN, (word: string, stem: string) => personNoun(word, stem, form, isPlural))
    .replace(ADJECTIVE_AS_NOUN, (word: string, stem: string) => adjectiveAsNoun(word, stem, form, isPlural));
}

function formFor(holders: readonly Salutation[]): Form {
  if (holders.every((one) => one === "Frau")) return "feminine";
  return holders.every((one) => one === "Herr") ? "masculine" : "neutral";
}

function personNoun(word: string, stem: string, form: Form, isPlural: boolean): string {
  if (form === "feminine") return isPlural ? `${stem}innen` : `${stem}in`;
  if (form === "masculine") return masculine(word, stem, isPlural);
  return inclusive(word, stem, isPlural);
}

/** Only the regular ones: Sprecher (plural the same), Moderator (plural with -en). */
function masculine(word: string, stem: string, isPlural: boolean): string {
  if (stem.endsWith("er")) return stem;
  if (stem.endsWith("or")) return isPlural ? `${stem}en` : stem;
  return inclusive(word, stem, isPlural);
}

/** Keeps the sign between stem and ending, as the committee writes it. */
function inclusive(word: string, stem: string, isPlural: boolean): string {
  return `${stem}${word.charAt(stem.length)}${isPlural ? "innen" : "in"}`;
}

/** "Vorsitzende*r": Vorsitzender, Vorsitzende; several are "Vorsitzende". */
function adjectiveAsNoun(word: string, stem: string, form: Form, isPlural: boolean): string {
  if (isPlural || form === "feminine") return stem;
  return form === "masculine" ? `${stem}r` : word;
}
