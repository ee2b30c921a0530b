import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { initAsync, type OlmMachine } from "@matrix-org/matrix-sdk-crypto-wasm";
import { crossSign } from "./cross-signing.ts";
import type { Encryption, EncryptionOptions } from "./encryption.ts";
import { EncryptionFault } from "./encryption-fault.ts";
import { type Journal, openJournal, readJournal } from "./journal/open-journal.ts";
import { openMachine } from "./open-machine.ts";
import { queryOwnKeys } from "./own-keys.ts";
import { lockFolder } from "./process-lock.ts";
import { createPump } from "./pump.ts";
import { runningEncryption } from "./running-encryption.ts";
import { readIdentitySecrets } from "./secret-storage.ts";

/** Opens the keys of one device and makes it known. Rejects with `EncryptionFault`, having changed nothing it could not. */
export async function openEncryption(options: EncryptionOptions): Promise<Encryption> {
  const { folder, homeserver, userId, deviceId, recoveryKey, note } = options;
  makeFolder(folder);
  const unlock = lockFolder(folder);
  let journal: Journal | undefined;
  let machine: OlmMachine | undefined;
  const close = async () => {
    machine?.close();
    await journal?.close();
    unlock();
  };
  try {
    const path = join(folder, "keys.journal");
    const content = readJournal(path);
    const published = await queryOwnKeys(homeserver, userId, deviceId);
    if (content === undefined && published.device !== undefined) throw taken(deviceId);
    // Before anything is made: a wrong recovery key leaves nothing behind.
    const isJoining = content === undefined && published.master !== undefined && recoveryKey !== undefined;
    const secrets = isJoining ? await readIdentitySecrets(homeserver, userId, recoveryKey) : undefined;
    await initAsync();
    const notCompacted = (reason: string) => note("journal-not-compacted", reason);
    journal = await openJournal(path, content, { notCompacted });
    machine = await openMachine(journal, userId, deviceId);
    const own = machine.identityKeys.ed25519.toBase64();
    if (published.device !== undefined && published.device !== own) throw taken(deviceId);
    const pump = createPump(machine, homeserver, (refusal) => note("request-refused", refusal));
    await pump.run();
    const crossSigning = await crossSign(machine, pump, options, published, secrets);
    const fault = journal.fault();
    if (fault !== undefined) throw fault;
    return runningEncryption({ machine, journal, pump, options, crossSigning, close });
  } catch (error) {
    const fault = journal?.fault() ?? error;
    await close();
    throw fault;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  } catch (error) {
    throw new EncryptionFault("store-unwritable", `${folder}: ${String(error)}`, error);
  }
}

const taken = (device: string) =>
  new EncryptionFault("device-taken", `device ${device} has other keys on the homeserver than here`);
