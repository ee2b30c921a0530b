import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideOnConflict } from "../../../src/core/rules/conflict-decision.ts";
import { conflictOfInterest } from "../../../src/core/rules/conflict-of-interest.ts";
import { excludedVote } from "../../../src/core/rules/excluded-vote.ts";
import { excludedStillHere, leavingTheRoom } from "../../../src/core/rules/leaving-the-room.ts";
import { rulesWith } from "../../support/rules.ts";

describe("who is excluded", () => {
  it.each([
    [{ relation: "executive", itemKind: "decision" }, true, "party"],
    [{ relation: "executive", itemKind: "decision", benefit: "direct" }, true, "directInterest"],
    [{ relation: "executive", itemKind: "planning" }, false, "generalPlanning"],
    [{ relation: "relative", itemKind: "decision" }, true, "party"],
    [{ relation: "paid", itemKind: "decision" }, true, "party"],
    [{ relation: "groupMember", itemKind: "decision" }, false, "groupOnly"],
    [{ relation: "own", itemKind: "decision", benefit: "group" }, false, "groupOnly"],
    [{ relation: "none", itemKind: "decision" }, false, "noRelation"],
    [{ relation: "own", itemKind: "election", benefit: "direct" }, false, "election"],
  ] as const)("by the profile, %j: %s, %s", (facts, isExcluded, reason) => {
    expect(conflictOfInterest(rulesWith(), facts)).toMatchObject({ isExcluded, reason });
  });

  it("is only the party to a contract or lawsuit where the rules are as narrow as § 34 BGB", () => {
    const rules = rulesWith({ "bias.scope": "legalTransaction" });
    const of = (facts: Parameters<typeof conflictOfInterest>[1]) => conflictOfInterest(rules, facts).isExcluded;
    expect(of({ relation: "own", itemKind: "decision", benefit: "direct" })).toBe(false);
    expect(of({ relation: "own", itemKind: "legalTransaction" })).toBe(true);
    expect(of({ relation: "own", itemKind: "lawsuit" })).toBe(true);
    expect(of({ relation: "none", itemKind: "legalTransaction" })).toBe(false);
  });

  it("is nobody where the rules know no Befangenheit", () => {
    const rules = rulesWith({ "bias.enabled": false });
    expect(conflictOfInterest(rules, { relation: "own", itemKind: "decision", benefit: "direct" })).toMatchObject({
      isExcluded: false,
      reason: "noSuchRule",
      citation: { setting: "bias.enabled" },
    });
  });
});

describe("the decision on it", () => {
  it("is the body's without the seat concerned", () => {
    expect(decideOnConflict(rulesWith(), { votingSeats: 17, affected: 1, yes: 9, no: 7 })).toMatchObject({
      eligible: 16,
      result: "excluded",
    });
    expect(decideOnConflict(rulesWith(), { votingSeats: 17, affected: 1, yes: 8, no: 8 }).result).toBe("notExcluded");
  });

  it("is the person's own where the rules leave it there", () => {
    const rules = rulesWith({ "bias.decidedBy": "self" });
    const input = { votingSeats: 17, affected: 1, yes: 16, no: 0 };
    expect(decideOnConflict(rules, input).result).toBe("notExcluded");
    expect(decideOnConflict(rules, { ...input, isDeclared: true }).result).toBe("excluded");
  });

  it("excludes nobody when everybody is concerned", () => {
    expect(decideOnConflict(rulesWith(), { votingSeats: 3, affected: 3, yes: 0, no: 0 })).toMatchObject({
      eligible: 0,
      result: "notExcluded",
    });
  });
});

describe("a vote of somebody excluded", () => {
  const tally = (yes: number, no: number) => ({ yes, no, abstain: 0, invalid: 0, present: yes + no, members: 17 });

  it("makes the resolution void if it could have decided", () => {
    expect(excludedVote(rulesWith(), tally(9, 8), ["yes"])).toMatchObject({
      without: { tally: { yes: 8, no: 8 }, outcome: "rejected" },
      isDecisive: true,
      resolution: "void",
    });
  });

  it("leaves it standing otherwise, unless the rules are strict", () => {
    expect(excludedVote(rulesWith(), tally(12, 4), ["yes"])).toMatchObject({ isDecisive: false, resolution: "stands" });
    const strict = rulesWith({ "bias.invalidIfDecisive": false });
    expect(excludedVote(strict, tally(12, 4), ["yes"]).resolution).toBe("void");
  });

  it("never stands where the outcome differs without it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.boolean(),
        (yes, no, lenient) => {
          const ruling = excludedVote(rulesWith({ "bias.invalidIfDecisive": lenient }), tally(yes, no), ["yes"]);
          if (ruling.with.outcome !== ruling.without.outcome) expect(ruling.resolution).toBe("void");
        },
      ),
    );
  });
});

describe("leaving the room", () => {
  const item = { debate: { from: "10:10", to: "10:35" }, vote: "10:37" };

  it("covers debate and vote", () => {
    expect(leavingTheRoom(rulesWith(), { absences: [{ from: "10:10", until: "10:40" }], ...item }).ok).toBe(true);
    expect(leavingTheRoom(rulesWith(), { absences: [{ from: "10:10", until: "10:36" }], ...item })).toMatchObject({
      ok: false,
      presentAt: ["vote"],
    });
    expect(leavingTheRoom(rulesWith(), { absences: [{ from: "10:20" }], ...item }).presentAt).toEqual(["debate"]);
  });

  it("is asked of nobody where the rules do not want it", () => {
    expect(leavingTheRoom(rulesWith({ "bias.mustLeave": false }), { absences: [], ...item }).ok).toBe(true);
  });

  it("names those excluded who are still in the room or the channel", () => {
    expect(excludedStillHere(rulesWith(), ["X"], ["X", "A", "B"]).stillHere).toEqual(["X"]);
    expect(excludedStillHere(rulesWith(), ["X"], ["A", "B"]).stillHere).toEqual([]);
    expect(excludedStillHere(rulesWith({ "bias.mustLeave": false }), ["X"], ["X"]).stillHere).toEqual([]);
  });
});
