import type { CommitteeState } from "../core/committee/state.ts";
import type { AccountId, PersonId } from "../core/kernel/ids.ts";
import { accountsOf } from "../core/membership/queries.ts";
import type { Recipient } from "./reply.ts";

/** Anschrift eines direkten Gesprächs. Rooms have their own key as address. */
export const directAddress = (account: AccountId): string => `direct:${account}`;

/** Anschrift eines Briefkastens: the person, since the address itself is in the letter. */
export const mailAddress = (person: PersonId): string => `${MAIL}${person}`;

/** The person of a mail's address; undefined for every other. */
export function personOfAddress(address: string): PersonId | undefined {
  // What begins so was made by `mailAddress`.
  return address.startsWith(MAIL) ? (address.slice(MAIL.length) as PersonId) : undefined;
}

const MAIL = "mail:";

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
    case "mail":
      return [mailAddress(to.person)];
    case "everyone":
      return [...state.membership.rooms.keys()];
  }
}
