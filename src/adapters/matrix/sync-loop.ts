import type { Encryption, RoomEvent } from "./encryption/encryption.ts";
import { EncryptionFault } from "./encryption/encryption-fault.ts";
import { eventsInGap } from "./gap.ts";
import { CLIENT, type Homeserver, HomeserverRefusal, Stopped } from "./homeserver.ts";
import type { InboxEntry, MatrixStore } from "./matrix-store.ts";
import type { StateEvent } from "./room-facts.ts";
import { type JoinedRoom, type LooseEvent, readSync, type SyncAnswer } from "./sync-answer.ts";

export type SyncParts = {
  readonly homeserver: Homeserver;
  readonly store: MatrixStore;
  readonly encryption: Pick<Encryption, "receiveSync">;
  readonly me: string;
  /** Every state event, also one that came with a message. */
  state(room: string, event: StateEvent): void;
  /** Taken over durably: from here on nothing of it gets lost. */
  arrived(entries: readonly Arrived[]): void;
  /** Somebody else took us out of this room. */
  removed(room: string, loss: Loss): void;
  /** We are in this room since just now. */
  entered(room: string): void;
  note(code: string, detail: string): void;
  /** It cannot go on: signed out, or a key could not be stored. */
  broken(error: unknown): void;
};

export type Arrived = InboxEntry & { readonly content?: RoomEvent };

export type Loss = { readonly why: "kicked" | "banned"; readonly by: string };

