import { describe, expect, it } from "vitest";
import { consensus } from "../../src/core/rules/consensus.ts";
import { rollCallDemand, secretDemand } from "../../src/core/rules/demands.ts";
import { electionRound } from "../../src/core/rules/election-round.ts";
import type { ElectionInput } from "../../src/core/rules/election-ruling.ts";
import { type MajorityContext, majority, type Tally } from "../../src/core/rules/majority.ts";
import type { MajorityPurpose } from "../../src/core/rules/majority-requirement.ts";
import { quorum } from "../../src/core/rules/quorum.ts";
import { quorumInMeeting } from "../../src/core/rules/quorum-in-meeting.ts";
import type { Rules } from "../../src/core/rules/rules.ts";
import { seatVoter } from "../../src/core/rules/seat-vote.ts";
import { speakingTime, speakingTurn } from "../../src/core/rules/speakers.ts";
import {
  consensusSentence,
  majoritySentence,
  quorumPhrase,
  quorumSentence,
  resultLabel,
  settledSentence,
  turningSentence,
} from "../../src/texts/rulings.ts";
import { electionSentence, lotSentence } from "../../src/texts/rulings-elections.ts";
import {
  demandSentence,
  seatVoterSentence,
  speakingTimeSentence,
  turnSentence,
} from "../../src/texts/rulings-rights.ts";
import { rulesWith } from "../support/rules.ts";

const standard = rulesWith();
const fifth = rulesWith({ "quorum.kind": "moreThanHalf" }, "§ 5 Abs. 1");
const sixth = rulesWith({ "majority.basis": "cast", "majority.abstain": "ignore" }, "§ 6 Abs. 2");

const ruled = (
  rules: Rules,
  counts: Partial<Tally>,
  purpose: MajorityPurpose = "motion",
  context: MajorityContext = {},
) => majority(rules, { yes: 0, no: 0, abstain: 0, invalid: 0, present: 17, members: 17, ...counts }, purpose, context);
const said = (...parameters: Parameters<typeof ruled>) => majoritySentence(ruled(...parameters));

describe("quorum in words", () => {
  it("fits into a refusal, with numbers and paragraph", () => {
    expect(quorumPhrase(quorum(fifth, { votingSeats: 17, presentVoting: 8 }))).toBe(
      "nicht beschlussfähig (8 von 17 Stimmen anwesend, nötig sind 9; § 5 Abs. 1 GO)",
    );
  });

  it("says where the GO is silent", () => {
    expect(quorumSentence(quorum(standard, { votingSeats: 17, presentVoting: 10 }))).toBe(
      "Die AG ist beschlussfähig (10 von 17 Stimmen anwesend, nötig sind 9; GO schweigt, Standardregel).",
    );
  });

  it("names recused seats and both sources", () => {
    expect(quorumPhrase(quorum(fifth, { votingSeats: 17, presentVoting: 8, recused: 3 }))).toBe(
      "beschlussfähig (8 von 14 Stimmen anwesend, 3 befangen, nötig sind 8; § 5 Abs. 1 GO; sonst Standardregel, weil die GO schweigt)",
    );
  });

  it("keeps singular and plural apart", () => {
    const rules = rulesWith({ "quorum.min": 0 }, "§ 5");
    expect(quorumPhrase(quorum(rules, { votingSeats: 1, presentVoting: 0 }))).toBe(
      "nicht beschlussfähig (0 von 1 Stimme anwesend, nötig ist 1; GO schweigt, Standardregel)",
    );
  });

  it("says why, when not the number is the reason", () => {
    expect(quorumPhrase(quorum(fifth, { votingSeats: 17, presentVoting: 0, recused: 17 }))).toContain(
      "alle Sitze sind befangen",
    );
    expect(quorumPhrase(quorum(fifth, { votingSeats: 0, presentVoting: 0 }))).toContain("keinen Sitz mit Stimmrecht");
    const callDefect = { cured: false };
    expect(quorumPhrase(quorum(fifth, { votingSeats: 17, presentVoting: 17, callDefect }))).toContain(
      "die Ladung hat einen Mangel",
    );
    const cured = quorum(fifth, { votingSeats: 17, presentVoting: 17, callDefect: { cured: true } });
    expect(quorumSentence(cured)).toContain("durch rügelose Teilnahme geheilt");
  });

  it("explains the presumption", () => {
    const input = { votingSeats: 17, presentVoting: 7, isEstablished: true, isRequested: false };
    expect(quorumSentence(quorumInMeeting(fifth, input))).toBe(
      "Die AG gilt weiter als beschlussfähig (7 von 17 Stimmen anwesend, nötig wären 9), bis jemand die Feststellung verlangt (§ 5 Abs. 1 GO; sonst Standardregel, weil die GO schweigt).",
    );
  });
});

