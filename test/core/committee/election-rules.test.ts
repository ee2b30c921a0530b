import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/core/committee/commands.ts";
import { lapsedAnswer } from "../../../src/core/committee/decide-answer.ts";
import type { Instant } from "../../../src/core/kernel/ids.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { type GivenCommittee, given } from "../../support/given.ts";
import { day } from "../../support/keys.ts";
import {
  advisor,
  calledItem,
  firstSpokesperson,
  meetingDay,
  officePerson,
  openMeeting,
  secondSpokesperson,
  smallCommittee,
  voter,
} from "../../support/small-committee.ts";

type Settings = Readonly<Record<string, unknown>>;

function meeting(settings: Settings = {}, seats = 5): GivenCommittee {
  const rules = Object.fromEntries(Object.entries(settings).map(([path, value]) => [path, { value }]));
  const led = { type: "MeetingChaired", person: officePerson } as const;
  return given([...smallCommittee({ seats, rules }), ...openMeeting(seats), led, ...calledItem("Wahlen")]);
}

const open: Command = { type: "OpenElection", office: firstSpokesperson, secret: false };

const standing = (start: GivenCommittee, ...numbers: readonly number[]): GivenCommittee =>
  numbers.reduce(
    (one, n) => one.when({ type: "Nominate", person: voter(n) }).thenAccepted(),
    start.when(open).thenAccepted(),
  );

const question = (choice: "yes" | "no" | "abstain"): Command => ({
  type: "CastVote",
  vote: { kind: "question", choice },
  private: false,
});

/** One round of a single candidate, open. */
const yesNo = (start: GivenCommittee, ...choices: readonly ("yes" | "no" | "abstain")[]) =>
  choices
    .reduce(
      (one, choice, index) => one.when(question(choice), { actor: voter(index + 1) }).thenAccepted(),
      start.when({ type: "OpenElectionRound", mode: "open" }).thenAccepted(),
    )
    .when({ type: "CloseBallot" });

describe("who may stand", () => {
  it("is told the rule when not eligible", () => {
    const voting = meeting({ "election.eligible": "voting" }).when(open).thenAccepted();
    voting.when({ type: "Nominate", person: advisor }).thenRefused("MayNotStand", { person: advisor });
    voting.when({ type: "Nominate", person: voter(2) }).thenTypes(["CandidateNominated"]);
    meeting().when(open).thenAccepted().when({ type: "Nominate", person: advisor }).thenAccepted();
  });

  it("is not who met too many Nein in this election", () => {
    const strict = meeting({ "election.excludeIfNoShareAbove": { num: 2, den: 3 } });
    const barred = yesNo(standing(strict, 2), "no", "no", "no", "yes").thenAccepted();
    expect(entry(barred.state.elections.elections, 1)).toMatchObject({ barred: [voter(2)], candidates: [] });
    barred.when({ type: "Nominate", person: voter(2) }).thenRefused("MayNotStand");
    barred.when({ type: "Nominate", person: voter(3) }).thenAccepted();
  });
});

describe("who leads the election", () => {
  it("hands over for this election when standing", () => {
    const stands = standing(meeting().and([{ type: "MeetingChaired", person: voter(1) }]), 1, 2);
    stands.when({ type: "OpenElectionRound" }).thenRefused("LeaderStands", { person: voter(1) });
    stands.when({ type: "DeclareElected", people: [voter(1)] }).thenRefused("LeaderStands");
    stands.when({ type: "NameElectionLeader", person: voter(2) }).thenRefused("LeaderStands", { person: voter(2) });
    const handed = stands
      .when({ type: "NameElectionLeader", person: voter(3) })
      .thenEvents([{ type: "ElectionLeaderNamed", election: 1, person: voter(3) }]);
    handed.when({ type: "NameElectionLeader", person: voter(3) }).thenRefused("LeadsAlready");
    handed.when({ type: "OpenElectionRound" }, { actor: voter(4) }).thenRefused("NotAllowed");
    handed.when({ type: "OpenElectionRound" }, { actor: voter(3) }).thenTypes(["BallotOpened"]);
  });

  it("leads nothing more when the election is over", () => {
    const over = standing(meeting(), 1)
      .when({ type: "NameElectionLeader", person: voter(3) })
      .thenAccepted()
      .when({ type: "EndElection", reason: "vertagt" })
      .thenAccepted();
    over.when(open, { actor: voter(3) }).thenRefused("NotAllowed");
  });
});

describe("a secret election by rule", () => {
  it("is not opened openly", () => {
    const secret = standing(meeting({ "election.mode": "secret" }), 1);
    secret.when({ type: "OpenElectionRound", mode: "open" }).thenRefused("ElectionIsSecret");
    const opened = secret.when({ type: "OpenElectionRound" });
    expect(opened.result.ok && opened.result.value.events[0]).toMatchObject({ mode: "secret" });
  });
});

describe("the steps of an election", () => {
  it("begin anew after the elected person declines", () => {
    const declined = yesNo(standing(meeting(), 2), "yes", "yes", "yes")
      .thenAccepted()
      .when({ type: "AnswerElection", accepts: false, person: voter(2) })
      .thenAccepted();
    const again = [3, 4].reduce((one, n) => one.when({ type: "Nominate", person: voter(n) }).thenAccepted(), declined);
    const votes = [voter(3), voter(3), voter(4), voter(4)].map((person) => ({
      kind: "candidates" as const,
      marked: [person],
    }));
    const opened = again.when({ type: "OpenElectionRound", mode: "open" }).thenAccepted();
    const closed = votes
      .reduce(
        (one, vote, index) =>
          one.when({ type: "CastVote", vote, private: false }, { actor: voter(index + 1) }).thenAccepted(),
        opened,
      )
      .when({ type: "CloseBallot" });
    // A second step would be the run-off; the first sends into it.
    expect(closed.result.ok && closed.result.value.events[1]).toMatchObject({ round: 2, next: "runoff" });
  });
});

