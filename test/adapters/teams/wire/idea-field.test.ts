import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries } from "../../../../src/core/kernel/table.ts";
import { StorageFault } from "../../../../src/flows/ports.ts";
import type { Delivery } from "../../../support/teams/courier.ts";
import { fieldIn, openWorkshop } from "../../../support/teams/idea-fields.ts";
import { objectsWithin } from "../../../support/teams/json.ts";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] as const;
const questions = ["Was brauchen junge Menschen vor Ort?", "Was fehlt uns dafür?"];

const readIn = ({ body }: Delivery): string => JSON.stringify(body);

describe("ideas with names by the card in the room", () => {
  let scene: TeamsScene;
  let card: Message;
  let isFailing = false;

  beforeAll(async () => {
    scene = await openTeamsScene({
      cast,
      before: openWorkshop({ questions }),
      house: {
        asHouse: (house) => ({
          ...house,
          runner: {
            ...house.runner,
            handle: async (incoming) =>
              isFailing
                ? { kind: "fault", fault: new StorageFault("disk-full", "no space") }
                : house.runner.handle(incoming),
          },
        }),
      },
    });
    await scene.says("anna", "phase ideen");
    card = await scene.hears("Jetzt: Ideen sammeln");
  });

  afterAll(() => scene.stop());

  const seen = (name: string, message = card) => scene.person(name).seesOf(message);
  const gives = (name: string, text: string, wozu = "", message = card) =>
    scene.clicks(name, message, "Idee geben", { filledIn: { text, wozu } });
  const ideas = () =>
    entries(scene.bot().house.runner.state().workshops.ideas).map(({ text, question, person }) => [
      person,
      question,
      text,
    ]);

  it("can be given for a guiding question or for none, and are read back with what can be done next", async () => {
    expect(fieldIn(seen("bert").card)).toMatchObject({
      button: "Idee geben",
      choices: ["Leitfrage 1: Was brauchen junge Menschen vor Ort?", "Leitfrage 2: Was fehlt uns dafür?"],
      chosen: undefined,
    });
    await gives("bert", "Mehr Plätze in der Kurzzeitpflege", "idee zu 2");
    expect(seen("bert").text).toContain("Idee 1 „Mehr Plätze in der Kurzzeitpflege“ ist notiert.");
    expect(seen("bert").text).toContain("Zur Leitfrage 2: Was fehlt uns dafür?");
    await gives("carla", "Kürzere Wege\nzum Jugendamt");
    expect(ideas()).toEqual([
      ["bert", 2, "Mehr Plätze in der Kurzzeitpflege"],
      ["carla", undefined, "Kürzere Wege zum Jugendamt"],
    ]);
    await scene.hears("Klausurtagung: 2 Ideen.");
    expect(scene.said()).toHaveLength(2);
    expect(scene.said().join("\n")).not.toContain("ist notiert");
  });

  it("are told what they resemble, with buttons that take nothing along from the field", async () => {
    await gives("carla", "Mehr Kurzzeitpflegeplätze", "idee zu 2");
    expect(seen("carla").text).toContain("Idee 3 ähnelt Idee 1");
    const others = [...objectsWithin(seen("carla").card)].filter(
      (one) => one["type"] === "Action.Execute" && one["title"] !== "Idee geben",
    );
    expect(others.map(({ title, associatedInputs }) => [title, associatedInputs])).toEqual([
      ["Idee 1 unterstützen", "none"],
      ["Idee 3 zurückziehen", "none"],
    ]);
    await scene.clicks("carla", card, "Idee 3 zurückziehen");
    expect(seen("carla").text).toContain("Idee 3 „Mehr Kurzzeitpflegeplätze“ ist zurückgezogen.");
  });

  it("are not noted twice, and what was not taken stays in the field with its question", async () => {
    await gives("bert", "mehr plätze in der kurzzeitpflege!", "idee zu 2");
    expect(seen("bert").text).toContain("Abgelehnt: Das steht schon von Ihnen da, als Idee 1.");
    expect(fieldIn(seen("bert").card)).toMatchObject({
      text: "mehr plätze in der kurzzeitpflege!",
      chosen: "idee zu 2",
    });
    expect(ideas()).toHaveLength(3);
  });

  it("stay in the field while the disk fails, and are taken after that", async () => {
    isFailing = true;
    await gives("bert", "Eine gemeinsame Liste", "idee zu 1");
    isFailing = false;
    expect(seen("bert").text).toMatch(/nicht gespeichert|kein Platz|voll/i);
    const { text, chosen } = fieldIn(seen("bert").card);
    await gives("bert", text, chosen);
    expect(ideas().at(-1)).toEqual(["bert", 1, "Eine gemeinsame Liste"]);
  });

  it("can be given where the workshop was asked for, in the room and in the direct chat", async () => {
    await scene.says("carla", "workshop");
    const again = await scene.hears("Workshop „Klausurtagung“ ist eröffnet.");
    await gives("carla", "Offene Sprechstunden", "", again);
    await scene.saysAlone("bert", "workshop");
    const alone = await scene.hears("Workshop „Klausurtagung“ ist eröffnet.", scene.person("bert").alone);
    await gives("bert", "Ein gemeinsamer Kalender", "idee zu 1", alone);
    expect(ideas().slice(-2)).toEqual([
      ["carla", undefined, "Offene Sprechstunden"],
      ["bert", 1, "Ein gemeinsamer Kalender"],
    ]);
    await scene.says("anna", "phase pause");
    await eventually(() => seen("carla").buttons).toEqual([]);
    await eventually(() => seen("bert", alone).text).toContain("Das Feld ist geschlossen.");
    // A card that was called up in the room says so when it is filled in.
    await gives("carla", "Nachgereicht", "", again);
    expect(seen("carla", again).text).toContain("Dieses Feld gilt nicht mehr; notiert ist nichts.");
    expect(seen("carla", again).text).toContain("• Nachgereicht");
  });

  it("no limit was passed, nothing malformed was sent", () => {
    expect(scene.fake.violations).toEqual([]);
    expect(scene.bot().notes).toEqual([]);
  });
});

