import type { CalendarWriting } from "../../flows/calendar-writing.ts";
import { buildCalendar } from "./build-calendar.ts";
import { calendarPackages } from "./calendar-packages.ts";

/** Most entries of one calendar; a committee that meets quarterly has 200 in fifty years. */
const MOST_ENTRIES = 1_000;

/** Kalenderdateien with `ical-generator`, which is loaded with the first of them. */
export function createCalendarWriting(): CalendarWriting {
  return {
    async invitation(entry, { method, organizer, attendee, answer }) {
      const asked = { ...attendee, ...(answer === undefined ? {} : { answer }) };
      return buildCalendar([entry], { method, organizer, attendee: asked }, await calendarPackages());
    },
    /** Rejects with RangeError for more entries than a calendar program can be expected to read. */
    async published(entries, { name, organizer }) {
      if (entries.length > MOST_ENTRIES)
        throw new RangeError(`${entries.length} entries in one calendar, at most ${MOST_ENTRIES}`);
      return buildCalendar(entries, { method: "PUBLISH", name, organizer }, await calendarPackages());
    },
  };
}
