import { describe, expect, it } from "vitest";
import { germanDates } from "../../src/adapters/dates/german-dates.ts";
import { type LocalDate, parseLocalDate } from "../../src/core/kernel/local-date.ts";
import { dateReadingText } from "../../src/texts/date-readings.ts";

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

function textFor(typed: string): string {
  return dateReadingText(germanDates.readDate(typed, { reference: day("2026-11-18") }));
}

describe("what people read about a date", () => {
  it.each([
    ["12. Mai 9–12 Uhr", "Mittwoch, 12.05.2027, 9–12 Uhr"],
    ["bis 12.6.", "bis Samstag, 12.06.2027"],
    ["1.12. nachmittags", "Dienstag, 01.12.2026, etwa 15:00 Uhr"],
    ["10. bis 12. September 2027", "10.–12.09.2027"],
    ["ab Mitte 2025", "ab Mitte 2025"],
    ["jeden Dienstag 10 Uhr", "jeden Dienstag 10 Uhr"],
    [
      "Mittwoch, dem 20. März 2023, von 9 bis16 Uhr",
      "Der 20.03.2023 ist ein Montag, kein Mittwoch. Meinen Sie Montag, 20.03.2023, 9–16 Uhr; " +
        "Mittwoch, 22.03.2023, 9–16 Uhr oder Mittwoch, 15.03.2023, 9–16 Uhr?",
    ],
    ["nächsten Freitag", "Das kann zwei Wochen meinen. Meinen Sie Freitag, 20.11.2026 oder Freitag, 27.11.2026?"],
    ["Freitag im Kreishaus", "Nicht verstanden: „Kreishaus“. Meinen Sie Freitag, 20.11.2026?"],
    ["2. Quartal: 1.9.2027", "Der 01.09.2027 liegt nicht im 2. Quartal. Meinen Sie Mittwoch, 01.09.2027?"],
    ["31.4.2027", "Diesen Tag gibt es nicht: 31.04.2027. Meinen Sie Freitag, 30.04.2027 oder Samstag, 01.05.2027?"],
    ["25 Uhr am Freitag", "Diese Uhrzeit gibt es nicht: 25:00."],
    ["Hallo", "Darin steckt kein Datum. Zum Beispiel: „12.05.2027, 9–12 Uhr“."],
  ])("»%s« is answered with »%s«", (typed, expected) => {
    expect(textFor(typed)).toBe(expected);
  });
});
