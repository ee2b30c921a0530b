/** Unsichtbares: controls, directional marks and overrides, separators of lines, tags, halves of surrogate pairs. */
const HIDDEN =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e007f}]/gu;

/** One line, without anything that cannot be seen, at most `limit` characters (code points). */
export function oneLine(text: string, limit: number): string {
  // What is cut away is not worth cleaning: a mail may be megabytes long.
  const near = text.slice(0, limit * 8);
  const clean = near.replace(/\s+/g, " ").replace(HIDDEN, "").replace(/ {2,}/g, " ").trim();
  const characters = [...clean];
  if (characters.length <= limit) return clean;
  return `${characters
    .slice(0, limit - 2)
    .join("")
    .trimEnd()} …`;
}

/** Several lines: line breaks and tabs stay. */
export function severalLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) =>
      line
        .split("\t")
        .map((piece) => piece.replace(HIDDEN, ""))
        .join("\t"),
    )
    .join("\n");
}
