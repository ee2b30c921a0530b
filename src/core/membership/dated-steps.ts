import type { LocalDate } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import type { CommitteeFile, DatedEntry } from "./committee-file.ts";
import { begun, changed, type Dated, dayBefore, ended, type Period, periodsOf } from "./periods.ts";
import type { MembershipState } from "./state.ts";

/** What has to happen to one entry so that it becomes what the file says. */
export type DatedStep<R> =
  | { readonly kind: "joined"; readonly record: R; readonly from: LocalDate }
  | { readonly kind: "changed"; readonly record: R; readonly from: LocalDate }
  | { readonly kind: "left"; readonly until: LocalDate };

/** At the founding the day the file gives for everything; afterwards whatever has no date of its own begins today. */
export function baseDay(state: MembershipState, desired: CommitteeFile, today: LocalDate): LocalDate {
  return state.description === undefined ? (desired.since ?? today) : today;
}

/** Who is missing in the file has left: yesterday was the last day, unless it ended before. */
export function stepsToLeave<R extends object>(known: Dated<R>, today: LocalDate): readonly DatedStep<R>[] {
  const lastDay = dayBefore(today);
  return known.until === undefined || known.until > lastDay ? [{ kind: "left", until: lastDay }] : [];
}

/** `start`: first day of somebody new for whom the file names none. */
export function stepsToEnter<R extends object>(entry: DatedEntry<R>, start: LocalDate): readonly DatedStep<R>[] {
  const latest = entry.until !== undefined && entry.until < start ? entry.until : start;
  const joined: DatedStep<R> = { kind: "joined", record: entry.record, from: entry.since ?? latest };
  return entry.until === undefined ? [joined] : [joined, { kind: "left", until: entry.until }];
}

/**
 * A known entry against the file. A day the file names for the first time is the day of the change; a day that is known already
 * says nothing new, and the change takes effect today. Entries that are over are not rewritten.
 */
export function stepsToMatch<R extends object>(
  known: Dated<R>,
  entry: DatedEntry<R>,
  today: LocalDate,
): readonly DatedStep<R>[] {
  const { until } = entry;
  if (until !== undefined && (until < today || until < known.from)) {
    const left: readonly DatedStep<R>[] = known.until === until ? [] : [{ kind: "left", until }];
    const after = ended(known, until);
    return until < today ? left : [...left, ...stepsWithinTerm(after, entry, today)];
  }
  return stepsWithinTerm(known, entry, today);
}

function stepsWithinTerm<R extends object>(
  known: Dated<R>,
  entry: DatedEntry<R>,
  today: LocalDate,
): readonly DatedStep<R>[] {
  const step = recordStep(known, entry, today);
  const after = step === undefined ? known : applied(known, step);
  const left: DatedStep<R> | undefined =
    entry.until === undefined || entry.until === after.until ? undefined : { kind: "left", until: entry.until };
  return [step, left].filter((one) => one !== undefined);
}

function recordStep<R extends object>(
  known: Dated<R>,
  entry: DatedEntry<R>,
  today: LocalDate,
): DatedStep<R> | undefined {
  const { record, since, until } = entry;
  const isNews = since !== undefined && !isKnownDay(known, since, today);
  if (known.until !== undefined && known.until < dayBefore(today)) {
    return { kind: "joined", record, from: isNews ? since : today };
  }
  const isAnnouncementTakenBack = since !== undefined && !isNews && since <= today && known.from > today;
  if (isAnnouncementTakenBack || !sameData(recordOf(known), record)) {
    return { kind: "changed", record, from: dayOfChange(known, since, isNews, today) };
  }
  if (isNews) return { kind: "joined", record, from: since };
  const isEndLifted = known.until !== undefined && until === undefined;
  return isEndLifted ? { kind: "joined", record, from: known.from } : undefined;
}

/** A past day is known if any period began on it, a day to come only if it is the one announced. */
function isKnownDay<R extends object>(known: Dated<R>, day: LocalDate, today: LocalDate): boolean {
  const isReal = ({ from, until }: Period<R>) => until === undefined || from <= until;
  const periods = day > today ? periodsOf(known).slice(-1) : periodsOf(known);
  return periods.some((period) => isReal(period) && period.from === day);
}

function dayOfChange<R extends object>(
  known: Dated<R>,
  since: LocalDate | undefined,
  isNews: boolean,
  today: LocalDate,
): LocalDate {
  if (since !== undefined && (isNews || since > today)) return since;
  const begin = known.earlier[0]?.from ?? known.from;
  return begin > today ? begin : today;
}

function applied<R extends object>(known: Dated<R>, step: DatedStep<R>): Dated<R> {
  if (step.kind === "left") return ended(known, step.until);
  return step.kind === "joined" ? begun(known, step.record, step.from) : changed(known, step.record, step.from);
}

function recordOf<R extends object>(known: Dated<R>): object {
  const { from: _from, until: _until, earlier: _earlier, ...record } = known;
  return record;
}
