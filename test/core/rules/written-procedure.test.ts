import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/core/kernel/local-date.ts";
import { noHolidays } from "../../../src/core/kernel/workdays.ts";
import { writtenAdmission } from "../../../src/core/rules/written-procedure-admission.ts";
import { writtenDuties } from "../../../src/core/rules/written-procedure-duties.ts";
import { writtenObjection } from "../../../src/core/rules/written-procedure-objection.ts";
import { writtenDays, writtenPeriod } from "../../../src/core/rules/written-procedure-period.ts";
import { writtenProgress } from "../../../src/core/rules/written-procedure-progress.ts";
import { type WrittenCounts, writtenResult } from "../../../src/core/rules/written-procedure-result.ts";
import { writtenSeatVote } from "../../../src/core/rules/written-procedure-vote.ts";
import { day } from "../../support/keys.ts";
import { rulesWith } from "../../support/rules.ts";

const counts = (some: Partial<WrittenCounts>): WrittenCounts => ({
  votingSeats: 17,
  yes: 0,
  no: 0,
  abstain: 0,
  ...some,
});

describe("who may use a written procedure, and for what", () => {
  const rules = rulesWith({ "umlauf.excluded": ["wahl", "go-aenderung", "wahleinspruch"] });

  it.each(["wahl", "go-aenderung", "wahleinspruch"])("refuses %s", (subject) => {
    expect(writtenAdmission(rules, { subject })).toMatchObject({ isAllowed: false, reason: "excluded" });
  });

  it("allows everything else", () => {
    expect(writtenAdmission(rules, { subject: "sachbeschluss" }).isAllowed).toBe(true);
  });

  it("keeps a change of the rules out even where only their own chapter says so", () => {
    const silent = rulesWith({ "umlauf.excluded": [] });
    const ruling = writtenAdmission(silent, { subject: "go-aenderung" });
    expect(ruling).toMatchObject({ isAllowed: false, citation: { setting: "goChange.notByUmlauf" } });
  });

  it("refuses all of it where the rules do not provide for it", () => {
    expect(writtenAdmission(rulesWith({ "umlauf.allowed": false }), { subject: "x" }).reason).toBe("notProvided");
  });

  it.each([
    ["urgent", "notUrgent", { isUrgent: true }],
    ["simpleMatter", "notSimple", { isSimple: true }],
    ["chair", "notChair", { byChair: true }],
    ["authorized", "notAuthorized", { isAuthorized: true }],
  ])("asks for the condition %s", (admission, reason, fulfilled) => {
    const conditional = rulesWith({ "umlauf.admission": admission });
    expect(writtenAdmission(conditional, { subject: "x" }).reason).toBe(reason);
    expect(writtenAdmission(conditional, { subject: "x", ...fulfilled }).isAllowed).toBe(true);
  });
});

describe("the period", () => {
  const limits = { "umlauf.minDays": 3, "umlauf.maxDays": 7 };

  it.each([
    [2, "warn", "refused"],
    [3, "ok", "ok"],
    [7, "ok", "ok"],
    [8, "warn", "refused"],
  ])("of %i days is %s as a Soll and %s as a Muss", (days, asWish, asDuty) => {
    expect(writtenDays(rulesWith({ ...limits, "umlauf.binding": "should" }), days).outcome).toBe(asWish);
    expect(writtenDays(rulesWith({ ...limits, "umlauf.binding": "must" }), days).outcome).toBe(asDuty);
  });

  it("of no day at all is refused whatever the rules wish for", () => {
    const lenient = rulesWith({ "umlauf.minDays": 0, "umlauf.binding": "should" });
    expect(writtenDays(lenient, 0).outcome).toBe("refused");
  });

  it("leaves out the day of the announcement and ends with the last local day", () => {
    const input = { start: day("2026-05-05"), lastDay: day("2026-05-12"), holidays: noHolidays };
    expect(writtenPeriod(rulesWith(), input)).toMatchObject({ outcome: "ok", days: 7, lastDay: "2026-05-12" });
  });

  it("moves a last day on a weekend or holiday to the next working day", () => {
    const input = {
      start: day("2026-05-01"),
      lastDay: day("2026-05-23"),
      holidays: new Set([day("2026-05-25")]),
    };
    expect(writtenPeriod(rulesWith(), input)).toMatchObject({ lastDay: "2026-05-26", isShifted: true });
    const fixed = rulesWith({ "umlauf.shift": "fixedDay" });
    expect(writtenPeriod(fixed, input)).toMatchObject({ lastDay: "2026-05-23", isShifted: false });
  });

  it("never ends before the day that was named, and on a working day", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 7, max: 60 }), fc.nat(6), (offset, days, holiday) => {
        const start = addDays(day("2026-01-01"), offset);
        const named = addDays(start, days);
        const holidays = new Set([addDays(named, holiday)]);
        const { lastDay, outcome } = writtenPeriod(rulesWith(), { start, lastDay: named, holidays });
        expect(lastDay >= named).toBe(true);
        expect(holidays.has(lastDay)).toBe(false);
        expect(outcome).toBe("ok");
      }),
    );
  });
});

