import { feastAt } from "./feasts.ts";
import type { DayPiece, Match } from "./piece.ts";
import { yearAt } from "./recognize-years.ts";
import type { Cursor } from "./tokens.ts";
import { MONTHS, NUMBER_WORDS, ORDINALS, WEEKDAYS, WHICH } from "./vocabulary.ts";

/** "2026-12-03", also before a "T" and a time. */
export function recognizeIsoDay(at: Cursor): Match | undefined {
  if (at.digits(0) !== 4 || !at.isSign(1, "-") || at.digits(2) !== 2 || !at.isSign(3, "-") || at.digits(4) !== 2) {
    return undefined;
  }
  const year = at.number(0, 4) ?? 0;
  const piece: DayPiece = { ...dayAndMonth(at.number(4), at.number(2)), year: { kind: "absolute", year } };
  return { pieces: [piece], length: at.word(5) === "t" ? 6 : 5 };
}

/** "12.5.", "12.5.27", "27.01.d.J.", "27-11-2026", "27/11/2026" */
export function recognizeNumericDay(at: Cursor): Match | undefined {
  const day = at.number(0);
  const month = at.number(2);
  if (day === undefined || month === undefined) return undefined;
  if ((at.isSign(1, "-") && at.isSign(3, "-")) || (at.isSign(1, "/") && at.isSign(3, "/"))) {
    // With slashes 5/12 is read both ways in the world; only 27/11 is certain.
    const isCertain = at.digits(4) === 4 && (at.isSign(1, "-") || day > 12);
    const year = isCertain ? yearAt(at, 4) : undefined;
    return year === undefined ? undefined : { pieces: [{ ...dayAndMonth(day, month), year: year.year }], length: 5 };
  }
  if (!at.isSign(1, ".") || !at.isSign(3, ".") || at.hasGap(3)) return undefined;
  const year = yearAt(at, 4, { allowsShort: !at.hasGap(4) });
  if (year === undefined && month > 12 && at.digits(2) === 2) return undefined;
  if (year === undefined) return { pieces: [dayAndMonth(day, month)], length: 4 };
  return { pieces: [{ ...dayAndMonth(day, month), year: year.year }], length: 4 + year.length };
}

/** "9.12": a day if it follows "am" or a year comes after it, a time after "um"; else open. */
export function recognizeDayOrTime(at: Cursor): Match | undefined {
  const day = at.number(0);
  const month = at.number(2);
  if (day === undefined || month === undefined || month < 1 || month > 12) return undefined;
  if (!at.isSign(1, ".") || at.hasGap(1) || at.hasGap(2) || isClockContext(at)) return undefined;
  const year = yearAt(at, 3);
  if (year !== undefined) return { pieces: [{ ...dayAndMonth(day, month), year: year.year }], length: 3 + year.length };
  if (at.digits(2) === 1) return { pieces: [dayAndMonth(day, month)], length: 3 };
  const isDay = ["am", "den", "dem", "der", "vom", "zum"].includes(at.word(-1)) || day > 24;
  return { pieces: [{ kind: "dayOrTime", day, month, isDay }], length: 3 };
}

function isClockContext(at: Cursor): boolean {
  const isRange = (at.isSign(3, "-") || at.word(3) === "bis") && at.number(4) !== undefined;
  return isRange || ["uhr", "h"].includes(at.word(3)) || ["um", "ab", "gegen", "bis", "von"].includes(at.word(-1));
}

/** "12. Mai", "01. Sept. 2027", "4. Jänner d. J.", "zwölfter Mai" */
export function recognizeWrittenDay(at: Cursor): Match | undefined {
  const day = at.number(0) ?? ORDINALS.get(at.word(0));
  if (day === undefined) return undefined;
  const monthAt = at.isSign(1, ".") ? 2 : 1;
  const month = MONTHS.get(at.word(monthAt));
  if (month === undefined) return undefined;
  const end = afterDot(at, monthAt + 1);
  const year = yearAt(at, end);
  if (year === undefined) return { pieces: [dayAndMonth(day, month)], length: end };
  return { pieces: [{ ...dayAndMonth(day, month), year: year.year }], length: end + year.length };
}

/** "am 3. d. M.", "12. nächsten Monats" */
export function recognizeDayOfNearMonth(at: Cursor): Match | undefined {
  const day = at.number(0);
  if (day === undefined || !at.isSign(1, ".")) return undefined;
  const shift = monthShiftAt(at, 2);
  if (shift === undefined) return undefined;
  return { pieces: [{ kind: "day", day, month: { shift: shift.shift } }], length: 2 + shift.length };
}

