import type { Json } from "./json.ts";

/** Whether the bot reaches a person alone. */
export type Access = "installed" | "missing" | "blocked" | "disabled";

/** Mensch in Teams, as the service knows it. */
export type Member = {
  /** "29:…", towards this bot. */
  readonly id: string;
  readonly name: string;
  /** Entra object id; undefined for people without an Entra account. */
  readonly objectId: string | undefined;
  readonly tenant: string;
  readonly role: "user" | "guest" | "anonymous";
};

export type ChatKind = "personal" | "groupChat" | "channel";

/** Gespräch: chat with the bot alone, group chat or channel. Of a channel the threads stand in one list. */
export type Chat = {
  readonly id: string;
  readonly kind: ChatKind;
  readonly tenant: string;
  readonly topic: string;
  /** Of a channel: conversation id and group id of its team. */
  readonly team: { readonly id: string; readonly groupId: string } | undefined;
  readonly members: Member[];
  readonly messages: Message[];
  hasBot: boolean;
  /** Every message reaches the bot, not only those that mention it. */
  rsc: boolean;
};

/** One wording of a message, as it was posted. */
export type Version = { readonly at: number; readonly activity: Json };

export type Message = {
  readonly id: string;
  readonly chat: Chat;
  /** In a channel: first message of its thread. */
  readonly thread: string | undefined;
  readonly from: Member | "bot";
  readonly versions: Version[];
  /** By id of a person: the card which that person alone sees, until the next update. */
  readonly views: Map<string, Json>;
  isDeleted: boolean;
};

/** What the bot did that Microsoft does not take. */
export type Violation = {
  readonly at: number;
  readonly kind: "rate" | "size" | "malformed" | "token";
  /** "METHOD /path". */
  readonly request: string;
  readonly detail: string;
};

/** Everything that Microsoft knows. */
export type World = {
  readonly bot: { readonly appId: string; readonly id: string; readonly name: string };
  readonly tenant: string;
  readonly now: () => number;
  readonly members: Map<string, Member>;
  readonly access: Map<string, Access>;
  readonly chats: Map<string, Chat>;
  readonly violations: Violation[];
  /** Epoch in milliseconds, never the same twice: moment and message ids are made of it. */
  readonly tick: () => number;
};

export function createWorld(options: {
  readonly appId: string;
  readonly botName: string;
  readonly tenant: string;
  readonly now: () => number;
}): World {
  let last = 0;
  return {
    bot: { appId: options.appId, id: `28:${options.appId}`, name: options.botName },
    tenant: options.tenant,
    now: options.now,
    members: new Map(),
    access: new Map(),
    chats: new Map(),
    violations: [],
    tick() {
      last = Math.max(last + 1, options.now());
      return last;
    },
  };
}

/** The wording that counts. */
export function currentActivity(message: Message): Json {
  return message.versions.at(-1)?.activity ?? {};
}

export function messageById(chat: Chat, id: string | undefined): Message | undefined {
  return chat.messages.find((message) => message.id === id);
}