describe("objections to the procedure", () => {
  it("void it at the first one where any will do", () => {
    const rules = rulesWith({ "umlauf.objection": { kind: "any" } });
    expect(writtenObjection(rules, { objections: 0 })).toMatchObject({ procedure: "ok", missing: 1 });
    expect(writtenObjection(rules, { objections: 1 })).toMatchObject({ procedure: "void", next: "nextMeeting" });
  });

  it("void it from the fifth on", () => {
    const rules = rulesWith({ "umlauf.objection": { kind: "count", n: 5 } });
    expect(writtenObjection(rules, { objections: 4 }).procedure).toBe("ok");
    expect(writtenObjection(rules, { objections: 5 }).procedure).toBe("void");
  });

  it.each([
    [17, 4, "ok"],
    [17, 5, "void"],
    [12, 3, "ok"],
  ])(
    "with %i seats and %i objections are %s where more than a quarter is asked for",
    (votingSeats, objections, result) => {
      const rules = rulesWith({ "umlauf.objection": { kind: "moreThanFraction", num: 1, den: 4 } });
      expect(writtenObjection(rules, { votingSeats, objections }).procedure).toBe(result);
    },
  );

  it("change nothing where nobody may object", () => {
    const rules = rulesWith({ "umlauf.objection": { kind: "never" } });
    expect(writtenResult(rules, counts({ yes: 10, objections: 7 })).outcome).toBe("carried");
  });
});

describe("the result", () => {
  const cast = rulesWith({ "umlauf.majority": "cast", "umlauf.quorum": { moreThanHalf: true } });

  it("is carried by the majority of the votes, if more than half took part", () => {
    expect(writtenResult(cast, counts({ yes: 6, no: 2, abstain: 1 }))).toMatchObject({
      outcome: "carried",
      participants: 9,
    });
    expect(writtenResult(cast, counts({ yes: 8 }))).toMatchObject({
      outcome: "noResult",
      reason: "participation",
      participantsNeeded: 9,
      next: "nextMeeting",
      wouldTurn: { kind: "moreParticipants", votes: 1 },
    });
  });

  it("is ergebnislos below a minimum number", () => {
    const rules = rulesWith({ "umlauf.quorum": { moreThanHalf: false, min: 17 } });
    expect(writtenResult(rules, counts({ votingSeats: 40, yes: 16 })).outcome).toBe("noResult");
    expect(writtenResult(rules, counts({ votingSeats: 40, yes: 10, no: 7 })).outcome).toBe("carried");
  });

  it("needs everybody's consent where the rules say so", () => {
    const rules = rulesWith({ "umlauf.majority": "allConsent" });
    expect(writtenResult(rules, counts({ yes: 17 })).outcome).toBe("carried");
    expect(writtenResult(rules, counts({ yes: 16 }))).toMatchObject({
      outcome: "rejected",
      reason: "notAllConsent",
      wouldTurn: { kind: "moreYes", votes: 1 },
    });
  });

  it("needs the majority of all seats where the rules say so", () => {
    const rules = rulesWith({ "umlauf.majority": "allEntitled" });
    expect(writtenResult(rules, counts({ yes: 9 })).outcome).toBe("carried");
    expect(writtenResult(rules, counts({ yes: 8 })).outcome).toBe("rejected");
  });

  it("is rejected at a tie", () => {
    expect(writtenResult(cast, counts({ yes: 5, no: 5, abstain: 1 }))).toMatchObject({
      outcome: "rejected",
      reason: "tie",
    });
  });

  it("leaves a tie that would be voted on again to the next meeting", () => {
    const rules = rulesWith({ "majority.tie": "repeatOnce" });
    expect(writtenResult(rules, counts({ yes: 5, no: 5 }))).toMatchObject({ outcome: "noResult", reason: "tie" });
  });

  it("takes silence for nothing", () => {
    expect(writtenResult(cast, counts({ silent: 17 }))).toMatchObject({ outcome: "noResult", silenceConsents: false });
  });

  it("takes silence for consent only where the rules say so, and a Nein for an objection then", () => {
    const rules = rulesWith({ "umlauf.silence": "consent" });
    expect(writtenResult(rules, counts({ silent: 17 }))).toMatchObject({ outcome: "carried", silenceConsents: true });
    expect(writtenResult(rules, counts({ objections: 1, silent: 16 }))).toMatchObject({
      outcome: "void",
      next: "nextMeeting",
    });
    expect(writtenResult(rules, counts({ no: 1 }))).toMatchObject({ outcome: "void", reason: "objections" });
  });

  it("is void if it did not reach all", () => {
    expect(writtenResult(cast, counts({ delivered: 16, yes: 14 }))).toMatchObject({
      outcome: "void",
      reason: "notDeliveredToAll",
    });
    const lenient = rulesWith({ "umlauf.requireDeliveryToAll": false });
    expect(writtenResult(lenient, counts({ delivered: 16, yes: 14 })).outcome).toBe("carried");
  });

  it("is defined without seats, without votes, and with everybody recused", () => {
    expect(writtenResult(cast, counts({ votingSeats: 0 }))).toMatchObject({ outcome: "noResult", reason: "noSeats" });
    expect(writtenResult(cast, counts({ recused: 17 }))).toMatchObject({
      outcome: "noResult",
      reason: "everyoneRecused",
    });
    const noQuorum = rulesWith({ "umlauf.quorum": { moreThanHalf: false } });
    expect(writtenResult(noQuorum, counts({}))).toMatchObject({ outcome: "rejected", reason: "noVotes" });
  });

  it("takes the recused out of the base", () => {
    expect(writtenResult(cast, counts({ recused: 3, yes: 8 }))).toMatchObject({ outcome: "carried", entitled: 14 });
  });

  it("keeps the share the rules ask for in a meeting", () => {
    const rules = rulesWith({ "majority.kind": "fraction", "majority.threshold": { num: 2, den: 3, strict: false } });
    expect(writtenResult(rules, counts({ yes: 7, no: 4 })).outcome).toBe("rejected");
    expect(writtenResult(rules, counts({ yes: 8, no: 4 })).outcome).toBe("carried");
  });

  it("names the settings it rests on", () => {
    const { citation, alsoFrom } = writtenResult(cast, counts({ yes: 9 }));
    expect(citation).toMatchObject({ setting: "umlauf.majority", origin: "go" });
    expect(alsoFrom.map(({ setting }) => setting)).toEqual(["umlauf.quorum"]);
  });
});

