import {
  addDays,
  addMonths,
  firstDayOfMonth,
  type LocalDate,
  lastDayOfMonth,
  makeLocalDate,
  mondayOf,
  mondayOfCalendarWeek,
  quarterOf,
} from "../../core/kernel/local-date.ts";
import { type Failure, failure, type Seen, type Span, type Vague } from "./outcome.ts";
import type { PartOfSpan, SpanPiece } from "./piece.ts";
import { pickInYear, yearsOf } from "./seen-from.ts";

type Stretch = { readonly from: LocalDate; readonly to: LocalDate };

export function resolveSpan(piece: SpanPiece, part: PartOfSpan | undefined, seen: Seen): Span | Vague | Failure {
  if (piece.kind === "month") {
    const found = pickInYear(piece.year, seen, (year) => monthSpan(makeLocalDate(year, piece.month, 1), part));
    return found ?? { kind: "vague", lastDays: [] };
  }
  if (piece.kind === "monthShift") {
    const first = addMonths(firstDayOfMonth(seen.reference), piece.shift);
    return monthSpan(first, part) ?? { kind: "vague", lastDays: [] };
  }
  const whole = wholeOf(piece, seen);
  if (whole === undefined) return { kind: "vague", lastDays: [] };
  if (whole.kind === "failure" || part === undefined) return whole;
  return { kind: "vague", lastDays: lastDaysOf(piece, part, whole) };
}

function wholeOf(piece: Exclude<SpanPiece, { kind: "month" | "monthShift" }>, seen: Seen): Span | Failure | undefined {
  switch (piece.kind) {
    case "week": {
      const monday = addDays(mondayOf(seen.reference), piece.shift * 7);
      return spanOf(monday, addDays(monday, 6));
    }
    case "calendarWeek":
      return calendarWeeks(piece, seen);
    case "quarter":
      if (piece.quarter < 1 || piece.quarter > 4) return failure("noSuchQuarter", `${piece.quarter}. Quartal`);
      return pickInYear(piece.year, seen, (year) => monthsFrom(makeLocalDate(year, piece.quarter * 3 - 2, 1)));
    case "quarterShift": {
      const first = makeLocalDate(Number(seen.reference.slice(0, 4)), quarterOf(seen.reference) * 3 - 2, 1);
      return monthsFrom(first === undefined ? undefined : addMonths(first, piece.shift * 3));
    }
    case "season":
      if (piece.firstMonth === 12 && !piece.overNewYear) return undefined;
      return pickInYear(piece.year, seen, (year) => monthsFrom(makeLocalDate(year, piece.firstMonth, 1)));
    case "year": {
      const [year, other] = yearsOf(piece.year, seen);
      const first = makeLocalDate(year ?? 0, 1, 1);
      return first === undefined || other !== undefined ? undefined : spanOf(first, addDays(addMonths(first, 12), -1));
    }
  }
}

function calendarWeeks(piece: Extract<SpanPiece, { kind: "calendarWeek" }>, seen: Seen): Span | Failure {
  const found = pickInYear(piece.year, seen, (year) => {
    const first = mondayOfCalendarWeek(year, piece.week);
    const last = mondayOfCalendarWeek(year, piece.lastWeek);
    return first === undefined || last === undefined ? undefined : spanOf(first, addDays(last, 6));
  });
  if (found === undefined) return failure("noSuchWeek", `KW ${piece.week}`);
  return found.from <= found.to ? found : failure("endBeforeStart");
}

function monthsFrom(first: LocalDate | undefined): Span | undefined {
  return first === undefined ? undefined : spanOf(first, lastDayOfMonth(addMonths(first, 2)));
}

/** Anfang: days 1–10, Mitte: 11–20, Ende: 21 to the last. */
function monthSpan(first: LocalDate | undefined, part: PartOfSpan | undefined): Span | undefined {
  if (first === undefined) return undefined;
  const last = lastDayOfMonth(first);
  const whole = spanOf(first, last);
  if (part === undefined) return whole;
  const stretches: Readonly<Record<PartOfSpan, Stretch>> = {
    start: { from: first, to: addDays(first, 9) },
    middle: { from: addDays(first, 10), to: addDays(first, 19) },
    end: { from: addDays(first, 20), to: last },
  };
  return { kind: "span", ...stretches[part], part, whole };
}

/** "bis Ende 2026" has a last day; "bis Ende der Woche" has two; "bis Mitte 2027" has none. */
function lastDaysOf(piece: SpanPiece, part: PartOfSpan, whole: Stretch): readonly LocalDate[] {
  if (part !== "end") return [];
  return piece.kind === "week" || piece.kind === "calendarWeek" ? [addDays(whole.to, -2), whole.to] : [whole.to];
}

function spanOf(from: LocalDate, to: LocalDate): Span {
  return { kind: "span", from, to, whole: { from, to } };
}
