import { accountOfAddress, directAddress } from "../../flows/addresses.ts";
import { type Reply, reply } from "../../flows/reply.ts";
import { greetingAlone, messageRefused } from "../../texts/chat-rooms.ts";
import { greetingInRoom, roomLost, roomNotBound } from "../../texts/teams-rooms.ts";
import { tellOffice } from "../chat/tell-office.ts";
import type { Origin } from "./reading/read.ts";
import type { Roster } from "./roster.ts";
import { accountOf, PLATFORM, roomOf, type TeamsCommittee, type TeamsWorld } from "./teams-parts.ts";
import type { ConversationReference, TeamsStore } from "./teams-store.ts";

/** Was mit Chats geschieht: we come in, we are taken out, others come and go. */
export type RoomChanges = {
  /** Notes how to write there; says the reference. */
  met(origin: Origin): ConversationReference;
  installed(origin: Origin): Promise<void>;
  removed(origin: Origin): Promise<void>;
  /** What could not be delivered was meant for this address. */
  gone(address: string): Promise<void>;
  messageRefused(address: string, message: string): Promise<void>;
};

type Parts = {
  readonly store: TeamsStore;
  readonly roster: Pick<Roster, "forget" | "of">;
  readonly committee: Pick<
    TeamsCommittee,
    "rooms" | "isMember" | "office" | "tell" | "dropRoom" | "deliverNow" | "personOf" | "nameOf"
  >;
  readonly world: Pick<TeamsWorld, "note" | "now">;
  /** Said at once and not stored, into any chat. */
  sayNow(to: ConversationReference, said: Reply): void;
};

export function createRoomChanges(parts: Parts): RoomChanges {
  const { store, roster, committee, world, sayNow } = parts;
  /** Of which loss the office knows: once is enough until we are back. */
  const toldOf = new Set<string>();

  function met({ conversation, serviceUrl, tenant, bot, sender }: Origin): ConversationReference {
    const reference: ConversationReference = {
      conversation: conversation.id,
      kind: conversation.kind,
      serviceUrl,
      tenant,
      bot: bot.id,
      team: conversation.team,
      thread: conversation.thread,
    };
    const before = store.reference(conversation.id);
    if (JSON.stringify(before) !== JSON.stringify(reference)) store.setReference(reference);
    if (sender?.objectId !== undefined) meet(sender.id, sender.objectId, reference);
    // Of a channel we are in, only its team says that we came.
    toldOf.delete(conversation.id);
    if (before === undefined) {
      learnWhoIsIn(reference);
      committee.deliverNow(roomOf(conversation.id));
    }
    return reference;
  }

  function meet(id: string, objectId: string, { conversation, kind, serviceUrl, tenant }: ConversationReference): void {
    const contact = store.contact(objectId);
    if (contact?.id !== id || contact.serviceUrl !== serviceUrl) store.setContact({ objectId, id, tenant, serviceUrl });
    if (kind !== "personal" || store.directChat(objectId) === conversation) return;
    store.setDirectChat(objectId, conversation);
    committee.deliverNow(directAddress(accountOf(objectId)));
  }

  /** Asked for while we can: whoever has to be told that we were taken out must be known by then. */
  function learnWhoIsIn({ conversation }: ConversationReference): void {
    if (committee.rooms().has(roomOf(conversation))) void roster.of(conversation);
  }

  /** The same coming is told by several activities. */
  const isNews = (what: string): boolean => store.tellOnce(`${what} ${world.now().slice(0, 10)}`);

  async function installed(origin: Origin): Promise<void> {
    const to = met(origin);
    roster.forget(to.conversation);
    learnWhoIsIn(to);
    if (to.kind === "personal") {
      const known = origin.sender?.objectId;
      const isMember = known !== undefined && committee.isMember(accountOf(known));
      if (!isMember && isNews(`greeting ${to.conversation}`)) sayNow(to, toRoom(to, greetingAlone()));
      return;
    }
    const address = roomOf(to.conversation);
    const isBound = committee.rooms().has(address);
    if (isNews(`greeting ${to.conversation}`))
      sayNow(to, toRoom(to, isBound ? greetingInRoom() : roomNotBound(to.conversation)));
  }

  async function removed({ conversation, sender }: Origin): Promise<void> {
    roster.forget(conversation.id);
    if (conversation.kind === "personal") {
      if (sender?.objectId !== undefined) store.forgetDirectChat(conversation.id);
      return;
    }
    await gone(`${PLATFORM}${conversation.id}`);
    store.forgetReference(conversation.id);
  }

  async function gone(address: string): Promise<void> {
    const conversation = address.slice(PLATFORM.length);
    const room = boundRoom(address);
    if (room === undefined) return;
    const isTold = toldOf.has(conversation);
    toldOf.add(conversation);
    const dropped = await committee.dropRoom(address);
    if (isTold) world.note("messages-dropped", String(dropped));
    else await tellOffice(parts, `teams:lost:${conversation}:${world.now()}`, roomLost(`»${room.name}«`, dropped));
  }

  const boundRoom = (address: string) => [...committee.rooms().values()].find((one) => one.room === address);

  /** "»Jugendamt«"; of a direct chat the person, as the committee knows it. */
  function nameOf(address: string): string {
    const room = boundRoom(address);
    if (room !== undefined) return `»${room.name}«`;
    const account = accountOfAddress(address)?.slice(PLATFORM.length) ?? "";
    const person = committee.personOf(accountOf(account));
    return person === undefined ? account : committee.nameOf(person);
  }

  return {
    met,
    installed,
    removed,
    gone,
    async messageRefused(address, message) {
      await tellOffice(parts, `teams:refused:${message}`, messageRefused("Teams", nameOf(address)));
    },
  };
}

/** The chat may be none of the committee's; only its address is needed. */
export const toRoom = ({ conversation }: ConversationReference, sentence: string): Reply =>
  reply({ kind: "room", room: roomOf(conversation) }, [sentence]);
