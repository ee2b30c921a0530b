import type { DateCandidate, DateReading, QuestionReason, TimeSpan } from "../../core/kernel/date-reading.ts";
import { addDays, type LocalDate, makeLocalTime } from "../../core/kernel/local-date.ts";
import { resolveTerms } from "./join-terms.ts";
import { type Days, type Failure, failure, type Seen, type Span, type TimeOutcome, type Vague } from "./outcome.ts";
import type { Outline } from "./outline.ts";
import { resolveDay } from "./resolve-day.ts";
import type { Contradiction } from "./resolve-term.ts";
import { resolveTime } from "./resolve-time.ts";

/** What is known when the parts are put together. */
type Situation = {
  readonly text: string;
  readonly outline: Outline;
  readonly seen: Seen;
  readonly isDeadline: boolean;
  readonly time: Exclude<TimeOutcome, Failure>;
};

export function composeReading(text: string, outline: Outline, seen: Seen, asksForDeadline: boolean): DateReading {
  const time = timeOf(outline);
  if (outline.isSeries) return seriesOf(text, time);
  if (isKeptAsTyped(outline)) return { kind: "vague", text };
  if (time.kind === "failure") return errorOf(time);
  const isDeadline = asksForDeadline || outline.limit !== "none";
  return readingOf({ text, outline, seen, isDeadline, time });
}

function readingOf(situation: Situation): DateReading {
  const { outline, seen, time } = situation;
  if (outline.dayOrTime !== undefined) return dayOrTimeQuestion(outline.dayOrTime, situation);
  const outcome = resolveTerms(outline.terms, seen, firstSpan(time));
  if (outcome === undefined) return time.kind === "none" ? errorOf(failure("notADate")) : today(situation);
  switch (outcome.kind) {
    case "failure":
      return errorOf(outcome);
    case "contradiction":
      return contradictionOf(outcome, situation);
    case "vague":
      return vagueOf(outcome, situation);
    case "span":
      return situation.isDeadline
        ? daysOf(lastDaysOf(outcome, outline.limit), situation)
        : periodOf(outcome, situation);
    case "days":
      return daysOf(outline.limit === "before" ? dayBefore(outcome) : outcome, situation);
  }
}

function timeOf(outline: Outline): TimeOutcome {
  const [first, ...others] = outline.times;
  const time = resolveTime(first, outline.partOfDay, outline.isAcademicQuarter);
  if (time.kind !== "times" || others.length === 0) return time;
  const further = others.map((piece) => resolveTime(piece, outline.partOfDay, false));
  const spans = further.flatMap((outcome) => (outcome.kind === "times" ? outcome.spans : []));
  return { kind: "times", spans: [...time.spans, ...spans], reason: "severalTimes" };
}

function firstSpan(time: TimeOutcome): TimeSpan | undefined {
  return time.kind === "times" ? time.spans[0] : undefined;
}

function seriesOf(text: string, time: TimeOutcome): DateReading {
  const isSure = time.kind === "times" && time.reason === undefined;
  return isSure ? { kind: "series", text, time: time.spans[0] } : { kind: "series", text };
}

/** "nach Hause" opens nothing: there is no day behind it. */
function isKeptAsTyped(outline: Outline): boolean {
  return outline.isVague || (outline.isOpenStart && outline.terms.length > 0);
}

/** Only a time: today, unless that is over. */
function today(situation: Situation): DateReading {
  const { reference, referenceTime, direction } = situation.seen;
  const span = firstSpan(situation.time);
  const hasPassed = span !== undefined && referenceTime !== undefined && span.from < referenceTime;
  if (direction === "nearest" || !hasPassed) return daysOf({ kind: "days", dates: [reference] }, situation);
  return daysOf({ kind: "days", dates: [reference, addDays(reference, 1)], reason: "timeHasPassed" }, situation);
}

function dayBefore(days: Days): Days {
  const [first, ...others] = days.dates;
  return { ...days, dates: [addDays(first, -1), ...others.map((date) => addDays(date, -1))] };
}

