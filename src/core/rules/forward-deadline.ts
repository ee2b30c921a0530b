import type { LocalDate } from "../kernel/local-date.ts";
import { type Holidays, workdayFrom, workdayUpTo } from "../kernel/workdays.ts";
import { lastDayOf, type PeriodLength } from "./period.ts";
import type { Citation, Derivation } from "./setting.ts";

/**
 * What happens to a last day on a Saturday, Sunday or holiday: it moves on to the next workday (§ 193 BGB), back to the one before,
 * or stays. `fixedDay`: a day named as the end is kept (§ 31 Abs. 3 S. 2 VwVfG).
 */
export type ForwardShift = "bgb193" | "previousWorkday" | "none" | "fixedDay";

export type ForwardInput = {
  /** Either the day from which the period runs and its length, or the day that was named as its end. */
  readonly end: { readonly event: LocalDate; readonly length: PeriodLength } | { readonly named: LocalDate };
  readonly shift: ForwardShift;
  readonly holidays: Holidays;
};

export type ForwardDeadline = Derivation<"deadline.forward"> & {
  /** Letzter Tag: a declaration is in time until its end, local time. */
  readonly lastDay: LocalDate;
  /** The last day before it was moved; absent if it was not. */
  readonly shiftedFrom?: LocalDate;
  readonly shift: ForwardShift;
  readonly event?: LocalDate;
  readonly length?: PeriodLength;
};

/**
 * Vorwärtsfrist for a declaration (§§ 187–193 BGB as model): the day of the event does not count, the period ends with the end of
 * its last local day. Never a multiple of 24 hours.
 */
export function forwardDeadline(
  source: { readonly citation: Citation; readonly alsoFrom?: readonly Citation[] },
  { end, shift, holidays }: ForwardInput,
): ForwardDeadline {
  const counted = "named" in end ? end.named : lastDayOf(end.length, end.event);
  const lastDay = shiftedDay(counted, shift, holidays);
  return {
    rule: "deadline.forward",
    citation: source.citation,
    alsoFrom: source.alsoFrom ?? [],
    lastDay,
    ...(lastDay === counted ? {} : { shiftedFrom: counted }),
    shift,
    ...("named" in end ? {} : { event: end.event, length: end.length }),
  };
}

function shiftedDay(day: LocalDate, shift: ForwardShift, holidays: Holidays): LocalDate {
  switch (shift) {
    case "bgb193":
      return workdayFrom(day, holidays);
    case "previousWorkday":
      return workdayUpTo(day, holidays);
    case "none":
    case "fixedDay":
      return day;
  }
}
