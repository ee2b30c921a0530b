import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { given } from "../../support/given.ts";
import {
  advisor,
  arrived,
  calledItem,
  guest,
  officePerson,
  openMeeting,
  seat,
  smallCommittee,
  substitute,
  voter,
} from "../../support/small-committee.ts";

const yes: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false };
const no: Command = { type: "CastVote", vote: { kind: "question", choice: "no" }, private: false };
const abstain: Command = { type: "CastVote", vote: { kind: "question", choice: "abstain" }, private: false };
const ask: Command = { type: "MoveMotion", text: "Es werden fünf Plätze geschaffen." };
const open: Command = { type: "OpenBallot", subject: { kind: "motion", motion: 1 } };

function withMotion(seats = 5, present = seats) {
  return given([...smallCommittee({ seats }), ...openMeeting(present), ...calledItem()])
    .when(ask, { actor: voter(1) })
    .thenTypes(["MotionMoved"]);
}

function withBallot(seats = 5, present = seats) {
  return withMotion(seats, present).when(open).thenTypes(["BallotOpened"]);
}

describe("one vote per seat", () => {
  it("counts the first vote of a seat and tells the second person who voted", () => {
    const rules = { "membership.splitVote": { value: "firstCounts" } };
    const voted = given([...smallCommittee({ rules }), ...openMeeting(5), ...calledItem()])
      .when(ask, { actor: voter(1) })
      .thenAccepted()
      .when(open)
      .thenAccepted()
      .and([{ type: "AttendanceRecorded", person: substitute(2), status: "remote", seat: seat(2), late: false }])
      .when(yes, { actor: substitute(2) })
      .thenEvents([
        {
          type: "VoteCast",
          ballot: 1,
          seat: seat(2),
          person: substitute(2),
          vote: { kind: "question", choice: "yes" },
        },
      ]);
    voted.when(no, { actor: voter(2) }).thenRefused("SeatHasVoted", { seat: seat(2), by: substitute(2) });
  });

  it("lets the person who voted change an open vote until the close, and counts it once", () => {
    const changed = withBallot()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(no, { actor: voter(1) })
      .thenTypes(["VoteCast"]);
    changed.when(no, { actor: voter(1) }).thenRefused("VoteUnchanged");
    const closed = changed.when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[0]).toMatchObject({
      type: "BallotClosed",
      counts: { yes: 0, no: 1, abstain: 0, invalid: 0 },
      voted: 1,
    });
  });

  it("refuses a change where the rules forbid it", () => {
    given([
      ...smallCommittee({ rules: { "vote.change": { value: "never", paragraph: "§ 7" } } }),
      ...openMeeting(5),
      ...calledItem(),
    ])
      .when(ask, { actor: voter(1) })
      .thenAccepted()
      .when(open)
      .thenAccepted()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(no, { actor: voter(1) })
      .thenRefused("VoteFinal", { citation: { setting: "vote.change", origin: "go", paragraph: "§ 7" } });
  });

  it("counts nobody without a seat, and nobody who is not here", () => {
    const ballot = withBallot(5, 4);
    ballot.when(yes, { actor: guest }).thenRefused("NoVotingRight", { person: guest });
    ballot.when(yes, { actor: advisor }).thenRefused("NoVotingRight", { person: advisor });
    ballot.when(yes, { actor: officePerson }).thenRefused("NoVotingRight", { person: officePerson });
    ballot.when(yes, { actor: voter(5) }).thenRefused("NotCheckedIn", { person: voter(5), seat: seat(5) });
  });

  it("lets a seat that arrives while the ballot is open vote", () => {
    withBallot(5, 4)
      .and([arrived(5, true)])
      .when(yes, { actor: voter(5) })
      .thenTypes(["VoteCast"]);
  });
});

describe("result", () => {
  it("carries by more Ja than Nein and numbers the resolution", () => {
    const closed = withBallot()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(yes, { actor: voter(2) })
      .thenAccepted()
      .when(no, { actor: voter(3) })
      .thenAccepted()
      .when(abstain, { actor: voter(4) })
      .thenAccepted()
      .when({ type: "CloseBallot" });
    closed.thenEvents([
      {
        type: "BallotClosed",
        ballot: 1,
        counts: { yes: 2, no: 1, abstain: 1, invalid: 0 },
        voted: 4,
        eligible: 5,
        members: 5,
      },
      {
        type: "MotionDecided",
        motion: 1,
        meeting: 1,
        outcome: "carried",
        manner: "ballot",
        reference: "2023-1",
        ballot: 1,
        withAmendments: false,
        eligible: 5,
      },
    ]);
  });

  it("rejects a tie by default, without a number of resolution", () => {
    const closed = withBallot()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(no, { actor: voter(2) })
      .thenAccepted()
      .when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[1]).toMatchObject({
      type: "MotionDecided",
      outcome: "rejected",
    });
    expect(closed.result.ok && "reference" in (closed.result.value.events[1] ?? {})).toBe(false);
  });

  it("does not close over nothing, and a second close finds no ballot", () => {
    withBallot().when({ type: "CloseBallot" }).thenRefused("BallotEmpty");
    withBallot()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenAccepted()
      .when({ type: "CloseBallot" })
      .thenRefused("NoBallotOpen");
  });

  it("keeps a vote of a seat that left after voting in the base", () => {
    const closed = withBallot(5, 3)
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .and([{ type: "AttendanceRecorded", person: voter(1), status: "left", late: false }])
      .when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[0]).toMatchObject({ voted: 1, eligible: 3 });
  });
});

