import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { quorumNow } from "../../../src/core/committee/quorum-now.ts";
import { currentMeeting } from "../../../src/core/meeting/queries.ts";
import type { RulesRecord } from "../../../src/core/membership/events.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { instant, organizationKey } from "../../support/keys.ts";
import {
  advisor,
  arrived,
  calledItem,
  meetingDay,
  openMeeting,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

const yes: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false };
const open: Command = { type: "OpenBallot", subject: { kind: "motion", motion: 1 } };

function meeting(present: number, rules: RulesRecord["settings"] = {}): GivenCommittee {
  return given([...smallCommittee({ rules }), ...openMeeting(present), ...calledItem()])
    .when({ type: "MoveMotion", text: "Es werden fünf Plätze geschaffen." })
    .thenAccepted();
}

function presentSeats({ state }: GivenCommittee): number {
  const running = currentMeeting(state.meetings);
  return running === undefined ? 0 : quorumNow(state, running, meetingDay).present;
}

const poa1 = { "membership.proxy": { value: "poa1", paragraph: "§ 2" } };

describe("a power of attorney", () => {
  const granted = () =>
    meeting(3, poa1)
      .when({ type: "GrantProxy", seat: seat(4), person: voter(2) }, { actor: voter(4) })
      .thenEvents([{ type: "ProxyGranted", seat: seat(4), person: voter(2) }]);

  it("makes the seat present, and its vote one more", () => {
    expect(presentSeats(granted())).toBe(4);
    const voted = granted()
      .when(open)
      .thenAccepted()
      .when(yes, { actor: voter(2) })
      .thenTypes(["VoteCast", "VoteCast"]);
    voted.when(yes, { actor: voter(2) }).thenRefused("VoteUnchanged");
    voted
      .when({ ...yes, vote: { kind: "question", choice: "no" }, seat: seat(4) } as Command, { actor: voter(2) })
      .thenEvents([
        {
          type: "VoteCast",
          ballot: 1,
          seat: seat(4),
          person: voter(2),
          vote: { kind: "question", choice: "no" },
        },
      ]);
  });

  it("goes with its holder, and rests while the seat's own member is here", () => {
    const left = granted()
      .when({ type: "RecordAttendance", people: [voter(2)], status: "left" })
      .thenAccepted();
    expect(presentSeats(left)).toBe(2);
    granted()
      .and([arrived(4)])
      .when(open)
      .thenAccepted()
      .when({ ...yes, seat: seat(4) } as Command, { actor: voter(2) })
      .thenRefused("SeatNotForYou", { seat: seat(4) });
  });

  it("is as many as the rules allow, for people with a seat, and given by the seat or the leadership", () => {
    granted()
      .when({ type: "GrantProxy", seat: seat(5), person: voter(2) })
      .thenRefused("SeatNotForYou");
    granted()
      .when({ type: "GrantProxy", seat: seat(4), person: voter(2) })
      .thenRefused("VoterUnchanged");
    meeting(3, poa1)
      .when({ type: "GrantProxy", seat: seat(4), person: advisor })
      .thenRefused("SeatHasNoVote");
    meeting(3, poa1)
      .when({ type: "GrantProxy", seat: seat(2), person: voter(2) })
      .thenRefused("ProxyForOwnSeat");
    meeting(3, poa1)
      .when({ type: "GrantProxy", seat: seat(4), person: voter(2) }, { actor: voter(3) })
      .thenRefused("SeatNotYours");
    meeting(3)
      .when({ type: "GrantProxy", seat: seat(4), person: voter(2) })
      .thenRefused("SeatNotForYou");
  });

  it("does not let somebody who is befangen vote for another seat, nor make that seat present", () => {
    const recused = granted()
      .when({ type: "DeclareConflict", seat: seat(2) })
      .thenAccepted();
    const running = currentMeeting(recused.state.meetings);
    expect(running && quorumNow(recused.state, running, meetingDay, 1)).toMatchObject({ present: 2, base: 4 });
    const withTwo = recused.and([arrived(5)]);
    withTwo
      .when(open)
      .thenAccepted()
      .when(yes, { actor: voter(2) })
      .thenRefused("SeatRecused", { seat: seat(2) });
  });

  it("ends when it is taken back", () => {
    const ended = granted()
      .when({ type: "EndProxy", seat: seat(4) }, { actor: voter(2) })
      .thenAccepted();
    expect(presentSeats(ended)).toBe(3);
    ended.when({ type: "EndProxy", seat: seat(4) }).thenRefused("NoProxy");
  });
});

