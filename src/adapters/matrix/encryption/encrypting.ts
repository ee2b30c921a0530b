import {
  CollectStrategy,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  type OlmMachine,
  RoomId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { Json } from "../homeserver.ts";
import type { Pump } from "./pump.ts";
import type { RoomFacts, Sharing } from "./room-facts.ts";
import { userIds } from "./user-ids.ts";

const VISIBILITIES: Readonly<Record<string, HistoryVisibility>> = {
  invited: HistoryVisibility.Invited,
  joined: HistoryVisibility.Joined,
  shared: HistoryVisibility.Shared,
  world_readable: HistoryVisibility.WorldReadable,
};

/** Encrypts one event after the other in each room, each for everyone who may read there now. */
export function createEncrypting(machine: OlmMachine, pump: Pump, rooms: RoomFacts) {
  const queues = new Map<string, Promise<unknown>>();
  let claiming: Promise<unknown> = Promise.resolve();

  async function encryptNow(room: string, type: string, content: object): Promise<Json> {
    await rooms.isEncrypted(room);
    const sharing = await rooms.sharing(room);
    await machine.updateTrackedUsers(userIds(sharing.recipients));
    await pump.run();
    // Two claims at once would fetch two keys of the same device.
    const claimed = claiming.then(() => claimMissing(sharing.recipients));
    claiming = claimed.catch(() => undefined);
    await claimed;
    const users = userIds(sharing.recipients);
    for (const request of await pump.during(machine.shareRoomKey(new RoomId(room), users, settingsOf(sharing))))
      await pump.deliver(request);
    return JSON.parse(await machine.encryptRoomEvent(new RoomId(room), type, JSON.stringify(content)));
  }

  async function claimMissing(recipients: readonly string[]): Promise<void> {
    const claim = await pump.during(machine.getMissingSessions(userIds(recipients)));
    if (claim !== null && claim !== undefined) await pump.deliver(claim);
  }

  return (room: string, type: string, content: object): Promise<Json> => {
    const before = queues.get(room) ?? Promise.resolve();
    const encrypted = before.then(() => encryptNow(room, type, content));
    const settled = encrypted.catch(() => undefined).finally(() => queues.get(room) === settled && queues.delete(room));
    queues.set(room, settled);
    return encrypted;
  };
}

/** Every device of a reader gets the key: whom a member trusts is not for the secretary to judge. */
function settingsOf({ rotationMilliseconds, rotationMessages, visibility }: Sharing): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  settings.sharingStrategy = CollectStrategy.allDevices();
  settings.historyVisibility = VISIBILITIES[visibility] ?? HistoryVisibility.Shared;
  // In microseconds.
  if (rotationMilliseconds !== undefined) settings.rotationPeriod = BigInt(rotationMilliseconds) * 1000n;
  if (rotationMessages !== undefined) settings.rotationPeriodMessages = BigInt(rotationMessages);
  return settings;
}
