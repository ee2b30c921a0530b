import type { PersonId } from "../kernel/ids.ts";
import { entry } from "../kernel/table.ts";
import type { Slices } from "./state.ts";

/** Kalendereintrag einer Sitzung: the same for ever, and no other committee's. */
export function meetingUid({ membership }: Slices, meeting: number): string {
  return `sitzung-${meeting}-${stampOf(membership)}@ag78.sitzungsdienst`;
}

/** Kalendereintrag eines Workshoptags: the same for ever, wherever the day is moved. */
export function workshopDayUid({ membership }: Slices, workshop: number, day: number): string {
  return `workshop-${workshop}-tag-${day}-${stampOf(membership)}@ag78.sitzungsdienst`;
}

/** The instant it was founded, in digits. */
const stampOf = ({ foundedAt }: Slices["membership"]): string => (foundedAt ?? "").replace(/\D/g, "");

/** The meeting with this entry; undefined if it is none of ours. */
export function meetingOfUid(state: Slices, uid: string): number | undefined {
  const meeting = Number(/^sitzung-([1-9]\d{0,5})-/.exec(uid)?.[1] ?? 0);
  const isOurs = entry(state.meetings.meetings, meeting) !== undefined && meetingUid(state, meeting) === uid;
  return isOurs ? meeting : undefined;
}

/** Brief an eine Person: one edition of the invitation to one meeting. */
export type LetterKey = { readonly meeting: number; readonly edition: number; readonly person: PersonId };

/** The same each time it is sent, and no other committee's: mail servers throw away what has an id they know. */
export const letterId = ({ membership }: Slices, { meeting, edition, person }: LetterKey): string =>
  `einladung-${stampOf(membership)}-${meeting}-${edition}-${person}`;

/** Reads it out of a Message-ID too ("<einladung-20230127080000000-3-1-neeth@kreis.de>"); undefined for any other mail, also for another committee's. */
export function readLetterId({ membership }: Slices, text: string): LetterKey | undefined {
  const match = /^<?einladung-(\d*)-([1-9]\d{0,5})-([1-9]\d{0,5})-([a-z0-9-]+)(?:@[^\s<>]*)?>?$/.exec(text);
  const [, stamp, meeting, edition, person] = match ?? [];
  if (person === undefined || stamp !== stampOf(membership)) return undefined;
  // A key of the committee file, or nobody's: whoever uses it looks it up.
  return { meeting: Number(meeting), edition: Number(edition), person: person as PersonId };
}
