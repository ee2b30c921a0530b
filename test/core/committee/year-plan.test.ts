import { describe, expect, it } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/calendar/holidays.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { type YearPlan, type YearWish, yearPlan } from "../../../src/core/committee/year-plan.ts";
import { isWeekend, partsOf, quarterOf, weekdayOf } from "../../../src/core/kernel/local-date.ts";
import type { RulesRecord } from "../../../src/core/membership/events.ts";
import { given } from "../../support/given.ts";
import { day, time } from "../../support/keys.ts";
import { smallCommittee } from "../../support/small-committee.ts";

const holidays = createHolidayCalendar().holidaysOf("SH");
const years = [2026, 2027, 2028, 2029, 2030];
const byRules: RulesRecord["settings"] = { "planning.minPerYear": { value: 4, paragraph: "§ 4 Abs. 1" } };

const jhaSittings = (year: number, ...dates: readonly string[]): CommitteeEvent => ({
  type: "BodySittingsEntered",
  body: "Jugendhilfeausschuss",
  year,
  dates: dates.map(day),
});

const summer: CommitteeEvent = {
  type: "SchoolHolidaysEntered",
  holidays: [
    { name: "Sommerferien", from: day("2028-07-03"), to: day("2028-08-12") },
    { name: "Herbstferien", from: day("2028-10-16"), to: day("2028-10-27") },
  ],
  source: "von Hand",
};

const scheduled = (meeting: number, date: string): CommitteeEvent => ({
  type: "MeetingScheduled",
  meeting,
  appointment: { date: day(date), from: time("09:00"), to: time("12:00") },
});

function planned(events: readonly CommitteeEvent[], wish: YearWish, today = "2025-12-01"): YearPlan {
  const { state } = given([...smallCommittee({ rules: byRules }), ...events]);
  return yearPlan(state, wish, { today: day(today), holidays });
}

const datesOf = ({ days }: YearPlan): readonly string[] => days.map(({ date }) => date);

