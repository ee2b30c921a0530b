import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quorum } from "../../../src/core/rules/quorum.ts";
import { quorumInMeeting } from "../../../src/core/rules/quorum-in-meeting.ts";
import { quorumOfRepeatMeeting } from "../../../src/core/rules/quorum-repeat.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { rulesWith } from "../../support/rules.ts";
import { type NaiveQuorum, type NaiveSeat, naivelyQuorate } from "./naive-rules.ts";

const rule: fc.Arbitrary<NaiveQuorum> = fc.record({
  kind: fc.oneof(
    fc.constantFrom("moreThanHalf" as const, "atLeastHalf" as const, "fixed" as const, "none" as const),
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
      .map(([a, b]) => ({ num: Math.min(a, b), den: Math.max(a, b) })),
  ),
  fixed: fc.integer({ min: 1, max: 20 }),
  min: fc.nat(5),
  excludedReduceBase: fc.boolean(),
  remoteCounts: fc.boolean(),
});

const seat: fc.Arbitrary<NaiveSeat> = fc
  .record({ isPresent: fc.boolean(), isRemote: fc.boolean(), isRecused: fc.boolean() })
  .map(({ isPresent, isRemote, isRecused }) => ({ isPresent, isRemote: isRemote && !isPresent, isRecused }));

const rulesOf = ({ kind, fixed, min, excludedReduceBase, remoteCounts }: NaiveQuorum): Rules =>
  rulesWith({
    "quorum.kind": typeof kind === "string" ? kind : "fraction",
    ...(typeof kind === "string" ? {} : { "quorum.fraction": kind }),
    "quorum.fixed": fixed,
    "quorum.min": min,
    "quorum.excludedReduceBase": excludedReduceBase,
    "quorum.remoteCounts": remoteCounts,
  });

const inputOf = (seats: readonly NaiveSeat[]) => ({
  votingSeats: seats.length,
  presentVoting: seats.filter((entry) => entry.isPresent && !entry.isRecused).length,
  remote: seats.filter((entry) => entry.isRemote && !entry.isRecused).length,
  recused: seats.filter((entry) => entry.isRecused).length,
});

const standard = rulesWith();

