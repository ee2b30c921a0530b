import { describe, expect, it } from "vitest";
import {
  addDays,
  type LocalDate,
  type LocalTime,
  parseLocalDate,
  parseLocalTime,
} from "../../src/core/kernel/local-date.ts";
import {
  clockSpan,
  clockTime,
  dateAndTime,
  dateSpan,
  dateWithWeekday,
  monthAndYear,
  monthName,
  numericDate,
  quarterName,
  writtenDate,
  writtenDateWithWeekday,
} from "../../src/texts/dates.ts";

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

function time(text: string): LocalTime {
  const read = parseLocalTime(text);
  if (read === undefined) throw new Error(`no time: ${text}`);
  return read;
}

const sitting = day("2023-01-27");

describe("dates as they stand in German papers", () => {
  it("writes the day of the first sitting in every form", () => {
    expect(numericDate(sitting)).toBe("27.01.2023");
    expect(dateWithWeekday(sitting)).toBe("Freitag, 27.01.2023");
    expect(writtenDate(sitting)).toBe("27. Januar 2023");
    expect(writtenDateWithWeekday(sitting)).toBe("Freitag, 27. Januar 2023");
    expect(quarterName(sitting)).toBe("1. Quartal 2023");
    expect(monthAndYear(sitting)).toBe("Januar 2023");
  });

  it("writes the first of a month without a leading zero when the month is a word", () => {
    expect(writtenDate(day("2023-09-01"))).toBe("1. September 2023");
    expect(numericDate(day("2023-09-01"))).toBe("01.09.2023");
  });

  it("names weekdays and months as German does", () => {
    for (let offset = 0; offset < 366; offset += 1) {
      const date = addDays(sitting, offset);
      const utc = new Date(`${date}T00:00:00Z`);
      const expected = new Intl.DateTimeFormat("de-DE", { timeZone: "UTC", dateStyle: "full" }).format(utc);
      expect(writtenDateWithWeekday(date)).toBe(expected);
    }
    expect(monthName(13)).toBe("");
  });

  it("writes times of day in full and spans of full hours short", () => {
    expect(clockTime(time("09:05"))).toBe("09:05 Uhr");
    expect(clockSpan(time("09:00"), time("12:00"))).toBe("9–12 Uhr");
    expect(clockSpan(time("09:30"), time("12:00"))).toBe("09:30–12:00 Uhr");
    expect(clockSpan(time("14:00"))).toBe("14:00 Uhr");
    expect(dateAndTime(sitting, time("09:00"), time("12:00"))).toBe("Freitag, 27.01.2023, 9–12 Uhr");
  });

  it("shortens spans of days by what both ends share", () => {
    expect(dateSpan(day("2027-09-10"), day("2027-09-12"))).toBe("10.–12.09.2027");
    expect(dateSpan(day("2027-05-28"), day("2027-06-02"))).toBe("28.05.–02.06.2027");
    expect(dateSpan(day("2026-12-28"), day("2027-01-03"))).toBe("28.12.2026–03.01.2027");
    expect(dateSpan(sitting, sitting)).toBe("27.01.2023");
  });
});
