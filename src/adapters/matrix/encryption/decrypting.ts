import {
  DecryptionErrorCode,
  DecryptionSettings,
  MegolmDecryptionError,
  type OlmMachine,
  RoomId,
  ShieldStateCode,
  TrustRequirement,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { z } from "zod";
import type { UnreadableReason } from "../../../texts/matrix-encryption.ts";
import type { Decrypted, RoomEvent } from "./encryption.ts";

const damaged: Decrypted = { kind: "failed", reason: "damaged" };

const plainEvent = z.object({ type: z.string(), content: z.record(z.string(), z.unknown()) });

/**
 * Whatever an event contains, the answer is one of the three. Should it break the library itself, it will never be readable, and the
 * library is of no more use to others either.
 */
export async function decryptEvent(
  machine: Pick<OlmMachine, "decryptRoomEvent">,
  room: string,
  event: RoomEvent,
  libraryBroke: (error: Error) => void,
): Promise<Decrypted> {
  try {
    const { event_id, type, sender, origin_server_ts, content } = event;
    // No more than is signed for: the rest is the server's own and may be anything.
    const signed = JSON.stringify({ event_id, type, sender, origin_server_ts, room_id: room, content });
    const settings = new DecryptionSettings(TrustRequirement.Untrusted);
    const decrypted = await machine.decryptRoomEvent(signed, new RoomId(room), settings);
    // Someone else's device made the key: whoever passed the event on put another name to it.
    if (decrypted.shieldState(false).code === ShieldStateCode.MismatchedSender) return damaged;
    const plain = plainEvent.parse(JSON.parse(decrypted.event));
    const relation = content["m.relates_to"];
    const isBare = relation === undefined || "m.relates_to" in plain.content;
    const whole = isBare ? plain.content : { ...plain.content, "m.relates_to": relation };
    return { kind: "decrypted", type: plain.type, content: whole };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) libraryBroke(error);
    if (!(error instanceof MegolmDecryptionError)) return damaged;
    const reason = missingReason(error);
    // The machine has looked for a key, so there is a content that names one.
    return reason === undefined
      ? damaged
      : { kind: "missingKey", session: String(event.content["session_id"]), reason };
  }
}

/** `undefined`: no key would help. */
function missingReason(error: MegolmDecryptionError): UnreadableReason | undefined {
  switch (error.code) {
    case DecryptionErrorCode.MissingRoomKey:
      return withheldReason(error);
    // The key begins later than the message.
    case DecryptionErrorCode.UnknownMessageIndex:
      return "beforeJoin";
    default:
      return undefined;
  }
}

const WITHHELD: Readonly<Record<string, UnreadableReason>> = {
  "m.blacklisted": "withheldBlocked",
  "m.unverified": "withheldUnverified",
  "m.history_not_shared": "beforeJoin",
};

function withheldReason({ withheldCode, maybe_withheld: said }: MegolmDecryptionError): UnreadableReason {
  if (withheldCode !== undefined) return WITHHELD[withheldCode] ?? "withheldOther";
  if (said === undefined) return "keyNotArrived";
  return said.includes("disabled encrypting to unverified") ? "withheldUnverified" : "withheldOther";
}
