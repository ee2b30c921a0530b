import {
  addDays,
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  isLeapYear,
  type LocalDate,
  lastDayOfMonth,
  makeLocalDate,
  partsOf,
  weekdayOf,
} from "../../core/kernel/local-date.ts";
import { feastIn } from "./feasts.ts";
import { type Days, type Failure, failure, oneDay, type Seen } from "./outcome.ts";
import type { DayPiece, Feast, NthPiece, YearRef } from "./piece.ts";
import { pickInYear, pickSeen, yearsAround, yearsOf } from "./seen-from.ts";

export function resolveDay(piece: DayPiece, seen: Seen): Days | Failure {
  if (piece.month === undefined) return resolveBareDay(piece.day, seen);
  if (typeof piece.month !== "number") {
    const { year, month } = partsOf(addMonths(firstDayOfMonth(seen.reference), piece.month.shift));
    return existingDay(year, month, piece.day);
  }
  if (piece.year === undefined) return resolveYearless(piece.month, piece.day, seen);
  const [year, otherYear] = yearsOf(piece.year, seen);
  const first = existingDay(year ?? 0, piece.month, piece.day);
  if (otherYear === undefined || first.kind === "failure") return first;
  const second = makeLocalDate(otherYear, piece.month, piece.day);
  return second === undefined ? first : { kind: "days", dates: [first.dates[0], second], reason: "whichCentury" };
}

/** "am 20.": the month ahead (or closest) that has such a day. */
function resolveBareDay(day: number, seen: Seen): Days | Failure {
  const firsts = [-2, -1, 0, 1, 2].map((shift) => addMonths(firstDayOfMonth(seen.reference), shift));
  const found = firsts.flatMap((first) => {
    const { year, month } = partsOf(first);
    return stretchOf(makeLocalDate(year, month, day)) ?? [];
  });
  const picked = pickSeen(seen, found);
  return picked === undefined ? failure("noSuchDay", `${day}.`) : oneDay(picked.from);
}

function resolveYearless(month: number, day: number, seen: Seen): Days | Failure {
  // The month's last day stands in for 29.2. and 31.4., so that they get a year too.
  const picked = pickInYear(undefined, seen, (year) =>
    stretchOf(makeLocalDate(year, month, Math.min(day, daysInMonth(year, month)))),
  );
  const year = picked === undefined ? partsOf(seen.reference).year : partsOf(picked.from).year;
  const found = existingDay(year, month, day);
  if (found.kind === "days" || month !== 2 || day !== 29) return found;
  const leapYear = [1, 2, 3, 4, 5, 6, 7, 8].map((later) => year + later).find(isLeapYear);
  const leapDay = leapYear === undefined ? undefined : makeLocalDate(leapYear, 2, 29);
  const [before, after] = found.candidates;
  if (leapDay === undefined || before === undefined || after === undefined) return found;
  return { kind: "days", dates: [before, after, leapDay], reason: "leapDay" };
}

/** The day, or the days around the place where it would be. */
function existingDay(year: number, month: number, day: number): Days | Failure {
  const date = makeLocalDate(year, month, day);
  if (date !== undefined) return oneDay(date);
  const part = `${String(day).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
  const lastDay = day > 28 && day <= 31 ? makeLocalDate(year, month, daysInMonth(year, month)) : undefined;
  return failure("noSuchDay", part, lastDay === undefined ? [] : [lastDay, addDays(lastDay, 1)]);
}

/** The same day in the neighbouring years, where the typed weekday may fit. */
export function sameDayInOtherYears(piece: DayPiece, seen: Seen): readonly LocalDate[] {
  const { day, month } = piece;
  if (piece.year !== undefined || typeof month !== "number") return [];
  return yearsAround(seen).flatMap((year) => makeLocalDate(year, month, day) ?? []);
}

export function resolveFeast(feast: Feast, year: YearRef | undefined, seen: Seen): Days | Failure {
  const picked = pickInYear(year, seen, (candidate) => stretchOf(feastIn(candidate, feast)));
  return picked === undefined ? failure("noSuchDay") : oneDay(picked.from);
}

export function resolveNth(piece: NthPiece, seen: Seen): Days | Failure {
  if (typeof piece.month !== "number") {
    const first = addMonths(firstDayOfMonth(seen.reference), piece.month.shift);
    return nthOrFailure(nthWeekdayFrom(first, piece));
  }
  const { month } = piece;
  const picked = pickInYear(piece.year, seen, (year) => {
    const first = makeLocalDate(year, month, 1);
    return first === undefined ? undefined : stretchOf(nthWeekdayFrom(first, piece));
  });
  return nthOrFailure(picked?.from);
}

function nthWeekdayFrom(first: LocalDate, { nth, weekday }: NthPiece): LocalDate | undefined {
  const last = lastDayOfMonth(first);
  if (nth === "last") return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  const date = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return date >= first && date <= last ? date : undefined;
}

function nthOrFailure(date: LocalDate | undefined): Days | Failure {
  return date === undefined ? failure("noSuchWeekdayInMonth") : oneDay(date);
}

function stretchOf(date: LocalDate | undefined): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  return date === undefined ? undefined : { from: date, to: date };
}
