import type { ContradictedBy, TimeSpan } from "../../core/kernel/date-reading.ts";
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  partsOf,
  quarterOf,
  type Weekday,
  weekdayOf,
} from "../../core/kernel/local-date.ts";
import { type Days, eitherDay, type Failure, failure, oneDay, type Seen, type TermOutcome } from "./outcome.ts";
import type { Term } from "./outline.ts";
import type { DayPiece, SpanPiece, Unit } from "./piece.ts";
import { resolveDay, resolveFeast, resolveNth, sameDayInOtherYears } from "./resolve-day.ts";
import { resolveSpan } from "./resolve-span.ts";
import { inWeekOf, resolveWeekday, resolveWeekdayInWeeks } from "./resolve-weekday.ts";

export type Contradiction = {
  readonly kind: "contradiction";
  readonly date: LocalDate;
  readonly contradictedBy: ContradictedBy;
  readonly candidates: readonly LocalDate[];
};

/** The days a term means, seen from the reference; undefined if it names none. */
export function resolveTerm(term: Term, seen: Seen, time?: TimeSpan): TermOutcome | Contradiction | undefined {
  const anchor = fixedDays(term, seen);
  if (anchor === undefined) return looseDays(term, seen, time);
  if (term.part !== undefined) return { kind: "vague", lastDays: [] };
  if (anchor.kind === "failure") return anchor;
  const stepped = term.step === undefined ? anchor : moved(anchor, term.step.amount, term.step.unit);
  if (stepped.kind === "failure") return stepped;
  // "am Tag vor Montag, dem 12. Mai": the weekday belongs to the day it stands beside.
  if (!term.spans.every((span) => isAbout(span, anchor, seen))) return { kind: "vague", lastDays: [] };
  return contradictionIn(anchor, term, seen) ?? narrowed(stepped, term, stepped === anchor);
}

/** Days that stand by themselves, so that a weekday beside them is a check and no choice. */
function fixedDays(term: Term, seen: Seen): Days | Failure | undefined {
  const named = [
    term.day === undefined ? undefined : resolveDay(withYearBeside(term.day, term.spans), seen),
    term.nth === undefined ? undefined : resolveNth(term.nth, seen),
    term.feast === undefined ? undefined : resolveFeast(term.feast.feast, term.feast.year, seen),
  ].flatMap((outcome) => outcome ?? []);
  const counted = countedDays(term, seen, named.length > 0);
  const [first, ...others] = counted === undefined ? named : [...named, counted];
  return first === undefined ? undefined : others.reduce(agreed, first);
}

/** "heute in 14 Tagen"; "in 14 Tagen" alone only beside a named day, as a second word for it. */
function countedDays(term: Term, seen: Seen, isBesideNamed: boolean): Days | Failure | undefined {
  if (term.relativeDay === undefined && !(isBesideNamed && term.offset !== undefined)) return undefined;
  const base = addDays(seen.reference, term.relativeDay?.days ?? 0);
  return term.offset === undefined ? oneDay(base) : offsetFrom(base, term.offset.amount, term.offset.unit);
}

/** "heute, 27.11.": two words for one day have to agree. */
function agreed(one: Days | Failure, other: Days | Failure): Days | Failure {
  if (one.kind === "failure") return one;
  if (other.kind === "failure") return other;
  const shared = one.dates.find((date) => other.dates.includes(date));
  if (shared !== undefined) return oneDay(shared);
  return { kind: "days", dates: [...one.dates, ...other.dates], reason: "severalDates" };
}

/** "27.12. nächstes Jahr" */
function withYearBeside(day: DayPiece, spans: readonly SpanPiece[]): DayPiece {
  const year = spans.find((span) => span.kind === "year");
  return day.year === undefined && year !== undefined ? { ...day, year: year.year } : day;
}

function looseDays(term: Term, seen: Seen, time: TimeSpan | undefined): TermOutcome | undefined {
  const [span] = term.spans;
  if (term.weekday !== undefined) return weekdayDays(term, term.weekday.weekday, seen, time);
  if (term.offset !== undefined && (span !== undefined || term.part !== undefined))
    return { kind: "vague", lastDays: [] };
  if (term.offset !== undefined) return offsetFrom(seen.reference, term.offset.amount, term.offset.unit);
  const isEmpty = term.part === undefined && term.step === undefined;
  if (span === undefined) return isEmpty ? undefined : { kind: "vague", lastDays: [] };
  return term.spans.length === 1 && term.step === undefined
    ? resolveSpan(span, term.part, seen)
    : { kind: "vague", lastDays: [] };
}

