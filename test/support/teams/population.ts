import { randomUUID } from "node:crypto";
import { channelId, groupChatId, personalChatId, personId } from "./ids.ts";
import type { Access, Chat, ChatKind, Member, World } from "./world.ts";

export type PersonWish = {
  /** Null for somebody without an Entra account. */
  readonly objectId?: string | null;
  readonly tenant?: string;
  readonly role?: Member["role"];
  /** Whether the bot may write to them; by default it may. */
  readonly access?: Access;
};

export type ChatWish = {
  readonly kind: ChatKind;
  readonly members: readonly Member[];
  readonly topic?: string;
  readonly tenant?: string;
  /** True by default. */
  readonly hasBot?: boolean;
  readonly rsc?: boolean;
};

/** Somebody new, with an empty chat with the bot. */
export function registerPerson(
  world: World,
  name: string,
  wish: PersonWish,
): { readonly member: Member; readonly alone: Chat } {
  const objectId = wish.objectId === null ? undefined : (wish.objectId ?? randomUUID());
  const member: Member = {
    id: personId(world.bot.appId, objectId ?? randomUUID()),
    name,
    objectId,
    tenant: wish.tenant ?? world.tenant,
    role: wish.role ?? (objectId === undefined ? "anonymous" : "user"),
  };
  world.members.set(member.id, member);
  world.access.set(member.id, wish.access ?? "installed");
  const alone = chatOf(
    personalChatId(member.id),
    undefined,
    { kind: "personal", members: [member], topic: name },
    member.tenant,
  );
  world.chats.set(alone.id, alone);
  return { member, alone };
}

/** A new group chat or channel; the chat with one person is the one there is. */
export function openChat(world: World, wish: ChatWish): Chat {
  const [first] = wish.members;
  const alone = world.chats.get(personalChatId(first?.id ?? ""));
  if (wish.kind === "personal") {
    if (alone === undefined || wish.members.length !== 1) throw new Error("A personal chat has one registered member");
    return alone;
  }
  const team = wish.kind === "channel" ? { id: channelId(), groupId: randomUUID() } : undefined;
  const chat = chatOf(team === undefined ? groupChatId() : channelId(), team, wish, wish.tenant ?? world.tenant);
  world.chats.set(chat.id, chat);
  // The team answers for its channel: who belongs to it is the same.
  if (team !== undefined) world.chats.set(team.id, chat);
  return chat;
}

function chatOf(id: string, team: Chat["team"], wish: ChatWish, tenant: string): Chat {
  return {
    id,
    kind: wish.kind,
    tenant,
    topic: wish.topic ?? "AG 78",
    team,
    members: [...wish.members],
    messages: [],
    hasBot: wish.hasBot ?? true,
    rsc: wish.rsc ?? false,
  };
}
