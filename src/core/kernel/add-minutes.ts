import type { Instant } from "./ids.ts";
import { type LocalDate, type LocalTime, makeLocalTime, minutesOfDay } from "./local-date.ts";
import { daysLater } from "./workdays.ts";

const MINUTES_OF_DAY = 24 * 60;

/** The instant so many minutes later (earlier, if negative): elapsed time, whatever the clocks on the wall do. */
export function addMinutes(at: Instant, minutes: number): Instant {
  // An instant is written in UTC, whose days have no gaps: "2023-01-27T08:00:00.000Z".
  const total = minutesOfDay(at.slice(11, 16) as LocalTime) + minutes;
  const days = Math.floor(total / MINUTES_OF_DAY);
  const rest = total - days * MINUTES_OF_DAY;
  const time = makeLocalTime(Math.floor(rest / 60), rest % 60);
  if (time === undefined) throw new RangeError(`not a whole number of minutes: ${minutes}`);
  return `${daysLater(at.slice(0, 10) as LocalDate, days)}T${time}${at.slice(16)}` as Instant;
}
