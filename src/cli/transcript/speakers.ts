import { consoleAccount } from "../../adapters/console/place.ts";
import { slugOf } from "../../core/kernel/fold-german.ts";
import type { AccountId } from "../../core/kernel/ids.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { findPeople } from "../../core/membership/find.ts";
import type { MembershipState } from "../../core/membership/state.ts";

/** Konto, das hinter einem Namen steht: a person's, or "neu NAME" for one that belongs to nobody yet. Undefined if unclear. */
export function accountNamed(membership: MembershipState, name: string, today: LocalDate): AccountId | undefined {
  const isNew = /^neu\s+(.+)$/i.exec(name);
  // Platform and its own identity, as every account is written.
  if (isNew !== null) return `console:neu-${slugOf(isNew[1] ?? "")}` as AccountId;
  const found = findPeople(membership, name, today);
  return found.kind === "one" ? consoleAccount(found.value.person) : undefined;
}
