import type { Temporal as TemporalNamespace } from "temporal-polyfill";
import { minutesOfDay } from "../../core/kernel/local-date.ts";
import type { CalendarEntry } from "../../flows/calendar-writing.ts";

export type EntryTimes =
  | { readonly kind: "day"; readonly start: TemporalNamespace.PlainDate; readonly end: TemporalNamespace.PlainDate }
  | {
      readonly kind: "timed";
      readonly start: TemporalNamespace.ZonedDateTime;
      readonly end: TemporalNamespace.ZonedDateTime;
    };

/** Minutes of a meeting whose end nobody has named: the usual two hours; without an end, calendars would show a moment. */
const USUAL_LENGTH = 120;
const MINUTES_PER_DAY = 24 * 60;

/**
 * Von wann bis wann, in the entry's zone. A time that the spring skips becomes the first after it, one that the autumn has twice is the
 * first of the two; an end before the beginning is on the next day.
 */
export function timesOf(
  { appointment, timeZone }: CalendarEntry,
  temporal: Pick<typeof TemporalNamespace, "PlainDate" | "PlainDateTime">,
): EntryTimes {
  const { date, from, to } = appointment;
  if (from === undefined) {
    const start = temporal.PlainDate.from(date);
    return { kind: "day", start, end: start.add({ days: 1 }) };
  }
  const minutes = to === undefined ? USUAL_LENGTH : minutesOfDay(to) - minutesOfDay(from);
  const length = { minutes: minutes > 0 ? minutes : minutes + MINUTES_PER_DAY };
  const wall = temporal.PlainDateTime.from(`${date}T${from}`);
  const start = wall.toZonedDateTime(timeZone, { disambiguation: "compatible" });
  const end = wall.add(length).toZonedDateTime(timeZone, { disambiguation: "compatible" });
  // Begun in the skipped hour, it would end before it begins.
  return { kind: "timed", start, end: end.epochMilliseconds > start.epochMilliseconds ? end : start.add(length) };
}
