import type { Instant } from "../../../src/core/kernel/ids.ts";
import { parseLocalDate, parseLocalTime } from "../../../src/core/kernel/local-date.ts";
import type { CalendarEntry } from "../../../src/flows/calendar-writing.ts";

export const office = { name: 'Geschäftsstelle "AG 78"; Kreis Segeberg', address: "ag78@kreis.example" };

const PLACE = "Kreishaus, Raum 1.04; Hamburger Straße 30, 23795 Bad Segeberg";
const AGENDA = [
  "Tagesordnung:",
  "TOP 1: Begrüßung, Formalia; Protokoll",
  "TOP 2: »Freier Stuhl« – Grenzgänger*innen \\ ÄÖÜ 😀",
  `TOP 3: ${"Unterbringungsmöglichkeiten und Übergänge, ".repeat(6)}Ende`,
].join("\n");

const day = (text: string) => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
};
const time = (text: string) => {
  const parsed = parseLocalTime(text);
  if (parsed === undefined) throw new Error(`no time: ${text}`);
  return parsed;
};

export const entryOn = (number: number, date: string, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: `sitzung-${number}-20230127080000000@ag78.sitzungsdienst`,
  sequence: 0,
  // An instant as the record has it.
  changedAt: "2027-11-21T12:00:00.123Z" as Instant,
  status: "confirmed",
  timeZone: "Europe/Berlin",
  appointment: { date: day(date), from: time("09:00"), to: time("12:00") },
  summary: `AG 78 Hilfen zur Erziehung: ${number}. Sitzung`,
  place: PLACE,
  description: AGENDA,
  ...more,
});

/** Ein Jahr der AG 78 Segeberg: meetings on both sides of both clock changes of 2028 (26 March, 29 October), one moved, one cancelled, a workshop. */
export const segebergYear: readonly CalendarEntry[] = [
  entryOn(21, "2028-03-24"),
  entryOn(22, "2028-03-31", { sequence: 1, place: "Rathaus Norderstedt" }),
  entryOn(23, "2028-10-27"),
  entryOn(24, "2028-11-03", { sequence: 2, status: "cancelled", description: "Abgesagt: krank." }),
  entryOn(25, "2028-09-08", { appointment: { date: day("2028-09-08") }, summary: "AG 78: Workshop" }),
];

/** What every calendar has to show of it: nine o'clock on the wall, whatever the clocks did. */
export const segebergYearSeen = [
  {
    number: 21,
    sequence: 0,
    status: "CONFIRMED",
    start: "2028-03-24T09:00",
    end: "2028-03-24T12:00",
    utc: "2028-03-24T08:00Z",
  },
  {
    number: 22,
    sequence: 1,
    status: "CONFIRMED",
    start: "2028-03-31T09:00",
    end: "2028-03-31T12:00",
    utc: "2028-03-31T07:00Z",
  },
  {
    number: 23,
    sequence: 0,
    status: "CONFIRMED",
    start: "2028-10-27T09:00",
    end: "2028-10-27T12:00",
    utc: "2028-10-27T07:00Z",
  },
  {
    number: 24,
    sequence: 2,
    status: "CANCELLED",
    start: "2028-11-03T09:00",
    end: "2028-11-03T12:00",
    utc: "2028-11-03T08:00Z",
  },
  { number: 25, sequence: 0, status: "CONFIRMED", start: "2028-09-08", end: "2028-09-09", utc: "2028-09-08" },
].map(({ number, ...seen }, index) => {
  const entry = segebergYear[index];
  return {
    uid: `sitzung-${number}-20230127080000000@ag78.sitzungsdienst`,
    summary: entry?.summary,
    place: entry?.place,
    description: entry?.description,
    ...seen,
  };
});
