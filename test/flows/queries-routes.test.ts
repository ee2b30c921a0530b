import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import type { Query } from "../../src/flows/queries.ts";
import { replyToQuery } from "../../src/flows/queries-reply.ts";
import { plainText } from "../../src/flows/reply.ts";
import { stateAfter } from "../support/fold.ts";
import { day } from "../support/keys.ts";
import { meetingDay, officePerson, onMeetingDay, smallCommittee, voter } from "../support/small-committee.ts";
import { message } from "./conversation.ts";

const tagLists = [{ name: "Ziele", tags: ["Partizipation", "Sozialraum"] }];

const workshop: readonly CommitteeEvent[] = [
  ...smallCommittee({ description: { tagLists } }),
  { type: "WorkshopPlanned", workshop: 1, title: "Klausurtagung", days: [], anonymous: false, hidden: false },
  { type: "IdeaGiven", workshop: 1, idea: 1, person: voter(2), text: "Ein Elternrat" },
  { type: "AnonymousIdeasOpened", workshop: 1, round: 1, ideas: [{ idea: 2, text: "Kürzere Wege" }] },
  { type: "IdeaGiven", workshop: 1, idea: 3, person: voter(3), text: "Mehr Obst" },
  { type: "IdeaGroupMade", workshop: 1, group: 1, name: "Eltern", ideas: [1] },
  { type: "IdeaGroupMade", workshop: 1, group: 2, name: "Beteiligung", ideas: [2] },
  { type: "IdeaGroupsMerged", into: 2, from: [1] },
  {
    type: "WeightingOpened",
    weighting: 1,
    workshop: 1,
    over: "ideas",
    targets: [1, 2, 3],
    budget: 3,
    per: "person",
    several: true,
    mode: "open",
  },
  {
    type: "WeightingClosed",
    weighting: 1,
    voters: 2,
    counts: [
      { target: { kind: "idea", number: 1 }, dots: 2 },
      { target: { kind: "idea", number: 2 }, dots: 2 },
      { target: { kind: "idea", number: 3 }, dots: 1 },
    ],
  },
];

const results: readonly CommitteeEvent[] = [
  {
    type: "ResultMade",
    result: 1,
    kind: "motion",
    text: "Elternräte",
    origin: { kind: "group", number: 2 },
    workshop: 1,
  },
  { type: "ResultTagged", result: 1, tag: "Partizipation" },
  { type: "IdeaTagged", idea: 1, tag: "Partizipation" },
  {
    type: "RouteSet",
    result: 1,
    steps: [
      { body: "Steuerungsgruppe", role: "preparation", target: day("2023-01-20") },
      { body: "Jugendhilfeausschuss", role: "decision", targetText: "4. Sitzungslauf 2024" },
    ],
  },
  {
    type: "ResultMade",
    result: 2,
    kind: "task",
    text: "Anrufen",
    origin: { kind: "none" },
    ownerName: "Kreis Auental",
  },
];

const answered: CommitteeEvent = {
  type: "RouteStepAnswered",
  result: 1,
  step: 1,
  outcome: "agreed",
  unanimous: true,
  on: day("2023-01-19"),
  condition: "bei positiver Prognose",
  text: "einstimmig zugestimmt, mit Dank",
};

function asked(
  events: readonly CommitteeEvent[],
  query: Omit<Extract<Query, { kind: "results" }>, "kind"> = {},
): string {
  const state = stateAfter(events);
  const names = namesOf(state, meetingDay, localOf);
  const facts = { state, incoming: message("ergebnisse"), person: officePerson, ...onMeetingDay, names };
  return plainText(replyToQuery({ kind: "results", ...query }, { ...facts, waiting: 0, alarms: [] }));
}

