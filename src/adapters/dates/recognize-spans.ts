import type { Match, PartOfSpan, SpanPiece, Which } from "./piece.ts";
import { afterDot } from "./recognize-days.ts";
import { yearAt } from "./recognize-years.ts";
import type { Cursor } from "./tokens.ts";
import { MONTHS, ORDINALS, ROMAN_QUARTERS, SEASONS, WHICH } from "./vocabulary.ts";

const SHIFTS = { this: 0, next: 1, coming: 1, afterNext: 2, last: -1, past: -1 } as const satisfies Record<
  Which,
  number
>;

/** "3. Quartal", "III. Quartal 2027", "Q3/2027" */
export function recognizeQuarter(at: Cursor): Match | undefined {
  const start = quarterAt(at);
  if (start === undefined) return undefined;
  const yearStart = at.isSign(start.length, "/") ? start.length + 1 : start.length;
  const year = yearAt(at, yearStart, { allowsShort: yearStart > start.length });
  if (year === undefined) return spanOf({ kind: "quarter", quarter: start.quarter }, start.length);
  return spanOf({ kind: "quarter", quarter: start.quarter, year: year.year }, yearStart + year.length);
}

function quarterAt(at: Cursor): { readonly quarter: number; readonly length: number } | undefined {
  const afterQ = at.number(1, 1);
  if (at.word(0) === "q" && afterQ !== undefined && !at.hasGap(1)) return { quarter: afterQ, length: 2 };
  const quarter = at.number(0) ?? ORDINALS.get(at.word(0)) ?? ROMAN_QUARTERS.get(at.word(0));
  const nameAt = at.isSign(1, ".") ? 2 : 1;
  const isNamed = ["quartal", "quartals"].includes(at.word(nameAt));
  const behind = at.number(1, 1);
  if (at.word(0) === "quartal" && behind !== undefined && !at.isSign(2, ".")) return { quarter: behind, length: 2 };
  return quarter !== undefined && isNamed ? { quarter, length: nameAt + 1 } : undefined;
}

/** "KW 23", "KW 48–49", "49. KW", "KW 5/2027" */
export function recognizeCalendarWeek(at: Cursor): Match | undefined {
  const start = isWeekName(at.word(0)) ? afterDot(at, 1) : 0;
  const week = at.number(start);
  if (week === undefined) return undefined;
  const isBehind = start === 0;
  const nameAt = at.isSign(1, ".") ? 2 : 1;
  if (isBehind && !isWeekName(at.word(nameAt))) return undefined;
  const last = isBehind ? undefined : lastWeekAt(at, start + 1);
  const end = isBehind ? nameAt + 1 : start + 1 + (last === undefined ? 0 : 2);
  const yearStart = at.isSign(end, "/") ? end + 1 : end;
  const year = yearAt(at, yearStart, { allowsShort: yearStart > end });
  const piece = { kind: "calendarWeek", week, lastWeek: last ?? week } as const;
  return year === undefined ? spanOf(piece, end) : spanOf({ ...piece, year: year.year }, yearStart + year.length);
}

function lastWeekAt(at: Cursor, offset: number): number | undefined {
  if (!at.isSign(offset, "-")) return undefined;
  const isClock =
    ["uhr", "h"].includes(at.word(offset + 2)) || at.isSign(offset + 2, ":") || at.isSign(offset + 2, ".");
  return isClock ? undefined : at.number(offset + 1);
}

function isWeekName(word: string): boolean {
  return word === "kw" || word === "kalenderwoche";
}

/** "März", "Sept. 2027" */
export function recognizeMonth(at: Cursor): Match | undefined {
  const month = MONTHS.get(at.word(0));
  if (month === undefined) return undefined;
  const end = afterDot(at, 1);
  const year = yearAt(at, end);
  if (year === undefined) return spanOf({ kind: "month", month }, end);
  return spanOf({ kind: "month", month, year: year.year }, end + year.length);
}

/** "Frühjahr 2027", "Winter 2026/27" */
export function recognizeSeason(at: Cursor): Match | undefined {
  const firstMonth = SEASONS.get(at.word(0));
  if (firstMonth === undefined) return undefined;
  const year = yearAt(at, 1);
  if (year === undefined) return spanOf({ kind: "season", firstMonth, overNewYear: false }, 1);
  const end = 1 + year.length;
  const overNewYear = at.isSign(end, "/") && at.digits(end + 1) > 0;
  return spanOf({ kind: "season", firstMonth, year: year.year, overNewYear }, overNewYear ? end + 2 : end);
}

/** "2027", "Jahr 2027" */
export function recognizeYear(at: Cursor): Match | undefined {
  const start = at.word(0) === "jahr" || at.word(0) === "jahre" ? 1 : 0;
  const year = yearAt(at, start);
  return year === undefined ? undefined : spanOf({ kind: "year", year: year.year }, start + year.length);
}

/** "nächste Woche", "dieses Monats", "kommendes Quartal", "nächstes Jahr"; "des Monats" is this one. */
export function recognizeNearSpan(at: Cursor): Match | undefined {
  const which = WHICH.get(at.word(0));
  const word = at.word(which === undefined ? 0 : 1);
  const isNamed = which !== undefined || ["des", "der"].includes(at.word(-1));
  const piece = isNamed ? nearSpan(word, which === undefined ? 0 : SHIFTS[which]) : undefined;
  return piece === undefined ? undefined : spanOf(piece, which === undefined ? 1 : 2);
}

function nearSpan(word: string, shift: number): SpanPiece | undefined {
  switch (word) {
    case "woche":
      return { kind: "week", shift };
    case "monat":
    case "monats":
      return { kind: "monthShift", shift };
    case "quartal":
    case "quartals":
      return { kind: "quarterShift", shift };
    case "jahr":
    case "jahres":
      return { kind: "year", year: { kind: "shift", shift } };
    default:
      return undefined;
  }
}

const PARTS = new Map<string, PartOfSpan>([
  ["anfang", "start"],
  ["mitte", "middle"],
  ["ende", "end"],
]);

const COMPOUNDS: readonly (readonly [beginning: string, piece: SpanPiece])[] = [
  ["monats", { kind: "monthShift", shift: 0 }],
  ["jahres", { kind: "year", year: { kind: "shift", shift: 0 } }],
  ["quartals", { kind: "quarterShift", shift: 0 }],
];

/** "Anfang", "Mitte", "Ende", "Monatsende", "Jahresende" */
export function recognizePart(at: Cursor): Match | undefined {
  const word = at.word(0);
  const part = PARTS.get(word);
  if (part !== undefined) return { pieces: [{ kind: "part", part }], length: 1 };
  for (const [beginning, piece] of COMPOUNDS) {
    const inWord = word.startsWith(beginning) ? PARTS.get(word.slice(beginning.length)) : undefined;
    if (inWord !== undefined) return { pieces: [{ kind: "part", part: inWord }, piece], length: 1 };
  }
  return undefined;
}

function spanOf(piece: SpanPiece, length: number): Match {
  return { pieces: [piece], length };
}
