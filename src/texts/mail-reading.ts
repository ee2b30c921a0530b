import type { Appointment } from "../core/kernel/appointment.ts";
import { appointmentText } from "./announcements-meeting.ts";

/** What somebody proposes by calendar instead: "Freitag, 05.03.2027, 09:00–12:00 Uhr (Grüße)". */
export function proposedDate(appointment: Appointment | undefined, comment: string): string {
  const date = appointment === undefined ? "ohne Termin" : appointmentText(appointment);
  return comment === "" ? date : `${date} (${comment})`;
}

/** Why a mail, or the calendar in it, could not be read. */
export type UnreadableReason =
  | "mail"
  | "calendarTooLarge"
  | "calendarBroken"
  | "calendarWithoutEvent"
  | "calendarWithoutAttendee";

export const unreadableReasons: Readonly<Record<UnreadableReason, string>> = {
  mail: "Die Mail ist beschädigt.",
  calendarTooLarge: "Der Kalenderteil ist zu groß für eine Antwort.",
  calendarBroken: "Der Kalenderteil ist beschädigt.",
  calendarWithoutEvent: "Der Kalenderteil nennt keinen Termin.",
  calendarWithoutAttendee: "Der Kalenderteil nennt niemanden, der antwortet.",
};
