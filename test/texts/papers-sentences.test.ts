import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperWording } from "../../src/texts/papers.ts";
import { asSentence, ofCommittee, ordinalWord, spokenSpan } from "../../src/texts/papers-sentences.ts";
import { day, time } from "../support/keys.ts";

const { report, attendance, minutes } = paperWording;

describe("what a member wrote, as a sentence", () => {
  it.each([
    ["  mehr Plätze fehlen ", "Mehr Plätze fehlen."],
    ["Was nun?", "Was nun?"],
    ["Er sagte: „So nicht!“", "Er sagte: „So nicht!“"],
    ["Übergänge etc.", "Übergänge etc."],
    ["Plätze (Pflege und Heim)", "Plätze (Pflege und Heim)."],
    ["Inobhutnahmestellen,", "Inobhutnahmestellen."],
    ["§ 29 SGB VIII gilt", "§ 29 SGB VIII gilt."],
    ["öffentlich tagen", "Öffentlich tagen."],
    ["dass es so bleibt", "dass es so bleibt."],
  ])("%j becomes %j", (typed, expected) => {
    expect(asSentence(typed)).toBe(expected);
  });

  it("always ends with a mark and keeps the words", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß][a-zäöüß ,;-]{0,30}[a-zäöüß]$/), (typed) => {
        const said = asSentence(typed);
        expect(said.endsWith(".")).toBe(true);
        expect(said.slice(1, -1)).toBe(typed.slice(1));
      }),
    );
  });
});

describe("what somebody said", () => {
  it.each([
    ["Jetzt geht es los.", "„Jetzt geht es los“, so Frau Jansen."],
    ["Wann geht es los?", "„Wann geht es los?“, so Frau Jansen."],
    ["Übergänge etc.", "„Übergänge etc.“, so Frau Jansen."],
    ["Und dann …", "„Und dann …“, so Frau Jansen."],
  ])("is quoted: %j", (text, expected) => {
    expect(minutes.attributed({ manner: "verbatim", who: "Frau Jansen", text, field: undefined })).toBe(expected);
  });

  it("is told as it was reported", () => {
    const facts = { manner: "reported", who: "Frau Jansen", text: "die Plätze reichen nicht" } as const;
    expect(minutes.attributed({ ...facts, field: undefined })).toBe(
      "Frau Jansen berichtete: Die Plätze reichen nicht.",
    );
    expect(minutes.attributed({ ...facts, field: "Stationär" })).toBe(
      "Stationär: Frau Jansen berichtete: Die Plätze reichen nicht.",
    );
  });
});

describe("the grade of a note in the report", () => {
  it.each([
    ["consensus", "mehr Plätze sind nötig", "Einvernehmlich festgestellt wurde: Mehr Plätze sind nötig."],
    ["consensus", "dass mehr Plätze nötig sind", "Einvernehmlich festgestellt wurde, dass mehr Plätze nötig sind."],
    ["consensus", "Dass mehr Plätze nötig sind.", "Einvernehmlich festgestellt wurde, dass mehr Plätze nötig sind."],
    [
      "consensus",
      "Alle Anwesenden stellten einvernehmlich fest, dass es so ist",
      "Alle Anwesenden stellten einvernehmlich fest, dass es so ist.",
    ],
    ["found", "Plätze fehlen", "Festgestellt wurde: Plätze fehlen."],
    ["mentioned", "Umgang mit „Feuerwehreinsätzen“", "Genannt wurde: Umgang mit „Feuerwehreinsätzen“."],
    // "genannten" is not "genannt": the grade must still be said.
    ["mentioned", "die genannten Plätze", "Genannt wurde: Die genannten Plätze."],
    ["agreed", "Es wurde vereinbart, sich zu treffen", "Es wurde vereinbart, sich zu treffen."],
    ["background", "Der JHA hat 2022 beschlossen", "Der JHA hat 2022 beschlossen."],
  ] as const)("%s: %j", (grade, typed, expected) => {
    expect(report.note(grade, typed)).toBe(expected);
  });
});

describe("how a motion ended", () => {
  const declared = {
    outcome: "carried",
    manner: "declared",
    unanimous: false,
    withAmendments: false,
    secret: false,
    eligible: 17,
    all: true,
  } as const;

  it("names no numbers where nobody counted", () => {
    expect(report.resolution({ ...declared, unanimous: true })).toBe(
      "Von den 17 stimmberechtigten Mitgliedern wurde einstimmig beschlossen (Beschluss):",
    );
    expect(report.resolution({ ...declared, manner: "consensus", reference: "2023-1" })).toBe(
      "Von den 17 stimmberechtigten Mitgliedern wurde einvernehmlich beschlossen (Beschluss 2023-1):",
    );
  });

  it("names what was counted", () => {
    const counts = { yes: 12, no: 1, abstain: 1, invalid: 0 };
    expect(report.resolution({ ...declared, manner: "ballot", eligible: 14, all: false, secret: true, counts })).toBe(
      "Von den 14 anwesenden stimmberechtigten Mitgliedern wurde in geheimer Abstimmung mit 12 Ja-Stimmen, 1 Nein-Stimme und 1 Enthaltung beschlossen (Beschluss):",
    );
  });

  it("says so where it was rejected", () => {
    const text = report.resolution({ ...declared, outcome: "rejected", withAmendments: true, title: "Satzung" });
    expect(text).toBe("Von den 17 stimmberechtigten Mitgliedern wurde abgelehnt (Antrag, Satzung):");
  });
});

describe("dates, times and numbers in words", () => {
  it("computes the weekday of an appointment", () => {
    expect(report.appointment("Fachtag", { date: day("2023-03-20") })).toBe(
      "Vereinbart wurde: Fachtag am Montag, dem 20. März 2023.",
    );
    expect(report.appointment("Fachtag", { date: day("2023-03-22"), from: time("09:30") })).toBe(
      "Vereinbart wurde: Fachtag am Mittwoch, dem 22. März 2023, um 9:30 Uhr.",
    );
  });

  it("says spans, ordinals and names of committees", () => {
    expect(spokenSpan(time("09:00"), time("16:00"))).toBe("von 9 bis 16 Uhr");
    expect([1, 10, 11].map(ordinalWord)).toEqual(["erste", "zehnte", "11."]);
    expect(ofCommittee("AG 78 Hilfen zur Erziehung")).toBe("der AG 78 Hilfen zur Erziehung");
    expect(ofCommittee("Runder Tisch")).toBe("von „Runder Tisch“");
  });

  it("says of the quorum where the rules are silent", () => {
    expect(attendance.quorum({ quorate: false, present: 8, needed: 9, base: 17 })).toBe(
      "Beschlussunfähigkeit wurde festgestellt: 8 von 17 Stimmen anwesend, nötig sind 9 (GO schweigt, Standardregel).",
    );
  });

  it("counts a single one as one", () => {
    expect(report.seatsPresent(1, 17)).toBe("Von 17 stimmberechtigten Sitzen war 1 vertreten (je Sitz eine Stimme).");
    expect(report.electionLeadIn({ unanimous: true, people: 1 })).toBe("Einstimmig gewählt wurde:");
    expect(report.summary.dates(1)).toBe("Ein weiterer Sitzungstermin wurde festgelegt.");
    expect(minutes.electionDeclared({ elected: ["Frau Jansen"], unanimous: false, eligible: 1 })).toBe(
      "Frau Jansen wurde gewählt. Stimmen wurden nicht gezählt; 1 Mitglied war stimmberechtigt.",
    );
  });
});
