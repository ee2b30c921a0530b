import { describe, expect, it } from "vitest";
import { writtenAdmission } from "../../src/core/rules/written-procedure-admission.ts";
import { writtenDuties } from "../../src/core/rules/written-procedure-duties.ts";
import { writtenObjection } from "../../src/core/rules/written-procedure-objection.ts";
import { writtenDays } from "../../src/core/rules/written-procedure-period.ts";
import { type WrittenCounts, writtenResult } from "../../src/core/rules/written-procedure-result.ts";
import {
  admissionText,
  daysText,
  dutiesSentence,
  objectionRuleSentence,
  objectionSentence,
  writtenRulingSentence,
  writtenTurningSentence,
} from "../../src/texts/rulings-written.ts";
import { rulesWith } from "../support/rules.ts";

const said = (settings: Readonly<Record<string, unknown>>, counts: Partial<WrittenCounts>): string => {
  const ruling = writtenResult(rulesWith(settings, "§ 9"), { votingSeats: 17, yes: 0, no: 0, abstain: 0, ...counts });
  return `${writtenRulingSentence(ruling)} ${writtenTurningSentence(ruling)}`.trim();
};

describe("the result of a written procedure in words", () => {
  it.each([
    [
      "a majority of the votes",
      { "umlauf.majority": "cast" },
      { yes: 9, no: 2, abstain: 1 },
      "Angenommen: 9 Ja, 2 Nein, 1 Enthaltung; teilgenommen haben 12 von 17 Sitzen. Einfache Mehrheit der abgegebenen Stimmen, Enthaltungen zählen nicht: 9 > 2 (§ 9 GO; sonst Standardregel, weil die GO schweigt). Mit 7 Nein-Stimmen mehr wäre nicht angenommen.",
    ],
    [
      "a tie",
      { "umlauf.majority": "cast", "majority.tie": "rejected", "umlauf.quorum": { moreThanHalf: true } },
      { yes: 5, no: 5 },
      "Abgelehnt bei Stimmengleichheit: 5 Ja, 5 Nein, 0 Enthaltungen; teilgenommen haben 10 von 17 Sitzen. Einfache Mehrheit der abgegebenen Stimmen: 5 = 5 (§ 9 GO). Mit 1 Ja-Stimme mehr wäre angenommen.",
    ],
    [
      "too few",
      { "umlauf.quorum": { moreThanHalf: false, min: 17 } },
      { yes: 16 },
      "Ergebnislos: 16 Ja, 0 Nein, 0 Enthaltungen; teilgenommen haben 16 von 17 Sitzen. Nötig sind 17 (§ 9 GO). Mit 1 weiteren Stimme wäre ausgezählt worden.",
    ],
    [
      "everybody's consent that is missing",
      { "umlauf.majority": "allConsent" },
      { yes: 16 },
      "Abgelehnt: 16 Ja, 0 Nein, 0 Enthaltungen; teilgenommen haben 16 von 17 Sitzen. Nötig ist die Zustimmung aller 17 Sitze (§ 9 GO). Mit 1 Ja-Stimme mehr wäre angenommen.",
    ],
    [
      "a majority of all seats",
      { "umlauf.majority": "allEntitled" },
      { yes: 9 },
      "Angenommen: 9 Ja, 0 Nein, 0 Enthaltungen; teilgenommen haben 9 von 17 Sitzen. Mehr als die Hälfte aller Stimmen, nötig sind 9 von 17: 9 ≥ 9 (§ 9 GO). Mit 1 Ja-Stimme weniger wäre nicht angenommen.",
    ],
    [
      "silence that consents, said plainly",
      { "umlauf.silence": "consent", "umlauf.majority": "cast" },
      { yes: 2 },
      "Angenommen: 2 Ja, 0 Nein, 0 Enthaltungen; teilgenommen haben 2 von 17 Sitzen; 15 Sitze haben geschwiegen, das gilt als Zustimmung. Einfache Mehrheit der abgegebenen Stimmen: 17 > 0 (§ 9 GO). Mit 17 Nein-Stimmen mehr wäre nicht angenommen.",
    ],
    [
      "an objection",
      { "umlauf.objection": { kind: "any" } },
      { yes: 16, objections: 1 },
      "Unwirksam: 1 Widerspruch gegen das Verfahren (§ 9 GO). Mit 1 Widerspruch weniger wäre ausgezählt worden.",
    ],
    [
      "a delivery that failed",
      { "umlauf.requireDeliveryToAll": true },
      { yes: 14, delivered: 16 },
      "Unwirksam: Der Wortlaut hat nur 16 von 17 Sitzen erreicht (§ 9 GO). Mit 1 weiteren Zustellung wäre ausgezählt worden.",
    ],
    [
      "a committee without seats",
      { "umlauf.majority": "cast" },
      { votingSeats: 0 },
      "Ergebnislos: 0 Ja, 0 Nein, 0 Enthaltungen; teilgenommen haben 0 von 0 Sitzen. Es gibt keinen Sitz mit Stimmrecht (§ 9 GO).",
    ],
    [
      "a chair that did not settle the tie",
      { "umlauf.majority": "cast", "majority.tie": "chairCasting" },
      { yes: 5, no: 5, chair: { votingRight: true } },
      "Abgelehnt bei Stimmengleichheit: 5 Ja, 5 Nein, 0 Enthaltungen; teilgenommen haben 10 von 17 Sitzen. Der Vorsitz hat nicht entschieden (§ 9 GO; sonst Standardregel, weil die GO schweigt).",
    ],
  ])("names the arithmetic and the source of %s", (_, settings, counts, sentence) => {
    expect(said(settings, counts)).toBe(sentence);
  });

  it("says who may start one, and how long it takes", () => {
    const rules = rulesWith({ "umlauf.excluded": ["wahl"], "umlauf.minDays": 3, "umlauf.maxDays": 7 }, "§ 9");
    expect(admissionText(writtenAdmission(rules, { subject: "wahl" }))).toBe(
      "Über diesen Gegenstand wird nicht im Umlauf beschlossen: Wahl (§ 9 GO)",
    );
    expect(daysText(writtenDays(rules, 1))).toContain("1 Tag ist zu kurz; vorgesehen sind 3 bis 7 Tage (§ 9 GO");
    expect(daysText(writtenDays(rules, 5))).toContain("5 Tage, vorgesehen sind 3 bis 7 Tage (§ 9 GO)");
  });

  it("says what an objection does before there is one, and after", () => {
    const five = rulesWith({ "umlauf.objection": { kind: "count", n: 5 } }, "§ 9");
    expect(objectionRuleSentence(writtenObjection(five, { objections: 0 }))).toBe(
      "5 Widersprüche bringen die Sache in die nächste Sitzung (§ 9 GO).",
    );
    expect(objectionSentence(writtenObjection(five, { objections: 1 }))).toBe(
      "Der Umlauf läuft weiter (1 Widerspruch, nötig sind 5; § 9 GO).",
    );
    const none = rulesWith({ "umlauf.objection": { kind: "never" } }, "§ 9");
    expect(objectionRuleSentence(writtenObjection(none, { objections: 0 }))).toContain("nicht vorgesehen (§ 9 GO)");
  });

  it("names what is to be done when it is over", () => {
    expect(dutiesSentence(writtenDuties(rulesWith()))).toBe(
      "Bekanntgabe: Beschluss im Wortlaut an alle; TOP Bericht über Umlaufbeschlüsse in der nächsten Sitzung (GO schweigt, Standardregel).",
    );
    expect(dutiesSentence(writtenDuties(rulesWith({ "umlauf.announce": [] })))).toBe("");
  });
});
