import ICAL from "ical.js";
import type { SeenEvent } from "./seen-event.ts";

/** ical.js, which Thunderbird and Nextcloud read with; by the rules of the zone that the file brings along. */
export function readWithIcalJs(content: string): readonly SeenEvent[] {
  const calendar = calendarOf(content);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  try {
    return calendar.getAllSubcomponents("vevent").map(eventOf);
  } finally {
    ICAL.TimezoneService.reset();
  }
}

/** Throws for anything but one VCALENDAR. */
export function calendarOf(content: string): ICAL.Component {
  const parsed: unknown = ICAL.parse(content);
  // Of one component ical.js gives its name first, of several a list of them.
  if (!Array.isArray(parsed) || parsed[0] !== "vcalendar") throw new Error("not one calendar");
  return new ICAL.Component(parsed);
}

function eventOf(component: ICAL.Component): SeenEvent {
  const event = new ICAL.Event(component);
  const { startDate, endDate } = event;
  const text = (name: string): string | null => {
    const value = component.getFirstPropertyValue(name);
    return typeof value === "string" ? value : null;
  };
  return {
    uid: event.uid,
    sequence: event.sequence,
    status: text("status") ?? "",
    summary: event.summary,
    place: text("location"),
    description: text("description"),
    start: written(startDate),
    end: written(endDate),
    utc: startDate.isDate ? written(startDate) : `${startDate.toJSDate().toISOString().slice(0, 16)}Z`,
  };
}

const written = (time: ICAL.Time): string => time.toString().slice(0, 16);
