import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/core/agenda/queries.ts";
import type { RulesRecord } from "../../../src/core/membership/events.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day, instant } from "../../support/keys.ts";
import {
  arrived,
  calledItem,
  meetingDay,
  openMeeting,
  seat,
  smallCommittee,
  voter,
} from "../../support/small-committee.ts";

const repeatDay = day("2023-02-10");
const onRepeatDay = { today: repeatDay, now: instant("2023-02-10T09:00:00.000Z") };

/** Two of five are here, item 1 is called and a motion is moved under it. */
function lost(rules: RulesRecord["settings"] = {}): GivenCommittee {
  return given([...smallCommittee({ rules }), ...openMeeting(2), ...calledItem("Haushalt")])
    .when({ type: "MoveMotion", text: "Es werden fünf Plätze geschaffen." })
    .thenAccepted();
}

const closed = (rules: RulesRecord["settings"] = {}) =>
  lost(rules)
    .when({ type: "CloseMeeting" })
    .thenEvents([
      { type: "AgendaItemAdjourned", item: 1, reason: "inquorate" },
      { type: "MeetingClosed", meeting: 1 },
    ]);

const scheduled = (notice: boolean, rules: RulesRecord["settings"] = {}) =>
  closed(rules)
    .when({ type: "ScheduleRepeatMeeting", appointment: { date: repeatDay }, notice })
    .thenEvents([
      { type: "MeetingScheduled", meeting: 2, appointment: { date: repeatDay }, repeatOf: 1, notice },
      {
        type: "AgendaItemAdded",
        item: 2,
        meeting: 2,
        content: { title: "Haushalt", public: true, deciding: true },
        carriedOver: true,
        deferred: true,
      },
    ]);

const opened = (notice: boolean) =>
  scheduled(notice)
    .when({ type: "OpenMeeting" }, onRepeatDay)
    .thenAccepted()
    .and([arrived(1), arrived(2), { type: "AgendaItemCalled", item: 2 }]);

describe("the repeat meeting", () => {
  it("decides what was deferred with whoever is there, the old motion and a new one under the same item", () => {
    const meeting = opened(true);
    meeting
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } }, onRepeatDay)
      .thenTypes(["BallotOpened"]);
    meeting
      .when({ type: "MoveMotion", text: "Anders." }, onRepeatDay)
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 2 } }, onRepeatDay)
      .thenAccepted()
      .when(
        { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false },
        { ...onRepeatDay, actor: voter(1) },
      )
      .thenAccepted()
      .when({ type: "CloseBallot" }, onRepeatDay)
      .thenTypes(["BallotClosed", "MotionDecided"]);
  });

  it("needs the notice in its invitation", () => {
    opened(false)
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } }, onRepeatDay)
      .thenRefused("NotQuorate");
  });

  it("decides nothing new", () => {
    opened(true)
      .and([
        { type: "AgendaItemAdded", item: 3, meeting: 2, content: { title: "Neu", public: true, deciding: true } },
        { type: "AgendaItemCalled", item: 3 },
      ])
      .when({ type: "MoveMotion", text: "Neues." }, onRepeatDay)
      .thenAccepted()
      .when({ type: "OpenBallot", subject: { kind: "motion", motion: 2 } }, onRepeatDay)
      .thenRefused("NotQuorate");
  });

  it("is not on the same day, unless the rules say after how long", () => {
    closed()
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: meetingDay }, notice: true })
      .thenRefused("RepeatTooEarly", { afterMinutes: undefined });
    const repeat = { enabled: true, noticeRequired: true, sameItemsOnly: true, min: 0, afterMinutes: 30 };
    const sameDay = closed({ "quorum.repeat": { value: repeat } })
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: meetingDay }, notice: true })
      .thenAccepted();
    sameDay.when({ type: "OpenMeeting" }).thenRefused("RepeatTooEarly", { afterMinutes: 30, minutes: 0 });
    sameDay.when({ type: "OpenMeeting" }, { now: instant("2023-01-27T23:00:00.000Z") }).thenAccepted();
  });

  it("is for what was deferred alone, and where the rules know it", () => {
    given(smallCommittee())
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: repeatDay }, notice: true })
      .thenRefused("NothingDeferred");
    const none = { enabled: false, noticeRequired: true, sameItemsOnly: true, min: 0 };
    closed({ "quorum.repeat": { value: none } })
      .when({ type: "ScheduleRepeatMeeting", appointment: { date: repeatDay }, notice: true })
      .thenRefused("NoRepeatMeeting");
  });

  it("does not mark what a quorate meeting merely did not reach", () => {
    const quorate = given([...smallCommittee(), ...openMeeting(5)])
      .when({ type: "AddAgendaItem", title: "Haushalt", public: true, deciding: true })
      .thenAccepted()
      .when({ type: "CloseMeeting" })
      .thenAccepted();
    expect(itemsOf(quorate.state.agenda, 1)[0]).toMatchObject({ status: "adjourned", deferred: false });
  });
});

