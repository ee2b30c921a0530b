import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Fault } from "../../../support/teams/faults.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const cast = [{ name: "anna", office: "chair" }] as const;
const KEYS = /openidconfiguration|\/v1\/keys/;
const HOUR = 3_600_000;

describe.concurrent("Microsoft's keys", () => {
  const scenes: TeamsScene[] = [];
  const opened = async (): Promise<TeamsScene> => {
    const scene = await openTeamsScene({ cast });
    scenes.push(scene);
    return scene;
  };

  afterAll(() => Promise.all(scenes.map((scene) => scene.stop())));

  it.each<[string, Fault]>([
    ["do not answer at all", { kind: "hang" }],
    ["break off", { kind: "cut" }],
    ["are not given out", { kind: "status", status: 503 }],
  ])("that %s: nobody is let in, Teams may send it again, and later it is heard", async (_, fault) => {
    const { fake, person, room, hears, ...scene } = await opened();
    const rule = fake.faults.add({ path: KEYS, fault });
    // Before Teams stops waiting.
    const delivery = await person("anna").says(room, "sitzung eröffnen", { mention: true, timeoutMs: 15_000 });
    expect(rule.hits()).toBeGreaterThan(0);
    expect([delivery.status, delivery.body]).toEqual([500, undefined]);
    expect(scene.recorded("MeetingOpened")).toBe(0);
    fake.faults.clear();
    expect(await fake.deliverAgain(delivery.activity)).toMatchObject({ status: 200 });
    await hears("Die 1. Sitzung ist eröffnet");
  });

  it("a key that Microsoft has not endorsed for Teams opens nothing", async () => {
    const { fake, person, room } = await opened();
    fake.tokens.endorse(["webchat"]);
    expect(await person("anna").says(room, "hilfe", { mention: true })).toMatchObject({ status: 401 });
  });

  it("who sends half a message and no more is cut off", async () => {
    const { bot } = await opened();
    const socket = connect(Number(new URL(bot().url).port), "127.0.0.1");
    socket.write(
      "POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{",
    );
    let isCut = false;
    socket
      .once("close", () => {
        isCut = true;
      })
      .on("error", () => undefined)
      .resume();
    // Node by itself would wait five minutes.
    await expect.poll(() => isCut).toBe(true);
  });
});

describe("when Microsoft changes its key", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
  });

  afterEach(() => vi.useRealTimers());
  afterAll(() => scene.stop());

  it("the new one is asked for as soon as the last asking is an hour ago, and not before", async () => {
    const { fake, person, room } = scene;
    await scene.says("anna", "hilfe");
    const asked = () => fake.calls.filter(({ path }) => KEYS.test(path)).length;
    const before = asked();
    fake.tokens.rotate();
    // Microsoft announces keys days before they sign; the packages look for unknown ones once an hour.
    expect(await person("anna").says(room, "hilfe", { mention: true })).toMatchObject({ status: 401 });
    expect(asked()).toBe(before);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR + 60_000 });
    expect(await person("anna").says(room, "hilfe", { mention: true })).toMatchObject({ status: 200 });
    expect(asked()).toBe(before + 2);
  });

  it("the key of a stranger makes us ask no more often", async () => {
    const { fake, person, room } = scene;
    const before = fake.calls.length;
    const tries = Array.from({ length: 20 }, () =>
      person("anna").says(room, "hilfe", { mention: true, token: fake.tokens.unknownKey() }),
    );
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 401));
    expect(fake.calls.slice(before).filter(({ path }) => KEYS.test(path))).toEqual([]);
  });
});
