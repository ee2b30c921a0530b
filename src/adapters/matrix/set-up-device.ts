import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { DeviceLogin } from "./device-login.ts";
import { openEncryption } from "./encryption/open-encryption.ts";
import { CLIENT, HomeserverRefusal } from "./homeserver.ts";
import { createRestClient } from "./rest-client.ts";

export const keysFolderIn = (folder: string): string => join(folder, "schluessel");

export type DeviceSecrets = {
  readonly password?: string;
  readonly recoveryKey?: string;
  readonly resetIdentity?: true;
};

/** Publishes the keys of the device and signs it with the account's identity. Throws `EncryptionFault`. */
export async function setUpDevice(
  folder: string,
  login: DeviceLogin,
  secrets: DeviceSecrets,
): Promise<{ readonly crossSigning: "signed" | "unsigned"; readonly fingerprint: string }> {
  const client = createRestClient({ ...login, signedOut: () => undefined, note: () => undefined });
  const encryption = await openEncryption({
    homeserver: client,
    userId: login.userId,
    deviceId: login.deviceId,
    folder: keysFolderIn(folder),
    ...secrets,
    roomKeyArrived: () => undefined,
    note: () => undefined,
  });
  const result = { crossSigning: encryption.crossSigning(), fingerprint: encryption.fingerprint() };
  client.stop();
  await encryption.stop();
  return result;
}

/** False if the homeserver does not know the device any more. */
export async function isStillSignedIn(login: DeviceLogin): Promise<boolean> {
  const client = createRestClient({ ...login, signedOut: () => undefined, note: () => undefined });
  try {
    await client.send("GET", `${CLIENT}/account/whoami`);
    return true;
  } catch (error) {
    if (error instanceof HomeserverRefusal && error.code === "M_UNKNOWN_TOKEN") return false;
    throw error;
  } finally {
    client.stop();
  }
}

/** Keys of a device that is no more are of no use to the next one; they are kept, in case somebody asks. */
export function putAsideKeys(folder: string, stamp: string): void {
  const keys = keysFolderIn(folder);
  if (existsSync(keys)) renameSync(keys, `${keys}-bis-${stamp.replace(/[^0-9]/g, "").slice(0, 14)}`);
}
