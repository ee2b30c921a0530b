import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonRecord } from "../../src/core/membership/events.ts";
import { happened, nothingHappened, type Past } from "./fold.ts";
import { day, instant, officeKey, organizationKey, personKey, seatKey, time } from "./keys.ts";

/**
 * The first sitting of the AG 78 Hilfen zur Erziehung of the Kreis Segeberg as a record: the facts F1 to F14 of its public report
 * (seed 004), nothing else. Names of Träger the report does not mention are placeholders.
 */
const since = day("2023-01-01");
export const sittingDay = day("2023-01-27");

const numbers = Array.from({ length: 15 }, (_, index) => index + 3);

const organizations = [
  { key: "regenbogen", name: "Regenbogen" },
  { key: "kinderschutzbund", name: "Deutscher Kinderschutzbund", shortName: "Kinderschutzbund" },
  ...numbers.map((n) => ({ key: `traeger-${n}`, name: `Träger ${n} (Platzhalter)` })),
];

const people: readonly PersonRecord[] = [
  voting("lindner", "regenbogen", { salutation: "Herr", name: "Lindner" }),
  voting("jansen", "kinderschutzbund", { salutation: "Frau", name: "Jansen" }),
  { ...voting("neeth", "kinderschutzbund", { salutation: "Frau", name: "Neeth" }), role: "substitute" },
  ...numbers.map((n) => voting(`person-${n}`, `traeger-${n}`, { name: `Person ${n} (Platzhalter)` })),
  {
    person: personKey("pohlmann"),
    salutation: "Herr",
    name: "Pohlmann",
    role: "guest",
    function: "Vorsitzender des Jugendhilfeausschusses",
  },
  { person: personKey("amt"), salutation: "Frau", name: "Amt (Platzhalter)", role: "guest" },
];

function voting(key: string, organization: string, name: Pick<PersonRecord, "name" | "salutation">): PersonRecord {
  return {
    person: personKey(key),
    ...name,
    role: "voting",
    organization: organizationKey(organization),
    seat: seatKey(organization),
  };
}

const founding: readonly CommitteeEvent[] = [
  {
    type: "CommitteeFounded",
    description: {
      name: "AG 78 Hilfen zur Erziehung",
      addition: "ambulante und stationäre Träger",
      county: "Kreis Segeberg",
      unit: "Jugendamt",
      land: "DE-SH",
      timeZone: "Europe/Berlin",
      meetingsBefore: 0,
    },
  },
  ...organizations.map(
    ({ key, ...names }): CommitteeEvent => ({
      type: "OrganizationJoined",
      record: { organization: organizationKey(key), ...names, kind: "free", seats: 1 },
      from: since,
    }),
  ),
  ...people.map((record): CommitteeEvent => ({ type: "PersonJoined", record, from: since })),
  office("geschaeftsfuehrung", "Geschäftsführung", "office", 1),
  office("sprecher-1", "1. Sprecher*in", "chair", 1),
  office("sprecher-2", "2. Sprecher*in", "deputyChair", 2),
  {
    type: "OfficeAssigned",
    office: officeKey("geschaeftsfuehrung"),
    person: personKey("amt"),
    from: since,
    origin: "file",
  },
];

function office(key: string, title: string, kind: "office" | "chair" | "deputyChair", holders: number): CommitteeEvent {
  return { type: "OfficeEstablished", record: { office: officeKey(key), title, kind, holders } };
}

const opening: readonly CommitteeEvent[] = [
  {
    type: "MeetingScheduled",
    meeting: 1,
    appointment: { date: sittingDay, from: time("09:00"), to: time("12:00") },
  },
  item(1, "Geschäftsordnung"),
  item(2, "Wahl der Sprecher*innen"),
  item(3, "Situation der Hilfen zur Erziehung"),
  item(4, "Weiteres Vorgehen"),
  { type: "MeetingOpened", meeting: 1, chairedBy: personKey("amt") },
  head(
    1,
    "Mitarbeiter*innen und Leitungskräfte des Jugendamtes (Soziale Dienste; Fachstelle Kinderschutz, Prävention und Qualitätsentwicklung; Wirtschaftliche und Rechtliche Jugendhilfe)",
  ),
  { ...head(2, "Trägervertretungen ambulanter und stationärer Träger"), qualifier: "exact", count: 24 },
  ...people
    .filter((one) => one.role !== "substitute")
    .map(
      (one): CommitteeEvent => ({
        type: "AttendanceRecorded",
        person: one.person,
        status: "present",
        late: false,
        ...(one.seat === undefined ? {} : { seat: one.seat }),
      }),
    ),
  {
    type: "AttendanceRecorded",
    person: personKey("neeth"),
    status: "present",
    late: false,
    seat: seatKey("kinderschutzbund"),
  },
  { type: "QuorumEstablished", quorate: true, present: 17, needed: 9, base: 17, paragraph: "§ 5 Abs. 1" },
];

