import { randomUUID } from "node:crypto";
import type { Reply } from "../../flows/reply.ts";
import { reply } from "../../flows/reply.ts";
import { ballotEnded } from "../../texts/chat-rooms.ts";
import { fieldEnded } from "../../texts/teams-rooms.ts";
import { ConnectorRefusal } from "./connector-refusal.ts";
import type { Looks } from "./looks.ts";
import { messageCards } from "./rendering/message-cards.ts";
import type { TeamsMessage } from "./rendering/teams-message.ts";
import type { Sender } from "./sender.ts";
import { PLATFORM, type TeamsWorld } from "./teams-parts.ts";
import type { ConversationReference, LiveCard, TeamsStore } from "./teams-store.ts";

/** Fortgeschriebene Karten: one per room and key, replaced in place; while one is on its way only the newest waits. */
export type LiveCards = {
  show(address: string, key: string, reply: Reply): void;
  /** What opens a ballot has been delivered: its running card may follow. */
  delivered(address: string): void;
  /** A field that is to be filled in stands on this card: of several the first, the others say so when it is over. */
  startField(to: ConversationReference, activity: string, reply: Reply, isWhole: boolean): void;
  /** A ballot or a field is over: its cards lose their buttons, that of a ballot in this conversation shows how it ended. */
  end(to: ConversationReference, key: string, result: Reply): Promise<void>;
  /** Resolves when nothing is on its way. */
  stop(): Promise<void>;
};

type Parts = {
  readonly sender: Sender;
  readonly store: TeamsStore;
  readonly looks: Looks;
  readonly world: Pick<TeamsWorld, "note">;
};

export function createLiveCards({ sender, store, looks, world }: Parts): LiveCards {
  const waiting = new Map<string, Map<string, Reply>>();
  const running = new Map<string, Promise<void>>();
  const ending = new Set<Promise<void>>();
  let isStopped = false;

  function kick(address: string): void {
    if (isStopped || running.has(address)) return;
    const run = work(address)
      .catch((error: unknown) => world.note("live-failed", error instanceof Error ? error.message : "unknown"))
      .finally(() => running.delete(address));
    running.set(address, run);
  }

  async function work(address: string): Promise<void> {
    const to = store.reference(address.slice(PLATFORM.length));
    if (to === undefined) return;
    for (let next = takeReady(address, to); next !== undefined; next = takeReady(address, to)) {
      try {
        await show(to, next.key, next.reply, next.before);
      } catch (error) {
        // A later version tries again.
        if (!(error instanceof ConnectorRefusal)) throw error;
        world.note("live-refused", error.message);
      }
    }
  }

  /** A ballot's card waits until the announcement that it belongs to is there, and stays as it ended. */
  function takeReady(address: string, to: ConversationReference) {
    for (const [key, one] of waiting.get(address) ?? []) {
      const before = store.live(to.conversation, key);
      if (before === undefined && one.asks !== undefined) continue;
      waiting.get(address)?.delete(key);
      // How it ended is put there by the message that ends it, which is not lost (`end`).
      // Of a secret ballot nothing is shown in between: it would take away the papers people have just called up.
      if (one.over === true || one.papers !== undefined || before?.isOver === true) continue;
      return { key, reply: one, before };
    }
    return undefined;
  }

  async function show(to: ConversationReference, key: string, one: Reply, before: LiveCard | undefined): Promise<void> {
    const whole = withBase(one, before);
    const [card, ...more] = messageCards(whole, await looks.live(to, whole, key));
    if (card === undefined || more.length > 0) return;
    if (before !== undefined) return replaced(to, key, before, card, false);
    const activity = await sender.post(to, `live ${randomUUID()}`, () => card);
    store.setLive(to.conversation, key, { activity, isOver: false });
  }

  /** Teams sometimes does not find a card of its own any more: then there is a new one. */
  async function replaced(
    to: ConversationReference,
    key: string,
    before: LiveCard,
    card: TeamsMessage,
    isOver: boolean,
  ): Promise<void> {
    let { activity } = before;
    try {
      await sender.replace(to, activity, card);
    } catch (error) {
      if (!(error instanceof ConnectorRefusal) || error.status !== 404) throw error;
      world.note("card-lost", error.code);
      activity = await sender.post(to, `live ${randomUUID()}`, () => card);
    }
    if (activity !== before.activity || isOver !== before.isOver)
      store.setLive(to.conversation, key, { ...before, activity, isOver });
  }

  async function end(to: ConversationReference, key: string, result: Reply): Promise<void> {
    // What is on its way would be put over the end.
    await running.get(`${PLATFORM}${to.conversation}`);
    const before = store.live(to.conversation, key);
    if (before !== undefined && !before.isOver) {
      const shown = lastCard(before, result);
      if (shown !== undefined) await replaced(to, key, before, shown, true);
    }
    endElsewhere(to, key);
  }

  function lastCard(before: LiveCard, result: Reply): TeamsMessage | undefined {
    // What comes after a field is no outcome of it.
    if (baseOf(before)?.isField === true) return endedCard(before);
    const { field: _, ...said } = result;
    const [card, ...more] = messageCards(withBase({ ...said, files: [], choices: [] }, before, []), looks.ended());
    // Too long to show both: how it ended has been said just before.
    return more.length === 0 ? card : endedCard(before);
  }

  /** Ballot papers in direct chats; nothing depends on them, since a late click is told that it is over. */
  function endElsewhere(to: ConversationReference, key: string): void {
    for (const card of store.openLive(key)) {
      const there = store.reference(card.conversation);
      if (there?.kind !== "personal" || card.conversation === to.conversation) continue;
      store.endLive(card.conversation, key);
      const shown = endedCard(card);
      if (shown === undefined) continue;
      const run = sender
        .replace(there, card.activity, shown)
        .catch((error: unknown) => world.note("paper-not-ended", error instanceof Error ? error.message : "unknown"))
        .finally(() => ending.delete(run));
      ending.add(run);
    }
  }

  function endedCard(before: LiveCard): TeamsMessage | undefined {
    const sentence = baseOf(before)?.isField === true ? fieldEnded() : ballotEnded();
    return messageCards(withBase(reply({ kind: "everyone" }, [sentence]), before, []), looks.ended())[0];
  }

  return {
    show(address, key, one) {
      const ofRoom = waiting.get(address) ?? new Map<string, Reply>();
      waiting.set(address, ofRoom.set(key, one));
      kick(address);
    },
    delivered: kick,
    startField({ conversation }, activity, { field, blocks }, isWhole) {
      if (field === undefined || store.live(conversation, field.key) !== undefined) return;
      const base: Base = { blocks: isWhole ? blocks : blocks.slice(0, 1), choices: [], isField: true };
      store.setLive(conversation, field.key, { activity, base: JSON.stringify(base), isOver: false });
    },
    end,
    async stop() {
      isStopped = true;
      await Promise.all([...running.values(), ...ending]);
    },
  };
}

/** What opened the ballot stays readable; its heading is not said twice. */
function withBase(one: Reply, before: LiveCard | undefined, choices?: Reply["choices"]): Reply {
  const base = baseOf(before);
  if (base === undefined) return one;
  const more = one.blocks.filter(({ kind }) => kind !== "heading");
  return { ...one, blocks: [...base.blocks, ...more], choices: choices ?? base.choices };
}

/** What opened the ballot, or asks for the field to be filled in. */
type Base = Pick<Reply, "blocks" | "choices"> & { readonly isField?: true };

// Written by `deliver` and by `startField`.
const baseOf = (before: LiveCard | undefined): Base | undefined =>
  before?.base === undefined ? undefined : (JSON.parse(before.base) as Base);
