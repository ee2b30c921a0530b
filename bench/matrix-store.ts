import { generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { initAsync } from "@matrix-org/matrix-sdk-crypto-wasm";
import { openJournal, readJournal } from "../src/adapters/matrix/encryption/journal/open-journal.ts";
import { openEncryption } from "../src/adapters/matrix/encryption/open-encryption.ts";
import { openMachine } from "../src/adapters/matrix/encryption/open-machine.ts";
import type { Homeserver } from "../src/adapters/matrix/homeserver.ts";
import { atMost, type Figure, median } from "./figure.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

export const storedKeys = 10_000;
const keysPerRoom = 100;
const keysAtOnce = 500;
const rounds = 5;
const userId = "@bot:example.org";
const deviceId = "BOT";

/** Öffnen des Schlüsselspeichers with the keys of years of conversation, at a homeserver that answers at once. */
export async function matrixStoreFigure(): Promise<Figure> {
  return inTemporaryFolder(async (folder) => {
    await fillKeys(folder, userId, deviceId);
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) seconds.push(await openOnce(folder));
    return atMost(`Öffnen des Schlüsselspeichers mit ${storedKeys} Schlüsseln`, median(seconds), 1.5, " s");
  });
}

/** Adds the keys to those of a device that is not running. */
export async function fillKeys(folder: string, user: string, device: string): Promise<void> {
  await initAsync();
  const path = join(folder, "keys.journal");
  const journal = await openJournal(path, readJournal(path));
  const machine = await openMachine(journal, user, device);
  for (let first = 0; first < storedKeys; first += keysAtOnce) {
    const keys = Array.from({ length: keysAtOnce }, (_, index) => exportedKey(first + index));
    await machine.importExportedRoomKeys(JSON.stringify(keys), () => undefined);
  }
  machine.close();
  await journal.close();
}

/** A room key as Element exports it: the state of its ratchet is chance, as that of every other. */
function exportedKey(number: number) {
  const publicKey = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" }).subarray(-32);
  const version = Buffer.from([1, 0, 0, 0, 0]);
  return {
    algorithm: "m.megolm.v1.aes-sha2",
    room_id: `!room${Math.floor(number / keysPerRoom)}:example.org`,
    sender_key: base64(randomBytes(32)),
    session_id: base64(publicKey),
    session_key: base64(Buffer.concat([version, randomBytes(128), publicKey])),
    sender_claimed_keys: { ed25519: base64(publicKey) },
    forwarding_curve25519_key_chain: [],
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "");

async function openOnce(folder: string): Promise<number> {
  const began = performance.now();
  const encryption = await openEncryption({
    homeserver,
    userId,
    deviceId,
    folder,
    roomKeyArrived: () => undefined,
    note: (code, detail) => process.stderr.write(`${code} ${detail}\n`),
  });
  const seconds = (performance.now() - began) / 1000;
  await encryption.stop();
  return seconds;
}

const homeserver: Homeserver = {
  send: async (_, path) => (path.endsWith("/keys/upload") ? { one_time_key_counts: { signed_curve25519: 50 } } : {}),
};
