import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HomeserverRefusal, type Json } from "../../../../src/adapters/matrix/homeserver.ts";
import { createFakeHomeserver, type FakeHomeserver } from "./fake-homeserver.ts";
import {
  ALICE,
  BOT,
  eventOf,
  furnishRoom,
  megolm,
  openSide,
  ROOM,
  removeFolder,
  type Side,
  say,
  temporaryFolder,
} from "./house.ts";

const CAROL = "@carol:example.org";

let server: FakeHomeserver;
let folders: string[];
let bot: Side;
let alice: Side;

beforeEach(async () => {
  server = createFakeHomeserver();
  furnishRoom(server, [BOT, ALICE]);
  folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  bot = await openSide(server, BOT, "BOT", folderOf(0));
  alice = await openSide(server, ALICE, "ALICE", folderOf(1));
});

afterEach(async () => {
  await bot.encryption.stop();
  await alice.encryption.stop();
  folders.map(removeFolder);
  vi.useRealTimers();
});

const folderOf = (index: number): string => String(folders[index]);

const restartBot = async () => {
  await bot.encryption.stop();
  bot = await openSide(server, BOT, "BOT", folderOf(0));
};

const requestsTo = (part: string) => server.requests.filter(({ path }) => path.includes(part)).length;
const sessionOf = (content: Json): unknown => content["session_id"];
const speak = (side: Side, body = "x") => side.encryption.encrypt(ROOM, "m.room.message", { msgtype: "m.text", body });

describe("two devices", () => {
  it("understand each other, and the wire carries no word of it", async () => {
    const { event, read } = await say(alice, bot, "Guten Morgen");
    expect(read).toEqual({
      kind: "decrypted",
      type: "m.room.message",
      content: { msgtype: "m.text", body: "Guten Morgen" },
    });
    const answer = await say(bot, alice, "Guten Tag");
    expect(answer.read).toMatchObject({ kind: "decrypted", content: { body: "Guten Tag" } });
    const wire = JSON.stringify([server.requests, event, answer.event]);
    expect(wire).not.toMatch(/Guten|m\.text/);
    expect(answer.event.content).toMatchObject({ algorithm: "m.megolm.v1.aes-sha2", device_id: "BOT" });
  });

  it("understand each other after both were started anew, also what was sent meanwhile", async () => {
    await say(alice, bot, "vorher");
    const content = await speak(alice, "dazwischen");
    await restartBot();
    await bot.sync();
    expect(await bot.encryption.decrypt(ROOM, eventOf(ALICE, content))).toMatchObject({
      content: { body: "dazwischen" },
    });
    expect((await say(bot, alice, "nachher")).read).toMatchObject({ content: { body: "nachher" } });
  });

  it("keep relations, which are sent in clear", async () => {
    const relation = { rel_type: "m.thread", event_id: "$root" };
    const content = await bot.encryption.encrypt(ROOM, "m.room.message", { body: "x", "m.relates_to": relation });
    expect(content["m.relates_to"]).toEqual(relation);
    await alice.sync();
    const read = await alice.encryption.decrypt(ROOM, eventOf(BOT, content));
    expect(read).toMatchObject({ content: { body: "x", "m.relates_to": relation } });
    const added = await alice.encryption.decrypt(
      ROOM,
      eventOf(BOT, { ...(await speak(bot)), "m.relates_to": relation }),
    );
    expect(added).toMatchObject({ content: { "m.relates_to": relation } });
  });

  it("spend a one-time key once and make new ones", async () => {
    const account = server.account(BOT).devices.get("BOT");
    const before = account?.oneTimeKeys.size ?? 0;
    await say(alice, bot, "x");
    await say(alice, bot, "y");
    await expect.poll(() => account?.oneTimeKeys.size).toBe(before);
    expect(requestsTo("/keys/claim")).toBe(1);
  });
});

describe("who gets the key", () => {
  it("the members are asked for once and then followed", async () => {
    await speak(bot);
    await speak(bot);
    expect(requestsTo("/members")).toBe(1);
    const carol = await openSide(server, CAROL, "CAROL", folderOf(2));
    bot.encryption.noteState(ROOM, { type: "m.room.member", state_key: CAROL, content: { membership: "invite" } });
    const invited = await speak(bot, "für Carol");
    await carol.sync();
    expect(await carol.encryption.decrypt(ROOM, eventOf(BOT, invited))).toMatchObject({
      content: { body: "für Carol" },
    });
    bot.encryption.noteState(ROOM, { type: "m.room.member", state_key: CAROL, content: { membership: "leave" } });
    const left = await speak(bot, "ohne Carol");
    await carol.sync();
    expect(sessionOf(left)).not.toBe(sessionOf(invited));
    expect(await carol.encryption.decrypt(ROOM, eventOf(BOT, left))).toMatchObject({ kind: "missingKey" });
    expect(requestsTo("/members")).toBe(1);
    await carol.encryption.stop();
  });

  it("whoever comes while the members are being read is not forgotten", async () => {
    server.intercept(({ path }) => {
      if (path.endsWith("/members"))
        bot.encryption.noteState(ROOM, { type: "m.room.member", state_key: CAROL, content: { membership: "join" } });
    });
    const carol = await openSide(server, CAROL, "CAROL", folderOf(2));
    const content = await speak(bot, "alle");
    await carol.sync();
    expect(await carol.encryption.decrypt(ROOM, eventOf(BOT, content))).toMatchObject({ kind: "decrypted" });
    await carol.encryption.stop();
  });

  it.each([
    ["shared", "decrypted"],
    ["joined", "missingKey"],
  ])("the invited, where history is %s: %s", async (history_visibility, kind) => {
    server.setState(ROOM, "m.room.history_visibility", { history_visibility });
    server.setState(ROOM, "m.room.member", { membership: "invite" }, CAROL);
    const carol = await openSide(server, CAROL, "CAROL", folderOf(2));
    const content = await speak(bot);
    await carol.sync();
    expect(await carol.encryption.decrypt(ROOM, eventOf(BOT, content))).toMatchObject({ kind });
    await carol.encryption.stop();
  });

  it("a new device of a member, too, even if its list of devices and its first word come together", async () => {
    await say(alice, bot, "x");
    const second = await openSide(server, ALICE, "ALICE2", folderOf(2));
    const content = await speak(second, "vom zweiten Gerät");
    const began = performance.now();
    await bot.sync();
    // So long the machine would wait for what nobody carries.
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await bot.encryption.decrypt(ROOM, eventOf(ALICE, content))).toMatchObject({ kind: "decrypted" });
    expect((await say(bot, second, "gern")).read).toMatchObject({ kind: "decrypted" });
    await second.encryption.stop();
  });
});

