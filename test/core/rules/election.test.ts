import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { electionRound } from "../../../src/core/rules/election-round.ts";
import type { ElectionInput, NamedTally } from "../../../src/core/rules/election-ruling.ts";
import { lotDraw, lotOutcomes } from "../../../src/core/rules/lot.ts";
import { rulesWith } from "../../support/rules.ts";

const standard = rulesWith();

const named = (votes: Readonly<Record<string, number>>): readonly NamedTally[] =>
  Object.entries(votes).map(([id, count]) => ({ id, votes: count }));

const input = (votes: Readonly<Record<string, number>>, more: Partial<ElectionInput> = {}): ElectionInput => ({
  seats: 1,
  candidates: named(votes),
  abstain: 0,
  invalid: 0,
  presentVoting: 17,
  round: 1,
  step: "ballot",
  ...more,
});

describe("one seat, several candidates", () => {
  it("elects who has more than half of the valid votes; blank and invalid ballots do not count", () => {
    const ruling = electionRound(standard, input({ A: 5, B: 4 }, { abstain: 6, invalid: 2 }));
    expect(ruling).toMatchObject({ elected: ["A"], next: { kind: "done" }, validVotes: 9, votesNeeded: 5 });
  });

  it("sends the best two into the run-off", () => {
    expect(electionRound(standard, input({ A: 7, B: 6, C: 4 })).next).toEqual({
      kind: "runoff",
      candidates: ["A", "B"],
      seats: 1,
    });
  });

  it("draws lots at the door of the run-off among those tied only", () => {
    expect(electionRound(standard, input({ A: 7, B: 5, C: 5 })).next).toEqual({
      kind: "lot",
      about: "runoffPlace",
      candidates: ["B", "C"],
      seats: 1,
      alreadyIn: ["A"],
      drawnBy: "chair",
    });
    expect(electionRound(standard, input({ A: 5, B: 5, C: 5, D: 2 })).next).toMatchObject({
      about: "runoffPlace",
      candidates: ["A", "B", "C"],
      seats: 2,
      alreadyIn: [],
    });
  });

  it("draws lots when the run-off ends in a tie", () => {
    expect(electionRound(standard, input({ A: 8, B: 8 }, { round: 2, step: "runoff" })).next).toMatchObject({
      kind: "lot",
      about: "seat",
      candidates: ["A", "B"],
      seats: 1,
    });
  });

  it("repeats the ballot with everybody before the run-off where the GO says so", () => {
    const rules = rulesWith({ "election.sequence": ["ballot", "ballot", "runoff2", "lot"] });
    expect(electionRound(rules, input({ A: 7, B: 6, C: 4 })).next).toMatchObject({
      kind: "nextBallot",
      candidates: ["A", "B", "C"],
    });
    expect(electionRound(rules, input({ A: 7, B: 6, C: 4 }, { round: 2 })).next.kind).toBe("runoff");
  });

  it("draws lots at once after a relative majority with a tie, if the GO has no run-off", () => {
    const rules = rulesWith({ "election.majority": "relative", "election.sequence": ["ballot", "lot"] });
    expect(electionRound(rules, input({ A: 6, B: 5, C: 4 })).elected).toEqual(["A"]);
    expect(electionRound(rules, input({ A: 6, B: 6, C: 4 })).next).toMatchObject({
      kind: "lot",
      candidates: ["A", "B"],
    });
  });

  it("fails where no further step is provided", () => {
    const rules = rulesWith({ "election.sequence": ["ballot"] });
    expect(electionRound(rules, input({ A: 7, B: 6, C: 4 })).next).toMatchObject({
      kind: "failed",
      reason: "noMajority",
    });
  });

  it("elects nobody without a vote, and nobody without candidates", () => {
    expect(electionRound(standard, input({ A: 0, B: 0 })).next).toMatchObject({ kind: "failed", reason: "noVotes" });
    expect(electionRound(standard, input({})).next).toMatchObject({ kind: "failed", reason: "noCandidates" });
    const tied = input({ A: 0, B: 0 }, { round: 2, step: "runoff" });
    expect(electionRound(standard, tied).next).toMatchObject({ kind: "failed", reason: "noVotes" });
  });
});

