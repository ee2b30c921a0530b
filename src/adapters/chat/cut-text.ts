/** A cut may be moved back to a blank as far as this. */
const FARTHEST_BLANK = 0.75;

/** As much as weighs no more than `budget`, up to a blank if one is near, and the rest; never inside a character, at least one of them. */
export function cutText(
  text: string,
  budget: number,
  weigh: (character: string) => number,
): readonly [head: string, rest: string] {
  let weight = 0;
  let end = 0;
  let blank = 0;
  for (const character of text) {
    weight += weigh(character);
    if (weight > budget && end > 0) break;
    end += character.length;
    if (character === " " || character === "\n") blank = end;
  }
  const cut = end < text.length && blank > end * FARTHEST_BLANK ? blank : end;
  return [text.slice(0, cut), text.slice(cut)];
}
