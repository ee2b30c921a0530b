import type { Appointment } from "../core/kernel/appointment.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { dateWithWeekday } from "./dates.ts";

export const meetingMoved = (from: Appointment, to: Appointment, place: string | undefined): string =>
  `Die Sitzung am ${appointmentText(from)}, ist verlegt. Neu: ${appointmentText(to)}${place === undefined ? "" : `, ${place}`}.`;
export const becauseOf = (reason: string): string => `Grund: ${reason}`;
export const newInvitationFollows = (): string => "Die Einladung zum alten Termin gilt nicht mehr; eine neue folgt.";
export const callStillHolds = (): string => "Der Tag bleibt, und mit ihm die Ladung; neu sind Zeit oder Ort.";
export const answersOutdated = (): string => "Zusagen und Absagen zum alten Termin zählen nicht mehr.";
export const inviteAnew = (): string => "Nächster Schritt: allen die Änderung schicken, mit „einladung entwurf“.";

export const meetingCalledOff = (appointment: Appointment): string =>
  `Die Sitzung am ${appointmentText(appointment)}, ist abgesagt.`;
export const itemsGoTo = (count: number, date: LocalDate): string =>
  count === 1
    ? `1 offener Punkt steht jetzt auf der Tagesordnung für ${dateWithWeekday(date)}.`
    : `${count} offene Punkte stehen jetzt auf der Tagesordnung für ${dateWithWeekday(date)}.`;
export const tellThemYourself = (): string =>
  "Die Ladung ging nicht von hier aus: Bitte sagen Sie auf demselben Weg ab, auf dem geladen wurde.";
