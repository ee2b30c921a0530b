import type { RoomEvent } from "./encryption/encryption.ts";
import { CLIENT, type Homeserver, type Json } from "./homeserver.ts";

/** Ein Raum, as its state tells: who is there, who may send what, what it replaces. */
export type RoomFacts = {
  readonly members: ReadonlyMap<string, "join" | "invite">;
  readonly powerLevels: Json;
  readonly create: { readonly creators: readonly string[]; readonly version: string; readonly predecessor?: string };
  /** The room that replaced it. */
  readonly replacement?: string;
  /** What it is called; a direct chat has no name. */
  readonly name?: string;
  readonly isEncrypted?: true;
};

/** What is known of rooms: asked once, kept up to date by the state that comes along, never stored. */
export type RoomBook = {
  facts(room: string): Promise<RoomFacts>;
  note(room: string, event: StateEvent): void;
  forget(room: string): void;
};

export type StateEvent = Pick<RoomEvent, "type" | "content" | "sender"> & { readonly state_key: string };

/** `seen`: hears every state event of a room that is asked for. */
export function createRoomBook(homeserver: Homeserver, seen: (room: string, event: StateEvent) => void): RoomBook {
  const known = new Map<string, RoomFacts>();
  const asking = new Map<string, Promise<RoomFacts>>();
  /** What came while the state was being asked for; it is newer. */
  const meanwhile = new Map<string, StateEvent[]>();

  async function ask(room: string): Promise<RoomFacts> {
    meanwhile.set(room, []);
    try {
      const answer: unknown = await homeserver.send("GET", `${CLIENT}/rooms/${encodeURIComponent(room)}/state`);
      const events = Array.isArray(answer) ? answer.flatMap(stateEvent) : [];
      for (const event of events) seen(room, event);
      const facts = [...events, ...(meanwhile.get(room) ?? [])].reduce(withState, nothingKnown);
      known.set(room, facts);
      return facts;
    } finally {
      meanwhile.delete(room);
      asking.delete(room);
    }
  }

  return {
    facts(room) {
      const facts = known.get(room);
      if (facts !== undefined) return Promise.resolve(facts);
      const question = asking.get(room) ?? ask(room);
      asking.set(room, question);
      return question;
    },
    note(room, event) {
      meanwhile.get(room)?.push(event);
      const facts = known.get(room);
      if (facts !== undefined) known.set(room, withState(facts, event));
    },
    forget: (room) => void known.delete(room),
  };
}

const nothingKnown: RoomFacts = { members: new Map(), powerLevels: {}, create: { creators: [], version: "1" } };

function withState(facts: RoomFacts, { type, content, state_key: key, sender }: StateEvent): RoomFacts {
  switch (type) {
    case "m.room.member": {
      const members = new Map(facts.members);
      const { membership } = content;
      if (membership === "join" || membership === "invite") members.set(key, membership);
      else members.delete(key);
      return { ...facts, members };
    }
    case "m.room.power_levels":
      return key === "" ? { ...facts, powerLevels: content } : facts;
    case "m.room.create":
      return key === "" ? { ...facts, create: creationOf(content, sender) } : facts;
    case "m.room.tombstone": {
      const { replacement_room: replacement } = content;
      return key === "" && typeof replacement === "string" ? { ...facts, replacement } : facts;
    }
    case "m.room.name": {
      const { name: before, ...nameless } = facts;
      const { name } = content;
      if (key !== "") return facts;
      return typeof name === "string" && name !== "" ? { ...facts, name } : nameless;
    }
    case "m.room.encryption":
      return key === "" ? { ...facts, isEncrypted: true } : facts;
    default:
      return facts;
  }
}

function creationOf(content: Json, sender: string): RoomFacts["create"] {
  const { room_version: version, additional_creators: more, predecessor } = content;
  const former = isObject(predecessor) ? predecessor["room_id"] : undefined;
  return {
    creators: [sender, ...(Array.isArray(more) ? more.filter((one) => typeof one === "string") : [])],
    version: typeof version === "string" ? version : "1",
    ...(typeof former === "string" ? { predecessor: former } : {}),
  };
}

/** Whether this user may speak: where a room is encrypted, everything said has one type. */
export const maySpeak = (facts: RoomFacts, userId: string): boolean =>
  maySend(facts, userId, facts.isEncrypted === true ? "m.room.encrypted" : "m.room.message");

/** Whether this user may send events of a type. From room version 12 on creators may do everything. */
export function maySend({ powerLevels, create }: RoomFacts, userId: string, type: string): boolean {
  if (Number(create.version) >= 12 && create.creators.includes(userId)) return true;
  const { users, users_default: usersDefault, events, events_default: eventsDefault } = powerLevels;
  const own = levelOf(isObject(users) ? users[userId] : undefined) ?? levelOf(usersDefault) ?? 0;
  const needed = levelOf(isObject(events) ? events[type] : undefined) ?? levelOf(eventsDefault) ?? 0;
  return own >= needed;
}

/** Old rooms write levels as words. */
function levelOf(value: unknown): number | undefined {
  const level = typeof value === "string" ? Number(value) : value;
  return typeof level === "number" && Number.isSafeInteger(level) ? level : undefined;
}

/** The one other person of a direct chat; undefined if there are more, or nobody is left. */
export function partnerIn({ members }: RoomFacts, me: string): string | undefined {
  const others = [...members.keys()].filter((member) => member !== me);
  return others.length === 1 ? others[0] : undefined;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function stateEvent(value: unknown): readonly StateEvent[] {
  if (!isObject(value)) return [];
  const { type, content, sender, state_key: key } = value;
  if (typeof type !== "string" || typeof sender !== "string" || typeof key !== "string" || !isObject(content))
    return [];
  return [{ type, content, sender, state_key: key }];
}
