import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/core/agenda/queries.ts";
import { entries } from "../../../src/core/kernel/table.ts";
import { given } from "../../support/given.ts";
import { day, time } from "../../support/keys.ts";
import { calledItem, officePerson, openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";

const sommer = { name: "Sommerferien", from: day("2028-07-03"), to: day("2028-08-12") };
const single = (date: string) => ({ name: "Ferientag", from: day(date), to: day(date) });
const entering = (...holidays: readonly { name: string; from: typeof sommer.from; to: typeof sommer.to }[]) =>
  ({ type: "EnterSchoolHolidays", holidays, source: "von Hand" }) as const;

describe("school holidays", () => {
  it("are entered, moved under the same name, and taken out", () => {
    const entered = given(smallCommittee())
      .when(entering(sommer))
      .thenEvents([{ type: "SchoolHolidaysEntered", holidays: [sommer], source: "von Hand" }]);
    entered.when(entering(sommer)).thenRefused("SchoolHolidaysUnchanged");
    const moved = entered.when(entering({ ...sommer, to: day("2028-08-13") })).thenAccepted();
    expect(moved.state.calendar.schoolHolidays).toEqual([{ ...sommer, to: "2028-08-13" }]);
    moved
      .when({ type: "RemoveSchoolHolidays", name: "sommerferien", year: 2028 })
      .thenTypes(["SchoolHolidaysRemoved"])
      .when({ type: "RemoveSchoolHolidays", name: "Sommerferien", year: 2028 })
      .thenRefused("NoSuchSchoolHolidays", { name: "Sommerferien", year: 2028 });
  });

  it("that are called alike in one year stay together", () => {
    const two = given(smallCommittee())
      .when(entering(single("2028-05-26"), single("2028-10-30")))
      .thenAccepted();
    const three = two.when(entering(single("2028-05-26"), single("2028-10-30"), single("2028-02-04"))).thenAccepted();
    expect(three.state.calendar.schoolHolidays.map(({ from }) => from)).toEqual([
      "2028-02-04",
      "2028-05-26",
      "2028-10-30",
    ]);
  });

  it("do not end before they begin, nor go on for ever", () => {
    given(smallCommittee())
      .when(entering({ ...sommer, to: day("2028-07-02") }))
      .thenRefused("SchoolHolidayDaysWrong", { name: "Sommerferien" });
    given(smallCommittee())
      .when(entering({ ...sommer, to: day("2029-07-03") }))
      .thenRefused("SchoolHolidayDaysWrong");
  });

  it("are for the leadership to enter", () => {
    given(smallCommittee())
      .when(entering(sommer), { actor: voter(2) })
      .thenRefused("NotAllowed");
  });
});

describe("the sittings of the JHA", () => {
  const body = "Jugendhilfeausschuss";
  it("are entered by the year, each day once", () => {
    const dates = [day("2028-05-17"), day("2028-02-16"), day("2028-05-17")];
    const entered = given(smallCommittee())
      .when({ type: "EnterBodySittings", body, year: 2028, dates })
      .thenEvents([{ type: "BodySittingsEntered", body, year: 2028, dates: [day("2028-02-16"), day("2028-05-17")] }]);
    entered
      .when({ type: "EnterBodySittings", body, year: 2028, dates: [day("2028-05-17"), day("2028-02-16")] })
      .thenRefused("BodySittingsUnchanged", { year: 2028 });
    const none = entered.when({ type: "EnterBodySittings", body, year: 2028, dates: [] }).thenAccepted();
    expect(none.state.calendar.bodySittings.get(body)?.get(2028)).toEqual([]);
  });

  it("of another year are refused", () => {
    given(smallCommittee())
      .when({ type: "EnterBodySittings", body, year: 2028, dates: [day("2028-02-16"), day("2027-05-17")] })
      .thenRefused("DatesOfOtherYear", { year: 2028, dates: [day("2027-05-17")] });
  });
});

describe("planning a year", () => {
  const plan = { type: "PlanYear", year: 2024, weekday: 3, from: time("09:00"), to: time("12:00") } as const;

  it("schedules single meetings with agendas of their own, and nothing a second time", () => {
    const planned = given([
      ...smallCommittee(),
      {
        type: "StandingItemsSet",
        opening: [{ title: "Begrüßung", deciding: false }],
        closing: [{ title: "Verschiedenes", deciding: false }],
      },
    ])
      .when({ ...plan, place: "Kreishaus" })
      .thenAccepted();
    const meetings = entries(planned.state.meetings.meetings);
    expect(meetings.map(({ appointment, place }) => [appointment, place])).toEqual(
      ["2024-02-14", "2024-05-08", "2024-08-14", "2024-11-13"].map((date) => [
        { date, from: "09:00", to: "12:00" },
        "Kreishaus",
      ]),
    );
    for (const { number } of meetings)
      expect(itemsOf(planned.state.agenda, number).map(({ title }) => title)).toEqual(["Begrüßung", "Verschiedenes"]);
    planned.when(plan).thenRefused("YearIsPlanned");
  });

  it("brings what waits onto the first agenda alone", () => {
    const planned = given([...smallCommittee(), ...openMeeting(4), ...calledItem("Haushalt")])
      .when({ type: "AddAgendaItem", title: "Kita", public: true, deciding: true })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted()
      .when(plan)
      .thenAccepted();
    const titles = (meeting: number) => itemsOf(planned.state.agenda, meeting).map(({ title }) => title);
    expect(titles(2)).toEqual(["Genehmigung des Protokolls vom 27.01.2023", "Kita"]);
    expect(titles(3)).toEqual([]);
    expect(planned.state.agenda.adjourned).toEqual([]);
  });

  it("is not for years that are over", () => {
    given(smallCommittee()).when({ type: "PlanYear", year: 2022 }).thenRefused("YearIsPlanned");
  });
});

describe("calendars to subscribe to", () => {
  const own = { type: "OpenFeed", whose: "person", secretHash: "a" } as const;

  it("are everybody's own, a new address ends the old one", () => {
    const opened = given(smallCommittee())
      .when(own, { actor: voter(2) })
      .thenAccepted();
    const again = opened.when({ ...own, secretHash: "b" }, { actor: voter(2) }).thenAccepted();
    expect([...again.state.calendar.feeds.keys()]).toEqual(["b"]);
    const closed = again.when({ type: "CloseFeed", whose: "person" }, { actor: voter(2) }).thenAccepted();
    expect(closed.state.calendar.feeds.size).toBe(0);
    closed.when({ type: "CloseFeed", whose: "person" }, { actor: voter(2) }).thenRefused("NoFeed");
  });

  it("of the committee are for the leadership, beside its own", () => {
    given(smallCommittee())
      .when({ ...own, whose: "committee" }, { actor: voter(2) })
      .thenRefused("NotAllowed", { command: "OpenFeed" });
    const both = given(smallCommittee())
      .when({ ...own, whose: "committee" })
      .thenAccepted()
      .when({ ...own, secretHash: "b" })
      .thenAccepted();
    expect([...both.state.calendar.feeds.values()].map(({ owner }) => owner)).toEqual([
      { kind: "committee" },
      { kind: "person", person: officePerson },
    ]);
    both.when({ type: "CloseFeed", whose: "committee" }, { actor: voter(2) }).thenRefused("NotAllowed");
  });
});

describe("reminders", () => {
  it("are muted and unmuted, each once", () => {
    const muted = given(smallCommittee())
      .when({ type: "MuteReminders" }, { actor: voter(2) })
      .thenEvents([{ type: "RemindersMuted", person: voter(2) }]);
    muted.when({ type: "MuteReminders" }, { actor: voter(2) }).thenRefused("RemindersAre", { muted: true });
    muted
      .when({ type: "UnmuteReminders" }, { actor: voter(2) })
      .thenEvents([{ type: "RemindersUnmuted", person: voter(2) }])
      .when({ type: "UnmuteReminders" }, { actor: voter(2) })
      .thenRefused("RemindersAre", { muted: false });
  });
});
