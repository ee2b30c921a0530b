import { randomUUID } from "node:crypto";
import type { Reply } from "../../flows/reply.ts";
import { ballotPaperButton, ownVoteButton } from "../../texts/teams-rooms.ts";
import type { CardLook } from "./rendering/teams-message.ts";
import type { Roster } from "./roster.ts";
import { accountOf, PLATFORM, type TeamsCommittee } from "./teams-parts.ts";
import type { ConversationReference } from "./teams-store.ts";

/** Aussehen: what a card gets beyond what the committee says. */
export type Looks = {
  /** A message into a conversation. */
  message(to: ConversationReference, reply: Reply): Promise<CardLook>;
  /** The card of a running ballot or another card that is updated in place. */
  live(to: ConversationReference, reply: Reply, key: string): Promise<CardLook>;
  /** Seen by the one who clicked. */
  answer(about: string | undefined): CardLook;
  ended(): CardLook;
};

/** Types into the direct chat, as it were: everybody's own state of the ballot that runs. */
export const OWN_VIEW = "stimmzettel";

/** So many clients at most may be told to ask by themselves (Microsoft's limit). */
const MOST_REFRESHED = 60;
/** More names would be a message of nothing but names. */
const MOST_CALLED = 20;

export function createLooks(roster: Pick<Roster, "of">, committee: TeamsCommittee): Looks {
  const plain = (): CardLook => ({ isPrivate: false, nonce: randomUUID(), mentions: [] });

  async function ballotLook(to: ConversationReference, reply: Reply): Promise<Partial<CardLook>> {
    const about = reply.asks ?? reply.papers;
    if (about === undefined || to.kind === "personal") return {};
    const members = await roster.of(to.conversation);
    const known = members.filter(({ objectId }) => committee.isMember(accountOf(objectId)));
    const label = reply.papers === undefined ? ownVoteButton() : ballotPaperButton();
    return {
      about,
      privately: [{ label, command: OWN_VIEW }],
      // With more, those who are not named would see something else than the others.
      ...(members.length <= MOST_REFRESHED && known.length > 0 ? { refreshFor: known.map(({ id }) => id) } : {}),
    };
  }

  async function mentions(to: ConversationReference, { callsOn }: Reply): Promise<CardLook["mentions"]> {
    if (callsOn === undefined || to.kind === "personal" || callsOn.length > MOST_CALLED) return [];
    const members = new Set((await roster.of(to.conversation)).map(({ objectId }) => accountOf(objectId)));
    return callsOn.flatMap((person) => {
      const account = committee.accountsOf(person).find((one) => members.has(one));
      return account === undefined ? [] : [{ id: account.slice(PLATFORM.length), name: committee.nameOf(person) }];
    });
  }

  /** Of a ballot: its buttons count for no other. */
  function aboutOf(reply: Reply): Partial<CardLook> {
    const about = reply.asks ?? reply.about;
    return about === undefined ? {} : { about };
  }

  return {
    message: async (to, reply) => ({
      ...plain(),
      ...aboutOf(reply),
      isPrivate: to.kind === "personal",
      mentions: await mentions(to, reply),
      ...(await ballotLook(to, reply)),
    }),
    live: async (to, reply, key) => ({
      ...plain(),
      isPrivate: to.kind === "personal",
      ...(await ballotLook(to, reply)),
      ...((reply.asks ?? reply.papers) === undefined ? {} : { about: key }),
    }),
    answer: (about) => ({ ...plain(), isPrivate: true, ...(about === undefined ? {} : { about }) }),
    ended: plain,
  };
}
