import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerReminderJobs } from "../../../src/core/committee/answer-jobs.ts";
import { addDays, weekdayOf } from "../../../src/core/kernel/local-date.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import { day } from "../../support/keys.ts";

const facts = { meeting: 3, revision: 1, answerBy: day("2023-02-17"), today: day("2023-01-27") };
const days = (jobs: ReturnType<typeof answerReminderJobs>) => jobs.map(({ id, day: on, time }) => [id, on, time]);

describe("reminders of answers", () => {
  it("are due at ten, a week and two days before the answers are wanted", () => {
    const jobs = answerReminderJobs(facts, noHolidays);
    expect(days(jobs)).toEqual([
      ["rueckmeldung-3-early", "2023-02-10", "10:00"],
      ["rueckmeldung-3-late", "2023-02-15", "10:00"],
    ]);
    expect(jobs[0]?.command).toEqual({ type: "RemindOfAnswers", meeting: 3, revision: 1, reminder: "early" });
  });

  it("are moved to the day before, where that day is a Sunday or a holiday", () => {
    const onSunday = { ...facts, answerBy: day("2023-02-21") };
    expect(days(answerReminderJobs(onSunday, new Set([day("2023-02-14")])))).toEqual([
      ["rueckmeldung-3-early", "2023-02-13", "10:00"],
      ["rueckmeldung-3-late", "2023-02-18", "10:00"],
    ]);
  });

  it("are one or none where little time is left", () => {
    expect(days(answerReminderJobs({ ...facts, today: day("2023-02-10") }, noHolidays))).toEqual([
      ["rueckmeldung-3-late", "2023-02-15", "10:00"],
    ]);
    expect(answerReminderJobs({ ...facts, today: day("2023-02-15") }, noHolidays)).toEqual([]);
  });

  it("are after today, before the last day, never on a Sunday, and the early one before the late one, on whatever day", () => {
    const dayAfter = (from: string) => fc.integer({ min: 0, max: 400 }).map((n) => addDays(day(from), n));
    fc.assert(
      fc.property(
        dayAfter("2023-01-01"),
        dayAfter("2023-01-01"),
        fc.array(dayAfter("2023-01-01")),
        (today, last, off) => {
          const jobs = answerReminderJobs({ ...facts, today, answerBy: last }, new Set(off));
          for (const job of jobs) {
            expect(job.day > today && job.day < last).toBe(true);
            expect(weekdayOf(job.day) === 7 || off.includes(job.day)).toBe(false);
          }
          const [first, second] = jobs;
          if (first !== undefined && second !== undefined) expect(first.day < second.day).toBe(true);
        },
      ),
    );
  });
});
