import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { majority, type Tally } from "../../../src/core/rules/majority.ts";
import { outcomeIsSettled } from "../../../src/core/rules/outcome-is-settled.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { rulesWith } from "../../support/rules.ts";
import { type NaiveMajority, type NaiveVote, naivelyCarried } from "./naive-rules.ts";

const bases = ["cast", "castInclAbstain", "present", "members"] as const;
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.boolean())
  .map(([a, b, strict]) => ({ num: Math.min(a, b), den: Math.max(a, b), strict: strict && a !== b }));

const rule: fc.Arbitrary<NaiveMajority> = fc.record({
  kind: fc.oneof(fc.constant("simple" as const), fc.constant("unanimity" as const), fraction),
  basis: fc.constantFrom(...bases),
  abstain: fc.constantFrom("ignore", "asNo", "leavesBase"),
  invalid: fc.constantFrom("ignore", "asNo"),
});
const votes = fc.array(fc.constantFrom<NaiveVote>("yes", "no", "abstain", "invalid", "silent"), { maxLength: 25 });

const rulesOf = ({ kind, basis, abstain, invalid }: NaiveMajority): Rules =>
  rulesWith({
    "majority.kind": typeof kind === "string" ? kind : "fraction",
    ...(typeof kind === "string" ? {} : { "majority.threshold": kind }),
    "majority.basis": basis,
    "majority.abstain": abstain,
    "majority.invalid": invalid,
  });

const count = (cast: readonly NaiveVote[], absent: number): Tally => {
  const of = (kind: NaiveVote) => cast.filter((vote) => vote === kind).length;
  const tally = { yes: of("yes"), no: of("no"), abstain: of("abstain"), invalid: of("invalid") };
  return { ...tally, present: cast.length, members: cast.length + absent };
};

const isCarried = (rules: Rules, tally: Tally) => majority(rules, tally).outcome === "carried";

describe("majority", () => {
  it("agrees with a naive count of the seats one by one", () => {
    fc.assert(
      fc.property(rule, votes, fc.nat(10), (given, cast, absent) => {
        expect(isCarried(rulesOf(given), count(cast, absent))).toBe(naivelyCarried(given, cast, absent));
      }),
      { numRuns: 3000 },
    );
  });

  it("never turns carried into rejected when somebody votes Ja instead of anything else", () => {
    fc.assert(
      fc.property(rule, votes, fc.nat(10), fc.nat(24), (given, cast, absent, index) => {
        fc.pre(index < cast.length && isCarried(rulesOf(given), count(cast, absent)));
        expect(isCarried(rulesOf(given), count(cast.with(index, "yes"), absent))).toBe(true);
      }),
    );
  });

  it("never turns rejected into carried when somebody votes Nein instead of anything else", () => {
    fc.assert(
      fc.property(rule, votes, fc.nat(10), fc.nat(24), (given, cast, absent, index) => {
        fc.pre(
          index < cast.length && given.abstain !== "leavesBase" && !isCarried(rulesOf(given), count(cast, absent)),
        );
        expect(isCarried(rulesOf(given), count(cast.with(index, "no"), absent))).toBe(false);
      }),
    );
  });

  it("says truly what would have turned it, and not one vote too many", () => {
    fc.assert(
      fc.property(rule, votes, fc.nat(10), (given, cast, absent) => {
        fc.pre(given.abstain !== "leavesBase");
        const rules = rulesOf(given);
        const tally = count(cast, absent);
        const { outcome, wouldTurn } = majority(rules, tally);
        if (wouldTurn === undefined) return expect.fail("both outcomes can be turned here");
        // Seats enough for the votes that are added: the base of seats is not what is tested.
        const changed = (by: number): Tally => {
          if (wouldTurn.kind === "moreYes") return { ...tally, yes: tally.yes + by };
          if (wouldTurn.kind === "moreNo") return { ...tally, no: tally.no + by };
          if (wouldTurn.kind === "fewerYes") return { ...tally, yes: tally.yes - by };
          return { ...tally, no: tally.no - by };
        };
        if (wouldTurn.kind === "fewerNo" && wouldTurn.votes > tally.no) return;
        if (wouldTurn.kind === "fewerNo" && tally.yes === 0) return;
        expect(isCarried(rules, changed(wouldTurn.votes))).toBe(outcome !== "carried");
        expect(isCarried(rules, changed(wouldTurn.votes - 1))).toBe(outcome === "carried");
      }),
      { numRuns: 2000 },
    );
  });

  it("needs exactly the votes it says it needs", () => {
    fc.assert(
      fc.property(rule, votes, fc.nat(10), (given, cast, absent) => {
        const ruling = majority(rulesOf(given), count(cast, absent));
        expect(ruling.outcome === "carried").toBe(ruling.tally.yes >= ruling.votesNeeded);
      }),
    );
  });

  it("defines zero votes, zero seats and only abstentions: rejected, since nobody said Ja", () => {
    for (const basis of bases) {
      for (const kind of ["simple", "unanimity", { num: 2, den: 3, strict: false }] as const) {
        const rules = rulesOf({ kind, basis, abstain: "ignore", invalid: "ignore" });
        const none = { yes: 0, no: 0, invalid: 0 };
        expect(majority(rules, { ...none, abstain: 0, present: 0, members: 0 })).toMatchObject({
          outcome: "rejected",
          reason: "noVotes",
          wouldTurn: { kind: "moreYes", votes: 1 },
        });
        const abstained = majority(rules, { ...none, abstain: 17, present: 17, members: 17 });
        expect([abstained.outcome, abstained.reason]).toEqual(["rejected", "noVotes"]);
      }
    }
  });

  it("stays exact with the largest counts and refuses what is no count", () => {
    const large = { yes: 666_667, no: 333_333, abstain: 0, invalid: 0, present: 1_000_000, members: 1_000_000 };
    const rules = rulesWith({
      "majority.kind": "fraction",
      "majority.threshold": { num: 666, den: 999, strict: true },
    });
    expect(majority(rules, large).outcome).toBe("carried");
    expect(majority(rules, { ...large, yes: 666_666, no: 333_333 }).outcome).toBe("rejected");
    for (const yes of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => majority(rules, { ...large, yes })).toThrow(RangeError);
    }
  });
});

