import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeadline, readGermanDate } from "../../../src/adapters/dates/german-dates.ts";
import type { DateContext, DateReading, TimeSpan } from "../../../src/core/kernel/date-reading.ts";
import {
  addDays,
  daysInMonth,
  type LocalDate,
  type LocalTime,
  makeLocalDate,
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

describe("doubtful phrases found while looking for silent mistakes", () => {
  it.each([
    ["Montag bis Mittwoch nächster Woche", "2026-11-23..2026-11-25"],
    ["am 27. des nächsten Monats", "2026-12-27"],
    ["27.12. nächstes Jahr", "2027-12-27"],
    ["1. Sitzung", "error notADate"],
    ["12 Uhr nachts", "question midnight: 2026-11-18 00:00 | 2026-11-19 00:00"],
    ["13 Uhr abends", "question hourOfDay: 2026-11-18 13:00"],
    ["heute, 27.11.2026", "question severalDates: 2026-11-27 | 2026-11-18"],
    ["morgen, Freitag", "contradiction weekday: 2026-11-19 | 2026-11-20 | 2026-11-13"],
    ["12/05/2027", "vague"],
    ["26.11.18 Uhr", "2026-11-26 18:00"],
    ["Mai '85", "vague"],
    ["12. im Januar", "vague"],
    ["Freitag 9", "question unreadText: 2026-11-20"],
    ["in 2-3 Wochen", "vague"],
    ["am 3. Advent", "2026-12-13"],
    ["constructor", "error notADate"],
    ["12.12.2026 12–12 Uhr", "error endBeforeStart"],
    ["Freitag 20–24 Uhr", "error endsAfterMidnight"],
  ])("reads »%s« as %s", (text, expected) => {
    expect(summaryOf(readGermanDate(text, wednesday))).toBe(expected);
  });
});

describe("last days", () => {
  it.each([
    ["12.6.", "until 2027-06-12"],
    ["bis 12.6.", "until 2027-06-12"],
    ["Ende November", "until 2026-11-30"],
    ["Mitte Januar", "until 2027-01-15"],
    ["in 14 Tagen", "until 2026-12-02"],
    ["1. Quartal 2027", "until 2027-03-31"],
    ["bis Mai", "question deadlineOfPeriod: until 2027-04-30 | until 2027-05-31"],
    ["nächsten Freitag", "question whichWeek: until 2026-11-20 | until 2026-11-27"],
    ["ab Mitte 2025", "vague"],
    ["31.4.2027", "error noSuchDay: 2027-04-30 | 2027-05-01"],
  ])("reads »%s« as %s", (text, expected) => {
    expect(summaryOf(readDeadline(text, wednesday))).toBe(expected);
  });
});

const first = day("2000-01-01");
const dates = fc.integer({ min: 0, max: 36_890 }).map((days) => addDays(first, days));
const directions = fc.constantFrom("forward" as const, "nearest" as const);
const contexts: fc.Arbitrary<DateContext> = fc.record({ reference: dates, direction: directions });

function spellings(date: LocalDate): readonly string[] {
  const { year, month, day: dayOfMonth } = partsOf(date);
  return [
    numericDate(date),
    `${dayOfMonth}.${month}.${year}`,
    `${dayOfMonth}. ${month}. ${year}`,
    writtenDate(date),
    `den ${dayOfMonth}. ${monthName(month).slice(0, 3)}. ${year}`,
    date,
    dateWithWeekday(date),
    `am ${weekdayName(weekdayOf(date))}, dem ${writtenDate(date)}`,
    `${weekdayName(weekdayOf(date)).slice(0, 2)}., ${numericDate(date)}`,
  ];
}

describe("what holds for every date", () => {
  it("an explicit year is always that year, in every spelling, seen from anywhere", () => {
    fc.assert(
      fc.property(dates, contexts, (date, context) => {
        for (const text of spellings(date))
          expect([text, summaryOf(readGermanDate(text, context))]).toEqual([text, date]);
      }),
    );
  });

  it("a time behind the date changes the time and not the date", () => {
    const hours = fc.integer({ min: 7, max: 20 });
    fc.assert(
      fc.property(dates, contexts, hours, fc.integer({ min: 1, max: 3 }), (date, context, hour, length) => {
        const [from, to] = [`${String(hour).padStart(2, "0")}:00`, `${String(hour + length).padStart(2, "0")}:00`];
        for (const text of spellings(date)) {
          const expected = `${date} ${from}-${to}`;
          expect(summaryOf(readGermanDate(`${text}, ${hour}–${hour + length} Uhr`, context))).toBe(expected);
          expect(summaryOf(readGermanDate(`${text} von ${hour} bis ${hour + length} Uhr`, context))).toBe(expected);
          expect(summaryOf(readGermanDate(`${text}, ${from}`, context))).toBe(`${date} ${from}`);
        }
      }),
    );
  });

  it("a weekday that does not fit is never swallowed, and both ways out are offered", () => {
    // 1–6 days later is always another weekday.
    fc.assert(
      fc.property(dates, contexts, fc.integer({ min: 1, max: 6 }), (date, context, shift) => {
        const weekday: Weekday = weekdayOf(addDays(date, shift));
        const reading = readGermanDate(`${weekdayName(weekday)}, den ${writtenDate(date)}`, context);
        if (reading.kind !== "contradiction") throw new Error(`not refused: ${summaryOf(reading)}`);
        expect(reading.date).toBe(date);
        expect(reading.candidates.map((candidate) => candidate.date)).toContain(date);
        expect(reading.candidates.slice(1).map((candidate) => weekdayOf(candidate.date))).toEqual([weekday, weekday]);
      }),
    );
  });

  it("a day that the month does not have is always an error", () => {
    const months = fc.record({ year: fc.integer({ min: 2000, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 31 }), contexts, ({ year, month }, dayOfMonth, context) => {
        const reading = readGermanDate(`${dayOfMonth}.${month}.${year}`, context);
        expect(reading.kind).toBe(dayOfMonth > daysInMonth(year, month) ? "error" : "date");
      }),
    );
  });

  it("without a year the day lies ahead, and within a year", () => {
    fc.assert(
      fc.property(dates, dates, (date, reference) => {
        const { month, day: dayOfMonth } = partsOf(date);
        fc.pre(month !== 2 || dayOfMonth !== 29);
        const reading = readGermanDate(`${dayOfMonth}.${month}.`, { reference });
        if (reading.kind !== "date") throw new Error(summaryOf(reading));
        expect(reading.date >= reference).toBe(true);
        expect(reading.date <= addDays(reference, 366)).toBe(true);
        expect(partsOf(reading.date)).toMatchObject({ month, day: dayOfMonth });
      }),
    );
  });

  it("looking back, a day without a year is the closest one", () => {
    fc.assert(
      fc.property(dates, dates, (date, reference) => {
        const { month, day: dayOfMonth } = partsOf(date);
        fc.pre(month !== 2 || dayOfMonth !== 29);
        const reading = readGermanDate(`${dayOfMonth}. ${monthName(month)}`, { reference, direction: "nearest" });
        if (reading.kind !== "date") throw new Error(summaryOf(reading));
        const sameDay = makeLocalDate(partsOf(reading.date).year, month, dayOfMonth);
        expect(reading.date).toBe(sameDay);
        expect(reading.date >= addDays(reference, -184) && reading.date <= addDays(reference, 184)).toBe(true);
      }),
    );
  });
});

const scraps = fc.constantFrom(
  ..."Montag Mi. fr so nächsten übernächste letzter Woche Monats 12. 31. 12.5. 29.2. 9.12 31.4. 2027 '27 85 Mai Sept. im des".split(
    " ",
  ),
  ..."am bis von vor nach ab um in zwei acht 14 Tagen Wochen Quartal 3. KW 53 Ende Mitte Anfang heute morgen gestern".split(
    " ",
  ),
  ..."9 24 25 99 9:30 9.75 halb viertel Uhr h abends nachts Mitternacht c.t. - – / oder und , . ( ) d.J. v.M. jeden alle".split(
    " ",
  ),
  ..."Ostermontag Tag Winter Sommerferien nicht spätestens 99999 Jahr Jahren 10.–12. 1.1.1900 31.12.2199 0 00 0.0.".split(
    " ",
  ),
);
const scrapTexts = fc.array(scraps, { maxLength: 9 }).map((words) => words.join(" "));
const gluedTexts = fc.array(scraps, { maxLength: 9 }).map((words) => words.join(""));
const anyTexts = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), scrapTexts, gluedTexts);

