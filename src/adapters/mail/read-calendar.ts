import ICAL from "ical.js";
import type { AttendanceAnswer } from "../../core/invitation/events.ts";
import type { MailContent } from "../../core/invitation/mail-reading.ts";
import type { Appointment } from "../../core/kernel/appointment.ts";
import type { Instant } from "../../core/kernel/ids.ts";
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from "../../core/kernel/local-date.ts";
import { proposedDate, type UnreadableReason, unreadableReasons } from "../../texts/mail-reading.ts";
import { oneLine } from "./clean-words.ts";
import { comparable } from "./mail-address.ts";

/** Was ein Kalenderteil sagt. */
export type CalendarWord = Extract<MailContent, { kind: "reply" | "counter" | "unreadable" }>;

/** Local day and time of an instant, in the committee's zone. */
export type LocalOf = (at: Instant) => { readonly date: LocalDate; readonly time: LocalTime };

const LARGEST = 256 * 1024;
/** An answer is to one event; single days of a series come with it. */
const MOST_EVENTS = 20;
const LONGEST_COMMENT = 500;
const LONGEST_UID = 500;

type Around = {
  /** As the part's Content-Type says, in capitals; the calendar's own counts first. */
  readonly method: string;
  /** Whose mail it came with. */
  readonly from: string;
  readonly localOf: LocalOf;
};

/** Undefined for what is neither an answer nor a proposal, like an invitation that was forwarded. */
export function readCalendar(text: string, { method, from, localOf }: Around): CalendarWord | undefined {
  if (text.length > LARGEST || (text.match(/^BEGIN:VEVENT/gim)?.length ?? 0) > MOST_EVENTS)
    return unreadable("calendarTooLarge");
  const calendar = parsed(text);
  if (calendar === undefined) return unreadable("calendarBroken");
  const said = textOf(calendar.getFirstPropertyValue("method")).toUpperCase() || method;
  if (said !== "REPLY" && said !== "COUNTER") return undefined;
  const event = calendar.getFirstSubcomponent("vevent");
  const uid = textOf(event?.getFirstPropertyValue("uid"));
  if (event === null || uid === "" || uid.length > LONGEST_UID) return unreadable("calendarWithoutEvent");
  const attendees = event.getAllProperties("attendee");
  const attendee = answering(attendees, from);
  if (attendee === undefined) return unreadable("calendarWithoutAttendee");
  const comment = commentOf(event, attendee);
  if (said === "COUNTER")
    return {
      kind: "counter",
      uid: oneLine(uid, LONGEST_UID),
      attendee: addressOf(attendee),
      proposal: proposedDate(proposed(event, localOf), comment),
    };
  const stampedAt = instantOf(event.getFirstPropertyValue("dtstamp"));
  const answer = answers.get(parameterOf(attendee, "partstat").toUpperCase()) ?? "needsAction";
  const delegatedTo = answer === "delegated" ? delegateOf(attendee, attendees) : "";
  return {
    kind: "reply",
    uid: oneLine(uid, LONGEST_UID),
    attendee: addressOf(attendee),
    answer,
    sequence: sequenceOf(event.getFirstPropertyValue("sequence")),
    ...(stampedAt === undefined ? {} : { stampedAt }),
    ...(comment === "" ? {} : { comment }),
    ...(delegatedTo === "" ? {} : { delegatedTo }),
  };
}

const unreadable = (reason: UnreadableReason): CalendarWord => ({
  kind: "unreadable",
  reason: unreadableReasons[reason],
});

const answers: ReadonlyMap<string, AttendanceAnswer | "delegated"> = new Map([
  ["ACCEPTED", "accepted"],
  ["TENTATIVE", "tentative"],
  ["DECLINED", "declined"],
  ["DELEGATED", "delegated"],
]);

