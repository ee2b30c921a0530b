import type { MatrixClient, MatrixEvent } from "matrix-js-sdk";
import { EventShieldColour, EventShieldReason } from "matrix-js-sdk/lib/crypto-api/index.js";
import type { PeerEvent, Shield } from "./peer-commands.ts";
import { cryptoOf } from "./peer-crypto.ts";

/** Tells of each event once it is read, or once that has failed; each outcome once. */
export function reporter(client: MatrixClient, onEvent: (event: PeerEvent) => void): (event: MatrixEvent) => void {
  const told = new Set<string>();
  const see = async (event: MatrixEvent): Promise<void> => {
    await decrypted(event);
    const failed = failureOf(event);
    if (event.getType() === "m.room.encrypted" && failed === undefined) return;
    const outcome = `${event.getId()} ${failed !== undefined} ${event.isRedacted()}`;
    if (told.has(outcome)) return;
    told.add(outcome);
    onEvent({
      id: event.getId() ?? "",
      room: event.getRoomId() ?? "",
      sender: event.getSender() ?? "",
      type: event.getType(),
      stateKey: event.getStateKey(),
      content: event.getOriginalContent(),
      encrypted: event.isEncrypted(),
      failed,
      shield: await shieldOf(client, event),
    });
  };
  return (event) => void see(event).catch((error: unknown) => console.error(error));
}

/** Until a decryption that is under way has come to an end, good or bad. */
export async function decrypted(event: MatrixEvent): Promise<void> {
  await event.getDecryptionPromise()?.catch(() => undefined);
}

export function failureOf(event: MatrixEvent): string | undefined {
  return event.isDecryptionFailure() ? (event.decryptionFailureReason ?? "unknown") : undefined;
}

export async function shieldOf(client: MatrixClient, event: MatrixEvent): Promise<Shield | undefined> {
  if (!event.isEncrypted() || event.isDecryptionFailure()) return undefined;
  const info = await cryptoOf(client).getEncryptionInfoForEvent(event);
  if (info === null) return undefined;
  return {
    color: COLORS[info.shieldColour],
    reason: info.shieldReason === null ? undefined : EventShieldReason[info.shieldReason],
  };
}

const COLORS = {
  [EventShieldColour.NONE]: "none",
  [EventShieldColour.GREY]: "grey",
  [EventShieldColour.RED]: "red",
} as const;
