import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "../../../src/core/kernel/ids.ts";
import {
  addDays,
  addMonths,
  daysBetween,
  isWeekend,
  type LocalDate,
  parseLocalDate,
} from "../../../src/core/kernel/local-date.ts";
import { type Holidays, isWorkday, noHolidays } from "../../../src/core/kernel/workdays.ts";
import { agendaProposals } from "../../../src/core/rules/agenda-deadline.ts";
import { dayThatCounts, latestDayBefore } from "../../../src/core/rules/back-period.ts";
import { acceptancePeriod } from "../../../src/core/rules/election-acceptance.ts";
import { extraordinaryMeeting } from "../../../src/core/rules/extraordinary-meeting.ts";
import { type ForwardShift, forwardDeadline } from "../../../src/core/rules/forward-deadline.ts";
import { hoursAfter, hoursBefore } from "../../../src/core/rules/hour-period.ts";
import { minutesDeadlines } from "../../../src/core/rules/minutes-deadlines.ts";
import { noticePeriod } from "../../../src/core/rules/notice-period.ts";
import { officePeriod } from "../../../src/core/rules/office-period.ts";
import { type PeriodUnit, parsePeriod } from "../../../src/core/rules/period.ts";
import { meetingBeforeJha, meetingsPerYear } from "../../../src/core/rules/planning.ts";
import { cite } from "../../../src/core/rules/setting.ts";
import { rulesWith } from "../../support/rules.ts";

const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
};
const days = (...texts: readonly string[]) => new Set(texts.map(day));
const at = (text: string): Instant => new Date(text).toISOString() as Instant;

const source = { citation: cite("umlauf.minDays", rulesWith().umlauf.minDays) };
const forward = (
  event: string,
  n: number,
  unit: PeriodUnit,
  shift: ForwardShift = "none",
  holidays: Holidays = noHolidays,
): string => forwardDeadline(source, { end: { event: day(event), length: { n, unit } }, shift, holidays }).lastDay;

const latest = (settings: Readonly<Record<string, unknown>>, meeting: string, holidays = noHolidays) =>
  noticePeriod(rulesWith(settings), { meeting: day(meeting), holidays });

const tenClear = { "invite.n": 10, "invite.count": "clear" };
const mayDay = days("2023-05-01");