describe("quorum", () => {
  it("refuses a ballot without quorum, with the numbers", () => {
    withMotion(5, 2).when(open).thenRefused("NotQuorate");
    const refused = withMotion(17, 8).when(open).result;
    expect(!refused.ok && refused.error).toMatchObject({
      code: "NotQuorate",
      ruling: { present: 8, needed: 9, base: 17 },
    });
  });

  it("finds no result once it is lost while votes are cast, unless those gone have voted", () => {
    const left = (n: number) =>
      ({ type: "AttendanceRecorded", person: voter(n), status: "left", late: false }) as const;
    const ballot = withBallot(5, 3)
      .when(yes, { actor: voter(1) })
      .thenAccepted();
    ballot
      .and([left(2)])
      .when({ type: "CloseBallot" })
      .thenRefused("QuorumLost");
    ballot
      .and([left(1)])
      .when({ type: "CloseBallot" })
      .thenTypes(["BallotClosed", "MotionDecided"]);
  });

  it("presumes a quorum that was established until somebody asks for the count", () => {
    const left = { type: "AttendanceRecorded", person: voter(5), status: "left", late: false } as const;
    const established = withMotion(9, 5).when({ type: "EstablishQuorum" }).thenTypes(["QuorumEstablished"]).and([left]);
    established.when(open).thenTypes(["BallotOpened"]);
    established
      .when({ type: "EstablishQuorum" }, { actor: voter(2) })
      .thenEvents([{ type: "QuorumEstablished", quorate: false, present: 4, needed: 5, base: 9 }])
      .when(open)
      .thenRefused("NotQuorate");
  });
});

describe("hand count", () => {
  const hands = (forIt: number, against: number, neither: number): Command => ({
    type: "EnterHandCount",
    yes: forIt,
    no: against,
    abstain: neither,
  });

  it("counts hands of the room and votes of the chat together, nobody twice", () => {
    const closed = withBallot(5, 4)
      .and([{ type: "AttendanceRecorded", person: voter(5), status: "remote", seat: seat(5), late: false }])
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(hands(2, 1, 0))
      .thenEvents([{ type: "HandCountEntered", ballot: 1, yes: 2, no: 1, abstain: 0 }])
      .when(no, { actor: voter(5) })
      .thenAccepted()
      .when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[0]).toMatchObject({
      counts: { yes: 3, no: 2, abstain: 0, invalid: 0 },
      voted: 5,
      eligible: 5,
    });
  });

  it("refuses more hands than seats in the room that have not voted in the chat", () => {
    withBallot(5, 4)
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when(hands(3, 1, 0))
      .thenRefused("HandCountTooHigh", { entered: 4, possible: 3, inRoom: 4, votedInChat: [seat(1)] });
  });

  it("does not let somebody in the room vote in the chat after the hands were counted", () => {
    withBallot(5, 4)
      .when(hands(4, 0, 0))
      .thenAccepted()
      .when(yes, { actor: voter(1) })
      .thenRefused("CountedByHand");
  });
});

describe("conflict of interest", () => {
  it("takes the seat out of base and roll for the item", () => {
    const recused = withMotion(5, 5)
      .when({ type: "DeclareConflict" }, { actor: voter(5) })
      .thenEvents([{ type: "ConflictDeclared", seat: seat(5), item: 1 }])
      .when(open)
      .thenAccepted();
    recused.when(yes, { actor: voter(5) }).thenRefused("SeatRecused", { seat: seat(5) });
    const closed = recused
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[0]).toMatchObject({ eligible: 4, members: 4 });
  });

  it("is declared for oneself, or entered by the leadership", () => {
    withMotion()
      .when({ type: "DeclareConflict", seat: seat(3) }, { actor: voter(2) })
      .thenRefused("OnlyForYourself");
    withMotion()
      .when({ type: "DeclareConflict", seat: seat(3) })
      .thenTypes(["ConflictDeclared"]);
  });
});

