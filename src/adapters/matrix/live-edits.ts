import { randomUUID } from "node:crypto";
import type { Reply } from "../../flows/reply.ts";
import { HomeserverRefusal, Stopped } from "./homeserver.ts";
import type { MatrixSettings, MatrixWorld } from "./matrix-parts.ts";
import type { Live, MatrixStore } from "./matrix-store.ts";
import { messageContents } from "./rendering/message-contents.ts";
import { replacement } from "./rendering/relations.ts";
import type { RoomAddresses } from "./room-addresses.ts";
import type { Sender } from "./sender.ts";

/** Fortgeschriebene Nachrichten: one per room and key, edited in place; while one edit is on its way only the newest waits. */
export type LiveEdits = {
  show(address: string, key: string, reply: Reply): void;
  /** What opens a ballot has been delivered: its running message may follow. */
  delivered(address: string): void;
  /** Resolves when nothing is on its way. */
  stop(): Promise<void>;
};

type Parts = {
  readonly sender: Sender;
  readonly store: Pick<MatrixStore, "live" | "setLive" | "setOffer">;
  readonly addresses: Pick<RoomAddresses, "roomOf">;
  readonly settings: MatrixSettings;
  readonly world: Pick<MatrixWorld, "note">;
};

export function createLiveEdits({ sender, store, addresses, settings, world }: Parts): LiveEdits {
  const waiting = new Map<string, Map<string, Reply>>();
  const running = new Map<string, Promise<void>>();
  let isStopped = false;

  function kick(address: string): void {
    if (isStopped || running.has(address)) return;
    const run = work(address)
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) world.note("live-failed", error instanceof Error ? error.message : "unknown");
      })
      .finally(() => running.delete(address));
    running.set(address, run);
  }

  async function work(address: string): Promise<void> {
    const room = await addresses.roomOf(address);
    if (room === undefined) return;
    for (let next = takeReady(address, room); next !== undefined; next = takeReady(address, room)) {
      try {
        await show(room, next.key, next.reply, next.before);
      } catch (error) {
        // What the room does not want is not forced on it; a later version may try again.
        if (!(error instanceof HomeserverRefusal)) throw error;
        world.note("live-refused", error.code);
      }
    }
  }

  /** A ballot's message waits until the announcement that it belongs to is there. */
  function takeReady(address: string, room: string) {
    for (const [key, reply] of waiting.get(address) ?? []) {
      const before = store.live(room, key);
      // Of a secret ballot the room is told when it opens and when it ends.
      const isBallot = (reply.asks ?? reply.papers) !== undefined;
      if (before === undefined && reply.over !== true && isBallot) continue;
      waiting.get(address)?.delete(key);
      if (before === undefined && reply.over === true) continue;
      return { key, reply, before };
    }
    return undefined;
  }

  async function show(room: string, key: string, reply: Reply, before: Live | undefined): Promise<void> {
    const look = { isDirect: false, prefix: settings.prefix, mentions: [], notify: false };
    const [content, ...more] = messageContents(withBase(reply, before), look);
    if (content === undefined || more.length > 0) return;
    if (before === undefined) {
      const transaction = randomUUID();
      if (reply.choices.length > 0) store.setOffer(transaction, { room, isPoll: false, choices: reply.choices });
      store.setLive(room, key, { event: await sender.send(room, "m.room.message", content, transaction) });
      return;
    }
    await sender.send(room, "m.room.message", replacement(content, before.event), randomUUID());
  }

  return {
    show(address, key, reply) {
      const ofRoom = waiting.get(address) ?? new Map<string, Reply>();
      waiting.set(address, ofRoom.set(key, reply));
      kick(address);
    },
    delivered: kick,
    async stop() {
      isStopped = true;
      await Promise.all(running.values());
    },
  };
}

/** What opened the ballot stays readable; its heading is not said twice. */
function withBase(reply: Reply, before: Live | undefined): Reply {
  if (before?.base === undefined) return reply;
  // Written by `deliver`.
  const base = JSON.parse(before.base) as Pick<Reply, "blocks" | "choices">;
  const more = reply.blocks.filter(({ kind }) => kind !== "heading");
  return { ...reply, blocks: [...base.blocks, ...more], choices: reply.over === true ? [] : base.choices };
}
