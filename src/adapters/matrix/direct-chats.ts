import { setTimeout as pause } from "node:timers/promises";
import { CLIENT, type Homeserver, HomeserverRefusal, type Json, Unanswered } from "./homeserver.ts";
import type { MatrixStore } from "./matrix-store.ts";
import type { RoomAddresses } from "./room-addresses.ts";
import { isObject, partnerIn, type RoomBook } from "./room-facts.ts";

/** Direktchats: found again, or made. */
export type DirectChats = {
  /** Room of the direct chat with this user; made, encrypted, if there is none in which both still are. */
  roomWith(user: string): Promise<string>;
  /** The other person, if this room is a direct chat: nobody but the two of us. */
  partnerOf(room: string): Promise<string | undefined>;
  /** Somebody wrote here: this is where answers go. */
  usedBy(user: string, room: string): void;
  /** It was the direct chat of this user, and may be none any more. */
  wasOf(user: string, room: string): boolean;
  lost(room: string): void;
};

type Parts = {
  readonly homeserver: Homeserver;
  readonly store: Pick<MatrixStore, "directRoom" | "setDirectRoom" | "forgetDirectRoom">;
  readonly book: RoomBook;
  /** A room of the committee is no direct chat, even if only one other person is there yet. */
  readonly addresses: Pick<RoomAddresses, "boundRoom">;
  readonly me: string;
};

/** Before a room that may have been made is looked for, in milliseconds. */
const AGAIN = 500;

export function createDirectChats({ homeserver, store, book, addresses, me }: Parts): DirectChats {
  const making = new Map<string, Promise<string>>();

  async function partnerOf(room: string): Promise<string | undefined> {
    const facts = await book.facts(room);
    const partner = partnerIn(facts, me);
    // Whoever makes a room for several and begins with us gives it a name.
    if (partner === undefined || (facts.name !== undefined && store.directRoom(partner) !== room)) return undefined;
    return partner;
  }

  async function existing(user: string): Promise<string | undefined> {
    const room = store.directRoom(user);
    if (room === undefined) return undefined;
    try {
      if ((await partnerOf(room)) === user && (await addresses.boundRoom(room)) === undefined) return room;
    } catch (error) {
      if (!(error instanceof HomeserverRefusal)) throw error;
    }
    store.forgetDirectRoom(room);
    return undefined;
  }

  /** One that was made before somebody could take note of it: the program was killed, or the answer never came. */
  async function madeBefore(user: string): Promise<string | undefined> {
    const { joined_rooms: rooms } = await homeserver.send("GET", `${CLIENT}/joined_rooms`);
    for (const room of Array.isArray(rooms) ? rooms.map(String) : []) {
      const facts = await book.facts(room).catch((error: unknown) => {
        if (error instanceof HomeserverRefusal && error.code !== "M_UNKNOWN_TOKEN") return undefined;
        throw error;
      });
      if (facts === undefined || facts.create.creators[0] !== me || partnerIn(facts, me) !== user) continue;
      if (facts.name === undefined && (await addresses.boundRoom(room)) === undefined) return room;
    }
    return undefined;
  }

  async function make(user: string): Promise<string> {
    for (;;) {
      const before = await madeBefore(user);
      if (before !== undefined) {
        store.setDirectRoom(user, before);
        return before;
      }
      try {
        return await makeNew(user);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        await pause(AGAIN);
      }
    }
  }

  async function makeNew(user: string): Promise<string> {
    const { room_id: room } = await homeserver.send("POST", `${CLIENT}/createRoom`, {
      body: {
        is_direct: true,
        preset: "trusted_private_chat",
        invite: [user],
        initial_state: [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }],
      },
    });
    store.setDirectRoom(user, String(room));
    await listAsDirect(user, String(room));
    return String(room);
  }

  /** So that the account shows it among the people, where somebody looks at it in Element. */
  async function listAsDirect(user: string, room: string): Promise<void> {
    const path = `${CLIENT}/user/${encodeURIComponent(me)}/account_data/m.direct`;
    const listed = await homeserver.send("GET", path).catch((error: unknown): Json => {
      if (error instanceof HomeserverRefusal) return {};
      throw error;
    });
    const rooms = isObject(listed) && Array.isArray(listed[user]) ? listed[user] : [];
    await homeserver.send("PUT", path, { body: { ...listed, [user]: [...rooms, room] } });
  }

  return {
    async roomWith(user) {
      const found = await existing(user);
      if (found !== undefined) return found;
      const one = making.get(user) ?? make(user).finally(() => making.delete(user));
      making.set(user, one);
      return one;
    },
    partnerOf,
    usedBy(user, room) {
      if (store.directRoom(user) !== room) store.setDirectRoom(user, room);
    },
    wasOf: (user, room) => store.directRoom(user) === room,
    lost: store.forgetDirectRoom,
  };
}
