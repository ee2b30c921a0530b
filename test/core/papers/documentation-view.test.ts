import { describe, expect, it } from "vitest";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { CommitteeState } from "../../../src/core/committee/state.ts";
import { entry } from "../../../src/core/kernel/table.ts";
import { documentationView } from "../../../src/core/papers/documentation-view.ts";
import { minutesView } from "../../../src/core/papers/minutes-view.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import { stateAfter } from "../../support/fold.ts";
import { workshopWithIdeas } from "../../support/idea-groups.ts";
import { day } from "../../support/keys.ts";
import { paperContext } from "../../support/paper-context.ts";
import { meetingDay, openMeeting, smallCommittee, voter } from "../../support/small-committee.ts";

const tagLists = [{ name: "Prinzipien", tags: ["Kooperation", "Ressourcen"] }];
const founded = [...smallCommittee({ description: { tagLists } }), ...openMeeting(4)];

const viewOf = (state: CommitteeState, number = 1) => {
  const workshop = entry(state.workshops.workshops, number);
  if (workshop === undefined) throw new Error("no workshop");
  return documentationView(state, workshop, paperContext);
};
const documentationOf = (...events: readonly CommitteeEvent[]) => viewOf(stateAfter([...founded, ...events]));

const held: readonly CommitteeEvent[] = [
  ...workshopWithIdeas({ ideas: ["Mehr Plätze", "Fahrdienst", "Räume", "Weg damit"], questions: [1, 1] }),
  { type: "WorkshopModeratorNamed", workshop: 1, person: voter(3) },
  { type: "WorkshopHeadsCounted", workshop: 1, group: "Fachkräfte", qualifier: "about", count: 40 },
  { type: "WorkshopHeadsCounted", workshop: 1, group: "Fachkräfte", qualifier: "over", count: 50 },
  { type: "WorkshopHeadsCounted", workshop: 1, group: "Gäste", qualifier: "none" },
  { type: "IdeaWithdrawn", idea: 4 },
  { type: "IdeaCommented", idea: 1, person: voter(3), text: "Auch nachts" },
  { type: "IdeaSupported", idea: 1, person: voter(3) },
  { type: "IdeaTagged", idea: 1, tag: "Kooperation" },
  { type: "IdeaGroupMade", workshop: 1, group: 1, name: "Entlastung", ideas: [1, 2] },
  {
    type: "WeightingOpened",
    weighting: 1,
    workshop: 1,
    over: "ideas",
    targets: [1, 2, 3],
    budget: 2,
    per: "person",
    several: true,
    mode: "open",
  },
  {
    type: "WeightingClosed",
    weighting: 1,
    counts: [
      { target: { kind: "idea", number: 1 }, dots: 2 },
      { target: { kind: "idea", number: 3 }, dots: 2 },
      { target: { kind: "idea", number: 2 }, dots: 0 },
    ],
    voters: 2,
  },
  {
    type: "ResultMade",
    result: 1,
    kind: "motion",
    text: "Der Kreis entlastet Familien.",
    origin: { kind: "group", number: 1 },
    owner: voter(2),
  },
  { type: "ResultMade", result: 2, kind: "task", text: "Woanders her", origin: { kind: "none" } },
  {
    type: "RouteSet",
    result: 1,
    steps: [
      { body: "Steuerungsgruppe", role: "preparation", target: day("2023-02-01") },
      { body: "Jugendhilfeausschuss", role: "decision", targetText: "4. Sitzungslauf 2024" },
    ],
  },
  {
    type: "RouteStepAnswered",
    result: 1,
    step: 1,
    outcome: "agreed",
    unanimous: true,
    condition: "bei positiver Prognose",
  },
  { type: "ResultTagged", result: 1, tag: "Ressourcen" },
];

