import type { DateReading } from "../core/kernel/date-reading.ts";
import { type LocalDate, quarterOf } from "../core/kernel/local-date.ts";
import { dateReadingText } from "./date-readings.ts";
import { dateSpan, dateWithWeekday, numericDate } from "./dates.ts";
import { excerpt } from "./prompts.ts";

/** Warum eine Angabe nicht der eine Tag ist, der gebraucht wird. */
export function dateProblem(typed: string, reading: Exclude<DateReading, { kind: "date" }>): string {
  switch (reading.kind) {
    case "period":
      return `„${excerpt(typed)}“ sind mehrere Tage (${dateSpan(reading.from, reading.to)}). Gebraucht wird ein Tag.`;
    case "series":
      return `„${excerpt(typed)}“ ist eine Regel für viele Termine. Gebraucht wird ein Tag.`;
    case "vague":
      return `„${excerpt(typed)}“ ist zu ungenau. Gebraucht wird ein Tag, zum Beispiel 12.05.2027, 9–12 Uhr.`;
    default:
      return dateReadingText(reading);
  }
}

export function wrongQuarter(date: LocalDate, quarter: number): string {
  return `Der ${numericDate(date)} liegt im ${quarterOf(date)}. Quartal, nicht im ${quarter}.`;
}

export const noMeetingOnDay = (date: LocalDate): string => `Für ${dateWithWeekday(date)} ist keine Sitzung geplant.`;

export const noYear = (typed: string): string => `„${typed}“ ist kein Jahr, für das geplant werden kann.`;
export const noTimesOfDay = (typed: string): string =>
  `„${excerpt(typed)}“ verstehe ich nicht als Uhrzeit. Zum Beispiel: 9–12 Uhr.`;
export const schoolHolidayUnclear = (typed: string): string =>
  `„${excerpt(typed)}“ verstehe ich nicht. Gebraucht werden Name, erster und letzter Tag: Sommerferien 03.07.2028 bis 12.08.2028.`;
export const yearTooFar = (year: number, first: number, last: number): string =>
  `Für ${year} kann nicht geplant werden; möglich ist ${first} bis ${last}.`;
export const moveWhich = (): string => "Es sind mehrere Sitzungen geplant. Welche wird verlegt?";
export const cancelWhich = (): string => "Es sind mehrere Sitzungen geplant. Welche fällt aus?";
export const reasonTooLong = (limit: number): string => `Der Grund ist zu lang; höchstens ${limit} Zeichen.`;
