import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternativeVote, runoffOfTwo } from "../../../src/core/rules/alternatives.ts";
import { amendedMotion, amendmentPurpose, takeOver, withdrawal } from "../../../src/core/rules/amendments.ts";
import { division, enBlocVote } from "../../../src/core/rules/joint-vote.ts";
import { unannouncedItem, urgentAdmission } from "../../../src/core/rules/late-item.ts";
import { majority } from "../../../src/core/rules/majority.ts";
import { mergeRules } from "../../../src/core/rules/merge-rules.ts";
import { motionOrder, settledByAcceptance } from "../../../src/core/rules/motion-order.ts";
import { profileAg78Standard } from "../../../src/core/rules/profile-ag78-standard.ts";
import type { RulesOverrides } from "../../../src/core/rules/rules.ts";
import { rulesChange } from "../../../src/core/rules/rules-change.ts";

const standard = profileAg78Standard.rules;
const go = <T>(value: T) => ({ value, origin: "go", paragraph: "§ 7" }) as const;
const withRules = (overrides: RulesOverrides) => mergeRules(profileAg78Standard, overrides);

describe("the order of motions", () => {
  it("puts amendments before the main motion and the farthest first", () => {
    const amendments = [{ id: "a", reach: 3 }, { id: "b", reach: 10 }, { id: "c" }, { id: "d", reach: 5 }];
    expect(motionOrder(standard, { amendments, main: "M" }).order).toEqual(["b", "d", "a", "c", "M"]);
  });

  it("falls back to the order of submission where the reach is equal or unknown, and names those it is open for", () => {
    const ruling = motionOrder(standard, {
      amendments: [
        { id: "a", reach: null, at: "09:10" },
        { id: "b", reach: null, at: "09:05" },
      ],
    });
    expect(ruling).toMatchObject({ order: ["b", "a"], undetermined: [["b", "a"]], undeterminedBy: "submissionOrder" });
    expect(ruling.alsoFrom.map((one) => one.setting)).toEqual(["motionOrder.fallback"]);
  });

  it("holds every motion once, whatever the reaches", () => {
    const amendments = fc.uniqueArray(
      fc.record({ id: fc.string(), reach: fc.option(fc.nat(20)) }, { requiredKeys: ["id"] }),
      { selector: (one) => one.id },
    );
    fc.assert(
      fc.property(amendments, (all) => {
        const { order } = motionOrder(standard, { amendments: all });
        expect([...order].sort()).toEqual(all.map((one) => one.id).sort());
        const reaches = order.map((id) => all.find((one) => one.id === id)?.reach ?? -1);
        expect(reaches).toEqual([...reaches].sort((a, b) => b - a));
      }),
    );
  });

  it("settles the rest without a vote once one is accepted, and else says what comes next", () => {
    const competing = [
      { id: "a", reach: 3 },
      { id: "b", reach: 10 },
      { id: "c", reach: 5 },
    ];
    expect(settledByAcceptance(standard, { competing, results: { b: "rejected", c: "accepted" } })).toMatchObject({
      order: ["b", "c"],
      adopted: "c",
      settledWithoutVote: ["a"],
    });
    expect(settledByAcceptance(standard, { competing, results: { b: "rejected" } })).toMatchObject({
      order: ["b"],
      next: "c",
      settledWithoutVote: [],
    });
  });
});

describe("alternatives", () => {
  const preference = [
    { id: "A", votes: 8 },
    { id: "B", votes: 6 },
    { id: "C", votes: 3 },
  ];

  it("are voted on by preference until one is carried", () => {
    const votes = { A: { yes: 8, no: 9 }, B: { yes: 9, no: 8 } };
    expect(alternativeVote(standard, { preference, votes })).toMatchObject({
      order: ["A", "B"],
      adopted: "B",
      notVoted: ["C"],
    });
  });

  it("leave nothing adopted where all of them fail", () => {
    const no = { yes: 1, no: 2 };
    const ruling = alternativeVote(standard, { preference, votes: { A: no, B: no, C: no } });
    expect(ruling).toMatchObject({ order: ["A", "B", "C"], notVoted: [] });
    expect(ruling.adopted).toBeUndefined();
  });

  it("go into a run-off of the best two unless one has more than half", () => {
    expect(runoffOfTwo(standard, { preference })).toMatchObject({ runoff: ["A", "B"], reason: "runoffNeeded" });
    expect(runoffOfTwo(standard, { preference, runoff: { A: 8, B: 9 } })).toMatchObject({
      adopted: "B",
      notVoted: ["C"],
    });
    expect(runoffOfTwo(standard, { preference: [{ id: "A", votes: 9 }, ...preference.slice(1, 2)] })).toMatchObject({
      adopted: "A",
      reason: "majority",
    });
  });

  it("are both denied by a tie in the run-off; without votes nothing is chosen", () => {
    const tied = runoffOfTwo(standard, { preference, runoff: { A: 8, B: 8 } });
    expect(tied).toMatchObject({ reason: "tie" });
    expect(tied.adopted).toBeUndefined();
    expect(runoffOfTwo(standard, { preference: [] })).toMatchObject({ reason: "noVotes", runoff: [] });
  });
});

