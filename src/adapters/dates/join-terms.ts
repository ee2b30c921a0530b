import type { TimeSpan } from "../../core/kernel/date-reading.ts";
import { addDays, type LocalDate } from "../../core/kernel/local-date.ts";
import { failure, type Seen, type Span, type TermOutcome } from "./outcome.ts";
import type { Term } from "./outline.ts";
import type { DayPiece, SpanPiece, YearRef } from "./piece.ts";
import { type Contradiction, resolveTerm } from "./resolve-term.ts";

type Outcome = TermOutcome | Contradiction | undefined;

/** What several terms mean together: a stretch, days next to each other, or a choice. */
export function resolveTerms(terms: readonly Term[], seen: Seen, time?: TimeSpan): Outcome {
  const [only, second] = terms;
  if (only === undefined) return undefined;
  if (second === undefined) return resolveTerm(only, seen, time);
  const outcomes = resolveInOrder(completed(terms), seen, time);
  const troubled = outcomes.find((outcome) => outcome === undefined || isTrouble(outcome));
  if (troubled !== undefined) return troubled;
  const stretches = outcomes.flatMap((outcome) => stretchOf(outcome) ?? []);
  if (stretches.length !== terms.length) return { kind: "vague", lastDays: [] };
  return joined(stretches, second.join, terms.length);
}

type Stretch = { readonly from: LocalDate; readonly to: LocalDate; readonly isDay: boolean };

function joined(stretches: readonly Stretch[], join: Term["join"], count: number): TermOutcome {
  const [first, ...others] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return { kind: "vague", lastDays: [] };
  if (join === "to" && count === 2) {
    return first.from <= last.to ? spanOf(first.from, last.to) : failure("endBeforeStart");
  }
  const isUnbroken = others.every((stretch, index) => follows(stretches[index], stretch));
  if (join !== "or" && isUnbroken) return spanOf(first.from, last.to);
  if (!stretches.every((stretch) => stretch.isDay)) return { kind: "vague", lastDays: [] };
  return { kind: "days", dates: [first.from, ...others.map((stretch) => stretch.from)], reason: "severalDates" };
}

function follows(before: Stretch | undefined, after: Stretch): boolean {
  return before !== undefined && addDays(before.to, 1) === after.from;
}

/** Each later term is seen from the one before: "28.12. bis 3.1." ends in the next year. */
function resolveInOrder(terms: readonly Term[], seen: Seen, time: TimeSpan | undefined): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  let from = seen;
  for (const term of terms) {
    const outcome = resolveTerm(term, isSeenFromToday(term) ? seen : from, time);
    outcomes.push(outcome);
    const start = outcome === undefined ? undefined : stretchOf(outcome)?.from;
    if (start !== undefined) from = { reference: start, referenceTime: undefined, direction: "forward" };
  }
  return outcomes;
}

/** "nächster Woche", "heute", "in 14 Tagen": counted from the reference itself. */
function isSeenFromToday(term: Term): boolean {
  return term.relativeDay !== undefined || term.offset !== undefined || term.spans.some(isShift);
}

function isShift(span: SpanPiece): boolean {
  return ["week", "monthShift", "quarterShift"].includes(span.kind);
}

function isPlainWeekday(term: Term): boolean {
  const isAlone =
    term.day === undefined && term.nth === undefined && term.offset === undefined && term.spans.length === 0;
  return isAlone && term.weekday !== undefined && term.weekday.which === undefined;
}

function isTrouble(outcome: Exclude<Outcome, undefined>): boolean {
  return outcome.kind !== "span" && (outcome.kind !== "days" || outcome.dates.length > 1);
}

function stretchOf(outcome: Outcome): Stretch | undefined {
  if (outcome?.kind === "days") return { from: outcome.dates[0], to: outcome.dates[0], isDay: true };
  return outcome?.kind === "span" ? { from: outcome.from, to: outcome.to, isDay: false } : undefined;
}

/** What German says once for both: "10. bis 12. September 2027", "Anfang bis Mitte Februar". */
function completed(terms: readonly Term[]): readonly Term[] {
  const result: Term[] = [];
  for (const term of [...terms].reverse()) result.unshift(completedFrom(term, result[0]));
  return result.map((term, index) => withYearOf(term, result[index - 1]));
}

function completedFrom(term: Term, next: Term | undefined): Term {
  if (next === undefined) return term;
  if (term.day !== undefined && next.day !== undefined) return { ...term, day: completedDay(term.day, next.day) };
  const week = next.spans.find((candidate) => candidate.kind === "week" || candidate.kind === "calendarWeek");
  if (isPlainWeekday(term) && week !== undefined) return { ...term, spans: [week] };
  const isPartAlone = term.part !== undefined && term.spans.length === 0;
  if (isPartAlone) return { ...term, spans: next.spans };
  const [span] = term.spans;
  const year = yearOfSpan(next.spans[0]);
  if (span?.kind !== "month" || span.year !== undefined || year === undefined) return term;
  return { ...term, spans: [{ ...span, year }] };
}

function completedDay(day: DayPiece, next: DayPiece): DayPiece {
  if (day.month === undefined) return { ...next, day: day.day };
  if (day.year !== undefined || next.year === undefined) return day;
  const isAfterInYear = typeof day.month === "number" && typeof next.month === "number" && day.month > next.month;
  return { ...day, year: isAfterInYear ? yearBefore(next.year) : next.year };
}

function yearBefore(year: YearRef): YearRef {
  if (year.kind === "absolute") return { kind: "absolute", year: year.year - 1 };
  if (year.kind === "shift") return { kind: "shift", shift: year.shift - 1 };
  return { kind: "short", digits: (year.digits + 99) % 100 };
}

/** "28.12.2026 bis 31.12.": the year of the start holds on, unless the month is earlier. */
function withYearOf(term: Term, previous: Term | undefined): Term {
  const [day, start] = [term.day, previous?.day];
  if (day?.month === undefined || day.year !== undefined || start?.year === undefined) return term;
  const isEarlierInYear = typeof day.month === "number" && typeof start.month === "number" && day.month < start.month;
  return isEarlierInYear ? term : { ...term, day: { ...day, year: start.year } };
}

function yearOfSpan(span: SpanPiece | undefined): YearRef | undefined {
  return span?.kind === "month" ? span.year : undefined;
}

function spanOf(from: LocalDate, to: LocalDate): Span {
  return { kind: "span", from, to, whole: { from, to } };
}
