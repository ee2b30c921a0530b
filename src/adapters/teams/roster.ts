import { ConnectorRefusal } from "./connector-refusal.ts";
import type { Sender } from "./sender.ts";
import { PLATFORM, type TeamsCommittee, type TeamsWorld } from "./teams-parts.ts";
import type { Contact, ConversationReference, TeamsStore } from "./teams-store.ts";

/** Mitgliederliste der Chats, by Entra object id. Names that stand in it are not read. */
export type Roster = {
  /** Who belongs to a conversation; as it was a while ago, at worst. */
  of(conversation: string): Promise<readonly Contact[]>;
  /** Somebody came or went. */
  forget(conversation: string): void;
  /** Asks in every room of the committee. */
  learn(): void;
  /** Looks for a person in every room of the committee. */
  find(objectId: string): Promise<Contact | undefined>;
};

const FRESH = 10 * 60_000;

type Parts = {
  readonly sender: Pick<Sender, "members">;
  readonly store: Pick<TeamsStore, "reference" | "contact" | "setContact">;
  readonly committee: Pick<TeamsCommittee, "rooms">;
  readonly world: Pick<TeamsWorld, "note">;
};

type Known = { readonly at: number; readonly members: Promise<readonly Contact[]> };

export function createRoster({ sender, store, committee, world }: Parts): Roster {
  const known = new Map<string, Known>();

  async function ask(reference: ConversationReference): Promise<readonly Contact[]> {
    try {
      const members = await sender.members(reference);
      for (const member of members) {
        const before = store.contact(member.objectId);
        if (before?.id !== member.id || before.serviceUrl !== member.serviceUrl) store.setContact(member);
      }
      return members;
    } catch (error) {
      known.delete(reference.conversation);
      // Without the list nobody is called by name; nothing else depends on it.
      world.note("roster-refused", error instanceof ConnectorRefusal ? error.message : "unknown");
      return [];
    }
  }

  async function of(conversation: string): Promise<readonly Contact[]> {
    const reference = store.reference(conversation);
    if (reference === undefined) return [];
    const before = known.get(conversation);
    if (before !== undefined && performance.now() - before.at < FRESH) return before.members;
    const members = ask(reference);
    known.set(conversation, { at: performance.now(), members });
    return members;
  }

  const conversations = (): readonly string[] =>
    [...committee.rooms().keys()].flatMap((room) => (room.startsWith(PLATFORM) ? [room.slice(PLATFORM.length)] : []));

  return {
    of,
    learn() {
      for (const conversation of conversations()) void of(conversation);
    },
    forget: (conversation) => void known.delete(conversation),
    async find(objectId) {
      const before = store.contact(objectId);
      if (before !== undefined) return before;
      for (const conversation of conversations()) {
        const member = (await of(conversation)).find((one) => one.objectId === objectId);
        if (member !== undefined) return member;
      }
      return undefined;
    },
  };
}
