import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callDefect, callObjection } from "../../../src/core/rules/call-defect.ts";
import { invitationContent } from "../../../src/core/rules/invitation-content.ts";
import { lateCall } from "../../../src/core/rules/late-call.ts";
import { rulesWith } from "../../support/rules.ts";

const standard = rulesWith();
const soll = rulesWith({ "invite.binding": "should" });

describe("a call that comes late", () => {
  const late = { isTimely: false, clearDays: 3, isUrgent: false };

  it("is refused by a Muss and only warned of by a Soll", () => {
    expect(lateCall(standard, late)).toMatchObject({ isAllowed: false, reason: "late" });
    expect(lateCall(soll, late)).toMatchObject({ isAllowed: true, on: "should" });
    expect(lateCall(standard, { ...late, isTimely: true })).toMatchObject({ isAllowed: true, on: "period" });
  });

  it("goes if urgent, with a reason where the rules want one", () => {
    const urgent = { ...late, isUrgent: true };
    expect(lateCall(standard, { ...urgent, reason: "" })).toMatchObject({ isAllowed: false, reason: "reasonMissing" });
    expect(lateCall(standard, { ...urgent, reason: "  " }).isAllowed).toBe(false);
    expect(lateCall(standard, { ...urgent, reason: "Frist des Landes" })).toMatchObject({ on: "urgency" });
    const free = rulesWith({ "invite.urgent": { allowed: true, reasonRequired: false } });
    expect(lateCall(free, urgent).isAllowed).toBe(true);
    const never = rulesWith({ "invite.urgent": { allowed: false, reasonRequired: false } });
    expect(lateCall(never, urgent)).toMatchObject({ isAllowed: false, reason: "urgencyNotProvided" });
  });

  it("keeps the shortest period of the rules even then", () => {
    const rules = rulesWith({ "invite.urgent": { allowed: true, reasonRequired: false, least: 3 } });
    expect(lateCall(rules, { ...late, isUrgent: true, clearDays: 3 }).isAllowed).toBe(true);
    expect(lateCall(rules, { ...late, isUrgent: true, clearDays: 2 })).toMatchObject({ reason: "shorterThanLeast" });
  });
});

describe("what an invitation must say", () => {
  it("takes an empty list and a blank text as missing", () => {
    const content = { ort: " ", beginn: "09:00", tagesordnung: [] };
    expect(invitationContent(standard, content)).toMatchObject({
      isComplete: false,
      missing: ["ort", "tagesordnung"],
    });
    expect(invitationContent(standard, { ...content, ort: "Kreishaus", tagesordnung: ["1"] }).isComplete).toBe(true);
    expect(invitationContent(standard, {}).missing).toEqual(["ort", "beginn", "tagesordnung"]);
  });

  it("does not take what every object has for a field", () => {
    const odd = rulesWith({ "invite.required": ["constructor"] });
    expect(invitationContent(odd, {}).missing).toEqual(["constructor"]);
  });
});

describe("a defect of the call", () => {
  const facts = { defect: "period", votingSeats: 17, present: 16, objections: 1 } as const;

  it("is considered if somebody objects in time", () => {
    expect(callObjection(standard, "beforeFirstItem").isInTime).toBe(true);
    expect(callObjection(standard, "duringMeeting")).toMatchObject({ isInTime: false, isRecorded: true });
    const generous = rulesWith({ "invite.objectionUntil": "endOfMeeting" });
    expect(callObjection(generous, "duringMeeting").isInTime).toBe(true);
    expect(callObjection(generous, "afterMeeting").isInTime).toBe(false);
    expect(callDefect(standard, facts).isConsidered).toBe(true);
    expect(callDefect(standard, { ...facts, objections: 0 })).toMatchObject({
      isConsidered: false,
      note: "noObjection",
    });
  });

  it("is cured by a full house without objection, never by an empty one", () => {
    const full = { ...facts, present: 17, objections: 0 };
    expect(callDefect(standard, full)).toMatchObject({ isConsidered: false, note: "allPresentNoObjection" });
    const notInvited = { defect: "notInvited", notInvited: { seats: 1, takePart: 0 } } as const;
    expect(callDefect(standard, { ...full, ...notInvited, present: 16 }).isConsidered).toBe(true);
    expect(callDefect(standard, { ...full, ...notInvited, votingSeats: 0, present: 0 }).isConsidered).toBe(true);
    expect(callDefect(standard, { ...full, objections: 1 }).isConsidered).toBe(true);
  });

  it("is cured by those not invited taking part without objecting", () => {
    const facts = { defect: "notInvited", votingSeats: 17, present: 12, objections: 0 } as const;
    const cured = { ...facts, notInvited: { seats: 1, takePart: 1 } };
    expect(callDefect(standard, cured)).toMatchObject({ isConsidered: false, note: "curedByParticipation" });
    expect(callDefect(rulesWith({ "invite.cureByParticipation": false }), cured).isConsidered).toBe(true);
    expect(callDefect(standard, { ...facts, notInvited: { seats: 2, takePart: 1 } }).isConsidered).toBe(true);
    expect(callDefect(standard, facts).isConsidered).toBe(true);
  });

  it("counts for nothing where the period is a Soll", () => {
    expect(callDefect(soll, facts)).toMatchObject({ isConsidered: false, note: "should" });
  });

  it("never counts more for more people present and fewer objections", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("period" as const, "content" as const),
        fc.nat(20),
        fc.nat(20),
        fc.nat(3),
        (defect, votingSeats, present, objections) => {
          const at = (here: number, objecting: number) =>
            callDefect(standard, { defect, votingSeats, present: here, objections: objecting }).isConsidered;
          if (!at(present, objections)) expect(at(present + 1, objections)).toBe(false);
          expect(at(present, 0)).toBe(false);
        },
      ),
    );
  });
});
