import type { CalendarEntry } from "../../flows/calendar-writing.ts";
import { buildCalendar } from "./build-calendar.ts";
import { calendarPackages } from "./calendar-packages.ts";

/**
 * Ein Eintrag, as a calendar server stores it (RFC 4791 § 4.1): without METHOD. And without ORGANIZER, so that no server takes it for an
 * invitation of its own and writes to people.
 */
export async function storedEntry(entry: CalendarEntry): Promise<string> {
  return buildCalendar([entry], {}, await calendarPackages());
}
