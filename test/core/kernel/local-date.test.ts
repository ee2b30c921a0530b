import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  isWeekend,
  type LocalDate,
  lastDayOfMonth,
  makeLocalDate,
  minutesOfDay,
  mondayOf,
  mondayOfCalendarWeek,
  parseLocalDate,
  parseLocalTime,
  partsOf,
  quarterOf,
  weekdayOf,
} from "../../../src/core/kernel/local-date.ts";

const first = Temporal.PlainDate.from("2000-01-01");
const span = first.until("2100-12-31").days;

function dateOf(plain: Temporal.PlainDate): LocalDate {
  const date = parseLocalDate(plain.toString());
  if (date === undefined) throw new Error(`refused ${plain.toString()}`);
  return date;
}

const plainDates = fc.integer({ min: 0, max: span }).map((days) => first.add({ days }));

describe("local dates against the reference calendar, 2000–2100", () => {
  it("agrees on every single day about weekday, successor, quarter and month end", () => {
    let plain = first;
    let date = dateOf(first);
    for (let day = 0; day <= span; day += 1) {
      expect(date).toBe(plain.toString());
      expect(weekdayOf(date)).toBe(plain.dayOfWeek);
      expect(quarterOf(date)).toBe(Math.ceil(plain.month / 3));
      expect(lastDayOfMonth(date)).toBe(plain.with({ day: plain.daysInMonth }).toString());
      plain = plain.add({ days: 1 });
      date = addDays(date, 1);
    }
  });

  it("adds and counts days like the reference calendar", () => {
    fc.assert(
      fc.property(plainDates, fc.integer({ min: -40_000, max: 40_000 }), (plain, days) => {
        const date = dateOf(plain);
        const later = addDays(date, days);
        expect(later).toBe(plain.add({ days }).toString());
        expect(daysBetween(date, later)).toBe(days);
      }),
    );
  });

  it("adds months with the last day where the month is too short", () => {
    fc.assert(
      fc.property(plainDates, fc.integer({ min: -600, max: 600 }), (plain, months) => {
        expect(addMonths(dateOf(plain), months)).toBe(plain.add({ months }).toString());
      }),
    );
    expect(addMonths(dateOf(Temporal.PlainDate.from("2027-01-31")), 1)).toBe("2027-02-28");
  });

  it("orders dates like the reference calendar", () => {
    fc.assert(
      fc.property(plainDates, plainDates, (one, other) => {
        expect(compareDates(dateOf(one), dateOf(other))).toBe(Temporal.PlainDate.compare(one, other));
      }),
    );
  });

  it("knows the Monday of every calendar week and which years have a week 53", () => {
    for (let year = 2000; year <= 2100; year += 1) {
      const lastWeek = Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 0;
      expect(mondayOfCalendarWeek(year, 53) !== undefined).toBe(lastWeek === 53);
      for (let week = 1; week <= lastWeek; week += 1) {
        const monday = Temporal.PlainDate.from(mondayOfCalendarWeek(year, week) ?? "missing");
        expect([monday.yearOfWeek, monday.weekOfYear, monday.dayOfWeek]).toEqual([year, week, 1]);
      }
    }
    expect(mondayOfCalendarWeek(2026, 54)).toBeUndefined();
    expect(mondayOfCalendarWeek(2026, 0)).toBeUndefined();
  });
});

describe("reading local dates and times", () => {
  it("refuses days the calendar does not have", () => {
    for (const text of ["2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"]) {
      expect(parseLocalDate(text), text).toBeUndefined();
    }
    expect(parseLocalDate("2028-02-29")).toBe("2028-02-29");
    expect(makeLocalDate(2026, 1.5, 1)).toBeUndefined();
    expect(makeLocalDate(2026, 1, Number.NaN)).toBeUndefined();
  });

  it("refuses other spellings", () => {
    for (const text of ["2026-1-1", "20260101", " 2026-01-01", "2026-01-01\n", "2026-01-01T00:00", "", "٢٠٢٦-٠١-٠١"]) {
      expect(parseLocalDate(text), text).toBeUndefined();
    }
  });

  it("reads times of one day and no others", () => {
    expect(parseLocalTime("00:00")).toBe("00:00");
    expect(parseLocalTime("23:59")).toBe("23:59");
    for (const text of ["24:00", "12:60", "9:00", "09:00:00", "", "09.00"]) {
      expect(parseLocalTime(text), text).toBeUndefined();
    }
  });

  it("never accepts text that the reference calendar refuses", () => {
    const almost = fc.stringMatching(/^[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]$/);
    fc.assert(
      fc.property(almost, (text) => {
        let expected: string | undefined;
        try {
          expected = text.startsWith("0000") ? undefined : Temporal.PlainDate.from(text).toString();
        } catch {
          expected = undefined;
        }
        expect(parseLocalDate(text)).toBe(expected);
      }),
    );
  });
});

describe("the days of the Segeberg report", () => {
  const onDate = (text: string): LocalDate => dateOf(Temporal.PlainDate.from(text));

  it("finds the Monday that the report calls a Wednesday", () => {
    expect(weekdayOf(onDate("2023-03-20"))).toBe(1);
    expect(mondayOf(onDate("2023-03-22"))).toBe("2023-03-20");
  });

  it("finds Fridays for the sittings and Thursdays for the committee", () => {
    for (const text of ["2023-01-27", "2023-05-12", "2023-09-01", "2023-10-13"]) {
      expect(weekdayOf(onDate(text))).toBe(5);
      expect(isWeekend(onDate(text))).toBe(false);
    }
    expect(weekdayOf(onDate("2022-06-23"))).toBe(4);
    expect(isWeekend(onDate("2023-01-28"))).toBe(true);
  });

  it("takes dates and times apart", () => {
    expect(partsOf(onDate("2023-01-27"))).toEqual({ year: 2023, month: 1, day: 27 });
    const time = parseLocalTime("09:05");
    expect(time === undefined ? undefined : minutesOfDay(time)).toBe(545);
  });
});
