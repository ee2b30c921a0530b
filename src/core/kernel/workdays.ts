import { addDays, addMonths, isWeekend, type LocalDate, makeLocalDate } from "./local-date.ts";

/** Gesetzliche Feiertage of one Land: any set of days, so that years nobody asks for cost nothing. They come in from outside. */
export type Holidays = Pick<ReadonlySet<LocalDate>, "has">;

export const noHolidays: Holidays = new Set();

/** Werktag im Sinne von § 193 BGB: no Saturday, Sunday or public holiday. */
export function isWorkday(date: LocalDate, holidays: Holidays): boolean {
  return !isWeekend(date) && !holidays.has(date);
}

/** The day itself if it is a workday, else the next one (§ 193 BGB). */
export function workdayFrom(date: LocalDate, holidays: Holidays): LocalDate {
  return firstWorkday(date, holidays, 1);
}

/** The day itself if it is a workday, else the one before. */
export function workdayUpTo(date: LocalDate, holidays: Holidays): LocalDate {
  return firstWorkday(date, holidays, -1);
}

function firstWorkday(date: LocalDate, holidays: Holidays, step: 1 | -1): LocalDate {
  let day = date;
  while (!isWorkday(day, holidays)) {
    const next = daysLater(day, step);
    if (next === day) return day;
    day = next;
  }
  return day;
}

// Dates that exist are what the checks in makeLocalDate promise.
const FIRST_DAY = makeLocalDate(1, 1, 1) as LocalDate;
const LAST_DAY = makeLocalDate(9999, 12, 31) as LocalDate;

/** So many days later (earlier, if negative), at most to the ends of the calendar, 0001 and 9999. */
export function daysLater(date: LocalDate, days: number): LocalDate {
  return withinCalendar(() => addDays(date, days), days);
}

/** The same-named day so many months later; where the month is too short its last day (§ 188 Abs. 3 BGB). At most to the ends of the calendar. */
export function monthsLater(date: LocalDate, months: number): LocalDate {
  return withinCalendar(() => addMonths(date, months), months);
}

function withinCalendar(move: () => LocalDate, direction: number): LocalDate {
  try {
    return move();
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return direction < 0 ? FIRST_DAY : LAST_DAY;
  }
}
