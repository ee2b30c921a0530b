import { describe, expect, it } from "vitest";
import { itemText, speakingTimeSet } from "../../src/texts/announcements-agenda.ts";
import { candidacyWithdrawn, electionOpened, standingLine } from "../../src/texts/announcements-elections.ts";
import { adjournedToNext, attendanceLine, headCountText, quorumLost } from "../../src/texts/announcements-meeting.ts";
import { motionDecided } from "../../src/texts/announcements-motions.ts";
import { notedQuietly, taskLine } from "../../src/texts/announcements-notes.ts";
import { entryName } from "../../src/texts/words-entries.ts";
import { day } from "../support/keys.ts";

const result = {
  motion: 2,
  title: undefined,
  manner: "ballot",
  unanimous: undefined,
  withAmendments: false,
  reference: undefined,
} as const;

describe("announcements", () => {
  it("name a result with what is known of it, and nothing else", () => {
    const carried = { ...result, outcome: "carried", reference: "2023-1" } as const;
    expect(motionDecided(carried)).toBe("Antrag 2 ist beschlossen. Beschluss 2023-1.");
    expect(motionDecided({ ...carried, unanimous: true, withAmendments: true, title: "GO" })).toBe(
      "Antrag 2 „GO“ ist einstimmig mit Änderungen beschlossen. Beschluss 2023-1.",
    );
    expect(motionDecided({ ...carried, manner: "declared", unanimous: false })).toContain("mehrheitlich beschlossen");
    expect(motionDecided({ ...carried, manner: "ballot", unanimous: false })).not.toContain("mehrheitlich");
    expect(motionDecided({ ...carried, manner: "consensus", withAmendments: true })).toContain(
      "im Konsens mit Änderungen",
    );
    expect(motionDecided({ ...result, outcome: "rejected" })).toBe("Antrag 2 ist abgelehnt.");
    expect(motionDecided({ ...result, outcome: "undecided" })).toBe("Antrag 2: kein Ergebnis.");
  });

  it("keep the qualifier of a head count, and a group without number stays without", () => {
    expect(headCountText("Fachkräfte", "over", 50)).toBe("über 50 Fachkräfte");
    expect(headCountText("Fachkräfte", "about", 100)).toBe("etwa 100 Fachkräfte");
    expect(headCountText("Trägervertretungen", "exact", 24)).toBe("24 Trägervertretungen");
    expect(headCountText("Leitungskräfte des Jugendamtes", "none", undefined)).toBe("Leitungskräfte des Jugendamtes");
  });

  it("count one and many", () => {
    expect(attendanceLine(1, 17, 1)).toBe("Anwesend: 1 von 17 Sitzen, 1 Person.");
    expect(attendanceLine(1, 1, 24)).toBe("Anwesend: 1 von 1 Sitz, 24 Personen.");
    expect(adjournedToNext(1)).toContain("1 offener Punkt kommt");
    expect(adjournedToNext(3)).toContain("3 offene Punkte kommen");
    expect(notedQuietly("mentioned", false, 8, undefined)).toBe("Notiert (genannt, 8 Punkte).");
    expect(notedQuietly("mentioned", false, 0, "Klausur")).toBe("Notiert beim Workshop „Klausur“ (genannt).");
    expect(speakingTimeSet(60)).toContain("1 Minute.");
    expect(speakingTimeSet(90)).toContain("90 Sekunden.");
    expect(standingLine([])).toBe("Noch kandidiert niemand.");
    expect(electionOpened("2. Sprecher*in", 2, true)).toBe("Wahl eröffnet: 2. Sprecher*in (2 Plätze, geheim).");
    expect(candidacyWithdrawn("Frau Jansen")).toBe("Frau Jansen kandidiert nicht mehr.");
  });

  it("say that the quorum is lost, no longer that it is not there", () => {
    expect(quorumLost("nicht beschlussfähig (8 von 17)", ", seit Frau Jansen gegangen ist")).toBe(
      "Achtung: Die AG ist nicht mehr beschlussfähig (8 von 17), seit Frau Jansen gegangen ist.",
    );
  });

  it("describe an item and a task with what was given", () => {
    const item = { title: "GO", public: true, deciding: true };
    expect(itemText(item)).toBe("GO");
    expect(itemText({ ...item, minutes: 20, public: false, deciding: false })).toBe(
      "GO (20 min, nichtöffentlich, ohne Beschluss)",
    );
    const task = { task: 3, text: "Liste erstellen", owner: undefined, due: undefined, dueText: undefined };
    expect(taskLine(task)).toBe("Aufgabe 3: Liste erstellen.");
    expect(taskLine({ ...task, owner: "Frau Jansen (Hafen)", due: day("2023-06-12") })).toBe(
      "Aufgabe 3: Liste erstellen. Zuständig: Frau Jansen (Hafen), bis Montag, 12.06.2023.",
    );
    expect(taskLine({ ...task, dueText: "bis Mitte 2025" })).toBe("Aufgabe 3: Liste erstellen. Bis Mitte 2025.");
  });

  it("name a kind of entry in German, and keep words that are no kind", () => {
    expect(entryName("NoteTaken")).toBe("Notiz");
    expect(entryName("Notiz vom Vormittag")).toBe("Notiz vom Vormittag");
  });
});
