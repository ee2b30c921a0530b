import ICAL from "ical.js";
import type { SchoolHoliday } from "../../core/calendar/events.ts";
import { type LocalDate, makeLocalDate } from "../../core/kernel/local-date.ts";
import { ok, type Result, refuse } from "../../core/kernel/result.ts";
import { daysLater } from "../../core/kernel/workdays.ts";

/** Warum eine Kalenderdatei keine Schulferien ergibt. */
export type SchoolHolidaysFault = { readonly code: "broken" | "tooManyEvents" | "noHolidays" };

/** Gelesene Schulferien; `passedOver`: events that are none, with a time of day or without an end that fits. */
export type ReadHolidays = { readonly holidays: readonly SchoolHoliday[]; readonly passedOver: number };

export const LARGEST_HOLIDAY_FILE = 2 * 1024 * 1024;
const MOST_EVENTS = 2000;
const LONGEST_NAME = 60;

/** Schulferien of a calendar file (RFC 5545), as the Länder publish them: events of whole days. */
export function readSchoolHolidays(text: string): Result<ReadHolidays, SchoolHolidaysFault> {
  if ((text.match(/^BEGIN:VEVENT/gim)?.length ?? 0) > MOST_EVENTS) return refuse({ code: "tooManyEvents" });
  const events = eventsOf(text);
  if (events === undefined) return refuse({ code: "broken" });
  const read = events.map(holidayOf);
  const holidays = read.flatMap((one) => one ?? []);
  if (holidays.length === 0) return refuse({ code: "noHolidays" });
  return ok({ holidays: unique(holidays), passedOver: read.length - holidays.length });
}

/** Undefined if it is no calendar that can be read to its end. */
function eventsOf(text: string): readonly ICAL.Component[] | undefined {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed) || parsed.length === 0) return undefined;
    // The parser gives one calendar as its parts, several as a list of such.
    const calendars: readonly unknown[] = typeof parsed[0] === "string" ? [parsed] : parsed;
    return calendars.flatMap((one) =>
      Array.isArray(one) ? new ICAL.Component(one).getAllSubcomponents("vevent") : [],
    );
  } catch {
    return undefined;
  }
}

function holidayOf(event: ICAL.Component): SchoolHoliday | undefined {
  const from = wholeDay(event, "dtstart");
  const end = event.hasProperty("dtend") ? wholeDay(event, "dtend") : undefined;
  if (from === undefined || event.hasProperty("rrule") || (event.hasProperty("dtend") && end === undefined))
    return undefined;
  // The end is the day after; some write the last day itself for a single one.
  const to = end === undefined || end === from ? from : daysLater(end, -1);
  return to < from ? undefined : { name: nameOf(event), from, to };
}

function wholeDay(event: ICAL.Component, property: "dtstart" | "dtend"): LocalDate | undefined {
  const value = event.getFirstPropertyValue(property);
  return value instanceof ICAL.Time && value.isDate ? makeLocalDate(value.year, value.month, value.day) : undefined;
}

/** One line of what people can see. */
function nameOf(event: ICAL.Component): string {
  const said = event.getFirstPropertyValue("summary");
  const name = (typeof said === "string" ? said : "")
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return name === "" ? "Schulferien" : [...name].slice(0, LONGEST_NAME).join("").trim();
}

function unique(holidays: readonly SchoolHoliday[]): readonly SchoolHoliday[] {
  const byText = new Map(holidays.map((one) => [`${one.from} ${one.to} ${one.name}`, one]));
  return [...byText.values()].toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
}
