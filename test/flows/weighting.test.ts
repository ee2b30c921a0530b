import { describe, expect, it } from "vitest";
import { localOf } from "../../src/adapters/clock/zone-time.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { namesOf } from "../../src/flows/names-of.ts";
import { replyToQuery } from "../../src/flows/queries-reply.ts";
import { plainText, type Reply } from "../../src/flows/reply.ts";
import type { Past } from "../support/fold.ts";
import { stateAfter } from "../support/fold.ts";
import { guest, meetingDay, officePerson, onMeetingDay, substitute, voter } from "../support/small-committee.ts";
import { onIdeas, opening, openWorkshop, placed, placing, weighing, workshop } from "../support/weightings.ts";
import { described, founded, hear, message, room } from "./conversation.ts";
import { doing, live, summoned, toActor, toEveryone } from "./telling.ts";

const weighingGroups = {
  type: "WeightingOpened",
  weighting: 1,
  workshop: 1,
  over: "groups",
  targets: [1, 2],
  budget: 3,
  per: "person",
  several: true,
  mode: "open",
} as const;

function commandOf(text: string, more: readonly (typeof weighingGroups)[] = []) {
  const heard = hear(text, { state: stateAfter([...founded, ...openWorkshop, ...more]) });
  if (heard.kind !== "command") throw new Error(`${text}: ${described(heard)}`);
  return heard.command;
}

describe("the words of a weighting", () => {
  const usual = { type: "OpenWeighting", over: "groups", budget: 3, per: "person", several: true, mode: "open" };
  it.each([
    ["gewichtung 3 punkte", {}],
    ["Gewichtung eröffnen 3", {}],
    ["gewichtung 1 punkt je träger", { budget: 1, per: "seat" }],
    ["gewichtung 3 punkte pro Sitz geheim", { per: "seat", mode: "secret" }],
    ["gewichtung 3 punkte über ideen nur 1, 2 und 5", { over: "ideas", targets: [1, 2, 5] }],
    ["gewichtung 3 punkte nur gruppen 1; 2 einer je gruppe", { targets: [1, 2], several: false }],
    ["gewichtung 3 punkte ueber gruppen einer je idee je person", { several: false }],
  ])("%s", (text, expected) => {
    expect(commandOf(text)).toEqual({ ...usual, ...expected });
  });

  const on = (number: number, dots: number) => ({ target: { kind: "group", number }, dots });
  it.each([
    ["punkte 3 5 5", [on(3, 1), on(5, 1), on(5, 1)]],
    ["punkte: 3, 5 und 5.", [on(3, 1), on(5, 1), on(5, 1)]],
    ["punkte 3: 2, 5: 1", [on(3, 2), on(5, 1)]],
    ["punkte 3:2 5:1", [on(3, 2), on(5, 1)]],
    ["punkte 2 auf 3, 1 auf Gruppe 5", [on(3, 2), on(5, 1)]],
    ["punkte 2 Punkte auf 3", [on(3, 2)]],
    ["punkte auf gruppe 4", [on(4, 1)]],
    ["punkte 3: 0", [on(3, 0)]],
  ])("%s", (text, dots) => {
    expect(commandOf(text, [weighingGroups])).toEqual({ type: "PlaceDots", dots, private: true });
  });

  it.each([
    ["punkt auf 3", { dots: [on(3, 1)] }],
    ["gewichtung 2 punkt auf 3", { weighting: 2, dots: [on(3, 1)] }],
  ])("%s", (text, expected) => {
    expect(commandOf(text, [weighingGroups])).toEqual({ type: "PlaceDots", adds: true, private: true, ...expected });
  });

  it.each([
    "punkte viele",
    "punkte 3 fünf",
    "punkte -1",
    "punkte 3.5",
    "punkte 1e3",
    "punkt auf 3 und 5",
    "punkte <b>",
  ])("%s: are no dots", (text) => {
    expect(described(hear(text, { state: stateAfter([...founded, ...openWorkshop]) }))).toContain("sind keine Punkte");
  });

  it("a point of the agenda is still a point of the agenda", () => {
    expect(hear("punkt 3")).toMatchObject({ command: { type: "CallAgendaItem", item: 3 } });
  });
});

