import { DecryptionSettings, DeviceLists, type OlmMachine, TrustRequirement } from "@matrix-org/matrix-sdk-crypto-wasm";
import { Stopped } from "../homeserver.ts";
import { decryptEvent } from "./decrypting.ts";
import { createEncrypting } from "./encrypting.ts";
import type { Encryption, EncryptionOptions, SyncPart } from "./encryption.ts";
import { EncryptionFault } from "./encryption-fault.ts";
import type { Journal } from "./journal/open-journal.ts";
import type { Pump } from "./pump.ts";
import { createRoomFacts } from "./room-facts.ts";
import { userIds } from "./user-ids.ts";

export type OpenedParts = {
  readonly machine: OlmMachine;
  readonly journal: Journal;
  readonly pump: Pump;
  readonly options: EncryptionOptions;
  readonly crossSigning: "signed" | "unsigned";
  close(): Promise<void>;
};

export function runningEncryption({ machine, journal, pump, options, crossSigning, close }: OpenedParts): Encryption {
  const rooms = createRoomFacts(machine, options.homeserver, (reason) => options.note("settings-refused", reason));
  const encryptInTurn = createEncrypting(machine, pump, rooms);
  const fingerprint = (machine.identityKeys.ed25519.toBase64().match(/.{1,4}/g) ?? []).join(" ");
  const onTheirWay = new Set<Promise<unknown>>();
  let stopping: Promise<void> | undefined;
  let lastCounts = "";

  let broken: EncryptionFault | undefined;
  const fault = () => journal.fault() ?? broken;

  /** Nothing counts as done that could not be written. */
  async function durably<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      await rooms.settled();
      const unwritable = journal.fault();
      if (unwritable !== undefined) throw unwritable;
      return result;
    } catch (error) {
      throw fault() ?? error;
    }
  }

  function begin<Result>(work: () => Promise<Result>): Promise<Result> {
    if (stopping !== undefined) return Promise.reject(new Stopped());
    const known = fault();
    if (known !== undefined) return Promise.reject(known);
    const doing = durably(work);
    onTheirWay.add(doing);
    const forget = () => onTheirWay.delete(doing);
    doing.then(forget, forget);
    return doing;
  }

  const pumpBeside = () => void begin(() => pump.run()).catch(() => undefined);

  async function receive(part: SyncPart): Promise<void> {
    const { toDevice, changedDevices, leftDevices, oneTimeKeyCounts, unusedFallbackKeys } = part;
    const counts = JSON.stringify([oneTimeKeyCounts, unusedFallbackKeys]);
    pumpBeside();
    if (toDevice.length + changedDevices.length + leftDevices.length === 0 && counts === lastCounts) return;
    const left = new Map(Object.entries(oneTimeKeyCounts ?? {}));
    const fallback = unusedFallbackKeys === undefined ? undefined : new Set(unusedFallbackKeys);
    const lists = new DeviceLists(userIds(changedDevices), userIds(leftDevices));
    const settings = new DecryptionSettings(TrustRequirement.Untrusted);
    const events = JSON.stringify(toDevice);
    // Without counts the other call: to this one, no count means that none are left.
    const received =
      oneTimeKeyCounts === undefined
        ? machine.receiveSyncChangesMsc4186(events, lists, left, fallback, settings)
        : machine.receiveSyncChanges(events, lists, left, fallback, settings);
    await pump.during(received);
    lastCounts = counts;
    pumpBeside();
  }

  const known = new Set<string>();

  /** Only of a known device can be told that it belongs to the sender named. */
  async function know(user: string): Promise<void> {
    if (known.has(user)) return;
    await machine.updateTrackedUsers(userIds([user]));
    await pump.run();
    known.add(user);
  }

  const tell = async (news: readonly { readonly roomId: { toString(): string }; readonly sessionId: string }[]) => {
    for (const { roomId, sessionId } of news) options.roomKeyArrived(roomId.toString(), sessionId);
  };
  machine.registerRoomKeyUpdatedCallback(tell);
  machine.registerRoomKeysWithheldCallback(tell);

  async function end(): Promise<void> {
    while (onTheirWay.size > 0) await Promise.allSettled(onTheirWay);
    await rooms.settled();
    await close();
  }

  return {
    receiveSync: (part) => begin(() => receive(part)),
    noteState: (room, event) => {
      if (stopping === undefined) rooms.note(room, event);
    },
    isEncrypted: (room) => begin(() => rooms.isEncrypted(room)),
    encrypt: (room, type, content) => begin(() => encryptInTurn(room, type, content)),
    decrypt: (room, event) =>
      begin(async () => {
        await know(event.sender);
        const decrypted = await decryptEvent(machine, room, event, (error) => {
          broken = new EncryptionFault("library-failed", String(error), error);
        });
        if (decrypted.kind === "missingKey") pumpBeside();
        return decrypted;
      }),
    crossSigning: () => crossSigning,
    fingerprint: () => fingerprint,
    stop() {
      stopping ??= end();
      return stopping;
    },
  };
}
