import type { Appointment } from "../core/kernel/appointment.ts";
import type { CountQualifier } from "../core/kernel/count-qualifier.ts";
import type { AttendanceStatus } from "../core/meeting/events.ts";
import { dateAndTime, dateWithWeekday } from "./dates.ts";
import { counted, joined } from "./names.ts";

/** "Freitag, 27.01.2023, 9–12 Uhr" */
export function appointmentText({ date, from, to }: Appointment): string {
  return from === undefined ? dateWithWeekday(date) : dateAndTime(date, from, to);
}

const inPlace = (place: string | undefined): string => (place === undefined ? "" : `, ${place}`);

export const meetingScheduled = (
  appointment: Appointment,
  place: string | undefined,
  title: string | undefined,
): string => `${title ?? "Sitzung"} angesetzt: ${appointmentText(appointment)}${inPlace(place)}.`;

export const proposeItems = (): string => "Punkte für die Tagesordnung: top vorschlagen „…“.";

export const meetingOpened = (spoken: number, chair: string): string =>
  `Die ${spoken}. Sitzung ist eröffnet. Leitung: ${chair}.`;

export const minuteTakerIs = (person: string): string => `Protokoll: ${person}.`;
export const checkIn = (): string => "Bitte melden Sie sich mit „anwesend“. Erst dann zählt Ihre Stimme.";
export const chairIs = (person: string): string => `${person} leitet jetzt die Sitzung.`;
export const minuteTakerNamed = (person: string): string => `${person} führt jetzt das Protokoll.`;

export const paused = (minutes: number | undefined): string =>
  minutes === undefined
    ? "Die Sitzung ist unterbrochen."
    : `Die Sitzung ist für ${counted(minutes, "Minute", "Minuten")} unterbrochen.`;
export const resumed = (): string => "Die Sitzung geht weiter.";

export const meetingClosed = (): string => "Die Sitzung ist geschlossen.";
export const adjournedToNext = (count: number): string =>
  count === 1
    ? "1 offener Punkt kommt auf die nächste Tagesordnung."
    : `${count} offene Punkte kommen auf die nächste Tagesordnung.`;
export const papersNext = (): string => "Protokoll und Bericht: „protokoll“, „bericht“.";

export const attendanceNames: Readonly<Record<AttendanceStatus, string>> = {
  present: "anwesend",
  remote: "zugeschaltet",
  excused: "entschuldigt",
  left: "gegangen",
};

/** Several people entered at once: "Eingetragen als anwesend: Frau Jansen (Hafen) und Herr Lindner (Arche)." */
export const severalEntered = (status: AttendanceStatus, people: readonly string[]): string =>
  `Eingetragen als ${attendanceNames[status]}: ${joined(people)}.`;
export const ofTheseWithoutVote = (people: readonly string[]): string => `Davon ohne Stimme: ${joined(people)}.`;
export const alreadyEntered = (people: readonly string[]): string => `Schon eingetragen: ${joined(people)}.`;

export type Arrival = { readonly person: string; readonly seat: string | undefined; readonly own: boolean };

export function presentSaid({ person, seat, own }: Arrival, remote: boolean): string {
  const how = remote ? "zugeschaltet" : "anwesend";
  if (own)
    return seat === undefined
      ? `Sie sind als ${how} eingetragen, ohne Stimme.`
      : `Sie sind als ${how} eingetragen und stimmen für ${seat}.`;
  return seat === undefined
    ? `Eingetragen: ${person} ${how}, ohne Stimme.`
    : `Eingetragen: ${person} ${how}, Stimme für ${seat}.`;
}

export const leftSaid = (person: string, own: boolean): string =>
  own ? "Eingetragen: Sie sind gegangen. Auf Wiedersehen." : `Eingetragen: ${person} ist gegangen.`;
export const excusedSaid = (person: string, own: boolean): string =>
  own ? "Eingetragen: Sie sind entschuldigt." : `Eingetragen: ${person} ist entschuldigt.`;
export const seatExcused = (seat: string): string => `Eingetragen: ${seat} ist entschuldigt.`;

const qualifierWords: Readonly<Record<CountQualifier, string>> = { exact: "", over: "über ", about: "etwa ", none: "" };

/** "über 50 Fachkräfte"; a group without a number stays without one. */
export function headCountText(group: string, qualifier: CountQualifier, count: number | undefined): string {
  return count === undefined ? group : `${qualifierWords[qualifier]}${count} ${group}`;
}

export const headCountSaid = (text: string): string => `Eingetragen: ${text}. Das sind Köpfe, keine Stimmen.`;

/** Heads and seats apart: "9 von 17 Sitzen, 14 Personen." */
export function attendanceLine(seats: number, allSeats: number, people: number): string {
  return `Anwesend: ${seats} von ${counted(allSeats, "Sitz", "Sitzen")}, ${counted(people, "Person", "Personen")}.`;
}

export const quorumLost = (phrase: string, cause: string): string =>
  `Achtung: Die AG ist ${phrase.replace(/^nicht /, "nicht mehr ")}${cause}.`;
export const quorumLostNext = (): string => "Beraten ist möglich, beschließen nicht.";
export const quorumReached = (phrase: string, again: boolean): string =>
  again ? `Die AG ist wieder ${phrase}.` : `Die AG ist ${phrase}.`;
export const sinceLeft = (people: string, several: boolean): string =>
  `, seit ${people} gegangen ${several ? "sind" : "ist"}`;
export const sinceRecused = (seat: string): string => `, seit ${seat} befangen ist`;
