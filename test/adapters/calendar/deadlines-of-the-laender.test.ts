import { describe, expect, it } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/calendar/holidays.ts";
import { addDays, daysBetween, isWeekend, type LocalDate } from "../../../src/core/kernel/local-date.ts";
import type { Holidays } from "../../../src/core/kernel/workdays.ts";
import { latestDayBefore } from "../../../src/core/rules/back-period.ts";
import { forwardDeadline } from "../../../src/core/rules/forward-deadline.ts";
import { cite } from "../../../src/core/rules/setting.ts";
import { day } from "../../support/keys.ts";
import { rulesWith } from "../../support/rules.ts";

const lands = ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"];
const calendar = createHolidayCalendar();

const everyDay: readonly LocalDate[] = daysUpTo(day("2020-01-01"), day("2035-12-31"));

function daysUpTo(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return days;
}

/** Days a little beyond these years, with the days to either side, so that no sum is worked out a million times. */
const known = daysUpTo(day("2019-11-01"), day("2036-02-28"));
const placeOf = new Map(known.map((date, place) => [date, place]));
const offDaysOf = (holidays: Holidays) => known.map((date) => isWeekend(date) || holidays.has(date));

const place = (date: LocalDate): number => {
  const found = placeOf.get(date);
  if (found === undefined) throw new Error(`${date} is beyond the days looked at`);
  return found;
};

const length = { n: 14, unit: "calendarDay" } as const;
const source = { citation: cite("umlauf.minDays", rulesWith().umlauf.minDays) };

/** Whether a day that was moved from another is a workday, on the right side, and every day between is none. */
function isMovedRightly(off: readonly boolean[], from: number, to: number, step: 1 | -1): boolean {
  if (off[to] !== false || (to - from) * step < 0) return false;
  for (let between = from; between !== to; between += step) if (off[between] !== true) return false;
  return true;
}

describe.each(lands)("the deadlines over every day of 2020 to 2035 in %s", (land) => {
  const holidays = calendar.holidaysOf(land);

  it("counted back: the last day leaves the whole period, the next does not; earlier only, to a workday", () => {
    const off = offDaysOf(holidays);
    const wrong = everyDay.flatMap((meeting) =>
      (["clear", "nthDayBefore"] as const)
        .filter((count) => {
          const kept = latestDayBefore({ length, count, shift: "none" }, meeting, holidays);
          const moved = latestDayBefore({ length, count, shift: "earlier" }, meeting, holidays);
          const needed = count === "clear" ? length.n + 1 : length.n;
          const isExact =
            place(meeting) - place(kept.latest) === needed && place(meeting) - place(addDays(kept.latest, 1)) < needed;
          const isTold =
            moved.latest === kept.latest ? moved.shiftedFrom === undefined : moved.shiftedFrom === kept.latest;
          return !(isExact && isTold && isMovedRightly(off, place(kept.latest), place(moved.latest), -1));
        })
        .map((count) => [meeting, count]),
    );
    expect(wrong).toEqual([]);
  });

  it("counted on: the last day is within the whole period, moved on after § 193 BGB or back, always to the nearest workday", () => {
    const off = offDaysOf(holidays);
    const lastDay = (event: LocalDate, shift: "none" | "bgb193" | "previousWorkday") =>
      forwardDeadline(source, { end: { event, length }, shift, holidays }).lastDay;
    const wrong = everyDay.filter((event) => {
      const plain = place(lastDay(event, "none"));
      return !(
        plain - place(event) === length.n &&
        isMovedRightly(off, plain, place(lastDay(event, "bgb193")), 1) &&
        isMovedRightly(off, plain, place(lastDay(event, "previousWorkday")), -1)
      );
    });
    expect(wrong).toEqual([]);
  });
});

it("every day of these years is looked at, in every Land", () => {
  expect(everyDay).toHaveLength(daysBetween(day("2020-01-01"), day("2036-01-01")));
  expect(lands).toHaveLength(16);
});
