import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { addDays } from "../../../src/core/kernel/local-date.ts";
import {
  answered,
  answering,
  asking,
  founded,
  lastDay,
  opening,
  pollOf,
  threeOptions,
} from "../../support/date-polls.ts";
import { given } from "../../support/given.ts";
import { day, personKey, time } from "../../support/keys.ts";
import {
  advisor,
  guest,
  meetingDay,
  officePerson,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

describe("opening a date poll", () => {
  it("keeps the options as they were named, and needs chair, office and who is named beside them", () => {
    founded()
      .when(opening({ title: "Frühjahr", place: "Kreishaus", required: [voter(3), voter(1)] }))
      .thenEvents([
        {
          type: "DatePollOpened",
          poll: 1,
          title: "Frühjahr",
          place: "Kreishaus",
          options: threeOptions,
          required: [voter(1), officePerson, voter(3)],
          startedOn: meetingDay,
          lastDay,
        },
      ]);
  });

  it("plans its end for the end of the last day, and two reminders in the morning", () => {
    const { result } = founded().when(opening());
    const jobs = result.ok ? result.value.jobs : [];
    expect(jobs?.map(({ id, day: on, time: at, command }) => [id, on, at, command.type])).toEqual([
      ["terminumfrage-1-halfway", "2023-02-01", "10:00", "RemindOfPoll"],
      // The day before is a Sunday.
      ["terminumfrage-1-dayBefore", "2023-02-04", "10:00", "RemindOfPoll"],
      ["terminumfrage-1-ende", "2023-02-07", "00:00", "EndPoll"],
    ]);
  });

  it("gives seven days for answers, but none from the first option on", () => {
    const { lastDay: _, ...withoutLastDay } = opening();
    expect(pollOf(founded().when(withoutLastDay).thenAccepted()).lastDay).toBe("2023-02-03");
    const soon = [{ date: day("2023-01-30") }, { date: day("2023-01-29") }];
    expect(
      pollOf(
        founded()
          .when({ ...withoutLastDay, options: soon })
          .thenAccepted(),
      ).lastDay,
    ).toBe("2023-01-28");
    const tomorrow = [{ date: day("2023-01-28") }, { date: day("2023-01-29") }];
    expect(
      pollOf(
        founded()
          .when({ ...withoutLastDay, options: tomorrow })
          .thenAccepted(),
      ).lastDay,
    ).toBe(meetingDay);
  });

  it("is refused with too few options or too many, past ones, and the same one twice", () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ date: addDays(day("2023-02-10"), index) }));
    founded()
      .when(opening({ options: days(1) }))
      .thenRefused("WrongNumberOfOptions", { count: 1 });
    founded()
      .when(opening({ options: [] }))
      .thenRefused("WrongNumberOfOptions", { count: 0 });
    founded()
      .when(opening({ options: days(21) }))
      .thenRefused("WrongNumberOfOptions", { count: 21 });
    founded()
      .when(opening({ options: days(20) }))
      .thenAccepted();
    const past = { date: day("2023-01-26") };
    founded()
      .when(opening({ options: [...days(2), past] }))
      .thenRefused("DateIsPast", { date: past.date });
    const [first] = threeOptions;
    founded()
      .when(opening({ options: [...threeOptions, { ...first, to: time("13:00") }] }))
      .thenRefused("OptionTwice", { option: { ...first, to: time("13:00") } });
    founded()
      .when(opening({ options: [...threeOptions, { ...first, from: time("10:00") }] }))
      .thenAccepted();
  });

  it("is refused with a last day that is over, or not before the first option", () => {
    const possible = { earliest: meetingDay, latest: day("2023-02-16") };
    const yesterday = day("2023-01-26");
    founded()
      .when(opening({ lastDay: yesterday }))
      .thenRefused("PollDaysWrong", { lastDay: yesterday, ...possible });
    founded()
      .when(opening({ lastDay: day("2023-02-17") }))
      .thenRefused("PollDaysWrong", possible);
    founded()
      .when(opening({ lastDay: day("2023-02-16") }))
      .thenAccepted();
    founded()
      .when(opening({ lastDay: meetingDay }))
      .thenAccepted();
    founded()
      .when(opening({ options: [{ date: meetingDay }, ...threeOptions] }))
      .thenRefused("PollDaysWrong", { latest: yesterday });
  });

  it("is for whoever leads, with people who belong to the committee, and not twice the same", () => {
    founded()
      .when(opening(), { actor: voter(2) })
      .thenRefused("NotAllowed");
    founded()
      .when(opening({ required: [personKey("fremd")] }))
      .thenRefused("UnknownPerson");
    asking().when(opening()).thenRefused("DatePollExists", { poll: 1 });
    asking()
      .when(opening({ options: threeOptions.slice(0, 2) }))
      .thenAccepted();
  });
});

