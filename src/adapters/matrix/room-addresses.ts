import type { RoomId } from "../../core/kernel/ids.ts";
import { CLIENT, type Homeserver, HomeserverRefusal } from "./homeserver.ts";
import type { MatrixStore } from "./matrix-store.ts";

export const PLATFORM = "matrix:";

/** Which room of the homeserver an address of the committee means: by id or alias, and after upgrades the newest. */
export type RoomAddresses = {
  /** The room to send to; undefined if an alias leads nowhere (yet). */
  roomOf(address: string): Promise<string | undefined>;
  /** The committee's room, if this one is bound to it. */
  boundRoom(room: string): Promise<RoomId | undefined>;
  /** `next` took the place of `old`. */
  moved(old: string, next: string): void;
};

type Parts = {
  readonly homeserver: Homeserver;
  readonly store: Pick<MatrixStore, "successors" | "setSuccessor">;
  /** Rooms bound to the committee, of all platforms. */
  rooms(): Iterable<RoomId>;
};

export function createRoomAddresses({ homeserver, store, rooms }: Parts): RoomAddresses {
  const successors = new Map(store.successors());
  const aliases = new Map<string, string>();

  async function roomOf(address: string): Promise<string | undefined> {
    const written = address.slice(PLATFORM.length);
    const room = written.startsWith("#") ? await resolved(written) : written;
    return room === undefined ? undefined : newest(room);
  }

  function newest(room: string): string {
    let current = room;
    // Rooms that replace each other in a circle lead nowhere.
    for (const seen = new Set([room]); ; seen.add(current)) {
      const next = successors.get(current);
      if (next === undefined || seen.has(next)) return current;
      current = next;
    }
  }

  async function resolved(alias: string): Promise<string | undefined> {
    const known = aliases.get(alias);
    if (known !== undefined) return known;
    try {
      const { room_id: room } = await homeserver.send("GET", `${CLIENT}/directory/room/${encodeURIComponent(alias)}`);
      if (typeof room !== "string") return undefined;
      aliases.set(alias, room);
      return room;
    } catch (error) {
      if (error instanceof HomeserverRefusal) return undefined;
      throw error;
    }
  }

  return {
    roomOf,
    async boundRoom(room) {
      for (const bound of rooms()) if (bound.startsWith(PLATFORM) && (await roomOf(bound)) === room) return bound;
      return undefined;
    },
    moved(old, next) {
      successors.set(old, next);
      store.setSuccessor(old, next);
    },
  };
}
