import type { Given } from "../core/committee/commands.ts";
import { decide } from "../core/committee/decide.ts";
import type { Decided, Decision } from "../core/committee/decision.ts";
import type { CommitteeEvent } from "../core/committee/events.ts";
import { evolve } from "../core/committee/evolve.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { Instant, PersonId } from "../core/kernel/ids.ts";
import { personOfAccount } from "../core/membership/queries.ts";
import { addressesOf } from "./addresses.ts";
import type { Incoming } from "./incoming.ts";
import { createLivePublisher } from "./live-publisher.ts";
import { loadCommittee } from "./load-committee.ts";
import { zoneOf } from "./names-of.ts";
import { type Commit, type OutboxEntry, StorageFault } from "./ports.ts";
import { composeLive } from "./replies.ts";
import type { Reply } from "./reply.ts";
import { respond } from "./respond.ts";
import type { Outcome, RunnerParts } from "./runner-parts.ts";

/** Was mit einer Nachricht geschah. `durable` resolves when it is on the disk; answers go out after that. */
export type Handled =
  | { readonly kind: "handled"; readonly immediate: readonly Reply[] }
  /** Delivered before: nothing was done. */
  | { readonly kind: "duplicate" }
  /** In a room, and not meant for the bot. */
  | { readonly kind: "ignored" }
  /** The disk or database failed: nothing was changed. */
  | { readonly kind: "fault"; readonly fault: StorageFault };

export type CommitteeRunner = {
  state(): CommitteeState;
  handle(incoming: Incoming): Promise<Handled>;
  /** An act of the system (import of the committee file): events without a person's message. */
  apply(events: readonly CommitteeEvent[]): Promise<void>;
  /** Ends what still waits to be shown; nothing durable is concerned. */
  stop(): void;
};

/**
 * Ein Gremium, eine Reihenfolge: messages are decided one after the other on the state that includes those just decided, and
 * share commits. Only after the commit is anything said. If a commit fails, the state is read again from the store.
 */
