/** Letters that taking off accents leaves alone. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ä/g, "ae"],
  [/ö/g, "oe"],
  [/ü/g, "ue"],
  [/ß/g, "ss"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/ø/g, "o"],
  [/ı/g, "i"],
  [/ł/g, "l"],
  [/đ/g, "d"],
];

/** Vergleichsform: lower case, umlauts as two letters, no accents, single blanks ("Müller " and "mueller" are the same). */
export function foldGerman(text: string): string {
  const lower = text.normalize("NFC").toLowerCase();
  const spelled = SPELLINGS.reduce((folded, [letter, spelling]) => folded.replace(letter, spelling), lower);
  return spelled.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
}

/** Schlüssel aus einem Namen: "1. Sprecher*in" → "1-sprecher-in". Empty if the name holds neither letter nor digit of the Latin script. */
export function slugOf(name: string): string {
  return foldGerman(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