function item(number: number, title: string): CommitteeEvent {
  return { type: "AgendaItemAdded", item: number, meeting: 1, content: { title, public: true, deciding: true } };
}

function head(entry: number, group: string): Extract<CommitteeEvent, { type: "HeadCountRecorded" }> {
  return { type: "HeadCountRecorded", entry, group, qualifier: "none" };
}

const rulesAndElections: readonly CommitteeEvent[] = [
  note(
    1,
    "background",
    "In der Sitzung des Jugendhilfeausschusses am 23.06.2022 war der Beschluss vom 04.05.2017 zur Einrichtung von Arbeitsgemeinschaften nach § 78 SGB VIII bekräftigt (http://sekrse-allris:81/ai/vo020.asp?VOLFDNR=4443) und die Einrichtung von zunächst vier Arbeitsgemeinschaften beschlossen worden.",
  ),
  { type: "AgendaItemCalled", item: 1 },
  {
    type: "MotionMoved",
    motion: 1,
    meeting: 1,
    item: 1,
    title: "Geschäftsordnung",
    text: "Die AG gibt sich die seitens der Verwaltung vorgeschlagene Geschäftsordnung (siehe Anlage).",
    mover: personKey("amt"),
  },
  {
    type: "MotionDecided",
    motion: 1,
    meeting: 1,
    outcome: "carried",
    manner: "declared",
    reference: "2023-1",
    withAmendments: true,
    eligible: 17,
  },
  { type: "AttachmentNamed", note: 2, meeting: 1, title: "Geschäftsordnung in der beschlossenen Fassung" },
  { type: "AgendaItemCalled", item: 2 },
  ...elected(1, "sprecher-1", "1. Sprecher*in", ["lindner"]),
  ...elected(2, "sprecher-2", "2. Sprecher*in", ["jansen", "neeth"]),
];

function elected(election: number, key: string, title: string, winners: readonly string[]): readonly CommitteeEvent[] {
  const chosen = winners.map(personKey);
  return [
    {
      type: "ElectionOpened",
      election,
      meeting: 1,
      item: 2,
      office: officeKey(key),
      title,
      seats: chosen.length,
      secret: false,
    },
    { type: "ElectionDeclared", election, elected: chosen, eligible: 17 },
    ...chosen.flatMap((person): readonly CommitteeEvent[] => [
      { type: "ElectionAccepted", election, person, from: sittingDay },
      { type: "OfficeAssigned", office: officeKey(key), person, from: sittingDay, origin: "election" },
    ]),
  ];
}

type NoteExtra = { readonly field?: string; readonly item?: number; readonly points?: readonly string[] };

function note(
  number: number,
  grade: "agreed" | "consensus" | "found" | "mentioned" | "background",
  text: string,
  extra: NoteExtra = {},
): CommitteeEvent {
  return { type: "NoteTaken", note: number, meeting: 1, grade, text, internal: false, ...extra };
}

const outpatient = { item: 3, field: "Ambulanter Bereich" };
const residential = { item: 3, field: "Stationärer Bereich" };
const further = { item: 3, field: "Weitere Aspekte" };

