import { UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPump } from "../../../../src/adapters/matrix/encryption/pump.ts";
import { HomeserverRefusal, Stopped } from "../../../../src/adapters/matrix/homeserver.ts";
import { createFakeHomeserver, type FakeHomeserver } from "./fake-homeserver.ts";
import { ALICE, BOT } from "./house.ts";
import { openRawPeer, type RawPeer } from "./raw-peer.ts";

let server: FakeHomeserver;
let bot: RawPeer;

beforeEach(async () => {
  server = createFakeHomeserver();
  await openRawPeer(server, ALICE, "ALICE");
  bot = await openRawPeer(server, BOT, "BOT");
});
afterEach(() => bot.machine.close());

const notes: string[] = [];
const pumpOf = () => createPump(bot.machine, server.device(BOT, "BOT"), (refusal) => notes.push(refusal));
const queries = () => server.requests.filter(({ path }) => path.endsWith("/keys/query")).length;

/** The machine waits this long for the devices it has to ask for, by itself. */
const PATIENCE = 60;

describe("the pump", () => {
  it("carries what the machine waits for while it waits", async () => {
    await bot.machine.updateTrackedUsers([new UserId(ALICE)]);
    const devices = await pumpOf().during(bot.machine.getUserDevices(new UserId(ALICE), PATIENCE));
    expect(devices.keys().map(String)).toEqual(["ALICE"]);
  });

  it("goes once at a time, and once more for what came meanwhile", async () => {
    const pump = pumpOf();
    await pump.run();
    const before = queries();
    await bot.machine.updateTrackedUsers([new UserId(ALICE)]);
    await Promise.all([pump.run(), pump.run(), pump.run()]);
    expect(queries()).toBe(before + 1);
  });

  it("notes a refusal and asks again the next time", async () => {
    const pump = pumpOf();
    await bot.machine.updateTrackedUsers([new UserId(ALICE)]);
    server.intercept(({ path }) => {
      if (path.endsWith("/keys/query")) throw new HomeserverRefusal(403, {}, path);
    });
    await pump.run();
    expect(notes.at(-1)).toContain("/keys/query: 403");
    server.intercept(() => undefined);
    const before = queries();
    await pump.run();
    expect(queries()).toBeGreaterThan(before);
    expect((await bot.machine.getUserDevices(new UserId(ALICE))).keys()).toHaveLength(1);
  });

  it("ends when the homeserver does", async () => {
    const pump = pumpOf();
    await bot.machine.updateTrackedUsers([new UserId(ALICE)]);
    server.intercept(() => {
      throw new Stopped();
    });
    await expect(pump.run()).rejects.toThrow(Stopped);
  });
});
