import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callDefect, quorum } from "../../../src/core/rules/quorum.ts";
import { quorumCourse } from "../../../src/core/rules/quorum-course.ts";
import { quorumInMeeting } from "../../../src/core/rules/quorum-in-meeting.ts";
import { afterLoss } from "../../../src/core/rules/quorum-loss.ts";
import { quorumOfBallot } from "../../../src/core/rules/quorum-of-ballot.ts";
import { quorumOfRepeatMeeting } from "../../../src/core/rules/quorum-repeat.ts";
import { rulesWith } from "../../support/rules.ts";

describe("quorum over a meeting", () => {
  const rules = rulesWith({ "quorum.kind": "atLeastHalf", "quorum.afterLoss": "deliberateOnly" });

  it("refuses a vote after the loss, lets people speak, and can be established anew (KjG)", () => {
    const steps = quorumCourse(rules, 18, [
      { present: 8, isRequested: true },
      { attempt: "vote" },
      { attempt: "speak" },
      { present: 9, isRequested: true },
      { attempt: "vote" },
    ]);
    expect(steps.map(({ answer }) => answer)).toEqual(["inquorate", "voteRefused", "allowed", "quorate", "allowed"]);
  });

  it("is over with the finding where the rules close the meeting, whatever comes later", () => {
    const closing = rulesWith({ "quorum.kind": "atLeastHalf", "quorum.afterLoss": "closeAndReinvite" });
    const steps = quorumCourse(closing, 18, [
      { present: 8, isRequested: true },
      { attempt: "speak" },
      { present: 18, isRequested: true },
      { attempt: "vote" },
    ]);
    expect(steps.map(({ answer }) => answer)).toEqual(["inquorate", "meetingOver", "meetingOver", "meetingOver"]);
    expect(afterLoss(closing, { quorate: false, missing: 1 })).toMatchObject({
      meeting: "cancelled",
      next: "repeatMeeting",
      mayDeliberate: false,
    });
    expect(afterLoss(closing, { quorate: true, missing: 0 })).toMatchObject({ meeting: "goesOn", next: "none" });
  });

  it("presumes what was established until somebody asks, but not below the floor", () => {
    const start = { present: 10, isEstablished: true };
    const answers = (present: number) =>
      quorumCourse(rulesWith(), 17, [{ present, attempt: "vote" }], start).map(({ answer, ruling }) => [
        answer,
        ruling.by,
      ]);
    expect(answers(7)).toEqual([["allowed", "presumption"]]);
    expect(answers(5)).toEqual([["voteRefused", "exOfficio"]]);
  });

  it("counts the seat that asks, even if it was left out", () => {
    const asked = { votingSeats: 17, presentVoting: 8, isEstablished: true, isRequested: true };
    expect(quorumInMeeting(rulesWith(), { ...asked, isRequesterLeftOut: true })).toMatchObject({
      quorate: true,
      present: 9,
    });
    expect(quorumInMeeting(rulesWith(), asked).quorate).toBe(false);
  });
});

describe("the composition of those present", () => {
  const rules = rulesWith({
    "quorum.kind": "atLeastHalf",
    "quorum.maxShare": { attr: "gender", num: 3, den: 4 },
    "quorum.presumption": false,
  });

  it("allows exactly the share and no more", () => {
    const of = (f: number, m: number) =>
      quorum(rules, { votingSeats: 20, presentVoting: f + m, composition: { f, m } });
    expect(of(10, 2)).toMatchObject({
      quorate: false,
      reason: "maxShare",
      overweight: { value: "f", count: 10, of: 12 },
    });
    expect(of(9, 3).quorate).toBe(true);
  });

  it("says first that there are too few, and nothing where nobody is there", () => {
    expect(quorum(rules, { votingSeats: 20, presentVoting: 2, composition: { f: 2 } }).reason).toBe("tooFew");
    expect(quorum(rules, { votingSeats: 20, presentVoting: 10, composition: {} }).quorate).toBe(true);
  });
});

