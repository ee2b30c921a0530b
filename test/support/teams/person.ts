import { activityFrom } from "./activities.ts";
import type { Json } from "./json.ts";
import { type PersonClicks, personClicks } from "./person-clicks.ts";
import { type PersonMembership, personMembership } from "./person-membership.ts";
import { type PersonSays, personSays } from "./person-says.ts";
import { type Seen, seenBy, sightOf } from "./sight.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Chat, Member, Message } from "./world.ts";

/** Mensch in Teams, with what somebody can do and see there. */
export type Person = Member &
  PersonSays &
  PersonClicks &
  PersonMembership & {
    /** The chat with the bot alone. */
    readonly alone: Chat;
    /** What stands in a chat for this person, in order. */
    sees(chat: Chat): readonly Seen[];
    seesOf(message: Message): Seen;
    /** An activity of any kind from this person, ready to be delivered; fields given replace the usual ones. */
    makes(chat: Chat, fields: Json): Json;
  };

export function createPerson(surroundings: Surroundings, member: Member, alone: Chat): Person {
  return {
    ...member,
    ...personSays(surroundings, member),
    ...personClicks(surroundings, member),
    ...personMembership(surroundings, member, alone),
    alone,
    sees: (chat) => sightOf(member, chat),
    seesOf: (message) => seenBy(member, message),
    makes: (chat, fields) =>
      activityFrom({ world: surroundings.world, serviceUrl: surroundings.serviceUrl(), person: member, chat }, fields),
  };
}