/** "1. Sitzung" is no first of the month. */
const COUNTED = new Set(["sitzung", "termin", "tag"]);

/** "20."; the first number of "10.–12. Mai" and "10-12. Mai". */
export function recognizeBareDay(at: Cursor): Match | undefined {
  const day = at.number(0);
  if (day === undefined || day < 1 || day > 31 || COUNTED.has(at.word(2))) return undefined;
  const isDotted = at.isSign(1, ".") && !at.hasGap(1) && (at.digits(2) === 0 || at.hasGap(2));
  if (isDotted) return { pieces: [{ kind: "day", day }], length: 2 };
  const isJoined = at.isSign(1, "-") || at.isSign(1, "/") || at.word(1) === "bis" || at.word(1) === "und";
  const isFirstOfRange = isJoined && at.number(2) !== undefined && at.isSign(3, ".");
  return isFirstOfRange ? { pieces: [{ kind: "day", day }], length: 1 } : undefined;
}

/** "am ersten Mittwoch im Februar 2027", "letzter Freitag des Monats" */
export function recognizeNthWeekday(at: Cursor): Match | undefined {
  const nth = nthAt(at);
  if (nth === undefined) return undefined;
  const weekday = WEEKDAYS.get(at.word(nth.length));
  const preposition = nth.length + 1;
  if (weekday === undefined || !["im", "in", "des", "vom"].includes(at.word(preposition))) return undefined;
  const month = MONTHS.get(at.word(preposition + 1));
  if (month !== undefined) {
    const end = afterDot(at, preposition + 2);
    const year = yearAt(at, end);
    const piece = { kind: "nth", nth: nth.nth, weekday, month } as const;
    if (year === undefined) return { pieces: [piece], length: end };
    return { pieces: [{ ...piece, year: year.year }], length: end + year.length };
  }
  const shift = monthShiftAt(at, preposition + 1);
  if (shift === undefined) return undefined;
  const piece = { kind: "nth", nth: nth.nth, weekday, month: { shift: shift.shift } } as const;
  return { pieces: [piece], length: preposition + 1 + shift.length };
}

/** "Heiligabend", "Christi Himmelfahrt 2027" */
export function recognizeFeast(at: Cursor): Match | undefined {
  const found = feastAt(at);
  if (found === undefined) return undefined;
  const year = yearAt(at, found.length);
  if (year === undefined) return { pieces: [{ kind: "feast", feast: found.feast }], length: found.length };
  return { pieces: [{ kind: "feast", feast: found.feast, year: year.year }], length: found.length + year.length };
}

function nthAt(at: Cursor): { readonly nth: number | "last"; readonly length: number } | undefined {
  if (WHICH.get(at.word(0)) === "last") return { nth: "last", length: 1 };
  const ordinal = ORDINALS.get(at.word(0));
  if (ordinal !== undefined) return { nth: ordinal, length: 1 };
  const number = at.number(0);
  return number !== undefined && at.isSign(1, ".") ? { nth: number, length: 2 } : undefined;
}

const SHIFTS_OF_MONTH = { this: 0, next: 1, coming: 1, afterNext: 2, last: -1, past: -1 } as const;
const MONTH_LETTERS = new Map([
  ["d", 0],
  ["v", -1],
  ["n", 1],
]);

/** "d. M.", "des Monats" (behind "des" or "im"), "nächsten Monats" */
function monthShiftAt(at: Cursor, offset: number): { readonly shift: number; readonly length: number } | undefined {
  const letter = MONTH_LETTERS.get(at.word(offset));
  if (letter !== undefined && at.isSign(offset + 1, ".") && at.word(offset + 2) === "m") {
    return { shift: letter, length: afterDot(at, offset + 3) - offset };
  }
  if (["monat", "monats"].includes(at.word(offset))) return { shift: 0, length: 1 };
  const start = at.word(offset) === "des" ? offset + 1 : offset;
  if (start > offset && at.word(start) === "monats") return { shift: 0, length: 2 };
  const which = WHICH.get(at.word(start));
  if (which === undefined || !["monat", "monats"].includes(at.word(start + 1))) return undefined;
  return { shift: SHIFTS_OF_MONTH[which], length: start + 2 - offset };
}

export function afterDot(at: Cursor, offset: number): number {
  return at.isSign(offset, ".") && !at.hasGap(offset) ? offset + 1 : offset;
}

/** "14", "vierzehn" */
export function amountAt(at: Cursor, offset: number): number | undefined {
  return at.number(offset, 9) ?? NUMBER_WORDS.get(at.word(offset));
}

function dayAndMonth(day: number | undefined, month: number | undefined): DayPiece {
  return { kind: "day", day: day ?? 0, month: month ?? 0 };
}
