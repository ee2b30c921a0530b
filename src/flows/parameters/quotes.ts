/** Anführungszeichen, as keyboards and offices set them: "…", „…“, »…«, «…», “…”. Single ones are apostrophes too often. */
const QUOTED = /"([^"]*)"|„([^„“”"]*)[“”"]|»([^«»]*)«|«([^»«]*)»|“([^“”]*)”/gu;

export type Quotation = { readonly inner: string; readonly start: number; readonly end: number };

export function quotationsIn(text: string): readonly Quotation[] {
  if (!/["„»«“]/u.test(text)) return [];
  return [...text.matchAll(QUOTED)].map((match) => ({
    inner: (match.slice(1).find((group) => group !== undefined) ?? "").trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with every quotation blanked out at equal length, so that words inside quotation marks are never taken for something else. */
export function blankQuotations(text: string): string {
  return quotationsIn(text).reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + "\u0000".repeat(end - start) + blanked.slice(end),
    text,
  );
}

/** What stands inside, if the marks enclose all of it. */
export function wholeQuotation(typed: string): string | undefined {
  const [first] = quotationsIn(typed);
  return first !== undefined && first.start === 0 && first.end === typed.length ? first.inner : undefined;
}
