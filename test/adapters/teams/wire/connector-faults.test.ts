import { afterAll, describe, expect, it } from "vitest";
import type { Fault } from "../../../support/teams/faults.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const DOUBT = "Möglicherweise doppelt";

describe.concurrent("when the connector refuses, or is silent", () => {
  const scenes: TeamsScene[] = [];
  const opened = async (): Promise<TeamsScene> => {
    const scene = await openTeamsScene({
      cast: [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }],
    });
    scenes.push(scene);
    return scene;
  };

  afterAll(() => Promise.all(scenes.map((scene) => scene.stop())));

  /** The texts of a chat that matter here. */
  const tellings = (scene: TeamsScene) => scene.said().filter((text) => /eins|zwei/.test(text));

  /** Two messages into the room, while the first posts go wrong so many times. */
  async function toldDespite(fault: Fault, times: number): Promise<TeamsScene> {
    const scene = await opened();
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
    scene.fake.faults.add({ method: "POST", chat: scene.room, times, fault });
    await scene.tell("one", scene.toRoom, "Nachricht eins.");
    await scene.tell("two", scene.toRoom, "Nachricht zwei.");
    await scene.hears("zwei");
    return scene;
  }

  it.each<[string, Fault]>([
    ["asks for patience (429 with its time)", { kind: "status", status: 429, retryAfter: 1 }],
    ["asks for patience (429 without)", { kind: "status", status: 429 }],
    ["412", { kind: "status", status: 412 }],
    ["503", { kind: "status", status: 503 }],
  ])("%s: the message comes once, in its place, and nobody is made to doubt", async (_, fault) => {
    const scene = await toldDespite(fault, 2);
    expect(tellings(scene)).toEqual(["Nachricht eins.", "Nachricht zwei."]);
    const tries = scene.fake.calls.filter(({ bytes }) => bytes.includes("Nachricht eins."));
    expect(tries).toHaveLength(3);
    expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(scene.fake.violations).toEqual([]);
  });

  it.each<[string, Fault]>([
    ["502 before it was stored", { kind: "status", status: 502 }],
    ["500 before it was stored", { kind: "status", status: 500 }],
    ["the connection is cut before", { kind: "cut" }],
  ])("%s: it comes once, with a word that it may be there twice", async (_, fault) => {
    const scene = await toldDespite(fault, 1);
    const [first, ...rest] = tellings(scene);
    expect(first).toMatch(new RegExp(`^${DOUBT}[^]*Nachricht eins\\.$`));
    expect(rest).toEqual(["Nachricht zwei."]);
  });

  it.each<[string, Fault]>([
    ["502 although it was stored", { kind: "status", status: 502, after: true }],
    ["the connection is cut after it was stored", { kind: "cut", after: true }],
    ["no answer in time although it was stored", { kind: "slow", ms: 17_000 }],
  ])("%s: it comes a second time, and says so", async (_, fault) => {
    const scene = await toldDespite(fault, 1);
    const [first, second, ...rest] = tellings(scene);
    expect([first, ...rest]).toEqual(["Nachricht eins.", "Nachricht zwei."]);
    expect(second).toMatch(new RegExp(`^${DOUBT}[^]*Nachricht eins\\.$`));
  });

  it("what is on its way when the program ends is there once, and nobody is made to doubt", async () => {
    const scene = await opened();
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
    const slow = scene.fake.faults.add({
      method: "POST",
      chat: scene.room,
      times: 1,
      fault: { kind: "slow", ms: 1_000 },
    });
    await scene.tell("one", scene.toRoom, "Nachricht eins.");
    await scene.fake.waitFor(() => slow.hits() > 0);
    await scene.restart();
    await scene.tell("two", scene.toRoom, "Nachricht zwei.");
    await scene.hears("zwei");
    expect(tellings(scene)).toEqual(["Nachricht eins.", "Nachricht zwei."]);
  });

  it("a card that Teams does not find any more is there anew, and clicks on the old and the new one count", async () => {
    const scene = await opened();
    const card = await scene.opensBallot("anna");
    const lost = { kind: "status", status: 404, code: "ActivityNotFoundInConversation" } as const;
    scene.fake.faults.add({ method: "PUT", path: new RegExp(card.id), times: 1, fault: lost });
    await scene.clicks("anna", card, "Ja");
    const anew = await scene.fake.waitFor(() =>
      scene.fake
        .messagesIn(scene.room)
        .find((one) => one.id !== card.id && /Abgestimmt: 1/.test(scene.person("bert").seesOf(one).text)),
    );
    await scene.clicks("bert", card, "Nein");
    const shows = (text: string) => scene.fake.waitFor(() => scene.person("anna").seesOf(anew).text.includes(text));
    await shows("Abgestimmt: 2 von 3");
    await scene.clicks("bert", anew, "Ja");
    expect(scene.recorded("VoteCast")).toBe(3);
    await scene.says("anna", "abstimmung schließen");
    await shows("Angenommen: 2 Ja");
  });

  it("what is refused for good (400) is given up, the office is told, and what follows comes", async () => {
    const scene = await opened();
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
    scene.fake.faults.add({ method: "POST", chat: scene.room, times: 1, fault: { kind: "status", status: 400 } });
    await scene.tell("one", scene.toRoom, "Nachricht eins.");
    await scene.tell("two", scene.toRoom, "Nachricht zwei.");
    await scene.hears("zwei");
    expect(tellings(scene)).toEqual(["Nachricht zwei."]);
    await scene.hears("hat Teams nicht angenommen", scene.person("anna").alone);
  });

  it("while our own token is refused, nothing is lost, and the trouble is known", async () => {
    const scene = await opened();
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
    const rule = scene.fake.faults.add({ method: "POST", chat: scene.room, fault: { kind: "status", status: 401 } });
    await scene.tell("one", scene.toRoom, "Nachricht eins.");
    expect(await scene.fake.waitFor(() => scene.bot().connection.trouble())).toMatchObject({ isRefused: true });
    rule.remove();
    await scene.hears("eins");
    expect(tellings(scene)).toEqual(["Nachricht eins."]);
    await scene.fake.waitFor(() => scene.bot().connection.trouble() === undefined);
  });
});
