import { type Reply, reply } from "../../flows/reply.ts";
import { type UnreadableReason, unreadableReasons } from "../../texts/matrix-encryption.ts";
import type { RoomEvent } from "./encryption/encryption.ts";
import type { MatrixStore } from "./matrix-store.ts";
import { accountOf } from "./understand.ts";

/** Nicht lesbar: whoever wrote it is told once, by direct chat, why and what helps. A key that is only late gets some time. */
export type UnreadableNotices = {
  unreadable(room: string, event: RoomEvent, reason: UnreadableReason): void;
  /** Its key came after all. */
  readable(event: string): void;
  stop(): void;
};

type Parts = {
  readonly store: Pick<MatrixStore, "tellOnce">;
  tell(key: string, replies: readonly Reply[]): Promise<boolean>;
  failed(error: unknown): void;
  /** How long a key may be late before somebody hears of it, in milliseconds. */
  readonly patience: number;
};

export function createUnreadableNotices({ store, tell, failed, patience }: Parts): UnreadableNotices {
  const timers = new Map<string, NodeJS.Timeout>();

  function say(event: RoomEvent, reason: UnreadableReason): void {
    // One notice for all messages of a session: they all lack the same key.
    const session = typeof event.content["session_id"] === "string" ? event.content["session_id"] : event.event_id;
    if (!store.tellOnce(`unreadable ${event.sender} ${session}`)) return;
    const to = { kind: "account", account: accountOf(event.sender) } as const;
    const answer = reply(to, [unreadableReasons[reason]], { attention: true });
    tell(`matrix:unreadable:${event.event_id}`, [answer]).catch(failed);
  }

  return {
    unreadable(_, event, reason) {
      if (reason !== "keyNotArrived") return say(event, reason);
      if (timers.has(event.event_id)) return;
      const timer = setTimeout(() => {
        timers.delete(event.event_id);
        say(event, reason);
      }, patience);
      timers.set(event.event_id, timer);
    },
    readable(event) {
      clearTimeout(timers.get(event));
      timers.delete(event);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