/** Anfang des Monats is its first day, Mitte the 15th, Ende the last (§ 192 BGB); "bis Mai" may mean either end of April or of May. */
function lastDaysOf(span: Span, limit: Outline["limit"]): Days {
  const before = addDays(span.whole.from, -1);
  if (limit === "before") return { kind: "days", dates: [before] };
  if (span.part === "start") return { kind: "days", dates: [span.whole.from] };
  if (span.part === "middle") return { kind: "days", dates: [addDays(span.whole.from, 14)] };
  if (span.part === "end" || limit !== "until") return { kind: "days", dates: [span.to] };
  return { kind: "days", dates: [before, span.to], reason: "deadlineOfPeriod" };
}

function vagueOf(vague: Vague, situation: Situation): DateReading {
  const [first, ...others] = vague.lastDays;
  if (!situation.isDeadline || first === undefined) return { kind: "vague", text: situation.text };
  const dates = [first, ...others] as const;
  return daysOf(
    others.length === 0 ? { kind: "days", dates } : { kind: "days", dates, reason: "deadlineOfPeriod" },
    situation,
  );
}

/** A stretch with a doubt about it has no form for its question, so it stays as typed. */
function periodOf(span: Span, situation: Situation): DateReading {
  const { time, outline, text } = situation;
  const isDoubtful = outline.unread.length > 0 || time.kind === "midnight" || (time.kind === "times" && time.reason);
  if (isDoubtful) return { kind: "vague", text };
  const { from, to } = span;
  return time.kind === "times" ? { kind: "period", from, to, time: time.spans[0] } : { kind: "period", from, to };
}

function daysOf(days: Days, situation: Situation): DateReading {
  const { isDeadline, time, outline } = situation;
  const candidates = days.dates.flatMap((date) => candidatesOn(date, time, isDeadline));
  const reason = reasonOf(days, situation);
  const [first] = candidates;
  if (reason === undefined && first !== undefined) return { kind: "date", ...first, isDeadline };
  const question = { kind: "question", reason: reason ?? "severalDates", candidates, isDeadline } as const;
  return outline.unread.length === 0 ? question : { ...question, rest: outline.unread.join(" ") };
}

function reasonOf(days: Days, { outline, time, isDeadline }: Situation): QuestionReason | undefined {
  if (outline.unread.length > 0) return "unreadText";
  if (days.reason !== undefined) return days.reason;
  if (time.kind === "times") return time.reason;
  return time.kind === "midnight" && !isDeadline ? "midnight" : undefined;
}

function candidatesOn(date: LocalDate, time: Situation["time"], isDeadline: boolean): readonly DateCandidate[] {
  if (time.kind === "times") return time.spans.map((span) => ({ date, time: span }));
  // The end of the day is what a last day means anyway.
  if (time.kind === "none" || isDeadline) return [{ date }];
  const midnight = makeLocalTime(0, 0);
  if (midnight === undefined) return [{ date }];
  const span: TimeSpan = { from: midnight, precision: "exact" };
  return [date, addDays(date, 1)].map((day) => ({ date: day, time: span }));
}

function contradictionOf(contradiction: Contradiction, { time, isDeadline }: Situation): DateReading {
  const { date, contradictedBy } = contradiction;
  const span = time.kind === "times" && time.reason === undefined ? time.spans[0] : undefined;
  const candidates = [...new Set(contradiction.candidates)].map((candidate) =>
    span === undefined ? { date: candidate } : { date: candidate, time: span },
  );
  return { kind: "contradiction", date, contradictedBy, candidates, isDeadline };
}

function dayOrTimeQuestion(typed: { readonly day: number; readonly month: number }, situation: Situation): DateReading {
  const asDay = resolveDay({ kind: "day", day: typed.day, month: typed.month }, situation.seen);
  const from = makeLocalTime(typed.day, typed.month);
  const asTime: readonly DateCandidate[] =
    from === undefined ? [] : [{ date: situation.seen.reference, time: { from, precision: "exact" } }];
  const days = asDay.kind === "days" ? asDay.dates.map((date) => ({ date })) : [];
  const candidates = [...days, ...asTime];
  return { kind: "question", reason: "dayOrTime", candidates, isDeadline: situation.isDeadline };
}

function errorOf({ code, part, candidates }: Failure): DateReading {
  const days = candidates.map((date) => ({ date }));
  return part === undefined
    ? { kind: "error", code, candidates: days }
    : { kind: "error", code, part, candidates: days };
}
