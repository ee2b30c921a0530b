import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dHondt, type ListTally } from "../../../src/core/rules/d-hondt.ts";
import { electionMethod } from "../../../src/core/rules/election-method.ts";
import { rulesWith } from "../../support/rules.ts";

const rules = rulesWith({ "election.multi": "dHondt" }, "§ 7 Abs. 4");

const lists = (votes: Readonly<Record<string, number>>): readonly ListTally[] =>
  Object.entries(votes).map(([id, count]) => ({ id, votes: count }));

const seatsOf = (seats: number, votes: Readonly<Record<string, number>>) => {
  const ruling = dHondt(rules, { seats, lists: lists(votes) });
  const got: Record<string, number> = Object.fromEntries(ruling.lists.map(({ id, seats: number }) => [id, number]));
  return { got, next: ruling.next };
};

describe("d'Hondt", () => {
  it("gives both of two equal quotients a seat while there are enough, and draws lots about the last", () => {
    expect(seatsOf(3, { X: 10, Y: 5 })).toEqual({ got: { X: 2, Y: 1 }, next: { kind: "done" } });
    expect(seatsOf(2, { X: 10, Y: 5 })).toEqual({
      got: { X: 1, Y: 0 },
      next: { kind: "lot", between: ["X", "Y"], seats: 1, drawnBy: "chair" },
    });
  });

  it("gives no seat without votes, and says so", () => {
    expect(seatsOf(2, { X: 0, Y: 0 })).toMatchObject({ next: { kind: "failed", reason: "noVotes", seats: 2 } });
    expect(seatsOf(2, {})).toMatchObject({ next: { kind: "failed", reason: "noCandidates", seats: 2 } });
    expect(seatsOf(0, { X: 3 })).toEqual({ got: { X: 0 }, next: { kind: "done" } });
  });

  it("gives a list no more seats than people stand on it; the others get them", () => {
    const short = dHondt(rules, {
      seats: 3,
      lists: [
        { id: "X", votes: 30, candidates: 1 },
        { id: "Y", votes: 4, candidates: 1 },
      ],
    });
    expect(short).toMatchObject({
      lists: [{ seats: 1 }, { seats: 1 }],
      next: { kind: "failed", reason: "noCandidates", seats: 1 },
    });
  });

  it("says how many votes the next list was short of", () => {
    expect(dHondt(rules, { seats: 3, lists: lists({ X: 10, Y: 4 }) })).toMatchObject({
      lists: [
        { id: "X", seats: 2 },
        { id: "Y", seats: 1 },
      ],
      nextInLine: { id: "X", votesMissing: 3 },
    });
  });

  const ballot = fc.record({
    seats: fc.nat(12),
    votes: fc.dictionary(fc.stringMatching(/^[a-f]$/), fc.nat(60), { maxKeys: 6 }),
  });

  it("agrees with a naive count that gives out one seat after the other", () => {
    fc.assert(
      fc.property(ballot, ({ seats, votes }) => {
        const { next, got } = seatsOf(seats, votes);
        const naive = naiveCount(seats, votes);
        const inLot = "between" in next ? next.between : [];
        for (const id of Object.keys(votes)) {
          // In a lot the naive count gives the seat to the first by name; ours leaves it to chance.
          const difference = (naive[id] ?? 0) - (got[id] ?? 0);
          expect(difference === 0 || (difference === 1 && inLot.includes(id))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives out every seat once where anybody has votes, never one to a list without", () => {
    fc.assert(
      fc.property(ballot, ({ seats, votes }) => {
        const { lists: got, next } = dHondt(rules, { seats, lists: lists(votes) });
        const given = got.reduce((sum, one) => sum + one.seats, 0);
        expect(given + (next.kind === "done" ? 0 : next.seats)).toBe(seats);
        expect(got.filter((one) => one.votes === 0 && one.seats > 0)).toEqual([]);
        if (next.kind === "lot") expect(next.between.length).toBeGreaterThan(next.seats);
      }),
    );
  });

  it("depends on no order, and never takes a seat for one vote more", () => {
    fc.assert(
      fc.property(ballot, fc.nat(5), ({ seats, votes }, which) => {
        const tally = lists(votes);
        expect(dHondt(rules, { seats, lists: tally.toReversed() })).toEqual(dHondt(rules, { seats, lists: tally }));
        const id = tally[which % Math.max(1, tally.length)]?.id;
        fc.pre(id !== undefined);
        const more = seatsOf(seats, { ...votes, [id]: (votes[id] ?? 0) + 1 });
        expect(more.got[id] ?? 0).toBeGreaterThanOrEqual(seatsOf(seats, votes).got[id] ?? 0);
      }),
    );
  });

  it("refuses a list named twice and counts that are none", () => {
    expect(() => dHondt(rules, { seats: 1, lists: [...lists({ X: 1 }), ...lists({ X: 2 })] })).toThrow(RangeError);
    expect(() => dHondt(rules, { seats: 1.5, lists: [] })).toThrow(RangeError);
  });
});

/** One seat after the other to the highest quotient, fractions compared crosswise; the first by name among equals. */
function naiveCount(seats: number, votes: Readonly<Record<string, number>>): Record<string, number> {
  const got: Record<string, number> = {};
  for (let seat = 0; seat < seats; seat++) {
    let best: string | undefined;
    for (const id of Object.keys(votes).sort()) {
      const mine = votes[id] ?? 0;
      if (mine === 0) continue;
      const theirs = best === undefined ? 0 : (votes[best] ?? 0);
      const theirDivisor = best === undefined ? 1 : (got[best] ?? 0) + 1;
      if (mine * theirDivisor > theirs * ((got[id] ?? 0) + 1)) best = id;
    }
    if (best !== undefined) got[best] = (got[best] ?? 0) + 1;
  }
  return got;
}

describe("which method several seats are filled by", () => {
  const unless = rulesWith({ "election.multi": "dHondtUnlessUnanimous" });

  it("is d'Hondt unless everybody who votes wants another", () => {
    expect(electionMethod(unless, { yes: 16, no: 1 })).toMatchObject({ method: "dHondt", waiver: "opposed" });
    expect(electionMethod(unless, { yes: 16, no: 0, abstain: 1 })).toMatchObject({
      method: "listPlurality",
      waiver: "unanimous",
    });
    expect(electionMethod(unless, { yes: 0, no: 0 })).toMatchObject({ method: "dHondt", waiver: "none" });
    expect(electionMethod(unless)).toMatchObject({ method: "dHondt", waiver: "none" });
  });

  it("is what the rules say otherwise", () => {
    expect(electionMethod(rules).method).toBe("dHondt");
    expect(electionMethod(rulesWith(), { yes: 3, no: 0 })).toMatchObject({ method: "listPlurality" });
  });
});
