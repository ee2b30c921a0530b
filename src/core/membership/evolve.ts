import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import type { OfficeId, PersonId } from "../kernel/ids.ts";
import type { MembershipEvent } from "./events.ts";
import { begun, changed, ended } from "./periods.ts";
import type { MembershipState, Office } from "./state.ts";

type Of<Type extends MembershipEvent["type"]> = Extract<MembershipEvent, { type: Type }>;

/** Was die Mitgliedschaft aus einem Ereignis macht. An event about something unknown is a bug and throws. */
export function evolveMembership(state: MembershipState, event: MembershipEvent, meta?: EventMeta): MembershipState {
  switch (event.type) {
    case "CommitteeFounded":
      return { ...state, description: event.description, foundedAt: meta?.at };
    case "CommitteeDescribed":
      return { ...state, description: event.description };
    case "OrganizationJoined":
    case "OrganizationChanged":
    case "OrganizationLeft":
      return { ...state, organizations: evolveOrganizations(state.organizations, event) };
    case "PersonJoined":
    case "PersonChanged":
    case "PersonLeft":
      return { ...state, people: evolvePeople(state.people, event) };
    case "OfficeEstablished":
    case "OfficeChanged":
    case "OfficeAbolished":
    case "OfficeAssigned":
    case "OfficeVacated":
      return { ...state, offices: evolveOffices(state.offices, event) };
    case "RoomBound":
      return { ...state, rooms: added(state.rooms, event.record.room, event.record) };
    case "RoomUnbound":
      return { ...state, rooms: without(state.rooms, event.room) };
    case "StandingItemsSet":
      return { ...state, opening: event.opening, closing: event.closing };
    case "RulesAdopted":
      return { ...state, rules: event.rules };
    case "LinkCodeIssued":
      return codeIssued(state, event);
    case "AccountLinked":
      return { ...codeSpent(state, event.person), accounts: added(state.accounts, event.account, event.person) };
    case "AccountUnlinked":
      return { ...state, accounts: without(state.accounts, event.account) };
    default:
      return assertNever(event);
  }
}

function evolveOrganizations(
  organizations: MembershipState["organizations"],
  event: Of<"OrganizationJoined" | "OrganizationChanged" | "OrganizationLeft">,
): MembershipState["organizations"] {
  if (event.type === "OrganizationLeft") {
    const known = existing(organizations, event.organization);
    return added(organizations, event.organization, ended(known, event.until));
  }
  const { record, from } = event;
  const key = record.organization;
  if (event.type === "OrganizationJoined") {
    return added(organizations, key, begun(organizations.get(key), record, from));
  }
  return added(organizations, key, changed(existing(organizations, key), record, from));
}

function evolvePeople(
  people: MembershipState["people"],
  event: Of<"PersonJoined" | "PersonChanged" | "PersonLeft">,
): MembershipState["people"] {
  if (event.type === "PersonLeft") {
    return added(people, event.person, ended(existing(people, event.person), event.until));
  }
  const { record, from } = event;
  if (event.type === "PersonJoined") {
    return added(people, record.person, begun(people.get(record.person), record, from));
  }
  return added(people, record.person, changed(existing(people, record.person), record, from));
}

function evolveOffices(
  offices: MembershipState["offices"],
  event: Of<"OfficeEstablished" | "OfficeChanged" | "OfficeAbolished" | "OfficeAssigned" | "OfficeVacated">,
): MembershipState["offices"] {
  switch (event.type) {
    case "OfficeEstablished":
      return added(offices, event.record.office, { ...event.record, heldBy: [], elected: [], since: new Map() });
    case "OfficeChanged": {
      const { heldBy, elected, since } = existing(offices, event.record.office);
      return added(offices, event.record.office, { ...event.record, heldBy, elected, since });
    }
    case "OfficeAbolished":
      return without(offices, event.office);
    case "OfficeAssigned":
      return withOffice(offices, event.office, (office) => assigned(vacated(office, event.person), event));
    case "OfficeVacated":
      return withOffice(offices, event.office, (office) => vacated(office, event.person));
    default:
      return assertNever(event);
  }
}

function withOffice(
  offices: MembershipState["offices"],
  key: OfficeId,
  change: (office: Office) => Office,
): MembershipState["offices"] {
  return added(offices, key, change(existing(offices, key)));
}

function assigned(office: Office, event: Of<"OfficeAssigned">): Office {
  const elected = event.origin === "election" ? [...office.elected, event.person] : office.elected;
  const since = new Map(office.since).set(event.person, event.from);
  return { ...office, heldBy: [...office.heldBy, event.person], elected, since };
}

function vacated(office: Office, person: PersonId): Office {
  const others = (one: PersonId) => one !== person;
  const since = new Map([...office.since].filter(([one]) => others(one)));
  return { ...office, heldBy: office.heldBy.filter(others), elected: office.elected.filter(others), since };
}

/** A new code takes the place of the person's old one, which is spent from then on. */
function codeIssued(state: MembershipState, event: Of<"LinkCodeIssued">): MembershipState {
  const { type: _, ...code } = event;
  const cleared = codeSpent(state, event.person);
  return { ...cleared, codes: added(cleared.codes, event.person, code) };
}

function codeSpent(state: MembershipState, person: PersonId): MembershipState {
  const code = state.codes.get(person);
  if (code === undefined) return state;
  return { ...state, codes: without(state.codes, person), spentCodes: added(state.spentCodes, code.codeHash, person) };
}

function existing<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no »${String(key)}« in the committee`);
  return value;
}

const added = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map(map).set(key, value);

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
