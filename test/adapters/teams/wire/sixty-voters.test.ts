import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const VOTERS = 60;
const LASTING = 10_000;
const LIVE_EVERY = 2_000;

describe("sixty people who vote within ten seconds", () => {
  let scene: TeamsScene;
  let card: Message;
  const voters = Array.from({ length: VOTERS }, (_, index) => `v${index + 1}`);

  beforeAll(async () => {
    const cast = voters.map((name, index) => ({ name, ...(index === 0 ? ({ office: "chair" } as const) : {}) }));
    scene = await openTeamsScene({ cast, house: { liveEvery: LIVE_EVERY } });
    card = await scene.opensBallot("v1");
  });

  afterAll(() => scene.stop());

  it("are each answered in their own click, and all are counted", async () => {
    const { fake, person } = scene;
    const before = { room: scene.said().length, calls: fake.calls.length };
    const began = performance.now();
    const answers = await Promise.all(
      voters.map(async (name, index) => {
        await pause((index * LASTING) / VOTERS);
        const title = index % 3 === 0 ? "Nein" : "Ja";
        await scene.clicks(name, card, title);
        return { name, title, text: person(name).seesOf(card).text };
      }),
    );
    for (const { name, title, text } of answers)
      expect(text).toContain(`Ihre Stimme für Träger ${name.toUpperCase()}: ${title}`);
    expect(scene.recorded("VoteCast")).toBe(VOTERS);
    await eventually(() => person("v2").seesOf(card).text).toContain("Abgestimmt: 60 von 60 Stimmen");
    // One card, put in place of itself every two seconds at most, however long it took; nobody is written to.
    const most = 1 + (performance.now() - began) / LIVE_EVERY;
    expect(scene.said()).toHaveLength(before.room);
    const since = fake.calls.slice(before.calls).map(({ method }) => method);
    expect(since.filter((method) => method === "POST")).toEqual([]);
    expect(since.filter((method) => method === "PUT").length).toBeLessThanOrEqual(most);
    expect(since.filter((method) => method === "PUT").length).toBeGreaterThanOrEqual(2);
  });

  it("see how it ended on the same card, and no limit was passed", async () => {
    const { fake, person } = scene;
    await scene.says("v1", "abstimmung schließen");
    await eventually(() => person("v2").seesOf(card).text).toContain("Angenommen: 40 Ja, 20 Nein, 0 Enthaltungen");
    expect(person("v2").seesOf(card).buttons).toEqual([]);
    expect(fake.violations).toEqual([]);
    expect(scene.bot().notes).toEqual([]);
  });
});
