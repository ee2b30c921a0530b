import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotCounts, dotPlaces, sumOfDots } from "../../../src/core/committee/dot-counts.ts";
import { substitute, voter } from "../../support/small-committee.ts";
import { onIdeas, weighing, weightingOf } from "../../support/weightings.ts";

const people = [voter(1), voter(2), voter(3), voter(4), voter(5), substitute(1), substitute(2)];
const attempts = fc.array(
  fc.record({
    actor: fc.constantFrom(...people),
    numbers: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
    adds: fc.boolean(),
  }),
  { maxLength: 25 },
);

describe("whatever is tried, by whomever, in any order", () => {
  it("each seat has dots of one person, within the budget; what is counted is what lies there", () => {
    let counted = 0;
    fc.assert(
      fc.property(attempts, fc.boolean(), (all, several) => {
        let committee = weighing({ several });
        for (const { actor, numbers, adds } of all) {
          const placing = { type: "PlaceDots", dots: onIdeas(...numbers), adds, private: true } as const;
          const tried = committee.when(placing, { actor });
          if (tried.result.ok) committee = tried.thenAccepted();
        }
        const placements = [...weightingOf(committee).placed];
        for (const [key, { dots }] of placements) {
          expect(key).toMatch(/^traeger-[1-5]$/);
          expect(sumOfDots(dots)).toBeGreaterThan(0);
          expect(sumOfDots(dots)).toBeLessThanOrEqual(3);
          expect(several || dots.every((one) => one.dots === 1)).toBe(true);
        }
        expect(new Set(placements.map(([key]) => key)).size).toBe(placements.length);
        const { result } = weightingOf(committee.when({ type: "CloseWeighting" }).thenAccepted());
        const used = placements.reduce((sum, [, { dots }]) => sum + sumOfDots(dots), 0);
        expect(sumOfDots(result?.counts ?? [])).toBe(used);
        expect(result?.voters).toBe(placements.length);
        expect(result?.counts.map(({ target }) => target.number).toSorted()).toEqual([1, 2, 3, 4, 5]);
        counted += used;
      }),
      { numRuns: 60 },
    );
    expect(counted).toBeGreaterThan(50);
  });

  it("the ranking has each target with dots once, places without gaps, and equal dots on the same place", () => {
    const target = { over: "ideas", targets: Array.from({ length: 8 }, (_, n) => n + 1) } as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 40 }), (numbers) => {
        const counts = dotCounts(
          target,
          numbers.map((number) => onIdeas(number)),
        );
        const places = dotPlaces(counts);
        expect(places.flatMap((place) => place.counts.map((one) => one.target.number)).toSorted()).toEqual(
          [...new Set(numbers)].toSorted(),
        );
        let next = 1;
        let before = Number.POSITIVE_INFINITY;
        for (const { from, to, counts: same } of places) {
          expect(from).toBe(next);
          expect(to - from + 1).toBe(same.length);
          expect(new Set(same.map(({ dots }) => dots)).size).toBe(1);
          expect(same[0]?.dots).toBeLessThan(before);
          before = same[0]?.dots ?? 0;
          next = to + 1;
        }
      }),
    );
  });
});

describe("the ranking", () => {
  it("shows a tie as one", () => {
    const counts = dotCounts({ over: "groups", targets: [1, 2, 3, 4] }, [
      [
        { target: { kind: "group", number: 2 }, dots: 3 },
        { target: { kind: "group", number: 4 }, dots: 1 },
        { target: { kind: "group", number: 1 }, dots: 1 },
      ],
    ]);
    expect(
      dotPlaces(counts).map(({ from, to, counts: same }) => [from, to, same.map(({ target }) => target.number)]),
    ).toEqual([
      [1, 1, [2]],
      [2, 3, [1, 4]],
    ]);
    expect(dotPlaces([])).toEqual([]);
  });
});
