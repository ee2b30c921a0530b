import { greetingAlone, messageRefused } from "../../texts/chat-rooms.ts";
import { invitationRefused, roomLost, roomMoved, roomNotBound, roomWaits } from "../../texts/matrix-rooms.ts";
import { tellOffice } from "../chat/tell-office.ts";
import type { DirectChats } from "./direct-chats.ts";
import { CLIENT, type Homeserver, HomeserverRefusal } from "./homeserver.ts";
import type { MatrixCommittee, MatrixSettings, MatrixWorld } from "./matrix-parts.ts";
import type { MatrixStore } from "./matrix-store.ts";
import { PLATFORM, type RoomAddresses } from "./room-addresses.ts";
import type { RoomBook, RoomFacts, StateEvent } from "./room-facts.ts";
import type { RoomGone } from "./room-gone.ts";
import type { Loss } from "./sync-loop.ts";
import { accountOf } from "./understand.ts";

/** Was mit Räumen geschieht: invitations, coming in, being taken out, rooms that take the place of others. */
export type RoomChanges = {
  invited(room: string, by: string): Promise<void>;
  entered(room: string): Promise<void>;
  /** Resolves when what is known of a room that we have just come into is settled. */
  settled(room: string): Promise<void>;
  /** Goes after what moved while we were away. */
  resume(): Promise<void>;
  /** A message waits for a room that was replaced. */
  moved(address: string, room: string): Promise<void>;
  removed(room: string, loss: Loss): Promise<void>;
  /** `address`: what could not be delivered was meant for it. */
  unreachable(address: string, room: string, why: RoomGone): Promise<void>;
  /** One message was not taken. */
  messageRefused(address: string, message: string): Promise<void>;
  state(room: string, event: StateEvent): void;
};

type Parts = {
  readonly homeserver: Homeserver;
  readonly store: MatrixStore;
  readonly book: RoomBook;
  readonly addresses: RoomAddresses;
  readonly direct: DirectChats;
  readonly committee: Pick<MatrixCommittee, "rooms" | "isMember" | "office" | "tell" | "dropRoom">;
  readonly world: Pick<MatrixWorld, "note" | "now">;
  readonly settings: MatrixSettings;
  readonly me: string;
  sayNow(room: string, sentence: string, transaction: string): Promise<void>;
};

