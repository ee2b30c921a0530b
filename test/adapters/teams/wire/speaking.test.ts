import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const cast = [
  { name: "anna", office: "chair" },
  { name: "gabi", office: "office" },
  { name: "bert", isUnlinked: true },
  { name: "carla", wish: { tenant: "9e9e9e9e-0000-4000-8000-000000000009", role: "guest" } },
] as const;

describe.each(["groupChat", "channel"] as const)("what somebody says in a %s", (kind) => {
  let scene: TeamsScene;
  let notes = 0;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast, kind });
    await scene.says("anna", "sitzung eröffnen");
    await scene.hears("Die 1. Sitzung ist eröffnet");
  });

  afterAll(() => scene.stop());

  const noted = (text: string) => scene.hears(text);

  it.each<[string, Parameters<TeamsScene["says"]>[2]]>([
    ["with the mention in front", {}],
    ["with the mention behind", { mention: "end" }],
    ["with two mentions", { mention: "twice" }],
    ["with a mention that does not say its text", { mention: "textless" }],
    ["as HTML", { html: true }],
    ["escaped although it calls itself plain", { escaped: true }],
    ["pasted", { pasted: true }],
  ])("is heard %s, and stays text", async (_, options) => {
    notes += 1;
    const words = `Punkt ${notes}: <b>a & b</b> *c* [d](http://e)`;
    await scene.says("anna", `feststellung: ${words}.`, options);
    const message = await noted(`Punkt ${notes}:`);
    expect(scene.person("anna").seesOf(message).text).toContain(words);
  });

  it("without a mention it does not even come, and with all messages coming it is nothing to us", async () => {
    const { room, person, version } = scene;
    const before = version();
    expect((await person("anna").says(room, "feststellung: Leise.")).isDelivered).toBe(false);
    room.rsc = true;
    expect((await person("anna").says(room, "feststellung: Leise.")).status).toBe(200);
    room.rsc = false;
    expect(version()).toBe(before);
  });

  it("a guest of another tenant speaks in ours with her own account", async () => {
    await scene.says("carla", "anwesend");
    await eventually(() => scene.recorded("AttendanceRecorded")).toBe(1);
  });

  it("somebody who is not linked is told how to be", async () => {
    await scene.says("bert", "anwesend");
    await scene.hears("Ihr Konto ist noch mit keiner Person verbunden");
    expect(scene.recorded("AttendanceRecorded")).toBe(1);
  });

  it("somebody without an Entra account is told why it does not work", async () => {
    const { fake, room, person } = scene;
    const dora = fake.person("Dora", { objectId: null });
    await person("anna").addsMembers(room, dora);
    expect((await dora.says(room, "anwesend", { mention: true })).status).toBe(200);
    await scene.hears("ohne Konto einer Organisation");
    expect(scene.recorded("AttendanceRecorded")).toBe(1);
  });

  it("nobody is anybody by name", async () => {
    const { fake, room, person, version } = scene;
    const before = version();
    const impostor = fake.person("Anna");
    await person("anna").addsMembers(room, impostor);
    expect((await impostor.says(room, "sitzung schließen", { mention: true })).status).toBe(200);
    const refusals = () => scene.said().filter((text) => text.includes("mit keiner Person verbunden"));
    await eventually(refusals).toHaveLength(2);
    expect(version()).toBe(before);
    expect(scene.recorded("MeetingClosed")).toBe(0);
  });
});

describe("what somebody says in a chat of no committee", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
  });

  afterAll(() => scene.stop());

  it("changes nothing, and is answered with the address for the committee's file", async () => {
    const { fake, person, version } = scene;
    const before = version();
    const other = fake.chat({ kind: "groupChat", members: [person("anna"), person("bert")] });
    expect((await person("anna").says(other, "sitzung eröffnen", { mention: true })).status).toBe(200);
    const answer = await scene.hears("gehört noch zu keinem Gremium", other);
    expect(person("anna").seesOf(answer).text).toContain(`adresse: "${other.id}"`);
    expect(version()).toBe(before);
  });

  it("linking by code in the direct chat, from beginning to end", async () => {
    const { person } = scene;
    await scene.saysAlone("gabi", "code Frau Bert");
    const told = await scene.hears("anmelden", person("gabi").alone);
    const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(person("gabi").seesOf(told).text)?.[0] ?? "";
    await scene.saysAlone("bert", "anmelden AAAAA-AAAAA");
    await scene.hears("Diesen Code gibt es nicht", person("bert").alone);
    expect(scene.recorded("AccountLinked")).toBe(3);
    await scene.saysAlone("bert", `anmelden ${code}`);
    await scene.hears("Frau Bert", person("bert").alone);
    expect(scene.recorded("AccountLinked")).toBe(4);
    await scene.says("anna", "sitzung eröffnen");
    await scene.says("bert", "anwesend");
    await eventually(() => scene.recorded("AttendanceRecorded")).toBe(1);
  });
});
