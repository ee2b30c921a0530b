import type { Appointment } from "../core/kernel/appointment.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { Meeting, MeetingStatus } from "../core/meeting/state.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { numericDate } from "./dates.ts";
import { counted, joined } from "./names.ts";

export const datesHeading = (): string => "Termine";
export const meetingsHeading = (year: number): string => `Sitzungen ${year}`;
export const nothingAhead = (): string => "Es ist keine Sitzung geplant.";
export const noMeetingsIn = (year: number): string => `Für ${year} ist keine Sitzung eingetragen.`;
export const comingHeading = (): string => "Geplante Sitzungen:";

/** "Freitag, 12.05.2028, 9–12 Uhr, Kreishaus „Workshop“: …" */
export function meetingLine(
  { appointment, place, title }: Pick<Meeting, "appointment" | "place" | "title">,
  rest: readonly string[],
): string {
  const where = place === undefined ? "" : `, ${place}`;
  const head = `${appointmentText(appointment)}${where}${title === undefined ? "" : ` „${title}“`}`;
  return rest.length === 0 ? head : `${head}: ${rest.join("; ")}`;
}

export const workshopsHeading = (): string => "Workshops:";
/** "Montag, 20.03.2028, 9–16 Uhr, Kreishaus: „Klausurtagung“" */
export const workshopDayLine = (
  day: Appointment & { readonly title: string; readonly place: string | undefined },
): string => `${appointmentText(day)}${day.place === undefined ? "" : `, ${day.place}`}: „${day.title}“`;

export const placeOpen = (): string => "Ort noch offen";
export const notInvitedYet = (latest: LocalDate): string => `noch nicht eingeladen, Ladung bis ${numericDate(latest)}`;
export const tooLateToInvite = (latest: LocalDate): string =>
  `noch nicht eingeladen, die Ladungsfrist ist seit ${numericDate(latest)} vorbei`;
export const invited = (): string => "eingeladen";
export const answersSoFar = (accepted: number, declined: number, open: number): string =>
  `${counted(accepted, "Zusage", "Zusagen")}, ${counted(declined, "Absage", "Absagen")}, ${open} offen`;

export const pollsRunning = (polls: readonly string[]): string => `Laufende Terminumfragen: ${polls.join("; ")}.`;
export const bodySittingsAhead = (dates: readonly LocalDate[]): string =>
  `Sitzungen des JHA: ${joined(dates.map(numericDate))}.`;
export const schoolHolidaysAhead = (holidays: readonly string[]): string => `Schulferien: ${holidays.join("; ")}.`;

export const meetingStatusNames: Readonly<Record<MeetingStatus, string>> = {
  planned: "geplant",
  open: "läuft",
  paused: "unterbrochen",
  closed: "gehalten",
  cancelled: "abgesagt",
};
export const movedFromLine = (dates: readonly LocalDate[]): string =>
  `verlegt vom ${dates.map(numericDate).join(", ")}`;