/** The first calendar of the text; undefined if it cannot be read, to its end. */
function parsed(text: string): ICAL.Component | undefined {
  try {
    const jcal: unknown = ICAL.parse(text.trim());
    // Several calendars in one file come as a list of such lists.
    const first = Array.isArray(jcal) && Array.isArray(jcal[0]) ? jcal[0] : jcal;
    if (!Array.isArray(first) || first[0] !== "vcalendar") return undefined;
    return new ICAL.Component(first);
  } catch {
    return undefined;
  }
}

/** Whose answer it is: of several the sender's own, then one who answers at all, and nobody who was only named in his place. */
function answering(attendees: readonly ICAL.Property[], from: string): ICAL.Property | undefined {
  const isOwn = (one: ICAL.Property): boolean =>
    addressOf(one) === from || comparable(parameterOf(one, "sent-by")) === from;
  const hasAnswered = (one: ICAL.Property): boolean => answers.has(parameterOf(one, "partstat").toUpperCase());
  const invited = attendees.filter((one) => parameterOf(one, "delegated-from") === "");
  return (
    (from === "" ? undefined : attendees.find(isOwn)) ??
    invited.find(hasAnswered) ??
    attendees.find(hasAnswered) ??
    attendees[0]
  );
}

function delegateOf(attendee: ICAL.Property, attendees: readonly ICAL.Property[]): string {
  const named = comparable(parameterOf(attendee, "delegated-to"));
  if (named !== "") return named;
  const others = attendees.filter((one) => one !== attendee);
  const other = others.find((one) => parameterOf(one, "delegated-from") !== "") ?? others[0];
  return other === undefined ? "" : addressOf(other) || oneLine(parameterOf(other, "cn"), 100);
}

/** Google writes the remark beside the name. */
function commentOf(event: ICAL.Component, attendee: ICAL.Property): string {
  const comments = event.getAllProperties("comment").map((one) => textOf(one.getFirstValue()));
  const said = comments.find((one) => one.trim() !== "") ?? parameterOf(attendee, "x-response-comment");
  return oneLine(said, LONGEST_COMMENT);
}

const addressOf = (attendee: ICAL.Property): string => comparable(textOf(attendee.getFirstValue()));

/** Of a list of values the first. */
function parameterOf(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name);
  return textOf(Array.isArray(value) ? value[0] : value);
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function sequenceOf(value: unknown): number {
  const sequence = Number(value ?? 0);
  return Number.isInteger(sequence) && sequence >= 0 && sequence <= 2 ** 31 ? sequence : 0;
}

/** Another date, on the wall; times of another zone than UTC stay as they were written. */
function proposed(event: ICAL.Component, localOf: LocalOf): Appointment | undefined {
  const start = onTheWall(event.getFirstPropertyValue("dtstart"), localOf);
  if (start === undefined) return undefined;
  const end = onTheWall(event.getFirstPropertyValue("dtend"), localOf);
  if (start.time === undefined) return { date: start.date };
  const to = end?.date === start.date ? end.time : undefined;
  return { date: start.date, from: start.time, ...(to === undefined ? {} : { to }) };
}

function onTheWall(
  value: unknown,
  localOf: LocalOf,
): { readonly date: LocalDate; readonly time: LocalTime | undefined } | undefined {
  const at = instantOf(value);
  if (at !== undefined) return localOf(at);
  const written = timeOf(value) ?? "";
  const date = parseLocalDate(written.slice(0, 10));
  return date === undefined ? undefined : { date, time: parseLocalTime(written.slice(11, 16)) };
}

/** A stamp that is not in UTC says no moment. */
function instantOf(value: unknown): Instant | undefined {
  const written = timeOf(value);
  if (written === undefined || !written.endsWith("Z")) return undefined;
  const milliseconds = Date.parse(written);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString() as Instant; // ISO 8601 in UTC with milliseconds, as made here
}

function timeOf(value: unknown): string | undefined {
  if (!(value instanceof ICAL.Time)) return undefined;
  const written = value.toString();
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ?)?$/.test(written) ? written : undefined;
}
