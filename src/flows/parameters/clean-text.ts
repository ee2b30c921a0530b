/** Warum ein Text nicht angenommen wird. */
export type TextFault =
  | { readonly code: "empty" }
  | { readonly code: "tooLong"; readonly length: number; readonly limit: number }
  /** A character that people cannot see, or that turns the direction of reading. */
  | { readonly code: "hidden"; readonly character: string };

export const LONGEST_TEXT = 4000;

/**
 * Unsichtbare Zeichen: controls but line break and tabulator, directional and tag characters, separators of lines, halves of surrogate pairs.
 * With them a text could look different from what is stored, or break out of a line.
 */
const HIDDEN =
  /(?![\n\t])\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/u;

/** One line of letters that have only one way to be written: most votes are no more. */
const PLAIN = /^[ -~]*$/;

/** Eine Nachricht, wie sie gelesen wird: composed letters (NFC), line breaks of one kind, no blanks around. */
export function normalized(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text.replaceAll("\r\n", "\n").normalize("NFC").trim();
}

export function hiddenCharacter(text: string): string | undefined {
  return HIDDEN.exec(text)?.[0];
}

/** "U+202E" */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Expects normalized text; characters are counted as people count them (code points). */
export function textFault(text: string, limit: number = LONGEST_TEXT): TextFault | undefined {
  if (text.trim() === "") return { code: "empty" };
  const length = text.length <= limit ? text.length : [...text].length;
  if (length > limit) return { code: "tooLong", length, limit };
  const character = hiddenCharacter(text);
  return character === undefined ? undefined : { code: "hidden", character: codePoint(character) };
}
