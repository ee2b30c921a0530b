import type { EditionKind } from "../core/invitation/events.ts";
import type { Appointment } from "../core/kernel/appointment.ts";
import type { PersonRecord } from "../core/membership/events.ts";
import { appointmentText } from "./announcements-meeting.ts";

const kinds: Readonly<Record<EditionKind, string>> = {
  invitation: "Einladung",
  update: "Geändert",
  cancellation: "Abgesagt",
};

/** Betreff: "Einladung: AG 78 Hilfen zur Erziehung, 3. Sitzung am Freitag, 27.01.2023, 9–12 Uhr". */
export const letterSubject = (
  kind: EditionKind,
  isMoved: boolean,
  committee: string,
  title: string,
  appointment: Appointment,
): string => `${isMoved ? "Verlegt" : kinds[kind]}: ${committee}, ${title} am ${appointmentText(appointment)}`;

export const ordinalTitle = (ordinal: number, title: string | undefined): string => title ?? `${ordinal}. Sitzung`;

export const calendarFileName = (kind: EditionKind): string =>
  kind === "cancellation" ? "absage.ics" : "einladung.ics";
export const invitationFileName = (kind: EditionKind): string =>
  kind === "cancellation" ? "Absage.pdf" : "Einladung.pdf";

/** Eine Anlage, die es nicht mehr gibt. */
export const paperGone = (name: string): string =>
  `Die Anlage „${name}“ liegt nicht mehr im Ordner ausgang. Legen Sie sie wieder dort hin; dann geht der Brief hinaus.`;

/** Anrede: "Sehr geehrte Frau Neeth,". Without a form of address the name as it is. */
export function salutation(person: Pick<PersonRecord, "salutation" | "givenName" | "name"> | undefined): string {
  if (person === undefined) return "Guten Tag,";
  const { salutation: form, givenName, name } = person;
  if (form === "Frau") return `Sehr geehrte Frau ${name},`;
  if (form === "Herr") return `Sehr geehrter Herr ${name},`;
  return `Guten Tag ${givenName === undefined ? name : `${givenName} ${name}`},`;
}
