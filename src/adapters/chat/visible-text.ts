/**
 * Unsichtbare Zeichen: controls but line break, directional and tag characters, separators of lines, halves of surrogate pairs. With
 * them a text could look different in a chat from what is stored, or pose as the bot's own line.
 */
const HIDDEN =
  /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|\p{Noncharacter_Code_Point}|[\u{e0000}-\u{e007f}]/gu;

/** Text as it may stand in a message: what cannot be seen is shown as "�"; line breaks stay. */
export function visibleText(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\t", " ").replace(HIDDEN, "�");
}

/** Visible text in one line. */
export const inOneLine = (text: string): string => visibleText(text).replace(/\s+/g, " ").trim();

/** Cut to `limit` characters as people count them (code points), at a blank if one is near. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit - 2).join("");
  const blank = cut.lastIndexOf(" ");
  return `${blank > cut.length / 2 ? cut.slice(0, blank) : cut} …`;
}
