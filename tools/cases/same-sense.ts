/** Whether two German sentences say the same: the same numbers, the same yes or no, and most of the same words. */

const STOP_WORDS = new Set(
  "der die das den dem des ein eine einer einem einen und oder in im an am zu zum zur ist sind wird werden für von vom mit auf als es sich er sie".split(
    " ",
  ),
);
const NEGATIONS = /\b(?:nicht|kein\w*|keine\w*|ohne|un(?:zulässig|gültig|wirksam))\b/u;
const SAME_WORDS = 0.6;
const STEM = 5;

export function sameSense(expected: string, actual: string): boolean {
  if (NEGATIONS.test(folded(expected)) !== NEGATIONS.test(folded(actual))) return false;
  const actualNumbers = numbersIn(actual);
  if (!numbersIn(expected).every((number) => actualNumbers.includes(number))) return false;
  const words = wordsIn(expected);
  const said = new Set(wordsIn(actual));
  const found = words.filter((word) => said.has(word)).length;
  return words.length > 0 && found >= SAME_WORDS * words.length;
}

/** A sentence or a name with a space, no code. */
export const isWording = (text: string): boolean => /\p{L}{2,}/u.test(text) && /\s/u.test(text.trim());

const folded = (text: string): string => text.toLowerCase().normalize("NFC");

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+(?:[.:]\d+)*/gu) ?? [];
}

function wordsIn(text: string): readonly string[] {
  const words = folded(text).match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)).map((word) => word.slice(0, STEM));
}