export function createRoomChanges(parts: Parts): RoomChanges {
  const { homeserver, store, book, addresses, direct, committee, world, settings, me } = parts;

  /** Who was told of which loss: once is enough until something changes. */
  const toldOf = new Set<string>();
  const entering = new Map<string, Promise<void>>();

  async function invited(room: string, by: string): Promise<void> {
    const isExpected =
      (await isSuccessor(room)) || committee.isMember(accountOf(by)) || settings.allowedServers.includes(serverOf(by));
    try {
      if (isExpected) await joinAsInvited(room, serverOf(by));
      else
        await homeserver.send("POST", `${CLIENT}/rooms/${encodeURIComponent(room)}/leave`, {
          body: { reason: invitationRefused() },
        });
    } catch (error) {
      // Withdrawn meanwhile, or the room is gone.
      if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
      world.note("invitation-void", error.code);
    }
    if (!isExpected) world.note("invitation-refused", serverOf(by));
  }

  const join = (room: string, via: string): Promise<unknown> =>
    homeserver.send("POST", `${CLIENT}/join/${encodeURIComponent(room)}`, {
      body: {},
      query: { server_name: via, via },
    });

  /** Another homeserver tells of an invitation a moment before it knows of it itself, and until then lets nobody in. */
  async function joinAsInvited(room: string, via: string): Promise<void> {
    for (const wait of JOIN_AGAIN) {
      try {
        await join(room, via);
        return;
      } catch (error) {
        if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
        world.note("invitation-waits", error.code);
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    await join(room, via);
  }

  /** A room of the committee names it as the one that took its place. */
  async function isSuccessor(room: string): Promise<boolean> {
    if ([...store.successors().values()].includes(room)) return true;
    for (const old of await boundRooms()) if ((await factsOf(old))?.replacement === room) return true;
    return false;
  }

  async function boundRooms(): Promise<readonly string[]> {
    const bound = [...committee.rooms().keys()].filter((address) => address.startsWith(PLATFORM));
    return (await Promise.all(bound.map(addresses.roomOf))).filter((room) => room !== undefined);
  }

  /** Undefined of a room that does not let us see. */
  const factsOf = (room: string): Promise<RoomFacts | undefined> =>
    book.facts(room).catch((error: unknown) => {
      if (error instanceof HomeserverRefusal && error.code !== "M_UNKNOWN_TOKEN") return undefined;
      throw error;
    });

  function entered(room: string): Promise<void> {
    toldOf.delete(room);
    const run = comeIn(room).finally(() => entering.delete(room));
    entering.set(room, run);
    return run;
  }

  async function comeIn(room: string): Promise<void> {
    const facts = await book.facts(room);
    const { predecessor } = facts.create;
    if (predecessor !== undefined) await takeOver(predecessor, room);
    const bound = await addresses.boundRoom(room);
    if (bound !== undefined) return;
    const partner = await direct.partnerOf(room);
    if (partner === undefined) {
      if (facts.members.size > 1 && store.tellOnce(`unbound ${room}`))
        await parts.sayNow(room, roomNotBound(room), `unbound ${room}`);
      return;
    }
    if (store.directRoom(partner) === undefined) direct.usedBy(partner, room);
    const isOurs = facts.create.creators[0] === me;
    if (!isOurs && !committee.isMember(accountOf(partner)) && store.tellOnce(`greeting ${room}`))
      await parts.sayNow(room, greetingAlone(), `greeting ${room}`);
  }

  /** Both rooms have to say so: anybody can make a room that names another as its predecessor. */
  async function takeOver(old: string, next: string): Promise<void> {
    if (store.successors().get(old) === next) return;
    if ((await factsOf(old))?.replacement !== next || (await factsOf(next))?.create.predecessor !== old) return;
    const address = await addresses.boundRoom(old);
    const partner = await direct.partnerOf(old);
    addresses.moved(old, next);
    if (address !== undefined) await tellOffice(parts, `matrix:moved:${next}`, roomMoved(nameOf(address)));
    else if (partner !== undefined && store.directRoom(partner) === old) direct.usedBy(partner, next);
  }

  /** The old room says where it goes on; whoever may invite us has to, unless it is open. */
  function state(room: string, event: StateEvent): void {
    book.note(room, event);
    if (event.type === "m.room.power_levels") toldOf.delete(room);
    const { replacement_room: next } = event.content;
    if (event.type !== "m.room.tombstone" || event.state_key !== "" || typeof next !== "string") return;
    follow(room, next, serverOf(event.sender)).catch((error: unknown) => {
      world.note("upgraded-room-waits", error instanceof HomeserverRefusal ? error.code : "unknown");
    });
  }

  async function follow(old: string, next: string, via: string): Promise<void> {
    await join(next, via);
    await takeOver(old, next);
  }

  async function resume(): Promise<void> {
    for (const room of await boundRooms()) {
      const next = (await factsOf(room))?.replacement;
      if (next !== undefined) await followIfInvited(room, next);
    }
  }

  /** Whether we are there now. */
  async function followIfInvited(room: string, next: string): Promise<boolean> {
    try {
      await follow(room, next, serverOf(me));
      return true;
    } catch (error) {
      if (!(error instanceof HomeserverRefusal) || error.code === "M_UNKNOWN_TOKEN") throw error;
      return false;
    }
  }

  async function moved(address: string, room: string): Promise<void> {
    const next = (await factsOf(room))?.replacement;
    if (next === undefined || (await followIfInvited(room, next))) return;
    if (store.tellOnce(`waits for ${next}`))
      await tellOffice(parts, `matrix:waits:${next}`, roomWaits(nameOf(address)));
  }

  async function removed(room: string, { why, by }: Loss): Promise<void> {
    book.forget(room);
    const partner = by;
    if (store.directRoom(partner) === room) {
      direct.lost(room);
      return;
    }
    const address = await addresses.boundRoom(room);
    if (address !== undefined) await lost(address, room, why, by);
  }

  async function lost(address: string, room: string, why: RoomGone, by?: string): Promise<void> {
    const isTold = toldOf.has(room);
    toldOf.add(room);
    const dropped = await committee.dropRoom(address);
    if (isTold) world.note("messages-dropped", String(dropped));
    else
      await tellOffice(parts, `matrix:lost:${room} ${why}:${world.now()}`, roomLost(nameOf(address), why, by, dropped));
  }

  /** "»Träger«"; of a direct chat the person's account. */
  function nameOf(address: string): string {
    const name = [...committee.rooms().values()].find(({ room }) => room === address)?.name;
    return name === undefined ? address.replace(/^direct:/, "").slice(PLATFORM.length) : `»${name}«`;
  }

  return {
    invited,
    entered,
    settled: (room) => entering.get(room)?.catch(() => undefined) ?? Promise.resolve(),
    resume,
    moved,
    removed,
    async unreachable(address, room, why) {
      await lost(address, room, why);
    },
    async messageRefused(address, message) {
      await tellOffice(parts, `matrix:refused:${message}`, messageRefused("der Matrix-Server", nameOf(address)));
    },
    state,
  };
}

/** Milliseconds before a refused join is tried once more. */
const JOIN_AGAIN = [300, 1_000, 3_000];

const serverOf = (id: string): string => id.slice(id.indexOf(":") + 1);
