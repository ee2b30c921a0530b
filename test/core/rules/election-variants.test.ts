import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "../../../src/core/kernel/ids.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import { ballotMarks, ballotPaper } from "../../../src/core/rules/ballot-paper.ts";
import { electionAnswer } from "../../../src/core/rules/election-answer.ts";
import { electionContest } from "../../../src/core/rules/election-contest.ts";
import { electionLeader, eligibility } from "../../../src/core/rules/election-eligibility.ts";
import { electionMode, enBlocMode } from "../../../src/core/rules/election-mode.ts";
import { electionRecord } from "../../../src/core/rules/election-record.ts";
import { electionRound } from "../../../src/core/rules/election-round.ts";
import type { CandidateTally, ElectionInput } from "../../../src/core/rules/election-ruling.ts";
import { recall } from "../../../src/core/rules/recall.ts";
import { sharedOffice } from "../../../src/core/rules/shared-office.ts";
import { day } from "../../support/keys.ts";
import { rulesWith } from "../../support/rules.ts";

const named = (votes: Readonly<Record<string, number>>): readonly CandidateTally[] =>
  Object.entries(votes).map(([id, count]) => ({ id, votes: count }));

const round = (
  settings: Readonly<Record<string, unknown>>,
  candidates: readonly CandidateTally[],
  more: Partial<ElectionInput> = {},
) =>
  electionRound(rulesWith(settings), {
    seats: 1,
    candidates,
    abstain: 0,
    invalid: 0,
    presentVoting: 17,
    members: 17,
    round: 1,
    step: "ballot",
    ...more,
  });

describe("the sequence of each majority", () => {
  it("is ballot and lot where the GO asks for the most votes and says no more", () => {
    const relative = { "election.majority": "relative" };
    expect(round(relative, named({ A: 7, B: 6, C: 4 })).elected).toEqual(["A"]);
    expect(round(relative, named({ A: 6, B: 6, C: 5 })).next).toMatchObject({ kind: "lot", candidates: ["A", "B"] });
  });

  it("repeats the ballot with everybody on a tie, then draws lots, where the GO says so", () => {
    for (const settings of [
      { "election.majority": "relative", "election.sequence": ["ballot", "ballot", "lot"] },
      { "election.majority": "relative", "election.tie": "repeatThenLot" },
    ]) {
      const tied = named({ A: 6, B: 6, C: 5 });
      expect(round(settings, tied).next).toEqual({ kind: "nextBallot", candidates: ["A", "B", "C"], seats: 1 });
      expect(round(settings, tied, { round: 2 }).next).toMatchObject({ kind: "lot", candidates: ["A", "B"] });
    }
  });

  it("goes to a run-off of those tied, then to the lot, where the GO says so", () => {
    const settings = { "election.majority": "relative", "election.tie": "runoffThenLot" };
    expect(round(settings, named({ A: 6, B: 6, C: 5 })).next).toMatchObject({ kind: "runoff", candidates: ["A", "B"] });
    expect(round(settings, named({ A: 8, B: 8 }), { round: 2, step: "runoff" }).next.kind).toBe("lot");
  });

  it("is twice the majority of the members, then a run-off by most votes", () => {
    const settings = {
      "election.majority": "absoluteMembers",
      "election.sequence": ["ballot", "ballot", "runoff2", "lot"],
    };
    const votes = named({ A: 8, B: 5 });
    expect(round(settings, votes)).toMatchObject({ votesNeeded: 9, base: "members", next: { kind: "nextBallot" } });
    expect(round(settings, votes, { round: 2 }).next).toMatchObject({ kind: "runoff", candidates: ["A", "B"] });
    expect(round(settings, votes, { round: 3, step: "runoff" })).toMatchObject({ elected: ["A"], base: "none" });
  });

  it("lets a single candidate have three ballots there, the last by votes cast", () => {
    const settings = {
      "election.majority": "absoluteMembers",
      "election.sequence": ["ballot", "ballot", "runoff2", "lot"],
    };
    const alone = [{ id: "A", yes: 7, no: 3, abstain: 5 }];
    expect(round(settings, alone).next).toMatchObject({ kind: "nextBallot", candidates: ["A"] });
    expect(round(settings, alone, { round: 2 }).next.kind).toBe("nextBallot");
    expect(round(settings, alone, { round: 3 })).toMatchObject({ elected: ["A"], votesNeeded: 6, base: "validVotes" });
  });

  it("has a second ballot by votes cast after two thirds of the members were missed", () => {
    const settings = { "election.majority": "twoThirdsMembersThenCast" };
    const votes = named({ A: 11, B: 4 });
    expect(round(settings, votes)).toMatchObject({ votesNeeded: 12, next: { kind: "nextBallot" } });
    expect(round(settings, votes, { round: 2 })).toMatchObject({ elected: ["A"], votesNeeded: 8, base: "validVotes" });
    const split = named({ A: 6, B: 5, C: 4 });
    expect(round(settings, split, { round: 2 }).next).toMatchObject({ kind: "runoff", candidates: ["A", "B"] });
  });

  it("has a second ballot by most votes after the majority of the members was missed, for one candidate too", () => {
    const settings = { "election.majority": "absoluteMembersThenRelative" };
    const alone = [{ id: "A", yes: 7, no: 6, abstain: 4 }];
    expect(round(settings, alone)).toMatchObject({ votesNeeded: 9, next: { kind: "nextBallot", candidates: ["A"] } });
    expect(round(settings, alone, { round: 2 })).toMatchObject({ elected: ["A"], votesNeeded: 7 });
  });

  it("elects nobody where all ballots are invalid or blank", () => {
    for (const majority of ["absoluteCast", "absolutePresent", "absoluteMembers", "relative"]) {
      const settings = { "election.majority": majority };
      const none = round(settings, named({ A: 0, B: 0 }), { invalid: 9, abstain: 8 });
      expect(none.next).toEqual({ kind: "failed", reason: "noVotes", seats: 1 });
      expect(none.elected).toEqual([]);
    }
  });
});

