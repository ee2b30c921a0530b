import type { LocalDate } from "../kernel/local-date.ts";
import { sameData } from "../kernel/same-data.ts";
import type { CommitteeChange } from "./changes.ts";
import type { CommitteeFile, DatedEntry } from "./committee-file.ts";
import { baseDay, type DatedStep, stepsToEnter, stepsToLeave, stepsToMatch } from "./dated-steps.ts";
import type { OrganizationRecord, PersonRecord } from "./events.ts";
import { officeChanges } from "./office-diff.ts";
import { displayName, organizationLabel } from "./queries.ts";
import type { MembershipState, Organization, Person } from "./state.ts";

/**
 * Unterschied zwischen Gremium und Datei, in the order in which the events can happen: whoever comes is there before
 * offices are given, and offices are free before somebody else gets them. Empty if the file says nothing new.
 */
export function diffCommittee(
  state: MembershipState,
  desired: CommitteeFile,
  today: LocalDate,
): readonly CommitteeChange[] {
  return [
    ...descriptionChanges(state, desired),
    ...presentOrganizations(state, desired, today),
    ...presentPeople(state, desired, today),
    ...missingPeople(state, desired, today),
    ...missingOrganizations(state, desired, today),
    ...officeChanges(state, desired, today),
    ...roomChanges(state, desired),
    ...standingItemChanges(state, desired),
    ...rulesChanges(state, desired),
  ];
}

function descriptionChanges(state: MembershipState, { description }: CommitteeFile): readonly CommitteeChange[] {
  const before = state.description;
  if (before !== undefined && sameData(before, description)) return [];
  const type = before === undefined ? "CommitteeFounded" : "CommitteeDescribed";
  return [{ subject: "committee", event: { type, description }, before }];
}

function presentOrganizations(
  state: MembershipState,
  desired: CommitteeFile,
  today: LocalDate,
): readonly CommitteeChange[] {
  return desired.organizations.flatMap((entry) => {
    const known = state.organizations.get(entry.record.organization);
    const steps =
      known === undefined ? stepsToEnter(entry, baseDay(state, desired, today)) : stepsToMatch(known, entry, today);
    return steps.map((step) => organizationChange(entry.record, step, known));
  });
}

function missingOrganizations(
  state: MembershipState,
  desired: CommitteeFile,
  today: LocalDate,
): readonly CommitteeChange[] {
  const staying = new Set(desired.organizations.map(({ record }) => record.organization));
  return [...state.organizations.values()]
    .filter(({ organization }) => !staying.has(organization))
    .flatMap((known) => stepsToLeave(known, today).map((step) => organizationChange(known, step, known)));
}

function organizationChange(
  record: OrganizationRecord,
  step: DatedStep<OrganizationRecord>,
  before: Organization | undefined,
): CommitteeChange {
  const context = { subject: "organization", record, before } as const;
  switch (step.kind) {
    case "joined":
      return { ...context, event: { type: "OrganizationJoined", record: step.record, from: step.from } };
    case "changed":
      return { ...context, event: { type: "OrganizationChanged", record: step.record, from: step.from } };
    case "left":
      return {
        ...context,
        event: { type: "OrganizationLeft", organization: record.organization, until: step.until },
      };
  }
}

function presentPeople(state: MembershipState, desired: CommitteeFile, today: LocalDate): readonly CommitteeChange[] {
  const organizations = new Map(desired.organizations.map((entry) => [entry.record.organization, entry]));
  return desired.people.flatMap((entry) => {
    const known = state.people.get(entry.record.person);
    const { organization: key } = entry.record;
    const organization = key === undefined ? undefined : organizations.get(key);
    const steps =
      known === undefined
        ? stepsToEnter(entry, firstDayWith(state, desired, organization, today))
        : stepsToMatch(known, entry, today);
    return steps.map((step) => personChange(state, entry.record, step, known, organization?.record));
  });
}

function missingPeople(state: MembershipState, desired: CommitteeFile, today: LocalDate): readonly CommitteeChange[] {
  const staying = new Set(desired.people.map(({ record }) => record.person));
  return [...state.people.values()]
    .filter(({ person }) => !staying.has(person))
    .flatMap((known) => stepsToLeave(known, today).map((step) => personChange(state, known, step, known, undefined)));
}

function personChange(
  state: MembershipState,
  record: PersonRecord,
  step: DatedStep<PersonRecord>,
  before: Person | undefined,
  organization: OrganizationRecord | undefined,
): CommitteeChange {
  const formerly = before?.organization === undefined ? undefined : state.organizations.get(before.organization);
  const context = {
    subject: "person",
    record,
    before,
    name: displayName(record),
    nameBefore: before === undefined ? undefined : displayName(before),
    organizationBefore: formerly === undefined ? undefined : organizationLabel(formerly),
    organization: organization === undefined ? undefined : organizationLabel(organization),
  } as const;
  switch (step.kind) {
    case "joined":
      return { ...context, event: { type: "PersonJoined", record: step.record, from: step.from } };
    case "changed":
      return { ...context, event: { type: "PersonChanged", record: step.record, from: step.from } };
    case "left":
      return { ...context, event: { type: "PersonLeft", person: record.person, until: step.until } };
  }
}

/** People who come together with their organization begin with it. */
function firstDayWith(
  state: MembershipState,
  desired: CommitteeFile,
  organization: DatedEntry<OrganizationRecord> | undefined,
  today: LocalDate,
): LocalDate {
  const comesToo = organization !== undefined && !state.organizations.has(organization.record.organization);
  return (comesToo ? organization.since : undefined) ?? baseDay(state, desired, today);
}

function roomChanges(state: MembershipState, { rooms }: CommitteeFile): readonly CommitteeChange[] {
  if (rooms === undefined) return [];
  const staying = new Set(rooms.map(({ room }) => room));
  const bound = rooms
    .filter((record) => !sameData(state.rooms.get(record.room), record))
    .map((record): CommitteeChange => {
      return { subject: "room", event: { type: "RoomBound", record }, before: state.rooms.get(record.room) };
    });
  const unbound = [...state.rooms.values()]
    .filter(({ room }) => !staying.has(room))
    .map((before): CommitteeChange => {
      return { subject: "room", event: { type: "RoomUnbound", room: before.room }, before };
    });
  return [...unbound, ...bound];
}

function standingItemChanges(state: MembershipState, { standingItems }: CommitteeFile): readonly CommitteeChange[] {
  const before = { opening: state.opening, closing: state.closing };
  if (standingItems === undefined || sameData(before, standingItems)) return [];
  return [{ subject: "standingItems", event: { type: "StandingItemsSet", ...standingItems }, before }];
}

function rulesChanges(state: MembershipState, { rules }: CommitteeFile): readonly CommitteeChange[] {
  if (rules === undefined || sameData(state.rules, rules)) return [];
  return [{ subject: "rules", event: { type: "RulesAdopted", rules }, before: state.rules?.title }];
}
