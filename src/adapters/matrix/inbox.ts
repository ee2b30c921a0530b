import type { Encryption, RoomEvent } from "./encryption/encryption.ts";
import { EncryptionFault } from "./encryption/encryption-fault.ts";
import { CLIENT, type Homeserver, HomeserverRefusal, Stopped } from "./homeserver.ts";
import type { MatrixWorld } from "./matrix-parts.ts";
import type { MatrixStore } from "./matrix-store.ts";
import { isObject } from "./room-facts.ts";
import { roomEvents } from "./sync-answer.ts";
import { type Arrived, readInvitation } from "./sync-loop.ts";
import type { UnreadableNotices } from "./unreadable-notices.ts";

/** Posteingang: what was taken over from the sync is worked off, in order within a room, rooms beside each other. */
export type Inbox = {
  /** Goes on with what an earlier run left. */
  resume(): void;
  add(entries: readonly Arrived[]): void;
  roomKeyArrived(room: string, session: string): void;
  /** Nothing new is begun; resolves when what is under way has ended. */
  stop(): Promise<void>;
};

type Parts = {
  readonly homeserver: Homeserver;
  readonly encryption: Pick<Encryption, "decrypt">;
  readonly store: MatrixStore;
  readonly notices: UnreadableNotices;
  readonly world: Pick<MatrixWorld, "note">;
  /** A readable event. "later": it could not be worked off for now. `edited`: what replaced its text before it took effect. */
  act(room: string, event: RoomEvent, edited: RoomEvent | undefined): Promise<"done" | "later">;
  invited(room: string, by: string): Promise<void>;
};

/** After a fault of the disk or the like. */
const AGAIN = 3_000;
/** Whose key has not come by then will not be read any more. In milliseconds. */
const LONGEST_WAIT_FOR_KEY = 30 * 24 * 3_600_000;

