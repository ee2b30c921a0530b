import type { Join, Match, Piece } from "./piece.ts";
import { afterDot, amountAt } from "./recognize-days.ts";
import type { Cursor } from "./tokens.ts";
import { FILLERS, SERIES_WORDS, UNITS, VAGUE_WORDS, WEEKDAYS, WHICH } from "./vocabulary.ts";

const JOINS = new Map<string, Join>([
  ["-", "to"],
  ["/", "slash"],
  ["und", "and"],
  ["+", "and"],
  ["&", "and"],
  ["oder", "or"],
  ["bzw", "or"],
]);

export function recognizeJoin(at: Cursor): Match | undefined {
  for (const [token, how] of JOINS) {
    if (at.word(0) === token || at.isSign(0, token)) return one({ kind: "join", how }, afterDot(at, 1));
  }
  return undefined;
}

/** "bis", "bis spätestens", "bis einschließlich", "vor", "ab", "nach" */
export function recognizeLimit(at: Cursor): Match | undefined {
  switch (at.word(0)) {
    case "bis": {
      const isInclusive = ["spätestens", "einschließlich", "einschl", "inklusive"].includes(at.word(1));
      return one({ kind: "until", isInclusive }, isInclusive ? afterDot(at, 2) : 1);
    }
    case "spätestens":
      return one({ kind: "until", isInclusive: true }, at.word(1) === "bis" ? 2 : 1);
    case "vor":
      return one({ kind: "before" }, 1);
    case "ab":
    case "nach":
    case "frühestens":
      return one({ kind: "openStart" }, 1);
    default:
      return undefined;
  }
}

/** "jeden", "alle 14 Tage", "14-tägig", "mittwochs", "jeweils am" */
export function recognizeSeries(at: Cursor): Match | undefined {
  const word = at.word(0);
  if (SERIES_WORDS.has(word)) return one({ kind: "series" }, 1);
  if (word === "jeweils" && at.word(1) === "am") return one({ kind: "series" }, 2);
  if (word.endsWith("s") && WEEKDAYS.has(word.slice(0, -1))) return one({ kind: "series" }, 1);
  const isEvery = (word === "alle" || word === "aller") && amountAt(at, 1) !== undefined && UNITS.has(at.word(2));
  return isEvery ? one({ kind: "series" }, 3) : undefined;
}

const VAGUE_ENDING = /(?:ferien|halbjahr|schuljahr|jahresbeginn|jahresanfang|woche)$/;

export function recognizeVague(at: Cursor): Match | undefined {
  const word = at.word(0);
  // "nächste Sitzung", "in zwei bis drei Wochen": a time that no other grammar could count.
  const isUncounted = WHICH.has(word) || (UNITS.has(word) && !word.startsWith("tag"));
  const isVague = VAGUE_WORDS.has(word) || VAGUE_ENDING.test(word) || isUncounted;
  return isVague ? one({ kind: "vague" }, afterDot(at, 1)) : undefined;
}

const FILLER_SIGNS = [",", ";", ":", ".", "(", ")", "!"];

export function recognizeFiller(at: Cursor): Match | undefined {
  const isFiller = FILLERS.has(at.word(0)) || FILLER_SIGNS.some((sign) => at.isSign(0, sign));
  return isFiller ? { pieces: [], length: 1 } : undefined;
}

function one(piece: Piece, length: number): Match {
  return { pieces: [piece], length };
}