describe("tie", () => {
  const tie = { yes: 8, no: 8, abstain: 1, invalid: 0, present: 17, members: 17 };
  const rule = (value: string) => rulesWith({ "majority.tie": value });

  it.each([
    ["rejected", {}, "rejected"],
    ["repeatOnce", {}, "repeat"],
    ["repeatOnce", { round: 2 }, "rejected"],
    ["chairCasting", {}, "chairDecides"],
    ["chairCasting", { chair: { votingRight: true } }, "chairDecides"],
    ["chairCasting", { chair: { votingRight: true, vote: "yes" } }, "carried"],
    ["chairCasting", { chair: { votingRight: true, vote: "no" } }, "rejected"],
    ["chairCasting", { chair: { votingRight: true, vote: "abstain" } }, "rejected"],
    ["chairCasting", { chair: { votingRight: false, vote: "yes" } }, "rejected"],
    ["chairDoubleOnRepeat", { chair: { votingRight: true, vote: "yes" } }, "repeat"],
    ["chairDoubleOnRepeat", { round: 2, chair: { votingRight: true, vote: "yes" } }, "carried"],
  ] as const)("under %s with %j: %s", (setting, context, outcome) => {
    const ruling = majority(rule(setting), tie, "motion", context);
    expect([ruling.outcome, ruling.reason]).toEqual([outcome, "tie"]);
    expect(ruling.alsoFrom).toContainEqual({ setting: "majority.tie", origin: "go" });
  });

  it("is no tie where a share of the seats is asked for", () => {
    const rules = rulesWith({ "majority.basis": "present", "majority.tie": "chairCasting" });
    expect(majority(rules, { ...tie, abstain: 0, present: 16 })).toMatchObject({
      outcome: "rejected",
      reason: "majorityMissed",
    });
  });
});

describe("turnout", () => {
  const tally = { yes: 5, no: 3, abstain: 9, invalid: 0, present: 17, members: 17 };

  it("has no result below the minimum participation", () => {
    const rules = rulesWith({ "majority.minParticipation": "moreThanHalfPresent" });
    expect(majority(rules, tally)).toMatchObject({ outcome: "noResult", reason: "participation" });
  });

  it("draws each of these lines exactly: half is not more than half, and equal does not outweigh", () => {
    const half = { ...tally, yes: 5, no: 3, abstain: 8, present: 16, members: 16 };
    const participation = rulesWith({ "majority.minParticipation": "moreThanHalfPresent" });
    expect(majority(participation, half).outcome).toBe("noResult");
    expect(majority(participation, { ...half, present: 15 }).outcome).toBe("carried");
    const repeat = rulesWith({ "majority.abstainMajority": "repeatOnceThenReject" });
    expect(majority(repeat, half).outcome).toBe("carried");
    const reopen = rulesWith({ "majority.abstainMajority": "reopenOnMotion" });
    const moved = { isReopeningMoved: true };
    expect(majority(reopen, { ...half, abstain: 5 }, "motion", moved).outcome).toBe("carried");
    expect(majority(reopen, { ...half, abstain: 6 }, "motion", moved).outcome).toBe("reopenDebate");
  });

  it("repeats once when the abstentions outweigh, then rejects", () => {
    const rules = rulesWith({ "majority.abstainMajority": "repeatOnceThenReject" });
    expect(majority(rules, tally).outcome).toBe("repeat");
    expect(majority(rules, tally, "motion", { round: 2 }).outcome).toBe("rejected");
  });

  it("reopens the debate on motion only", () => {
    const rules = rulesWith({ "majority.abstainMajority": "reopenOnMotion" });
    expect(majority(rules, tally).outcome).toBe("carried");
    expect(majority(rules, tally, "motion", { isReopeningMoved: true }).outcome).toBe("reopenDebate");
  });
});