describe("secret ballot", () => {
  const secret: Command = { type: "OpenBallot", subject: { kind: "motion", motion: 1 }, mode: "secret" };
  const secretYes: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: true };

  it("prepares its box before the first vote, and stores who voted, never what", () => {
    const opened = withMotion().when(secret);
    expect(opened.result.ok && opened.result.value.createsBox).toBe("ballot-1");
    const cast = opened.thenAccepted().when(secretYes, { actor: voter(1) });
    cast.thenEvents([{ type: "SecretVoteCast", ballot: 1, seat: seat(1), person: voter(1) }]);
    expect(cast.result.ok && cast.result.value.sealed).toEqual({
      box: "ballot-1",
      content: '{"kind":"question","choice":"yes"}',
    });
    expect(JSON.stringify(cast.result.ok && cast.result.value.events)).not.toContain("yes");
  });

  it("refuses a vote in the room and a second vote, also by the same person", () => {
    const ballot = withMotion().when(secret).thenAccepted();
    ballot.when(yes, { actor: voter(1) }).thenRefused("OnlyInPrivate", { what: "vote" });
    ballot
      .when(secretYes, { actor: voter(1) })
      .thenAccepted()
      .when(secretYes, { actor: voter(1) })
      .thenRefused("SeatHasVoted");
  });

  it("is closed only over as many votes as seats voted", () => {
    const voted = withMotion()
      .when(secret)
      .thenAccepted()
      .when(secretYes, { actor: voter(1) })
      .thenAccepted();
    expect(() => voted.when({ type: "CloseBallot", secretVotes: [] })).toThrow(/0 sealed votes for 1 seats/);
    const closed = voted.when({ type: "CloseBallot", secretVotes: [{ kind: "question", choice: "yes" }] });
    expect(closed.result.ok && closed.result.value.closesBox).toBe("ballot-1");
  });

  it("throws the votes of a cancelled ballot away unseen", () => {
    const cancelled = withMotion().when(secret).thenAccepted().when({ type: "CancelBallot", reason: "Irrtum" });
    expect(cancelled.result.ok && cancelled.result.value).toMatchObject({ discardsBox: "ballot-1" });
  });

  it("begins anew as a secret one when one seat demands it while votes are cast", () => {
    withBallot()
      .when(yes, { actor: voter(1) })
      .thenAccepted()
      .when({ type: "DemandSecrecy" }, { actor: voter(2) })
      .thenTypes(["SecrecyDemanded", "BallotCancelled", "BallotOpened"])
      .when(yes, { actor: voter(1) })
      .thenRefused("OnlyInPrivate");
  });

  it("was demanded before: an explicit open ballot is refused, one without a word is secret", () => {
    const demanded = withMotion()
      .when({ type: "DemandSecrecy" }, { actor: voter(2) })
      .thenTypes(["SecrecyDemanded"]);
    demanded.when({ ...open, mode: "open" }).thenRefused("SecrecyDemanded", { demands: 1, needed: 1 });
    const opened = demanded.when(open);
    expect(opened.result.ok && opened.result.value.events[0]).toMatchObject({ mode: "secret" });
  });
});

describe("motions and amendments", () => {
  it("are decided amendments first", () => {
    const amended = withMotion()
      .when({ type: "MoveAmendment", motion: 1, text: "sechs statt fünf" }, { actor: voter(2) })
      .thenTypes(["AmendmentMoved"]);
    amended.when(open).thenRefused("AmendmentsFirst", { motion: 1, amendments: [1] });
    amended.when({ type: "TakeOverAmendment", amendment: 1 }, { actor: voter(3) }).thenRefused("NotTheMover");
    const taken = amended
      .when({ type: "TakeOverAmendment", amendment: 1 }, { actor: voter(1) })
      .thenTypes(["AmendmentTakenOver"])
      .when({ type: "AdoptByConsensus", motion: 1, withAmendments: false });
    expect(taken.result.ok && taken.result.value.events[0]).toMatchObject({
      type: "MotionDecided",
      manner: "consensus",
      withAmendments: true,
      reference: "2023-1",
    });
    expect(taken.result.ok && "ballot" in (taken.result.value.events[0] ?? {})).toBe(false);
  });

  it("found by the chair without counts stay without counts", () => {
    withMotion(17, 17)
      .when({ type: "DeclareResult", motion: 1, outcome: "carried", withAmendments: true })
      .thenEvents([
        {
          type: "MotionDecided",
          motion: 1,
          meeting: 1,
          outcome: "carried",
          manner: "declared",
          reference: "2023-1",
          withAmendments: true,
          eligible: 17,
        },
      ]);
  });

  it("are not decided under an item that stands on the agenda for information only", () => {
    given([
      ...smallCommittee(),
      ...openMeeting(5),
      { type: "AgendaItemAdded", item: 1, meeting: 1, content: { title: "Bericht", public: true, deciding: false } },
      { type: "AgendaItemCalled", item: 1 },
    ])
      .when(ask, { actor: voter(1) })
      .thenRefused("ItemWithoutDecision", { title: "Bericht" });
  });

  it("are opened by the leadership alone", () => {
    withMotion()
      .when(open, { actor: voter(2) })
      .thenRefused("NotAllowed", { command: "OpenBallot" });
  });
});