describe("a single candidate", () => {
  const alone = (yes: number, no: number, abstain = 0) =>
    electionRound(standard, input({}, { candidates: [{ id: "A", yes, no, abstain }] }));

  it("needs more Ja than Nein; abstentions do not count", () => {
    expect(alone(5, 4, 8)).toMatchObject({ rule: "election.yesNo", elected: ["A"], votesNeeded: 5, abstain: 8 });
    expect(alone(5, 5).next).toMatchObject({ kind: "failed", reason: "notElected" });
    expect(alone(0, 0, 17).next).toMatchObject({ kind: "failed", reason: "noVotes" });
  });

  it("needs more than half of those present where the GO says so", () => {
    const rules = rulesWith({ "election.majority": "absolutePresent" });
    const candidates = [{ id: "A", yes: 8, no: 1, abstain: 8 }];
    expect(electionRound(rules, input({}, { candidates })).elected).toEqual([]);
  });
});

describe("several equal seats", () => {
  it("fills the seats by votes and sends only those tied for the last one into the run-off", () => {
    const ruling = electionRound(standard, input({ A: 15, B: 11, C: 11, D: 9 }, { seats: 2 }));
    expect(ruling).toMatchObject({
      elected: ["A"],
      next: { kind: "runoff", candidates: ["B", "C"], seats: 1 },
    });
  });

  it("draws lots after a tie in the run-off, or at once where the GO says so", () => {
    const runoff = input({ B: 8, C: 8 }, { round: 2, step: "runoff" });
    expect(electionRound(standard, { ...runoff, seats: 1 }).next.kind).toBe("lot");
    const three = input({ B: 6, C: 6, D: 6 }, { seats: 2, round: 2, step: "runoff" });
    expect(electionRound(standard, three).next).toMatchObject({ kind: "lot", candidates: ["B", "C", "D"], seats: 2 });
    const rules = rulesWith({ "election.tie": "lot" });
    expect(electionRound(rules, input({ A: 15, B: 11, C: 11 }, { seats: 2 })).next.kind).toBe("lot");
  });

  it("sees no harm in a tie where everybody gets a seat", () => {
    expect(electionRound(standard, input({ A: 9, B: 9 }, { seats: 2 }))).toMatchObject({
      elected: ["A", "B"],
      next: { kind: "done" },
    });
  });

  it("leaves a seat open for a second ballot when too few reach half of those present, then asks for new names", () => {
    const votes = { A: 15, B: 12, C: 8 };
    const first = electionRound(standard, input(votes, { seats: 3 }));
    expect(first).toMatchObject({
      elected: ["A", "B"],
      votesNeeded: 9,
      next: { kind: "nextBallot", candidates: ["C"] },
    });
    const second = electionRound(standard, input({ C: 8, D: 7 }, { seats: 2, round: 2 }));
    expect(second).toMatchObject({ elected: [], next: { kind: "failed", reason: "noMajority", seats: 2 } });
  });

  it("asks for names where there are fewer candidates than seats", () => {
    expect(electionRound(standard, input({ A: 15 }, { seats: 2 }))).toMatchObject({
      elected: ["A"],
      next: { kind: "failed", reason: "noCandidates", seats: 1 },
    });
  });

  it("takes as many Nein as Ja for a refusal, where each is put to the vote", () => {
    const candidates = [
      { id: "A", yes: 9, no: 9, abstain: 0 },
      { id: "B", yes: 9, no: 8, abstain: 1 },
    ];
    expect(electionRound(standard, input({}, { seats: 2, candidates })).elected).toEqual(["B"]);
  });

  it("has nothing to do for no seats", () => {
    expect(electionRound(standard, input({ A: 3 }, { seats: 0 }))).toMatchObject({
      elected: [],
      next: { kind: "done" },
    });
  });
});

