import type { Given } from "../core/committee/commands.ts";
import { decide } from "../core/committee/decide.ts";
import type { Decided, Decision } from "../core/committee/decision.ts";
import type { CommitteeEvent } from "../core/committee/events.ts";
import { evolve } from "../core/committee/evolve.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { SystemCommand } from "../core/committee/system-commands.ts";
import type { EventMeta } from "../core/kernel/event-meta.ts";
import type { AccountId, Instant, PersonId } from "../core/kernel/ids.ts";
import { personOfAccount } from "../core/membership/queries.ts";
import { addressesOf } from "./addresses.ts";
import { commandOfJob, jobKey, outcomeOfSystem, scheduling } from "./carry-out-job.ts";
import type { Dialog } from "./dialog.ts";
import { fieldAgain } from "./filled-field.ts";
import type { Filled, Incoming } from "./incoming.ts";
import { createLivePublisher } from "./live-publisher.ts";
import { loadCommittee } from "./load-committee.ts";
import { landOf, zoneOf } from "./names-of.ts";
import { settlePhoto, type TakenPhoto, takePhoto } from "./photos.ts";
import { type Commit, type DueJob, type JobChange, type OutboxEntry, StorageFault } from "./ports.ts";
import { belowQuestion } from "./question-thread.ts";
import { isRelaying } from "./relay.ts";
import { composeLive, composeReplies } from "./replies.ts";
import type { Reply } from "./reply.ts";
import { answerFromState, placeOf, respond } from "./respond.ts";
import type { Outcome, RunnerParts } from "./runner-parts.ts";
import { createTurns } from "./turns.ts";

/** `immediate`: to be said at once, and nowhere stored. `stored`: what was put into the outbox, and goes out from there. */
type Answers = { readonly immediate: readonly Reply[]; readonly stored: readonly OutboxEntry[] };

/** Was mit einer Nachricht geschah. `durable` resolves when it is on the disk; answers go out after that. */
export type Handled =
  | ({ readonly kind: "handled" } & Answers)
  /** Delivered before: nothing was done. */
  | { readonly kind: "duplicate" }
  /** In a room, and not meant for the bot. */
  | { readonly kind: "ignored" }
  /** The disk or database failed: nothing was changed. */
  | { readonly kind: "fault"; readonly fault: StorageFault };

export type CommitteeRunner = {
  state(): CommitteeState;
  handle(incoming: Incoming): Promise<Handled>;
  /** Carries out a due job: what follows from it and that it is done are one commit. */
  carryOut(job: DueJob): Promise<void>;
  /**
   * Something from outside that is nobody's message (a mail, what a mail server answered): what follows from it is one commit. The same key
   * a second time changes nothing. Resolves to false then.
   */
  perform(key: string, command: SystemCommand): Promise<boolean>;
  /** An act of the system (import of the committee file): events without a person's message. */
  apply(events: readonly CommitteeEvent[]): Promise<void>;
  /**
   * Says something on behalf of the program itself: durable like any answer. The same key a second time says nothing.
   * Resolves to false then.
   */
  tell(key: string, replies: readonly Reply[]): Promise<boolean>;
  /** Die laufende Abstimmung as this account alone sees it, with how it voted. Nothing is stored. */
  ownView(account: AccountId): Reply;
  /** A field that was filled in, as it is now: to stand below an answer that nothing was decided for. `isAnswered`: it was before. Nothing is stored. */
  fieldAgain(incoming: Incoming & { readonly filled: Filled }, isAnswered: boolean): Reply;
  /** True while a question of ours waits for an answer of this account in this place. */
  isAsking(place: Pick<Incoming, "account" | "room">): boolean;
  /** Ends what still waits to be shown; nothing durable is concerned. */
  stop(): void;
};

/** Handed in; `durable` resolves when it is on the disk. */
type Committing = { durable(): Promise<Answers> };

/**
 * Ein Gremium, eine Reihenfolge: messages are decided one after the other on the state that includes those just decided, and
 * share commits. Only after the commit is anything said. If a commit fails, the state is read again from the store.
 */