function weekdayDays(term: Term, weekday: Weekday, seen: Seen, time: TimeSpan | undefined): TermOutcome {
  const week = term.spans.find((span) => span.kind === "week" || span.kind === "calendarWeek");
  if (term.part !== undefined || term.step !== undefined) return { kind: "vague", lastDays: [] };
  if (week !== undefined) {
    const span = resolveSpan(week, undefined, seen);
    return span.kind === "span" ? oneDay(inWeekOf(span.from, weekday)) : span;
  }
  if (term.spans.length > 0) return { kind: "vague", lastDays: [] };
  if (term.offset === undefined) return resolveWeekday(weekday, term.weekday?.which, seen, time);
  const weeks = weeksOf(term.offset.amount, term.offset.unit);
  if (weeks === undefined) return { kind: "vague", lastDays: [] };
  return Math.abs(weeks) > 520 ? failure("tooFarAway") : resolveWeekdayInWeeks(weekday, weeks, seen);
}

function weeksOf(amount: number, unit: Unit): number | undefined {
  if (unit === "week") return amount;
  return unit === "day" && amount % 7 === 0 ? amount / 7 : undefined;
}

function offsetFrom(base: LocalDate, amount: number, unit: Unit): Days | Failure {
  const end = shifted(base, amount, unit);
  if (end === undefined) return failure("tooFarAway");
  if (amount === 8 && unit === "day") return eitherDay("eightDays", addDays(base, 7), end);
  return oneDay(end);
}

function moved(days: Days, amount: number, unit: Unit): Days | Failure {
  const [first, ...others] = days.dates.map((date) => shifted(date, amount, unit));
  if (first === undefined) return failure("tooFarAway");
  return { ...days, dates: [first, ...others.flatMap((date) => date ?? [])] };
}

const MOST = { day: 3660, week: 520, month: 120, year: 50 } satisfies Record<Unit, number>;

function shifted(date: LocalDate, amount: number, unit: Unit): LocalDate | undefined {
  if (Math.abs(amount) > MOST[unit]) return undefined;
  if (unit === "day") return addDays(date, amount);
  if (unit === "week") return addDays(date, amount * 7);
  return addMonths(date, unit === "month" ? amount : amount * 12);
}

/** Quarters and weeks are checked with a message of their own; any other stretch has to hold the day. */
function isAbout(span: SpanPiece, days: Days, seen: Seen): boolean {
  if (span.kind === "quarter" || span.kind === "calendarWeek") return true;
  const resolved = resolveSpan(span, undefined, seen);
  return resolved.kind === "span" && days.dates.every((date) => resolved.from <= date && date <= resolved.to);
}

/** A weekday, quarter or week beside a day that none of the possible days fits. */
function contradictionIn(days: Days, term: Term, seen: Seen): Contradiction | undefined {
  const [date] = days.dates;
  const weekday = term.weekday?.weekday;
  if (weekday !== undefined && !days.dates.some((candidate) => weekdayOf(candidate) === weekday)) {
    const otherYears = term.day === undefined ? [] : sameDayInOtherYears(term.day, seen);
    const fitting = otherYears.filter((candidate) => weekdayOf(candidate) === weekday);
    const candidates = [date, ...nearestWeekdays(date, weekday), ...fitting];
    return { kind: "contradiction", date, contradictedBy: { kind: "weekday", weekday }, candidates };
  }
  for (const span of term.spans) {
    const contradictedBy = contradictingSpan(date, span, seen);
    if (contradictedBy !== undefined) return { kind: "contradiction", date, contradictedBy, candidates: [date] };
  }
  return undefined;
}

function nearestWeekdays(date: LocalDate, weekday: Weekday): readonly LocalDate[] {
  const later = addDays(date, (weekday - weekdayOf(date) + 7) % 7);
  const earlier = addDays(later, -7);
  return daysBetween(date, later) <= daysBetween(earlier, date) ? [later, earlier] : [earlier, later];
}

function contradictingSpan(date: LocalDate, span: SpanPiece, seen: Seen): ContradictedBy | undefined {
  if (span.kind === "quarter") {
    const quarter = quarterOf(date);
    // 1–4 is checked; anything else never equals a quarter and is reported with the quarter of the day.
    const isNamed = span.quarter === 1 || span.quarter === 2 || span.quarter === 3 || span.quarter === 4;
    return span.quarter === quarter ? undefined : { kind: "quarter", quarter: isNamed ? span.quarter : quarter };
  }
  if (span.kind !== "calendarWeek") return undefined;
  const inItsYears = [-1, 0, 1].some((shift) => {
    const year: SpanPiece = { ...span, year: span.year ?? { kind: "absolute", year: partsOf(date).year + shift } };
    const week = resolveSpan(year, undefined, seen);
    return week.kind === "span" && week.from <= date && date <= week.to;
  });
  return inItsYears ? undefined : { kind: "calendarWeek", week: span.week };
}

/** Of several possible days only those on the typed weekday stay. */
function narrowed(days: Days, term: Term, isUnmoved: boolean): Days {
  const weekday = term.weekday?.weekday;
  if (weekday === undefined || !isUnmoved) return days;
  const [first, ...others] = days.dates.filter((date) => weekdayOf(date) === weekday);
  if (first === undefined) return days;
  return others.length === 0 ? oneDay(first) : { ...days, dates: [first, ...others] };
}
