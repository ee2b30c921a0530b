import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import type { CommitteeChange } from "./changes.ts";
import type { CommitteeFile, OfficeEntry } from "./committee-file.ts";
import { baseDay } from "./dated-steps.ts";
import type { OfficeRecord, PersonRecord } from "./events.ts";
import { dayBefore } from "./periods.ts";
import { displayName } from "./queries.ts";
import type { MembershipState, Office } from "./state.ts";

/**
 * Ämter nach dem Import. What the file gave the file takes back; an office that somebody was elected to stays with the elected
 * person as long as the file does not list all holders at the office itself, because the file is written before the meeting and
 * importing it once more must not undo an election. Who leaves the committee leaves every office.
 */
export function officeChanges(
  state: MembershipState,
  desired: CommitteeFile,
  today: LocalDate,
): readonly CommitteeChange[] {
  const members = membersAfter(desired, today);
  const nameOf = (person: PersonId) => {
    const record = members.get(person) ?? state.people.get(person);
    return record === undefined ? person : displayName(record);
  };
  if (desired.offices === undefined) {
    return [...state.offices.values()].flatMap((office) => leavers(office, members, nameOf, today));
  }
  const from = baseDay(state, desired, today);
  const staying = new Set(desired.offices.map(({ record }) => record.office));
  const abolished = [...state.offices.values()]
    .filter(({ office }) => !staying.has(office))
    .map((before): CommitteeChange => {
      return { subject: "office", event: { type: "OfficeAbolished", office: before.office }, before };
    });
  const entries = desired.offices.map((entry) => ({ entry, before: state.offices.get(entry.record.office) }));
  return [
    ...abolished,
    ...entries.flatMap(({ entry, before }) => recordChanges(entry.record, before)),
    ...entries.flatMap(({ entry, before }) => vacatedIn(entry, before, members, nameOf, today)),
    ...entries.flatMap(({ entry, before }) => assignedIn(entry, before, nameOf, from)),
  ];
}

type NameOf = (person: PersonId) => string;
type Members = ReadonlyMap<PersonId, PersonRecord>;

/** Inhaber*innen nach dem Import: those who stay, then those who are new. */
export function holdersAfter(
  state: MembershipState,
  entry: OfficeEntry,
  desired: CommitteeFile,
  today: LocalDate,
): readonly PersonId[] {
  const before = state.offices.get(entry.record.office);
  const members = membersAfter(desired, today);
  const stay = before?.heldBy.filter((person) => staysIn(before, entry, members, person)) ?? [];
  return [...new Set([...stay, ...entry.holders])];
}

/** Everybody in the file whose membership is not over. */
export function membersAfter(desired: CommitteeFile, today: LocalDate): Members {
  const entries = desired.people.filter(({ until }) => until === undefined || until >= today);
  return new Map(entries.map(({ record }) => [record.person, record]));
}

function recordChanges(record: OfficeRecord, before: Office | undefined): readonly CommitteeChange[] {
  if (before === undefined) return [{ subject: "office", event: { type: "OfficeEstablished", record }, before }];
  const { heldBy: _heldBy, elected: _elected, since: _since, ...known } = before;
  return sameData(known, record) ? [] : [{ subject: "office", event: { type: "OfficeChanged", record }, before }];
}

function staysIn(before: Office, entry: OfficeEntry, members: Members, person: PersonId): boolean {
  if (!members.has(person)) return false;
  return entry.holders.includes(person) || (!entry.isComplete && before.elected.includes(person));
}

function vacatedIn(
  entry: OfficeEntry,
  before: Office | undefined,
  members: Members,
  nameOf: NameOf,
  today: LocalDate,
): readonly CommitteeChange[] {
  if (before === undefined) return [];
  const going = before.heldBy.filter((person) => !staysIn(before, entry, members, person));
  return going.map((person) => vacated(before, person, nameOf, today));
}

function leavers(office: Office, members: Members, nameOf: NameOf, today: LocalDate): readonly CommitteeChange[] {
  return office.heldBy.filter((person) => !members.has(person)).map((person) => vacated(office, person, nameOf, today));
}

function vacated(before: Office, key: PersonId, nameOf: NameOf, today: LocalDate): CommitteeChange {
  const event = { type: "OfficeVacated", office: before.office, person: key, until: dayBefore(today) } as const;
  return { subject: "holder", event, title: before.title, name: nameOf(key), wasElected: before.elected.includes(key) };
}

function assignedIn(
  entry: OfficeEntry,
  before: Office | undefined,
  nameOf: NameOf,
  from: LocalDate,
): readonly CommitteeChange[] {
  const { office, title } = entry.record;
  const coming = entry.holders.filter((person) => before?.heldBy.includes(person) !== true);
  return coming.map((key): CommitteeChange => {
    const event = { type: "OfficeAssigned", office, person: key, from, origin: "file" } as const;
    return { subject: "holder", event, title, name: nameOf(key), wasElected: false };
  });
}
