import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { isHere } from "../meeting/queries.ts";
import type { Attendance, Meeting } from "../meeting/state.ts";
import type { OrganizationRecord, PersonRecord } from "../membership/events.ts";
import { organizationsOn, personOn } from "../membership/queries.ts";
import type { Slices } from "./state.ts";

/** Zusammensetzung der anwesenden Sitze by the attribute of the rules; each seat once, by whoever came first for it. */
export function compositionOf(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  seats: ReadonlySet<SeatId>,
): Readonly<Record<string, number>> {
  if (state.rules.quorum.maxShare.value === null) return {};
  const people = [...seats].flatMap(
    (seat) =>
      [...meeting.attendance.values()].find((one: Attendance) => isHere(one) && one.seat === seat)?.person ?? [],
  );
  return compositionOfPeople(state, people, today);
}

/** The same of people, one for each seat. */
export function compositionOfPeople(
  state: Slices,
  people: Iterable<PersonId>,
  today: LocalDate,
): Readonly<Record<string, number>> {
  const attribute = state.rules.quorum.maxShare.value?.attr;
  if (attribute === undefined) return {};
  const organizations = organizationsOn(state.membership, today);
  const counts: Record<string, number> = {};
  for (const person of people) {
    const member = personOn(state.membership, person, today);
    const sender = organizations.find((one) => one.organization === member?.organization);
    const value = member === undefined ? undefined : attributeOf(attribute, member, sender);
    if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** What the committee file knows of a person: Anrede, Redegruppe, kind of Träger. Of another attribute nothing is known. */
function attributeOf(
  attribute: string,
  person: PersonRecord,
  organization: OrganizationRecord | undefined,
): string | undefined {
  switch (attribute) {
    case "gender":
    case "geschlecht":
    case "anrede":
      return person.salutation;
    case "redegruppe":
      return person.speakerGroup;
    case "art":
      return organization?.kind;
    default:
      return undefined;
  }
}