describe("the answer of who is elected", () => {
  const lastDay = day("2023-02-03");
  const elected = (settings: Settings = {}) =>
    standing(meeting(settings), 2)
      .when({ type: "DeclareElected", people: [voter(2)] })
      .thenAccepted();
  const given8 = (start: GivenCommittee, today: string) =>
    lapsedAnswer(
      start.state,
      { election: 1, person: voter(2) },
      { now: `${today}T08:00:00.000Z` as Instant, today: day(today) },
    );

  it("is looked for when the last day is over", () => {
    const declared = standing(meeting(), 2).when({ type: "DeclareElected", people: [voter(2)] });
    expect(declared.result.ok && declared.result.value.jobs).toEqual([
      {
        id: "wahl-1-annahme-stimme-2",
        day: day("2023-02-04"),
        time: "00:00",
        command: { type: "LapseAnswer", election: 1, person: voter(2) },
      },
    ]);
    const hours = { "election.acceptance": { within: "PT72H", silence: "accepted" } };
    const soon = standing(meeting(hours), 2).when({ type: "DeclareElected", people: [voter(2)] });
    const jobs = soon.result.ok ? (soon.result.value.jobs ?? []) : [];
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.at?.slice(0, 10)).toBe("2023-01-30");
  });

  it("may wait while the meeting closes and another election begins", () => {
    const other = elected().when({ type: "OpenElection", office: secondSpokesperson, secret: false }).thenAccepted();
    expect(other.state.elections.current).toBe(2);
    other.when({ type: "CloseMeeting" }).thenRefused("ElectionStillOpen");
    const closed = elected().when({ type: "CloseMeeting" }).thenAccepted();
    const accepted = closed.when({ type: "AnswerElection", accepts: true }, { actor: voter(2), today: lastDay });
    accepted.thenTypes(["ElectionAccepted", "OfficeAssigned"]);
    expect(accepted.thenAccepted().state.elections.current).toBeUndefined();
    const late = { actor: voter(2), today: day("2023-02-04") };
    closed.when({ type: "AnswerElection", accepts: true }, late).thenRefused("AnswerTooLate", { person: voter(2) });
  });

  it("is silence that declines, or accepts, with the end of the last day, once", () => {
    const closed = elected().when({ type: "CloseMeeting" }).thenAccepted();
    expect(given8(closed, "2023-02-03")).toEqual([]);
    const events = given8(closed, "2023-02-04");
    expect(events).toEqual([
      { type: "ElectionDeclined", election: 1, person: voter(2), bySilence: true },
      { type: "ElectionEnded", election: 1, reason: "Ein Platz blieb ohne Annahme frei." },
    ]);
    const after = closed.and(events);
    expect(given8(after, "2023-02-04")).toEqual([]);
    expect(after.state.elections.current).toBeUndefined();

    const silent = elected({ "election.acceptance": { within: "P1W", silence: "accepted" } });
    expect(given8(silent, "2023-02-04").map(({ type }) => type)).toEqual(["ElectionAccepted", "OfficeAssigned"]);
    const taken = silent.and(given8(silent, "2023-02-04"));
    expect(taken.state.membership.offices.get(firstSpokesperson)?.heldBy).toEqual([voter(2)]);
  });

  it("ends the election that lost its place while another one is in hand", () => {
    const other = elected().when({ type: "OpenElection", office: secondSpokesperson, secret: false }).thenAccepted();
    other
      .when({ type: "AnswerElection", accepts: false, person: voter(2) })
      .thenTypes(["ElectionDeclined", "ElectionEnded"]);
    elected()
      .when({ type: "AnswerElection", accepts: false, person: voter(2) })
      .thenEvents([{ type: "ElectionDeclined", election: 1, person: voter(2) }]);
    expect(meetingDay).toBe("2023-01-27");
  });
});

describe("contesting an election", () => {
  const contest = { type: "ContestElection", reason: "Die Einladung kam zu spät." } as const;
  const declared = standing(meeting({ "election.contestWithin": "P7D" }), 2)
    .when({ type: "DeclareElected", people: [voter(2)] })
    .thenAccepted();

  it("is on record with the last day for it, in time or late, and changes nothing of the result", () => {
    const contested = declared.when(contest, { actor: voter(3) });
    const event = { type: "ElectionContested", election: 1, person: voter(3), reason: contest.reason } as const;
    const after = contested.thenEvents([{ ...event, lastDay: day("2023-02-03"), isInTime: true }]);
    expect(entry(after.state.elections.elections, 1)).toMatchObject({
      status: "accepting",
      elected: [{ person: voter(2), answer: "open" }],
      contests: [{ person: voter(3), isInTime: true }],
    });
    declared
      .when(contest, { actor: voter(3), today: day("2023-02-04") })
      .thenEvents([{ ...event, lastDay: day("2023-02-03"), isInTime: false }]);
  });

  it("needs a result, and is not recorded twice", () => {
    standing(meeting(), 2)
      .when(contest, { actor: voter(3) })
      .thenRefused("NothingToContest");
    declared.when({ ...contest, office: secondSpokesperson }, { actor: voter(3) }).thenRefused("NothingToContest");
    const contested = declared.when(contest, { actor: voter(3) }).thenAccepted();
    contested.when(contest, { actor: voter(3) }).thenRefused("ContestedAlready", { title: "1. Sprecher*in" });
    contested.when(contest, { actor: voter(4) }).thenTypes(["ElectionContested"]);
  });
});
