import type { DateReading } from "../core/kernel/date-reading.ts";
import { type LocalDate, quarterOf } from "../core/kernel/local-date.ts";
import { dateReadingText } from "./date-readings.ts";
import { dateSpan, numericDate } from "./dates.ts";
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
