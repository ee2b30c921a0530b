import fc from "fast-check";
import type { CommitteeEvent, EventType } from "../../src/core/committee/events.ts";
import type { Instant } from "../../src/core/kernel/ids.ts";
import { addDays } from "../../src/core/kernel/local-date.ts";
import type { QuestionKind, QuestionSubject } from "../../src/core/question/events.ts";
import { profileIds } from "../../src/core/rules/profiles.ts";
import { accountKey, day, officeKey, organizationKey, personKey, roomKey, seatKey, time } from "./keys.ts";

type EventOfType<Type extends EventType> = Extract<CommitteeEvent, { type: Type }>;
type Payload<Type extends EventType> = Omit<EventOfType<Type>, "type">;
type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type Required<T> = { readonly [K in Exclude<keyof T, OptionalKey<T>>]: fc.Arbitrary<T[K]> };
type Optional<T> = { readonly [K in OptionalKey<T>]-?: fc.Arbitrary<Exclude<T[K], undefined>> };

/** How events of one type come about at random; the compiler asks for every member, the optional ones too. */
export type ArbitraryEvent = {
  readonly required: readonly string[];
  /** Optional members come and go. */
  readonly some: fc.Arbitrary<CommitteeEvent>;
  /** Every optional member is there. */
  readonly full: fc.Arbitrary<CommitteeEvent>;
};

function of<Type extends EventType>(
  type: Type,
  required: Required<Payload<Type>>,
  optional: Optional<Payload<Type>>,
): ArbitraryEvent {
  // Both tables together have the members of the event: the parameters' types say so.
  const members = { type: fc.constant(type), ...required, ...optional } as unknown as Record<
    string,
    fc.Arbitrary<unknown>
  >;
  const requiredKeys = ["type", ...Object.keys(required)];
  return {
    required: Object.keys(required),
    some: fc.record(members, { requiredKeys }) as unknown as fc.Arbitrary<CommitteeEvent>,
    full: fc.record(members) as unknown as fc.Arbitrary<CommitteeEvent>,
  };
}

const number = fc.integer({ min: 1, max: 10_000 });
const count = fc.integer({ min: 0, max: 10_000 });
const flag = fc.boolean();
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("Grenzgänger*innen", "„Freier Stuhl“", "{{#each}}", "__proto__"),
);
const texts = fc.array(text, { maxLength: 4 });
const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const person = word.map(personKey);
const people = fc.array(person, { maxLength: 4 });
const organization = word.map(organizationKey);
const seat = word.map(seatKey);
const office = word.map(officeKey);
const account = word.map((name) => accountKey(`console:${name}`));
const room = word.map((name) => roomKey(`console:${name}`));
const date = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays(day("2023-01-27"), days));
const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => time(`${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`));
const twoDigits = (value: number) => String(value).padStart(2, "0");
const appointment = fc.record({ date, from: clock, to: clock }, { requiredKeys: ["date"] });
const workshopDay = fc.record({ date, from: clock, to: clock, number }, { requiredKeys: ["date", "number"] });
const place = { meeting: number };
const item = { item: number };
const entered = { ...place, workshop: number, ...item };
const attribution = fc.record(
  { manner: fc.constantFrom("verbatim" as const, "reported" as const), person, name: text },
  { requiredKeys: ["manner"] },
);