describe("an open procedure", () => {
  it("closes early at the majority of all, where the rules allow it", () => {
    const rules = rulesWith({ "umlauf.earlyClose": true, "umlauf.majority": "allEntitled" });
    const progress = writtenProgress(rules, counts({ votingSeats: 5, yes: 3 }), false);
    expect(progress).toMatchObject({ status: "closed", early: true, ruling: { outcome: "carried" } });
    expect(writtenProgress(rules, counts({ votingSeats: 5, yes: 2 }), false).openBecause).toBe("undecided");
  });

  it("stays open with a provisional result where they do not", () => {
    const rules = rulesWith({ "umlauf.earlyClose": false, "umlauf.objection": { kind: "any" } });
    expect(writtenProgress(rules, counts({ yes: 12 }), false)).toMatchObject({
      status: "open",
      ruling: { outcome: "carried" },
    });
  });

  it("stays open while an objection that the rules grant could void it", () => {
    const rules = rulesWith({ "umlauf.earlyClose": true, "umlauf.objection": { kind: "any" } });
    expect(writtenProgress(rules, counts({ yes: 17 }), false).openBecause).toBe("objectionPossible");
  });

  it("is closed when its period is over", () => {
    expect(writtenProgress(rulesWith(), counts({}), true)).toMatchObject({ status: "closed", early: false });
  });
});

describe("the vote of a seat", () => {
  const member = { by: "member", vote: "no", inTime: true } as const;
  const substitute = { by: "substitute", vote: "yes", inTime: true } as const;

  it("is the member's, if in time, whoever was first", () => {
    expect(writtenSeatVote(rulesWith(), [substitute, member])).toMatchObject({
      vote: "no",
      by: "member",
      notCounted: [{ by: "substitute", why: "replacedByMember" }],
    });
    expect(writtenSeatVote(rulesWith(), [member, substitute])).toMatchObject({ vote: "no", by: "member" });
  });

  it("stays the substitute's if the member comes late", () => {
    expect(writtenSeatVote(rulesWith(), [substitute, { ...member, inTime: false }])).toMatchObject({
      vote: "yes",
      by: "substitute",
      notCounted: [{ by: "member", why: "late" }],
    });
  });

  it("is the first one where the rules do not put the member first", () => {
    const rules = rulesWith({ "umlauf.memberReplacesSubstitute": false });
    expect(writtenSeatVote(rules, [substitute, member]).vote).toBe("yes");
  });

  it("can be changed as the rules allow", () => {
    const second = { ...member, vote: "yes" } as const;
    expect(writtenSeatVote(rulesWith(), [member, second]).vote).toBe("yes");
    expect(writtenSeatVote(rulesWith({ "vote.change": "never" }), [member, second]).vote).toBe("no");
  });

  it("is none if nobody voted in time", () => {
    expect(writtenSeatVote(rulesWith(), [{ ...member, inTime: false }]).vote).toBeUndefined();
  });
});

describe("afterwards", () => {
  it("the wording goes to all, and the next meeting hears of it", () => {
    expect(writtenDuties(rulesWith()).duties).toEqual(["immediatelyText", "nextMeeting"]);
    expect(writtenDuties(rulesWith({ "umlauf.announce": [] })).duties).toEqual([]);
  });
});