describe("the story of a result", () => {
  it("goes from group to answer, and says what is next", () => {
    const text = asked([...workshop, ...results, answered], { result: 1 });
    expect(text).toContain("Ergebnis 1 (Antrag): Elternräte");
    expect(text).toContain("• Workshop „Klausurtagung“\n• Gruppe 2 „Beteiligung“\n• Schlagworte: Partizipation\n");
    expect(text).toContain(
      "• Schritt 1, Steuerungsgruppe (Vorbereitung), bis Freitag, 20.01.2023: einstimmig zugestimmt am Donnerstag, 19.01.2023; Bedingung: bei positiver Prognose; Wortlaut: einstimmig zugestimmt, mit Dank\n",
    );
    expect(text).toContain("• Schritt 2, Jugendhilfeausschuss (Entscheidung), 4. Sitzungslauf 2024: offen\n");
    expect(text).toContain("Als Nächstes: Jugendhilfeausschuss (Entscheidung), 4. Sitzungslauf 2024.");
  });

  it("says who is to do it, where it came from, and that no way is set", () => {
    const text = asked([...workshop, ...results], { result: 2 });
    expect(text).toContain("• Ohne Idee oder Gruppe festgehalten\n• Zuständig: Kreis Auental.");
    expect(text).toContain("„weiterleiten 2 an …“");
    expect(asked(workshop, { result: 9 })).toContain("Ein Ergebnis 9 gibt es nicht.");
  });
});

describe("the story of an idea", () => {
  it("tells dots as a tie, its group, and what came of the group, even if its own was merged", () => {
    const text = asked([...workshop, ...results], { idea: 1 });
    expect(text).toContain("• Idee 1 von Herrn Stimme 2 (Träger 2): Ein Elternrat\n• Gruppe 2 „Beteiligung“\n");
    expect(text).toContain(
      "• Gewichtung 1 (Ideen): 2 Punkte, Platz 1 von 3, gleichauf\n• Schlagworte: Partizipation\n",
    );
    expect(text).toContain("Ergebnis 1 (Antrag): Elternräte\nWeg:\n• Schritt 1, Steuerungsgruppe (Vorbereitung)");
    expect(text).toContain("offen, überfällig");
  });

  it("names nobody for an anonymous one, and says when nothing came of it", () => {
    expect(asked([...workshop, ...results], { idea: 2 })).toContain("• Idee 2: Kürzere Wege\n");
    expect(asked([...workshop, ...results], { idea: 3 })).toContain("Ein Ergebnis ist daraus noch nicht geworden.");
    expect(asked(workshop, { idea: 9 })).toContain("Eine Idee 9 gibt es nicht.");
  });

  it("does not show what is still hidden", () => {
    const text = asked(
      [
        ...smallCommittee(),
        { type: "WorkshopPlanned", workshop: 1, title: "Klausur", days: [], anonymous: false, hidden: true },
        { type: "IdeaGiven", workshop: 1, idea: 1, person: voter(2), text: "Ein Elternrat" },
      ],
      { idea: 1 },
    );
    expect(text).not.toContain("Elternrat");
    expect(text).toContain("noch verdeckt");
  });
});

describe("the list of results", () => {
  it("says where each of them stands, and how often each tag is used", () => {
    const text = asked([...workshop, ...results]);
    expect(text).toContain(
      "• Ergebnis 1 (Antrag): Elternräte – liegt bei Steuerungsgruppe (Vorbereitung), bis Freitag, 20.01.2023, überfällig\n",
    );
    expect(text).toContain("• Ergebnis 2 (Aufgabe): Anrufen – noch kein Weg festgelegt\n");
    expect(text).toContain("• Ziele: Partizipation (1 Ergebnis, 1 Idee), Sozialraum (nicht vergeben)");
  });

  it("can be looked at through a tag", () => {
    const text = asked([...workshop, ...results], { tag: "partizipation" });
    expect(text).toContain("Schlagwort „Partizipation“: 1 Ergebnis, 1 Idee\n• Ergebnis 1");
    expect(text).not.toContain("Ergebnis 2");
    expect(asked(workshop, { tag: "Wetter" })).toContain("Es gibt: Partizipation und Sozialraum.");
    expect(asked(smallCommittee(), { tag: "Wetter" })).toContain("Gremiumsdatei");
  });
});