const description = fc.record(
  {
    name: text,
    addition: text,
    county: text,
    unit: text,
    land: text,
    timeZone: text,
    meetingsBefore: count,
    relay: fc.constant(true as const),
    tagLists: fc.array(fc.record({ name: text, tags: texts }), { maxLength: 2 }),
    routes: fc.array(
      fc.record({
        name: text,
        steps: fc.array(
          fc.record({
            body: text,
            role: fc.constantFrom(
              "preparation" as const,
              "vote" as const,
              "consultation" as const,
              "decision" as const,
              "notice" as const,
            ),
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["name", "land", "timeZone", "meetingsBefore"] },
);
const organizationRecord = fc.record(
  {
    organization,
    name: text,
    shortName: text,
    kind: fc.constantFrom("public", "free", "other"),
    seats: count,
    contractUntil: date,
    suspended: flag,
  },
  { requiredKeys: ["organization", "name", "kind", "seats"] },
);
const personRecord = fc.record(
  {
    person,
    salutation: fc.constantFrom("Herr", "Frau"),
    givenName: text,
    name: text,
    organization,
    seat,
    role: fc.constantFrom("voting", "substitute", "advisory", "guest"),
    function: text,
    email: text,
    speakerGroup: text,
  },
  { requiredKeys: ["person", "name", "role"] },
);
const officeRecord = fc.record({
  office,
  title: text,
  kind: fc.constantFrom("chair", "deputyChair", "minuteTaker", "office", "other"),
  holders: number,
});
const roomRecord = fc.record({ room, name: text });
const standingItems = fc.array(
  fc.record({ title: text, minutes: number, deciding: flag }, { requiredKeys: ["title", "deciding"] }),
  { maxLength: 3 },
);
const rules = fc.record(
  {
    title: text,
    adoptedOn: date,
    profile: fc.constantFrom(...profileIds),
    settings: fc.dictionary(
      word,
      fc.record(
        {
          value: fc.oneof(text, count, flag, fc.constant(null), fc.record({ num: number, den: number })),
          paragraph: text,
          quotation: text,
        },
        { requiredKeys: ["value"] },
      ),
      { maxKeys: 4, noNullPrototype: true },
    ),
  },
  { requiredKeys: ["title", "profile", "settings"] },
);
const content = fc.record(
  { title: text, minutes: number, public: flag, deciding: flag },
  { requiredKeys: ["title", "public", "deciding"] },
);
const silent = fc.constant(true as const);
const silence = fc.constantFrom("accepted" as const, "declined" as const);
const answer = fc.oneof(
  fc.record({ lastDay: date, silence }),
  fc.record({ until: fc.constant("2025-03-24T11:00:00.000Z" as Instant), silence }),
);
const subject = fc.oneof(
  fc.record({ kind: fc.constant("question" as const), question: number }),
  fc.record({ kind: fc.constant("motion" as const), motion: number }),
  fc.record({ kind: fc.constant("amendment" as const), amendment: number }),
  fc.record({ kind: fc.constant("election" as const), election: number, round: number }),
);
const vote = fc.oneof(
  fc.record({ kind: fc.constant("question" as const), choice: fc.constantFrom("yes", "no", "abstain") }),
  fc.record({ kind: fc.constant("candidates" as const), marked: people }),
  fc.record({
    kind: fc.constant("perCandidate" as const),
    answers: fc.array(fc.record({ person, choice: fc.constantFrom("yes", "no", "abstain") }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("abstain" as const) }),
);
const counts = fc.record(
  {
    yes: count,
    no: count,
    abstain: count,
    invalid: count,
    candidates: fc.array(fc.record({ person, votes: count }), { maxLength: 3 }),
    answers: fc.array(fc.record({ person, yes: count, no: count, abstain: count }), { maxLength: 3 }),
  },
  { requiredKeys: ["yes", "no", "abstain", "invalid"] },
);

/** One entry per kind of question: a new one does not compile without its arbitrary. */
const settingOf = (...values: readonly string[]) =>
  fc.record({ value: fc.constantFrom(...values), paragraph: text }, { requiredKeys: ["value"] });
const someSettings = fc.record(
  { "quorum.kind": settingOf("atLeastHalf", "moreThanHalf"), "majority.basis": settingOf("cast", "present") },
  { requiredKeys: [] },
);
const questionSubjects: { readonly [Kind in QuestionKind]: fc.Arbitrary<Extract<QuestionSubject, { kind: Kind }>> } = {
  urgentItem: fc.record({ kind: fc.constant("urgentItem"), title: text }),
  deviation: fc.record({ kind: fc.constant("deviation"), text }),
  recall: fc.record(
    { kind: fc.constant("recall"), office, title: text, person, reason: text },
    { requiredKeys: ["kind", "office", "title", "person"] },
  ),
  conflict: fc.record({ kind: fc.constant("conflict"), seat, item: number }),
  reach: fc.record(
    { kind: fc.constant("reach"), amendment: number, reach: count, reason: text },
    { requiredKeys: ["kind", "amendment"] },
  ),
  division: fc.record({
    kind: fc.constant("division"),
    motion: number,
    parts: fc.array(text, { minLength: 2, maxLength: 3 }),
  }),
  rulesChange: fc.record({ kind: fc.constant("rulesChange"), settings: someSettings }),
  enBloc: fc.record({ kind: fc.constant("enBloc"), motions: fc.array(number, { minLength: 2, maxLength: 4 }) }),
  procedural: fc.record(
    {
      kind: fc.constant("procedural"),
      wants: fc.constantFrom("closeDebate", "interrupt", "limitTime", "refer", "appeal"),
      text,
      minutes: number,
      seconds: number,
      to: text,
      measure: fc.oneof(
        fc.record({ kind: fc.constantFrom("listClosed", "listReopened") }),
        fc.record({ kind: fc.constant("wordWithdrawn" as const), person }),
      ),
    },
    { requiredKeys: ["kind", "wants", "text"] },
  ),
};
const questionSubject = fc.oneof(...Object.values<fc.Arbitrary<QuestionSubject>>(questionSubjects));
const writtenNumbers = fc.record({
  votingSeats: count,
  recused: count,
  yes: count,
  no: count,
  abstain: count,
  objections: count,
  silent: count,
  delivered: count,
});

const invitationText = fc.record(
  {
    ordinal: number,
    appointment,
    place: text,
    title: text,
    items: fc.array(
      fc.record(
        { title: text, minutes: number, public: flag, deciding: flag, late: fc.constant(true as const) },
        { requiredKeys: ["title", "public", "deciding"] },
      ),
      { maxLength: 3 },
    ),
    note: text,
    links: fc.array(text, { maxLength: 2 }),
    papers: fc.array(text, { maxLength: 2 }),
    hints: fc.uniqueArray(fc.constantFrom("substitute" as const, "repeat" as const)),
    answerBy: date,
    proposalsUntil: date,
    movedFrom: appointment,
    repeatOf: date,
  },
  { requiredKeys: ["ordinal", "appointment", "items", "links", "papers", "hints"] },
);
const instantOfMail = fc.constant("2025-03-24T11:00:00.000Z" as Instant);
const ideaNumbers = fc.array(number, { maxLength: 3 });
const dotCounts = fc.array(
  fc.record({ target: fc.record({ kind: fc.constantFrom("idea", "group"), number }), dots: count }),
  { maxLength: 3 },
);
const schoolHolidays = fc.array(fc.record({ name: text, from: date, to: date }), { maxLength: 3 });
const feedOwner = fc.oneof(
  fc.constant({ kind: "committee" } as const),
  person.map((one) => ({ kind: "person", person: one }) as const),
);

/** One entry per type of event: a new event does not compile without its arbitrary. */
export const arbitraryEvents: Readonly<Record<EventType, ArbitraryEvent>> = {
  CommitteeFounded: of("CommitteeFounded", { description }, {}),
  CommitteeDescribed: of("CommitteeDescribed", { description }, {}),
  OrganizationJoined: of("OrganizationJoined", { record: organizationRecord, from: date }, {}),
  OrganizationChanged: of("OrganizationChanged", { record: organizationRecord, from: date }, {}),
  OrganizationLeft: of("OrganizationLeft", { organization, until: date }, {}),
  PersonJoined: of("PersonJoined", { record: personRecord, from: date }, {}),
  PersonChanged: of("PersonChanged", { record: personRecord, from: date }, {}),
  PersonLeft: of("PersonLeft", { person, until: date }, {}),
  OfficeEstablished: of("OfficeEstablished", { record: officeRecord }, {}),
  OfficeChanged: of("OfficeChanged", { record: officeRecord }, {}),
  OfficeAbolished: of("OfficeAbolished", { office }, {}),
  OfficeAssigned: of("OfficeAssigned", { office, person, from: date, origin: fc.constantFrom("file", "election") }, {}),
  OfficeVacated: of("OfficeVacated", { office, person, until: date }, {}),
  RoomBound: of("RoomBound", { record: roomRecord }, {}),
  RoomUnbound: of("RoomUnbound", { room }, {}),
  StandingItemsSet: of("StandingItemsSet", { opening: standingItems, closing: standingItems }, {}),
  RulesAdopted: of("RulesAdopted", { rules }, {}),
  LinkCodeIssued: of("LinkCodeIssued", { person, codeHash: text, validUntil: date }, {}),
  AccountLinked: of("AccountLinked", { person, account }, {}),
  AccountUnlinked: of("AccountUnlinked", { person, account }, {}),
  MeetingScheduled: of(
    "MeetingScheduled",
    { meeting: number, appointment },
    { place: text, title: text, repeatOf: number, notice: flag },
  ),
  MeetingOpened: of("MeetingOpened", { meeting: number, chairedBy: person }, { minuteTaker: person }),
  InvitationRecorded: of(
    "InvitationRecorded",
    {
      meeting: number,
      notInvited: fc.array(seat, { maxLength: 2 }),
      missing: fc.array(text, { maxLength: 2 }),
      urgent: flag,
      timely: flag,
      clearDays: count,
      latest: date,
    },
    { sent: date, received: date, time: clock, byLetter: flag, reason: text, paragraph: text },
  ),
  CallObjectionRaised: of("CallObjectionRaised", { meeting: number, person, seat, text, inTime: flag }, {}),
  MeetingChaired: of("MeetingChaired", { person }, {}),
  MinuteTakerNamed: of("MinuteTakerNamed", { person }, {}),
  MeetingPaused: of("MeetingPaused", {}, { minutes: number }),
  MeetingResumed: of("MeetingResumed", {}, {}),
  MeetingClosed: of("MeetingClosed", { meeting: number }, { reason: fc.constant("inquorate") }),
  AttendanceRecorded: of(
    "AttendanceRecorded",
    { person, status: fc.constantFrom("present", "remote", "excused", "left"), late: flag },
    { seat },
  ),
  SeatExcused: of("SeatExcused", { seat }, {}),
  HeadCountRecorded: of(
    "HeadCountRecorded",
    { entry: number, group: text, qualifier: fc.constantFrom("exact", "over", "about", "none") },
    { count },
  ),
  VoterDesignated: of("VoterDesignated", { seat, person }, {}),
  ProxyGranted: of("ProxyGranted", { seat, person }, {}),
  ProxyEnded: of("ProxyEnded", { seat }, {}),
  QuorumEstablished: of(
    "QuorumEstablished",
    { quorate: flag, present: count, needed: count, base: count },
    { paragraph: text, demandedBy: person },
  ),
  AgendaItemAdded: of(
    "AgendaItemAdded",
    { item: number, meeting: number, content },
    {
      standing: fc.constantFrom("opening", "closing"),
      proposedBy: person,
      carriedOver: flag,
      deferred: flag,
      arrival: fc.constantFrom("atOpening", "late", "urgent"),
    },
  ),
  AgendaItemAdmitted: of("AgendaItemAdmitted", { item: number }, {}),
  AgendaItemChanged: of("AgendaItemChanged", { item: number, content }, {}),
  AgendaItemMoved: of("AgendaItemMoved", { item: number, before: number }, {}),
  AgendaItemRemoved: of("AgendaItemRemoved", { item: number }, {}),
  AgendaAdopted: of("AgendaAdopted", { meeting: number }, {}),
  AgendaItemCalled: of("AgendaItemCalled", { item: number }, {}),
  AgendaItemAdjourned: of("AgendaItemAdjourned", { item: number }, { reason: fc.constant("inquorate") }),
  AgendaItemSetAside: of(
    "AgendaItemSetAside",
    { item: number, how: fc.constantFrom("notConsidered", "referred") },
    { to: text },
  ),
  SpeakerRequested: of("SpeakerRequested", { person }, { side: fc.constantFrom("pro", "contra") }),
  SpeakerWithdrawn: of("SpeakerWithdrawn", { person }, {}),
  SpeakerCalled: of("SpeakerCalled", { person }, { finalWord: fc.boolean() }),
  SpeakerWarned: of("SpeakerWarned", { person }, { reason: text }),
  WordWithdrawn: of("WordWithdrawn", { person }, {}),
  WordReturned: of("WordReturned", { person }, {}),
  SpeakersLastCallGiven: of("SpeakersLastCallGiven", {}, {}),
  DebateClosed: of("DebateClosed", {}, {}),
  SpeakersListClosed: of("SpeakersListClosed", {}, {}),
  SpeakersListReopened: of("SpeakersListReopened", {}, {}),
  SpeakingTimeSet: of("SpeakingTimeSet", { seconds: number }, {}),
  FieldOpened: of("FieldOpened", { heading: text }, item),
  NoteTaken: of(
    "NoteTaken",
    {
      note: number,
      grade: fc.constantFrom("agreed", "consensus", "found", "mentioned", "background"),
      text,
      internal: flag,
    },
    { ...entered, field: text, points: texts, said: attribution },
  ),
  TaskAssigned: of(
    "TaskAssigned",
    { task: number, text },
    { ...entered, field: text, owner: person, ownerName: text, due: date, dueText: text },
  ),
  DateAgreed: of(
    "DateAgreed",
    { note: number, kind: fc.constantFrom("meeting", "workshop", "other"), title: text, appointment },
    { ...entered, quarter: fc.integer({ min: 1, max: 4 }) },
  ),
  ForwardingPromised: of("ForwardingPromised", { note: number, to: text, text }, entered),
  ReportDetailsSet: of("ReportDetailsSet", place, {
    reference: text,
    date,
    unit: text,
    forwardTo: fc.record({ body: text, date, role: text }, { requiredKeys: ["body", "role"] }),
  }),
  AttachmentNamed: of("AttachmentNamed", { note: number, title: text }, { ...place, workshop: number }),
  DocumentationAnnexed: of("DocumentationAnnexed", { ...place, note: number, workshop: number }, {}),
  AnonymousCollectionOpened: of("AnonymousCollectionOpened", { ...place, collection: number, heading: text }, item),
  AnonymousEntryGiven: of("AnonymousEntryGiven", { collection: number }, {}),
  AnonymousCollectionClosed: of("AnonymousCollectionClosed", { collection: number, entries: texts }, {}),
  MinutesSent: of("MinutesSent", { ...place, sentOn: date, lastDay: date }, {}),
  MinutesSigned: of("MinutesSigned", { ...place, role: text, person }, {}),
  MinutesObjectionRaised: of(
    "MinutesObjectionRaised",
    { ...place, objection: number, person, text, isInTime: flag },
    { seat, reason: text },
  ),
  MinutesObjectionSettled: of(
    "MinutesObjectionSettled",
    { objection: number, settledIn: number, isAccepted: flag },
    { ...item, text },
  ),
  MinutesApproved: of(
    "MinutesApproved",
    { ...place, manner: fc.constantFrom("meeting", "objectionsTreated", "silence", "signature"), on: date },
    { ...item, approvedIn: number, paragraph: text },
  ),
  MotionMoved: of("MotionMoved", { ...place, motion: number, text, mover: person }, { ...item, title: text }),
  AmendmentMoved: of("AmendmentMoved", { amendment: number, motion: number, text, mover: person }, {}),
  MotionReworded: of("MotionReworded", { motion: number, text }, {}),
  MotionWithdrawn: of("MotionWithdrawn", { motion: number }, {}),
  AmendmentWithdrawn: of("AmendmentWithdrawn", { amendment: number }, {}),
  AmendmentTakenOver: of("AmendmentTakenOver", { amendment: number }, {}),
  AmendmentReachSet: of("AmendmentReachSet", { amendment: number }, { reach: count, reason: text }),
  AmendmentFoundEssential: of("AmendmentFoundEssential", { amendment: number }, {}),
  AmendmentSettled: of("AmendmentSettled", { amendment: number, by: number }, {}),
  AlternativesRanked: of(
    "AlternativesRanked",
    { meeting: number, preference: fc.array(fc.record({ motion: number, votes: count }), { maxLength: 3 }) },
    { runoff: fc.array(fc.record({ motion: number, votes: count }), { maxLength: 2 }) },
  ),
  MotionSettled: of("MotionSettled", { motion: number, by: number }, {}),
  MotionDivided: of("MotionDivided", { motion: number, into: fc.array(number, { minLength: 2, maxLength: 4 }) }, {}),
  AmendmentDecided: of("AmendmentDecided", { amendment: number, ballot: number, carried: flag }, {}),
  MotionDecided: of(
    "MotionDecided",
    {
      ...place,
      motion: number,
      outcome: fc.constantFrom("carried", "rejected", "undecided"),
      manner: fc.constantFrom("ballot", "consensus", "declared"),
      withAmendments: flag,
      eligible: count,
    },
    { reference: text, ballot: number, unanimous: flag },
  ),
  QuestionPut: of("QuestionPut", { ...place, question: number, subject: questionSubject, mover: person }, item),
  QuestionOpposed: of("QuestionOpposed", { question: number, person }, { seat, reason: text }),
  QuestionSupported: of("QuestionSupported", { question: number, person }, {}),
  QuestionDecided: of(
    "QuestionDecided",
    {
      question: number,
      outcome: fc.constantFrom("carried", "rejected", "undecided"),
      manner: fc.constantFrom("ballot", "unopposed", "consensus", "declared"),
    },
    { ballot: number, awaits: fc.array(text, { minLength: 1, maxLength: 2 }), reference: text },
  ),
  QuestionWithdrawn: of("QuestionWithdrawn", { question: number }, {}),
  RulesChangeConfirmed: of("RulesChangeConfirmed", { question: number, by: text }, {}),
  BallotOpened: of(
    "BallotOpened",
    {
      ...place,
      ballot: number,
      subject,
      mode: fc.constantFrom("open", "rollCall", "secret"),
      recused: fc.array(seat, { maxLength: 3 }),
      marks: count,
      candidates: people,
    },
    { withAmendments: flag, perCandidate: fc.constant(true as const) },
  ),
  VoteCast: of("VoteCast", { ballot: number, seat, person, vote }, {}),
  SeatVoteVoided: of("SeatVoteVoided", { ballot: number, seat, person }, {}),
  SecretVoteCast: of("SecretVoteCast", { ballot: number, seat, person }, {}),
  HandCountEntered: of("HandCountEntered", { ballot: number, yes: count, no: count, abstain: count }, {}),
  BallotClosed: of("BallotClosed", { ballot: number, counts, voted: count, eligible: count, members: count }, {}),
  BallotCancelled: of("BallotCancelled", { ballot: number, reason: text }, {}),
  SecrecyDemanded: of("SecrecyDemanded", { subject, person, seat }, {}),
  RollCallDemanded: of("RollCallDemanded", { subject, person, seat }, {}),
  ConflictDeclared: of("ConflictDeclared", { seat, item: number }, {}),
  ConflictLifted: of("ConflictLifted", { seat, item: number }, {}),
  ElectionOpened: of(
    "ElectionOpened",
    { ...place, election: number, office, title: text, seats: number, secret: flag },
    item,
  ),
  CandidateNominated: of("CandidateNominated", { election: number, person, nominatedBy: person }, {}),
  CandidateWithdrawn: of("CandidateWithdrawn", { election: number, person }, {}),
  EnBlocObjected: of("EnBlocObjected", { election: number, person, seat }, {}),
  ElectionListSubmitted: of(
    "ElectionListSubmitted",
    { election: number, name: text, people: fc.array(person, { minLength: 1, maxLength: 3 }), submittedBy: person },
    {},
  ),
  ElectionMethodVoted: of("ElectionMethodVoted", { election: number, yes: count, no: count, abstain: count }, {}),
  ElectionLeaderNamed: of("ElectionLeaderNamed", { election: number, person }, {}),
  ElectionRoundDecided: of(
    "ElectionRoundDecided",
    {
      election: number,
      round: number,
      ballot: number,
      elected: people,
      next: fc.constantFrom("done", "nextBallot", "runoff", "lot", "failed"),
      standing: people,
      open: count,
    },
    { inRunoff: people, barred: people, answer },
  ),
  LotDrawn: of(
    "LotDrawn",
    {
      election: number,
      about: fc.constantFrom("seat", "runoffPlace"),
      among: people,
      winners: people,
      witnesses: people,
      chance: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    },
    { answer },
  ),
  ElectionDeclared: of(
    "ElectionDeclared",
    { election: number, elected: people, eligible: count },
    { unanimous: flag, answer },
  ),
  ElectionAccepted: of("ElectionAccepted", { election: number, person, from: date }, { bySilence: silent }),
  ElectionDeclined: of("ElectionDeclined", { election: number, person }, { bySilence: silent }),
  ElectionContested: of(
    "ElectionContested",
    { election: number, person, reason: text, lastDay: date, isInTime: flag },
    {},
  ),
  ElectionEnded: of("ElectionEnded", { election: number, reason: text }, {}),
  WrittenProcedureStarted: of(
    "WrittenProcedureStarted",
    {
      procedure: number,
      text,
      subject: word,
      lastDay: date,
      startedOn: date,
      unreached: fc.array(seat, { maxLength: 3 }),
    },
    { title: text, urgency: text, shiftedFrom: date },
  ),
  WrittenVoteCast: of(
    "WrittenVoteCast",
    {
      procedure: number,
      seat,
      person,
      choice: fc.constantFrom("yes", "no", "abstain"),
      by: fc.constantFrom("member", "substitute"),
    },
    {},
  ),
  WrittenObjectionRaised: of("WrittenObjectionRaised", { procedure: number, seat, person }, { reason: text }),
  WrittenObjectionWithdrawn: of("WrittenObjectionWithdrawn", { procedure: number, seat, person }, {}),
  WrittenDeliveryRecorded: of("WrittenDeliveryRecorded", { procedure: number, seat }, {}),
  WrittenConflictDeclared: of("WrittenConflictDeclared", { procedure: number, seat }, {}),
  WrittenConflictLifted: of("WrittenConflictLifted", { procedure: number, seat }, {}),
  WrittenRemindersSent: of(
    "WrittenRemindersSent",
    { procedure: number, reminder: fc.constantFrom("halfway", "dayBefore"), seats: fc.array(seat, { maxLength: 3 }) },
    {},
  ),
  WrittenProcedureWithdrawn: of("WrittenProcedureWithdrawn", { procedure: number, reason: text }, {}),
  WrittenProcedureClosed: of(
    "WrittenProcedureClosed",
    {
      procedure: number,
      outcome: fc.constantFrom("carried", "rejected", "noResult", "void"),
      numbers: writtenNumbers,
      early: flag,
    },
    {
      reason: fc.constantFrom("notDeliveredToAll", "objections", "participation", "majorityMissed", "tie"),
      chairVote: fc.constantFrom("yes", "no", "abstain"),
      reference: text,
    },
  ),
  WrittenReportPlaced: of(
    "WrittenReportPlaced",
    { procedures: fc.array(number, { maxLength: 3 }), meeting: number, item: number },
    {},
  ),
  MeetingMoved: of("MeetingMoved", { meeting: number, appointment }, { place: text, reason: text }),
  MeetingCancelled: of("MeetingCancelled", { meeting: number, reason: text }, {}),
  DatePollOpened: of(
    "DatePollOpened",
    {
      poll: number,
      options: fc.array(appointment, { maxLength: 3 }),
      required: people,
      startedOn: date,
      lastDay: date,
    },
    { title: text, place: text },
  ),
  DatePollAnswered: of(
    "DatePollAnswered",
    {
      poll: number,
      person,
      answers: fc.array(fc.record({ option: number, answer: fc.constantFrom("yes", "ifNeedBe", "no") }), {
        maxLength: 3,
      }),
    },
    {},
  ),
  DatePollRemindersSent: of(
    "DatePollRemindersSent",
    { poll: number, reminder: fc.constantFrom("halfway", "dayBefore"), people },
    {},
  ),
  DatePollEnded: of("DatePollEnded", { poll: number }, {}),
  DatePollSettled: of("DatePollSettled", { poll: number, option: number, meeting: number }, {}),
  DatePollCancelled: of("DatePollCancelled", { poll: number, reason: text }, {}),
  InvitationDrafted: of("InvitationDrafted", { meeting: number, text: invitationText }, {}),
  InvitationSent: of(
    "InvitationSent",
    {
      meeting: number,
      edition: number,
      kind: fc.constantFrom("invitation", "update", "cancellation"),
      sequence: count,
      revision: count,
      text: invitationText,
      recipients: fc.array(fc.record({ person, address: text }, { requiredKeys: ["person"] }), { maxLength: 3 }),
    },
    { reason: text },
  ),
  DispatchRecorded: of(
    "DispatchRecorded",
    {
      meeting: number,
      edition: number,
      person,
      address: text,
      outcome: fc.constantFrom("accepted", "filed", "refused", "bounced"),
      answer: text,
    },
    {},
  ),
  AttendanceAnswered: of(
    "AttendanceAnswered",
    {
      meeting: number,
      revision: count,
      person,
      answer: fc.constantFrom("accepted", "tentative", "declined"),
      via: fc.constantFrom("chat", "mail", "office"),
    },
    { substitute: person, substituteName: text, comment: text, stampedAt: instantOfMail },
  ),
  AnswerRemindersSent: of(
    "AnswerRemindersSent",
    { meeting: number, revision: count, reminder: fc.constantFrom("early", "late"), people },
    {},
  ),
  MailNoted: of(
    "MailNoted",
    {
      kind: fc.constantFrom(
        "foreignSender",
        "notInvited",
        "oldDate",
        "delegated",
        "counterProposal",
        "freeText",
        "unreadable",
        "tooLarge",
        "unknownMeeting",
        "sharedAddress",
      ),
      from: text,
      subject: text,
      text,
    },
    { meeting: number, person, answer: fc.constantFrom("accepted", "tentative", "declined") },
  ),
  SchoolHolidaysEntered: of("SchoolHolidaysEntered", { holidays: schoolHolidays, source: text }, {}),
  SchoolHolidaysRemoved: of("SchoolHolidaysRemoved", { holidays: schoolHolidays }, {}),
  BodySittingsEntered: of(
    "BodySittingsEntered",
    { body: text, year: number, dates: fc.array(date, { maxLength: 3 }) },
    {},
  ),
  FeedOpened: of("FeedOpened", { owner: feedOwner, secretHash: text }, {}),
  FeedClosed: of("FeedClosed", { owner: feedOwner }, {}),
  RemindersMuted: of("RemindersMuted", { person }, {}),
  RemindersUnmuted: of("RemindersUnmuted", { person }, {}),
  WorkshopPlanned: of(
    "WorkshopPlanned",
    { workshop: number, title: text, days: fc.array(appointment, { maxLength: 2 }), anonymous: flag, hidden: flag },
    { place: text, continues: number },
  ),
  WorkshopMoved: of(
    "WorkshopMoved",
    { workshop: number, days: fc.array(workshopDay, { maxLength: 2 }) },
    { place: text, continues: number, reason: text },
  ),
  WorkshopCancelled: of("WorkshopCancelled", { workshop: number, reason: text }, {}),
  WorkshopModeratorNamed: of("WorkshopModeratorNamed", { workshop: number, person }, {}),
  WorkshopModeSet: of("WorkshopModeSet", { workshop: number, anonymous: flag, hidden: flag }, {}),
  GuidingQuestionAsked: of("GuidingQuestionAsked", { workshop: number, question: number, text }, { room }),
  WorkshopHeadsCounted: of(
    "WorkshopHeadsCounted",
    { workshop: number, group: text, qualifier: fc.constantFrom("exact", "over", "about", "none") },
    { count },
  ),
  WorkshopOpened: of("WorkshopOpened", { workshop: number }, {}),
  WorkshopPhaseBegun: of(
    "WorkshopPhaseBegun",
    {
      workshop: number,
      phase: number,
      kind: fc.constantFrom("ideas", "grouping", "weighting", "results", "break", "other"),
    },
    { title: text, until: instantOfMail },
  ),
  WorkshopTimeUp: of("WorkshopTimeUp", { workshop: number, phase: number }, {}),
  WorkshopClosed: of("WorkshopClosed", { workshop: number }, {}),
  IdeaGiven: of("IdeaGiven", { workshop: number, idea: number, person, text }, { question: number, photo: text }),
  AnonymousIdeaGiven: of("AnonymousIdeaGiven", { workshop: number, round: number }, {}),
  AnonymousIdeasOpened: of(
    "AnonymousIdeasOpened",
    {
      workshop: number,
      round: number,
      ideas: fc.array(fc.record({ idea: number, text, question: number }, { requiredKeys: ["idea", "text"] }), {
        maxLength: 2,
      }),
    },
    {},
  ),
  IdeaChanged: of("IdeaChanged", { idea: number, text }, {}),
  IdeaWithdrawn: of("IdeaWithdrawn", { idea: number }, {}),
  IdeasRevealed: of("IdeasRevealed", { workshop: number }, {}),
  IdeaCommented: of("IdeaCommented", { idea: number, person, text }, {}),
  IdeaSupported: of("IdeaSupported", { idea: number, person }, {}),
  IdeaSupportEnded: of("IdeaSupportEnded", { idea: number, person }, {}),
  IdeaGroupMade: of("IdeaGroupMade", { workshop: number, group: number, name: text, ideas: ideaNumbers }, {}),
  IdeaGroupRenamed: of("IdeaGroupRenamed", { group: number, name: text }, {}),
  IdeasMoved: of("IdeasMoved", { ideas: ideaNumbers }, { group: number }),
  IdeaGroupsMerged: of("IdeaGroupsMerged", { into: number, from: ideaNumbers }, {}),
  IdeaTagged: of("IdeaTagged", { idea: number, tag: text }, {}),
  IdeaUntagged: of("IdeaUntagged", { idea: number, tag: text }, {}),
  WeightingOpened: of(
    "WeightingOpened",
    {
      weighting: number,
      workshop: number,
      over: fc.constantFrom("ideas", "groups"),
      targets: ideaNumbers,
      budget: number,
      per: fc.constantFrom("person", "seat"),
      several: flag,
      mode: fc.constantFrom("open", "secret"),
    },
    {},
  ),
  DotsPlaced: of("DotsPlaced", { weighting: number, person, dots: dotCounts }, { seat }),
  SecretDotsPlaced: of("SecretDotsPlaced", { weighting: number, person }, { seat }),
  WeightingClosed: of("WeightingClosed", { weighting: number, counts: dotCounts, voters: count }, {}),
  WeightingCancelled: of("WeightingCancelled", { weighting: number, reason: text }, {}),
  ResultMade: of(
    "ResultMade",
    {
      result: number,
      kind: fc.constantFrom("statement", "motion", "task", "question"),
      text,
      origin: fc.oneof(
        fc.record({ kind: fc.constantFrom("idea" as const, "group" as const, "motion" as const), number }),
        fc.constant({ kind: "none" } as const),
      ),
    },
    {
      grade: fc.constantFrom("agreed", "consensus", "found", "mentioned"),
      workshop: number,
      meeting: number,
      owner: person,
      ownerName: text,
    },
  ),
  ResultReworded: of("ResultReworded", { result: number, text }, {}),
  ResultTagged: of("ResultTagged", { result: number, tag: text }, {}),
  ResultUntagged: of("ResultUntagged", { result: number, tag: text }, {}),
  RouteSet: of(
    "RouteSet",
    {
      result: number,
      steps: fc.array(
        fc.record(
          {
            body: text,
            role: fc.constantFrom("preparation", "vote", "consultation", "decision", "notice"),
            roleText: text,
            target: date,
            targetText: text,
          },
          { requiredKeys: ["body", "role"] },
        ),
        { maxLength: 3 },
      ),
    },
    {},
  ),
  RouteStepPlaced: of("RouteStepPlaced", { result: number, step: number, meeting: number, item: number }, {}),
  RouteStepAnswered: of(
    "RouteStepAnswered",
    {
      result: number,
      step: number,
      outcome: fc.constantFrom("agreed", "declined", "deferred", "noted", "returned", "prepared", "considered"),
    },
    {
      on: date,
      unanimous: flag,
      condition: text,
      text,
      basis: fc.record({ kind: fc.constantFrom("motion", "item"), number }),
    },
  ),
  RouteRemindersSent: of("RouteRemindersSent", { result: number, step: number, people }, {}),
  EntryReverted: of("EntryReverted", { reverted: fc.array(number, { minLength: 1 }), label: text }, {}),
};
