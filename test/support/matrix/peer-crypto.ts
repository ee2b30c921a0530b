import type { MatrixClient } from "matrix-js-sdk";
import type { CryptoApi, CryptoCallbacks, GeneratedSecretStorageKey } from "matrix-js-sdk/lib/crypto-api/index.js";
import type { Handlers } from "./peer-commands.ts";

export function cryptoOf(client: MatrixClient): CryptoApi {
  const crypto = client.getCrypto();
  if (crypto === undefined) throw new Error("encryption is not set up");
  return crypto;
}

/** The key of the secret storage stays in memory once it was made. */
export function secretStorageCallbacks(): CryptoCallbacks {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    getSecretStorageKey: async (wanted) => {
      for (const id of Object.keys(wanted.keys)) {
        const key = keys.get(id);
        if (key !== undefined) return [id, key];
      }
      return null;
    },
    cacheSecretStorageKey: (id, _info, key) => {
      keys.set(id, key);
    },
  };
}

type CryptoCommands = "recoveryKey" | "discardSession" | "identityOf" | "verifyDevice" | "blacklistUnverified";

export function cryptoHandlers(client: MatrixClient): Pick<Handlers, CryptoCommands> {
  const crypto = cryptoOf(client);
  return {
    async recoveryKey() {
      let made: GeneratedSecretStorageKey | undefined;
      const createSecretStorageKey = async (): Promise<GeneratedSecretStorageKey> => {
        made = await crypto.createRecoveryKeyFromPassphrase();
        return made;
      };
      await crypto.bootstrapSecretStorage({ createSecretStorageKey, setupNewSecretStorage: true });
      if (made?.encodedPrivateKey === undefined) throw new Error("no recovery key was made");
      return made.encodedPrivateKey;
    },
    discardSession: ({ room }) => crypto.forceDiscardSession(room),
    async identityOf({ userId }) {
      const devices = (await crypto.getUserDeviceInfo([userId], true)).get(userId) ?? new Map();
      const status = await crypto.getUserVerificationStatus(userId);
      return {
        devices: await Promise.all(
          [...devices.values()].map(async ({ deviceId, displayName }) => {
            const trust = await crypto.getDeviceVerificationStatus(userId, deviceId);
            return {
              deviceId,
              name: displayName,
              signedByOwner: trust?.signedByOwner ?? false,
              verified: trust?.isVerified() ?? false,
            };
          }),
        ),
        crossSigningVerified: status.isCrossSigningVerified(),
        needsApproval: status.needsUserApproval,
      };
    },
    verifyDevice: ({ userId, deviceId }) => crypto.setDeviceVerified(userId, deviceId),
    async blacklistUnverified({ on }) {
      crypto.globalBlacklistUnverifiedDevices = on;
    },
  };
}