const findings: readonly CommitteeEvent[] = [
  { type: "AgendaItemCalled", item: 3 },
  { type: "FieldOpened", item: 3, heading: outpatient.field },
  note(
    3,
    "found",
    "Es wurde konstatiert, dass es sinnvoll sei, die Soziale Gruppenarbeit (§ 29 SGB VIII) wieder zu etablieren.",
    outpatient,
  ),
  task(1, "ermitteln, ob die SRO-Richtlinien verändert werden sollten", outpatient),
  task(2, "einzelne SRO-Angebote, auch in Richtung einer Verstetigung, auf den Prüfstand stellen", outpatient),
  note(
    4,
    "found",
    "Niedrigschwelligkeit und der damit verbundene einfache Zugang wurden im Kontext SRO als eindeutige Vorteile bei den Projekten erkannt",
    outpatient,
  ),
  { type: "FieldOpened", item: 3, heading: residential.field },
  note(5, "found", "Im stationären Bereich mangelt es an", {
    ...residential,
    points: [
      "Inobhutnahmestellen,",
      "Frauenhausplätzen,",
      "Mutter/Vater/Kind-Wohnungen mit 24/7-Betreuung,",
      "Unterbringungsmöglichkeiten für Grenzgänger*innen,",
      "Plätzen (Pflege und Heim), insbesondere für unter Sechsjährige.",
    ],
  }),
  { type: "FieldOpened", item: 3, heading: further.field },
  note(
    6,
    "consensus",
    "dass eine größere flächendeckende Vereinheitlichung der Angebotsausgestaltung im Kreis erstrebenswert sei",
    further,
  ),
  task(
    3,
    "im Hinblick auf die Arbeit mit Grenzgänger*innen die Kooperation mit KJP und Trägern intensivieren und Kreis-übergreifende Angebote in den Blick nehmen",
    further,
  ),
  note(7, "mentioned", "Als weitere, optimierungswürdige bzw. zu fokussierende Aspekte wurden genannt:", {
    ...further,
    points: [
      "Verbesserung der Zusammenarbeit der Träger,",
      "Herstellung einer höheren Verbindlichkeit der Klientel bei der Nutzung von Angeboten,",
      "Erhöhung der Transparenz auf Seiten des Jugendamtes,",
      "Befassung mit der zunehmenden Komplexität der Fälle (Erfordernis von Zusatz-Qualifikationen),",
      "Umgang mit der Zunahme von „Feuerwehreinsätzen“,",
      "(Neu-)Gestaltung der Gemeindeteams (gemeinsame Plattform), Nutzung des „Freien Stuhls“,",
      "Erfordernis verbindlicher Absprachen mit den KJP (Übergänge etc.),",
      "konstruktiver Umgang mit „der neuen deutschen Geschwindigkeit“; wie stellen wir uns gemeinsam auf?",
    ],
  }),
];

function task(number: number, text: string, at: { readonly item: number; readonly field: string }): CommitteeEvent {
  return { type: "TaskAssigned", task: number, meeting: 1, text, ...at };
}

const closing: readonly CommitteeEvent[] = [
  { type: "AgendaItemCalled", item: 4 },
  {
    type: "DateAgreed",
    note: 8,
    meeting: 1,
    item: 4,
    kind: "workshop",
    title: "gemeinsamer Fachaustausch im Workshop-Format",
    appointment: { date: day("2023-03-20"), from: time("09:00"), to: time("16:00") },
  },
  {
    type: "ForwardingPromised",
    note: 9,
    meeting: 1,
    item: 4,
    to: "JHA",
    text: "Die daraus resultierenden Ergebnisse werden dem JHA im Nachgang übermittelt.",
  },
  regular(10, 2, "2023-05-12"),
  regular(11, 3, "2023-09-01"),
  regular(12, 4, "2023-10-13"),
  { type: "MeetingClosed", meeting: 1 },
];

function regular(number: number, quarter: number, date: string): CommitteeEvent {
  const appointment = { date: day(date), from: time("09:00"), to: time("12:00") };
  return {
    type: "DateAgreed",
    note: number,
    meeting: 1,
    item: 4,
    kind: "meeting",
    title: "Sitzung",
    appointment,
    quarter,
  };
}

const details: readonly CommitteeEvent[] = [
  {
    type: "ReportDetailsSet",
    meeting: 1,
    reference: "DrS/2023/064",
    forwardTo: { body: "Jugendhilfeausschuss", role: "Kenntnisnahme" },
  },
];

/** The whole record, at plausible times of the day. */
export function segeberg(): Past {
  const parts: readonly (readonly [string, readonly CommitteeEvent[]])[] = [
    ["2023-01-02T08:00:00.000Z", founding],
    ["2023-01-27T08:00:00.000Z", opening],
    ["2023-01-27T08:20:00.000Z", rulesAndElections],
    ["2023-01-27T09:00:00.000Z", findings],
    ["2023-01-27T11:00:00.000Z", closing],
    ["2023-02-01T08:00:00.000Z", details],
  ];
  return parts.reduce((past, [at, events]) => happened(past, events, { at: instant(at) }), nothingHappened);
}
