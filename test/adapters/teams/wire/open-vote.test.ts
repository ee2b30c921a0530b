import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] as const;

describe("an open vote", () => {
  let scene: TeamsScene;
  let card: Message;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
    card = await scene.opensBallot("anna");
  });

  afterAll(() => scene.stop());

  const seen = (name: string) => scene.person(name).seesOf(card);
  const cards = () => scene.said().filter((text) => text.includes("Abstimmung eröffnet: Antrag 1"));

  it("has one card in the room, with buttons and the state so far", async () => {
    expect(seen("anna").buttons).toEqual(["Ja", "Nein", "Enthaltung", "Meine Stimme"]);
    await eventually(() => seen("anna").text).toContain("Abgestimmt: 0 von 3 Stimmen");
    expect(cards()).toHaveLength(1);
  });

  it("a vote is confirmed to the voter alone, in the answer to the click", async () => {
    const before = { room: scene.said().length, alone: scene.said(scene.person("bert").alone).length };
    await scene.clicks("bert", card, "Ja");
    expect(seen("bert").isPersonalView).toBe(true);
    expect(seen("bert").text).toContain("Ihre Stimme für Träger Bert: Ja");
    expect(seen("bert").buttons).toEqual(["Ja", "Nein", "Enthaltung"]);
    await eventually(() => seen("anna").text).toContain("Abgestimmt: 1 von 3 Stimmen");
    expect(seen("anna").isPersonalView).toBe(false);
    expect(seen("carla").text).not.toContain("Ihre Stimme");
    // Nothing more is said for it anywhere.
    expect(scene.said()).toHaveLength(before.room);
    expect(scene.said(scene.person("bert").alone)).toHaveLength(before.alone);
  });

  it("who lost the own view gets it back, by the client itself and by a button", async () => {
    await eventually(() => seen("bert").isPersonalView).toBe(false);
    expect((await scene.person("bert").refreshes(card)).status).toBe(200);
    expect(seen("bert").text).toContain("Ihre Stimme für Träger Bert: Ja");
    await scene.clicks("carla", card, "Meine Stimme");
    expect(seen("carla").isPersonalView).toBe(true);
    expect(scene.recorded("VoteCast")).toBe(1);
  });

  it("a vote can be changed, also in the own view", async () => {
    expect(seen("bert").isPersonalView).toBe(true);
    await scene.clicks("bert", card, "Nein");
    expect(seen("bert").text).toContain("Ihre Stimme für Träger Bert: Nein");
    expect(scene.recorded("VoteCast")).toBe(2);
    await eventually(() => seen("anna").text).toContain("Abgestimmt: 1 von 3 Stimmen");
  });

  it("a refusal is told in the answer, too", async () => {
    const { fake, room, person } = scene;
    const stranger = fake.person("Zoe");
    await person("anna").addsMembers(room, stranger);
    expect((await stranger.clicks(card, "Ja")).status).toBe(200);
    expect(stranger.seesOf(card).text).toContain("mit keiner Person verbunden");
    expect(scene.recorded("VoteCast")).toBe(2);
  });

  it("whoever is not there yet is told so, with the button for it, and may vote after that", async () => {
    await scene.says("anna", "gehe Frau Carla");
    await scene.clicks("carla", card, "Ja");
    expect(seen("carla").text).toContain("Abgelehnt:");
    expect(seen("carla").buttons).toEqual(["anwesend", "Ja", "Nein", "Enthaltung"]);
    await scene.clicks("carla", card, "anwesend");
    expect(seen("carla").text).toContain("Sie sind als anwesend eingetragen");
    expect(seen("carla").buttons.slice(-3)).toEqual(["Ja", "Nein", "Enthaltung"]);
    expect(scene.recorded("VoteCast")).toBe(2);
  });

  it("at the end the card shows how it ended, with a chart and what stands for it, and has no buttons", async () => {
    const late = { card: seen("carla").card, title: "Ja" };
    expect(late.card).toBeDefined();
    const stale = buttonOf(late.card, "ja");
    await scene.says("anna", "abstimmung schließen");
    await scene.hears(/^Abgelehnt: /);
    await eventually(() => seen("anna").buttons).toEqual([]);
    expect(seen("anna").text).toContain("Abgelehnt: 0 Ja, 1 Nein, 0 Enthaltungen");
    const json = JSON.stringify(seen("anna").card);
    expect(json).toContain('"type":"Chart.HorizontalBar"');
    expect(json).toContain('"type":"Table"');
    // Somebody's client still shows the buttons.
    const answer = await scene.person("carla").clicks(card, stale);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toMatch(/keine Abstimmung|beendet/);
    expect(scene.recorded("VoteCast")).toBe(2);
  });

  it("the next ballot has a card of its own, and an old button does not count for it", async () => {
    const first = buttonOf(seen("anna").card ?? {}, "ja", "ballot-1");
    const second = await scene.opensBallot("anna", "", "Wir gehen heim.");
    expect(second.id).not.toBe(card.id);
    const before = scene.recorded("VoteCast");
    const answer = await scene.person("carla").clicks(card, first);
    expect(JSON.stringify(answer.body)).toMatch(/andere|beendet|nicht mehr/);
    expect(scene.recorded("VoteCast")).toBe(before);
    await scene.clicks("carla", second, "Ja");
    expect(scene.recorded("VoteCast")).toBe(before + 1);
    expect(cards()).toHaveLength(1);
  });

  it("no limit was passed, nothing malformed was sent", () => {
    expect(scene.fake.violations).toEqual([]);
    expect(scene.bot().notes).toEqual([]);
  });

  /** A button as an older card had it. */
  const buttonOf = (_: unknown, command: string, about = "ballot-1") => ({
    type: "Action.Execute",
    verb: "antwort",
    data: { command, about, nonce: "11111111-0000-4000-8000-000000000001" },
  });
});