describe("amendments", () => {
  it("change the main motion where they are accepted or taken over", () => {
    const amended = (result: "accepted" | "takenOver" | "rejected") =>
      amendedMotion(standard, { wording: "5 Plätze", amendments: [{ id: "Ä1", wording: "6 Plätze", result }] });
    expect(amended("accepted")).toMatchObject({ wording: "6 Plätze", changed: true });
    expect(amended("takenOver")).toMatchObject({ wording: "6 Plätze", changed: true });
    expect(amended("rejected")).toMatchObject({ wording: "5 Plätze", changed: false });
  });

  it("need no vote when the mover takes them over, unless the rules say so", () => {
    expect(takeOver(standard, { adoptedByMover: true }).voteOnAmendment).toBe(false);
    const strict = withRules({ motionOrder: { takeOverByMover: go(false) } });
    expect(takeOver(strict, { adoptedByMover: true }).voteOnAmendment).toBe(true);
  });

  it("need the larger majority for an essential change: 12 of 17 present carry, 11 do not", () => {
    const strict = withRules({ motionOrder: { essentialChange: go({ num: 2, den: 3, basis: "present" }) } });
    const outcome = (yes: number) =>
      majority(
        strict,
        { yes, no: 17 - yes, abstain: 0, invalid: 0, present: 17, members: 24 },
        amendmentPurpose(strict, { isEssential: true }),
      ).outcome;
    expect([outcome(11), outcome(12)]).toEqual(["rejected", "carried"]);
    expect(amendmentPurpose(standard, { isEssential: true })).toBe("motion");
    expect(amendmentPurpose(strict, { isEssential: false })).toBe("motion");
  });

  it("can be withdrawn by who moved them until the vote begins", () => {
    expect(withdrawal({ byMover: true, status: "open" }).isAllowed).toBe(true);
    expect(withdrawal({ byMover: true, status: "underVote" })).toMatchObject({ isAllowed: false, reason: "underVote" });
    expect(withdrawal({ byMover: false, status: "open" })).toMatchObject({ isAllowed: false, reason: "notTheMover" });
  });
});

describe("joint votes and division", () => {
  it("take motions together only if they do not compete and nobody objects", () => {
    const reason = (isCompeting: boolean, objections: number, rules = standard) =>
      enBlocVote(rules, { motions: 3, isCompeting, objections }).reason;
    expect(reason(false, 0)).toBeUndefined();
    expect(reason(true, 0)).toBe("competing");
    expect(reason(false, 1)).toBe("objection");
    expect(reason(false, 0, withRules({ motionOrder: { enBloc: go("never") } }))).toBe("never");
    expect(enBlocVote(standard, { motions: 1, isCompeting: false, objections: 0 }).reason).toBe("tooFew");
  });

  it.each([
    ["mover", "mover", "granted"],
    ["mover", "member", "refused"],
    ["anyMember", "member", "granted"],
    ["vote", "mover", "vote"],
    ["never", "mover", "refused"],
  ] as const)("divide the question by the setting %s, asked by a %s: %s", (setting, demandedBy, outcome) => {
    const rules = withRules({ motionOrder: { division: go(setting) } });
    expect(division(rules, { demandedBy }).outcome).toBe(outcome);
  });
});

describe("late items and changes of the rules", () => {
  it("admit an urgent item with two thirds of those present: 12 of 17, not 11", () => {
    expect(urgentAdmission(standard, { present: 17, yes: 11 })).toMatchObject({ admitted: false, votesNeeded: 12 });
    expect(urgentAdmission(standard, { present: 17, yes: 12 })).toMatchObject({ admitted: true, votesNeeded: 12 });
    expect(urgentAdmission(standard, { present: 0, yes: 0 }).admitted).toBe(false);
  });

  it("admit it unless so many object, where the rules say so", () => {
    const rules = withRules({ agenda: { urgentAdmission: go({ kind: "noObjection", n: 5 }) } });
    expect(urgentAdmission(rules, { present: 17, objections: 4 })).toMatchObject({
      admitted: true,
      objectionsNeeded: 5,
    });
    expect(urgentAdmission(rules, { present: 17, objections: 5 }).admitted).toBe(false);
  });

  it("decide nothing on what was not announced, but let it be debated, unless it is refused altogether", () => {
    const late = { announced: false };
    expect(unannouncedItem(standard, late)).toMatchObject({ voteAllowed: false, debateAllowed: true });
    const refuse = withRules({ agenda: { unannounced: go("refuse") } });
    expect(unannouncedItem(refuse, late)).toMatchObject({ voteAllowed: false, debateAllowed: false });
    expect(unannouncedItem(refuse, { ...late, admittedAsUrgent: true }).voteAllowed).toBe(true);
  });

  it("change the rules only if announced and not by Umlauf, and say what it waits for", () => {
    expect(rulesChange(standard, { announced: false }).reason).toBe("notAnnounced");
    expect(rulesChange(standard, { announced: true, byUmlauf: true }).reason).toBe("umlauf");
    expect(rulesChange(standard, { announced: true })).toMatchObject({ voteAllowed: true, conditions: [] });
    const bound = withRules({ goChange: { consentOf: go("Ministerium"), adoptedBy: go("jha") } });
    expect(rulesChange(bound, { announced: true }).conditions).toEqual([
      { kind: "consent", of: "Ministerium" },
      { kind: "adoption", by: "jha" },
    ]);
  });

  it.each([
    [6, 3, "carried"],
    [5, 3, "rejected"],
    [0, 0, "rejected"],
  ])("carry a change of the rules with two thirds of the votes cast: %i to %i is %s", (yes, no, outcome) => {
    const tally = { yes, no, abstain: 1, invalid: 0, present: 10, members: 12 };
    expect(majority(standard, tally, "goChange").outcome).toBe(outcome);
  });
});
