import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { germanDates, readDeadline, readGermanDate } from "../../../src/adapters/dates/german-dates.ts";
import type { DateContext } from "../../../src/core/kernel/date-reading.ts";
import {
  addDays,
  type LocalDate,
  type LocalTime,
  parseLocalDate,
  parseLocalTime,
  partsOf,
  type Weekday,
  weekdayOf,
} from "../../../src/core/kernel/local-date.ts";
import { dateWithWeekday, monthName, numericDate, weekdayName, writtenDate } from "../../../src/texts/dates.ts";
import { morePhrases } from "./more-phrases.ts";
import { officePhrases } from "./office-phrases.ts";
import { summaryOf } from "./summary-of.ts";

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

const wednesday: DateContext = { reference: day("2026-11-18"), referenceTime: time("10:00") };

function seenFrom(text: string, direction: "forward" | "nearest" = "forward"): DateContext {
  return { reference: day(text), direction };
}

describe("phrases from offices", () => {
  it.each(officePhrases)("reads »%s« as %s", (text, expected) => {
    expect(summaryOf(readGermanDate(text, wednesday))).toBe(expected);
  });
});

for (const group of morePhrases) {
  describe(`more phrases: ${group.title}`, () => {
    const seen = group.seenFrom;
    const context = seen === undefined ? wednesday : seenFrom(seen.day, seen.direction);
    it.each(group.phrases)("reads »%s« as %s", (text, expected) => {
      expect(summaryOf(readGermanDate(text, context))).toBe(expected);
    });
  });
}
