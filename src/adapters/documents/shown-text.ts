import { cleanText } from "./clean-text.ts";

/** Member text on a picture: in one paragraph, of bearable length; a word without end may break. `limit`: characters as people count them. */
export function shownText(text: string, limit: number): string {
  const line = cleanText(text.slice(0, limit * 8))
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...line];
  const cut =
    characters.length <= limit
      ? line
      : `${characters
          .slice(0, limit - 1)
          .join("")
          .trimEnd()}…`;
  return cut.replace(/[^\s-]{30,}/gu, (word) => word.replace(/.{12}(?=.)/gsu, "$&\u200b"));
}
