import type { InvitationRecipient } from "../invitation/events.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { peopleOn, rolesOf, seatsOn } from "../membership/queries.ts";
import type { Slices } from "./state.ts";
import { peopleOf } from "./written-now.ts";

/** Wer eingeladen wird: everybody of that day with their address; a guest only who holds an office. */
export function invitationRecipients(state: Slices, today: LocalDate): readonly InvitationRecipient[] {
  return peopleOn(state.membership, today)
    .filter(({ person, role }) => role !== "guest" || rolesOf(state.membership, person, today).size > 1)
    .map(({ person, email }) => ({ person, ...(email === undefined ? {} : { address: email }) }));
}

/** Wie die Einladung ankommt: by mail, in the chat alone, or not at all. */
export type Reach = {
  readonly byMail: readonly PersonId[];
  readonly onlyInChat: readonly PersonId[];
  readonly neither: readonly PersonId[];
  /** Seats to none of whose people it comes. */
  readonly seats: readonly SeatId[];
};

export function reachNow(state: Slices, today: LocalDate): Reach {
  const recipients = invitationRecipients(state, today);
  const linked = new Set(state.membership.accounts.values());
  const chosen = (wanted: (recipient: InvitationRecipient) => boolean): readonly PersonId[] =>
    recipients.filter(wanted).map(({ person }) => person);
  const byMail = chosen(({ address }) => address !== undefined);
  const onlyInChat = chosen(({ person, address }) => address === undefined && linked.has(person));
  const reached = new Set([...byMail, ...onlyInChat]);
  return {
    byMail,
    onlyInChat,
    neither: chosen(({ person }) => !reached.has(person)),
    seats: seatsOn(state.membership, today)
      .map(({ seat }) => seat)
      .filter((seat) => !peopleOf(state, seat, today).some((person) => reached.has(person))),
  };
}
