import type { LocalTime, Weekday } from "../kernel/local-date.ts";
import { weekdayOf } from "../kernel/local-date.ts";
import { entries } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Slices } from "./state.ts";

export type UsualTimes = { readonly weekday?: Weekday; readonly from?: LocalTime; readonly to?: LocalTime };

/** As many of the last meetings tell what is usual. */
const ENOUGH = 4;

/** Übliche Zeit: the weekday most of the last meetings were on (of two alike the later one's), and the times of the last. */
export function usualTimes(state: Slices): UsualTimes {
  const last = entries(state.meetings.meetings)
    .filter(({ status }) => status !== "cancelled")
    .toSorted((one, other) => (one.appointment.date < other.appointment.date ? 1 : -1))
    .slice(0, ENOUGH);
  const weekday = mostFrequent(last);
  const timed = last.find(({ appointment }) => appointment.from !== undefined)?.appointment;
  return {
    ...(weekday === undefined ? {} : { weekday }),
    ...(timed?.from === undefined ? {} : { from: timed.from }),
    ...(timed?.to === undefined ? {} : { to: timed.to }),
  };
}

function mostFrequent(newestFirst: readonly Meeting[]): Weekday | undefined {
  const weekdays = newestFirst.map(({ appointment }) => weekdayOf(appointment.date));
  const countOf = (weekday: Weekday): number => weekdays.filter((one) => one === weekday).length;
  return weekdays.reduce<Weekday | undefined>(
    (best, one) => (best === undefined || countOf(one) > countOf(best) ? one : best),
    undefined,
  );
}
