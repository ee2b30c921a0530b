import type { YearRef } from "./piece.ts";
import type { Cursor } from "./tokens.ts";
import { WHICH } from "./vocabulary.ts";

type YearMatch = { readonly year: YearRef; readonly length: number };

const YEAR_LETTERS = new Map([
  ["d", 0],
  ["lfd", 0],
  ["v", -1],
  ["n", 1],
]);
const SHIFTS = { this: 0, next: 1, coming: 1, afterNext: 2, last: -1, past: -1 } as const;

/** "2027", "'27", "d. J.", "nächsten Jahres"; with `allowsShort` also "27". */
export function yearAt(at: Cursor, offset: number, options?: { readonly allowsShort: boolean }): YearMatch | undefined {
  return (
    numberYearAt(at, offset, options?.allowsShort ?? false) ?? abbreviatedYearAt(at, offset) ?? wordYearAt(at, offset)
  );
}

function numberYearAt(at: Cursor, offset: number, allowsShort: boolean): YearMatch | undefined {
  if (at.isSign(offset, "'") && at.digits(offset + 1) === 2) {
    return { year: { kind: "short", digits: at.number(offset + 1) ?? 0 }, length: 2 };
  }
  const year = at.number(offset, 4);
  if (year === undefined || isClock(at, offset + 1)) return undefined;
  if (at.digits(offset) === 4 && year >= 1900 && year < 2200) return { year: { kind: "absolute", year }, length: 1 };
  if (allowsShort && at.digits(offset) === 2) return { year: { kind: "short", digits: year }, length: 1 };
  return undefined;
}

/** The number before is an hour: "18 Uhr", "18:30". */
function isClock(at: Cursor, offset: number): boolean {
  return ["uhr", "h"].includes(at.word(offset)) || (at.isSign(offset, ":") && at.digits(offset + 1) === 2);
}

function abbreviatedYearAt(at: Cursor, offset: number): YearMatch | undefined {
  const shift = YEAR_LETTERS.get(at.word(offset));
  if (shift === undefined || !at.isSign(offset + 1, ".") || at.word(offset + 2) !== "j") return undefined;
  return { year: { kind: "shift", shift }, length: at.isSign(offset + 3, ".") ? 4 : 3 };
}

function wordYearAt(at: Cursor, offset: number): YearMatch | undefined {
  const start = ["des", "im"].includes(at.word(offset)) ? offset + 1 : offset;
  const isNamed = start > offset && ["jahres", "jahr"].includes(at.word(start));
  const named = isNamed ? numberYearAt(at, start + 1, false) : undefined;
  if (named !== undefined) return { year: named.year, length: start + 2 - offset };
  const which = WHICH.get(at.word(start));
  if (which === undefined || !["jahres", "jahr"].includes(at.word(start + 1))) return undefined;
  return { year: { kind: "shift", shift: SHIFTS[which] }, length: start + 2 - offset };
}