describe("what is told of a weighting", () => {
  it("reads the terms and the targets out, and sends nobody a letter of an open one", () => {
    const told = doing(workshop(), opening({ several: false }));
    expect(toEveryone(told)).toBe(
      [
        "Gewichtung 1 eröffnet: 3 Punkte je Träger, über 5 Ideen, höchstens einer je Idee.",
        ...[1, 2, 3, 4, 5].map((number) => `• Idee ${number} „Idee Nummer ${number}“`),
        "Schreiben Sie „punkte“ und die Nummern, zum Beispiel „punkte 3 5“. Bis zum Schluss können Sie ändern.",
        "Je Träger gilt, wer zuerst punktet.",
        "Zur Wahl steht, was jetzt da ist; was dazukommt, erst in der nächsten Gewichtung.",
        "› Punkte geben: gewichtung 1",
      ].join("\n"),
    );
    expect(summoned(told)).toEqual([]);
  });

  it("sends the paper of a secret one to whoever has dots", () => {
    const asked = summoned(doing(workshop(), opening({ mode: "secret" })));
    expect(asked.map(({ to }) => to.kind === "person" && to.person)).toEqual([
      ...[1, 2, 3, 4, 5].map(voter),
      ...[1, 2].map(substitute),
    ]);
    expect(asked[0] === undefined ? "" : plainText(asked[0])).not.toContain("›");
  });

  it("reads the dots back to the person alone; the rooms hear only how many have placed theirs", () => {
    const told = doing(weighing(), placing(onIdeas(3, 5)), { by: voter(2) });
    expect(toActor(told)).toContain(
      "Punkte notiert für Träger 2: 1 auf Idee 3 „Idee Nummer 3“, 1 auf Idee 5 „Idee Nummer 5“.\nNoch frei: 1 Punkt.\n› Punkt auf Idee 1",
    );
    expect(toEveryone(told)).toBe("");
    expect(live(told).map((one: Reply) => [one.live, plainText(one)])).toEqual([
      [
        "gewichtung-1",
        "Gewichtung 1 läuft: 3 Punkte je Träger, über 5 Ideen.\nGepunktet haben bisher 1 von 5 Trägern.\nZwischenstände gibt es nicht, damit niemand sich danach richtet.\n› Punkte geben: gewichtung 1",
      ],
    ]);
  });

  it("hides how many have placed secret dots while they are few", () => {
    const four = placed(
      weighing({ mode: "secret" }),
      [1, 2, 3, 4].map((n) => [voter(n), n] as const),
    );
    const text = (past: Past) =>
      live(doing(past, placing(onIdeas(1)), { by: voter(5) }))
        .map(plainText)
        .join("\n");
    expect(text(four)).toContain("Gepunktet haben bisher 5 von 5 Trägern.");
    expect(text(weighing({ mode: "secret" }))).toContain("nenne ich bei geheimer Gewichtung erst ab 5");
  });

  it("shows the ranking with its ties, and a picture of it", () => {
    const before = placed(weighing(), [
      [voter(1), 2, 2, 4],
      [voter(2), 4, 5],
    ]);
    const told = doing(before, { type: "CloseWeighting" });
    expect(toEveryone(told)).toBe(
      [
        "Gewichtung 1 ist geschlossen: 2 Träger haben 5 Punkte gegeben.",
        "• 1. bis 2. Platz gleichauf: Idee 2 „Idee Nummer 2“ und Idee 4 „Idee Nummer 4“, je 2 Punkte",
        "• 3. Platz: Idee 5 „Idee Nummer 5“, 1 Punkt",
        "Ohne Punkte: Idee 1 „Idee Nummer 1“ und Idee 3 „Idee Nummer 3“.",
        "Die Gewichtung ist ein Meinungsbild, kein Beschluss.",
      ].join("\n"),
    );
    const rooms = told.replies.filter(({ to, live: key }) => to.kind === "everyone" && key === undefined);
    const figures = rooms.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "figures"));
    expect(figures).toEqual([
      {
        kind: "figures",
        title: "Gewichtung 1",
        rows: [2, 4, 5].map((n) => ({ label: `Idee ${n} „Idee Nummer ${n}“`, count: n === 5 ? 1 : 2 })),
      },
    ]);
    expect(live(told).map((one) => [plainText(one), one.over])).toEqual([["Gewichtung 1 ist geschlossen.", true]]);
  });
});

