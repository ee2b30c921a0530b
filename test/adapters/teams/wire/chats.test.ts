import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { personKey } from "../../../support/keys.ts";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "gabi", office: "office" }, { name: "bert" }] as const;

describe("a message that is edited", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
    await scene.says("anna", "sitzung eröffnen");
    await scene.hears("Die 1. Sitzung ist eröffnet");
  });

  afterAll(() => scene.stop());

  it("becomes a command if the bot is mentioned only now", async () => {
    const { person, room } = scene;
    const { message, isDelivered } = await person("bert").says(room, "anwesend");
    expect(isDelivered).toBe(false);
    expect((await person("bert").edits(message, "anwesend", { mention: true })).status).toBe(200);
    await eventually(() => scene.recorded("AttendanceRecorded")).toBe(1);
  });

  it("stays what it was if it was a command; the person alone is told so, once", async () => {
    const { person, saysAlone, hears, version, said } = scene;
    const { message } = await scene.says("anna", "feststellung: Erste Fassung.");
    await hears("Erste Fassung.");
    const before = version();
    await person("anna").edits(message, "feststellung: Zweite Fassung.");
    await person("anna").edits(message, "feststellung: Dritte Fassung.");
    await hears("Bearbeitete Nachrichten lese ich nicht noch einmal", person("anna").alone);
    await saysAlone("anna", "hilfe");
    await hears("Das können Sie", person("anna").alone);
    expect(version()).toBe(before);
    expect(said().filter((text) => /Zweite|Dritte|Bearbeitete/.test(text))).toEqual([]);
    expect(said(person("anna").alone).filter((text) => text.includes("Bearbeitete"))).toHaveLength(1);
  });

  it("says nothing if it is deleted", async () => {
    const { message } = await scene.says("anna", "feststellung: Gelöscht.");
    await scene.hears("Gelöscht.");
    const before = scene.version();
    expect((await scene.person("anna").deletes(message)).status).toBe(200);
    expect(scene.version()).toBe(before);
  });
});

describe("where the bot comes and goes", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
  });

  afterAll(() => scene.stop());

  const greetings = (texts: readonly string[]) => texts.filter((text) => text.includes("Guten Tag")).length;

  it("it greets a room of the committee once, though Teams tells of it twice and again", async () => {
    const { person, room, hears, said } = scene;
    await person("anna").addsBot(room);
    await person("anna").addsBot(room);
    await hears("Guten Tag");
    await scene.says("anna", "hilfe");
    await hears("Das können Sie");
    expect(greetings(said())).toBe(1);
  });

  it("it tells any other chat its address, once", async () => {
    const { fake, person, hears, said } = scene;
    for (const kind of ["groupChat", "channel"] as const) {
      const other = fake.chat({ kind, members: [person("anna")] });
      await person("anna").addsBot(other);
      await hears(`"${other.team?.id ?? other.id}"`, other);
      expect(said(other)).toHaveLength(1);
    }
  });

  it("it greets whom it does not know alone, and nobody else there", async () => {
    const { fake, person, hears, said } = scene;
    const stranger = fake.person("Zoe", { access: "missing" });
    await stranger.installsApp();
    await hears("Guten Tag", stranger.alone);
    await person("bert").installsApp();
    await scene.saysAlone("bert", "hilfe");
    await hears("Das können Sie", person("bert").alone);
    expect([greetings(said(stranger.alone)), greetings(said(person("bert").alone))]).toEqual([1, 0]);
  });

  it("who comes later can be called by name, who left cannot", async () => {
    const { fake, person, room, hears, tell, toRoom } = scene;
    const call = (key: string) => tell(key, toRoom, `Bitte ${key}.`, { callsOn: [personKey("bert")] });
    await call("eins");
    expect(person("anna").seesOf(await hears("Bitte eins.")).text).toContain("Gefragt: <at>Frau Bert");
    await person("anna").removesMembers(room, person("bert"));
    await call("zwei");
    expect(person("anna").seesOf(await hears("Bitte zwei.")).text).not.toContain("Gefragt");
    await person("anna").addsMembers(room, person("bert"));
    await call("drei");
    expect(person("anna").seesOf(await hears("Bitte drei.")).text).toContain("Gefragt: <at>Frau Bert");
    expect(fake.violations).toEqual([]);
  });

  it("removed from a room it gives up what waits there, tells the office, and works again when it is back", async () => {
    const { fake, person, room, hears, said, tell, toRoom } = scene;
    // What was delivered is marked a moment later, and counts until then.
    await eventually(() => scene.bot().house.store.pending()).toEqual([]);
    const rule = fake.faults.add({ method: "POST", chat: room, fault: { kind: "status", status: 503, retryAfter: 1 } });
    onTestFinished(() => rule.remove());
    await tell("waits-1", toRoom, "Das wartet.");
    await tell("waits-2", toRoom, "Das auch.");
    await fake.waitFor(() => rule.hits() > 0);
    await person("anna").removesBot(room);
    rule.remove();
    const office = await hears("Ich wurde aus dem Teams-Chat »Jugendamt« entfernt", person("gabi").alone);
    expect(person("gabi").seesOf(office).text).toContain("2 Nachrichten konnten dort nicht mehr zugestellt werden");
    expect(said(person("gabi").alone).filter((text) => text.includes("entfernt"))).toHaveLength(1);
    // What was on its way finds the door closed.
    await fake.waitFor(() => fake.calls.some(({ status }) => status === 403));
    await person("anna").addsBot(room);
    await scene.says("anna", "sitzung eröffnen");
    await hears("Die 1. Sitzung ist eröffnet");
    expect(said().join()).not.toMatch(/Das wartet|Das auch/);
  });
});