export type SyncLoop = {
  /** Resolves after the first answer; goes on until `stop`. Rejects if the homeserver refuses. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

const TIMEOUT = 30_000;
const MALFORMED_PAUSE = 1_000;
const FAULT_PAUSE = 3_000;

/**
 * What this program wants to hear of. All members at once: one that Synapse tells of later counts as somebody with new devices, which
 * after each message of ours would mean to ask for our own keys. A filter of another content gets another number, so it is asked for
 * at every start.
 */
const filter = {
  presence: { not_types: ["*"] },
  account_data: { not_types: ["*"] },
  room: {
    timeline: { limit: 100 },
    ephemeral: { not_types: ["*"] },
    account_data: { not_types: ["*"] },
  },
};

/** Types of events that can be a message to us; the rest is state, or nothing for us. */
const messages: ReadonlySet<string> = new Set([
  "m.room.encrypted",
  "m.room.message",
  "m.reaction",
  "org.matrix.msc3381.poll.response",
  "m.poll.response",
]);

/**
 * Der eigene Sync: keys first, then gaps filled, then one commit of the new token with everything that came. The very first answer
 * says where we begin: what was said before is not ours to answer.
 */
export function createSyncLoop(parts: SyncParts): SyncLoop {
  const { homeserver, store, encryption, me } = parts;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let filterId: string | undefined;

  async function once(timeout: number): Promise<void> {
    const since = store.value("token");
    filterId ??= await makeFilter();
    const answer = readSync(
      await homeserver.send("GET", `${CLIENT}/sync`, {
        query: { filter: filterId, timeout: since === undefined ? 0 : timeout, since },
        timeout: since === undefined ? 600_000 : timeout + 15_000,
      }),
    );
    if (answer === undefined) {
      parts.note("sync-malformed", "an answer to /sync that is none");
      await new Promise((resolve) => setTimeout(resolve, MALFORMED_PAUSE));
      return;
    }
    await take(answer, since);
  }

  async function makeFilter(): Promise<string> {
    const { filter_id: id } = await homeserver.send("POST", `${CLIENT}/user/${encodeURIComponent(me)}/filter`, {
      body: filter,
    });
    return String(id);
  }

  async function take(answer: SyncAnswer, since: string | undefined): Promise<void> {
    await encryption.receiveSync(answer.keys);
    const entered: string[] = [];
    const arrived: Arrived[] = answer.invitations.flatMap(({ room, state }) => invitation(room, state, me));
    for (const joined of answer.joined) {
      const events = await eventsOf(joined, since);
      for (const event of [...joined.state, ...events]) if (isState(event)) parts.state(joined.room, event);
      if (events.some((event) => isOwnJoin(event, me)) || since === undefined) entered.push(joined.room);
      if (since !== undefined) arrived.push(...events.flatMap((event) => messageIn(joined.room, event)));
    }
    store.advance(answer.token, arrived);
    if (since !== undefined) for (const room of entered) parts.entered(room);
    parts.arrived(arrived);
    for (const { room, events } of answer.left) {
      const loss = lossIn(events, me);
      if (loss !== undefined && since !== undefined) parts.removed(room, loss);
    }
  }

  /** With the gap filled; in a room we have just come into, from the invitation on. */
  async function eventsOf(
    { room, timeline, gapFrom }: JoinedRoom,
    since: string | undefined,
  ): Promise<readonly RoomEvent[]> {
    const isNew = timeline.some((event) => isOwnJoin(event, me));
    const needsMore = gapFrom !== undefined && since !== undefined && !isNew;
    const all = needsMore ? [...(await missed(room, gapFrom, since)), ...timeline] : timeline;
    const joinedAt = all.findLastIndex((event) => isOwnJoin(event, me));
    if (joinedAt === -1) return all;
    // Whoever invites us may write at once, before we are there: Element makes a direct chat with its first message.
    const invitedAt = all.slice(0, joinedAt).findLastIndex((event) => isOwn("invite", event, me));
    return all.slice(invitedAt === -1 ? joinedAt : invitedAt);
  }

  /** What the homeserver will not give out (we were taken out meanwhile) must not hold up all other rooms. */
  async function missed(room: string, from: string, since: string): Promise<readonly RoomEvent[]> {
    try {
      return await eventsInGap(homeserver, room, from, since);
    } catch (error) {
      if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
      parts.note("gap-refused", error.code);
      return [];
    }
  }

  /** Our own echo tells which transaction became which event. */
  function messageIn(room: string, event: RoomEvent): readonly Arrived[] {
    if (event.sender === me) {
      const transaction = event.unsigned?.["transaction_id"];
      if (typeof transaction === "string" && store.sentEvent(transaction) === undefined)
        store.setSent(transaction, event.event_id);
      return [];
    }
    return messages.has(event.type) && event.state_key === undefined
      ? [{ event: event.event_id, room, content: event }]
      : [];
  }

  async function loop(): Promise<void> {
    while (!isStopped) {
      try {
        await once(TIMEOUT);
      } catch (error) {
        if (error instanceof Stopped || isStopped) return;
        if (isFinal(error)) throw error;
        // A full disk, a refusal that passes: the token has not moved, so all of it comes again.
        parts.note("sync-failed", error instanceof Error ? error.message : "unknown");
        await new Promise((resolve) => setTimeout(resolve, FAULT_PAUSE));
      }
    }
  }

  return {
    async start() {
      // What waits on the server is asked for at once, so that the start does not wait for something new.
      await once(0);
      running = loop();
      running.catch(parts.broken);
    },
    async stop() {
      isStopped = true;
      await running.catch(() => undefined);
    },
  };
}

const isFinal = (error: unknown): boolean =>
  error instanceof EncryptionFault || (error instanceof HomeserverRefusal && error.code === "M_UNKNOWN_TOKEN");

const isState = (event: RoomEvent): event is RoomEvent & { readonly state_key: string } =>
  event.state_key !== undefined;

const isOwn = (membership: "join" | "invite", event: LooseEvent, me: string): boolean =>
  event.type === "m.room.member" && event.state_key === me && event.content["membership"] === membership;

function isOwnJoin(event: LooseEvent & { readonly unsigned?: RoomEvent["unsigned"] }, me: string): boolean {
  if (!isOwn("join", event, me)) return false;
  // A changed name or picture is a "join" as well.
  const before = event.unsigned?.["prev_content"];
  return !(typeof before === "object" && before !== null && "membership" in before && before.membership === "join");
}

/** Invitations are acted upon like messages: durably, one after the other. Their entry names the room and who invites. */
export const invitationEntry = (room: string, by: string): InboxEntry => ({ event: `invite ${room} ${by}`, room });

export function readInvitation(event: string): { readonly room: string; readonly by: string } | undefined {
  const [word, room, by] = event.split(" ");
  return word === "invite" && room !== undefined && by !== undefined ? { room, by } : undefined;
}

function invitation(room: string, state: readonly LooseEvent[], me: string): readonly Arrived[] {
  const own = state.findLast(
    (event) => event.type === "m.room.member" && event.state_key === me && event.content["membership"] === "invite",
  );
  return own === undefined || own.sender.includes(" ") || room.includes(" ") ? [] : [invitationEntry(room, own.sender)];
}

function lossIn(events: readonly LooseEvent[], me: string): Loss | undefined {
  const own = events.findLast((event) => event.type === "m.room.member" && event.state_key === me);
  if (own === undefined || own.sender === me) return undefined;
  const { membership } = own.content;
  if (membership === "ban") return { why: "banned", by: own.sender };
  return membership === "leave" ? { why: "kicked", by: own.sender } : undefined;
}
