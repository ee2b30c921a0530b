import { daysBetween, type LocalDate, type LocalTime } from "../kernel/local-date.ts";
import { daysLater, type Holidays, workdayUpTo } from "../kernel/workdays.ts";
import { requireCounts } from "./integers.ts";
import { dayBefore, type PeriodLength } from "./period.ts";
import type { DayCount, TimeOfDay } from "./rule-values.ts";

/** Rückwärtsfrist: how it is counted back from a meeting. */
export type BackPeriod = {
  readonly length: PeriodLength;
  readonly count: DayCount;
  /** Never later: a period counted back protects those who are to have the time (§ 121 Abs. 7 AktG as model). */
  readonly shift: "none" | "earlier";
  /** Days more, as for a letter. */
  readonly moreDays?: number;
};

export type LatestDay = { readonly latest: LocalDate; readonly shiftedFrom?: LocalDate };

/** Letzter Tag einer Rückwärtsfrist: clear days leave the day itself and the day of the meeting out, the n-th day before may be used. */
export function latestDayBefore(period: BackPeriod, meeting: LocalDate, holidays: Holidays): LatestDay {
  const { length, count, shift, moreDays = 0 } = period;
  requireCounts({ moreDays });
  const counted = daysLater(dayBefore(length, meeting), -moreDays - (count === "clear" ? 1 : 0));
  const latest = shift === "earlier" ? workdayUpTo(counted, holidays) : counted;
  return { latest, ...(latest === counted ? {} : { shiftedFrom: counted }) };
}

/** Volle Tage dazwischen: neither the one day nor the day of the meeting; 0 if there is none. */
export function clearDaysBetween(day: LocalDate, meeting: LocalDate): number {
  return Math.max(0, daysBetween(day, meeting) - 1);
}

/** Uhrzeitgrenze: what comes after it counts as of the next day. Without a limit the whole day counts (§ 188 BGB). */
export function dayThatCounts(day: LocalDate, time: LocalTime | undefined, cutoff: TimeOfDay | null): LocalDate {
  return cutoff !== null && time !== undefined && time > cutoff ? daysLater(day, 1) : day;
}