describe("majorities in words", () => {
  it("reads out the example of the handbook", () => {
    expect(said(sixth, { yes: 12, no: 4, abstain: 1 })).toBe(
      "Angenommen: 12 Ja, 4 Nein, 1 Enthaltung. Einfache Mehrheit der abgegebenen Stimmen, Enthaltungen zählen nicht: 12 > 4 (§ 6 Abs. 2 GO).",
    );
  });

  it.each([
    [
      "a rejection",
      said(standard, { yes: 5, no: 12 }),
      "Abgelehnt: 5 Ja, 12 Nein, 0 Enthaltungen. Einfache Mehrheit der abgegebenen Stimmen: 5 < 12 (GO schweigt, Standardregel).",
    ],
    [
      "a tie",
      said(standard, { yes: 8, no: 8, abstain: 1 }),
      "Abgelehnt bei Stimmengleichheit: 8 Ja, 8 Nein, 1 Enthaltung. Einfache Mehrheit der abgegebenen Stimmen, Enthaltungen zählen nicht: 8 = 8 (GO schweigt, Standardregel).",
    ],
    [
      "nobody's Ja",
      said(standard, { abstain: 17 }),
      "Abgelehnt: 0 Ja, 0 Nein, 17 Enthaltungen. Ohne eine Ja-Stimme kommt kein Beschluss zustande (GO schweigt, Standardregel).",
    ],
    [
      "invalid votes",
      said(standard, { yes: 2, no: 1, invalid: 1 }),
      "Angenommen: 2 Ja, 1 Nein, 0 Enthaltungen, 1 ungültige Stimme. Einfache Mehrheit der abgegebenen Stimmen: 2 > 1 (GO schweigt, Standardregel).",
    ],
    [
      "two thirds of the votes",
      said(standard, { yes: 10, no: 5, abstain: 2 }, "goChange"),
      "Angenommen: 10 Ja, 5 Nein, 2 Enthaltungen. Zwei Drittel der abgegebenen Stimmen, Enthaltungen zählen nicht, nötig sind 10 von 15: 10 ≥ 10 (GO schweigt, Standardregel).",
    ],
    [
      "two thirds of those present",
      said(standard, { yes: 11, no: 0 }, "urgentItem"),
      "Abgelehnt: 11 Ja, 0 Nein, 0 Enthaltungen. Zwei Drittel der anwesenden Stimmen, nötig sind 12 von 17: 11 < 12 (GO schweigt, Standardregel).",
    ],
    [
      "a majority of those present",
      said(rulesWith({ "majority.basis": "present" }, "§ 6"), { present: 87, yes: 28, no: 1, abstain: 58 }),
      "Abgelehnt: 28 Ja, 1 Nein, 58 Enthaltungen. Mehr als die Hälfte der anwesenden Stimmen, Enthaltungen wirken wie Nein, nötig sind 44 von 87: 28 < 44 (§ 6 GO).",
    ],
    [
      "abstentions as Nein",
      said(rulesWith({ "majority.basis": "castInclAbstain" }, "§ 6"), { yes: 10, no: 5, abstain: 5 }),
      "Abgelehnt bei Stimmengleichheit: 10 Ja, 5 Nein, 5 Enthaltungen. Einfache Mehrheit der abgegebenen Stimmen, Enthaltungen zählen wie Nein: 10 = 10 (§ 6 GO; sonst Standardregel, weil die GO schweigt).",
    ],
    [
      "unanimity",
      said(rulesWith({ "majority.kind": "unanimity" }, "§ 6"), { yes: 4, no: 1 }),
      "Abgelehnt: 4 Ja, 1 Nein, 0 Enthaltungen. Einstimmigkeit der abgegebenen Stimmen, nötig sind 5 von 5: 4 < 5 (§ 6 GO; sonst Standardregel, weil die GO schweigt).",
    ],
    [
      "the chair's casting vote",
      said(rulesWith({ "majority.tie": "chairCasting" }, "§ 6"), { yes: 8, no: 8 }, "motion", {
        chair: { votingRight: true, vote: "yes" },
      }),
      "Angenommen mit der Stimme des Vorsitzes: 8 Ja, 8 Nein, 0 Enthaltungen. Einfache Mehrheit der abgegebenen Stimmen: 8 = 8 (§ 6 GO; sonst Standardregel, weil die GO schweigt).",
    ],
    [
      "a repeat after a tie",
      said(rulesWith({ "majority.tie": "repeatOnce" }, "§ 6"), { yes: 8, no: 8 }),
      "Stimmengleichheit: 8 Ja, 8 Nein, 0 Enthaltungen. Die Abstimmung wird wiederholt (§ 6 GO; sonst Standardregel, weil die GO schweigt).",
    ],
    [
      "too few who took part",
      said(rulesWith({ "majority.minParticipation": "moreThanHalfPresent" }, "§ 6"), { yes: 5, no: 3, abstain: 9 }),
      "Ergebnislos: 5 Ja, 3 Nein, 9 Enthaltungen. Abgestimmt haben 8 von 17 anwesenden Stimmen, nötig ist mehr als die Hälfte (§ 6 GO; sonst Standardregel, weil die GO schweigt).",
    ],
  ])("reads out %s", (_, sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  it("never claims that the law demands something, and never speaks of points of the code", () => {
    const purposes = ["motion", "goChange", "goDeviation", "urgentItem", "procedural"] as const;
    for (const purpose of purposes) {
      for (const yes of [0, 5, 9, 17]) {
        const sentence = said(standard, { yes, no: 17 - yes }, purpose);
        expect(sentence).toMatch(/\(GO schweigt, Standardregel\)\.$/);
        expect(sentence).not.toMatch(/Gesetz|undefined|NaN|majority|quorum/);
      }
    }
  });

  it("labels results for the minutes", () => {
    expect(resultLabel(ruled(standard, { yes: 7, abstain: 1 }))).toBe("einstimmig bei 1 Enthaltung");
    expect(resultLabel(ruled(standard, { yes: 7, abstain: 2, invalid: 1 }))).toBe(
      "einstimmig bei 2 Enthaltungen und 1 ungültigen Stimme",
    );
  });

  it("says what would have turned it", () => {
    expect(turningSentence(ruled(standard, { yes: 8, no: 9 }))).toBe("Mit 2 Ja-Stimmen mehr wäre angenommen.");
    expect(turningSentence(ruled(standard, { yes: 9, no: 8 }))).toBe("Mit 1 Nein-Stimme mehr wäre nicht angenommen.");
    expect(turningSentence(ruled(standard, { yes: 12 }, "goDeviation"))).toBe(
      "Mit 1 Ja-Stimme weniger wäre nicht angenommen.",
    );
  });

  it("says when the result can no longer change", () => {
    expect(settledSentence("carried")).toContain("steht fest (angenommen)");
    expect(settledSentence("open")).toContain("noch nicht fest");
  });

  it("reads out consensus without inventing counts", () => {
    expect(consensusSentence(consensus(standard, { objections: 0 }))).toBe(
      "Einvernehmlich, niemand widerspricht (GO schweigt, Standardregel).",
    );
    expect(consensusSentence(consensus(standard, { objections: 1 }))).toBe(
      "Kein Konsens: 1 Widerspruch. Es wird nach Sitzen abgestimmt (GO schweigt, Standardregel).",
    );
  });
});

describe("elections in words", () => {
  const names: Readonly<Record<string, string>> = { A: "Frau Jansen", B: "Herr Lindner", C: "Frau Neeth" };
  const nameOf = (id: string) => names[id] ?? id;
  const rules = rulesWith(
    { "election.majority": "absoluteCast", "election.sequence": ["ballot", "runoff2", "lot"] },
    "§ 7",
  );
  const round = (votes: Readonly<Record<string, number>>, more: Partial<ElectionInput> = {}) => {
    const candidates = Object.entries(votes).map(([id, count]) => ({ id, votes: count }));
    const base = { seats: 1, abstain: 0, invalid: 0, presentVoting: 17, round: 1, step: "ballot" } as const;
    return electionSentence(electionRound(rules, { ...base, candidates, ...more }), nameOf);
  };

  it.each([
    [
      "an elected person",
      round({ A: 9, B: 7 }, { abstain: 1 }),
      "Gewählt ist Frau Jansen. Frau Jansen 9, Herr Lindner 7, 1 Enthaltung; nötig sind 9 Stimmen (§ 7 GO). Grundzahl: 16 gültige Stimmen; 1 Stimme anders abgegeben, und das Ergebnis wäre ein anderes.",
    ],
    [
      "a run-off",
      round({ A: 7, B: 6, C: 4 }),
      "Noch niemand ist gewählt. Frau Jansen 7, Herr Lindner 6, Frau Neeth 4; nötig sind 9 Stimmen (§ 7 GO). Grundzahl: 17 gültige Stimmen; es fehlten 2 Stimmen. In die Stichwahl gehen Frau Jansen und Herr Lindner.",
    ],
    [
      "a lot for the seat",
      round({ A: 8, B: 8 }, { round: 2, step: "runoff" }),
      "Noch niemand ist gewählt. Frau Jansen 8, Herr Lindner 8; die meisten Stimmen entscheiden (§ 7 GO). Es fehlte 1 Stimme. Es entscheidet das Los; gleichauf sind Frau Jansen und Herr Lindner.",
    ],
    [
      "a lot at the door of the run-off",
      round({ A: 7, B: 5, C: 5 }),
      "Noch niemand ist gewählt. Frau Jansen 7, Herr Lindner 5, Frau Neeth 5; nötig sind 9 Stimmen (§ 7 GO). Grundzahl: 17 gültige Stimmen; es fehlten 2 Stimmen. Um 1 Platz in der Stichwahl entscheidet das Los; gleichauf sind Herr Lindner und Frau Neeth. Schon in der Stichwahl: Frau Jansen.",
    ],
    [
      "a single candidate who failed",
      round({}, { candidates: [{ id: "A", yes: 7, no: 8, abstain: 2 }] }),
      "Niemand ist gewählt. 7 Ja, 8 Nein, 2 Enthaltungen; nötig sind 8 Stimmen (§ 7 GO; sonst Standardregel, weil die GO schweigt). Grundzahl: 15 gültige Stimmen; es fehlte 1 Stimme. Die Bewerbung hat nicht die nötige Mehrheit. Neue Vorschläge sind nötig.",
    ],
    [
      "several seats",
      round({ A: 15, B: 12, C: 8 }, { seats: 3 }),
      "Gewählt sind Frau Jansen und Herr Lindner. Frau Jansen 15, Herr Lindner 12, Frau Neeth 8; nötig sind 9 Stimmen (GO schweigt, Standardregel). Grundzahl: 17 anwesende Stimmen; es fehlte 1 Stimme. Es folgt ein weiterer Wahlgang; zur Wahl steht Frau Neeth.",
    ],
  ])("reads out %s", (_, sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  it("minutes a lot with its witness", () => {
    expect(lotSentence(["A"], ["A", "B"], "Herr Pohlmann", nameOf)).toBe(
      "Gezogen: Frau Jansen. Im Los waren Frau Jansen und Herr Lindner. Zeugnis: Herr Pohlmann.",
    );
  });
});

describe("rights in words", () => {
  it("answers a demand", () => {
    expect(demandSentence(secretDemand(standard, { demands: 1, presentSeats: 17 }))).toBe(
      "Es gibt eine geheime Abstimmung: verlangt von 1, nötig ist 1 (GO schweigt, Standardregel).",
    );
    expect(demandSentence(rollCallDemand(standard, { demands: 3, presentSeats: 17 }))).toBe(
      "Noch keine namentliche Abstimmung: verlangt von 3, nötig sind 6 (GO schweigt, Standardregel).",
    );
    expect(demandSentence(rollCallDemand(standard, { demands: 9, presentSeats: 17, isSecret: true }))).toBe(
      "Keine namentliche Abstimmung: die geheime Abstimmung geht vor (GO schweigt, Standardregel).",
    );
  });

  it("tells the second person of a seat who voted, never what", () => {
    const voter = { person: "B", role: "delegate", otherSeats: 0, isChair: false, votedBy: "A" } as const;
    expect(seatVoterSentence(seatVoter(standard, voter), { seat: "Regenbogen", nameOf: () => "Herr Lindner" })).toBe(
      "Für Regenbogen hat schon Herr Lindner abgestimmt; die erste Stimme zählt (GO schweigt, Standardregel).",
    );
    const first = { person: "B", role: "delegate", otherSeats: 0, isChair: false } as const;
    expect(seatVoterSentence(seatVoter(standard, first), { seat: "Regenbogen", nameOf: String })).toBe("");
  });

  it("speaks of turns and time", () => {
    const rules = rulesWith({ "speakers.maxTurns": 2, "speakers.seconds": 90 }, "§ 8");
    expect(turnSentence(speakingTurn(rules, { turnsSoFar: 2 }))).toBe(
      "Zu diesem Punkt haben Sie schon 2 Mal gesprochen; vorgesehen sind höchstens 2 Mal (§ 8 GO).",
    );
    expect(speakingTimeSentence(speakingTime(rules, { spokenSeconds: 29 }))).toBe(
      "Redezeit 1 Minute 30 Sekunden, es bleiben 1 Minute 1 Sekunde (§ 8 GO).",
    );
    expect(speakingTimeSentence(speakingTime(rules, { spokenSeconds: 91 }))).toBe(
      "Die Redezeit von 1 Minute 30 Sekunden ist abgelaufen (§ 8 GO).",
    );
  });
});