export function createCommitteeRunner(parts: RunnerParts): CommitteeRunner {
  const { store, codec, stream, clock, dispatcher } = parts;
  let state = loadCommittee(store, codec, stream);
  const turns = createTurns();
  const inFlight = new Set<string>();
  /** Commits handed in whose fate is not known yet, and who waits for the last of them. */
  let open = 0;
  let drained: (() => void) | undefined;
  /** Why the state is ahead of the store, until it is read again. */
  let lost: unknown;
  const live = createLivePublisher(parts.timers, parts.liveEvery, composeLive, publish);

  async function handle(received: Incoming): Promise<Handled> {
    const incoming = belowQuestion(received);
    if (!incoming.addressed && !isRelaying(state, incoming)) return { kind: "ignored" };
    if (inFlight.has(incoming.key)) return { kind: "duplicate" };
    inFlight.add(incoming.key);
    const question = parts.dialogs.get(placeOf(incoming));
    let photo: TakenPhoto | undefined;
    try {
      if (store.isHandled(incoming.key)) return { kind: "duplicate" };
      photo = incoming.photo === undefined ? undefined : await photoOf(incoming, question);
      const taken = turns.take(() => decidedOn(incoming, photo));
      const decided = taken instanceof Promise ? await taken : taken;
      const answers = await decided.durable();
      settlePhoto(parts.photos, photo, state);
      return { kind: "handled", ...answers };
    } catch (error) {
      settlePhoto(parts.photos, photo, undefined);
      askAgain(incoming, question);
      return asFault(error);
    } finally {
      inFlight.delete(incoming.key);
    }
  }

  /** What was answered is not stored, so the question waits on, unless there is a newer one. */
  function askAgain(incoming: Incoming, question: Dialog | undefined): void {
    const place = placeOf(incoming);
    if (question !== undefined && !parts.dialogs.has(place)) parts.dialogs.set(place, question);
  }

  /** Fetched before the turn, so that nobody waits for it but whoever sent it. */
  function photoOf(incoming: Incoming, dialog: Dialog | undefined): Promise<TakenPhoto | undefined> {
    const now = instant();
    const { interpreting, photos } = parts;
    const asked = { ...incoming, at: now };
    return takePhoto({ interpreting, photos, dialog }, state, asked, given(incoming, now), decideOn);
  }

  /** The turn: decide and hand in the commit. Waiting for the disk happens outside of it, so that the next one can decide. */
  function decidedOn(incoming: Incoming, photo: TakenPhoto | undefined): Committing | Promise<Committing> {
    const now = instant();
    const outcome = respond(parts, state, { ...incoming, at: now }, given(incoming, now), decideOn, photo);
    if (outcome instanceof Promise) return outcome.then((one) => proceed(one, now, incoming.key));
    return proceed(outcome, now, incoming.key);
  }

  function proceed(outcome: Outcome, now: Instant, key: string): Committing | Promise<Committing> {
    if (outcome.later !== undefined) return { durable: () => answeredLater(outcome, key) };
    return commit(outcome, now, key);
  }

  /** Others go on meanwhile. If the process dies before, the message counts as never handled, and is answered when it comes again. */
  async function answeredLater(outcome: Outcome, key: string): Promise<Answers> {
    const replies = (await outcome.later) ?? [];
    const { durable } = await turns.take(() => commit({ ...outcome, replies }, instant(), key));
    return durable();
  }

  function decideOn(command: Parameters<typeof decide>[1], context: Given): Decided {
    // What the state was built on has just failed (opening a box waits for it): nothing on top of it could be stored.
    if (lost !== undefined) throw lost;
    return decide(state, command, context);
  }

  function given(incoming: Incoming, now: Instant): Omit<Given, "actor"> & { readonly actor: PersonId | undefined } {
    const { date, time } = parts.localOf(now, zoneOf(state));
    const actor = personOfAccount(state.membership, incoming.account)?.person;
    return { actor, now, today: date, time, holidays: parts.calendar.holidaysOf(landOf(state)) };
  }

  async function carryOut(job: DueJob): Promise<void> {
    const key = jobKey(job);
    const { durable } = await turns.take(() => {
      if (lost !== undefined) throw lost;
      const now = instant();
      const done: JobChange = { kind: "done", id: job.id };
      // Its events are there already, only the mark is missing.
      if (store.isHandled(key)) return commit(doneBefore, now, undefined, [done]);
      return commit(outcomeOfSystem(parts, state, commandOfJob(job), now), now, key, [done]);
    });
    await durable();
  }

  /** Hands in one transaction and moves the state on. A secret ballot's box is made ready before. */
  function commit(
    outcome: Outcome,
    now: Instant,
    inboxKey: string | undefined,
    jobs: readonly JobChange[] = [],
  ): Committing | Promise<Committing> {
    const { createsBox } = outcome.decision;
    if (createsBox === undefined) return handedIn(outcome, now, inboxKey, jobs);
    return store.createBox(createsBox).then(() => handedIn(outcome, now, inboxKey, jobs));
  }

  function handedIn(
    outcome: Outcome,
    now: Instant,
    inboxKey: string | undefined,
    doneJobs: readonly JobChange[],
  ): Committing {
    const { decision, by } = outcome;
    const before = state;
    const metas = decision.events.map((_, index): EventMeta => ({ version: before.version + index + 1, at: now, by }));
    const after = decision.events.reduce((one, event, index) => evolve(one, event, metaAt(metas, index)), before);
    const told = outcome.told?.(before, after, metas);
    const plain = told === undefined ? outcome.replies : composeReplies(told);
    const said = outcome.finished?.(plain, after) ?? plain;
    const prefix = inboxKey ?? `system:${before.version + 1}`;
    const outbox = outcome.isUnstored ? [] : entriesOf(after, said, prefix);
    const scheduled = (decision.jobs ?? []).map((job) => scheduling(parts, zoneOf(after), job));
    const write = commitOf(decision, before.version, metas, outbox, inboxKey, [...doneJobs, ...scheduled]);
    state = after;
    open += 1;
    const durable = store.commit(write).then(({ status }) => {
      // A known key is refused before anything is decided; met only here, the state has gone ahead of the store.
      if (status === "duplicate") return failed(new StorageFault("version-conflict", "the message was handled before"));
      settled();
      dispatcher.enqueue(outbox);
      if (scheduled.length > 0) parts.jobsChanged();
      if (told !== undefined) live.changed(told);
      return { immediate: outcome.isUnstored ? said : [], stored: outbox };
    }, failed);
    return { durable: () => durable };
  }

  function settled(): void {
    open -= 1;
    if (open === 0) drained?.();
  }

  /** A commit that failed takes with it all that was decided on top of it: the state is read again when the last of them has ended. */
  function failed(reason: unknown): never {
    lost ??= reason;
    const isFirst = drained === undefined;
    if (isFirst) void turns.take(readAgain);
    settled();
    throw reason;
  }

  async function readAgain(): Promise<void> {
    if (open > 0)
      await new Promise<void>((resolve) => {
        drained = resolve;
      });
    drained = undefined;
    // Even if reading fails: then the next commit does not fit, and it is read once more.
    lost = undefined;
    state = loadCommittee(store, codec, stream);
  }

  function publish(reply: Reply): void {
    const key = reply.live;
    if (key === undefined) return;
    for (const address of addressesOf(state, reply.to)) parts.live(address, key, reply);
  }

  function commitOf(
    decision: Decision,
    expectedVersion: number,
    metas: readonly EventMeta[],
    outbox: readonly OutboxEntry[],
    inboxKey: string | undefined,
    jobs: readonly JobChange[],
  ): Commit {
    const events = decision.events.map((event, index) => {
      const { at, by } = metaAt(metas, index);
      const { type, schema, data } = codec.encode(event);
      return { type, schema, at, by, data };
    });
    return {
      stream,
      expectedVersion,
      events,
      outbox,
      jobs,
      sealed: [...one(decision.sealed), ...(decision.sealedApart ?? none)],
      closedBoxes: one(decision.closesBox),
      discardedBoxes: one(decision.discardsBox),
      ...(inboxKey === undefined ? {} : { inboxKey }),
    };
  }

  const instant = (): Instant => clock.now() as Instant;

  return {
    state: () => state,
    handle,
    carryOut,
    async perform(key, command) {
      const committing = await turns.take(() => {
        if (lost !== undefined) throw lost;
        if (store.isHandled(key) || inFlight.has(key)) return undefined;
        inFlight.add(key);
        const now = instant();
        return commit(outcomeOfSystem(parts, state, command, now), now, key);
      });
      if (committing === undefined) return false;
      await committing.durable().finally(() => inFlight.delete(key));
      return true;
    },
    async apply(events) {
      const outcome: Outcome = { decision: { events }, by: "system", replies: [] };
      const { durable } = await turns.take(() => commit(outcome, instant(), undefined));
      await durable();
    },
    async tell(key, replies) {
      if (store.isHandled(key)) return false;
      const outcome: Outcome = { decision: { events: [] }, by: "system", replies };
      const { durable } = await turns.take(() => commit(outcome, instant(), key));
      await durable();
      return true;
    },
    ownView(account) {
      const now = instant();
      const incoming = { key: "", account, text: "", at: now, addressed: true };
      return answerFromState(parts, state, { kind: "ballot" }, incoming, given(incoming, now));
    },
    fieldAgain: (incoming, isAnswered) => fieldAgain(state, incoming, isAnswered),
    isAsking: (place) => parts.dialogs.has(placeOf(place)),
    stop: live.stop,
  };
}

const doneBefore: Outcome = { decision: { events: [] }, by: "system", replies: [] };

const none: readonly never[] = [];
const one = <T>(value: T | undefined): readonly T[] => (value === undefined ? none : [value]);

function metaAt(metas: readonly EventMeta[], index: number): EventMeta {
  const meta = metas[index];
  if (meta === undefined) throw new Error("an event without its meta");
  return meta;
}

/** Each address gets its own entry; the ids are stable, so that a platform recognises a message sent twice. */
function entriesOf(state: CommitteeState, replies: readonly Reply[], prefix: string): readonly OutboxEntry[] {
  const entries: OutboxEntry[] = [];
  for (const reply of replies) {
    const body = JSON.stringify(reply);
    for (const room of addressesOf(state, reply.to))
      entries.push({ id: `${prefix}#${entries.length + 1}`, room, body });
  }
  return entries;
}

function asFault(error: unknown): Handled {
  if (error instanceof StorageFault) return { kind: "fault", fault: error };
  throw error;
}
