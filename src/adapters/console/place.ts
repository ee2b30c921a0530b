import type { AccountId, PersonId, RoomId } from "../../core/kernel/ids.ts";
import { directAddress } from "../../flows/addresses.ts";

/** Wo jemand spricht: in a room, or without one in the direct chat with the bot. */
export type Place = { readonly account: AccountId; readonly room?: RoomId };

/** The console's account of a person. */
export function consoleAccount(person: PersonId): AccountId {
  // Platform and its own identity, as every account is written.
  return `console:${person}` as AccountId;
}

/** Addresses whose messages somebody in this place reads: the room, and always the own direct chat. */
export function visibleAddresses({ account, room }: Place): readonly string[] {
  const direct = directAddress(account);
  return room === undefined ? [direct] : [room, direct];
}
