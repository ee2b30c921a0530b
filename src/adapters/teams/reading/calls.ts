/** Text, with `undefined` where the bot is called by a mention. */
export type Piece = string | undefined;

/** The text without the calls and what belongs to them: "@Bot, hilfe" → "hilfe", "ja, @Bot!" → "ja". */
export function withoutCalls(pieces: readonly Piece[]): string {
  const segments = atCalls(pieces);
  const kept: string[] = [];
  let isBegun = false;
  for (const [index, segment] of segments.entries()) {
    const rest: string = index === 0 ? segment : behindCall(segment, isBegun);
    isBegun ||= rest.trim() !== "";
    kept.push(rest);
  }
  const isCalledLast = segments.length > 1 && /^[\s.!?]*$/.test(kept.at(-1) ?? "");
  if (!isCalledLast) return kept.join("").trim();
  return withoutEnd(kept.slice(0, -1).join(""));
}

function atCalls(pieces: readonly Piece[]): readonly string[] {
  const segments: string[][] = [[]];
  for (const piece of pieces) {
    if (piece === undefined) segments.push([]);
    else segments.at(-1)?.push(piece);
  }
  return segments.map((segment) => segment.join(""));
}

const behindCall = (segment: string, isBegun: boolean): string =>
  isBegun ? segment.replace(/^[ \u00a0]+/, "") : segment.replace(/^\s*[:,]?\s*/, "");

/** A search from the end by a pattern would look at long runs of blanks again and again. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,]/.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end).trimStart();
}
