import type { CommitteeState } from "../core/committee/state.ts";
import type { AccountId } from "../core/kernel/ids.ts";
import { accountsOf } from "../core/membership/queries.ts";
import type { Recipient } from "./reply.ts";

/** Anschrift eines direkten Gesprächs. Rooms have their own key as address. */
export const directAddress = (account: AccountId): string => `direct:${account}`;

/** The account of a direct chat's address; undefined for a room. */
export function accountOfAddress(address: string): string | undefined {
  return address.startsWith("direct:") ? address.slice("direct:".length) : undefined;
}

/** Wohin eine Antwort geht: a person by all its accounts, everyone in every room bound to the committee. */
export function addressesOf(state: CommitteeState, to: Recipient): readonly string[] {
  switch (to.kind) {
    case "room":
      return [to.room];
    case "account":
      return [directAddress(to.account)];
    case "person":
      return accountsOf(state.membership, to.person).map(directAddress);
    case "everyone":
      return [...state.membership.rooms.keys()];
  }
}