describe("answering", () => {
  it("is for everybody, guests too, and only what changes becomes part of the record", () => {
    for (const actor of [voter(2), substitute(1), advisor, guest])
      asking()
        .when(answering("yes", undefined, "no"), { actor })
        .thenEvents([
          {
            type: "DatePollAnswered",
            poll: 1,
            person: actor,
            answers: [
              { option: 1, answer: "yes" },
              { option: 3, answer: "no" },
            ],
          },
        ]);
    const once = answered(asking(), [[voter(2), "yes", "no"]]);
    once.when(answering("yes", "no"), { actor: voter(2) }).thenRefused("PollAnswerUnchanged", { poll: 1 });
    once
      .when(answering("yes", "ifNeedBe"), { actor: voter(2) })
      .thenEvents([
        { type: "DatePollAnswered", poll: 1, person: voter(2), answers: [{ option: 2, answer: "ifNeedBe" }] },
      ]);
    const changed = answered(once, [[voter(2), undefined, "ifNeedBe"]]);
    expect([...(pollOf(changed).answers.get(voter(2)) ?? [])]).toEqual([
      [1, "yes"],
      [2, "ifNeedBe"],
    ]);
  });

  it("for somebody else is for whoever leads", () => {
    const forThird: Command = { type: "AnswerDatePoll", person: voter(3), answers: [{ option: 1, answer: "yes" }] };
    asking()
      .when(forThird, { actor: voter(2) })
      .thenRefused("OnlyForYourself");
    asking()
      .when({ ...forThird, person: personKey("fremd") })
      .thenRefused("UnknownPerson");
    const after = asking().when(forThird).thenAccepted();
    expect([...pollOf(after).answers.keys()]).toEqual([voter(3)]);
  });

  it("names options that exist, in a date poll that runs", () => {
    const odd = (option: number): Command => ({ type: "AnswerDatePoll", answers: [{ option, answer: "yes" }] });
    for (const option of [0, -1, 4, 1.5, Number.NaN])
      asking().when(odd(option)).thenRefused("UnknownOption", { option, options: 3 });
    asking()
      .when({ ...answering("yes"), poll: 2 } as Command)
      .thenRefused("UnknownDatePoll", { poll: 2, known: 1 });
    founded().when(answering("yes")).thenRefused("NoDatePoll");
    asking().when(answering()).thenRefused("PollAnswerUnchanged");
  });

  it("asks which one, if there are several, and says so if the only one is over", () => {
    const two = asking()
      .when(opening({ options: threeOptions.slice(1) }))
      .thenAccepted();
    two.when(answering("yes")).thenRefused("WhichDatePoll", { open: [1, 2] });
    const cancelled = two.when({ type: "CancelDatePoll", poll: 2, reason: "Doppelt." }).thenAccepted();
    cancelled.when(answering("yes")).thenAccepted();
    const ended = cancelled.and([{ type: "DatePollEnded", poll: 1 }]);
    ended.when(answering("yes")).thenRefused("DatePollIs", { poll: 1, status: "ended" });
  });

  it("is over with the last local day, before it was ended", () => {
    asking().when(answering("yes"), { today: lastDay }).thenAccepted();
    asking()
      .when(answering("yes"), { today: day("2023-02-07") })
      .thenRefused("DatePollIs", { status: "ended" });
  });
});

describe("settling the date", () => {
  it("makes the option the meeting in one step, with place and title, while the poll runs and after it", () => {
    const settle: Command = { type: "SettleDatePoll", option: 1 };
    const running = asking({}, { title: "Frühjahr", place: "Kreishaus" });
    for (const committee of [running, running.and([{ type: "DatePollEnded", poll: 1 }])]) {
      const after = committee.when(settle).thenEvents([
        { type: "DatePollSettled", poll: 1, option: 1, meeting: 1 },
        {
          type: "MeetingScheduled",
          meeting: 1,
          appointment: threeOptions[0],
          place: "Kreishaus",
          title: "Frühjahr",
        },
      ]);
      expect(pollOf(after)).toMatchObject({ status: "settled", settled: { option: 1, meeting: 1 } });
      after.when(settle).thenRefused("DatePollIs", { status: "settled" });
      after.when(answering("yes")).thenRefused("DatePollIs", { status: "settled" });
    }
  });

  it("goes through the checks of any meeting, and changes nothing if they refuse", () => {
    const planned = given([
      ...smallCommittee(),
      { type: "MeetingScheduled", meeting: 1, appointment: { date: threeOptions[1].date } },
    ])
      .when(opening())
      .thenAccepted();
    planned.when({ type: "SettleDatePoll", option: 2 }).thenRefused("MeetingAlreadyPlanned");
    planned.when({ type: "SettleDatePoll", option: 1 }).thenTypes(["DatePollSettled", "MeetingScheduled"]);
    planned.when({ type: "SettleDatePoll", option: 1 }, { today: day("2023-02-18") }).thenRefused("DateIsPast");
    planned.when({ type: "SettleDatePoll", option: 4 }).thenRefused("UnknownOption");
    planned.when({ type: "SettleDatePoll", option: 1 }, { actor: voter(2) }).thenRefused("NotAllowed");
  });

  it("or cancelling is for a date poll that is still open", () => {
    const cancel: Command = { type: "CancelDatePoll", reason: "Es passt keiner." };
    const cancelled = asking()
      .when(cancel)
      .thenEvents([{ type: "DatePollCancelled", poll: 1, reason: "Es passt keiner." }]);
    cancelled.when(cancel).thenRefused("DatePollIs", { status: "cancelled" });
    cancelled.when({ type: "SettleDatePoll", option: 1 }).thenRefused("DatePollIs", { status: "cancelled" });
    asking().when(cancel, { actor: guest }).thenRefused("NotAllowed");
    founded().when(cancel).thenRefused("NoDatePoll");
  });

  it("is not taken back", () => {
    asking().when({ type: "RevertLast" }).thenRefused("NotRevertible");
  });
});
