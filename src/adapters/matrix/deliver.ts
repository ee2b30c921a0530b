import { accountOfAddress } from "../../flows/addresses.ts";
import type { OutboxEntry } from "../../flows/ports.ts";
import { type Figures, plainText, type Reply } from "../../flows/reply.ts";
import { ballotEnded } from "../../texts/chat-rooms.ts";
import { NotDelivered } from "../chat/not-delivered.ts";
import type { DirectChats } from "./direct-chats.ts";
import { HomeserverRefusal } from "./homeserver.ts";
import type { MatrixCommittee, MatrixSettings, MatrixWorld } from "./matrix-parts.ts";
import type { MatrixStore, Offer } from "./matrix-store.ts";
import { messageContents } from "./rendering/message-contents.ts";
import { POLL_END, POLL_START, pollEnd, pollStart } from "./rendering/poll-contents.ts";
import { inThread } from "./rendering/relations.ts";
import { PLATFORM, type RoomAddresses } from "./room-addresses.ts";
import { maySend, maySpeak, type RoomBook } from "./room-facts.ts";
import type { RoomGone } from "./room-gone.ts";
import { type Sender, transactionOf } from "./sender.ts";
import type { Uploads } from "./uploads.ts";

export type DeliverParts = {
  readonly sender: Sender;
  readonly store: MatrixStore;
  readonly book: RoomBook;
  readonly addresses: RoomAddresses;
  readonly direct: DirectChats;
  readonly uploads: Uploads;
  readonly committee: Pick<MatrixCommittee, "rooms" | "accountsOf">;
  readonly world: Pick<MatrixWorld, "draw" | "note">;
  readonly settings: MatrixSettings;
  readonly me: string;
  /** Cannot be delivered, now or ever; whoever must know is told. */
  roomGone(address: string, room: string, why: RoomGone): Promise<void>;
  /** Another room took its place, and we are not there yet. */
  roomMoved(address: string, room: string): void;
  /** This one message is not taken by the homeserver. */
  notTaken(entry: OutboxEntry, error: HomeserverRefusal): Promise<void>;
};

/** Where a message goes: the room, and whether only one person reads there. */
type Place = { readonly address: string; readonly room: string; readonly isDirect: boolean };

/**
 * Zustellen: one neutral reply becomes messages, a poll where a vote is asked for, the end of a poll where one is over, files and
 * pictures. Each part has its own transaction, so that a repetition after a crash sends only what is missing.
 */
