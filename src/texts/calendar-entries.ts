import type { AttendanceAnswer, InvitationText } from "../core/invitation/events.ts";
import type { Appointment } from "../core/kernel/appointment.ts";
import { appointmentText } from "./announcements-meeting.ts";
import { workshopName } from "./announcements-workshop.ts";
import { numericDate } from "./dates.ts";

/** Worte im Kalendereintrag: short lines, since phones show few of them. */

/** "AG 78 Hilfen zur Erziehung: 3. Sitzung" */
export const entryTitle = (committee: string, ordinal: number, title: string | undefined): string =>
  `${committee}: ${title ?? `${ordinal}. Sitzung`}`;

export const entryCancelled = (title: string, reason: string): string => `Abgesagt: ${title}. ${reason}`;

/** Tagesordnung, eigene Worte, Verweise, und bis wann zu antworten ist. */
export function entryDescription({ items, note, links, answerBy }: InvitationText): string {
  const agenda = items.map(({ title }, index) => `TOP ${index + 1}: ${title}`);
  return [
    ...(agenda.length === 0 ? [] : ["Tagesordnung:", ...agenda]),
    ...(note === undefined ? [] : ["", note]),
    ...(links.length === 0 ? [] : ["", ...links]),
    ...(answerBy === undefined ? [] : ["", `Bitte bis ${numericDate(answerBy)} zu- oder absagen.`]),
  ].join("\n");
}

/** "AG 78 Hilfen zur Erziehung: Workshop „Klausurtagung“" */
export const workshopEntryTitle = (committee: string, title: string): string => `${committee}: ${workshopName(title)}`;

/** Nothing for a single day: it stands in the entry itself. */
export const workshopEntryDays = (days: readonly Appointment[]): string =>
  days.length < 2 ? "" : ["Die Tage:", ...days.map(appointmentText)].join("\n");

export const workshopDayDropped = (title: string): string => `Dieser Tag entfällt: ${title}.`;

/** Solange nicht eingeladen ist. */
export const notInvitedYet = (): string => "Die Einladung mit der Tagesordnung folgt.";

const answers: Readonly<Record<AttendanceAnswer, string>> = {
  accepted: "zugesagt",
  tentative: "vielleicht",
  declined: "abgesagt",
};

/** Im eigenen Kalender. */
export const ownAnswer = (answer: AttendanceAnswer): string => `Ihre Rückmeldung: ${answers[answer]}.`;
