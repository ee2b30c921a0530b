import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId, SeatId } from "../../src/core/kernel/ids.ts";
import { noHolidays } from "../../src/core/kernel/workdays.ts";
import type {
  CommitteeDescription,
  OfficeRecord,
  OrganizationRecord,
  PersonRecord,
  RulesRecord,
} from "../../src/core/membership/events.ts";
import { day, officeKey, organizationKey, personKey, seatKey, time } from "./keys.ts";

/** Since when everybody belongs to the committee. */
export const memberSince = day("2023-01-01");
/** The day of the meeting. */
export const meetingDay = day("2023-01-27");
/** What comes with a command on that day. */
export const onMeetingDay = { today: meetingDay, time: time("09:00"), holidays: noHolidays };

/** The people and seats of the small committee: Träger 1, 2, 3 … with a voting person each, some with a substitute. */
export const voter = (n: number): PersonId => personKey(`stimme-${n}`);
export const substitute = (n: number): PersonId => personKey(`vertretung-${n}`);
export const seat = (n: number): SeatId => seatKey(`traeger-${n}`);
export const officePerson = personKey("geschaeftsfuehrung");
export const advisor = personKey("beratung");
export const guest = personKey("gast");
/** Held by voter 1. */
export const chairOffice = officeKey("vorsitz");
/** Vacant: one holder. */
export const firstSpokesperson = officeKey("sprecher-1");
/** Vacant: two holders. */
export const secondSpokesperson = officeKey("sprecher-2");

export type SmallCommittee = {
  /** Number of voting seats; 5 unless told otherwise. */
  readonly seats?: number;
  /** Which Träger have a substitute; the first two unless told otherwise. */
  readonly substitutes?: readonly number[];
  readonly description?: Partial<CommitteeDescription>;
  /** What the GO says, by path: `{ "majority.basis": { value: "present", paragraph: "§ 6 Abs. 2" } }`. Silent without. */
  readonly rules?: RulesRecord["settings"];
};

/** Founds a committee under the profile "AG 78 Standard". */
export function smallCommittee(wanted: SmallCommittee = {}): readonly CommitteeEvent[] {
  const numbers = Array.from({ length: wanted.seats ?? 5 }, (_, index) => index + 1);
  const substituted = wanted.substitutes ?? numbers.slice(0, 2);
  return [
    { type: "CommitteeFounded", description: { ...description, ...wanted.description } },
    ...numbers.map((n) => joinedOrganization(n)),
    ...numbers.map((n) => joined(member(n, "voting", voter(n)))),
    ...substituted.map((n) => joined(member(n, "substitute", substitute(n)))),
    ...others.map(joined),
    ...offices.map((record): CommitteeEvent => ({ type: "OfficeEstablished", record })),
    assigned("geschaeftsstelle", officePerson),
    assigned("vorsitz", voter(1)),
    {
      type: "RulesAdopted",
      rules: { title: "Geschäftsordnung", profile: "ag78-standard", settings: wanted.rules ?? {} },
    },
  ];
}

/** Plans meeting 1, opens it, led by voter 1, and lets the voters of seats 1 to `present` come in time. */
export function openMeeting(present: number): readonly CommitteeEvent[] {
  return [
    { type: "MeetingScheduled", meeting: 1, appointment: { date: meetingDay }, place: "Kreishaus" },
    { type: "MeetingOpened", meeting: 1, chairedBy: voter(1) },
    ...Array.from({ length: present }, (_, index) => arrived(index + 1)),
  ];
}

/** Träger n checks in with its voting person. */
export function arrived(n: number, late = false): CommitteeEvent {
  return { type: "AttendanceRecorded", person: voter(n), status: "present", seat: seat(n), late };
}

/** Adds item 1, public and open for decisions, and calls it. */
export function calledItem(title = "Verschiedenes"): readonly CommitteeEvent[] {
  return [
    { type: "AgendaItemAdded", item: 1, meeting: 1, content: { title, public: true, deciding: true } },
    { type: "AgendaItemCalled", item: 1 },
  ];
}

const description: CommitteeDescription = {
  name: "AG 78 Hilfen zur Erziehung",
  land: "DE-SH",
  timeZone: "Europe/Berlin",
  meetingsBefore: 0,
};

const offices: readonly OfficeRecord[] = [
  { office: officeKey("geschaeftsstelle"), title: "Geschäftsführung", kind: "office", holders: 1 },
  { office: chairOffice, title: "Vorsitz", kind: "chair", holders: 1 },
  { office: firstSpokesperson, title: "1. Sprecher*in", kind: "other", holders: 1 },
  { office: secondSpokesperson, title: "2. Sprecher*in", kind: "other", holders: 2 },
];

const others: readonly PersonRecord[] = [
  { person: officePerson, salutation: "Frau", name: "Amt", role: "guest" },
  { person: advisor, salutation: "Herr", name: "Rat", role: "advisory" },
  { person: guest, salutation: "Frau", name: "Gast", role: "guest" },
];

function joinedOrganization(n: number): CommitteeEvent {
  const record: OrganizationRecord = {
    organization: organizationKey(`traeger-${n}`),
    name: `Träger ${n}`,
    kind: "free",
    seats: 1,
  };
  return { type: "OrganizationJoined", record, from: memberSince };
}

function member(n: number, role: "voting" | "substitute", person: PersonId): PersonRecord {
  return {
    person,
    salutation: n % 2 === 0 ? "Herr" : "Frau",
    name: `${role === "voting" ? "Stimme" : "Vertretung"} ${n}`,
    role,
    organization: organizationKey(`traeger-${n}`),
    seat: seat(n),
  };
}

const joined = (record: PersonRecord): CommitteeEvent => ({ type: "PersonJoined", record, from: memberSince });

function assigned(office: string, person: PersonId): CommitteeEvent {
  return { type: "OfficeAssigned", office: officeKey(office), person, from: memberSince, origin: "file" };
}
