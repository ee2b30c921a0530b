import { foldGerman } from "../kernel/fold-german.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { isHere } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { holdersOf } from "../membership/queries.ts";
import type { Slices } from "./state.ts";

/** Wessen Unterschrift noch fehlt, in the words of the rules. */
export function missingSigners(state: Slices, meeting: number): readonly string[] {
  const signed = new Set(state.minutes.issued.get(meeting)?.signatures.map(({ role }) => role));
  return state.rules.protocol.sign.value.filter((role) => !signed.has(role));
}

/** Wofür jemand unterschreiben kann: who led that meeting, who kept its minutes, a member who was there, or the holder of an office. */
export function signerRoles(state: Slices, number: number, person: PersonId, today: LocalDate): readonly string[] {
  const meeting = entry(state.meetings.meetings, number);
  if (meeting === undefined) return [];
  return state.rules.protocol.sign.value.filter((role) => signsAs(state, meeting, role, person, today));
}

function signsAs(state: Slices, meeting: Meeting, role: string, person: PersonId, today: LocalDate): boolean {
  switch (role) {
    case "leitung":
      return meeting.chairedBy === person;
    case "protokoll":
      return keptBy(state, meeting, today).includes(person);
    case "mitglied":
      return wasThereWithSeat(meeting, person) && person !== meeting.chairedBy && person !== meeting.minuteTaker;
    default:
      return holdersByTitle(state, role).includes(person);
  }
}

/** Protokollführung; where nobody was named the Schriftführung, else the office. */
function keptBy(state: Slices, meeting: Meeting, today: LocalDate): readonly PersonId[] {
  if (meeting.minuteTaker !== undefined) return [meeting.minuteTaker];
  const takers = holdersOf(state.membership, "minuteTaker", today);
  return (takers.length > 0 ? takers : holdersOf(state.membership, "office", today)).map((one) => one.person);
}

function wasThereWithSeat({ attendance }: Meeting, person: PersonId): boolean {
  const one = attendance.get(person);
  return one?.seat !== undefined && (isHere(one) || one.status === "left");
}

function holdersByTitle({ membership }: Slices, role: string): readonly PersonId[] {
  return [...membership.offices.values()]
    .filter(({ title, office }) => foldGerman(title) === foldGerman(role) || foldGerman(office) === foldGerman(role))
    .flatMap(({ heldBy }) => heldBy);
}
