import { describe, expect, it } from "vitest";
import { wrongWeekdays } from "../../../src/core/minutes/weekday-in-text.ts";

describe("weekdays that contradict their date", () => {
  it("are found in running text", () => {
    const text = "Vereinbart wurde, am Mittwoch, dem 20. März 2023, von 9 bis16 Uhr zu tagen.";
    expect(wrongWeekdays(text)).toEqual([
      { words: "Mittwoch, dem 20. März 2023", date: "2023-03-20", stated: 3, actual: 1 },
    ]);
    expect(wrongWeekdays("Freitag, 13.05.2023 und Sonnabend, den 14.05.2023")).toHaveLength(2);
  });

  it.each(["Montag, dem 20. März 2023", "Freitag 12. Mai", "Mittwoch, dem 31. Februar 2023", "der 20. März 2023"])(
    "%s contradicts nothing",
    (text) => expect(wrongWeekdays(text)).toEqual([]),
  );
});