describe("Ladungsfrist, counted back from the meeting", () => {
  it("keeps a last day on a holiday, since a period counted back is not shifted", () => {
    expect(latest(tenClear, "2023-05-12", mayDay).latest).toBe("2023-05-01");
  });

  it("tells the full days that a late call left", () => {
    const ruling = noticePeriod(rulesWith(tenClear), {
      meeting: day("2023-05-12"),
      received: day("2023-05-02"),
      holidays: mayDay,
    });
    expect(ruling.given).toMatchObject({ isTimely: false, clearDays: 9, daysLate: 1 });
    expect(ruling.latest).toBe("2023-05-01");
  });

  it.each([
    ["2007-01-05", "2007-01-08", "2007-01-21", false, 12],
    ["2007-01-05", "2007-01-06", "2007-01-21", true, 14],
  ])("sent %s, received %s, meeting %s: in time %s with %i days", (sent, received, meeting, isTimely, clearDays) => {
    const ruling = noticePeriod(rulesWith(), {
      meeting: day(meeting),
      sent: day(sent),
      received: day(received),
      holidays: noHolidays,
    });
    expect(ruling.given).toMatchObject({ isTimely, clearDays });
  });

  it.each([
    ["clear", "2014-11-28", true],
    ["clear", "2014-11-29", false],
    ["nthDayBefore", "2014-11-29", true],
    ["nthDayBefore", "2014-11-30", false],
  ])("two weeks as %s, received %s: in time %s", (count, received, isTimely) => {
    const ruling = noticePeriod(rulesWith({ "invite.count": count }), {
      meeting: day("2014-12-13"),
      received: day(received),
      holidays: noHolidays,
    });
    expect(ruling.given?.isTimely).toBe(isTimely);
  });

  it("gives a letter its days more, and counts the dispatch where the rules do", () => {
    const settings = { "invite.n": 7, "invite.count": "nthDayBefore", "invite.postDays": 1 };
    const byMail = noticePeriod(rulesWith(settings), { meeting: day("2023-05-12"), holidays: noHolidays });
    expect([byMail.latest, byMail.latestDispatch]).toEqual(["2023-05-05", "2023-05-05"]);
    const letter = { meeting: day("2023-05-12"), byLetter: true, holidays: noHolidays };
    const ruling = noticePeriod(rulesWith({ ...settings, "invite.start": "absendung" }), letter);
    expect([ruling.latest, ruling.latestDispatch, ruling.counts]).toEqual(["2023-05-04", "2023-05-04", "dispatch"]);
    const received = noticePeriod(rulesWith(settings), { ...letter, received: day("2023-05-05") });
    expect([received.latest, received.latestDispatch]).toEqual(["2023-05-05", "2023-05-04"]);
    expect(received.given?.isTimely).toBe(true);
    const onlySent = noticePeriod(rulesWith(settings), { ...letter, sent: day("2023-05-05") });
    expect(onlySent.given).toMatchObject({ isTimely: false, daysLate: 1 });
  });

  it("moves only backwards, and only where the rules say so", () => {
    const settings = { ...tenClear, "invite.shift": "earlier" };
    expect(latest(settings, "2023-05-12", mayDay)).toMatchObject({ latest: "2023-04-28", shiftedFrom: "2023-05-01" });
  });

  it("counts weeks and months by the calendar", () => {
    expect(latest({ "invite.n": 3, "invite.unit": "week" }, "2023-05-12").latest).toBe("2023-04-20");
    const month = { "invite.n": 1, "invite.unit": "month" };
    expect(latest(month, "2023-03-31").latest).toBe("2023-02-27");
    expect(latest({ ...month, "invite.count": "nthDayBefore" }, "2023-03-31").latest).toBe("2023-02-28");
    expect(latest({ ...month, "invite.count": "nthDayBefore" }, "2023-05-12").latest).toBe("2023-04-12");
  });

  it("takes what comes after the time limit as of the next day", () => {
    const time = (text: string) => text as Parameters<typeof dayThatCounts>[1];
    expect(dayThatCounts(day("2023-05-01"), time("21:15"), "18:00")).toBe("2023-05-02");
    expect(dayThatCounts(day("2023-05-01"), time("18:00"), "18:00")).toBe("2023-05-01");
    expect(dayThatCounts(day("2023-05-01"), time("23:59"), null)).toBe("2023-05-01");
  });

  it("counts local calendar days over the change of the clocks", () => {
    const ruling = noticePeriod(rulesWith({ "invite.n": 7 }), {
      meeting: day("2023-03-28"),
      received: day("2023-03-20"),
      holidays: noHolidays,
    });
    expect(ruling.given).toMatchObject({ isTimely: true, clearDays: 7 });
  });

  it("has a last day for whatever number, even where the calendar ends", () => {
    expect(latest({ "invite.n": 0 }, "2023-05-12").latest).toBe("2023-05-11");
    expect(latest({ "invite.n": 0, "invite.count": "nthDayBefore" }, "2023-05-12").latest).toBe("2023-05-12");
    expect(latest({ "invite.n": 1_000_000 }, "2023-05-12").latest).toBe("0001-01-01");
    expect(() => latest({ "invite.n": -1 }, "2023-05-12")).toThrow(RangeError);
    expect(() => latest({ "invite.n": 1.5 }, "2023-05-12")).toThrow(RangeError);
  });
});

describe("Antragsfrist zur Tagesordnung", () => {
  it.each([
    [{ n: 7, count: "nthDayBefore" }, "2023-05-05"],
    [{ n: 7, count: "clear" }, "2023-05-04"],
    [{ n: 3, count: "nthDayBefore" }, "2023-05-09"],
  ])("%j ends on %s", (proposals, expected) => {
    const rules = rulesWith({ "agenda.proposals": proposals });
    const meeting = day("2023-05-12");
    expect(agendaProposals(rules, { meeting }).latest).toBe(expected);
    expect(agendaProposals(rules, { meeting, received: { day: day(expected) } }).isTimely).toBe(true);
    expect(agendaProposals(rules, { meeting, received: { day: addDays(day(expected), 1) } }).isTimely).toBe(false);
  });
});

