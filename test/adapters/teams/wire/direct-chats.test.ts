import { afterAll, describe, expect, it } from "vitest";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Access } from "../../../support/teams/world.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] as const;

describe.concurrent("writing to one person alone", () => {
  const scenes: TeamsScene[] = [];
  const opened = async (access: Access = "installed"): Promise<TeamsScene> => {
    const scene = await openTeamsScene({ cast: [...cast, { name: "dora", wish: { access } }] });
    scenes.push(scene);
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
    return scene;
  };
  const hints = (scene: TeamsScene) => scene.said().filter((text) => text.includes("nicht direkt schreiben"));

  afterAll(() => Promise.all(scenes.map((scene) => scene.stop())));

  it("works without anybody having written there before", async () => {
    const scene = await opened();
    await scene.tell("one", scene.toPerson("dora"), "Nur für Sie.");
    await scene.hears("Nur für Sie.", scene.person("dora").alone);
    expect(scene.said()).toHaveLength(1);
  });

  it.each<Access>(["missing", "blocked", "disabled"])(
    "%s: the person is told in the room, once, and gets everything in order after installing the app",
    async (access) => {
      const scene = await opened(access);
      const { alone, installsApp } = scene.person("dora");
      await scene.tell("one", scene.toPerson("dora"), "Erstens.");
      await scene.tell("two", scene.toPerson("dora"), "Zweitens.");
      const hint = await scene.hears("Frau Dora (Träger Dora): Ich kann Ihnen in Teams nicht direkt schreiben");
      expect(scene.person("dora").seesOf(hint).text).toContain("<at>Frau Dora");
      // It has been tried again meanwhile.
      const tries = () => scene.fake.calls.filter(({ status }) => status === 403).length;
      await scene.fake.waitFor(() => tries() > 1);
      expect(hints(scene)).toHaveLength(1);
      expect(scene.said(alone)).toEqual([]);
      await installsApp();
      await scene.hears("Zweitens.", alone);
      expect(scene.said(alone).filter((text) => text.includes("tens."))).toEqual(["Erstens.", "Zweitens."]);
      expect(hints(scene)).toHaveLength(1);
    },
  );

  it("a chat that is lost later on is opened again when it can be", async () => {
    const scene = await opened();
    const { alone, setAccess, removesApp, installsApp } = scene.person("dora");
    await scene.tell("one", scene.toPerson("dora"), "Erstens.");
    await scene.hears("Erstens.", alone);
    setAccess("blocked");
    await scene.tell("two", scene.toPerson("dora"), "Zweitens.");
    await scene.hears("nicht direkt schreiben");
    await removesApp();
    await installsApp();
    await scene.hears("Zweitens.", alone);
    expect(scene.fake.violations).toEqual([]);
  });

  it("who cannot be written to can vote in the room nevertheless, and others do not wait", async () => {
    const scene = await opened("missing");
    const card = await scene.opensBallot("anna", " geheim");
    await scene.hears("Ihr Stimmzettel", scene.person("bert").alone);
    await scene.clicks("dora", card, "Mein Stimmzettel");
    await scene.clicks("dora", card, "Ja");
    expect(scene.person("dora").seesOf(card).text).toContain("liegt verschlossen in der Urne");
    expect(scene.recorded("SecretVoteCast")).toBe(1);
  });

  it("somebody who left every room cannot be found; the office is told", async () => {
    const scene = await opened();
    await scene.person("anna").removesMembers(scene.room, scene.person("dora"));
    await scene.restart();
    scene.fake.faults.add({ method: "POST", path: /conversations$/, fault: { kind: "status", status: 404 } });
    await scene.tell("one", scene.toPerson("dora"), "Nur für Sie.");
    await scene.fake.waitFor(() => scene.bot().notes.some((note) => note.startsWith("no-direct-chat")));
    expect(scene.said(scene.person("dora").alone)).toEqual([]);
    // Nobody's chat can be opened now; the hint is for those who are still there.
    expect(hints(scene).filter((text) => text.includes("Dora"))).toEqual([]);
  });
});
