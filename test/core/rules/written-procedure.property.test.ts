import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenProgress } from "../../../src/core/rules/written-procedure-progress.ts";
import { writtenResult } from "../../../src/core/rules/written-procedure-result.ts";
import { writtenSeatVote } from "../../../src/core/rules/written-procedure-vote.ts";
import { rulesWith } from "../../support/rules.ts";

describe("whatever the votes", () => {
  const anyRules = fc
    .record({
      "umlauf.majority": fc.constantFrom("cast", "castInclAbstain", "present", "members", "allEntitled", "allConsent"),
      "umlauf.silence": fc.constantFrom("none", "consent"),
      "umlauf.quorum": fc.record({ moreThanHalf: fc.boolean(), min: fc.nat(10) }),
      "umlauf.objection": fc.constantFrom(
        { kind: "any" },
        { kind: "never" },
        { kind: "count", n: 3 },
        { kind: "moreThanFraction", num: 1, den: 4 },
      ),
      "umlauf.earlyClose": fc.boolean(),
      "majority.abstain": fc.constantFrom("ignore", "asNo", "leavesBase"),
      "majority.tie": fc.constantFrom("rejected", "repeatOnce", "chairCasting"),
    })
    .map((settings) => rulesWith(settings));
  const anyCounts = fc
    .record({
      yes: fc.nat(8),
      no: fc.nat(8),
      abstain: fc.nat(8),
      objections: fc.nat(4),
      rest: fc.nat(8),
      recused: fc.nat(3),
    })
    .map(({ rest, ...some }) => ({
      ...some,
      votingSeats: some.yes + some.no + some.abstain + some.objections + some.recused + rest,
    }));

  it("one more Ja in the place of silence never harms", () => {
    fc.assert(
      fc.property(anyRules, anyCounts, (rules, before) => {
        const { silent } = writtenResult(rules, before).counts;
        fc.pre(silent > 0 && writtenResult(rules, before).outcome === "carried");
        expect(writtenResult(rules, { ...before, yes: before.yes + 1 }).outcome).toBe("carried");
      }),
    );
  });

  it("one more objection never saves a procedure", () => {
    fc.assert(
      fc.property(anyRules, anyCounts, (rules, before) => {
        const more = writtenResult(rules, {
          ...before,
          objections: before.objections + 1,
          votingSeats: before.votingSeats,
        });
        if (writtenResult(rules, before).reason === "objections") expect(more.reason).toBe("objections");
        if (more.outcome === "carried") expect(writtenResult(rules, before).outcome).toBe("carried");
      }),
    );
  });

  it("a late vote changes nothing", () => {
    const vote = fc.record({
      by: fc.constantFrom("member", "substitute"),
      vote: fc.constantFrom("yes", "no"),
      inTime: fc.boolean(),
    });
    fc.assert(
      fc.property(anyRules, fc.array(vote, { maxLength: 6 }), (rules, votes) => {
        const inTime = votes.filter((one) => one.inTime);
        const { vote: counting, by } = writtenSeatVote(rules, votes);
        expect({ vote: counting, by }).toEqual(pick(writtenSeatVote(rules, inTime)));
      }),
    );
  });

  it("what is closed early stays what it was, whatever comes", () => {
    fc.assert(
      fc.property(anyRules, anyCounts, fc.nat(8), fc.nat(8), (rules, before, yes, no) => {
        const progress = writtenProgress(rules, before, false);
        const left = progress.ruling.entitled - progress.ruling.participants;
        if (!progress.early) return;
        const more = Math.min(yes, left);
        const against = Math.min(no, left - more);
        const after = writtenResult(rules, { ...before, yes: before.yes + more, no: before.no + against });
        expect(after.outcome).toBe(progress.ruling.outcome);
      }),
    );
  });

  it("a result without enough Ja, or with none at all, says what would have turned it", () => {
    fc.assert(
      fc.property(anyRules, anyCounts, (rules, before) => {
        const { outcome, wouldTurn } = writtenResult(rules, before);
        if (wouldTurn?.kind === "moreYes" && outcome === "rejected") expect(wouldTurn.votes).toBeGreaterThan(0);
        if (wouldTurn !== undefined) expect(wouldTurn.votes).toBeGreaterThan(0);
      }),
    );
  });
});

const pick = ({ vote, by }: ReturnType<typeof writtenSeatVote>) => ({ vote, by });
