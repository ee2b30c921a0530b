import type { ICalCalendar, ICalEvent, ICalEventData } from "ical-generator";
import type { CalendarEntry } from "../../flows/calendar-writing.ts";
import type { Mailbox } from "../../flows/letter.ts";
import type { CalendarPackages } from "./calendar-packages.ts";
import { calendarLine, calendarLines, commonName, escapedLine, mailtoOf } from "./calendar-text.ts";
import { timesOf } from "./entry-times.ts";

/** Wofür: one calendar object and what stands around its entries. */
export type CalendarFrame = {
  /** None in what a calendar server stores. */
  readonly method?: "REQUEST" | "CANCEL" | "PUBLISH";
  /** Of a calendar that is followed. */
  readonly name?: string;
  readonly organizer?: Mailbox;
  readonly attendee?: Attendee;
};

type Attendee = Mailbox & { readonly answer?: "accepted" | "tentative" | "declined" };

const MAKER = { company: "Sitzungsdienst", product: "Kalender", language: "DE" };
/** Letters, digits and what an address needs: the generator writes it as it comes. */
const SAFE_UID = /^[A-Za-z0-9][A-Za-z0-9.@_-]{0,199}$/;
/** Seconds after which a calendar looks again; the web server lets it keep a quarter of that. */
const LOOK_AGAIN = 3_600;
const DAY_BEFORE = 86_400;
/** Before midnight, at which a whole day begins: nine o'clock on the day before. */
const MORNING_BEFORE = 15 * 3_600;

/** Eine iCalendar-Datei (RFC 5545): the same bytes each time, in whatever zone the process runs. Throws RangeError for a UID that is not safe. */
export function buildCalendar(
  entries: readonly CalendarEntry[],
  frame: CalendarFrame,
  packages: CalendarPackages,
): string {
  const { generator, zoneBlock } = packages;
  const calendar = generator.default({
    prodId: MAKER,
    ...(frame.method === undefined ? {} : { method: generator.ICalCalendarMethod[frame.method] }),
    ...(frame.name === undefined ? {} : { name: escapedLine(frame.name), ttl: LOOK_AGAIN }),
    // A zone with a name here would change DTSTAMP to local time of the process.
    timezone: { name: null, generator: (zone) => zoneBlock(zone) ?? null },
  });
  for (const entry of entries) addEntry(calendar, entry, frame, packages);
  return `${alarmLast(calendar.toString())}\r\n`;
}

/** The generator writes properties behind the alarm; RFC 5545 § 3.6.1 wants them before. What people wrote never begins a line. */
function alarmLast(text: string): string {
  const alarm = /^BEGIN:VALARM\r\n.*?^END:VALARM\r\n/ms.exec(text)?.[0];
  if (alarm === undefined) return text;
  return text.replace(alarm, "").replace(/^END:VEVENT\r$/m, () => `${alarm}END:VEVENT\r`);
}

function addEntry(
  calendar: ICalCalendar,
  entry: CalendarEntry,
  frame: CalendarFrame,
  packages: CalendarPackages,
): void {
  if (!SAFE_UID.test(entry.uid)) throw new RangeError(`not a safe UID: ${JSON.stringify(entry.uid.slice(0, 100))}`);
  const { generator } = packages;
  const isCancelled = entry.status === "cancelled" || frame.method === "CANCEL";
  const changed = new Date(entry.changedAt);
  const { organizer, attendee } = frame;
  const description = calendarLines(entry.description);
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: changed,
    lastModified: changed,
    ...whenOf(entry, packages),
    summary: calendarLine(entry.summary),
    ...(entry.place === undefined ? {} : { location: calendarLine(entry.place) }),
    ...(description === "" ? {} : { description }),
    ...(organizer === undefined ? {} : { organizer: { name: commonName(organizer), email: mailtoOf(organizer) } }),
    status: generator.ICalEventStatus[isCancelled ? "CANCELLED" : "CONFIRMED"],
    // A cancelled meeting leaves its time free again.
    transparency: generator.ICalEventTransparency[isCancelled ? "TRANSPARENT" : "OPAQUE"],
    busystatus: generator.ICalEventBusyStatus[isCancelled ? "FREE" : "BUSY"],
  });
  if (attendee === undefined) return;
  addAttendee(event, attendee, !isCancelled, packages);
  if (isCancelled) return;
  const trigger = entry.appointment.from === undefined ? MORNING_BEFORE : DAY_BEFORE;
  event.createAlarm({ type: generator.ICalAlarmType.display, trigger, description: calendarLine(entry.summary) });
}

/** Of a zone whose rules no block can tell, the times are written in UTC: the same instant. */
function whenOf(
  entry: CalendarEntry,
  { temporal, zoneBlock }: CalendarPackages,
): Pick<ICalEventData, "start" | "end" | "allDay" | "timezone"> & { start: NonNullable<ICalEventData["start"]> } {
  const times = timesOf(entry, temporal);
  if (times.kind === "day") return { start: times.start, end: times.end, allDay: true, timezone: null };
  const hasBlock = zoneBlock(entry.timeZone) !== undefined;
  return { start: times.start, end: times.end, timezone: hasBlock ? entry.timeZone : null };
}

function addAttendee(event: ICalEvent, attendee: Attendee, isAsked: boolean, { generator }: CalendarPackages): void {
  const { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType } = generator;
  const answers = {
    accepted: ICalAttendeeStatus.ACCEPTED,
    tentative: ICalAttendeeStatus.TENTATIVE,
    declined: ICalAttendeeStatus.DECLINED,
  };
  event.createAttendee({
    name: commonName(attendee),
    email: mailtoOf(attendee),
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: attendee.answer === undefined ? ICalAttendeeStatus.NEEDSACTION : answers[attendee.answer],
    rsvp: isAsked,
  });
}