describe("quorum", () => {
  it("agrees with a naive count of the seats one by one", () => {
    fc.assert(
      fc.property(rule, fc.array(seat, { maxLength: 25 }), (given, seats) => {
        expect(quorum(rulesOf(given), inputOf(seats)).quorate).toBe(naivelyQuorate(given, seats));
      }),
      { numRuns: 3000 },
    );
  });

  it("is not lost when one more seat arrives", () => {
    fc.assert(
      fc.property(rule, fc.array(seat, { minLength: 1, maxLength: 25 }), fc.nat(24), (given, seats, index) => {
        const one = seats[index % seats.length];
        fc.pre(one !== undefined && quorum(rulesOf(given), inputOf(seats)).quorate);
        const more = seats.with(index % seats.length, {
          isRecused: one?.isRecused ?? false,
          isPresent: true,
          isRemote: false,
        });
        expect(quorum(rulesOf(given), inputOf(more)).quorate).toBe(true);
      }),
    );
  });

  it("says truly how many are missing and how many may leave", () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 60 }), fc.nat(60), (given, votingSeats, presentVoting) => {
        const rules = rulesOf(given);
        const ruling = quorum(rules, { votingSeats, presentVoting });
        const isQuorateWith = (seats: number) => quorum(rules, { votingSeats, presentVoting: seats }).quorate;
        if (!ruling.quorate) {
          expect(isQuorateWith(presentVoting + ruling.missing)).toBe(true);
          expect(isQuorateWith(presentVoting + ruling.missing - 1)).toBe(false);
        } else {
          expect(isQuorateWith(presentVoting - ruling.toSpare)).toBe(true);
          if (presentVoting > ruling.toSpare) expect(isQuorateWith(presentVoting - ruling.toSpare - 1)).toBe(false);
        }
      }),
    );
  });

  it("is never satisfied by seats that are recused, or remote where remote does not count", () => {
    const rules = rulesWith({ "quorum.remoteCounts": false, "quorum.excludedReduceBase": false });
    expect(quorum(rules, { votingSeats: 17, presentVoting: 8, remote: 9, recused: 9 })).toMatchObject({
      quorate: false,
      present: 8,
      needed: 9,
    });
  });

  it.each([
    ["no seats at all", { votingSeats: 0, presentVoting: 0 }, "noSeats"],
    ["everyone recused", { votingSeats: 17, presentVoting: 0, recused: 17 }, "everyoneRecused"],
    ["nobody present", { votingSeats: 17, presentVoting: 0 }, "tooFew"],
    ["a fault of the call", { votingSeats: 17, presentVoting: 17, callDefect: { cured: false } }, "callDefect"],
  ] as const)("is not there with %s, and says so", (_, input, reason) => {
    expect(quorum(standard, input)).toMatchObject({ quorate: false, reason });
  });

  it("does not add the minimum of the profile where the GO asks for nobody or names a number", () => {
    expect(quorum(rulesWith({ "quorum.kind": "none" }), { votingSeats: 17, presentVoting: 1 }).quorate).toBe(true);
    const two = rulesWith({ "quorum.kind": "fixed", "quorum.fixed": 2 });
    expect(quorum(two, { votingSeats: 17, presentVoting: 2 }).quorate).toBe(true);
  });

  it("gives the relief for many recused seats only above half of all seats", () => {
    const rules = rulesWith({ "quorum.massExclusionFraction": { num: 1, den: 4 } });
    expect(quorum(rules, { votingSeats: 16, presentVoting: 4, recused: 9 })).toMatchObject({
      quorate: true,
      needed: 4,
    });
    expect(quorum(rules, { votingSeats: 16, presentVoting: 4, recused: 8 })).toMatchObject({
      quorate: false,
      needed: 5,
    });
  });

  it("cites the reduction by recused seats and the minimum only where they had a part", () => {
    const settings = (input: Parameters<typeof quorum>[1]) =>
      quorum(standard, input).alsoFrom.map(({ setting }) => setting);
    expect(settings({ votingSeats: 17, presentVoting: 9 })).toEqual([]);
    expect(settings({ votingSeats: 17, presentVoting: 9, recused: 3 })).toEqual(["quorum.excludedReduceBase"]);
    expect(settings({ votingSeats: 3, presentVoting: 2 })).toEqual(["quorum.min"]);
    expect(settings({ votingSeats: 17, presentVoting: 9, remote: 1 })).toEqual(["quorum.remoteCounts"]);
  });
});

describe("quorumInMeeting", () => {
  const meeting = { votingSeats: 17, isEstablished: true, isRequested: false };

  it.each([
    [9, "count", true],
    [8, "presumption", true],
    [6, "presumption", true],
    [5, "exOfficio", false],
  ] as const)("with %i of 17 seats left: %s, %s", (presentVoting, by, quorate) => {
    expect(quorumInMeeting(standard, { ...meeting, presentVoting })).toMatchObject({ by, quorate });
  });

  it("presumes nothing before it was established or after somebody asks", () => {
    expect(quorumInMeeting(standard, { ...meeting, presentVoting: 8, isEstablished: false }).quorate).toBe(false);
    expect(quorumInMeeting(standard, { ...meeting, presentVoting: 8, isRequested: true }).quorate).toBe(false);
  });

  it("presumes nothing where the GO knows no presumption", () => {
    const rules = rulesWith({ "quorum.presumption": false });
    expect(quorumInMeeting(rules, { ...meeting, presentVoting: 8 })).toMatchObject({ quorate: false, by: "count" });
  });
});

describe("quorumOfRepeatMeeting", () => {
  const repeat = { votingSeats: 17, isDeferredItem: true, isNoticeInInvitation: true };

  it("decides the deferred items with one seat, but not with none", () => {
    expect(quorumOfRepeatMeeting(standard, { ...repeat, presentVoting: 1 })).toMatchObject({
      quorate: true,
      needed: 1,
    });
    expect(quorumOfRepeatMeeting(standard, { ...repeat, presentVoting: 0 })).toMatchObject({
      quorate: false,
      reason: "tooFew",
    });
  });

  it("needs the number the GO names for it", () => {
    const rules = rulesWith({
      "quorum.repeat": { enabled: true, noticeRequired: true, sameItemsOnly: true, min: 3 },
    });
    expect(quorumOfRepeatMeeting(rules, { ...repeat, presentVoting: 2 })).toMatchObject({ quorate: false, missing: 1 });
    expect(quorumOfRepeatMeeting(rules, { ...repeat, presentVoting: 3 }).quorate).toBe(true);
  });
});
