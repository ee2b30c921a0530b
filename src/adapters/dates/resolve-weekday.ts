import type { TimeSpan } from "../../core/kernel/date-reading.ts";
import { addDays, type LocalDate, mondayOf, type Weekday, weekdayOf } from "../../core/kernel/local-date.ts";
import { type Days, eitherDay, oneDay, type Seen } from "./outcome.ts";
import type { Which } from "./piece.ts";

/** A weekday alone or with "diesen", "nächsten" …; where people mean different weeks by it, both. */
export function resolveWeekday(weekday: Weekday, which: Which | undefined, seen: Seen, time?: TimeSpan): Days {
  const inThisWeek = inWeekOf(seen.reference, weekday);
  const coming = after(seen.reference, weekday);
  const recent = addDays(coming, weekday === weekdayOf(seen.reference) ? -14 : -7);
  switch (which) {
    case undefined:
      return plainWeekday(inThisWeek, coming, seen, time);
    case "coming":
      return oneDay(coming);
    case "past":
      return oneDay(recent);
    case "this":
      return seen.direction === "nearest"
        ? oneDay(inThisWeek)
        : eitherDay("whichWeek", inThisWeek, notBefore(seen, weekday));
    case "next":
      return eitherDay("whichWeek", coming, addDays(inThisWeek, 7));
    case "afterNext":
      return eitherDay("whichWeek", addDays(coming, 7), addDays(inThisWeek, 14));
    case "last":
      return eitherDay("whichWeek", recent, addDays(inThisWeek, -7));
  }
}

function plainWeekday(inThisWeek: LocalDate, coming: LocalDate, seen: Seen, time: TimeSpan | undefined): Days {
  if (inThisWeek !== seen.reference) {
    if (seen.direction === "forward") return oneDay(coming);
    const recent = addDays(coming, -7);
    const isAheadCloser = coming < addDays(seen.reference, 4);
    return oneDay(isAheadCloser ? coming : recent);
  }
  if (seen.direction === "nearest") return oneDay(inThisWeek);
  const hasPassed = time !== undefined && seen.referenceTime !== undefined && time.from <= seen.referenceTime;
  return hasPassed ? oneDay(coming) : eitherDay("todayOrNextWeek", inThisWeek, coming);
}

/** "Montag in zwei Wochen": counted from the coming Monday, or the Monday of that week. */
export function resolveWeekdayInWeeks(weekday: Weekday, weeks: number, seen: Seen): Days {
  const inThatWeek = addDays(inWeekOf(seen.reference, weekday), weeks * 7);
  if (weeks < 0) return oneDay(inThatWeek);
  return eitherDay("whichWeek", inThatWeek, addDays(notBefore(seen, weekday), weeks * 7));
}

export function inWeekOf(date: LocalDate, weekday: Weekday): LocalDate {
  return addDays(mondayOf(date), weekday - 1);
}

function after(date: LocalDate, weekday: Weekday): LocalDate {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1);
}

function notBefore(seen: Seen, weekday: Weekday): LocalDate {
  return after(addDays(seen.reference, -1), weekday);
}