describe("who votes for a seat", () => {
  const deputyHere = () =>
    meeting(4).and([
      { type: "AttendanceRecorded", person: substitute(2), status: "present", seat: seat(2), late: false },
    ]);

  it("is the member, while here; then the deputy", () => {
    const opened = deputyHere().when(open).thenAccepted();
    opened.when(yes, { actor: substitute(2) }).thenRefused("SeatNotForYou");
    opened
      .when({ type: "RecordAttendance", people: [voter(2)], status: "left" })
      .thenAccepted()
      .when(yes, { actor: substitute(2) })
      .thenTypes(["VoteCast"]);
  });

  it("is whom the seat has designated, even the deputy", () => {
    const designated = deputyHere()
      .when({ type: "DesignateVoter", person: substitute(2) }, { actor: voter(2) })
      .thenEvents([{ type: "VoterDesignated", seat: seat(2), person: substitute(2) }])
      .when(open)
      .thenAccepted();
    designated.when(yes, { actor: voter(2) }).thenRefused("SeatNotForYou");
    designated.when(yes, { actor: substitute(2) }).thenTypes(["VoteCast"]);
  });

  it("is designated by the seat or the leadership, where the rules know it", () => {
    deputyHere()
      .when({ type: "DesignateVoter", person: voter(2) }, { actor: voter(3) })
      .thenRefused("SeatNotYours");
    meeting(4, { "membership.splitVote": { value: "firstCounts" } })
      .when({ type: "DesignateVoter", person: voter(2) })
      .thenRefused("NoDesignation");
  });

  it("is nobody where its people disagree and the rules want one voice; alike they count once", () => {
    const rules = { "membership.splitVote": { value: "invalid" }, "membership.proxy": { value: "namedDeputy" } };
    const second = { type: "PersonChanged", from: meetingDay } as const;
    const two = meeting(4, rules).and([
      {
        ...second,
        record: {
          person: substitute(2),
          name: "Vertretung 2",
          role: "voting",
          organization: organizationKey("traeger-2"),
          seat: seat(2),
        },
      },
      { type: "AttendanceRecorded", person: substitute(2), status: "present", seat: seat(2), late: false },
    ]);
    const voted = two
      .when(open)
      .thenAccepted()
      .when(yes, { actor: voter(2) })
      .thenTypes(["VoteCast"]);
    voted.when(yes, { actor: substitute(2) }).thenRefused("SeatHasVoted");
    const no: Command = { type: "CastVote", vote: { kind: "question", choice: "no" }, private: false };
    const voided = voted
      .when(no, { actor: substitute(2) })
      .thenEvents([{ type: "SeatVoteVoided", ballot: 1, seat: seat(2), person: substitute(2) }]);
    voided.when(yes, { actor: voter(2) }).thenRefused("SeatDisagreed", { seat: seat(2) });
    const closed = voided
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "CloseBallot" }).result;
    expect(closed.ok && closed.value.events[0]).toMatchObject({ counts: { yes: 1, no: 0 }, voted: 1, eligible: 4 });
  });

  it("is not the chair where that vote rests, and the chair alone does not make the seat present", () => {
    const rules = { "office.chair.chairKeepsSeatVote": { value: false } };
    expect(presentSeats(meeting(4, rules))).toBe(3);
    const opened = meeting(4, rules).when(open).thenAccepted();
    opened.when(yes, { actor: voter(1) }).thenRefused("SeatNotForYou");
    const withDeputy = opened.and([
      { type: "AttendanceRecorded", person: substitute(1), status: "present", seat: seat(1), late: false },
    ]);
    expect(presentSeats(withDeputy)).toBe(4);
    withDeputy.when(yes, { actor: substitute(1) }).thenTypes(["VoteCast"]);
  });

  it("is nobody who came after the ballot was opened, where the rules do not count it", () => {
    const rules = { "vote.lateArrival": { value: "notCounted" } };
    const later = { at: instant("2023-01-27T11:00:00.000Z") };
    meeting(3, rules)
      .when(open)
      .thenAccepted()
      .and([arrived(4, true)], later)
      .when(yes, { actor: voter(4) })
      .thenRefused("ArrivedLate", { person: voter(4) });
    meeting(3)
      .when(open)
      .thenAccepted()
      .and([arrived(4, true)], later)
      .when(yes, { actor: voter(4) })
      .thenTypes(["VoteCast"]);
  });
});
