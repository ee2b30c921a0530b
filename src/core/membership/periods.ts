import { addDays, type LocalDate } from "../kernel/local-date.ts";

/** Zeitraum, in dem ein Eintrag gilt: both days inclusive; open without `until`. Void if `until` lies before `from`. */
export type Period<R> = R & { readonly from: LocalDate; readonly until?: LocalDate };

/** A record as it stands (or stood last), with what it said in earlier periods, oldest first. */
export type Dated<R> = Period<R> & { readonly earlier: readonly Period<R>[] };

/** What held on a day; undefined where no period covers it. */
export function recordOn<R extends object>(dated: Dated<R>, date: LocalDate): Period<R> | undefined {
  if (covers(dated, date)) return dated;
  return dated.earlier.find((period) => covers(period, date));
}

/** Beginn: a membership begins (again), or the day of its beginning is put right; a period that was still open is replaced. */
export function begun<R extends object>(known: Dated<R> | undefined, record: R, from: LocalDate): Dated<R> {
  const ended = known === undefined ? [] : periodsOf(known).filter((period) => isOverBefore(period, from));
  return { ...record, from, earlier: ended };
}

/** Änderung from a day on: what was said for later days is replaced, what was said for earlier days stays. */
export function changed<R extends object>(known: Dated<R>, record: R, from: LocalDate): Dated<R> {
  const before = periodsOf(known)
    .filter((period) => period.from < from)
    .map((period) => (isOverBefore(period, from) ? period : { ...period, until: dayBefore(from) }));
  return { ...record, from, earlier: before };
}

/** Ende with a last day. A change that was announced for a later day does not come about. */
export function ended<R extends object>(known: Dated<R>, until: LocalDate): Dated<R> {
  const last = known.earlier.at(-1);
  const isAnnounced = known.from > until && last?.until !== undefined && last.until >= until;
  if (!isAnnounced) return { ...known, until };
  return ended({ ...last, earlier: known.earlier.slice(0, -1) }, until);
}

export const dayBefore = (date: LocalDate): LocalDate => addDays(date, -1);

/** All periods, oldest first. */
export function periodsOf<R extends object>(dated: Dated<R>): readonly Period<R>[] {
  const { earlier, ...current } = dated;
  // What is left without `earlier` is the present period; the compiler cannot see it through the generic record.
  return [...earlier, current as unknown as Period<R>];
}

function covers<R>(period: Period<R>, date: LocalDate): boolean {
  return period.from <= date && (period.until === undefined || date <= period.until);
}

const isOverBefore = <R>(period: Period<R>, date: LocalDate): boolean =>
  period.until !== undefined && period.until < date && period.from < date;