describe("Vorwärtsfrist for a declaration", () => {
  it.each([
    ["2023-06-01", 1, "halfMonth", "2023-06-16"],
    ["2023-06-01", 3, "halfMonth", "2023-07-16"],
    ["2023-01-31", 1, "month", "2023-02-28"],
    ["2024-01-31", 1, "month", "2024-02-29"],
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2023-05-15", 2, "week", "2023-05-29"],
    ["2023-01-27", 14, "calendarDay", "2023-02-10"],
    ["2023-11-30", 1, "quarterYear", "2024-02-29"],
    ["2023-08-31", 1, "halfYear", "2024-02-29"],
    ["9999-12-30", 5, "calendarDay", "9999-12-31"],
    ["9999-12-30", 5, "month", "9999-12-31"],
  ] as const)("from %s %i × %s ends on %s", (event, n, unit, expected) => {
    expect(forward(event, n, unit)).toBe(expected);
  });

  it("moves a last day that is no workday on, back, or not at all", () => {
    expect(forward("2023-08-31", 1, "month", "bgb193")).toBe("2023-10-02");
    expect(forward("2023-04-27", 3, "calendarDay", "bgb193", mayDay)).toBe("2023-05-02");
    expect(forward("2023-04-27", 3, "calendarDay", "previousWorkday", mayDay)).toBe("2023-04-28");
    expect(forward("2023-04-27", 3, "calendarDay", "none", mayDay)).toBe("2023-04-30");
    expect(forward("2023-06-05", 3, "calendarDay", "bgb193", days("2023-06-08"))).toBe("2023-06-09");
    expect(forward("2023-06-05", 3, "calendarDay", "bgb193")).toBe("2023-06-08");
  });

  it("keeps a day that was named only where the rules keep it", () => {
    const named = (shift: ForwardShift) =>
      forwardDeadline(source, { end: { named: day("2023-05-01") }, shift, holidays: mayDay });
    expect(named("fixedDay").lastDay).toBe("2023-05-01");
    expect(named("bgb193")).toMatchObject({ lastDay: "2023-05-02", shiftedFrom: "2023-05-01" });
  });

  it("refuses a length that is none", () => {
    expect(() => forward("2023-06-01", -1, "calendarDay")).toThrow(RangeError);
    expect(() => parsePeriod("P1H")).toThrow(RangeError);
    expect(() => parsePeriod("2 Wochen")).toThrow(RangeError);
  });
});

describe("Stundenfrist", () => {
  it.each([
    ["2023-10-30T09:00:00+01:00", "2023-10-28T10:00:00+02:00"],
    ["2023-03-27T09:00:00+02:00", "2023-03-25T08:00:00+01:00"],
  ])("48 elapsed hours before %s is %s", (meeting, expected) => {
    expect(hoursBefore(at(meeting), 48)).toBe(at(expected));
  });

  it("counts weekends", () => {
    expect(hoursAfter(at("2023-04-28T16:00:00+02:00"), 24)).toBe(at("2023-04-29T16:00:00+02:00"));
  });

  it("is the same as on the clock of the machine, both ways", () => {
    const instants = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat(20_000), (start, hours) => {
        const from = start.toISOString() as Instant;
        expect(hoursAfter(from, hours)).toBe(new Date(start.getTime() + hours * 3_600_000).toISOString());
        expect(hoursBefore(hoursAfter(from, hours), hours)).toBe(from);
      }),
    );
  });
});

