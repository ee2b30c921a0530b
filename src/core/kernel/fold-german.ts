const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/ä/g, "ae"],
  [/ö/g, "oe"],
  [/ü/g, "ue"],
  [/ß/g, "ss"],
];

/** Vergleichsform: lower case, umlauts as two letters, no accents, single blanks ("Müller " and "mueller" are the same). */
export function foldGerman(text: string): string {
  const lower = text.normalize("NFC").toLowerCase();
  const spelled = DIGRAPHS.reduce((folded, [letter, digraph]) => folded.replace(letter, digraph), lower);
  return spelled.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
}

/** Schlüssel aus einem Namen: "1. Sprecher*in" → "1-sprecher-in". Empty if the name holds neither letter nor digit of the Latin script. */
export function slugOf(name: string): string {
  return foldGerman(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
