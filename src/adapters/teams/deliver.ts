import { accountOfAddress } from "../../flows/addresses.ts";
import type { OutboxEntry } from "../../flows/ports.ts";
import type { Reply } from "../../flows/reply.ts";
import { perhapsTwice } from "../../texts/teams-rooms.ts";
import { NotDelivered } from "../chat/not-delivered.ts";
import type { Clicks } from "./clicks.ts";
import { ConnectorRefusal } from "./connector-refusal.ts";
import { type DirectChats, isClosedToUs } from "./direct-chats.ts";
import type { Files } from "./files.ts";
import type { LiveCards } from "./live-cards.ts";
import type { Looks } from "./looks.ts";
import { messageCards } from "./rendering/message-cards.ts";
import type { CardLook, TeamsMessage } from "./rendering/teams-message.ts";
import type { Sender } from "./sender.ts";
import { PLATFORM, type TeamsCommittee } from "./teams-parts.ts";
import type { ConversationReference, TeamsStore } from "./teams-store.ts";

export type DeliverParts = {
  readonly sender: Sender;
  readonly store: TeamsStore;
  readonly clicks: Clicks;
  readonly direct: DirectChats;
  readonly cards: LiveCards;
  readonly files: Files;
  readonly looks: Looks;
  readonly committee: Pick<TeamsCommittee, "rooms">;
  /** We are not there any more; whoever must know is told. */
  roomGone(address: string): Promise<void>;
  /** This one message is not taken. */
  notTaken(entry: OutboxEntry, refusal: ConnectorRefusal): Promise<void>;
};

/**
 * Zustellen: one neutral reply becomes cards, and files. Each part is noted when it was posted, so that a repetition after a crash
 * sends only what is missing.
 */
export function createDeliver(parts: DeliverParts): (entry: OutboxEntry) => Promise<void> {
  const { sender, store, clicks, direct, cards, files, looks, committee } = parts;

  async function deliver(entry: OutboxEntry): Promise<void> {
    if (store.posted(answeredPart(entry)) !== undefined) return;
    if ((await clicks.answered(entry)) === true) return;
    // What lies in the outbox was put there by the runner, as JSON of a reply.
    const reply = JSON.parse(entry.body) as Reply;
    const account = accountOfAddress(entry.room);
    if (account === undefined) return toRoom(entry, reply);
    return toPerson(entry, reply, account.slice(PLATFORM.length));
  }

  async function toPerson(entry: OutboxEntry, reply: Reply, objectId: string): Promise<void> {
    const to = await direct.with(objectId);
    try {
      await say(entry, reply, to);
    } catch (error) {
      if (!(error instanceof ConnectorRefusal)) throw error;
      if (isClosedToUs(error)) await direct.lost(objectId, to.conversation);
      await refused(entry, error);
    }
  }

  async function toRoom(entry: OutboxEntry, reply: Reply): Promise<void> {
    const to = store.reference(entry.room.slice(PLATFORM.length));
    // We were never added there: nothing is known of how to write into it.
    if (to === undefined) throw new NotDelivered("not-added-yet");
    try {
      await say(entry, reply, inThread(to, reply));
    } catch (error) {
      if (!(error instanceof ConnectorRefusal)) throw error;
      if (isClosedToUs(error)) return parts.roomGone(entry.room);
      await refused(entry, error);
    }
  }

  /** Asked too much, no token, no answer: it waits. Otherwise this message will never be taken, and others must not wait for it. */
  async function refused(entry: OutboxEntry, refusal: ConnectorRefusal): Promise<void> {
    if (refusal.status !== 400 && refusal.status !== 413) throw refusal;
    await parts.notTaken(entry, refusal);
  }

  /** In a channel: under the agenda item's post where the room wants that, otherwise where we were spoken to last. */
  function inThread(to: ConversationReference, reply: Reply): ConversationReference {
    if (to.kind !== "channel") return to;
    const item = itemOf(to, reply);
    if (item === undefined) return to;
    return { ...to, thread: store.thread(to.conversation, item) };
  }

  function itemOf({ conversation }: ConversationReference, reply: Reply): string | undefined {
    const room = [...committee.rooms().values()].find((one) => one.room === `${PLATFORM}${conversation}`);
    return room?.threads === true ? reply.thread : undefined;
  }

  async function say(entry: OutboxEntry, reply: Reply, to: ConversationReference): Promise<void> {
    const look = await looks.message(to, reply);
    const links = to.kind === "personal" ? [] : files.links(reply);
    const whole = { ...look, links };
    const pieces = messageCards(reply, whole);
    const ballot = reply.asks ?? reply.papers;
    const isOne = pieces.length === 1;
    // Of a long announcement the buttons come in a card of their own, which can be replaced.
    const told =
      ballot === undefined || isOne ? shownAs(reply, whole) : shownAs({ ...reply, choices: [] }, plain(whole));
    let last = "";
    for (const [index] of told(false).entries())
      last = await posted(entry, `${index}`, reply, to, (repeated) => told(repeated)[index]);
    if (ballot !== undefined) await startLive(entry, reply, ballot, to, whole, isOne ? last : undefined);
    if (reply.field !== undefined) cards.startField(to, last, reply, isOne);
    for (const key of reply.ends ?? []) await cards.end(to, key, reply);
    if (to.kind === "personal") await files.offer(entry, reply, to);
    cards.delivered(entry.room);
  }

  async function posted(
    entry: OutboxEntry,
    part: string,
    reply: Reply,
    to: ConversationReference,
    card: (isRepeated: boolean) => TeamsMessage | undefined,
  ): Promise<string> {
    const id = await sender.post(to, `${entry.id} ${part}`, (isRepeated) => present(card(isRepeated)));
    const item = to.kind === "channel" && to.thread === undefined ? itemOf(to, reply) : undefined;
    if (item !== undefined && store.thread(to.conversation, item) === undefined)
      store.setThread(to.conversation, item, id);
    return id;
  }

  /** Later versions of a running ballot's card begin with what opened it. */
  async function startLive(
    entry: OutboxEntry,
    reply: Reply,
    key: string,
    to: ConversationReference,
    look: CardLook,
    whole: string | undefined,
  ): Promise<void> {
    if (store.live(to.conversation, key) !== undefined) return;
    const base = { blocks: whole === undefined ? reply.blocks.slice(0, 1) : reply.blocks, choices: reply.choices };
    const card = shownAs({ ...reply, ...base }, look);
    const activity = whole ?? (await posted(entry, "live", reply, to, (repeated) => card(repeated)[0]));
    store.setLive(to.conversation, key, { activity, base: JSON.stringify(base), isOver: false });
  }

  return deliver;
}

/** Noted when a message was read in the answer to a click. */
export const answeredPart = ({ id }: Pick<OutboxEntry, "id">): string => `${id} answered`;

const plain = ({ privately: _, refreshFor: __, ...look }: CardLook): CardLook => look;

/** The same cards, with a word above them where they may be read twice. */
const shownAs = (reply: Reply, look: CardLook) => (isRepeated: boolean) =>
  messageCards(reply, isRepeated ? { ...look, notice: perhapsTwice() } : look);

function present(card: TeamsMessage | undefined): TeamsMessage {
  if (card === undefined) throw new Error("a card without its contents");
  return card;
}