describe("the question for a weighting", () => {
  function asked({ state }: Past, person: PersonId, more: Partial<Incoming> = {}, weighting?: number): string {
    const names = namesOf(state, meetingDay, localOf);
    const incoming = { ...message("gewichtung"), ...more };
    const query = { kind: "weighting", ...(weighting === undefined ? {} : { weighting }) } as const;
    return plainText(replyToQuery(query, { state, incoming, person, ...onMeetingDay, names, waiting: 0, alarms: [] }));
  }
  const some = placed(weighing(), [[voter(1), 2, 2]]);

  it("shows one's own dots alone, with a button for each that is left", () => {
    expect(asked(some, voter(1))).toContain(
      "Ihre Punkte für Träger 1: 2 auf Idee 2 „Idee Nummer 2“.\nNoch frei: 1 Punkt.",
    );
    expect(asked(some, voter(1))).toContain("› Punkt auf Idee 5 „Idee Nummer 5“: gewichtung 1 punkt auf 5");
    expect(asked(some, voter(1), { room })).not.toContain("Ihre Punkte");
    expect(asked(some, voter(1), { room, isClick: true })).toContain("Ihre Punkte");
    expect(asked(some, voter(2))).toContain("Sie haben noch 3 Punkte.");
  });

  it("says who placed the dots of the seat, and to whom none belong", () => {
    expect(asked(some, substitute(1))).toContain("Für Ihren Träger hat Frau Stimme 1 (Träger 1) schon gepunktet.");
    expect(asked(some, substitute(1))).not.toContain("punkt auf");
    expect(asked(some, guest)).toContain("Sie punkten nicht mit.");
  });

  it("offers the end to the moderation", () => {
    expect(asked(some, voter(3))).toContain("› Gewichtung schließen: gewichtung schließen");
    expect(asked(some, voter(2))).not.toContain("gewichtung schließen");
  });

  it("never tells where others have placed theirs before the end", () => {
    for (const person of [voter(2), voter(3), officePerson]) expect(asked(some, person)).not.toMatch(/Platz|2 auf/);
    expect(asked(some.when({ type: "CloseWeighting" }).thenAccepted(), guest)).toContain("1. Platz: Idee 2");
  });

  it("says that there is none", () => {
    expect(asked(workshop(), guest)).toBe("Es gab noch keine Gewichtung.");
    expect(asked(some, guest, {}, 4)).toBe("Eine Gewichtung 4 gibt es nicht.");
  });

  it("shows a long list whole to whoever asks, and in short to the rooms", () => {
    const many = workshop(
      Array.from({ length: 60 }, (_, n) => ({
        type: "IdeaGiven" as const,
        workshop: 1,
        idea: n + 6,
        person: voter(1),
        text: `Weitere ${n}`,
      })),
    );
    const told = doing(many, opening());
    expect(toEveryone(told)).toContain("• … und 45 weitere");
    expect(asked(told.past, voter(1))).toContain("• Idee 65 „Weitere 59“");
    expect(asked(told.past, voter(1)).match(/› Punkt auf/g)).toHaveLength(12);
  });
});
