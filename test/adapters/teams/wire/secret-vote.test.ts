import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const names = ["anna", "bert", "carla", "dora", "emil", "frida"] as const;
const VOTED = "liegt verschlossen in der Urne";

describe("a secret vote", () => {
  let scene: TeamsScene;
  let card: Message;

  beforeAll(async () => {
    const cast = names.map((name) => ({ name, ...(name === "anna" ? ({ office: "chair" } as const) : {}) }));
    scene = await openTeamsScene({ cast });
    card = await scene.opensBallot("anna", " geheim");
  });

  afterAll(() => scene.stop());

  const seen = (name: string, message = card) => scene.person(name).seesOf(message);
  const paperOf = (name: string) => scene.hears("Ihr Stimmzettel", scene.person(name).alone);

  it("is asked for in the room without any button to vote with", () => {
    expect(seen("anna").buttons).toEqual(["Mein Stimmzettel"]);
    expect(seen("anna").text).toContain("geheim");
  });

  it("the ballot paper opens in the room for one person alone, and is cast there", async () => {
    const before = scene.said().length;
    await scene.clicks("bert", card, "Mein Stimmzettel");
    expect(seen("bert").isPersonalView).toBe(true);
    expect(seen("bert").buttons).toEqual(["Ja", "Nein", "Enthaltung"]);
    await scene.clicks("bert", card, "Ja");
    expect(seen("bert").text).toContain(`Die Stimme für Träger Bert ${VOTED}`);
    for (const other of ["anna", "carla"]) {
      expect(seen(other).isPersonalView).toBe(false);
      expect(seen(other).text).not.toMatch(/Bert liegt|Ja]/);
    }
    expect(scene.said()).toHaveLength(before);
  });

  it("the client may ask for the paper by itself", async () => {
    expect((await scene.person("carla").refreshes(card)).status).toBe(200);
    expect(seen("carla").buttons).toEqual(["Ja", "Nein", "Enthaltung"]);
  });

  it("is cast in the direct chat as well, by button and by word", async () => {
    const paper = await paperOf("dora");
    await scene.clicks("dora", paper, "Nein");
    expect(seen("dora", paper).text).toContain(VOTED);
    await paperOf("emil");
    await scene.saysAlone("emil", "ja");
    await scene.hears(VOTED, scene.person("emil").alone);
    expect(scene.recorded("SecretVoteCast")).toBe(3);
  });

  it("is not cast by a word in the room, nor by a button that was made up", async () => {
    await scene.says("carla", "ja");
    await scene.hears(/Direktchat/);
    const forged = {
      type: "Action.Execute",
      verb: "antwort",
      data: { command: "ja", about: "ballot-1", nonce: "11111111-0000-4000-8000-000000000002" },
    };
    const answer = await scene.person("carla").clicks(card, forged);
    expect(JSON.stringify(answer.body)).toContain("Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt.");
    expect(scene.recorded("SecretVoteCast")).toBe(3);
  });

  it("a paper clicked twice counts once, and cannot be changed", async () => {
    const paper = await paperOf("frida");
    const first = await scene.clicks("frida", paper, "Ja");
    const again = await scene.fake.deliverAgain(first.activity, { newId: true, newTimestamp: true });
    expect(JSON.stringify(again.body)).toContain(VOTED);
    await scene.clicks("frida", card, "Mein Stimmzettel");
    expect(seen("frida").text).toContain(VOTED);
    expect(scene.recorded("SecretVoteCast")).toBe(4);
  });

  it("the room's card stays as it is while it runs: a new one would take away the papers people have open", async () => {
    await scene.clicks("carla", await paperOf("carla"), "Enthaltung");
    expect(scene.recorded("SecretVoteCast")).toBe(5);
    await scene.says("anna", "feststellung: Danach.");
    await scene.hears("Danach.");
    expect(card.versions).toHaveLength(1);
    expect(seen("bert").isPersonalView).toBe(true);
    expect(scene.said().join("\n")).not.toMatch(/Abgestimmt|verschlossen in der Urne/);
  });

  it("what was chosen stands in no note of the adapter", async () => {
    const notes = readdirSync(join(scene.bot().folder, "teams")).map((file) =>
      readFileSync(join(scene.bot().folder, "teams", file), "latin1"),
    );
    expect(notes.join("").length).toBeGreaterThan(1_000);
    expect(notes.join("")).not.toMatch(/Stimme für Träger|\b(?:yes|abstain)\b/);
    // What opens the ballot stands there, and names the three choices once for each card.
    expect(scene.bot().notes).toEqual([]);
  });

  it("at the end the papers lose their buttons, and whoever still clicks is told that it is over", async () => {
    const paper = await paperOf("anna");
    const stale = { ...(scene.person("anna").seesOf(paper).card ?? {}) };
    expect(JSON.stringify(stale)).toContain('"Ja"');
    await scene.says("anna", "abstimmung schließen");
    await scene.hears(/^Angenommen: 3 Ja, 1 Nein, 1 Enthaltung/);
    for (const name of ["anna", "bert", "emil"]) {
      const own = await paperOf(name);
      await eventually(() => seen(name, own).buttons).toEqual([]);
      expect(seen(name, own).text).toContain("Diese Abstimmung ist beendet");
    }
    await eventually(() => seen("anna").buttons).toEqual([]);
    const late = {
      type: "Action.Execute",
      verb: "antwort",
      data: { command: "ja", about: "ballot-1", isPrivate: true, nonce: "11111111-0000-4000-8000-000000000003" },
    };
    const answer = await scene.person("anna").clicks(paper, late);
    expect(JSON.stringify(answer.body)).toMatch(/beendet|keine Abstimmung/);
    expect(scene.recorded("SecretVoteCast")).toBe(5);
  });

  it("no limit was passed, nothing malformed was sent", () => {
    expect(scene.fake.violations).toEqual([]);
    expect(scene.bot().notes).toEqual([]);
  });
});
