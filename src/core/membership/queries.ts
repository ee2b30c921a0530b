import { type AccountId, type PersonId, type SeatId, seatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { MemberRole, OfficeKind, OrganizationRecord, PersonRecord } from "./events.ts";
import { recordOn } from "./periods.ts";
import type { MembershipState, Person, Seat } from "./state.ts";

/** Wofür jemand etwas darf: the offices a person holds and its membership. */
export type Role = Exclude<OfficeKind, "other"> | MemberRole;

/** Träger, die an diesem Tag dabei sind, in the file's order. */
export function organizationsOn(state: MembershipState, date: LocalDate): readonly OrganizationRecord[] {
  return [...state.organizations.values()].flatMap((organization) => recordOn(organization, date) ?? []);
}

/** Sitze (je eine Stimme) on a day, in the file's order. An organization with two seats has the keys "x" and "x#2". */
export function seatsOn(state: MembershipState, date: LocalDate): readonly Seat[] {
  return [...seatTable(state, date).values()];
}

/** A seat by its key on a day; undefined where it does not exist. */
export function seatOn(state: MembershipState, seat: SeatId, date: LocalDate): Seat | undefined {
  return seatTable(state, date).get(seat);
}

type SeatTable = { readonly date: LocalDate; readonly seats: ReadonlyMap<SeatId, Seat> };

/** Each vote asks for the seats of the same day: worked out once for a state, which never changes. */
const seatTables = new WeakMap<MembershipState["organizations"], SeatTable>();

function seatTable(state: MembershipState, date: LocalDate): ReadonlyMap<SeatId, Seat> {
  const known = seatTables.get(state.organizations);
  if (known?.date === date) return known.seats;
  const seats = new Map(
    organizationsOn(state, date)
      .flatMap(seatsOf)
      .map((seat) => [seat.seat, seat]),
  );
  seatTables.set(state.organizations, { date, seats });
  return seats;
}

export function seatsOf(organization: OrganizationRecord): readonly Seat[] {
  const label = organizationLabel(organization);
  return Array.from({ length: organization.seats }, (_, index) => ({
    seat: seatId(organization.organization, index + 1),
    organization: organization.organization,
    name: organization.seats === 1 ? label : `${label} (Sitz ${index + 1})`,
  }));
}

/** What a person is on a day; undefined before, after, and while the organization it comes from is not a member. */
export function personOn(state: MembershipState, person: PersonId, date: LocalDate): PersonRecord | undefined {
  const known = state.people.get(person);
  const record = known === undefined ? undefined : recordOn(known, date);
  if (record?.organization === undefined) return record;
  const organization = state.organizations.get(record.organization);
  return organization !== undefined && recordOn(organization, date) !== undefined ? record : undefined;
}

/** Alle, die an diesem Tag dazugehören, guests too, in the file's order. */
export function peopleOn(state: MembershipState, date: LocalDate): readonly PersonRecord[] {
  return [...state.people.keys()].flatMap((person) => personOn(state, person, date) ?? []);
}

/** Stimmberechtigte eines Sitzes. Several are possible: then the first vote counts. */
export function votersOf(state: MembershipState, seat: SeatId, date: LocalDate): readonly PersonRecord[] {
  return peopleOfSeat(state, seat, "voting", date);
}

/** Stellvertretungen eines Sitzes. */
export function substitutesOf(state: MembershipState, seat: SeatId, date: LocalDate): readonly PersonRecord[] {
  return peopleOfSeat(state, seat, "substitute", date);
}

function peopleOfSeat(
  state: MembershipState,
  seat: SeatId,
  role: MemberRole,
  date: LocalDate,
): readonly PersonRecord[] {
  return peopleOn(state, date).filter(
    (person) => person.seat === seat && person.role === role && hasSeat(state, person, date),
  );
}

/** False if the seat no longer exists on that day (the organization has fewer seats than it had). */
function hasSeat(state: MembershipState, person: PersonRecord, date: LocalDate): boolean {
  if (person.organization === undefined || person.seat === undefined) return false;
  return seatOn(state, person.seat, date)?.organization === person.organization;
}

/** Inhaber*innen aller Ämter einer Art who are members on that day; each person once. */
export function holdersOf(state: MembershipState, kind: OfficeKind, date: LocalDate): readonly PersonRecord[] {
  const holders = new Set(
    [...state.offices.values()].filter((office) => office.kind === kind).flatMap((o) => o.heldBy),
  );
  return [...holders].flatMap((person) => personOn(state, person, date) ?? []);
}

/** Empty for somebody who is not a member on that day. "voting" and "substitute" only with a seat that exists. */
export function rolesOf(state: MembershipState, person: PersonId, date: LocalDate): ReadonlySet<Role> {
  const record = personOn(state, person, date);
  if (record === undefined) return new Set();
  const roles = new Set<Role>();
  const needsSeat = record.role === "voting" || record.role === "substitute";
  if (!needsSeat || hasSeat(state, record, date)) roles.add(record.role);
  for (const { kind, heldBy } of state.offices.values())
    if (kind !== "other" && heldBy.includes(person)) roles.add(kind);
  return roles;
}

export function personOfAccount(state: MembershipState, account: AccountId): Person | undefined {
  const person = state.accounts.get(account);
  return person === undefined ? undefined : state.people.get(person);
}

export function accountsOf(state: MembershipState, person: PersonId): readonly AccountId[] {
  return [...state.accounts].filter(([, owner]) => owner === person).map(([account]) => account);
}

/** Kurzname, wie man ihn spricht: "Regenbogen"; the full name where there is none. */
export function organizationLabel(organization: OrganizationRecord): string {
  return organization.shortName ?? organization.name;
}

/** "Frau Jansen", without Anrede "Maria Jansen". */
export function displayName(person: PersonRecord): string {
  const before = person.salutation ?? person.givenName;
  return before === undefined ? person.name : `${before} ${person.name}`;
}

/** "Frau Jansen (Kinderschutzbund)"; without organization the name alone. */
export function withOrganization(state: MembershipState, person: PersonRecord): string {
  const organization = person.organization === undefined ? undefined : state.organizations.get(person.organization);
  if (organization === undefined) return displayName(person);
  return `${displayName(person)} (${organizationLabel(organization)})`;
}