describe("several equal seats, each put to the vote", () => {
  const zapf = { "election.multi": "yesNoRanked", "election.minYes": 11 };
  const votes = (rows: Readonly<Record<string, readonly [number, number]>>): readonly CandidateTally[] =>
    Object.entries(rows).map(([id, [yes, no]]) => ({ id, yes, no, abstain: 0 }));

  it("elects by Ja votes who has more Ja than Nein and enough Ja; the share of the profile does not add to that", () => {
    const ruling = round(zapf, votes({ A: [20, 3], B: [11, 10], C: [14, 14], D: [10, 0] }), {
      seats: 3,
      presentVoting: 40,
    });
    expect(ruling).toMatchObject({ rule: "election.yesNoRanked", elected: ["A", "B"], votesNeeded: 11 });
    expect(ruling.next).toEqual({ kind: "nextBallot", candidates: ["C", "D"], seats: 1 });
  });

  it("asks for a third of those present where the GO says so", () => {
    const ruling = round({ "election.minShare": "thirdPresent" }, named({ A: 9, B: 7, C: 6 }), {
      seats: 3,
      presentVoting: 20,
    });
    expect(ruling).toMatchObject({ elected: ["A", "B"], votesNeeded: 7, base: "present" });
  });

  it("repeats the ballot with all who are left on a tie for the last seat, then draws lots, where the GO says so", () => {
    const settings = { "election.tie": "repeatThenLot", "election.minShare": "none" };
    const tied = named({ A: 15, B: 11, C: 11, D: 2 });
    expect(round(settings, tied, { seats: 2 })).toMatchObject({
      elected: ["A"],
      next: { kind: "nextBallot", candidates: ["B", "C", "D"], seats: 1 },
    });
    expect(round(settings, tied, { seats: 2, round: 2 }).next).toMatchObject({ kind: "lot", candidates: ["B", "C"] });
  });

  it("elects one of several by Ja votes too", () => {
    expect(round({ "election.multi": "yesNoRanked" }, votes({ A: [9, 2], B: [10, 1] })).elected).toEqual(["B"]);
  });
});

