import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { CommitteeFile, DatedEntry } from "./committee-file.ts";
import type { OrganizationRecord, PersonRecord } from "./events.ts";
import { holdersAfter, membersAfter } from "./office-diff.ts";
import { displayName, seatsOf } from "./queries.ts";
import type { ImportProblem } from "./refusal.ts";
import type { MembershipState } from "./state.ts";

/** Everything in a file that does not fit together or would take away what only a person may take away. */
export function importProblems(
  state: MembershipState,
  desired: CommitteeFile,
  today: LocalDate,
): readonly ImportProblem[] {
  const organizations = new Map(desired.organizations.map(({ record }) => [record.organization, record]));
  const withoutOrganization: readonly ImportProblem[] = organizations.size === 0 ? [{ code: "NoOrganization" }] : [];
  return [
    ...withoutOrganization,
    ...keysTwice(desired),
    ...desired.organizations.flatMap((entry) => datesProblem(entry, entry.record.name)),
    ...desired.people.flatMap((entry) => datesProblem(entry, displayName(entry.record))),
    ...desired.people.flatMap(({ record }) => seatProblem(record, organizations)),
    ...officeProblems(state, desired, today),
  ];
}

function keysTwice(desired: CommitteeFile): readonly ImportProblem[] {
  const keys = {
    organization: desired.organizations.map(({ record }) => record.organization),
    person: desired.people.map(({ record }) => record.person),
    office: (desired.offices ?? []).map(({ record }) => record.office),
    room: (desired.rooms ?? []).map(({ room }) => room),
  } as const;
  return (["organization", "person", "office", "room"] as const).flatMap((of) => {
    const all: readonly string[] = keys[of];
    const twice = all.filter((key, at) => all.indexOf(key) !== at);
    return [...new Set(twice)].map((key): ImportProblem => ({ code: "KeyTwice", of, key }));
  });
}

function datesProblem(entry: DatedEntry<unknown>, name: string): readonly ImportProblem[] {
  const { since, until } = entry;
  if (since === undefined || until === undefined || since <= until) return [];
  return [{ code: "UntilBeforeSince", name, since, until }];
}

function seatProblem(
  person: PersonRecord,
  organizations: ReadonlyMap<string, OrganizationRecord>,
): readonly ImportProblem[] {
  const needsSeat = person.role === "voting" || person.role === "substitute";
  const name = displayName(person);
  if (person.organization === undefined) return needsSeat ? [{ code: "SeatMissing", person: name }] : [];
  const organization = organizations.get(person.organization);
  if (organization === undefined) {
    return [{ code: "OrganizationUnknown", person: name, organization: person.organization }];
  }
  if (!needsSeat) return [];
  const exists = seatsOf(organization).some(({ seat }) => seat === person.seat);
  return exists
    ? []
    : [{ code: "SeatUnknown", person: name, organization: organization.name, seats: organization.seats }];
}

function officeProblems(state: MembershipState, desired: CommitteeFile, today: LocalDate): readonly ImportProblem[] {
  if (desired.offices === undefined) return [];
  const members = membersAfter(desired, today);
  const staying = new Set(desired.offices.map(({ record }) => record.office));
  const named = (key: PersonId) => {
    const record = members.get(key) ?? state.people.get(key);
    return record === undefined ? key : displayName(record);
  };
  const missing = [...state.offices.values()]
    .filter(({ office, elected }) => !staying.has(office) && elected.some((person) => members.has(person)))
    .map(({ title, elected }): ImportProblem => {
      return { code: "ElectedOfficeMissing", title, holders: elected.map(named) };
    });
  const inFile = desired.offices.flatMap((entry): readonly ImportProblem[] => {
    const { title, holders: places } = entry.record;
    const strangers = entry.holders.filter((person) => !members.has(person));
    const holders = holdersAfter(state, entry, desired, today);
    const overfull: readonly ImportProblem[] =
      holders.length > places ? [{ code: "OfficeOverfull", title, places, holders: holders.map(named) }] : [];
    return [...strangers.map((person): ImportProblem => ({ code: "HolderNotMember", title, person })), ...overfull];
  });
  return [...missing, ...inFile];
}