describe("any election", () => {
  const election = fc.record({
    seats: fc.nat(5),
    votes: fc.dictionary(fc.stringMatching(/^[a-h]$/), fc.nat(20), { maxKeys: 8 }),
    step: fc.constantFrom("ballot" as const, "runoff" as const),
    round: fc.integer({ min: 1, max: 4 }),
    majority: fc.constantFrom(
      "absoluteCast",
      "absolutePresent",
      "absoluteMembers",
      "absoluteMembersThenRelative",
      "twoThirdsMembersThenCast",
      "relative",
    ),
    tie: fc.constantFrom("runoffThenLot", "repeatThenLot", "lot"),
    minShare: fc.constantFrom("none", "halfPresent", "thirdPresent"),
    sequence: fc.constantFrom(
      ["ballot"],
      ["ballot", "lot"],
      ["ballot", "runoff2", "lot"],
      ["ballot", "ballot", "runoff2"],
    ),
  });

  type Election = typeof election extends fc.Arbitrary<infer Value> ? Value : never;

  const hold = ({ seats, votes, step, round, majority, tie, minShare, sequence }: Election) => {
    const rules = rulesWith({
      "election.majority": majority,
      "election.tie": tie,
      "election.minShare": minShare,
      "election.sequence": sequence,
    });
    return { rules, given: input(votes, { seats, step, round, presentVoting: 20, members: 25 }) };
  };

  it("fills every seat once: elected and left open add up, and nobody both wins and goes on", () => {
    fc.assert(
      fc.property(election, (options) => {
        const { rules, given } = hold(options);
        const { elected, next } = electionRound(rules, given);
        expect(new Set(elected).size).toBe(elected.length);
        const open =
          next.kind === "done" || (next.kind === "lot" && next.about === "runoffPlace") ? undefined : next.seats;
        if (next.kind === "done") expect(elected).toHaveLength(given.seats);
        else if (open !== undefined) expect(elected.length + open).toBe(given.seats);
        if ("candidates" in next) expect(next.candidates.filter((id) => elected.includes(id))).toEqual([]);
        if (next.kind === "lot") expect(next.candidates.length).toBeGreaterThan(next.seats);
        if (next.kind === "runoff") expect(next.candidates.length).toBeGreaterThan(next.seats);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the order of the candidates", () => {
    fc.assert(
      fc.property(election, (options) => {
        const { rules, given } = hold(options);
        const reversed = { ...given, candidates: given.candidates.toReversed() };
        expect(electionRound(rules, reversed)).toEqual(electionRound(rules, given));
      }),
    );
  });

  it("never elects somebody with fewer votes than one who is not elected, and nobody without a vote", () => {
    fc.assert(
      fc.property(election, (options) => {
        const { rules, given } = hold(options);
        const { elected, standings } = electionRound(rules, given);
        const votesOf = (ids: readonly NamedTally[]) => ids.map(({ votes }) => votes);
        const won = votesOf(standings.filter(({ id }) => elected.includes(id)));
        const lost = votesOf(standings.filter(({ id }) => !elected.includes(id)));
        if (won.length > 0 && lost.length > 0) expect(Math.min(...won)).toBeGreaterThanOrEqual(Math.max(...lost));
        expect(won).not.toContain(0);
      }),
    );
  });

  it("keeps who is elected elected with one more vote", () => {
    fc.assert(
      fc.property(election, (options) => {
        const { rules, given } = hold(options);
        const [winner] = electionRound(rules, given).elected;
        fc.pre(winner !== undefined);
        const candidates = given.candidates.map((candidate) =>
          "votes" in candidate && candidate.id === winner ? { ...candidate, votes: candidate.votes + 1 } : candidate,
        );
        expect(electionRound(rules, { ...given, candidates }).elected).toContain(winner);
      }),
    );
  });

  it("refuses a candidate named twice and counts that are none", () => {
    const twice = [...named({ A: 1 }), ...named({ A: 2 })];
    expect(() => electionRound(standard, input({}, { candidates: twice }))).toThrow(RangeError);
    expect(() => electionRound(standard, input({ A: -1 }))).toThrow(RangeError);
    expect(() => electionRound(standard, input({ A: 1 }, { round: 0 }))).toThrow(RangeError);
  });
});

describe("lotDraw", () => {
  it("gives every result exactly once over all chances", () => {
    for (let candidates = 1; candidates <= 7; candidates++) {
      const pool = Array.from({ length: candidates }, (_, index) => `k${index}`);
      for (let seats = 0; seats <= candidates; seats++) {
        const outcomes = lotOutcomes(candidates, seats);
        const results = Array.from({ length: outcomes }, (_, chance) => lotDraw(pool, seats, chance));
        expect(new Set(results.map((drawn) => drawn.join())).size).toBe(outcomes);
        for (const drawn of results) expect(new Set(drawn).size).toBe(seats);
      }
    }
    expect(lotOutcomes(7, 3)).toBe(35);
  });

  it("does not depend on the order in which the names are given", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 9 }),
        fc.nat(),
        (pool, chance) => {
          expect(lotDraw(pool.toReversed(), 1, chance)).toEqual(lotDraw(pool, 1, chance));
        },
      ),
    );
  });

  it("refuses what is no chance, no draw, or a name twice", () => {
    expect(() => lotDraw(["A", "B"], 1, -1)).toThrow(RangeError);
    expect(() => lotDraw(["A", "B"], 1, 0.5)).toThrow(RangeError);
    expect(() => lotDraw(["A", "B"], 3, 0)).toThrow(RangeError);
    expect(() => lotDraw(["A", "A"], 1, 0)).toThrow(RangeError);
  });
});
