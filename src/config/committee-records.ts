import { type OfficeId, type OrganizationId, type PersonId, type RoomId, seatId } from "../core/kernel/ids.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { CommitteeFile, DatedEntry, OfficeEntry } from "../core/membership/committee-file.ts";
import type {
  CommitteeDescription,
  MemberRole,
  OfficeKind,
  OrganizationRecord,
  PersonRecord,
  RouteTemplate,
  StandingItem,
  TagList,
} from "../core/membership/events.ts";
import { roomAddress } from "./committee-checks.ts";
import type { Keyed, KeyedCommittee, KeyedPerson } from "./committee-keys.ts";
import { holdersIn } from "./committee-references.ts";
import type { WrittenCommittee, WrittenItem, WrittenOffice, WrittenRoute, WrittenTagList } from "./committee-schema.ts";

const tagListOf = ({ name, werte }: WrittenTagList): TagList => ({ name, tags: werte });

const routeRoles = {
  vorbereitung: "preparation",
  abstimmung: "vote",
  beratung: "consultation",
  entscheidung: "decision",
  kenntnisnahme: "notice",
} as const;

const routeOf = ({ name, schritte }: WrittenRoute): RouteTemplate => ({
  name,
  steps: schritte.map(({ gremium, rolle }) => ({ body: gremium, role: routeRoles[rolle] })),
});

/** What was written, in the words of the core. Expects a file without faults. */
export function committeeOf(file: WrittenCommittee, entries: KeyedCommittee): CommitteeFile {
  return {
    description: descriptionOf(file),
    ...optional("since", file.seit),
    organizations: entries.organizations.map(organizationEntry),
    people: entries.people.map(personEntry),
    ...(file.aemter === undefined ? {} : { offices: entries.offices.map((office) => officeEntry(office, entries)) }),
    ...(file.raeume === undefined
      ? {}
      : // The key of a room is its platform and address: this is where the brand is put on.
        {
          rooms: file.raeume.map((room) => ({
            room: roomAddress(room) as RoomId,
            name: room.name,
            ...(room.faeden === true ? { threads: true as const } : {}),
          })),
        }),
    ...(file.tagesordnung === undefined
      ? {}
      : { standingItems: { opening: itemsOf(file.tagesordnung.anfang), closing: itemsOf(file.tagesordnung.ende) } }),
  };
}

function descriptionOf(file: WrittenCommittee): CommitteeDescription {
  return {
    name: file.name,
    ...optional("addition", file.zusatz),
    ...optional("county", file.kreis),
    ...optional("unit", file.federfuehrung),
    land: file.land,
    timeZone: file.zeitzone,
    meetingsBefore: file.bisherige_sitzungen,
    ...(file.weiterleitung === true ? { relay: true } : {}),
    ...optional("tagLists", file.schlagworte?.map(tagListOf)),
    ...optional("routes", file.wege?.map(routeOf)),
  };
}

const organizationKinds = { oeffentlich: "public", frei: "free", sonstige: "other" } as const;

function organizationEntry({ key, written }: KeyedCommittee["organizations"][number]): DatedEntry<OrganizationRecord> {
  const record: OrganizationRecord = {
    organization: organizationKey(key),
    name: written.name,
    ...optional("shortName", written.kurz),
    kind: organizationKinds[written.art],
    seats: written.sitze,
    ...optional("contractUntil", written.vertrag_bis),
    ...optional("suspended", written.stimmrecht_ruht === true ? true : undefined),
  };
  return dated(record, written);
}

const roles = {
  stimmberechtigt: "voting",
  stellvertretung: "substitute",
  beratend: "advisory",
  gast: "guest",
} as const;

function personEntry({ key, written, organization }: KeyedPerson): DatedEntry<PersonRecord> {
  const role: MemberRole = roles[written.rolle];
  const from = organization === undefined ? undefined : organizationKey(organization.key);
  const hasSeat = role === "voting" || role === "substitute";
  const record: PersonRecord = {
    person: personKey(key),
    ...optional("salutation", written.anrede),
    ...optional("givenName", written.vorname),
    name: written.name,
    ...optional("organization", from),
    ...optional("seat", from !== undefined && hasSeat ? seatId(from, written.sitz ?? 1) : undefined),
    role,
    ...optional("function", written.funktion),
    ...optional("email", written.mail),
    ...optional("speakerGroup", written.redegruppe),
  };
  return dated(record, written);
}

const officeKinds: Readonly<Record<WrittenOffice["art"], OfficeKind>> = {
  vorsitz: "chair",
  stellvertretung: "deputyChair",
  schriftfuehrung: "minuteTaker",
  geschaeftsfuehrung: "office",
  sonstiges: "other",
};

function officeEntry(office: Keyed<WrittenOffice>, { people, offices }: KeyedCommittee): OfficeEntry {
  const { titel, art, plaetze, inhaber } = office.written;
  return {
    // The key of an office is made here, from the file.
    record: { office: office.key as OfficeId, title: titel, kind: officeKinds[art], holders: plaetze },
    holders: holdersIn(office, people, offices).map(personKey),
    isComplete: inhaber !== undefined,
  };
}

function itemsOf(items: readonly WrittenItem[] | undefined): readonly StandingItem[] {
  return (items ?? []).map((item) => {
    if (typeof item === "string") return { title: item, deciding: false };
    return { title: item.titel, ...optional("minutes", item.minuten), deciding: item.beschluss ?? false };
  });
}

function dated<R>(
  record: R,
  { seit, bis }: { readonly seit?: LocalDate | undefined; readonly bis?: LocalDate | undefined },
): DatedEntry<R> {
  return { record, ...optional("since", seit), ...optional("until", bis) };
}

/** A field that is there only if it has a value. */
function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [_ in Name]?: Value } {
  // A computed name widens to `string`; it is exactly `Name`.
  return (value === undefined ? {} : { [name]: value }) as { readonly [_ in Name]?: Value };
}

// Keys were checked by the schema or made by slugOf: these two put their brands on.
const organizationKey = (key: string): OrganizationId => key as OrganizationId;
const personKey = (key: string): PersonId => key as PersonId;