describe("purposes", () => {
  const tally = { yes: 11, no: 5, abstain: 1, invalid: 0, present: 17, members: 20 };

  it.each([
    ["motion", "carried", "majority.basis", 9],
    ["goChange", "carried", "goChange.threshold", 11],
    ["goDeviation", "rejected", "goDeviation", 12],
    ["urgentItem", "rejected", "agenda.urgentThreshold", 12],
    ["procedural", "carried", "goAntrag.majority", 9],
  ] as const)("%s by the profile: %s, citing %s, %i needed", (purpose, outcome, setting, votesNeeded) => {
    const ruling = majority(rulesWith(), tally, purpose);
    expect(ruling).toMatchObject({ outcome, votesNeeded, citation: { setting, origin: "default" } });
  });

  it("cites the paragraph of the GO and every further setting that had a part", () => {
    const ruling = majority(rulesWith({ "majority.basis": "cast", "majority.abstain": "asNo" }, "§ 6 Abs. 2"), tally);
    expect(ruling.citation).toEqual({ setting: "majority.basis", origin: "go", paragraph: "§ 6 Abs. 2" });
    expect(ruling.alsoFrom).toEqual([{ setting: "majority.abstain", origin: "go", paragraph: "§ 6 Abs. 2" }]);
    expect(majority(rulesWith(), { ...tally, abstain: 0 }).alsoFrom).toEqual([]);
  });
});

describe("outcomeIsSettled", () => {
  const setting = fc.record({
    given: rule,
    tie: fc.constantFrom("rejected", "chairCasting", "chairDoubleOnRepeat", "repeatOnce"),
    participation: fc.constantFrom("none", "moreThanHalfPresent"),
    abstainMajority: fc.constantFrom("none", "repeatOnceThenReject", "reopenOnMotion"),
    context: fc.record({ round: fc.constantFrom(1, 2), isReopeningMoved: fc.boolean() }),
  });

  /** Every way in which the remaining seats can vote, one after the other. */
  function completions(tally: Tally, remaining: number): Tally[] {
    const result: Tally[] = [];
    for (let yes = 0; yes <= remaining; yes++) {
      for (let no = 0; yes + no <= remaining; no++) {
        for (let abstain = 0; yes + no + abstain <= remaining; abstain++) {
          for (let invalid = 0; yes + no + abstain + invalid <= remaining; invalid++) {
            result.push({
              ...tally,
              yes: tally.yes + yes,
              no: tally.no + no,
              abstain: tally.abstain + abstain,
              invalid: tally.invalid + invalid,
            });
          }
        }
      }
    }
    return result;
  }

  it("says what trying out all remaining votes says", () => {
    fc.assert(
      fc.property(setting, votes, fc.nat(5), fc.nat(6), (options, cast, absent, remaining) => {
        const rules = rulesWith({
          ...Object.fromEntries(
            Object.entries(rulesOf(options.given).majority).map(([key, { value }]) => [`majority.${key}`, value]),
          ),
          "majority.tie": options.tie,
          "majority.minParticipation": options.participation,
          "majority.abstainMajority": options.abstainMajority,
        });
        const soFar = { ...count(cast, absent), present: cast.length + remaining };
        const tally = { ...soFar, members: soFar.present + absent };
        const outcomes = completions(tally, remaining).map(
          (complete) => majority(rules, complete, "motion", options.context).outcome,
        );
        const isLost = (outcome: string) => outcome === "rejected" || outcome === "noResult";
        let expected = "open";
        if (outcomes.every((outcome) => outcome === "carried")) expected = "carried";
        else if (outcomes.every(isLost)) expected = "notCarried";
        expect(outcomeIsSettled(rules, tally, remaining, "motion", options.context)).toBe(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it("is settled as soon as the rest cannot catch up, and not one vote earlier", () => {
    const soFar = { no: 3, abstain: 0, invalid: 0, present: 17, members: 17 };
    expect(outcomeIsSettled(rulesWith(), { ...soFar, yes: 9 }, 5)).toBe("carried");
    expect(outcomeIsSettled(rulesWith(), { ...soFar, yes: 8 }, 6)).toBe("open");
    expect(outcomeIsSettled(rulesWith(), { ...soFar, yes: 0 }, 3)).toBe("notCarried");
  });
});
