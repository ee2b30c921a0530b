import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ambiguitiesIn } from "../../../src/core/rules/ambiguities.ts";

const codesOf = (text: string, place?: string, settled: readonly string[] = []) =>
  ambiguitiesIn(text, place, (path) => settled.includes(path)).map(({ code }) => code);

describe("ambiguitiesIn", () => {
  it("asks whether a majority of those entitled is one of those present or of all", () => {
    const text = "Alle Beschlüsse werden mit der einfachen Mehrheit der Stimmberechtigten gefasst.";
    const [ambiguity, ...others] = ambiguitiesIn(text, undefined, undefined, { votingSeats: 17, present: 12 });
    expect(others).toEqual([]);
    expect(ambiguity).toMatchObject({
      question: "present or all members?",
      settledBy: ["majority.basis"],
      figures: { neededOfPresent: 7, neededOfMembers: 9 },
    });
  });

  it.each([
    ["Es entscheidet die Mehrheit der Mitglieder.", "presentOrMembers"],
    ["Beschlüsse bedürfen der Mehrheit der anwesenden Mitglieder.", "abstentionsOfPresent"],
    ["Beschlossen wird mit einfacher Mehrheit.", "majorityOfWhat"],
    ["Nötig ist eine Zweidrittelmehrheit.", "majorityOfWhat"],
    ["Nötig ist eine 2/3-Mehrheit.", "majorityOfWhat"],
    ["Nötig ist die absolute Mehrheit.", "absoluteOfWhat"],
    ["Die AG ist beschlussfähig, wenn die Hälfte der Träger anwesend ist.", "halfOrMore"],
    ["Einzuladen ist zwei Wochen vor der Sitzung, Zugang genügt.", "clearOrNthDay"],
    ["Die Einladung muss 14 volle Tage vorher erfolgen.", "dispatchOrReceipt"],
    ["Die Einladung ergeht schriftlich.", "writingOrText"],
    ["Die AG ist beschlussfähig, wenn mindestens drei Mitglieder da sind.", "seatsOrPersons"],
    ["Bei Stimmengleichheit entscheidet der Vorsitz.", "castingOrSecondVote"],
    ["Auf Antrag wird geheim abgestimmt.", "secretByDemandOrVote"],
    [
      "Auf Verlangen eines Trägers wird geheim, auf Verlangen eines Drittels namentlich abgestimmt.",
      "secretOrRollCall",
    ],
    ["Im Umlauf ist innerhalb von sieben Tagen zu antworten.", "endOnWeekend"],
  ])("finds two readings: %s", (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it.each([
    "Es entscheidet die Mehrheit der abgegebenen Stimmen.",
    "Nötig ist die Mehrheit aller Mitglieder.",
    "Nötig sind zwei Drittel der anwesenden Stimmen.",
    "Der Antrag ist angenommen, wenn mehr Ja- als Nein-Stimmen abgegeben sind.",
    "Auf Verlangen eines Mitglieds wird geheim abgestimmt.",
    "Die AG tagt viermal im Jahr.",
    "Bei Stimmengleichheit ist der Antrag abgelehnt.",
    "Die AG ist beschlussfähig, wenn mindestens die Hälfte der Träger anwesend ist.",
  ])("has no question about: %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it("asks nothing that the file itself decides", () => {
    const text = "Beschlossen wird mit einfacher Mehrheit.";
    expect(codesOf(text, "majority.kind")).toEqual(["majorityOfWhat"]);
    expect(codesOf(text, "majority.kind", ["majority.basis"])).toEqual([]);
    expect(codesOf(text, "election.sequence", ["majority.basis"])).toEqual(["majorityOfWhat"]);
  });

  it("asks only what belongs to the place of the words", () => {
    expect(codesOf("Die Einladung ergeht schriftlich mit einfacher Mehrheit.", "invite.form")).toEqual([
      "writingOrText",
    ]);
  });

  it("reads the days of a period and the share of a majority into its figures", () => {
    const [call] = ambiguitiesIn("Die Ladungsfrist beträgt zwei Wochen.", "invite.n");
    expect(call?.figures.days).toBe(14);
    const [share] = ambiguitiesIn("Nötig ist eine Dreiviertelmehrheit.");
    expect(share?.figures).toMatchObject({ neededOfPresent: 9, neededOfMembers: 13, neededOfCast: 8 });
  });

  it("answers every text and every committee, in whole numbers", () => {
    const words = [
      "Mehrheit",
      "der",
      "anwesenden",
      "Mitglieder",
      "geheim",
      "Antrag",
      "zwei",
      "Wochen",
      "Einladung",
      "2/3",
      "beschlussfähig",
      "Hälfte",
      "ä€",
    ];
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((some) => some.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.nat(1000), fc.nat(1000), (wording, votingSeats, present) => {
        for (const { figures, question } of ambiguitiesIn(wording, undefined, undefined, { votingSeats, present })) {
          expect(question).not.toBe("");
          for (const figure of Object.values(figures))
            expect(figure === undefined || Number.isInteger(figure)).toBe(true);
        }
      }),
    );
  });
});
