import type { AccountId, OfficeId, OrganizationId, PersonId, RoomId } from "../../../src/core/kernel/ids.ts";
import { seatId } from "../../../src/core/kernel/ids.ts";
import { type LocalDate, parseLocalDate } from "../../../src/core/kernel/local-date.ts";
import type { CommitteeFile, DatedEntry, OfficeEntry } from "../../../src/core/membership/committee-file.ts";
import type {
  CommitteeDescription,
  MembershipEvent,
  OfficeRecord,
  OrganizationRecord,
  PersonRecord,
} from "../../../src/core/membership/events.ts";
import { evolveMembership } from "../../../src/core/membership/evolve.ts";
import { type MembershipState, noMembership } from "../../../src/core/membership/state.ts";

/** The brands of the keys are put on here, once for all tests of the slice. */
export const organizationKey = (key: string) => key as OrganizationId;
export const personKey = (key: string) => key as PersonId;
export const officeKey = (key: string) => key as OfficeId;
export const accountKey = (key: string) => key as AccountId;
export const roomKey = (key: string) => key as RoomId;

export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

export const description: CommitteeDescription = {
  name: "AG 78 Hilfen zur Erziehung",
  land: "DE-SH",
  timeZone: "Europe/Berlin",
  meetingsBefore: 0,
};

type Dates = { readonly since?: string; readonly until?: string };

function dated<R>(record: R, { since, until }: Dates): DatedEntry<R> {
  return {
    record,
    ...(since === undefined ? {} : { since: day(since) }),
    ...(until === undefined ? {} : { until: day(until) }),
  };
}

export function organization(
  key: string,
  fields: Partial<OrganizationRecord> = {},
  dates: Dates = {},
): DatedEntry<OrganizationRecord> {
  return dated({ organization: organizationKey(key), name: key, kind: "free", seats: 1, ...fields }, dates);
}

/** Votes on the first seat of its organization unless told otherwise; without organization a guest. */
export function person(
  key: string,
  fields: Partial<PersonRecord> = {},
  from?: string,
  dates: Dates = {},
): DatedEntry<PersonRecord> {
  const role = fields.role ?? (from === undefined ? "guest" : "voting");
  const hasSeat = from !== undefined && (role === "voting" || role === "substitute");
  const record: PersonRecord = {
    person: personKey(key),
    name: key,
    role,
    ...(from === undefined ? {} : { organization: organizationKey(from) }),
    ...(hasSeat ? { seat: seatId(organizationKey(from), 1) } : {}),
    ...fields,
  };
  return dated(record, dates);
}

export function office(
  key: string,
  fields: Partial<OfficeRecord> = {},
  holders: readonly string[] = [],
  isComplete = false,
): OfficeEntry {
  return {
    record: { office: officeKey(key), title: key, kind: "other", holders: 1, ...fields },
    holders: holders.map(personKey),
    isComplete,
  };
}

export function committeeFile(fields: Partial<CommitteeFile>): CommitteeFile {
  return { description, organizations: [], people: [], ...fields };
}

/** A state in which everything of the file holds since 2023-01-01. */
export function committeeOf(fields: Partial<CommitteeFile>): MembershipState {
  const from = day("2023-01-01");
  const file = committeeFile(fields);
  const events: readonly MembershipEvent[] = [
    { type: "CommitteeFounded", description: file.description },
    ...file.organizations.map(({ record }) => ({ type: "OrganizationJoined", record, from }) as const),
    ...file.people.map(({ record }) => ({ type: "PersonJoined", record, from }) as const),
    ...(file.offices ?? []).map(({ record }) => ({ type: "OfficeEstablished", record }) as const),
    ...(file.offices ?? []).flatMap(({ record, holders }) =>
      holders.map(
        (one) => ({ type: "OfficeAssigned", office: record.office, person: one, from, origin: "file" }) as const,
      ),
    ),
  ];
  return given(...events);
}

export function given(...events: readonly MembershipEvent[]): MembershipState {
  return evolved(noMembership, events);
}

export function evolved(state: MembershipState, events: readonly MembershipEvent[]): MembershipState {
  return events.reduce((before, event) => evolveMembership(before, event), state);
}