describe("who meets too many Nein or abstentions", () => {
  const strict = { "election.excludeIfNoShareAbove": { num: 2, den: 3 } };

  it("may not stand again above the share, and may at it", () => {
    expect(round(strict, [{ id: "A", yes: 5, no: 12, abstain: 0 }])).toMatchObject({
      barred: ["A"],
      next: { kind: "failed", reason: "barred" },
    });
    expect(round(strict, [{ id: "B", yes: 6, no: 11, abstain: 0 }])).toMatchObject({ barred: [] });
    expect(round(strict, [{ id: "C", yes: 0, no: 0, abstain: 9 }]).barred).toEqual([]);
  });

  it("is not elected where more than half abstain", () => {
    const settings = { "election.failIfAbstainAboveHalf": true };
    const ruling = round(settings, [{ id: "A", yes: 4, no: 2, abstain: 9 }]);
    expect(ruling).toMatchObject({ elected: [], next: { kind: "failed", reason: "abstained" } });
    expect(round(settings, [{ id: "A", yes: 4, no: 2, abstain: 6 }]).elected).toEqual(["A"]);
  });
});

describe("open or secret", () => {
  const mode = (settings: Readonly<Record<string, unknown>>, more: Partial<Parameters<typeof electionMode>[1]> = {}) =>
    electionMode(rulesWith(settings), { candidates: 1, seats: 1, objections: 0, secretDemand: 0, ...more }).mode;

  it("is open for a single candidate unless somebody objects or enough demand secrecy", () => {
    expect(mode({})).toBe("open");
    expect(mode({}, { objections: 1 })).toBe("secret");
    expect(mode({}, { secretDemand: 1 })).toBe("secret");
    expect(mode({ "election.secretOnDemandOf": 3 }, { secretDemand: 2 })).toBe("open");
    expect(mode({ "election.singleCandidateOpen": false })).toBe("secret");
  });

  it("is always secret where the GO says so, and open for several only where the GO says that", () => {
    expect(mode({ "election.mode": "secret" })).toBe("secret");
    expect(mode({}, { candidates: 2 })).toBe("secret");
    expect(mode({ "election.mode": "open" }, { candidates: 2 })).toBe("open");
    expect(mode({ "election.mode": "open" }, { candidates: 2, objections: 1 })).toBe("secret");
  });

  it("is en bloc only if nobody objects, nobody competes and the GO does not forbid it", () => {
    const bloc = { candidates: 3, seats: 3, objections: 0 };
    expect(enBlocMode(rulesWith(), bloc).mode).toBe("together");
    expect(enBlocMode(rulesWith(), { ...bloc, objections: 1 })).toMatchObject({ mode: "oneByOne", reason: "objected" });
    expect(enBlocMode(rulesWith(), { ...bloc, seats: 2 })).toMatchObject({ reason: "contested" });
    expect(enBlocMode(rulesWith({ "election.enBloc": "never" }), bloc)).toMatchObject({ reason: "notProvided" });
  });
});

