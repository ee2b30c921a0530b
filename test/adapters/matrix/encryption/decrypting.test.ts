import { CollectStrategy, DeviceId, LocalTrust, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decryptEvent } from "../../../../src/adapters/matrix/encryption/decrypting.ts";
import type { RoomEvent } from "../../../../src/adapters/matrix/encryption/encryption.ts";
import type { Json } from "../../../../src/adapters/matrix/homeserver.ts";
import { createFakeHomeserver, type FakeHomeserver } from "./fake-homeserver.ts";
import { ALICE, BOT, eventOf, furnishRoom, openSide, ROOM, removeFolder, type Side, temporaryFolder } from "./house.ts";
import { openRawPeer, type RawPeer } from "./raw-peer.ts";

let server: FakeHomeserver;
let folder: string;
let bot: Side;
let alice: RawPeer;

beforeEach(async () => {
  server = createFakeHomeserver();
  furnishRoom(server, [BOT, ALICE]);
  folder = temporaryFolder();
  bot = await openSide(server, BOT, "BOT", folder);
  alice = await openRawPeer(server, ALICE, "ALICE");
});

afterEach(async () => {
  await bot.encryption.stop();
  alice.machine.close();
  removeFolder(folder);
});

const everyone = () => CollectStrategy.allDevices();
const read = (content: Json) => bot.encryption.decrypt(ROOM, eventOf(ALICE, content));

describe("a message whose key is not here", () => {
  it("is read as soon as the key comes, and word is given", async () => {
    alice.holdKeys();
    const content = await alice.encrypt("zu früh", [BOT], everyone());
    await bot.sync();
    const session = content["session_id"];
    expect(await read(content)).toEqual({ kind: "missingKey", session, reason: "keyNotArrived" });
    expect(bot.arrived).toEqual([]);
    await alice.sendKeys();
    await bot.sync();
    expect(bot.arrived).toEqual([`${ROOM} ${session}`]);
    expect(await read(content)).toMatchObject({ kind: "decrypted", content: { body: "zu früh" } });
  });

  it("is withheld from unverified devices, and that is said as soon as it is known", async () => {
    const content = await alice.encrypt("nur für Bestätigte", [BOT], CollectStrategy.onlyTrustedDevices());
    await bot.sync();
    expect(await read(content)).toMatchObject({ kind: "missingKey", reason: "withheldUnverified" });
    expect(bot.arrived).toEqual([`${ROOM} ${content["session_id"]}`]);
  });

  it("is withheld from a blocked device", async () => {
    await alice.encrypt("x", [BOT], everyone());
    const device = await alice.machine.getDevice(new UserId(BOT), new DeviceId("BOT"));
    await device?.setLocalTrust(LocalTrust.BlackListed);
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    expect(await read(content)).toMatchObject({ kind: "missingKey", reason: "withheldBlocked" });
  });

  it("was written before this device came: its key begins later", async () => {
    const before = await alice.encrypt("vorher", [], everyone());
    const after = await alice.encrypt("nachher", [BOT], everyone());
    await bot.sync();
    expect(after["session_id"]).toBe(before["session_id"]);
    expect(await read(after)).toMatchObject({ kind: "decrypted" });
    expect(await read(before)).toMatchObject({ kind: "missingKey", reason: "beforeJoin" });
  });
});

describe("a message that was tampered with", () => {
  const damaged = { kind: "failed", reason: "damaged" };

  it("is damaged if its ciphertext is not as it was sent", async () => {
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    const ciphertext = String(content["ciphertext"]);
    const middle = ciphertext.length / 2;
    const altered = `${ciphertext.slice(0, middle)}${ciphertext[middle] === "A" ? "B" : "A"}${ciphertext.slice(middle + 1)}`;
    expect(await read({ ...content, ciphertext: altered })).toEqual(damaged);
    expect(await read({ ...content, ciphertext: ciphertext.slice(0, -10) })).toEqual(damaged);
    expect(await read(content)).toMatchObject({ kind: "decrypted" });
  });

  it("is damaged if another is named as its sender than whose device it is known to be", async () => {
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    expect(await read(content)).toMatchObject({ kind: "decrypted" });
    expect(await bot.encryption.decrypt(ROOM, eventOf("@mallory:example.org", content))).toEqual(damaged);
  });

  it("is compared with the devices of its sender, which are asked for once", async () => {
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    const asked = () =>
      server.requests.filter(({ path, body }) => path.endsWith("/keys/query") && JSON.stringify(body).includes(ALICE));
    const before = asked().length;
    await read(content);
    await read(content);
    expect(asked()).toHaveLength(before + 1);
  });

  it("is not readable in another room", async () => {
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    const elsewhere = await bot.encryption.decrypt("!other:example.org", eventOf(ALICE, content));
    expect(elsewhere).toMatchObject({ kind: "missingKey" });
  });

  it("never throws, whatever is in it", async () => {
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    const good = eventOf(ALICE, content);
    const strange = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string());
    const field = fc.constantFrom(...Object.keys(content), "m.relates_to");
    const part = fc.constantFrom("event_id", "type", "sender", "origin_server_ts", "content", "unsigned");
    const attack = fc.oneof(
      fc.tuple(field, strange).map(([name, value]) => ({ ...good, content: { ...content, [name]: value } })),
      fc.tuple(part, strange).map(([name, value]) => ({ ...good, [name]: value })),
      fc.dictionary(field, strange).map((fields) => ({ ...good, content: fields })),
    );
    await fc.assert(
      fc.asyncProperty(attack, async (event) => {
        // What a homeserver sends need not have this shape: that is what is tried here.
        const { kind } = await bot.encryption.decrypt(ROOM, event as RoomEvent);
        expect(["decrypted", "missingKey", "failed"]).toContain(kind);
      }),
      { numRuns: 300 },
    );
    expect(await bot.encryption.decrypt(ROOM, good)).toMatchObject({ kind: "decrypted" });
  });
});

describe("a message that breaks the library", () => {
  it("will never be readable, and what broke is told", async () => {
    const panic = new WebAssembly.RuntimeError("unreachable");
    const told: Error[] = [];
    const machine = { decryptRoomEvent: () => Promise.reject(panic) };
    const read = await decryptEvent(machine, ROOM, eventOf(ALICE, {}), (error) => told.push(error));
    expect(read).toEqual({ kind: "failed", reason: "damaged" });
    expect(told).toEqual([panic]);
  });
});

describe("a sync", () => {
  it("survives whatever is sent to the device", async () => {
    const strange = fc.array(fc.oneof(fc.dictionary(fc.constantFrom("type", "sender", "content"), fc.jsonValue())));
    await fc.assert(
      fc.asyncProperty(strange, fc.array(fc.string()), async (toDevice, changedDevices) => {
        const part = { leftDevices: [], oneTimeKeyCounts: undefined, unusedFallbackKeys: undefined };
        await bot.encryption.receiveSync({ ...part, toDevice, changedDevices });
      }),
      { numRuns: 50 },
    );
    const content = await alice.encrypt("x", [BOT], everyone());
    await bot.sync();
    expect(await read(content)).toMatchObject({ kind: "decrypted" });
  });
});
