import { hash } from "node:crypto";
import type { Encryption } from "./encryption/encryption.ts";
import { CLIENT, type Homeserver } from "./homeserver.ts";
import type { MatrixStore } from "./matrix-store.ts";

/** Sends events of ours. */
export type Sender = {
  /**
   * Resolves with the event's id. The same transaction a second time is the same event: the homeserver knows it for a day, our notes
   * for longer. Encrypted where the room is; rejects, and sends nothing, where that cannot be known.
   */
  send(room: string, type: string, content: object, transaction: string): Promise<string>;
};

type Parts = {
  readonly homeserver: Homeserver;
  readonly encryption: Pick<Encryption, "isEncrypted" | "encrypt">;
  readonly store: Pick<MatrixStore, "sentEvent" | "setSent">;
};

export function createSender({ homeserver, encryption, store }: Parts): Sender {
  return {
    async send(room, type, content, transaction) {
      const before = store.sentEvent(transaction);
      if (before !== undefined) return before;
      const isSealed = await encryption.isEncrypted(room);
      const sent = isSealed
        ? { type: "m.room.encrypted", content: await encryption.encrypt(room, type, content) }
        : { type, content };
      const path = `${CLIENT}/rooms/${encodeURIComponent(room)}/send/${encodeURIComponent(sent.type)}/${transaction}`;
      const { event_id: event } = await homeserver.send("PUT", path, { body: sent.content });
      // Whoever answered was not the homeserver.
      if (typeof event !== "string") throw new Error("no event id came back");
      store.setSent(transaction, event);
      return event;
    },
  };
}

/** Transaction id of a part of a message: always the same for the same message, so that a repetition is recognised. */
export const transactionOf = (message: string, part: string | number): string =>
  hash("sha256", `${message}\n${part}`, "hex").slice(0, 32);
