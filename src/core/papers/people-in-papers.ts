import type { CommitteeState } from "../committee/state.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { PersonRecord } from "../membership/events.ts";
import { recordOn } from "../membership/periods.ts";
import { displayName, seatsOf } from "../membership/queries.ts";
import type { Party, PersonName } from "./views.ts";

/** Wer wer war: the members of the committee, on the day of the meeting. */
export type PeopleSource = {
  readonly state: Pick<CommitteeState, "membership">;
  readonly meeting: { readonly appointment: { readonly date: LocalDate } };
};

/** A person as it was on the day of the meeting; whoever was no member then, as last known. */
export function personOfDay(source: PeopleSource, person: PersonId): PersonRecord | undefined {
  const known = source.state.membership.people.get(person);
  return known === undefined ? undefined : (recordOn(known, source.meeting.appointment.date) ?? known);
}

/** Träger by its full name, as papers print it. */
export function organizationName(source: PeopleSource, person: PersonRecord | undefined): string | undefined {
  const known =
    person?.organization === undefined ? undefined : source.state.membership.organizations.get(person.organization);
  return known === undefined ? undefined : (recordOn(known, source.meeting.appointment.date) ?? known).name;
}

/** Sitz by the full name of its Träger, numbered where the Träger has several. */
export function seatName(source: PeopleSource, seat: SeatId): string {
  for (const known of source.state.membership.organizations.values()) {
    const record = recordOn(known, source.meeting.appointment.date) ?? known;
    const index = seatsOf(record).findIndex((one) => one.seat === seat);
    if (index >= 0) return record.seats === 1 ? record.name : `${record.name} (Sitz ${index + 1})`;
  }
  return seat;
}

/** Name, Anrede and function, without Träger. */
export function personName(source: PeopleSource, person: PersonId): PersonName {
  const record = personOfDay(source, person);
  if (record === undefined) return { name: person };
  return {
    name: record.salutation === undefined ? displayName(record) : record.name,
    ...(record.salutation === undefined ? {} : { salutation: record.salutation }),
    ...(record.function === undefined ? {} : { role: record.function }),
  };
}

/** With Träger: "Herr Lindner (Regenbogen)". */
export function personWithOrganization(source: PeopleSource, person: PersonId): PersonName {
  const organization = organizationName(source, personOfDay(source, person));
  return { ...personName(source, person), ...(organization === undefined ? {} : { organization }) };
}

export function partyOf(source: PeopleSource, person: PersonId): Party {
  const organization = organizationName(source, personOfDay(source, person));
  return { person: personName(source, person), ...(organization === undefined ? {} : { organization }) };
}

/** Wer zuständig ist; whoever was named freely is printed as it was typed. */
export function ownerOf(
  source: PeopleSource,
  { owner, ownerName }: { readonly owner?: PersonId; readonly ownerName?: string },
): { readonly owner?: Party } {
  if (owner !== undefined) return { owner: partyOf(source, owner) };
  return ownerName === undefined ? {} : { owner: { organization: ownerName } };
}

/** "Frau Jansen, Leitung Soziale Dienste", behind what she said: with her function, else with her Träger. */
export function quotedName(source: PeopleSource, person: PersonId): string {
  const record = personOfDay(source, person);
  return record?.function === undefined ? spokenName(source, person) : `${displayName(record)}, ${record.function}`;
}

/** "Frau Jansen (Deutscher Kinderschutzbund)", within a sentence. */
export function spokenName(source: PeopleSource, person: PersonId): string {
  const record = personOfDay(source, person);
  if (record === undefined) return person;
  const organization = organizationName(source, record);
  return organization === undefined ? displayName(record) : `${displayName(record)} (${organization})`;
}