describe("who may be elected and who leads", () => {
  it("depends on vote and Träger as the GO says", () => {
    const free = rulesWith({ "election.eligible": "votingFreeCarriers" });
    expect(eligibility(free, { votingRight: true, organization: "public" })).toMatchObject({
      eligible: false,
      reason: "notFree",
    });
    expect(eligibility(free, { votingRight: true, organization: "free" }).eligible).toBe(true);
    expect(eligibility(free, { votingRight: false, organization: "free" })).toMatchObject({ reason: "noVotingRight" });
    const voting = rulesWith({ "election.eligible": "voting" });
    expect(eligibility(voting, { votingRight: false })).toMatchObject({ eligible: false });
    expect(eligibility(rulesWith(), { votingRight: false }).eligible).toBe(true);
    expect(eligibility(rulesWith(), { votingRight: true, isBarred: true })).toMatchObject({ reason: "barred" });
  });

  it("is not led by somebody who stands", () => {
    expect(electionLeader("A", ["A", "B"])).toBe("handsOver");
    expect(electionLeader("C", ["A", "B"])).toBe("leads");
    expect(electionLeader(undefined, ["A"])).toBe("leads");
  });

  it("gives a shared office no second vote", () => {
    expect(sharedOffice(rulesWith(), { holders: 2, seats: 1 })).toMatchObject({
      isPossible: true,
      offices: 1,
      holders: 2,
      seatVotes: 1,
    });
    expect(sharedOffice(rulesWith({ "office.chair.shared": false }), { holders: 2, seats: 2 }).isPossible).toBe(false);
  });
});

describe("a ballot paper", () => {
  const reading = (text: string, settings: Readonly<Record<string, unknown>> = {}) =>
    ballotPaper(rulesWith(settings), text).counts;

  it("is read as Ja, Nein, Enthaltung, blank, or with an addition", () => {
    expect(reading("Ja")).toBe("yes");
    expect(reading(" NEIN. ")).toBe("no");
    expect(reading("Enthaltung")).toBe("abstain");
    expect(reading("  ")).toBe("abstain");
    expect(reading("", { "ballot.blank": "invalid" })).toBe("invalid");
    expect(reading("ja, aber nur für ein Jahr")).toBe("invalid");
    expect(reading("ja, aber nur für ein Jahr", { "ballot.addition": "ignored" })).toBe("yes");
    expect(reading("ja nein", { "ballot.addition": "ignored" })).toBe("invalid");
    expect(reading("Frau Jansen")).toBe("invalid");
    expect(reading("constructor")).toBe("invalid");
  });

  it("with names holds as many as there are seats, each once", () => {
    const marks = (given: Readonly<Record<string, number>>) =>
      ballotMarks(rulesWith(), { seats: 2, candidates: ["A", "B", "C"], marks: given });
    expect(marks({ A: 1, B: 1 })).toMatchObject({ counts: "valid" });
    expect(marks({ A: 1 })).toMatchObject({ counts: "valid" });
    expect(marks({ A: 2 })).toMatchObject({ counts: "invalid", reason: "cumulated" });
    expect(marks({ A: 1, B: 1, C: 1 })).toMatchObject({ counts: "invalid", reason: "tooMany" });
    expect(marks({ X: 1 })).toMatchObject({ counts: "invalid", reason: "notACandidate" });
    expect(marks({ A: 0 })).toMatchObject({ counts: "abstain", reason: "blank" });
  });
});

