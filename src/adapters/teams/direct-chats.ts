import { reply } from "../../flows/reply.ts";
import { noDirectChat } from "../../texts/teams-rooms.ts";
import { NotDelivered } from "../chat/not-delivered.ts";
import { ConnectorRefusal } from "./connector-refusal.ts";
import type { Roster } from "./roster.ts";
import type { Sender } from "./sender.ts";
import { accountOf, PLATFORM, type TeamsCommittee, type TeamsWorld } from "./teams-parts.ts";
import type { ConversationReference, TeamsStore } from "./teams-store.ts";

/** Direktchats: found, opened, and what happens where somebody cannot be written to. */
export type DirectChats = {
  /** Rejects with `NotDelivered` where there is none and none can be opened; the person is told how to open it. */
  with(objectId: string): Promise<ConversationReference>;
  /** We were taken out of it, or blocked. */
  lost(objectId: string, conversation: string): Promise<never>;
};

type Parts = {
  readonly sender: Pick<Sender, "openDirect">;
  readonly store: TeamsStore;
  readonly roster: Roster;
  readonly committee: Pick<TeamsCommittee, "rooms" | "tell" | "personOf" | "office" | "nameOf">;
  readonly world: Pick<TeamsWorld, "note" | "now">;
};

export function createDirectChats({ sender, store, roster, committee, world }: Parts): DirectChats {
  async function open(objectId: string): Promise<ConversationReference> {
    const contact = await roster.find(objectId);
    // With whom we never shared a chat cannot be written to: the service knows them under no name towards us.
    if (contact === undefined) return unreachable(objectId, "contact-unknown");
    const beside = store.references().find(({ serviceUrl }) => serviceUrl === contact.serviceUrl);
    if (beside === undefined) throw new NotDelivered("no-conversation-yet");
    try {
      const conversation = await sender.openDirect(contact, beside.bot);
      const reference: ConversationReference = {
        conversation,
        kind: "personal",
        serviceUrl: contact.serviceUrl,
        tenant: contact.tenant,
        bot: beside.bot,
        team: undefined,
        thread: undefined,
      };
      store.setReference(reference);
      store.setDirectChat(objectId, conversation);
      return reference;
    } catch (error) {
      if (error instanceof ConnectorRefusal && isClosedToUs(error)) return unreachable(objectId, error.code);
      throw error;
    }
  }

  /** In the rooms, since there is no other place; once a day. */
  async function unreachable(objectId: string, code: string): Promise<never> {
    world.note("no-direct-chat", code);
    const person = committee.personOf(accountOf(objectId));
    const key = `teams:no-direct-chat:${objectId}:${world.now().slice(0, 10)}`;
    if (person !== undefined) {
      const sentence = noDirectChat(committee.nameOf(person));
      const rooms = await roomsWith(objectId);
      const said =
        rooms.length > 0
          ? rooms.map((room) => reply({ kind: "room", room }, [sentence], { attention: true, callsOn: [person] }))
          : committee
              .office()
              .filter((one) => one !== person)
              .map((one) => reply({ kind: "person", person: one }, [sentence]));
      if (said.length > 0) await committee.tell(key, said);
    }
    throw new NotDelivered("no-direct-chat");
  }

  async function roomsWith(objectId: string) {
    const rooms = [...committee.rooms().keys()].filter((room) => room.startsWith(PLATFORM));
    const members = await Promise.all(rooms.map((room) => roster.of(room.slice(PLATFORM.length))));
    return rooms.filter((_, index) => members[index]?.some((one) => one.objectId === objectId));
  }

  return {
    async with(objectId) {
      const conversation = store.directChat(objectId);
      const reference = conversation === undefined ? undefined : store.reference(conversation);
      return reference ?? open(objectId);
    },
    lost(objectId, conversation) {
      store.forgetDirectChat(conversation);
      return unreachable(objectId, "chat-lost");
    },
  };
}

/** 403 BotNotInConversationRoster, ConversationBlockedByUser, BotDisabledByAdmin and the like; 404 of somebody who left. */
export const isClosedToUs = ({ status }: ConnectorRefusal): boolean => status === 403 || status === 404;
