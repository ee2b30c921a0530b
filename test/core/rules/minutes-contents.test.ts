import { describe, expect, it } from "vitest";
import { minutesApproval, minutesContents } from "../../../src/core/rules/minutes-contents.ts";
import { rulesWith } from "../../support/rules.ts";

describe("what the minutes must hold", () => {
  it("names what is missing in the order of the rules", () => {
    const rules = rulesWith({ "protocol.required": ["ort", "tag", "vorsitz"] });
    expect(minutesContents(rules, { vorsitz: false, ort: true })).toMatchObject({
      isComplete: false,
      missing: ["tag", "vorsitz"],
    });
    expect(minutesContents(rules, { vorsitz: true, ort: true, tag: true }).isComplete).toBe(true);
  });

  it("asks for nothing where the rules ask for nothing", () => {
    expect(minutesContents(rulesWith({ "protocol.required": [] }), {}).isComplete).toBe(true);
  });
});

describe("approval of the minutes", () => {
  const approval = (value: string, objections: number, isPeriodOver = false, isSigned = false) => {
    const ruling = minutesApproval(rulesWith({ "protocol.approval": value }), { objections, isPeriodOver, isSigned });
    return [ruling.isVoteNeeded, ruling.isApproved];
  };

  it("takes a vote of the next meeting, or none where only objections are dealt with", () => {
    expect(approval("nextMeeting", 0)).toEqual([true, false]);
    expect(approval("objectionsOnly", 0)).toEqual([false, true]);
    expect(approval("objectionsOnly", 2)).toEqual([true, false]);
  });

  it("comes by silence only when the period is over", () => {
    expect(approval("silence", 0)).toEqual([false, false]);
    expect(approval("silence", 0, true)).toEqual([false, true]);
    expect(approval("silence", 1, true)).toEqual([true, false]);
  });

  it("comes by signature, whatever the objections", () => {
    expect(approval("signature", 0)).toEqual([false, false]);
    expect(approval("signature", 1, true, true)).toEqual([true, true]);
  });
});
