import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import type { PersonId } from "../../../src/core/kernel/ids.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day } from "../../support/keys.ts";
import {
  calledItem,
  firstSpokesperson,
  guest,
  meetingDay,
  officePerson,
  openMeeting,
  secondSpokesperson,
  smallCommittee,
  voter,
} from "../../support/small-committee.ts";

const marked = (...people: readonly PersonId[]) => ({ kind: "candidates", marked: people }) as const;
const secretVote = (...people: readonly PersonId[]): Command => ({
  type: "CastVote",
  vote: marked(...people),
  private: true,
});

function election(candidates: readonly number[], office = firstSpokesperson, seats = 9): GivenCommittee {
  // Who stands does not lead the election: the office has the chair.
  const led = { type: "MeetingChaired", person: officePerson } as const;
  const opened = given([...smallCommittee({ seats }), ...openMeeting(seats), led, ...calledItem("Wahlen")])
    .when({ type: "OpenElection", office, secret: false })
    .thenTypes(["ElectionOpened"]);
  return candidates.reduce(
    (one, n) => one.when({ type: "Nominate" }, { actor: voter(n) }).thenTypes(["CandidateNominated"]),
    opened,
  );
}

/** Each seat votes for one person, by direct chat; the votes go back in as the opened box. */
function round(start: GivenCommittee, votes: readonly PersonId[]) {
  const opened = start.when({ type: "OpenElectionRound" }).thenTypes(["BallotOpened"]);
  const voted = votes.reduce(
    (one, person, index) => one.when(secretVote(person), { actor: voter(index + 1) }).thenTypes(["SecretVoteCast"]),
    opened,
  );
  return voted.when({ type: "CloseBallot", secretVotes: votes.map((person) => marked(person)) });
}

/** One week from the day of the meeting. */
const answer = { lastDay: day("2023-02-03"), silence: "declined" } as const;

const a = voter(1);
const b = voter(2);
const c = voter(3);

describe("election of one", () => {
  it("elects by more than half, and the office is held only after acceptance", () => {
    const closed = round(election([1, 2]), [a, a, a, a, a, b, b, b, b]);
    const elected = closed.thenTypes(["BallotClosed", "ElectionRoundDecided"]);
    expect(elected.state.membership.offices.get(firstSpokesperson)?.heldBy).toEqual([]);
    const accepted = elected.when({ type: "AnswerElection", accepts: true }, { actor: a });
    accepted.thenEvents([
      { type: "ElectionAccepted", election: 1, person: a, from: meetingDay },
      { type: "OfficeAssigned", office: firstSpokesperson, person: a, from: meetingDay, origin: "election" },
    ]);
    const after = accepted.thenAccepted();
    expect(after.state.membership.offices.get(firstSpokesperson)?.heldBy).toEqual([a]);
    expect(after.state.elections.current).toBeUndefined();
  });

  it("goes to a run-off of the best two, and by lot before a witness where that is a tie", () => {
    const runoff = round(election([1, 2, 3], firstSpokesperson, 8), [a, a, a, b, b, b, c, c]).thenAccepted();
    expect(entry(runoff.state.elections.elections, 1)).toMatchObject({ status: "runoff", standing: [a, b] });
    const tied = round(runoff, [a, a, a, a, b, b, b, b]).thenAccepted();
    tied.when({ type: "OpenElectionRound" }).thenRefused("LotFirst");
    tied.when({ type: "DrawLot", witnesses: [], chance: 0 }).thenRefused("WitnessNeeded");
    tied.when({ type: "DrawLot", witnesses: [a], chance: 0 }).thenRefused("WitnessStands", { person: a });
    const drawn = tied.when({ type: "DrawLot", witnesses: [c], chance: 1 });
    drawn.thenEvents([
      { type: "LotDrawn", election: 1, about: "seat", among: [a, b], winners: [b], witnesses: [c], chance: 1, answer },
    ]);
    drawn.thenAccepted().when({ type: "AnswerElection", accepts: true }, { actor: b }).thenAccepted();
  });

  it("begins again with nominations when the elected person declines", () => {
    const declined = round(election([1, 2]), [a, a, a, a, a, b, b, b, b])
      .thenAccepted()
      .when({ type: "AnswerElection", accepts: false }, { actor: a })
      .thenEvents([{ type: "ElectionDeclined", election: 1, person: a }]);
    expect(entry(declined.state.elections.elections, 1)).toMatchObject({ status: "nominating", open: 1 });
    declined.when({ type: "AnswerElection", accepts: true }, { actor: a }).thenRefused("NotElected");
  });

  it("lets a single candidate be voted openly with Ja and Nein", () => {
    const opened = election([1]).when({ type: "OpenElectionRound" });
    expect(opened.result.ok && opened.result.value.events[0]).toMatchObject({
      mode: "open",
      marks: 0,
      candidates: [a],
    });
    const vote: Command = { type: "CastVote", vote: { kind: "question", choice: "yes" }, private: false };
    const closed = opened
      .thenAccepted()
      .when(vote, { actor: voter(2) })
      .thenAccepted()
      .when({ type: "CloseBallot" });
    expect(closed.result.ok && closed.result.value.events[1]).toMatchObject({ elected: [a], next: "done" });
  });

  it("is secret for all as soon as one demands it", () => {
    const demanded = election([1])
      .when({ type: "DemandSecrecy" }, { actor: voter(5) })
      .thenTypes(["SecrecyDemanded"]);
    demanded.when({ type: "OpenElectionRound", mode: "open" }).thenRefused("SecrecyDemanded", { demands: 1 });
    const opened = demanded.when({ type: "OpenElectionRound" });
    expect(opened.result.ok && opened.result.value.events[0]).toMatchObject({ mode: "secret" });
  });
});