describe("the plan of a year", () => {
  it.each(years)("has one day in each quarter of %i, a workday, the same each time", (year) => {
    const plan = planned([], { year });
    expect(plan.days.map(({ date }) => quarterOf(date))).toEqual([1, 2, 3, 4]);
    for (const { date } of plan.days) {
      expect(partsOf(date).year).toBe(year);
      expect(weekdayOf(date)).toBe(3);
      expect(holidays.has(date) || isWeekend(date)).toBe(false);
    }
    expect(plan.ruling).toMatchObject({ count: 4, needed: 4, isEnough: true });
    expect(planned([], { year })).toEqual(plan);
  });

  it("puts the meetings about three weeks before the JHA, in the week of the target, never into holidays", () => {
    const jha = jhaSittings(2028, "2028-02-16", "2028-05-17", "2028-08-30", "2028-11-15");
    const plan = planned([summer, jha], { year: 2028 });
    expect(datesOf(plan)).toEqual(["2028-01-26", "2028-04-26", "2028-06-28", "2028-10-11"]);
    const [first, , third] = plan.days;
    expect(first?.reason).toMatchObject({ kind: "beforeJha", ruling: { jha: "2028-02-16", target: "2028-01-26" } });
    expect(third?.passed[0]).toEqual({ date: "2028-08-09", why: "schoolHolidays" });
  });

  it("takes the wished weekday of that week, and stays off holidays and days the JHA sits", () => {
    // Target 11.05.2028; the Thursday of its week is free, Ascension is two weeks later.
    const jha = jhaSittings(2028, "2028-06-01", "2028-06-15");
    const plan = planned([jha], { year: 2028, weekday: 4 });
    expect(plan.days.find(({ reason }) => reason.kind === "beforeJha")?.date).toBe("2028-05-11");
    // Target 25.05.2028 is Ascension.
    const later = planned([jhaSittings(2028, "2028-06-15")], { year: 2028, weekday: 4 });
    expect(later.days.find(({ reason }) => reason.kind === "beforeJha")).toMatchObject({
      date: "2028-05-18",
      passed: [{ date: "2028-05-25", why: "holiday" }],
    });
    const sameDay = planned([jhaSittings(2028, "2028-04-26", "2028-05-17")], { year: 2028 });
    expect(sameDay.days.map(({ date }) => date)).not.toContain("2028-04-26");
  });

  it("takes one sitting of the JHA in each quarter, and more only as the GO asks for more", () => {
    const many = jhaSittings(2028, "2028-02-02", "2028-02-23", "2028-05-10", "2028-06-14", "2028-09-13", "2028-11-29");
    expect(planned([many], { year: 2028 }).days).toHaveLength(4);
    const { state } = given([...smallCommittee({ rules: { "planning.minPerYear": { value: 6 } } }), many]);
    const plan = yearPlan(state, { year: 2028 }, { today: day("2027-10-01"), holidays });
    expect(plan.days).toHaveLength(6);
    expect(new Set(datesOf(plan)).size).toBe(6);
  });

  it("fills a quarter without a sitting of the JHA", () => {
    const plan = planned([jhaSittings(2028, "2028-02-16", "2028-11-15")], { year: 2028 });
    expect(plan.days.map(({ reason }) => reason.kind)).toEqual(["beforeJha", "quarter", "quarter", "beforeJha"]);
  });

  it("plans the meeting before a sitting early in the next year", () => {
    const plan = planned([jhaSittings(2029, "2029-01-10")], { year: 2028 });
    expect(plan.days.at(-1)).toMatchObject({ date: "2028-12-20", reason: { ruling: { jha: "2029-01-10" } } });
  });

  it("is complete once it is scheduled, though two of its days lie in one quarter", () => {
    const jha = jhaSittings(2028, "2028-02-16", "2028-05-17", "2028-08-30", "2028-11-15");
    const days = datesOf(planned([summer, jha], { year: 2028 }));
    expect(days.filter((date) => quarterOf(day(date)) === 2)).toHaveLength(2);
    const again = planned([summer, jha, ...days.map((date, index) => scheduled(index + 1, date))], { year: 2028 });
    expect(again.days).toEqual([]);
    expect(again.without).toEqual([]);
  });

  it("leaves quarters alone that have a meeting, and says what counts already", () => {
    const plan = planned([scheduled(1, "2028-02-09"), scheduled(2, "2028-11-15")], { year: 2028 });
    expect(plan.kept).toEqual(["2028-02-09", "2028-11-15"]);
    expect(plan.days.map(({ date }) => quarterOf(date))).toEqual([2, 3]);
    expect(plan.ruling.isEnough).toBe(true);
  });

  it("does not count a cancelled meeting", () => {
    const cancelled: CommitteeEvent = { type: "MeetingCancelled", meeting: 1, reason: "krank" };
    const plan = planned([scheduled(1, "2028-02-09"), cancelled], { year: 2028 });
    expect(plan.kept).toEqual([]);
    expect(plan.days).toHaveLength(4);
  });

  it("keeps to the usual weekday and times, unless others are wished", () => {
    const fridays = [scheduled(1, "2027-02-12"), scheduled(2, "2027-05-14"), scheduled(3, "2027-08-18")];
    const usual = planned(fridays, { year: 2028 });
    expect(usual).toMatchObject({ weekday: 5, weekdayFrom: "usual", from: "09:00", to: "12:00" });
    const wished = planned(fridays, { year: 2028, weekday: 2, from: time("14:00") });
    expect(wished).toMatchObject({ weekday: 2, weekdayFrom: "wish", from: "14:00" });
    expect(wished).not.toHaveProperty("to");
    expect(wished.days.every(({ date }) => weekdayOf(date) === 2)).toBe(true);
  });

  it("gives a Saturday to whoever wishes for one", () => {
    expect(planned([], { year: 2028, weekday: 6 }).days).toHaveLength(4);
  });

  it("plans nothing in the past, nor so near that the call would be late", () => {
    const plan = planned([], { year: 2028 }, "2028-05-05");
    expect(plan.days.map(({ date }) => quarterOf(date))).toEqual([2, 3, 4]);
    // 10.05. would be called too late: 14 full days.
    expect(plan.days[0]?.passed).toContainEqual({ date: "2028-05-10", why: "callTooLate" });
    expect(plan.days[0]?.date).toBe("2028-05-24");
    expect(plan.ruling).toMatchObject({ isEnough: false, missing: 1 });
  });

  it("says for what it found no day", () => {
    const wholeQuarter: CommitteeEvent = {
      type: "SchoolHolidaysEntered",
      holidays: [{ name: "Umbau", from: day("2028-07-01"), to: day("2028-09-30") }],
      source: "von Hand",
    };
    const plan = planned([wholeQuarter], { year: 2028 });
    expect(plan.without).toEqual([{ kind: "quarter", quarter: 3 }]);
    expect(plan.days).toHaveLength(3);
    expect(plan.ruling.isEnough).toBe(false);
  });
});