describe("quorum measured by the ballots", () => {
  const cast = { yes: 3, no: 1, abstain: 4, invalid: 1 };

  it("counts abstentions and invalid ones", () => {
    const rules = rulesWith({ "quorum.measuredBy": "ballots" });
    expect(quorumOfBallot(rules, { votingSeats: 17, presentVoting: 17, cast })).toMatchObject({
      quorate: true,
      present: 9,
    });
    const fewer = { ...cast, invalid: 0 };
    expect(
      quorumOfBallot(rules, { votingSeats: 17, presentVoting: 17, cast: fewer, isEstablished: true }),
    ).toMatchObject({ quorate: false, by: "count" });
  });

  it("counts those present where the rules say so", () => {
    expect(quorumOfBallot(rulesWith(), { votingSeats: 17, presentVoting: 9, cast: { ...cast, yes: 0 } }).quorate).toBe(
      true,
    );
  });
});

describe("faults of the call", () => {
  it("are cured only if everybody who was left out is here and does not object", () => {
    expect(callDefect([], [], [])).toBeUndefined();
    expect(callDefect(["Q"], ["A"], [])).toEqual({ cured: false });
    expect(callDefect(["Q"], ["A", "Q"], [])).toEqual({ cured: true });
    expect(callDefect(["Q"], ["A", "Q"], ["Q"])).toEqual({ cured: false });
  });
});

describe("the repeat meeting on the same day", () => {
  const input = {
    votingSeats: 17,
    presentVoting: 2,
    isDeferredItem: true,
    isNoticeInInvitation: true,
  };
  const repeat = { enabled: true, noticeRequired: true, sameItemsOnly: true, min: 0 };

  it("needs a rule that allows it, and the minutes it names", () => {
    expect(quorumOfRepeatMeeting(rulesWith(), { ...input, minutesSince: 30 }).relief).toBe("tooEarly");
    const rules = rulesWith({ "quorum.repeat": { ...repeat, afterMinutes: 30 } });
    expect(quorumOfRepeatMeeting(rules, { ...input, minutesSince: 29 }).relief).toBe("tooEarly");
    expect(quorumOfRepeatMeeting(rules, { ...input, minutesSince: 30 })).toMatchObject({
      relief: "applied",
      quorate: true,
    });
  });

  it("is quorate with two under the profile, not with two where three are needed", () => {
    expect(quorumOfRepeatMeeting(rulesWith(), input).quorate).toBe(true);
    const three = rulesWith({ "quorum.repeat": { ...repeat, min: 3 } });
    expect(quorumOfRepeatMeeting(three, input)).toMatchObject({ quorate: false, needed: 3, missing: 1 });
  });
});

describe("properties of quorum", () => {
  const kind = fc.constantFrom("moreThanHalf", "atLeastHalf", "fraction", "fixed");
  const numbers = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60));

  it("is monotone in the seats present, at every finding of a meeting", () => {
    fc.assert(
      fc.property(kind, numbers, fc.boolean(), (of, [votingSeats, a, b], isEstablished) => {
        const rules = rulesWith({ "quorum.kind": of });
        const ruling = (presentVoting: number) =>
          quorumInMeeting(rules, { votingSeats, presentVoting, isEstablished, isRequested: false }).quorate;
        if (ruling(Math.min(a, b))) expect(ruling(Math.max(a, b))).toBe(true);
      }),
    );
  });

  it("is never there with nobody, unless the rules ask for nobody", () => {
    fc.assert(
      fc.property(kind, numbers, fc.boolean(), (of, [votingSeats, recused], isEstablished) => {
        const rules = rulesWith({ "quorum.kind": of });
        const input = { votingSeats, presentVoting: 0, recused: Math.min(recused, votingSeats) };
        expect(quorumInMeeting(rules, { ...input, isEstablished, isRequested: false }).quorate).toBe(false);
      }),
    );
  });

  it("answers each finding of a meeting as if it were the only one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 8 }), (numbersPresent) => {
        const steps = quorumCourse(
          rulesWith(),
          17,
          numbersPresent.map((present) => ({ present, isRequested: true })),
        );
        expect(steps.map(({ ruling }) => ruling.quorate)).toEqual(numbersPresent.map((present) => present >= 9));
      }),
    );
  });
});