describe("further periods", () => {
  const bayStuRa = {
    "invite.extraordinary": {
      within: "P2W",
      ladung: { n: 7, count: "clear" },
      demand: { kind: "count", n: 11 },
    },
  };
  const demand = (demanders: number, settings: Readonly<Record<string, unknown>> = bayStuRa) =>
    extraordinaryMeeting(rulesWith(settings), {
      demandReceived: day("2023-05-15"),
      demanders,
      votingSeats: 40,
      holidays: days("2023-05-18", "2023-05-29"),
    });

  it("plans an extraordinary meeting back from its last day, which does not move on", () => {
    expect(demand(11)).toMatchObject({
      isGranted: true,
      needed: 11,
      days: {
        lastDay: "2023-05-29",
        isLastDayHoliday: true,
        isLastDayWorkday: false,
        lastWorkday: "2023-05-26",
        inviteLatest: "2023-05-18",
        isFeasible: true,
      },
    });
  });

  it("counts who demands it, and knows no such meeting where the rules do not", () => {
    expect(demand(10)).toMatchObject({ isGranted: false, missing: 1, reason: "tooFew" });
    expect(demand(40, {})).toMatchObject({ isGranted: false, reason: "notProvided" });
    expect(demand(0)).toMatchObject({ isGranted: false, missing: 11 });
  });

  it("says when the call would have to go before the demand", () => {
    const tooShort = { within: "P1W", ladung: { n: 14, count: "clear" } };
    const ruling = demand(1, { "invite.extraordinary": tooShort });
    expect(ruling.isGranted).toBe(true);
    expect(ruling.days?.isFeasible).toBe(false);
  });

  it("knows when minutes are due, until when objections come, and when silence approves", () => {
    const rules = rulesWith({ "protocol.approval": "silence", "protocol.objectionWithin": "P3D" });
    const facts = { meeting: day("2023-01-27"), submitted: day("2023-02-10"), holidays: noHolidays };
    const ruling = minutesDeadlines(rules, facts);
    expect(ruling).toMatchObject({ draftDue: "2023-02-10", isDraftInTime: true, approvedFrom: "2023-02-14" });
    expect(ruling.objections?.lastDay).toBe("2023-02-13");
    expect(minutesDeadlines(rules, { ...facts, objections: 1 }).approvedFrom).toBeUndefined();
    expect(minutesDeadlines(rulesWith(), facts).approvedFrom).toBeUndefined();
    const open = minutesDeadlines(rules, { meeting: facts.meeting, holidays: noHolidays });
    expect(open.objections).toBeUndefined();
  });

  it("lets the acceptance lapse at the end of the last local day", () => {
    expect(acceptancePeriod(rulesWith(), day("2025-03-21"), noHolidays)).toMatchObject({
      lastDay: "2025-03-28",
      lapsesOn: "2025-03-29",
      silence: "declined",
    });
  });

  it("lets holders act until the new election only where the rules say so", () => {
    const facts = { elected: day("2023-01-27"), on: day("2025-02-03") };
    expect(officePeriod(rulesWith(), facts)).toMatchObject({
      lastDay: "2025-01-27",
      holder: "acting",
      isElectionDue: true,
    });
    expect(officePeriod(rulesWith({ "office.chair.holdOver": false }), facts).holder).toBe("vacant");
    expect(officePeriod(rulesWith(), { ...facts, on: day("2025-01-27") }).holder).toBe("regular");
    expect(officePeriod(rulesWith(), { ...facts, succeeded: day("2025-02-01") })).toMatchObject({
      holder: "succeeded",
      isElectionDue: false,
    });
  });

  it("plans before the Jugendhilfeausschuss and counts the meetings of a year", () => {
    expect(meetingBeforeJha(rulesWith(), day("2024-05-16"), noHolidays)).toMatchObject({
      target: "2024-04-25",
      isWorkday: true,
    });
    const dates = ["2023-01-27", "2023-05-12", "2023-09-01", "2023-10-13", "2024-01-26"].map(day);
    expect(meetingsPerYear(rulesWith(), 2023, dates)).toMatchObject({ isEnough: true, count: 4, missing: 0 });
    expect(meetingsPerYear(rulesWith(), 2024, dates)).toMatchObject({ isEnough: false, count: 1, missing: 2 });
    expect(meetingsPerYear(rulesWith(), 2025, [])).toMatchObject({ isEnough: false, count: 0, missing: 3 });
  });
});

