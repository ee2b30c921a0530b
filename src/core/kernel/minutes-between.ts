import type { Instant } from "./ids.ts";
import { daysBetween, type LocalDate, type LocalTime, minutesOfDay } from "./local-date.ts";

/** Whole minutes from one instant to a later one, told by the minute as clocks are read: 9:00:59 to 9:01:00 is one. */
export function minutesBetween(from: Instant, to: Instant): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  return daysBetween(start.day, end.day) * 24 * 60 + minutesOfDay(end.time) - minutesOfDay(start.time);
}

/** An instant is written in UTC, whose days have no gaps: "2023-01-27T08:00:00.000Z". */
const partsOf = (at: Instant) => ({ day: at.slice(0, 10) as LocalDate, time: at.slice(11, 16) as LocalTime });