describe("the field of a room", () => {
  let scene: TeamsScene;
  beforeAll(async () => {
    scene = await openTeamsScene({ cast, before: openWorkshop({ questions }) });
  });
  afterAll(() => scene.stop());

  const ideas = () => entries(scene.bot().house.runner.state().workshops.ideas);

  it("is gone when names are given up, since nobody shall find a name where none was asked for", async () => {
    await scene.says("anna", "phase ideen");
    const named = await scene.hears("Jetzt: Ideen sammeln");
    const { action } = fieldIn(scene.person("bert").seesOf(named).card);
    await scene.says("anna", "workshop anonym");
    const unnamed = await scene.hears("Workshop „Klausurtagung“: Ideen sind anonym");
    await eventually(() => scene.person("bert").seesOf(named).text).toContain("Das Feld ist geschlossen.");
    const data = { ...Object(action["data"]), text: "Noch mit Namen" };
    const late = await scene.person("bert").clicks(named, { ...action, data });
    expect(readIn(late)).toContain("Dieses Feld gilt nicht mehr; notiert ist nichts. Bitte lesen Sie, was jetzt gilt");
    expect(fieldIn(scene.person("bert").seesOf(named).card)).toMatchObject({
      text: "Noch mit Namen",
      button: "Idee anonym geben",
    });
    await scene.clicks("bert", unnamed, "Idee anonym geben", { filledIn: { text: "Ohne Namen" } });
    expect([scene.recorded("AnonymousIdeaGiven"), ideas().length]).toEqual([1, 0]);
  });

  it("with a question of its own belongs to that one by itself", async () => {
    await scene.says("anna", "leitfrage im Raum Jugendamt: Was kann das Amt selbst tun?");
    const card = await scene.hears("Workshop „Klausurtagung“: Ideen sind anonym");
    await scene.clicks("carla", card, "Idee anonym geben", { filledIn: { text: "Zum Raum" } });
    await scene.clicks("carla", card, "Idee anonym geben", { filledIn: { text: "Zu allen", wozu: "idee zu 1" } });
    await scene.says("anna", "phase gruppieren");
    await scene.hears("Der Kasten ist geöffnet: 3 anonyme Ideen");
    const byText = new Map(ideas().map(({ text, question }) => [text, question]));
    expect(byText).toEqual(
      new Map([
        ["Ohne Namen", undefined],
        ["Zum Raum", 3],
        ["Zu allen", 1],
      ]),
    );
    expect(scene.fake.violations).toEqual([]);
  });
});