describe("after the election", () => {
  const instant = (text: string) => text as Instant;
  const answer = (settings: Readonly<Record<string, unknown>>, on: string, now: string) =>
    electionAnswer(rulesWith(settings), {
      notified: day("2025-03-21"),
      notifiedAt: instant("2025-03-21T11:00:00.000Z"),
      on: day(on),
      now: instant(now),
      holidays: noHolidays,
    });

  it("lets silence decide with the end of the last local day", () => {
    const settings = { "election.acceptance": { within: "P1W", silence: "declined" } };
    expect(answer(settings, "2025-03-28", "2025-03-28T22:59:59.000Z")).toMatchObject({ state: "open" });
    expect(answer(settings, "2025-03-29", "2025-03-28T23:00:00.000Z")).toMatchObject({
      state: "declined",
      isBySilence: true,
      lastDay: "2025-03-28",
      lapsesOn: "2025-03-29",
    });
  });

  it("counts a period in hours as elapsed time", () => {
    const settings = { "election.acceptance": { within: "PT72H", silence: "accepted" } };
    expect(answer(settings, "2025-03-24", "2025-03-24T11:00:00.000Z").state).toBe("open");
    expect(answer(settings, "2025-03-24", "2025-03-24T11:00:00.001Z")).toMatchObject({
      state: "accepted",
      lapsesAt: "2025-03-24T11:00:00.000Z",
    });
  });

  it("may be contested within the period of the GO", () => {
    const last = (within: string) =>
      electionContest(rulesWith({ "election.contestWithin": within }), {
        announced: day("2025-03-21"),
        on: day("2025-03-29"),
        holidays: noHolidays,
      });
    expect(last("P7D")).toMatchObject({ lastDay: "2025-03-28", isInTime: false });
    expect(last("P1W").lastDay).toBe("2025-03-28");
    expect(last("P2W")).toMatchObject({ lastDay: "2025-04-04", isInTime: true });
  });

  it("is recalled as the GO says: by vote, by successor, with a reason, or not at all", () => {
    const facts = { hasReason: false, hasSuccessor: false };
    const by = (settings: Readonly<Record<string, unknown>>, more: Partial<typeof facts> = {}) =>
      recall(rulesWith(settings), { ...facts, ...more });
    const vote = { "office.recall": { num: 2, den: 3, basis: "present" }, "office.recallNeedsReason": true };
    expect(by(vote)).toMatchObject({ isAdmissible: false, refusal: "reasonMissing" });
    expect(by(vote, { hasReason: true })).toMatchObject({ isAdmissible: true, by: "vote" });
    const successor = { "office.recall": { kind: "successor" }, "office.recallNeedsReason": false };
    expect(by(successor)).toMatchObject({ isAdmissible: false, refusal: "successorMissing" });
    expect(by(successor, { hasSuccessor: true })).toMatchObject({ isAdmissible: true, by: "successor" });
    expect(by({ "office.recall": { kind: "never" } }, { hasReason: true })).toMatchObject({ refusal: "never" });
  });

  it("must record the votes of each, Nein and Enthaltung only where the outcome rests on them", () => {
    const ruling = round({ "election.majority": "absoluteMembersThenRelative" }, named({ A: 9 }), {
      against: 5,
      abstain: 3,
    });
    expect(ruling.elected).toEqual(["A"]);
    expect(electionRecord(ruling)).toEqual({
      must: [{ candidate: "A", votes: 9 }],
      optional: ["no", "abstain", "invalid"],
    });
    expect(electionRecord(round({}, named({ A: 9, B: 3 }))).optional).toEqual(["abstain", "invalid"]);
  });
});

describe("what would have changed it", () => {
  const settings = fc.record({
    majority: fc.constantFrom("absoluteCast", "absolutePresent", "absoluteMembers", "relative"),
    votes: fc.array(fc.nat(9), { minLength: 2, maxLength: 4 }),
  });

  it("is the smallest number of votes given otherwise, tried out one by one", () => {
    fc.assert(
      fc.property(settings, ({ majority, votes }) => {
        const tallied = (counts: readonly number[]) =>
          round({ "election.majority": majority }, named(Object.fromEntries(counts.map((n, i) => [`k${i}`, n]))));
        const ruling = tallied(votes);
        const [winner] = ruling.elected;
        fc.pre(winner !== undefined && ruling.wouldTurn?.kind === "givenOtherwise");
        const from = Number(winner.slice(1));
        const best = Math.max(...votes.filter((_, index) => index !== from));
        const to = votes.findIndex((count, index) => index !== from && count === best);
        const moved = (n: number) => tallied(votes.with(from, (votes[from] ?? 0) - n).with(to, best + n));
        const least = ruling.wouldTurn.votes;
        for (let n = 1; n < least; n++) expect(moved(n).elected).toEqual([winner]);
        expect(moved(least).elected).not.toEqual([winner]);
      }),
    );
  });
});