describe("how long a key is used", () => {
  it("as many messages as the room says", async () => {
    server.setState(ROOM, "m.room.encryption", { ...megolm, rotation_period_msgs: 2 });
    const sessions: unknown[] = [];
    for (let message = 0; message < 4; message += 1) sessions.push(sessionOf(await speak(bot)));
    expect(new Set(sessions).size).toBe(2);
    expect(sessions[0]).toBe(sessions[1]);
  });

  it("the room's milliseconds are milliseconds, also after a restart", async () => {
    server.setState(ROOM, "m.room.encryption", { ...megolm, rotation_period_ms: 3_600_000 });
    const first = sessionOf(await speak(bot));
    await wait(5);
    expect(sessionOf(await speak(bot))).toBe(first);
    await restartBot();
    expect(sessionOf(await speak(bot))).toBe(first);
  });

  it("a day is a day", async () => {
    const day = 86_400_000;
    server.setState(ROOM, "m.room.encryption", { ...megolm, rotation_period_ms: day });
    const sessionIn = async (milliseconds: number) => {
      vi.setSystemTime(Date.now() + milliseconds);
      return sessionOf(await speak(bot));
    };
    vi.useFakeTimers({ toFake: ["Date"] });
    const first = await sessionIn(0);
    expect(await sessionIn(day / 2)).toBe(first);
    expect(await sessionIn(day / 2)).not.toBe(first);
  });

  it("senseless settings do no harm", async () => {
    server.setState(ROOM, "m.room.encryption", { rotation_period_ms: "bald", rotation_period_msgs: -1e300 });
    expect((await say(bot, alice, "x")).read).toMatchObject({ kind: "decrypted" });
  });
});

describe("encrypting", () => {
  it("goes one after the other in a room, in the order it was asked, however slow the first is", async () => {
    let isFirst = true;
    server.intercept(async ({ path }) => {
      if (!isFirst || !path.includes("/sendToDevice/")) return;
      isFirst = false;
      await wait(50);
    });
    const contents: Json[] = [];
    await Promise.all(["a", "b", "c", "d"].map(async (body) => contents.push(await speak(bot, body))));
    expect(new Set(contents.map(sessionOf)).size).toBe(1);
    await alice.sync();
    const read: unknown[] = [];
    for (const content of contents) read.push(await alice.encryption.decrypt(ROOM, eventOf(BOT, content)));
    expect(read).toMatchObject(["a", "b", "c", "d"].map((body) => ({ content: { body } })));
    expect(requestsTo("/sendToDevice/")).toBe(1);
  });

  it("in several rooms at once takes one key of each device", async () => {
    const rooms = ["!one:example.org", "!two:example.org", "!three:example.org"];
    for (const room of rooms)
      for (const user of [BOT, ALICE]) server.setState(room, "m.room.member", { membership: "join" }, user);
    await Promise.all(rooms.map((room) => bot.encryption.encrypt(room, "m.room.message", { body: "x" })));
    expect(requestsTo("/keys/claim")).toBe(1);
  });

  it.each(["/state/m.room.encryption", "/state/m.room.history_visibility", "/members", "/keys/claim", "/sendToDevice"])(
    "gives nothing, least of all plain text, while %s is refused, and goes on afterwards",
    async (part) => {
      server.intercept(({ path }) => {
        if (path.includes(part)) throw new HomeserverRefusal(403, { errcode: "M_FORBIDDEN" }, path);
      });
      await expect(speak(bot, "geheim")).rejects.toMatchObject({ code: "M_FORBIDDEN" });
      server.intercept(() => undefined);
      expect((await say(bot, alice, "x")).read).toMatchObject({ kind: "decrypted" });
    },
  );

  it("sends a key that did not get through once more under the same number", async () => {
    const numbers: string[] = [];
    let failures = 1;
    server.intercept(({ path }) => {
      if (!path.includes("/sendToDevice/")) return;
      numbers.push(path);
      failures -= 1;
      if (failures === 0) throw new HomeserverRefusal(400, {}, path);
    });
    await expect(speak(bot)).rejects.toThrow();
    await speak(bot);
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
  });
});