describe("all deadlines, on every day", () => {
  const anyDay = fc.integer({ min: 0, max: 5843 }).map((n) => addDays(day("2020-01-01"), n));
  const someHolidays = fc.uniqueArray(anyDay, { maxLength: 200 }).map((list) => new Set(list));
  const unit = fc.constantFrom("calendarDay" as const, "week" as const, "month" as const);
  const anyCount = fc.constantFrom("clear" as const, "nthDayBefore" as const);
  const shift = fc.constantFrom("none" as const, "earlier" as const);

  it("takes a call on the latest day and none on the day after", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), unit, anyCount, shift, someHolidays, (meeting, n, of, count, moved, holidays) => {
        const rules = rulesWith({ "invite.n": n, "invite.unit": of, "invite.count": count, "invite.shift": moved });
        const { latest: last } = noticePeriod(rules, { meeting, holidays });
        const received = (on: LocalDate) => noticePeriod(rules, { meeting, received: on, holidays }).given;
        expect(received(last)).toMatchObject({ isTimely: true, daysLate: 0 });
        expect(received(addDays(last, 1))).toMatchObject({ isTimely: false, daysLate: 1 });
      }),
    );
  });

  it("leaves one day between the two ways of counting, and n full days where days are counted", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), unit, (meeting, n, of) => {
        const last = (count: "clear" | "nthDayBefore") =>
          latestDayBefore({ length: { n, unit: of }, count, shift: "none" }, meeting, noHolidays).latest;
        expect(daysBetween(last("clear"), last("nthDayBefore"))).toBe(1);
        if (of === "calendarDay") expect(daysBetween(last("clear"), meeting) - 1).toBe(n);
      }),
    );
  });

  it("never shifts a period counted back to a later day, and to a workday only past days off", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), anyCount, someHolidays, (meeting, n, count, holidays) => {
        const period = { length: { n, unit: "calendarDay" }, count } as const;
        const plain = latestDayBefore({ ...period, shift: "none" }, meeting, holidays).latest;
        const moved = latestDayBefore({ ...period, shift: "earlier" }, meeting, holidays).latest;
        expect(moved <= plain).toBe(true);
        expect(isWeekend(moved) || holidays.has(moved)).toBe(false);
        for (let on = addDays(moved, 1); on <= plain; on = addDays(on, 1))
          expect(isWeekend(on) || holidays.has(on)).toBe(true);
      }),
    );
  });

  it("moves a forward period to a workday past nothing but days off", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), unit, someHolidays, (event, n, of, holidays) => {
        const end = { event, length: { n, unit: of } };
        const plain = forwardDeadline(source, { end, shift: "none", holidays }).lastDay;
        const moved = forwardDeadline(source, { end, shift: "bgb193", holidays }).lastDay;
        expect(moved >= plain).toBe(true);
        expect(isWorkday(moved, holidays)).toBe(true);
        for (let on = plain; on < moved; on = addDays(on, 1)) expect(isWorkday(on, holidays)).toBe(false);
      }),
    );
  });

  it("brings a period counted back and forward again to the meeting, months to no later day", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), unit, (meeting, n, of) => {
        const length = { n, unit: of };
        const nth = latestDayBefore({ length, count: "nthDayBefore", shift: "none" }, meeting, noHolidays).latest;
        const again = forwardDeadline(source, {
          end: { event: nth, length },
          shift: "none",
          holidays: noHolidays,
        }).lastDay;
        if (of === "month") expect(again <= meeting).toBe(true);
        else expect(again).toBe(meeting);
      }),
    );
  });

  it("ends a period in months on the same-named day or the last of its month", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), (event, n) => {
        const end = day(forward(event, n, "month"));
        expect(end.slice(8) === event.slice(8) || addDays(end, 1).endsWith("-01")).toBe(true);
        expect(end).toBe(addMonths(event, n));
      }),
    );
  });
});
