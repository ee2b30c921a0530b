import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { decideSystem } from "../../../src/core/committee/decide-system.ts";
import type { SystemCommand, SystemGiven } from "../../../src/core/committee/system-commands.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import { reminderDays } from "../../../src/core/written-procedure/reminder-days.ts";
import { given } from "../../support/given.ts";
import { day, instant } from "../../support/keys.ts";
import { meetingDay, seat, voter } from "../../support/small-committee.ts";
import {
  closed,
  closing,
  everybody,
  founded,
  lastDay,
  object,
  running,
  start,
  system,
  timeOf,
  vote,
  voting,
} from "../../support/written-procedures.ts";

describe("the end", () => {
  const carried = () =>
    voting(
      running(),
      everybody.slice(0, 3).map((one) => [one, "yes"] as const),
    );

  it("is not before the last day is over, and only once", () => {
    expect(system(carried(), closing, { today: lastDay }).decision.events).toEqual([]);
    const { decision, after } = system(carried(), closing);
    expect(decision.events.map(({ type }) => type)).toEqual(["WrittenProcedureClosed"]);
    const again = decideSystem(after.state, closing, {
      now: instant("2023-02-08T09:00:00.000Z"),
      today: day("2023-02-08"),
      time: timeOf("10:00"),
      holidays: noHolidays,
      undelivered: [],
    });
    expect(again.events).toEqual([]);
  });

  it("is nothing for a procedure that was withdrawn, taken back, or is another one", () => {
    const withdrawn = running()
      .when({ type: "WithdrawWrittenProcedure", procedure: 1, reason: "Versehen" })
      .thenAccepted();
    expect(system(withdrawn, closing).decision.events).toEqual([]);
    expect(system(founded(), closing).decision.events).toEqual([]);
    expect(system(running(), { ...closing, lastDay: day("2023-02-05") }).decision.events).toEqual([]);
  });

  it("is void for seats whose messages could not be delivered", () => {
    const { decision } = system(carried(), closing, { undelivered: [seat(5)] });
    expect(decision.events[0]).toMatchObject({ outcome: "void", reason: "notDeliveredToAll" });
    // Who voted has the wording.
    const voted = system(carried(), closing, { undelivered: [seat(1)] });
    expect(voted.decision.events[0]).toMatchObject({ outcome: "carried" });
  });

  it("puts a report on the next agenda, one item for several procedures, and waits for a plan if there is none", () => {
    const plan: Command = { type: "ScheduleMeeting", appointment: { date: day("2023-03-01") } };
    const planned = running().when(plan).thenAccepted();
    expect(system(planned, closing).decision.events.map(({ type }) => type)).toEqual([
      "WrittenProcedureClosed",
      "AgendaItemAdded",
      "WrittenReportPlaced",
    ]);
    const second = running().when(start("Zweiter.")).thenAccepted().when(plan).thenAccepted();
    const { after } = system(second, closing);
    const next = decideSystem(
      after.state,
      { ...closing, procedure: 2 },
      {
        now: instant("2023-02-07T09:00:01.000Z"),
        today: day("2023-02-07"),
        time: timeOf("10:00"),
        holidays: noHolidays,
        undelivered: [],
      },
    );
    expect(next.events.map(({ type }) => type)).toEqual(["WrittenProcedureClosed", "WrittenReportPlaced"]);

    const later = given([]).and(system(running(), closing).after.stream.map(({ event }) => event));
    const types = later.when(plan, { today: day("2023-02-08") }).result;
    expect(types.ok && types.value.events.map(({ type }) => type)).toEqual([
      "MeetingScheduled",
      "AgendaItemAdded",
      "WrittenReportPlaced",
    ]);
  });

  it("has no report where the rules ask for none", () => {
    const silent = running({ "umlauf.announce": { value: [] } })
      .when({ type: "ScheduleMeeting", appointment: { date: day("2023-03-01") } })
      .thenAccepted();
    expect(system(silent, closing).decision.events).toHaveLength(1);
  });
});

describe("reminders", () => {
  const reminder: SystemCommand = { type: "RemindOfProcedure", procedure: 1, lastDay, reminder: "halfway" };
  const today = day("2023-02-01");

  it("are for the seats that have said nothing", () => {
    const some = voting(running(), [[voter(1), "yes"]])
      .when(object, { actor: voter(2) })
      .thenAccepted();
    expect(system(some, reminder, { today }).decision.events).toEqual([
      { type: "WrittenRemindersSent", procedure: 1, reminder: "halfway", seats: [seat(3), seat(4), seat(5)] },
    ]);
  });

  it("come at night the next morning, and not on Sundays or holidays", () => {
    const night = timeOf("23:15");
    const early = timeOf("05:00");
    const jobDay = (facts: Partial<SystemGiven>) => system(running(), reminder, facts).decision.jobs?.[0]?.day;
    expect(jobDay({ today, time: night })).toBe("2023-02-02");
    expect(jobDay({ today, time: early })).toBe("2023-02-01");
    expect(jobDay({ today: day("2023-02-05") })).toBe("2023-02-06");
    expect(jobDay({ today, holidays: new Set([today]) })).toBe("2023-02-02");
    expect(system(running(), reminder, { today: lastDay, time: night }).decision).toEqual({ events: [] });
  });

  it("lie between the first and the last day, whatever the dates", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
        (length, free) => {
          const from = (days: number) => {
            const date = new Date(Date.UTC(2023, 0, 27 + days));
            return day(date.toISOString().slice(0, 10));
          };
          const holidays = new Set(free.map(from));
          const days = reminderDays(meetingDay, from(length), holidays).map((one) => one.day);
          expect(new Set(days).size).toBe(days.length);
          for (const one of days) {
            expect(one > meetingDay && one < from(length)).toBe(true);
            expect(holidays.has(one)).toBe(false);
            expect(new Date(`${one}T00:00:00Z`).getUTCDay()).not.toBe(0);
          }
        },
      ),
    );
  });
});

describe("whatever people do", () => {
  const choice = fc.constantFrom("yes", "no", "abstain" as const);

  it("the order in which different seats vote is nothing to the result", () => {
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 5, maxLength: 5 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
        (choices, order) => {
          const votes = everybody.map((one, at) => [one, choices[at] ?? "yes"] as const);
          const shuffled = order.flatMap((at) => votes.slice(at, at + 1));
          expect(closed(voting(running(), shuffled))).toEqual(closed(voting(running(), votes)));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("a vote after the end changes nothing of the result", () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 5 }), choice, (choices, late) => {
        const before = voting(
          running(),
          choices.map((one, at) => [everybody[at] ?? voter(1), one] as const),
        );
        const tried = before.when(vote(late), { actor: voter(5), today: day("2023-02-07") });
        expect(tried.result.ok).toBe(false);
        expect(closed(before)).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });
});