describe("the documentation of a workshop", () => {
  it("counts heads by group, as they were counted last and with their qualifier", () => {
    expect(documentationOf(...held).participants.map(({ sources: _, ...one }) => one)).toEqual([
      { label: "Fachkräfte", count: { number: 50, qualifier: "über" } },
      { label: "Gäste" },
    ]);
  });

  it("has the ideas by question and group, with whose they are, comments, support and tags", () => {
    const { sections, ideas, groups, ungrouped, withdrawn } = documentationOf(...held);
    expect({ ideas, groups, ungrouped, withdrawn }).toEqual({ ideas: 3, groups: 1, ungrouped: 1, withdrawn: 1 });
    expect(sections).toMatchObject([
      {
        question: { number: 1, text: "Was ist Frage 1?" },
        groups: [
          {
            number: 1,
            name: "Entlastung",
            ideas: [
              {
                number: 1,
                text: "Mehr Plätze",
                support: 1,
                tags: ["Kooperation"],
                comments: [{ text: "Auch nachts" }],
              },
              { number: 2, text: "Fahrdienst", tags: [], comments: [] },
            ],
          },
        ],
        ungrouped: [],
      },
      { groups: [], ungrouped: [{ number: 3, text: "Räume" }] },
    ]);
    expect(sections[0]?.groups[0]?.ideas[0]?.by?.name).toBeDefined();
  });

  it("leaves ties ties, and says what got no dots", () => {
    expect(documentationOf(...held).weightings).toMatchObject([
      {
        number: 1,
        terms: "2 Punkte je Person, über 3 Ideen",
        voters: 2,
        dots: 4,
        places: [{ place: "1. bis 2.", isTied: true, dots: 2, targets: [{ number: 1 }, { number: 3, text: "Räume" }] }],
        without: [{ kind: "idea", number: 2, text: "Fahrdienst" }],
      },
    ]);
  });

  it("has what became of it, with the way it goes; no other result", () => {
    expect(documentationOf(...held).results).toMatchObject([
      {
        number: 1,
        kind: "motion",
        origin: "Gruppe 1 „Entlastung“",
        tags: ["Ressourcen"],
        standing: "liegt bei Jugendhilfeausschuss (Entscheidung), 4. Sitzungslauf 2024",
        steps: [
          {
            body: "Steuerungsgruppe",
            due: "bis Mittwoch, 01.02.2023",
            standing: "einstimmig zugestimmt; Bedingung: bei positiver Prognose",
            answer: { outcome: "agreed", unanimous: true, condition: "bei positiver Prognose" },
          },
          { body: "Jugendhilfeausschuss", due: "4. Sitzungslauf 2024", standing: "offen" },
        ],
      },
    ]);
  });

  it("has what was recorded in it, with grade, name and points; nothing of a meeting", () => {
    const { recorded } = documentationOf(
      ...held,
      {
        type: "NoteTaken",
        note: 1,
        workshop: 1,
        grade: "found",
        text: "Es fehlen",
        points: ["Plätze"],
        internal: false,
      },
      {
        type: "NoteTaken",
        note: 2,
        workshop: 1,
        grade: "mentioned",
        text: "Jetzt geht es los.",
        said: { manner: "verbatim", name: "Frau Holm" },
        internal: false,
      },
      { type: "NoteTaken", note: 3, workshop: 1, grade: "mentioned", text: "Nur für uns", internal: true },
      { type: "NoteTaken", note: 4, meeting: 1, grade: "found", text: "Aus der Sitzung", internal: false },
      { type: "TaskAssigned", task: 1, workshop: 1, text: "Schulen einladen", ownerName: "Jugendamt" },
    );
    expect(recorded.map(({ grade, text }) => [grade, text])).toEqual([
      ["found", expect.stringContaining("Es fehlen")],
      ["said", "„Jetzt geht es los“, so Frau Holm."],
      ["mentioned", expect.stringContaining("Nur für uns")],
      ["agreed", expect.stringContaining("Schulen einladen")],
    ]);
    expect(recorded[0]?.entries).toMatchObject([{ text: "Plätze" }]);
    expect(recorded[2]?.internalOnly).toBe(true);
  });

  it("counts the committee's tags over ideas and results", () => {
    expect(documentationOf(...held).tagLists).toEqual([
      {
        name: "Prinzipien",
        tags: [
          { tag: "Kooperation", ideas: 1, results: 0 },
          { tag: "Ressourcen", ideas: 0, results: 1 },
        ],
      },
    ]);
  });

  it("shows nothing that is hidden or sealed, but how much there is", () => {
    const hidden = documentationOf(...workshopWithIdeas({ hidden: true, ideas: ["Geheim A", "Geheim B"] }));
    expect(hidden.sections).toEqual([]);
    expect(hidden.hidden).toBe(2);
    expect(JSON.stringify(hidden)).not.toContain("Geheim");
  });

  it("names in public nobody who gave an idea, commented or is to do something, only the Träger", () => {
    const open = publicVersion("documentation", documentationOf(...held));
    const idea = open.sections[0]?.groups[0]?.ideas[0];
    expect(idea).not.toHaveProperty("by");
    expect(idea?.comments[0]).toEqual({ text: "Auch nachts", sources: expect.anything() });
    expect(open.results[0]?.owner).not.toHaveProperty("person");
    expect(open.moderators).toHaveLength(1);
  });

  it("belongs to the report of the meeting it continues, and of one it was annexed to, once", () => {
    const annexed: CommitteeEvent = { type: "DocumentationAnnexed", note: 1, meeting: 1, workshop: 1 };
    const named: CommitteeEvent = { type: "AttachmentNamed", note: 2, meeting: 1, title: "Satzung" };
    const titles = (...events: readonly CommitteeEvent[]) =>
      minutesView(stateAfter([...founded, ...events]), 1, paperContext).attachments.map(({ title }) => title);
    const documentation = "Dokumentation des Workshops „Klausurtagung“ am 27.01.2023";
    expect(titles(...held)).toEqual([]);
    expect(titles(...held, annexed, named)).toEqual(["Satzung", documentation]);
    const continuing = held.map((event) => (event.type === "WorkshopPlanned" ? { ...event, continues: 1 } : event));
    expect(titles(...continuing, annexed)).toEqual([documentation]);
    expect(titles(...continuing.slice(0, 1))).toEqual([]);
    const { annexTo, continues } = viewOf(stateAfter([...founded, ...continuing]));
    expect([annexTo, continues]).toMatchObject([{ date: meetingDay }, { date: meetingDay }]);
  });
});