describe("election of several", () => {
  it("fills a shared office with the two highest, each after acceptance", () => {
    const opened = election([1, 2, 3], secondSpokesperson).when({ type: "OpenElectionRound" }).thenAccepted();
    const votes = [[a, b], [a, b], [a, b], [a, b], [a, b], [a, c], [c, b], [c], [a]];
    const voted = votes.reduce(
      (one, people, index) => one.when(secretVote(...people), { actor: voter(index + 1) }).thenAccepted(),
      opened,
    );
    const closed = voted
      .when({ type: "CloseBallot", secretVotes: votes.map((people) => marked(...people)) })
      .thenTypes(["BallotClosed", "ElectionRoundDecided"]);
    const done = closed
      .when({ type: "AnswerElection", accepts: true }, { actor: a })
      .thenAccepted()
      .when({ type: "AnswerElection", accepts: true, person: b })
      .thenAccepted();
    expect(done.state.membership.offices.get(secondSpokesperson)?.heldBy).toEqual([a, b]);
    expect(done.state.elections.current).toBeUndefined();
  });

  it("refuses more names than seats, the same name twice and somebody who does not stand", () => {
    const opened = election([1, 2, 3], secondSpokesperson).when({ type: "OpenElectionRound" }).thenAccepted();
    opened.when(secretVote(a, b, c), { actor: voter(4) }).thenRefused("TooManyMarks", { marked: 3, allowed: 2 });
    opened.when(secretVote(a, a), { actor: voter(4) }).thenRefused("TooManyMarks");
    opened.when(secretVote(voter(4)), { actor: voter(4) }).thenRefused("NotACandidate", { person: voter(4) });
  });

  it("declared by the chair has no counts, and still waits for acceptance", () => {
    const declared = election([1, 2], secondSpokesperson)
      .when({ type: "DeclareElected", people: [a, b] })
      .thenEvents([{ type: "ElectionDeclared", election: 1, elected: [a, b], eligible: 9, answer }]);
    expect(declared.state.membership.offices.get(secondSpokesperson)?.heldBy).toEqual([]);
    declared
      .when({ type: "AnswerElection", accepts: true, person: a })
      .thenTypes(["ElectionAccepted", "OfficeAssigned"])
      .when({ type: "AnswerElection", accepts: true, person: b })
      .thenTypes(["ElectionAccepted", "OfficeAssigned"]);
  });
});

describe("who stands", () => {
  it("is nobody twice, no guest, and nobody after the round began", () => {
    const one = election([1]);
    one.when({ type: "Nominate" }, { actor: a }).thenRefused("AlreadyCandidate", { person: a });
    one.when({ type: "Nominate", person: guest }, { actor: b }).thenRefused("NotEligible", { person: guest });
    one
      .when({ type: "OpenElectionRound" })
      .thenAccepted()
      .when({ type: "Nominate" }, { actor: b })
      .thenRefused("CandidaciesClosed");
  });
});
