/** Zahlwörter of periods, as rules of procedure write them. */
const numerals: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
  vierzehn: 14,
};

const numeral = `(\\d{1,3}|${Object.keys(numerals).join("|")})`;
const period = new RegExp(`(?<![\\wäöüß])${numeral}\\s+(?:\\w+ )?(Kalendertag|Tag|Woche)`, "i");

/** Days of the first period a text names: "zwei Wochen" → 14; `undefined` if it names none in days or weeks. */
export function periodDaysIn(text: string): number | undefined {
  const [, count = "", unit = ""] = period.exec(text) ?? [];
  const n = numerals[count.toLowerCase()] ?? (/^\d+$/.test(count) ? Number(count) : undefined);
  if (n === undefined) return undefined;
  return /^woche$/i.test(unit) ? 7 * n : n;
}

/** Bruch of a named majority: two thirds, three quarters, else one half. */
export function shareIn(text: string): { readonly num: number; readonly den: number; readonly isQualified: boolean } {
  if (/(zwei|2)[\s-]*drittel|2\s?\/\s?3|⅔/i.test(text)) return { num: 2, den: 3, isQualified: true };
  if (/(drei|3)[\s-]*viertel|3\s?\/\s?4|¾/i.test(text)) return { num: 3, den: 4, isQualified: true };
  return { num: 1, den: 2, isQualified: false };
}

const anyMajority =
  /\w*mehrheit\w*(?:\s+von\s+(?:zwei\s+dritteln|drei\s+vierteln|mindestens\s+\w+\s+\w+|[23]\s?\/\s?[34]))?/i;

/** What follows the word "Mehrheit" (with its fraction), where the text should say of whom; `undefined` if it names no majority. */
export function afterMajority(text: string): string | undefined {
  const match = anyMajority.exec(text);
  return match === null ? undefined : text.slice(match.index + match[0].length).trimStart();
}
