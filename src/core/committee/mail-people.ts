import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { peopleOn, personOn } from "../membership/queries.ts";
import { meetingOfUid, readLetterId } from "./meeting-uid.ts";
import type { Slices } from "./state.ts";

const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** Wer unter dieser Adresse zu erreichen ist: by the committee file of the day; several may share one. */
export function peopleOfAddress(state: Slices, address: string, today: LocalDate): readonly PersonId[] {
  return peopleOn(state.membership, today).flatMap(({ person, email }) => (isSame(email, address) ? [person] : []));
}

/** An wen Einladungen zu dieser Sitzung unter dieser Adresse gingen, as far as they still belong to the committee. */
export function recipientsAt(state: Slices, meeting: number, address: string, today: LocalDate): readonly PersonId[] {
  const editions = state.invitations.get(meeting)?.editions ?? [];
  const people = editions.flatMap(({ recipients }) =>
    recipients.flatMap((one) => (isSame(one.address, address) ? [one.person] : [])),
  );
  return [...new Set(people)].filter((person) => personOn(state.membership, person, today) !== undefined);
}

/** Bekannter Absender: of the committee, or somebody an invitation went to under this address. */
export function isKnownAddress(state: Slices, address: string, today: LocalDate): boolean {
  const isWrittenTo = (meeting: number): boolean => recipientsAt(state, meeting, address, today).length > 0;
  return peopleOfAddress(state, address, today).length > 0 || [...state.invitations.keys()].some(isWrittenTo);
}

/** Die Sitzung, um die es in einer Mail geht: of the invitation it answers. */
export function meetingOfLetters(state: Slices, messageIds: readonly string[]): number | undefined {
  const letters = messageIds.flatMap((id) => readLetterId(state, id) ?? []);
  return letters.find(({ meeting }) => state.invitations.has(meeting))?.meeting;
}

/** The meeting of a calendar entry, and for whom it was: nobody, one, or several who share the address. */
export function meetingAndPeople(
  state: Slices,
  { uid, attendee }: { readonly uid: string; readonly attendee: string },
  today: LocalDate,
): { readonly meeting: number; readonly people: readonly PersonId[] } | undefined {
  const meeting = meetingOfUid(state, uid);
  return meeting === undefined ? undefined : { meeting, people: recipientsAt(state, meeting, attendee, today) };
}
