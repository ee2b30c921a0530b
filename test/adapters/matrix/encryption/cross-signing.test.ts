import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EncryptionOptions } from "../../../../src/adapters/matrix/encryption/encryption.ts";
import { readRecoveryKey } from "../../../../src/adapters/matrix/encryption/recovery-key.ts";
import { HomeserverRefusal } from "../../../../src/adapters/matrix/homeserver.ts";
import { createFakeHomeserver, type FakeHomeserver } from "./fake-homeserver.ts";
import { BOT, openSide, removeFolder, temporaryFolder } from "./house.ts";
import { openRawPeer, type RawPeer } from "./raw-peer.ts";
import { recoveryKeyOf, setUpRecovery } from "./secret-storage-maker.ts";

let server: FakeHomeserver;
let folder: string;

beforeEach(() => {
  server = createFakeHomeserver();
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

/** Opens, closes, and tells what came of it. */
async function openOnce(more: Partial<EncryptionOptions> = {}) {
  const { encryption, notes } = await openSide(server, BOT, "BOT", folder, more);
  const signing = encryption.crossSigning();
  await encryption.stop();
  return { signing, notes };
}

const published = () => JSON.stringify(server.account(BOT).identity.get("master_key")?.["keys"]);

/** Who signed this device, by the key's name. */
const signersOf = (deviceId: string) =>
  Object.keys(server.account(BOT).devices.get(deviceId)?.keys?.signatures?.[BOT] ?? {});

const isSigned = () => {
  const [selfSigning] = Object.keys(Object(server.account(BOT).identity.get("self_signing_key")?.["keys"]));
  return signersOf("BOT").includes(String(selfSigning));
};

/** An account that was first used in Element. */
async function usedInElement(): Promise<{ readonly recoveryKey: string; readonly element: RawPeer }> {
  const element = await openRawPeer(server, BOT, "ELEMENT");
  const requests = await element.machine.bootstrapCrossSigning(true);
  const device = server.device(BOT, "ELEMENT");
  const send = (path: string, body: string) =>
    device.send("POST", `/_matrix/client/v3/keys/${path}`, { body: JSON.parse(body) });
  await send("device_signing/upload", requests.uploadSigningKeysRequest.body);
  await send("signatures/upload", requests.uploadSignaturesRequest.body);
  return { element, recoveryKey: await setUpRecovery(element.machine, server.account(BOT)) };
}

describe("an account without an identity", () => {
  it("gets one by itself, and keeps it", async () => {
    expect(await openOnce()).toEqual({ signing: "signed", notes: [] });
    const identity = published();
    expect(isSigned()).toBe(true);
    expect(await openOnce()).toEqual({ signing: "signed", notes: [] });
    expect(published()).toBe(identity);
  });

  it("gets one with the password where the server asks for it", async () => {
    server.account(BOT).asksAlways = true;
    expect(await openOnce({ password: "geheim" })).toMatchObject({ signing: "signed" });
    expect(isSigned()).toBe(true);
  });

  it("works unsigned where the server refuses, and tries again at the next start", async () => {
    server.account(BOT).asksAlways = true;
    expect(await openOnce()).toEqual({ signing: "unsigned", notes: ["identity-refused"] });
    expect(await openOnce({ password: "falsch" })).toEqual({ signing: "unsigned", notes: ["identity-refused"] });
    expect(await openOnce({ password: "geheim" })).toEqual({ signing: "signed", notes: [] });
    expect(isSigned()).toBe(true);
  });

  it("is not called signed while its signature is refused, and tries again at the next start", async () => {
    server.account(BOT).refusesSignatures = true;
    expect(await openOnce()).toEqual({ signing: "unsigned", notes: ["identity-refused"] });
    server.account(BOT).refusesSignatures = false;
    expect(await openOnce()).toEqual({ signing: "signed", notes: [] });
    expect(isSigned()).toBe(true);
  });

  it.each(["/keys/device_signing/upload", "/keys/signatures/upload"])(
    "gets one even if the program ended at %s",
    async (part) => {
      server.intercept(({ path }) => {
        if (path.includes(part)) throw new Error("the program ended here");
      });
      await expect(openOnce()).rejects.toThrow("the program ended here");
      server.intercept(() => undefined);
      expect(await openOnce()).toEqual({ signing: "signed", notes: [] });
      expect(isSigned()).toBe(true);
    },
  );
});

describe("an account whose identity was made in Element", () => {
  it("is left alone: the device works unsigned and says so", async () => {
    await usedInElement();
    const identity = published();
    expect(await openOnce({ password: "geheim" })).toEqual({ signing: "unsigned", notes: ["identity-exists"] });
    expect(published()).toBe(identity);
    expect(isSigned()).toBe(false);
  });

  it("is joined with the recovery key, once and for all", async () => {
    const { recoveryKey } = await usedInElement();
    const identity = published();
    expect(await openOnce({ recoveryKey })).toEqual({ signing: "signed", notes: [] });
    expect(isSigned()).toBe(true);
    expect(await openOnce()).toEqual({ signing: "signed", notes: [] });
    expect(published()).toBe(identity);
  });

  it("can be joined later by a device that first worked unsigned", async () => {
    const { recoveryKey } = await usedInElement();
    await openOnce();
    expect(await openOnce({ recoveryKey })).toEqual({ signing: "signed", notes: [] });
    expect(isSigned()).toBe(true);
  });

  it.each([
    ["mistyped", (key: string) => key.replace(/.$/, (last) => (last === "a" ? "b" : "a"))],
    ["cut off", (key: string) => key.slice(0, -4)],
    ["no such key at all", () => "Sommer 2026!"],
    ["empty", () => ""],
    ["another account's", () => recoveryKeyOf(randomBytes(32))],
  ])("is not joined if the recovery key is %s: nothing is changed", async (_, change) => {
    const { recoveryKey } = await usedInElement();
    const wrong = openOnce({ recoveryKey: change(recoveryKey) });
    await expect(wrong).rejects.toMatchObject({ name: "EncryptionFault", code: "recovery-key-wrong" });
    expect(server.account(BOT).devices.get("BOT")?.keys).toBeUndefined();
    expect(existsSync(join(folder, "keys.journal"))).toBe(false);
    expect(await openOnce({ recoveryKey })).toMatchObject({ signing: "signed" });
  });

  it("is not joined if recovery was not set up, or for an earlier identity", async () => {
    const { recoveryKey, element } = await usedInElement();
    const { accountData, identity } = server.account(BOT);
    const kept = [...accountData];
    accountData.clear();
    await expect(openOnce({ recoveryKey })).rejects.toMatchObject({ code: "recovery-not-set-up" });
    for (const [type, data] of kept) accountData.set(type, data);
    const renewed = await element.machine.bootstrapCrossSigning(true);
    for (const [kind, key] of Object.entries(JSON.parse(renewed.uploadSigningKeysRequest.body)))
      identity.set(kind, Object(key));
    await expect(openOnce({ recoveryKey })).rejects.toMatchObject({ code: "recovery-key-outdated" });
    expect(isSigned()).toBe(false);
  });

  it("is replaced with the password, only if asked to, and only once", async () => {
    await usedInElement();
    const before = published();
    const reset = { resetIdentity: true, password: "geheim" } as const;
    expect(await openOnce(reset)).toEqual({ signing: "signed", notes: [] });
    const after = published();
    expect(after).not.toBe(before);
    expect(isSigned()).toBe(true);
    expect(await openOnce(reset)).toEqual({ signing: "signed", notes: [] });
    expect(published()).toBe(after);
  });

  it("is not replaced without the password or with a wrong one; the recovery key still joins it", async () => {
    const { recoveryKey } = await usedInElement();
    const before = published();
    await expect(openOnce({ resetIdentity: true })).rejects.toMatchObject({ code: "password-missing" });
    const wrong = openOnce({ resetIdentity: true, password: "falsch" });
    await expect(wrong).rejects.toMatchObject({ code: "identity-refused" });
    expect(published()).toBe(before);
    expect(await openOnce()).toMatchObject({ signing: "unsigned" });
    expect(await openOnce({ recoveryKey })).toMatchObject({ signing: "signed" });
    expect(isSigned()).toBe(true);
    expect(published()).toBe(before);
  });

  it("is joined at the next start if the program ended before its signature arrived", async () => {
    const { recoveryKey } = await usedInElement();
    server.intercept(({ path }) => {
      if (path.includes("/keys/signatures/upload")) throw new HomeserverRefusal(400, {}, path);
    });
    await expect(openOnce({ recoveryKey })).rejects.toThrow();
    server.intercept(() => undefined);
    expect(await openOnce()).toEqual({ signing: "signed", notes: [] });
    expect(isSigned()).toBe(true);
  });
});

describe("a recovery key", () => {
  it("is read as Element writes it, with or without spaces", () => {
    const key = randomBytes(32);
    const text = recoveryKeyOf(key);
    expect(readRecoveryKey(text).equals(key)).toBe(true);
    expect(readRecoveryKey(text.replaceAll(" ", "")).equals(key)).toBe(true);
  });
});