describe("what holds for every text", () => {
  it("nothing throws, and whatever comes out is whole", () => {
    const times = fc.option(fc.constantFrom(time("00:00"), time("10:00"), time("23:59")), { nil: undefined });
    fc.assert(
      fc.property(anyTexts, contexts, times, (text, context, referenceTime) => {
        const seen = referenceTime === undefined ? context : { ...context, referenceTime };
        for (const reading of [readGermanDate(text, seen), readDeadline(text, seen)]) expectWhole(reading);
      }),
      { numRuns: 5000 },
    );
  });

  it("refuses ten thousand characters without reading them", () => {
    expect(summaryOf(readGermanDate("12. Mai ".repeat(1250), wednesday))).toBe("error tooLong");
  });

  it("looks through invisible characters", () => {
    expect(summaryOf(readGermanDate("\u202eFrei\u00adtag,\u00a027.11.2026\u200b", wednesday))).toBe("2026-11-27");
  });
});

function expectWhole(reading: DateReading): void {
  if (reading.kind === "period") expect(reading.from <= reading.to).toBe(true);
  if (reading.kind === "question") expect(reading.candidates.length).toBeGreaterThan(0);
  if (reading.kind === "question" || reading.kind === "contradiction") {
    for (const candidate of reading.candidates) {
      expect(parseLocalDate(candidate.date)).toBe(candidate.date);
      expectTime(candidate.time);
    }
  }
  if (reading.kind === "date") expect(parseLocalDate(reading.date)).toBe(reading.date);
  if (reading.kind === "date" || reading.kind === "period") expectTime(reading.time);
}

function expectTime(span: TimeSpan | undefined): void {
  if (span === undefined) return;
  expect(parseLocalTime(span.from)).toBe(span.from);
  if (span.to !== undefined) expect(span.from < span.to).toBe(true);
}