describe("doubt of the quorum", () => {
  it("ends the presumption; the seat that doubts counts as present", () => {
    const doubted = given([...smallCommittee({ seats: 9 }), ...openMeeting(5), ...calledItem()])
      .when({ type: "EstablishQuorum" })
      .thenAccepted()
      .and([{ type: "AttendanceRecorded", person: voter(5), status: "left", seat: seat(5), late: false }]);
    doubted
      .when({ type: "DoubtQuorum" }, { actor: voter(5) })
      .thenEvents([{ type: "QuorumEstablished", quorate: true, present: 5, needed: 5, base: 9, demandedBy: voter(5) }]);
    const found = doubted
      .when({ type: "DoubtQuorum" }, { actor: voter(1) })
      .thenEvents([{ type: "QuorumEstablished", quorate: false, present: 4, needed: 5, base: 9, demandedBy: voter(1) }])
      .when({ type: "MoveMotion", text: "Es werden fünf Plätze geschaffen." })
      .thenAccepted();
    found.when({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } }).thenRefused("NotQuorate");
  });

  it("ends the meeting where the rules say so, and defers what was open", () => {
    lost({ "quorum.afterLoss": { value: "closeAndReinvite" } })
      .when({ type: "DoubtQuorum" }, { actor: voter(2) })
      .thenEvents([
        { type: "QuorumEstablished", quorate: false, present: 2, needed: 3, base: 5, demandedBy: voter(2) },
        { type: "AgendaItemAdjourned", item: 1, reason: "inquorate" },
        { type: "MeetingClosed", meeting: 1, reason: "inquorate" },
      ]);
  });
});

describe("conflicts put to the body", () => {
  const meeting = () => given([...smallCommittee(), ...openMeeting(4), ...calledItem()]);

  it("are decided without the seat concerned, and take effect", () => {
    const put = meeting()
      .when({ type: "DisputeConflict", seat: seat(2) }, { actor: voter(3) })
      .thenTypes(["QuestionPut"]);
    const voting = put.when({ type: "OpenBallot", subject: { kind: "question", question: 1 } }).thenAccepted();
    const yes = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false } as const;
    voting.when(yes, { actor: voter(2) }).thenRefused("SeatRecused");
    voting
      .when(yes, { actor: voter(3) })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenTypes(["BallotClosed", "QuestionDecided", "ConflictDeclared"]);
  });

  it("are nobody's but the seat's own where the rules leave it there, and none without the rule", () => {
    given([...smallCommittee({ rules: { "bias.decidedBy": { value: "self" } } }), ...openMeeting(4), ...calledItem()])
      .when({ type: "DisputeConflict", seat: seat(2) })
      .thenRefused("ConflictIsOwnMatter");
    given([...smallCommittee({ rules: { "bias.enabled": { value: false } } }), ...openMeeting(4), ...calledItem()])
      .when({ type: "DisputeConflict", seat: seat(2) })
      .thenRefused("NoConflictRule");
  });
});