export function createDeliver(parts: DeliverParts): (entry: OutboxEntry) => Promise<void> {
  const { sender, store, book, addresses, direct, uploads, committee, world, settings, me } = parts;

  async function deliver(entry: OutboxEntry): Promise<void> {
    // What lies in the outbox was put there by the runner, as JSON of a reply.
    const reply = JSON.parse(entry.body) as Reply;
    const place = await reachable(entry);
    if (place === "nowhere") return;
    if (place === undefined) throw new NotDelivered("room-unknown");
    try {
      const facts = await book.facts(place.room);
      if (facts.replacement !== undefined) {
        parts.roomMoved(entry.room, place.room);
        throw new NotDelivered("room-moved");
      }
      if (facts.members.get(me) !== "join") return await refused(entry, place);
      if (!maySpeak(facts, me)) return await parts.roomGone(entry.room, place.room, "silenced");
      await say(entry, reply, place);
    } catch (error) {
      if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
      if (error.status === 403 || error.status === 404) return refused(entry, place);
      await parts.notTaken(entry, error);
    }
  }

  /** "nowhere": there is nobody of that name to make a direct chat with; the office knows then. */
  async function reachable(entry: OutboxEntry): Promise<Place | "nowhere" | undefined> {
    try {
      return await placeOf(entry.room);
    } catch (error) {
      if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
      await parts.notTaken(entry, error);
      return "nowhere";
    }
  }

  /** Are we still there? A direct chat that is gone is made anew at the next attempt. */
  async function refused(entry: OutboxEntry, place: Place): Promise<void> {
    book.forget(place.room);
    if (place.isDirect) {
      direct.lost(place.room);
      throw new NotDelivered("direct-chat-lost");
    }
    const facts = await book.facts(place.room).catch((error: unknown) => {
      if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
      return undefined;
    });
    if (facts?.members.get(me) !== "join") return parts.roomGone(entry.room, place.room, "gone");
    if (!maySpeak(facts, me)) return parts.roomGone(entry.room, place.room, "silenced");
    // We are there and may write: whatever was refused, it is no reason to give up what waits.
    throw new NotDelivered("refused-for-now");
  }

  async function placeOf(address: string): Promise<Place | undefined> {
    const account = accountOfAddress(address);
    if (account !== undefined)
      return { address, room: await direct.roomWith(account.slice(PLATFORM.length)), isDirect: true };
    const room = await addresses.roomOf(address);
    return room === undefined ? undefined : { address, room, isDirect: false };
  }

  async function say(entry: OutboxEntry, reply: Reply, place: Place): Promise<void> {
    for (const about of reply.ends ?? []) await endPolls(about);
    const contents = messageContents(reply, {
      isDirect: place.isDirect,
      prefix: settings.prefix,
      mentions: await mentionsIn(reply, place),
      notify: true,
    });
    const thread = threadOf(reply, place);
    let first: string | undefined;
    for (const [index, content] of contents.entries()) {
      if (reply.choices.length > 0)
        store.setOffer(transactionOf(entry.id, index), { ...offerOf(reply, place.room), isPoll: false });
      const root = thread === undefined ? undefined : store.thread(place.room, thread);
      const sent = root === undefined ? content : inThread(content, root.root, root.latest);
      const event = await sender.send(place.room, "m.room.message", sent, transactionOf(entry.id, index));
      first ??= event;
      if (thread !== undefined) store.setThread(place.room, thread, { root: root?.root ?? event, latest: event });
    }
    if (first !== undefined) noteLive(first, reply, place, contents.length === 1);
    if (reply.asks !== undefined) await startPoll(entry, reply, reply.asks, place);
    await sendFiles(entry, reply, place);
  }

  /** Later versions of a running ballot's message begin with what opened it. */
  function noteLive(event: string, reply: Reply, { room }: Place, isWhole: boolean): void {
    if (reply.asks === undefined) return;
    const { blocks, choices } = reply;
    store.setLive(room, reply.asks, { event, ...(isWhole ? { base: JSON.stringify({ blocks, choices }) } : {}) });
  }

  const offerOf = (reply: Reply, room: string): Omit<Offer, "isPoll"> => ({
    room,
    ...(reply.asks === undefined ? {} : { about: reply.asks }),
    choices: reply.choices,
  });

  async function startPoll(entry: OutboxEntry, reply: Reply, about: string, { room }: Place): Promise<void> {
    const answers = reply.choices.map(({ label }, index) => ({ id: `a${index + 1}`, label }));
    const content = pollStart(questionOf(reply), answers);
    if (content === undefined || !maySend(await book.facts(room), me, POLL_START)) return;
    const transaction = transactionOf(entry.id, "poll");
    store.setOffer(transaction, { ...offerOf(reply, room), isPoll: true, about });
    await sender.send(room, POLL_START, content, transaction);
  }

  /** In all rooms and direct chats. Where we are no longer, there is nothing to end. */
  async function endPolls(about: string): Promise<void> {
    for (const { event, room } of store.openPolls(about)) {
      try {
        await sender.send(room, POLL_END, pollEnd(event, ballotEnded()), transactionOf(event, "end"));
      } catch (error) {
        if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
        world.note("poll-end-refused", error.code);
      }
      store.endPoll(event);
    }
  }

  async function mentionsIn(reply: Reply, { address, room, isDirect }: Place): Promise<readonly string[]> {
    const account = accountOfAddress(address);
    if (isDirect) return reply.attention === true && account !== undefined ? [account.slice(PLATFORM.length)] : [];
    if (reply.callsOn === undefined) return [];
    const { members } = await book.facts(room);
    return reply.callsOn
      .flatMap(committee.accountsOf)
      .flatMap((one) => (one.startsWith(PLATFORM) ? [one.slice(PLATFORM.length)] : []))
      .filter((user) => members.get(user) === "join");
  }

  /** A vote is asked for where everybody sees it, not in a thread. */
  function threadOf(reply: Reply, { address, isDirect }: Place): string | undefined {
    if (isDirect || reply.asks !== undefined) return undefined;
    const room = [...committee.rooms().values()].find((one) => one.room === address);
    return room?.threads === true ? reply.thread : undefined;
  }

  async function sendFiles(entry: OutboxEntry, reply: Reply, { room }: Place): Promise<void> {
    for (const [index, file] of reply.files.entries()) {
      const content = await uploads.file(room, file);
      await sender.send(room, "m.room.message", content, transactionOf(entry.id, `file-${index}`));
    }
    for (const [index, block] of reply.blocks.entries()) {
      if (block.kind !== "figures") continue;
      const content = await pictureOf(room, block);
      if (content !== undefined)
        await sender.send(room, "m.room.message", content, transactionOf(entry.id, `picture-${index}`));
    }
  }

  /** The numbers stand in the message already: without the picture nothing is missing. */
  async function pictureOf(room: string, figures: Figures): Promise<object | undefined> {
    try {
      const picture = await world.draw(figures);
      return picture === undefined ? undefined : await uploads.picture(room, figures.title, picture);
    } catch (error) {
      if (error instanceof HomeserverRefusal) throw error;
      world.note("picture-failed", error instanceof Error ? error.name : "unknown");
      return undefined;
    }
  }

  return deliver;
}

/** The first two lines: what is voted on. */
const questionOf = (reply: Reply): string =>
  plainText({ ...reply, choices: [], files: [] })
    .split("\n")
    .slice(0, 2)
    .join(" – ");
