import type { PersonId } from "../kernel/ids.ts";
import type { InvitationRecipient } from "./events.ts";
import type { Dispatch, Edition, MeetingInvitation } from "./state.ts";

/** Brief: a recipient with an address. */
export type LetterRecipient = InvitationRecipient & { readonly address: string };

/**
 * An wen eine Ausgabe ging. A later one that invites, and changes nothing, is for those alone who were not reached before, or elsewhere.
 */
export function addressedBy({ editions }: MeetingInvitation, edition: Edition): readonly InvitationRecipient[] {
  if (edition.kind !== "invitation") return edition.recipients;
  const before = editions.findLast((one) => one.edition < edition.edition);
  return before === undefined ? edition.recipients : notAmong(before.recipients, edition.recipients);
}

/** Those who are new, or have another address than before. */
export function notAmong(
  before: readonly InvitationRecipient[],
  now: readonly InvitationRecipient[],
): readonly InvitationRecipient[] {
  const known = new Map(before.map(({ person, address }) => [person, address]));
  return now.filter(({ person, address }) =>
    address === undefined ? !known.has(person) : known.get(person) !== address,
  );
}

export const lettersOf = (invitation: MeetingInvitation, edition: Edition): readonly LetterRecipient[] =>
  addressedBy(invitation, edition).flatMap(({ person, address }) =>
    address === undefined ? [] : [{ person, address }],
  );

/** Was zuletzt über den Versand an jemanden bekannt ist. */
export const lastDispatch = ({ dispatches }: Edition, person: PersonId): Dispatch | undefined =>
  dispatches.get(person)?.at(-1);

/** True once something is known of every letter of the edition. */
export const isDispatched = (invitation: MeetingInvitation, edition: Edition): boolean =>
  lettersOf(invitation, edition).every(({ person }) => edition.dispatches.has(person));
