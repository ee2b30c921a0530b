import type { SchoolHoliday } from "../core/calendar/events.ts";
import { schoolHolidayText } from "./announcements-planning.ts";
import { counted } from "./names.ts";

const faults = {
  broken: "Das ist keine lesbare Kalenderdatei (iCalendar, Endung .ics).",
  tooManyEvents: "Mehr als 2000 Termine: Das sind keine Schulferien eines Landes.",
  noHolidays: "In der Datei stehen keine ganztägigen Termine; Schulferien sind ganze Tage.",
  tooLarge: "Die Datei ist größer als 2 MB: Das sind keine Schulferien eines Landes.",
} as const;

export const holidayFileRefused = (file: string, code: keyof typeof faults): string =>
  `${file}: ${faults[code]} Es hat sich nichts geändert.`;
export const holidayTooLong = (file: string, name: string): string =>
  `${file}: „${name}“ dauert länger als zwei Monate; so lange sind keine Schulferien. Es hat sich nichts geändert.`;
export const holidaysTaken = (holidays: readonly SchoolHoliday[]): readonly string[] => [
  `Eingetragen: ${counted(holidays.length, "Eintrag", "Einträge")}.`,
  ...holidays.map((one) => `  ${schoolHolidayText(one)}`),
];
export const holidaysKnown = (count: number): string =>
  `Nichts Neues: ${counted(count, "Eintrag", "Einträge")}, genau so schon eingetragen.`;
export const onlyPastHolidays = (file: string): string =>
  `${file}: Alle Ferien darin sind vorbei. Es hat sich nichts geändert.`;
export const eventsPassedOver = (count: number): string =>
  `Übergangen: ${counted(count, "Termin", "Termine")} ohne ganze Tage oder mit Wiederholung.`;
export const pastHolidaysLeft = (count: number): string =>
  `Vorbei und nicht eingetragen: ${counted(count, "Eintrag", "Einträge")}.`;
