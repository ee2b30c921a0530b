import { addDays, type LocalDate, type LocalTime, makeLocalTime, weekdayOf } from "../kernel/local-date.ts";
import type { SystemGiven } from "./system-commands.ts";

// Both exist on every day.
const MORNING = makeLocalTime(8, 0) as LocalTime;
const EVENING = makeLocalTime(20, 0) as LocalTime;

/** Ruhezeit: at night, on Sundays and on holidays nobody is reminded. */
export function isQuiet({ today, time, holidays }: SystemGiven): boolean {
  return time < MORNING || time >= EVENING || isSilentDay(today, holidays);
}

/** Der nächste Tag, an dessen Vormittag erinnert werden kann, today too if it is not morning yet; undefined if there is none in time. */
export function laterMorning({ today, time, holidays }: SystemGiven, lastDay: LocalDate): LocalDate | undefined {
  let day = time < MORNING ? today : addDays(today, 1);
  while (day <= lastDay && isSilentDay(day, holidays)) day = addDays(day, 1);
  return day > lastDay ? undefined : day;
}

const isSilentDay = (day: LocalDate, holidays: SystemGiven["holidays"]): boolean =>
  weekdayOf(day) === 7 || holidays.has(day);