export function createCommitteeRunner(parts: RunnerParts): CommitteeRunner {
  const { store, codec, stream, clock, dispatcher } = parts;
  let state = loadCommittee(store, codec, stream);
  let turn: Promise<unknown> = Promise.resolve();
  const inFlight = new Map<string, Promise<Handled>>();
  const uncommitted = new Set<Promise<unknown>>();
  const live = createLivePublisher(parts.timers, parts.liveEvery, composeLive, publish);

  /** Waits for its turn; the next one may decide before this one is on the disk. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function handle(incoming: Incoming): Promise<Handled> {
    if (!incoming.addressed) return { kind: "ignored" };
    if (store.isHandled(incoming.key) || inFlight.has(incoming.key)) return { kind: "duplicate" };
    const flight = inTurn(async () => ({ durable: await decided(incoming) }))
      .then(({ durable }) => durable())
      .catch(asFault);
    inFlight.set(incoming.key, flight);
    return flight.finally(() => inFlight.delete(incoming.key));
  }

  /** The turn: decide and hand in the commit. What it returns waits for the disk, outside of the turn. */
  async function decided(incoming: Incoming): Promise<() => Promise<Handled>> {
    const now = instant();
    const outcome = await respond(parts, state, { ...incoming, at: now }, given(incoming, now), decideOn);
    if (outcome.later !== undefined) return answeredLater(outcome, outcome.later, incoming.key);
    const committed = await commit(outcome, now, incoming.key);
    return async () => ({ kind: "handled", immediate: await committed() });
  }

  /** Others go on meanwhile. If the process dies before, the message counts as never handled, and is answered when it comes again. */
  function answeredLater(outcome: Outcome, later: Promise<readonly Reply[]>, key: string): () => Promise<Handled> {
    return async () => {
      const replies = await later;
      const committed = await inTurn(async () => ({
        wait: await commit({ ...outcome, replies: () => replies }, instant(), key),
      }));
      return { kind: "handled", immediate: await committed.wait() };
    };
  }

  function decideOn(command: Parameters<typeof decide>[1], context: Given): Decided {
    return decide(state, command, context);
  }

  function given(incoming: Incoming, now: Instant): Omit<Given, "actor"> & { readonly actor: PersonId | undefined } {
    const { date } = parts.localOf(now, zoneOf(state));
    return { actor: personOfAccount(state.membership, incoming.account)?.person, now, today: date };
  }

  /** Hands in one transaction and moves the state on; the returned function resolves when it is durable, with what is said at once. */
  async function commit(
    outcome: Outcome,
    now: Instant,
    inboxKey: string | undefined,
  ): Promise<() => Promise<readonly Reply[]>> {
    const { decision, by } = outcome;
    const before = state;
    const metas = decision.events.map((_, index): EventMeta => ({ version: before.version + index + 1, at: now, by }));
    if (decision.createsBox !== undefined) await store.createBox(decision.createsBox);
    const after = decision.events.reduce((one, event, index) => evolve(one, event, metaAt(metas, index)), before);
    const said = outcome.replies(before, after, metas);
    const prefix = inboxKey ?? `system:${before.version + 1}`;
    const outbox = outcome.isUnstored ? [] : entriesOf(after, said, prefix);
    const write = commitOf(decision, before.version, metas, outbox, inboxKey);
    state = after;
    const durable = written(write);
    track(durable);
    return async () => {
      await durable;
      dispatcher.enqueue(outbox);
      if (outcome.told !== undefined) live.changed(outcome.told(before, after, metas));
      return outcome.isUnstored ? said : [];
    };
  }

  /** A known key is refused before anything is decided; met only here, the state has gone ahead of the store. */
  async function written(write: Commit): Promise<void> {
    const { status } = await store.commit(write);
    if (status === "duplicate") throw new StorageFault("version-conflict", "the message was handled before");
  }

  function publish(reply: Reply): void {
    const key = reply.live;
    if (key === undefined) return;
    for (const address of addressesOf(state, reply.to)) parts.live(address, key, reply);
  }

  /** A commit that failed takes with it all that was decided on top of it: read again when the last of them has ended. */
  function track(durable: Promise<unknown>): void {
    uncommitted.add(durable);
    durable
      .catch(() => {
        void inTurn(async () => {
          await Promise.allSettled(uncommitted);
          state = loadCommittee(store, codec, stream);
        });
      })
      .finally(() => uncommitted.delete(durable))
      .catch(() => undefined);
  }

  function commitOf(
    decision: Decision,
    expectedVersion: number,
    metas: readonly EventMeta[],
    outbox: readonly OutboxEntry[],
    inboxKey: string | undefined,
  ): Commit {
    const events = decision.events.map((event, index) => {
      const { at, by } = metaAt(metas, index);
      return { ...codec.encode(event), at, by };
    });
    return {
      stream,
      expectedVersion,
      events,
      ...(inboxKey === undefined ? {} : { inboxKey }),
      outbox,
      jobs: [],
      sealed: decision.sealed === undefined ? [] : [decision.sealed],
      closedBoxes: decision.closesBox === undefined ? [] : [decision.closesBox],
      discardedBoxes: decision.discardsBox === undefined ? [] : [decision.discardsBox],
    };
  }

  const instant = (): Instant => clock.now() as Instant;

  return {
    state: () => state,
    handle,
    async apply(events) {
      const outcome: Outcome = { decision: { events }, by: "system", replies: () => [] };
      const durable = await inTurn(async () => ({ wait: await commit(outcome, instant(), undefined) }));
      await durable.wait();
    },
    stop: live.stop,
  };
}

function metaAt(metas: readonly EventMeta[], index: number): EventMeta {
  const meta = metas[index];
  if (meta === undefined) throw new Error("an event without its meta");
  return meta;
}

/** Each address gets its own entry; the ids are stable, so that a platform recognises a message sent twice. */
function entriesOf(state: CommitteeState, replies: readonly Reply[], prefix: string): readonly OutboxEntry[] {
  return replies
    .flatMap((reply) => addressesOf(state, reply.to).map((room) => ({ room, body: JSON.stringify(reply) })))
    .map((entry, index) => ({ id: `${prefix}#${index + 1}`, ...entry }));
}

function asFault(error: unknown): Handled {
  if (error instanceof StorageFault) return { kind: "fault", fault: error };
  throw error;
}