export function createInbox(parts: Parts): Inbox {
  const { homeserver, encryption, store, notices, world } = parts;
  const queues = new Map<string, Arrived[]>();
  /** Waits for a key, by room and session. */
  const locked = new Map<string, Arrived[]>();
  const working = new Map<string, Promise<void>>();
  /** How many keys have come. */
  let keyNews = 0;
  let isStopped = false;

  function kick(room: string): void {
    if (isStopped || working.has(room)) return;
    const run = work(room)
      .catch(async (error: unknown) => {
        // Our own notes could not be written; what was acted upon is known to the committee's record.
        world.note("inbox-failed", error instanceof Error ? error.message : "unknown");
        await pause();
      })
      .finally(() => {
        working.delete(room);
        if ((queues.get(room)?.length ?? 0) > 0) kick(room);
      });
    working.set(room, run);
  }

  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, isStopped ? 0 : AGAIN));

  async function work(room: string): Promise<void> {
    const queue = queues.get(room) ?? [];
    for (let entry = queue[0]; entry !== undefined && !isStopped; entry = queue[0]) {
      const handled = await attempt(entry, queue);
      if (handled === "later") {
        await pause();
        continue;
      }
      if (handled.length > 0) store.handled(handled);
      const gone = new Set(handled.length === 0 ? [entry.event] : handled);
      queue.splice(0, queue.length, ...queue.filter(({ event }) => !gone.has(event)));
    }
    if (queue.length === 0) queues.delete(room);
  }

  /** The events that are done with it; none if it waits for its key. */
  async function attempt(entry: Arrived, queue: readonly Arrived[]): Promise<readonly string[] | "later"> {
    try {
      return await handle(entry, queue);
    } catch (error) {
      if (error instanceof Stopped || isStopped) return "later";
      // What the homeserver does not give out cannot be worked off, and must not hold up the rest.
      if (error instanceof HomeserverRefusal && error.code !== "M_UNKNOWN_TOKEN") {
        world.note("event-refused", error.code);
        return [entry.event];
      }
      world.note("event-failed", error instanceof Error ? `${error.name}: ${error.message}` : "unknown");
      // Signed out, or no key can be stored: the next start goes on with it.
      return error instanceof HomeserverRefusal || error instanceof EncryptionFault ? "later" : [entry.event];
    }
  }

  async function handle(entry: Arrived, queue: readonly Arrived[]): Promise<readonly string[] | "later"> {
    const invitation = readInvitation(entry.event);
    if (invitation !== undefined) {
      await parts.invited(invitation.room, invitation.by);
      return [entry.event];
    }
    const event = await contentOf(entry);
    if (event === undefined) return [entry.event];
    const readable = await readableOf(entry, event);
    if (readable === undefined) return [];
    if (readable === "never") return [entry.event];
    const edit = await lastEditOf(event, entry.room, queue);
    const outcome = await parts.act(entry.room, readable, edit?.readable);
    if (outcome === "later") return "later";
    return edit === undefined ? [entry.event] : [entry.event, ...edit.events];
  }

  /** After a restart only its id is known. Undefined for something that was no event. */
  async function contentOf({ room, event, content }: Arrived): Promise<RoomEvent | undefined> {
    if (content !== undefined) return content;
    const path = `${CLIENT}/rooms/${encodeURIComponent(room)}/event/${encodeURIComponent(event)}`;
    return roomEvents([await homeserver.send("GET", path)])[0];
  }

  async function readableOf(entry: Arrived, event: RoomEvent): Promise<RoomEvent | "never" | undefined> {
    if (event.type !== "m.room.encrypted") return event;
    const before = keyNews;
    const opened = await encryption.decrypt(entry.room, event);
    if (opened.kind === "decrypted") {
      notices.readable(event.event_id);
      return { ...event, type: opened.type, content: opened.content };
    }
    if (opened.kind === "failed") {
      notices.unreadable(entry.room, event, opened.reason);
      return "never";
    }
    // Its key may have come while we found that it is missing.
    if (keyNews !== before) return readableOf(entry, event);
    const key = lockOf(entry.room, opened.session);
    locked.set(key, [...(locked.get(key) ?? []), { ...entry, content: event }]);
    store.wait(entry.event, opened.session, event.origin_server_ts);
    notices.unreadable(entry.room, event, opened.reason);
    return undefined;
  }

  /** Bearbeitung, before the message took effect: the newest one by the same person counts; all of them are done with it. */
  async function lastEditOf(event: RoomEvent, room: string, queue: readonly Arrived[]) {
    const edits = queue.flatMap(({ content }) =>
      content !== undefined && content.sender === event.sender && replacedBy(content) === event.event_id
        ? [content]
        : [],
    );
    const last = edits.at(-1);
    if (last === undefined) return undefined;
    const opened = last.type === "m.room.encrypted" ? await encryption.decrypt(room, last) : undefined;
    if (opened !== undefined && opened.kind !== "decrypted") return undefined;
    const readable = opened === undefined ? last : { ...last, type: opened.type, content: opened.content };
    return { readable, events: edits.map(({ event_id: id }) => id) };
  }

  function push(entry: Arrived): void {
    const queue = queues.get(entry.room);
    if (queue === undefined) queues.set(entry.room, [entry]);
    else if (!queue.some(({ event }) => event === entry.event)) queue.push(entry);
    kick(entry.room);
  }

  return {
    resume() {
      const tooOld = performance.timeOrigin + performance.now() - LONGEST_WAIT_FOR_KEY;
      const left = store.inbox();
      const stale = left.flatMap(({ event, since }) => (since !== undefined && since < tooOld ? [event] : []));
      if (stale.length > 0) store.handled(stale);
      for (const { event, room, since } of left) if (since === undefined || since >= tooOld) push({ event, room });
    },
    add(entries) {
      for (const entry of entries) push(entry);
    },
    roomKeyArrived(room, session) {
      keyNews += 1;
      store.wakeUp(room, session);
      const entries = locked.get(lockOf(room, session)) ?? [];
      locked.delete(lockOf(room, session));
      for (const entry of entries) push(entry);
    },
    async stop() {
      isStopped = true;
      await Promise.all(working.values());
    },
  };
}

const lockOf = (room: string, session: string): string => `${room} ${session}`;

/** Relations stand in clear, also on encrypted events. */
function replacedBy({ content }: RoomEvent): string | undefined {
  const relation = content["m.relates_to"];
  if (!isObject(relation) || relation["rel_type"] !== "m.replace") return undefined;
  const { event_id: event } = relation;
  return typeof event === "string" ? event : undefined;
}
