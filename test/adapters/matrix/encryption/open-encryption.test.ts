import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { CollectStrategy } from "@matrix-org/matrix-sdk-crypto-wasm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HomeserverRefusal, Stopped } from "../../../../src/adapters/matrix/homeserver.ts";
import { encryptionFaults, unreadableReasons } from "../../../../src/texts/matrix-encryption.ts";
import { boundByPermissions } from "../../../support/bound-by-permissions.ts";
import { createFakeHomeserver, type FakeHomeserver } from "./fake-homeserver.ts";
import { ALICE, BOT, eventOf, furnishRoom, openSide, ROOM, removeFolder, temporaryFolder } from "./house.ts";
import { openRawPeer } from "./raw-peer.ts";

const opener = join(import.meta.dirname, "opener-child.ts");

let server: FakeHomeserver;
let folder: string;
let journal: string;

beforeEach(() => {
  server = createFakeHomeserver();
  folder = temporaryFolder();
  journal = join(folder, "keys.journal");
});
afterEach(() => removeFolder(folder));

const open = (deviceId = "BOT") => openSide(server, BOT, deviceId, folder);
const openOnce = async () => {
  const { encryption } = await open();
  await encryption.stop();
  return encryption.fingerprint();
};
const fault = (code: string) => ({ name: "EncryptionFault", code });

describe("the keys of a device", () => {
  it("stay the same, and are shown in groups of four", async () => {
    const fingerprint = await openOnce();
    expect(fingerprint).toMatch(/^([A-Za-z0-9+/]{4} ){10}[A-Za-z0-9+/]{3}$/);
    expect(await openOnce()).toBe(fingerprint);
    const published = Object(server.account(BOT).devices.get("BOT")?.keys?.["keys"])["ed25519:BOT"];
    expect(fingerprint.replaceAll(" ", "")).toBe(published);
  });

  it("are readable by their owner only", async () => {
    chmodSync(folder, 0o755);
    await openOnce();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).sort()).toEqual(["keys.journal", "lock"]);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it("are used by one process at a time, also after that one was started anew", async () => {
    const inAnotherProcess = () => {
      return spawnSync(execPath, ["--disable-warning=ExperimentalWarning", opener, folder], { encoding: "utf8" })
        .stdout;
    };
    const first = await open();
    expect(inAnotherProcess()).toBe("store-locked\n");
    await expect(open()).rejects.toMatchObject(fault("store-locked"));
    await first.encryption.stop();
    // Its homeserver knows nothing of this device, so it gets no further.
    expect(inAnotherProcess()).not.toBe("store-locked\n");
  });

  it("belong to one device", async () => {
    await openOnce();
    await expect(open("OTHER")).rejects.toMatchObject(fault("store-of-other-device"));
    await openOnce();
  });

  it("are not made anew for a device that has others on the server", async () => {
    await openOnce();
    const before = JSON.stringify([...server.account(BOT).devices]);
    rmSync(journal);
    await expect(open()).rejects.toMatchObject(fault("device-taken"));
    await expect(open()).rejects.toMatchObject(fault("device-taken"));
    expect(readdirSync(folder)).toEqual(["lock"]);
    expect(JSON.stringify([...server.account(BOT).devices])).toBe(before);
  });

  it("are not used if the device got others meanwhile", async () => {
    await openOnce();
    copyFileSync(journal, `${journal}.copy`);
    const elsewhere = createFakeHomeserver();
    rmSync(journal);
    await (await openSide(elsewhere, BOT, "BOT", folder)).encryption.stop();
    copyFileSync(`${journal}.copy`, journal);
    await expect(openSide(elsewhere, BOT, "BOT", folder)).rejects.toMatchObject(fault("device-taken"));
  });

  it.each([
    ["cut in its base", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("SQLite format 3")],
    ["altered", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 500), Buffer.alloc(1), bytes.subarray(501)])],
  ])("are not touched if the journal is %s", async (_, damage) => {
    await openOnce();
    // Started once more, the file is all base.
    await openOnce();
    const damaged = damage(readFileSync(journal));
    writeFileSync(journal, damaged);
    const requests = server.requests.length;
    await expect(open()).rejects.toMatchObject(fault("store-damaged"));
    expect(readFileSync(journal).equals(damaged)).toBe(true);
    expect(server.requests).toHaveLength(requests);
  });

  it("are refused where they cannot be kept", async () => {
    await openOnce();
    chmodSync(join(folder, "lock"), 0o400);
    const [command, args] = boundByPermissions(["--disable-warning=ExperimentalWarning", opener, folder]);
    expect(spawnSync(command, args, { encoding: "utf8" }).stdout).toBe("store-unwritable\n");
  });
});

describe("stopping", () => {
  it("waits for what is on its way and then refuses", async () => {
    furnishRoom(server, [BOT]);
    const { encryption } = await open();
    const encrypting = encryption.encrypt(ROOM, "m.room.message", { body: "x" });
    await encryption.stop();
    await encryption.stop();
    const content = await encrypting;
    expect(content).toMatchObject({ algorithm: "m.megolm.v1.aes-sha2" });
    encryption.noteState(ROOM, { type: "m.room.encryption", content: {} });
    await expect(encryption.isEncrypted(ROOM)).rejects.toThrow(Stopped);
    await expect(encryption.decrypt(ROOM, eventOf(BOT, content))).rejects.toThrow(Stopped);
    expect(encryption.fingerprint()).toHaveLength(53);
    const again = await open();
    expect(await again.encryption.decrypt(ROOM, eventOf(BOT, content))).toMatchObject({ kind: "decrypted" });
    await again.encryption.stop();
  });
});

describe("a homeserver that has stopped", () => {
  it("stops what needs it; what came by sync is kept, and nothing counts as unreadable", async () => {
    furnishRoom(server, [BOT, ALICE]);
    const bot = await open();
    const alice = await openRawPeer(server, ALICE, "ALICE");
    const content = await alice.encrypt("x", [BOT], CollectStrategy.allDevices());
    const event = eventOf(ALICE, content);
    server.intercept(() => {
      throw new Stopped();
    });
    await bot.sync();
    await expect(bot.encryption.decrypt(ROOM, event)).rejects.toThrow(Stopped);
    await expect(bot.encryption.encrypt(ROOM, "m.room.message", {})).rejects.toThrow(Stopped);
    await bot.encryption.stop();
    server.intercept(() => undefined);
    const again = await open();
    expect(await again.encryption.decrypt(ROOM, event)).toMatchObject({ kind: "decrypted" });
    await again.encryption.stop();
  });
});

describe("a homeserver that does not take keys", () => {
  it("is asked again with the next sync, and that is said", async () => {
    let isTaking = false;
    server.intercept(({ path }) => {
      if (path.endsWith("/keys/upload") && !isTaking) throw new HomeserverRefusal(400, {}, path);
    });
    server.account(BOT).identity.set("master_key", { keys: { "ed25519:other": "other" } });
    const bot = await open();
    expect(bot.notes).toEqual(["request-refused", "identity-exists"]);
    isTaking = true;
    await bot.sync();
    await bot.encryption.stop();
    expect(server.account(BOT).devices.get("BOT")?.oneTimeKeys.size).toBe(50);
  });
});

describe("the sentences", () => {
  it("say what is so and what to do, politely", () => {
    for (const sentence of [...Object.values(encryptionFaults), ...Object.values(unreadableReasons)]) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/\b(du|dein|dir)\b/i);
      expect(sentence).toMatch(/[Bb]itte|Sonst|Darum/);
    }
  });
});
