import { DeviceId, OlmMachine, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { EncryptionFault } from "./encryption-fault.ts";
import { withDatabases } from "./journal/globals.ts";
import type { Journal } from "./journal/open-journal.ts";

const silent = () => undefined;
const logger = { debug: silent, info: silent, warn: silent, error: silent };

export async function openMachine(journal: Journal, userId: string, deviceId: string): Promise<OlmMachine> {
  try {
    return await withDatabases(journal.factory, () =>
      OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId), "keys", undefined, logger),
    );
  } catch (error) {
    const isOther = String(error).includes("doesn't match the account");
    throw (
      journal.fault() ?? new EncryptionFault(isOther ? "store-of-other-device" : "store-damaged", String(error), error)
    );
  }
}
