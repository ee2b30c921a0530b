import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HomeserverRefusal } from "../../../../src/adapters/matrix/homeserver.ts";
import { createFakeHomeserver, type FakeHomeserver } from "./fake-homeserver.ts";
import { BOT, megolm, openSide, ROOM, removeFolder, type Side, temporaryFolder } from "./house.ts";

let server: FakeHomeserver;
let folder: string;
let bot: Side;

beforeEach(async () => {
  server = createFakeHomeserver();
  folder = temporaryFolder();
  bot = await openSide(server, BOT, "BOT", folder);
});

afterEach(async () => {
  await bot.encryption.stop();
  removeFolder(folder);
});

const restart = async () => {
  await bot.encryption.stop();
  bot = await openSide(server, BOT, "BOT", folder);
};

const isEncrypted = () => bot.encryption.isEncrypted(ROOM);
const reads = () => server.requests.filter(({ path }) => path.includes("/state/")).length;
const refuseState = (status: number, errcode: string) =>
  server.intercept(({ path }) => {
    if (path.includes("/state/")) throw new HomeserverRefusal(status, { errcode }, path);
  });

describe("whether a room is encrypted", () => {
  it("is read once", async () => {
    expect([await isEncrypted(), await isEncrypted()]).toEqual([false, false]);
    expect(reads()).toBe(1);
  });

  it.each([
    [403, "M_FORBIDDEN"],
    [404, "M_UNRECOGNIZED"],
    [404, "M_UNKNOWN"],
    [500, "M_NOT_FOUND"],
    [401, "M_UNKNOWN_TOKEN"],
  ])("is not known after %i %s, and asked again", async (status, errcode) => {
    server.setState(ROOM, "m.room.encryption", megolm);
    refuseState(status, errcode);
    await expect(isEncrypted()).rejects.toMatchObject({ status, code: errcode });
    server.intercept(() => undefined);
    expect(await isEncrypted()).toBe(true);
  });

  it("is not known of what is no room", async () => {
    await expect(bot.encryption.isEncrypted("kein Raum")).rejects.toThrow();
  });

  it("changes to yes when the state event comes, whatever is in it", async () => {
    expect(await isEncrypted()).toBe(false);
    bot.encryption.noteState(ROOM, { type: "m.room.encryption", state_key: "", content: {} });
    expect(await isEncrypted()).toBe(true);
  });

  it("does not change by an event under another key", async () => {
    bot.encryption.noteState(ROOM, { type: "m.room.encryption", state_key: "x", content: megolm });
    expect(await isEncrypted()).toBe(false);
  });

  it("stays yes, whatever the homeserver says later, also after a restart and with no homeserver at all", async () => {
    bot.encryption.noteState(ROOM, { type: "m.room.encryption", state_key: "", content: megolm });
    expect(await isEncrypted()).toBe(true);
    await restart();
    // The fake has no such state: it would say "no".
    expect(await isEncrypted()).toBe(true);
    await restart();
    refuseState(403, "M_FORBIDDEN");
    expect(await isEncrypted()).toBe(true);
    expect(reads()).toBe(0);
  });

  it("stays yes if a later state event names another method or longer periods", async () => {
    for (const content of [
      { ...megolm, rotation_period_msgs: 5 },
      { algorithm: "none" },
      { rotation_period_msgs: 9e9 },
    ])
      bot.encryption.noteState(ROOM, { type: "m.room.encryption", content });
    expect(await isEncrypted()).toBe(true);
    await restart();
    expect(await isEncrypted()).toBe(true);
  });

  it("is yes if the event comes while the homeserver is saying no", async () => {
    server.intercept(() => bot.encryption.noteState(ROOM, { type: "m.room.encryption", content: megolm }));
    expect(await isEncrypted()).toBe(true);
  });
});
