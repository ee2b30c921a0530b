import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageText } from "../../../support/teams/sight.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] as const;

describe("in a channel", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast, kind: "channel" });
  });

  afterAll(() => scene.stop());

  it("an answer stands in the thread in which we were spoken to", async () => {
    const first = await scene.says("anna", "sitzung eröffnen");
    const answer = await scene.hears("Die 1. Sitzung ist eröffnet");
    expect(answer.thread).toBe(first.message.id);
    const second = await scene.says("bert", "hilfe");
    expect((await scene.hears("Das können Sie")).thread).toBe(second.message.id);
    expect(second.message.id).not.toBe(first.message.id);
    await scene.says("anna", "feststellung: Im ersten Faden.", { inThreadOf: first.message });
    expect((await scene.hears("Im ersten Faden.")).thread).toBe(first.message.id);
  });

  it("a vote in a thread is answered on its card, and counted", async () => {
    await scene.says("anna", "anwesend Frau Anna, Frau Bert, Frau Carla");
    await scene.says("anna", "antrag: Wir treffen uns.");
    const { message } = await scene.says("anna", "abstimmung 1");
    const card = await scene.hears("Abstimmung eröffnet");
    expect(card.thread).toBe(message.id);
    await scene.clicks("bert", card, "Ja");
    expect(scene.person("bert").seesOf(card).text).toContain("Ihre Stimme für Träger Bert: Ja");
    await scene.fake.waitFor(() => scene.person("anna").seesOf(card).text.includes("Abgestimmt: 1 von 3"));
    expect(scene.fake.violations).toEqual([]);
  });
});

describe("a team that takes us out", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast: [...cast, { name: "gabi", office: "office" }], kind: "channel" });
  });

  afterAll(() => scene.stop());

  it("is noticed when the next message finds the door closed, each time, and back again everything works", async () => {
    const { person, room, tell, toRoom, fake, hears, said } = scene;
    const losses = () => said(person("gabi").alone).filter((text) => text.includes("»Jugendamt« entfernt")).length;
    for (const time of [1, 2]) {
      await scene.says("anna", "hilfe");
      await tell(`there ${time}`, toRoom, `Da zum ${time}. Mal.`);
      await hears(`Da zum ${time}. Mal.`);
      await person("anna").removesBot(room);
      await tell(`lost ${time}`, toRoom, `Verloren ${time}.`);
      await fake.waitFor(() => losses() === time);
      await person("anna").addsBot(room);
    }
    await scene.says("anna", "hilfe");
    await hears("Das können Sie");
    expect(said().join()).not.toContain("Verloren");
  });
});

describe("in a channel in which every agenda item has its own post", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast, kind: "channel", threads: true });
  });

  afterAll(() => scene.stop());

  it("what is said under an item stands below its post, wherever the command came from", async () => {
    const opened = await scene.says("anna", "sitzung eröffnen");
    await scene.says("anna", "anwesend Frau Anna, Frau Bert, Frau Carla");
    for (const title of ["Haushalt", "Verschiedenes"]) {
      await scene.says("anna", `top neu "${title}"`, { inThreadOf: opened.message });
      await scene.hears(title);
    }
    const threads: (string | undefined)[] = [];
    for (const [number, title] of [
      [1, "Haushalt"],
      [2, "Verschiedenes"],
    ] as const) {
      await scene.says("anna", `top ${number}`, { inThreadOf: opened.message });
      const called = await scene.hears(new RegExp(`^TOP ${number}: ${title}`));
      await scene.says("anna", `feststellung: Zu ${title}.`, { inThreadOf: opened.message });
      const noted = await scene.hears(`Zu ${title}.`);
      expect(noted.thread).toBe(threadOf(called));
      threads.push(noted.thread);
    }
    expect(new Set([...threads, opened.message.id]).size).toBe(3);
    expect(scene.fake.violations).toEqual([]);
  });

  it("ideas said below a guiding question belong to it", async () => {
    await scene.says("anna", "sitzung schließen ja");
    await scene.says("anna", 'workshop planen "Klausur" heute 0–23:59 Uhr');
    await scene.says("anna", "workshop eröffnen");
    await scene.says("anna", "leitfrage: Was fehlt?; Was gelingt?");
    await scene.says("anna", "phase ideen");
    const places = [/^Leitfrage 1: .*\nIdeen dazu/, /^Leitfrage 2: .*\nIdeen dazu/];
    const [first, second] = await Promise.all(places.map((place) => scene.hears(place)));
    if (first === undefined || second === undefined) throw new Error("no threads");
    const { message } = await scene.says("bert", "idee: Mehr Plätze", { inThreadOf: second });
    await scene.says("bert", "idee: Mehr Personal", { inThreadOf: first });
    await scene.hears("Klausur: 2 Ideen.");
    await scene.person("bert").edits(message, "idee: Viel mehr Plätze");
    await scene.hears("Die Idee bleibt, wie sie notiert ist", scene.person("bert").alone);
    await scene.saysAlone("carla", "ideen zu 2");
    const listed = await scene.hears("Zur Leitfrage 2", scene.person("carla").alone);
    expect(messageText(listed)).toContain("Mehr Plätze");
    expect(messageText(listed)).not.toContain("Mehr Personal");
    expect(threadOf(second)).not.toBe(threadOf(first));
  });

  const threadOf = ({ thread, id }: Message): string => thread ?? id;
});
