import { describe, expect, it } from "vitest";
import type { SystemCommand } from "../../../src/core/committee/system-commands.ts";
import { answered, asking, founded, lastDay, opening, system } from "../../support/date-polls.ts";
import { given } from "../../support/given.ts";
import { day, time } from "../../support/keys.ts";
import { advisor, guest, officePerson, smallCommittee, substitute, voter } from "../../support/small-committee.ts";

const remind: SystemCommand = { type: "RemindOfPoll", poll: 1, lastDay, reminder: "halfway" };
const end: SystemCommand = { type: "EndPoll", poll: 1, lastDay };
const onTheWay = { today: day("2023-02-01") };

describe("reminders", () => {
  it("go to those who have not answered every option, guests only where they are needed, never to whom muted them", () => {
    const some = answered(asking({}, { required: [guest] }), [
      [voter(1), "yes", "no", "no"],
      [voter(2), "yes", undefined, "no"],
    ]).and([{ type: "RemindersMuted", person: voter(3) }]);
    const { decision } = system(some, remind, onTheWay);
    expect(decision.events).toEqual([
      {
        type: "DatePollRemindersSent",
        poll: 1,
        reminder: "halfway",
        people: [voter(2), voter(4), voter(5), substitute(1), substitute(2), officePerson, advisor, guest],
      },
    ]);
    const { decision: withoutGuest } = system(asking(), remind, onTheWay);
    expect(withoutGuest.events[0]).not.toMatchObject({ people: expect.arrayContaining([guest]) });
  });

  it("happen once, and not for a date poll that is over or another one", () => {
    const { after } = system(asking(), remind, onTheWay);
    expect(system(after, remind, onTheWay).decision).toEqual({ events: [] });
    expect(system(after, { ...remind, reminder: "dayBefore" }, onTheWay).decision.events).toHaveLength(1);
    const cancelled = asking().when({ type: "CancelDatePoll", reason: "Versehen" }).thenAccepted();
    expect(system(cancelled, remind, onTheWay).decision).toEqual({ events: [] });
    expect(system(asking(), { ...remind, lastDay: day("2023-02-05") }, onTheWay).decision).toEqual({ events: [] });
    expect(system(founded(), remind, onTheWay).decision).toEqual({ events: [] });
    expect(system(asking(), remind).decision).toEqual({ events: [] });
  });

  it("are not sent if nobody is missing", () => {
    const committee = given(smallCommittee({ seats: 1, substitutes: [] }))
      .when(opening())
      .thenAccepted();
    const complete = answered(
      committee,
      [voter(1), officePerson, advisor].map((person) => [person, "yes", "yes", "no"] as const),
    );
    expect(system(complete, remind, onTheWay).decision).toEqual({ events: [] });
  });

  it.each([
    ["at night", { today: day("2023-02-01"), time: time("07:59") }, "2023-02-01"],
    ["late", { today: day("2023-02-01"), time: time("20:00") }, "2023-02-02"],
    ["on a Sunday", { today: day("2023-02-05"), time: time("10:00") }, "2023-02-06"],
    ["on the eve of a Sunday", { today: day("2023-02-04"), time: time("23:00") }, "2023-02-06"],
    ["on a holiday", { today: day("2023-02-01"), holidays: new Set([day("2023-02-01")]) }, "2023-02-02"],
  ])("wait %s for the next morning", (_, facts, next) => {
    const { decision } = system(asking(), remind, facts);
    expect(decision.events).toEqual([]);
    expect(decision.jobs).toEqual([{ id: "terminumfrage-1-halfway", day: next, time: "10:00", command: remind }]);
  });

  it("are given up where no morning is left", () => {
    expect(system(asking(), remind, { today: lastDay, time: time("21:00") }).decision).toEqual({ events: [] });
  });
});

describe("the end", () => {
  it("is not before the last day is over, and only once", () => {
    expect(system(asking(), end, { today: lastDay, time: time("23:59") }).decision).toEqual({ events: [] });
    const { decision, after } = system(asking(), end);
    expect(decision).toEqual({ events: [{ type: "DatePollEnded", poll: 1 }] });
    expect(system(after, end).decision).toEqual({ events: [] });
  });

  it("is nothing for a date poll that was settled before", () => {
    const settled = asking().when({ type: "SettleDatePoll", option: 2 }).thenAccepted();
    expect(system(settled, end).decision).toEqual({ events: [] });
  });
});
