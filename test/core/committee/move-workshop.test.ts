import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { given } from "../../support/given.ts";
import { day, time } from "../../support/keys.ts";
import { smallCommittee, voter } from "../../support/small-committee.ts";
import { openedWorkshop, plannedWorkshop, planningWorkshop, twoDays, workshopOf } from "../../support/workshops.ts";

type Moving = Extract<Command, { type: "MoveWorkshop" }>;

const [friday, saturday] = twoDays;
const monday = { date: day("2023-02-06"), from: time("10:00"), to: time("15:00") };
const tuesday = { date: day("2023-02-07") };
const moving = (change: Moving["change"], more: Partial<Moving> = {}): Moving => ({
  type: "MoveWorkshop",
  change,
  ...more,
});
const onSaturday = { today: day("2023-01-28") };
const onSunday = { today: day("2023-01-29") };

describe("moving a workshop", () => {
  it("moves all days in their order, and each keeps its number, and its times if none are said", () => {
    plannedWorkshop()
      .when(
        moving({ kind: "all", days: [tuesday, { date: monday.date }] }, { place: "Rathaus", reason: "Wasserschaden" }),
      )
      .thenEvents([
        {
          type: "WorkshopMoved",
          workshop: 1,
          days: [
            { date: monday.date, from: friday.from, to: friday.to, number: 1 },
            { ...tuesday, number: 2 },
          ],
          place: "Rathaus",
          reason: "Wasserschaden",
        },
      ]);
  });

  it("moves one day, in front of the others if it is earlier then", () => {
    const later = plannedWorkshop()
      .when(moving({ kind: "one", from: { date: friday.date }, to: monday }))
      .thenAccepted();
    expect(workshopOf(later)).toMatchObject({
      days: [
        { ...saturday, number: 2 },
        { ...monday, number: 1 },
      ],
      revision: 1,
      droppedDays: [],
    });
  });

  it("adds days and drops one; a number is not given again", () => {
    const longer = plannedWorkshop()
      .when(moving({ kind: "added", days: [monday, tuesday] }))
      .thenAccepted();
    expect(workshopOf(longer).days.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const shorter = longer.when(moving({ kind: "dropped", day: tuesday })).thenAccepted();
    expect(workshopOf(shorter)).toMatchObject({
      days: [{ number: 1 }, { number: 2 }, { number: 3 }],
      droppedDays: [{ ...tuesday, number: 4, sequence: 2 }],
    });
    const again = shorter.when(moving({ kind: "added", days: [tuesday] })).thenAccepted();
    expect(workshopOf(again).days.at(-1)).toEqual({ ...tuesday, number: 5 });
  });

  it("names another place, and says nothing of what stays", () => {
    const placed = plannedWorkshop({ place: "Kreishaus" });
    placed.when(moving({ kind: "none" }, { place: "Kreishaus" })).thenRefused("WorkshopDaysUnchanged");
    expect(workshopOf(placed.when(moving({ kind: "none" }, { place: "Rathaus" })).thenAccepted())).toMatchObject({
      place: "Rathaus",
      days: [{ number: 1 }, { number: 2 }],
    });
  });

  it("goes on from the meeting of its new day, if it went on from none", () => {
    const scheduled = { type: "MeetingScheduled", meeting: 1, appointment: { date: monday.date } } as const;
    const moved = moving({ kind: "one", from: friday, to: monday });
    expect(workshopOf(plannedWorkshop().and([scheduled]).when(moved).thenAccepted()).continues).toBe(1);
  });

  it.each([
    ["what is so already", { kind: "one", from: friday, to: friday }, "WorkshopDaysUnchanged"],
    ["a past day", { kind: "one", from: friday, to: { date: day("2023-01-26") } }, "DateIsPast"],
    ["a day it has already", { kind: "one", from: friday, to: { date: saturday.date, from: friday.from } }, undefined],
    ["a day twice", { kind: "added", days: [friday] }, "WorkshopDayTwice"],
    ["a day it does not have", { kind: "dropped", day: monday }, "WorkshopDayUnclear"],
    ["fewer days than it has", { kind: "all", days: [monday] }, "WorkshopDaysMissing"],
  ] as const)("is refused with %s", (_, change, code) => {
    const told = plannedWorkshop().when(moving(change));
    if (code === undefined) told.thenAccepted();
    else told.thenRefused(code);
  });

  it("is refused with more than 14 days, without its only day, and to whoever does not lead", () => {
    const many = Array.from({ length: 13 }, (_, index) => ({ date: day(`2023-02-${10 + index}`) }));
    plannedWorkshop()
      .when(moving({ kind: "added", days: many }))
      .thenRefused("WorkshopDaysWrong", { count: 15 });
    plannedWorkshop({ days: [friday] })
      .when(moving({ kind: "dropped", day: friday }))
      .thenRefused("LastWorkshopDay");
    plannedWorkshop()
      .when(moving({ kind: "added", days: [monday] }), { actor: voter(2) })
      .thenRefused("NotAllowed");
  });

  it("asks for the time where two are on one date", () => {
    const noon = { date: friday.date, from: time("17:00") };
    const twice = plannedWorkshop({ days: [friday, noon] });
    twice
      .when(moving({ kind: "dropped", day: { date: friday.date } }))
      .thenRefused("WorkshopDayUnclear", { days: [expect.objectContaining(friday), expect.objectContaining(noon)] });
    expect(workshopOf(twice.when(moving({ kind: "dropped", day: noon })).thenAccepted()).days).toEqual([
      { ...friday, number: 1 },
    ]);
  });
});

describe("a workshop that is open", () => {
  it("keeps what is over, and moves what is to come", () => {
    const open = openedWorkshop();
    open
      .when(moving({ kind: "one", from: friday, to: monday }), onSaturday)
      .thenRefused("WorkshopDayHeld", { day: { ...friday, number: 1 } });
    open.when(moving({ kind: "dropped", day: friday }), onSaturday).thenRefused("WorkshopDayHeld");
    const moved = open.when(moving({ kind: "all", days: [monday] }), onSaturday).thenAccepted();
    expect(workshopOf(moved).days).toEqual([
      { ...friday, number: 1 },
      { ...monday, number: 2 },
    ]);
    const longer = open.when(moving({ kind: "added", days: [monday] }), onSunday).thenAccepted();
    expect(workshopOf(longer).days).toHaveLength(3);
  });

  it("is asked about before it is closed ahead of its last day; what was still to come is dropped", () => {
    const open = openedWorkshop();
    open.when({ type: "CloseWorkshop" }).thenRefused("WorkshopDaysToCome", { days: [{ ...saturday, number: 2 }] });
    const closed = open.when({ type: "CloseWorkshop", confirmed: true }).thenEvents([
      { type: "WorkshopMoved", workshop: 1, days: [{ ...friday, number: 1 }] },
      { type: "WorkshopClosed", workshop: 1 },
    ]);
    closed.when(moving({ kind: "added", days: [monday] })).thenRefused("WorkshopIs", { status: "closed" });
    open.when({ type: "CloseWorkshop" }, onSaturday).thenEvents([{ type: "WorkshopClosed", workshop: 1 }]);
  });

  it("is closed, no longer cancelled", () => {
    openedWorkshop()
      .when({ type: "CancelWorkshop", reason: "Sturm", confirmed: true })
      .thenRefused("WorkshopUnderWay", { title: "Klausur" });
  });
});

describe("cancelling a workshop", () => {
  const cancelling = (confirmed: boolean) => ({ type: "CancelWorkshop", reason: "Sturm", confirmed }) as const;

  it("is read back first, and then for good", () => {
    const planned = plannedWorkshop();
    planned.when(cancelling(false)).thenRefused("WorkshopCancelUnconfirmed", { workshop: 1, reason: "Sturm" });
    const cancelled = planned
      .when(cancelling(true))
      .thenEvents([{ type: "WorkshopCancelled", workshop: 1, reason: "Sturm" }]);
    expect(workshopOf(cancelled)).toMatchObject({ status: "cancelled", cancelReason: "Sturm" });
    cancelled.when(cancelling(true)).thenRefused("WorkshopIs", { status: "cancelled" });
    cancelled.when({ type: "OpenWorkshop" }).thenRefused("WorkshopIs", { status: "cancelled" });
    cancelled
      .when({ type: "CountWorkshopHeads", group: "Fachkräfte", qualifier: "over", count: 50 })
      .thenRefused("WorkshopIs", { status: "cancelled" });
    cancelled.when({ type: "RevertLast" }).thenRefused("NotRevertible");
  });

  it("leaves the way for the same workshop again, and for those that are over", () => {
    plannedWorkshop().when(cancelling(true)).thenAccepted().when(planningWorkshop()).thenTypes(["WorkshopPlanned"]);
    const held = openedWorkshop({ days: [friday] })
      .when({ type: "CloseWorkshop" })
      .thenAccepted();
    const after = held
      .when(planningWorkshop({ title: "Fachtag" }))
      .thenAccepted()
      .when(cancelling(true))
      .thenAccepted();
    after
      .when({ type: "CountWorkshopHeads", group: "Fachkräfte", qualifier: "over", count: 50 })
      .thenEvents([{ type: "WorkshopHeadsCounted", workshop: 1, group: "Fachkräfte", qualifier: "over", count: 50 }]);
  });

  it("needs to know which, where several are ahead; a day of it says so too", () => {
    const two = plannedWorkshop()
      .when(planningWorkshop({ title: "Fachtag", days: [monday] }))
      .thenAccepted();
    two.when(cancelling(true)).thenRefused("WhichWorkshop", {
      workshops: [
        { workshop: 1, title: "Klausur" },
        { workshop: 2, title: "Fachtag" },
      ],
    });
    two
      .when({ ...cancelling(true), workshop: 2 })
      .thenEvents([{ type: "WorkshopCancelled", workshop: 2, reason: "Sturm" }]);
    two.when({ ...cancelling(true), workshop: 3 }).thenRefused("UnknownWorkshop", { count: 2 });
    const moved = two.when(moving({ kind: "one", from: monday, to: tuesday })).thenAccepted();
    expect(workshopOf(moved, 2).days).toMatchObject([{ date: tuesday.date }]);
    given(smallCommittee()).when(cancelling(true)).thenRefused("NoWorkshop");
  });
});
