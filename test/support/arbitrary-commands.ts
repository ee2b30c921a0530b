import fc from "fast-check";
import type { Vote } from "../../src/core/ballot/events.ts";
import type { Command, CommandType } from "../../src/core/committee/commands.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import type { LocalDate } from "../../src/core/kernel/local-date.ts";
import type { ProceduralKind } from "../../src/core/rules/rules-meeting.ts";
import { accountKey, day, officeKey, personKey, seatKey, time } from "./keys.ts";
import type { SmallCommittee } from "./small-committee.ts";
import {
  advisor,
  chairOffice,
  firstSpokesperson,
  guest,
  officePerson,
  seat,
  secondSpokesperson,
  substitute,
  voter,
} from "./small-committee.ts";

/** A command and who gives it. The contents of a sealed box are put in by whoever carries it out. */
export type Attempt = {
  readonly by: PersonId;
  readonly command: Command;
  /** On another day than the meeting's. */
  readonly today?: LocalDate;
};

type Of<Type extends CommandType> = Extract<Command, { type: Type }>;

const voters = [voter(1), voter(2), voter(3), voter(4), voter(5)];
const members: readonly PersonId[] = [...voters, substitute(1), substitute(2), advisor, guest, officePerson];
const stranger = personKey("fremd");

const person = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...members) },
  { weight: 1, arbitrary: fc.constant(stranger) },
);
/** Half of all that is tried comes from somebody who may do most things. */
const actor = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(officePerson, voter(1)) },
  { weight: 2, arbitrary: person },
);
const anySeat = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(seat(1), seat(2), seat(3), seat(4), seat(5)) },
  { weight: 1, arbitrary: fc.constant(seatKey("nirgends")) },
);
const number = fc.integer({ min: 1, max: 4 });
/** Counts as a command could carry them, nonsense included. */
const count = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, Number.NaN, 1e9, 2 ** 53) },
);
const text = fc.constantFrom("Plätze fehlen", "Was nun?", "__proto__", "ja", "1");
const date = fc.constantFrom(day("2022-12-31"), day("2023-01-27"), day("2023-02-28"), day("2024-02-29"));
const year = fc.constantFrom(2022, 2023, 2024);
const office = fc.constantFrom(firstSpokesperson, secondSpokesperson, chairOffice, officeKey("keines"));
const mode = fc.constantFrom("open", "rollCall", "secret" as const);

const vote: fc.Arbitrary<Vote> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom("yes", "no", "abstain" as const).map((choice): Vote => ({ kind: "question", choice })),
  },
  {
    weight: 4,
    arbitrary: fc.array(person, { maxLength: 3 }).map((marked): Vote => ({ kind: "candidates", marked })),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.record({ person, choice: fc.constantFrom("yes", "no", "abstain" as const) }), { maxLength: 3 })
      .map((answers): Vote => ({ kind: "perCandidate", answers })),
  },
  { weight: 1, arbitrary: fc.constant<Vote>({ kind: "abstain" }) },
);

const optionalPerson = { person: fc.oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: actor }) };

/** Members left out at random, as optional ones of a command are. */
function sometimes<Fields extends object>(fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> }) {
  return fc.record<Fields, never>(fields, { requiredKeys: [] });
}

type Arbitraries = { readonly [Type in CommandType]: fc.Arbitrary<Omit<Of<Type>, "type">> };

const nothing = fc.constant({});

const proceduralKinds: readonly ProceduralKind[] = [
  "closeDebate",
  "closeList",
  "reopenList",
  "limitTime",
  "adjournItem",
  "adjournMeeting",
  "nonConsideration",
  "refer",
  "interrupt",
  "secretBallot",
  "rollCall",
  "checkQuorum",
  "appeal",
  "strawPoll",
];

/** Every command there is: one that is missing here does not compile. */
const contents: Arbitraries = {
  IssueLinkCode: fc.record({ person, codeHash: fc.constantFrom("a", "b"), validUntil: date }),
  UnlinkAccount: fc.record({ account: fc.constantFrom(accountKey("console:a"), accountKey("console:b")) }),
  ScheduleMeeting: fc.record({ appointment: fc.record({ date }) }),
  ScheduleRepeatMeeting: fc.record({ appointment: fc.record({ date }), notice: fc.boolean() }),
  RecordInvitation: fc.record(
    {
      sent: date,
      received: date,
      byLetter: fc.boolean(),
      notInvited: fc.array(anySeat, { maxLength: 2 }),
      urgent: fc.boolean(),
      reason: text,
      regardless: fc.boolean(),
    },
    { requiredKeys: ["notInvited", "urgent", "regardless"] },
  ),
  ObjectToCall: fc.record({ text }),
  OpenMeeting: sometimes<{ place: string }>({ place: text }),
  NameChair: fc.record({ person }),
  NameMinuteTaker: fc.record({ person }),
  PauseMeeting: sometimes<{ minutes: number }>({ minutes: number }),
  ResumeMeeting: nothing,
  CloseMeeting: nothing,
  RecordAttendance: fc
    .tuple(
      fc.array(person, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("present", "present", "remote", "excused", "left" as const),
      fc.option(anySeat, { freq: 6, nil: undefined }),
    )
    .map(([people, status, forSeat]) => ({ people, status, ...(forSeat === undefined ? {} : { seat: forSeat }) })),
  ExcuseSeat: fc.record({ seat: anySeat }),
  RecordHeadCount: fc.record(
    { group: text, qualifier: fc.constantFrom("exact", "about", "over", "none" as const), count },
    { requiredKeys: ["group", "qualifier"] },
  ),
  EstablishQuorum: nothing,
  DoubtQuorum: nothing,
  DesignateVoter: fc.record({ person }),
  GrantProxy: fc.record({ seat: anySeat, person }),
  EndProxy: fc.record({ seat: anySeat }),
  AddAgendaItem: fc.record({ title: text, public: fc.boolean(), deciding: fc.integer({ max: 9 }).map((n) => n > 0) }),
  ChangeAgendaItem: fc.record(
    { item: number, title: text, minutes: number, public: fc.boolean(), deciding: fc.constant(true) },
    { requiredKeys: ["item"] },
  ),
  MoveAgendaItem: fc.record({ item: number, before: number }),
  RemoveAgendaItem: fc.record({ item: number }),
  AdoptAgenda: nothing,
  CallAgendaItem: fc.record({ item: number }),
  CallNextItem: nothing,
  AdjournAgendaItem: fc.record({ item: number }),
  RequestToSpeak: sometimes<{ person: PersonId; side: "pro" | "contra" }>({
    ...optionalPerson,
    side: fc.constantFrom("pro", "contra"),
  }),
  WithdrawRequest: sometimes<{ person: PersonId }>(optionalPerson),
  CallNextSpeaker: nothing,
  SetSpeakingTime: fc.record({ seconds: fc.constantFrom(0, 60, 180, 1e9, 0.5) }),
  WarnSpeaker: sometimes<{ reason: string }>({ reason: text }),
  WithdrawWord: nothing,
  CloseSpeakersList: nothing,
  ReopenSpeakersList: nothing,
  OpenField: fc.record({ heading: text }),
  TakeNote: fc.record(
    {
      grade: fc.constantFrom("agreed", "consensus", "found", "mentioned", "background" as const),
      text,
      internal: fc.boolean(),
      points: fc.array(text, { maxLength: 2 }),
      said: fc.record(
        { manner: fc.constantFrom("verbatim" as const, "reported" as const), person, name: text },
        { requiredKeys: ["manner"] },
      ),
    },
    { requiredKeys: ["grade", "text", "internal"] },
  ),
  AssignTask: fc.record({ text, owner: person, due: date }, { requiredKeys: ["text"] }),
  AgreeDate: fc.record(
    {
      kind: fc.constantFrom("meeting", "workshop", "other" as const),
      title: text,
      appointment: fc.record({ date }),
      quarter: number,
    },
    { requiredKeys: ["kind", "title", "appointment"] },
  ),
  PromiseForwarding: fc.record({ to: text, text }),
  NameAttachment: fc.record({ title: text }),
  AnnexDocumentation: fc.record({ workshop: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] }),
  SetReportDetails: fc.record({ reference: text, date }, { requiredKeys: [] }),
  OpenCollection: fc.record({ heading: text }),
  GiveEntry: fc.record({ text }),
  CloseCollection: fc.constant({ entries: [] }),
  SendMinutes: fc.record({ meeting: number, sentOn: date }, { requiredKeys: [] }),
  SignMinutes: fc.record({ meeting: number }, { requiredKeys: [] }),
  RaiseMinutesObjection: fc.record({ meeting: number, text, reason: text }, { requiredKeys: ["text"] }),
  SettleMinutesObjection: fc.record(
    { objection: number, isAccepted: fc.boolean(), text },
    { requiredKeys: ["objection", "isAccepted"] },
  ),
  ApproveMinutes: fc.record({ meeting: number }, { requiredKeys: [] }),
  MoveMotion: fc.record({ text, title: text }, { requiredKeys: ["text"] }),
  MoveAmendment: fc.record({ motion: number, text }),
  RewordMotion: fc.record({ motion: number, text }),
  WithdrawMotion: fc.record({ motion: number }),
  WithdrawAmendment: fc.record({ amendment: number }),
  TakeOverAmendment: fc.record({ amendment: number }),
  AdoptByConsensus: fc.record({ motion: number, withAmendments: fc.boolean() }),
  DeclareResult: fc.record(
    {
      motion: number,
      outcome: fc.constantFrom("carried", "rejected" as const),
      unanimous: fc.boolean(),
      withAmendments: fc.boolean(),
    },
    { requiredKeys: ["motion", "outcome", "withAmendments"] },
  ),
  SetReach: fc.record({ amendment: number, reach: count, reason: text }, { requiredKeys: ["amendment"] }),
  FindEssential: fc.record({ amendment: number }),
  DivideMotion: fc.record({ motion: number, parts: fc.array(text, { maxLength: 3 }) }),
  RankAlternatives: fc.record({
    votes: fc.array(fc.record({ motion: number, votes: count }), { maxLength: 3 }),
    isRunoff: fc.boolean(),
  }),
  ProposeEnBloc: fc.record({ motions: fc.array(number, { maxLength: 3 }) }),
  ProposeUrgentItem: fc.record({ title: text }),
  ProposeDeviation: fc.record({ text }),
  ProposeRulesChange: fc.record({
    settings: fc.constantFrom(
      { "quorum.kind": { value: "atLeastHalf" } },
      { "majority.basis": { value: "present", paragraph: "§ 6" } },
      { "goChange.consentOf": { value: "Jugendamt" } },
    ),
  }),
  ConfirmRulesChange: fc.record({ question: number, by: text }),
  WithdrawQuestion: fc.record({ question: number }),
  OpposeQuestion: fc.record({ question: number, reason: text }, { requiredKeys: ["question"] }),
  SupportQuestion: fc.record({ question: number }),
  MoveProcedural: fc.record(
    {
      wants: fc.constantFrom(...proceduralKinds),
      text,
      minutes: fc.constantFrom(0, 5, 10, 0.5, 1e9),
      seconds: fc.constantFrom(0, 60, 120, 0.5, 1e9),
      to: text,
    },
    { requiredKeys: ["wants", "text"] },
  ),
  AdoptQuestion: fc.record({ question: number, manner: fc.constantFrom("consensus", "unopposed" as const) }),
  OpenBallot: fc.record(
    {
      subject: fc.oneof(
        number.map((motion) => ({ kind: "motion", motion }) as const),
        number.map((amendment) => ({ kind: "amendment", amendment }) as const),
        number.map((question) => ({ kind: "question", question }) as const),
      ),
      mode,
      withAmendments: fc.boolean(),
    },
    { requiredKeys: ["subject"] },
  ),
  CastVote: fc
    .tuple(
      fc.record({ vote, private: fc.integer({ max: 5 }).map((n) => n > 0) }),
      fc.option(anySeat, { freq: 8, nil: undefined }),
    )
    .map(([cast, forSeat]) => ({ ...cast, ...(forSeat === undefined ? {} : { seat: forSeat }) })),
  EnterHandCount: fc.record({ yes: count, no: count, abstain: count }),
  CloseBallot: nothing,
  CancelBallot: fc.record({ reason: text }),
  DemandSecrecy: nothing,
  DemandRollCall: nothing,
  DeclareConflict: sometimes<{ seat: ReturnType<typeof seat> }>({ seat: anySeat }),
  DisputeConflict: fc.record({ seat: anySeat }),
  LiftConflict: sometimes<{ seat: ReturnType<typeof seat> }>({ seat: anySeat }),
  OpenElection: fc.record({ office, seats: number, secret: fc.boolean() }, { requiredKeys: ["office", "secret"] }),
  Nominate: sometimes<{ person: PersonId }>(optionalPerson),
  WithdrawCandidacy: sometimes<{ person: PersonId }>(optionalPerson),
  ObjectToEnBloc: nothing,
  SubmitElectionList: fc.record({ name: text, people: fc.array(person, { minLength: 1, maxLength: 3 }) }),
  EnterMethodVote: fc.record({ yes: number, no: number, abstain: number }),
  ProposeRecall: fc.record({ office, person, reason: text }, { requiredKeys: ["office"] }),
  NameElectionLeader: fc.record({ person }),
  OpenElectionRound: sometimes<{ mode: "open" | "rollCall" | "secret"; enBloc: boolean }>({
    mode,
    enBloc: fc.boolean(),
  }),
  DrawLot: fc.record({
    witnesses: fc.array(person, { maxLength: 2 }),
    chance: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  }),
  DeclareElected: fc.record(
    { people: fc.array(person, { maxLength: 3 }), unanimous: fc.boolean() },
    { requiredKeys: ["people"] },
  ),
  AnswerElection: fc.record({ accepts: fc.boolean(), person: optionalPerson.person }, { requiredKeys: ["accepts"] }),
  ContestElection: fc.record({ office, reason: text }, { requiredKeys: ["reason"] }),
  EndElection: fc.record({ reason: text }),
  StartWrittenProcedure: fc.record(
    {
      text,
      title: text,
      lastDay: date,
      subject: fc.constantFrom("sachbeschluss", "wahl"),
      simple: fc.boolean(),
      urgency: text,
      authorization: fc.constantFrom("2023-1", "x"),
    },
    { requiredKeys: ["text", "lastDay", "subject", "simple"] },
  ),
  CastWrittenVote: fc.record({ procedure: number, choice: fc.constantFrom("yes", "no", "abstain" as const) }),
  ObjectToProcedure: fc.record({ procedure: number, reason: text }, { requiredKeys: ["procedure"] }),
  WithdrawObjection: fc.record({ procedure: number }),
  RecordWrittenDelivery: fc.record({ procedure: number, seat: anySeat }),
  DeclareWrittenConflict: fc.record({ procedure: number, seat: anySeat }, { requiredKeys: ["procedure"] }),
  LiftWrittenConflict: fc.record({ procedure: number, seat: anySeat }, { requiredKeys: ["procedure"] }),
  WithdrawWrittenProcedure: fc.record({ procedure: number, reason: text }),
  OpenDatePoll: fc.record(
    {
      title: text,
      place: text,
      options: fc.array(fc.record({ date }), { maxLength: 3 }),
      required: fc.array(person, { maxLength: 2 }),
      lastDay: date,
    },
    { requiredKeys: ["options", "required"] },
  ),
  AnswerDatePoll: fc.record(
    {
      poll: number,
      person,
      answers: fc.array(fc.record({ option: number, answer: fc.constantFrom("yes", "ifNeedBe", "no" as const) }), {
        maxLength: 3,
      }),
    },
    { requiredKeys: ["answers"] },
  ),
  SettleDatePoll: fc.record({ poll: number, option: number }, { requiredKeys: ["option"] }),
  CancelDatePoll: fc.record({ poll: number, reason: text }, { requiredKeys: ["reason"] }),
  EnterSchoolHolidays: fc.record({
    holidays: fc.array(fc.record({ name: text, from: date, to: date }), { maxLength: 2 }),
    source: text,
  }),
  RemoveSchoolHolidays: fc.record({ name: text, year: year }),
  EnterBodySittings: fc.record({ body: text, year: year, dates: fc.array(date, { maxLength: 3 }) }),
  PlanYear: fc.record({ year: year, place: text }, { requiredKeys: ["year"] }),
  OpenFeed: fc.record({ whose: fc.constantFrom("committee", "person" as const), secretHash: text }),
  CloseFeed: fc.record({ whose: fc.constantFrom("committee", "person" as const) }),
  MuteReminders: nothing,
  UnmuteReminders: nothing,
  MoveMeeting: fc.record(
    { meeting: number, appointment: fc.record({ date }), place: text, reason: text, urgent: fc.boolean() },
    { requiredKeys: ["appointment", "urgent"] },
  ),
  CancelMeeting: fc.record(
    { meeting: number, reason: text, confirmed: fc.boolean() },
    { requiredKeys: ["reason", "confirmed"] },
  ),
  DraftInvitation: fc.record(
    {
      meeting: number,
      afresh: fc.boolean(),
      note: text,
      links: fc.array(text, { maxLength: 1 }),
      papers: fc.array(text, { maxLength: 1 }),
      answerBy: date,
    },
    { requiredKeys: ["afresh", "links", "papers"] },
  ),
  SendInvitation: fc.record(
    { meeting: number, urgent: fc.boolean(), reason: text, otherwise: fc.array(anySeat, { maxLength: 5 }) },
    { requiredKeys: ["urgent", "otherwise"] },
  ),
  AnswerInvitation: fc.record(
    {
      meeting: number,
      person,
      answer: fc.constantFrom("accepted", "tentative", "declined" as const),
      substitute: person,
      substituteName: text,
      comment: text,
    },
    { requiredKeys: ["answer"] },
  ),
  PlanWorkshop: fc.record(
    {
      title: text,
      days: fc.array(fc.record({ date }), { minLength: 1, maxLength: 2 }),
      place: text,
      continues: number,
      anonymous: fc.boolean(),
      hidden: fc.boolean(),
    },
    { requiredKeys: ["title", "days", "anonymous", "hidden"] },
  ),
  MoveWorkshop: fc.record(
    {
      workshop: number,
      change: fc.oneof(
        fc.record({ kind: fc.constantFrom("all", "added"), days: fc.array(fc.record({ date }), { maxLength: 2 }) }),
        fc.record({ kind: fc.constant("one"), from: fc.record({ date }), to: fc.record({ date }) }),
        fc.record({ kind: fc.constant("dropped"), day: fc.record({ date }) }),
        fc.record({ kind: fc.constant("none") }),
      ),
      place: text,
      reason: text,
    },
    { requiredKeys: ["change"] },
  ),
  CancelWorkshop: fc.record(
    { workshop: number, reason: text, confirmed: fc.boolean() },
    { requiredKeys: ["reason", "confirmed"] },
  ),
  NameModerator: fc.record({ person }),
  SetWorkshopMode: fc.record({ anonymous: fc.boolean(), hidden: fc.boolean() }, { requiredKeys: [] }),
  AskGuidingQuestion: fc.record({ texts: fc.array(text, { minLength: 1, maxLength: 2 }) }),
  CountWorkshopHeads: fc.record(
    { group: text, qualifier: fc.constantFrom("exact", "about", "over", "none" as const), count },
    { requiredKeys: ["group", "qualifier"] },
  ),
  OpenWorkshop: nothing,
  BeginPhase: fc.record(
    {
      kind: fc.constantFrom("ideas", "grouping", "weighting", "results", "break", "other" as const),
      title: text,
      minutes: number,
    },
    { requiredKeys: ["kind"] },
  ),
  CloseWorkshop: fc.record({ confirmed: fc.boolean() }, { requiredKeys: [] }),
  GiveIdeas: fc.record(
    { texts: fc.array(text, { maxLength: 3 }), question: number, photo: text, private: fc.boolean() },
    { requiredKeys: ["texts", "private"] },
  ),
  ChangeIdea: fc.record({ idea: number, text }),
  WithdrawIdea: fc.record({ idea: number }),
  RevealIdeas: nothing,
  CommentIdea: fc.record({ idea: number, text }),
  SupportIdea: fc.record({ idea: number }),
  EndSupport: fc.record({ idea: number }),
  TagIdea: fc.record({ ideas: fc.array(number, { maxLength: 2 }), tag: text }),
  UntagIdea: fc.record({ ideas: fc.array(number, { maxLength: 2 }), tag: text }),
  MakeIdeaGroup: fc.record({ name: text, ideas: fc.array(number, { maxLength: 3 }) }),
  RenameIdeaGroup: fc.record({ group: number, name: text }),
  MoveIdeas: fc.record(
    { ideas: fc.array(number, { maxLength: 2 }), group: number, from: fc.oneof(number, fc.constant("none" as const)) },
    { requiredKeys: ["ideas"] },
  ),
  MergeIdeaGroups: fc.record({ into: number, from: fc.array(number, { maxLength: 2 }) }),
  SplitIdeaGroup: fc.record({ group: number, name: text, ideas: fc.array(number, { maxLength: 2 }) }),
  OpenWeighting: fc.record(
    {
      over: fc.constantFrom("ideas", "groups" as const),
      targets: fc.array(number, { maxLength: 3 }),
      budget: number,
      per: fc.constantFrom("person", "seat" as const),
      several: fc.boolean(),
      mode: fc.constantFrom("open", "secret" as const),
    },
    { requiredKeys: ["over", "budget", "per", "several", "mode"] },
  ),
  PlaceDots: fc.record(
    {
      weighting: number,
      dots: fc.array(
        fc.record({ target: fc.record({ kind: fc.constantFrom("idea", "group" as const), number }), dots: count }),
        { maxLength: 3 },
      ),
      adds: fc.boolean(),
      private: fc.boolean(),
    },
    { requiredKeys: ["dots", "private"] },
  ),
  CloseWeighting: nothing,
  CancelWeighting: fc.record({ reason: text }),
  MakeResult: fc.record(
    {
      kind: fc.constantFrom("statement", "motion", "task", "question" as const),
      grade: fc.constantFrom("agreed", "consensus", "found", "mentioned" as const),
      origin: fc.oneof(
        fc.record({ kind: fc.constantFrom("idea", "group" as const), number }),
        fc.constant({ kind: "none" } as const),
      ),
      text,
      owner: person,
      ownerName: text,
    },
    { requiredKeys: ["kind", "origin"] },
  ),
  RewordResult: fc.record({ result: number, text }),
  TagResult: fc.record({ result: number, tag: text }),
  UntagResult: fc.record({ result: number, tag: text }),
  SetRoute: fc.record(
    {
      results: fc.array(number, { minLength: 1, maxLength: 3 }),
      template: text,
      steps: fc.array(
        fc.record(
          {
            body: text,
            role: fc.constantFrom("preparation", "vote", "consultation", "decision", "notice" as const),
            roleText: text,
            target: date,
            targetText: text,
          },
          { requiredKeys: ["body", "role"] },
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ["results", "steps"] },
  ),
  AnswerRouteStep: fc.record(
    {
      results: fc.array(number, { minLength: 1, maxLength: 3 }),
      step: number,
      outcome: fc.constantFrom(
        "agreed",
        "declined",
        "deferred",
        "noted",
        "returned",
        "prepared",
        "considered" as const,
      ),
      on: date,
      unanimous: fc.boolean(),
      condition: text,
      text,
    },
    { requiredKeys: ["results", "outcome"] },
  ),
  RevertLast: nothing,
};

/** The table as a list: its entries fit their types one by one, which the compiler loses sight of in a list. */
const commandOf = (type: CommandType): fc.Arbitrary<Command> =>
  (contents[type] as fc.Arbitrary<object>).map((content) => ({ type, ...plain(content) }) as Command);

/** fast-check makes records without a prototype; what is stored and read again has one. */
function plain<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain) as T; // element by element the same
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)])) as T; // key by key the same
}

export const commandTypes = Object.keys(contents) as readonly CommandType[]; // keys of the table above

const rare: ReadonlySet<CommandType> = new Set([
  "CloseMeeting",
  "PauseMeeting",
  "EndElection",
  "CancelBallot",
  "NameChair",
  "StartWrittenProcedure",
  "CastWrittenVote",
  "ObjectToProcedure",
  "WithdrawObjection",
  "RecordWrittenDelivery",
  "DeclareWrittenConflict",
  "LiftWrittenConflict",
  "WithdrawWrittenProcedure",
]);
const frequent: ReadonlySet<CommandType> = new Set(["CastVote", "RecordAttendance", "RevertLast", "EnterHandCount"]);

/** Any command by anybody. */
const single: fc.Arbitrary<Attempt> = fc.oneof(
  ...commandTypes.map((type) => {
    const by = type === "CastVote" ? person : actor;
    const arbitrary = fc.record({ by, command: commandOf(type) });
    if (rare.has(type)) return { weight: 1, arbitrary };
    return { weight: frequent.has(type) ? 14 : 3, arbitrary };
  }),
);

const byOffice = (command: Command): Attempt => ({ by: officePerson, command });
const voting = fc.array(fc.record({ by: fc.constantFrom(...members), command: commandOf("CastVote") }), {
  maxLength: 7,
});
const between = fc.array(single, { maxLength: 2 });

/** Somebody comes, goes, or dials in; hands are counted before and after. */
const comingAndGoing = fc.array(
  fc.oneof(
    fc.record({ by: fc.constant(officePerson), command: commandOf("RecordAttendance") }),
    fc.record({ by: fc.constant(officePerson), command: commandOf("EnterHandCount") }),
    fc.record({ by: fc.constantFrom(...members), command: commandOf("CastVote") }),
  ),
  { maxLength: 5 },
);

/** A motion is moved and voted on, with whatever happens in between. */
const ballotScene = fc
  .tuple(number, fc.option(mode, { nil: undefined }), voting, between, comingAndGoing)
  .map(([motion, how, votes, before, after]): readonly Attempt[] => [
    byOffice({ type: "MoveMotion", text: "Antrag" }),
    byOffice({ type: "OpenBallot", subject: { kind: "motion", motion }, ...(how === undefined ? {} : { mode: how }) }),
    ...votes,
    ...before,
    ...after,
    byOffice({ type: "CloseBallot" }),
  ]);

/** An election with candidates, votes for them, a lot and answers. */
const electionScene = fc
  .tuple(
    office,
    fc.uniqueArray(fc.constantFrom(...voters), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...voters), fc.integer({ min: 0, max: 3 })), { maxLength: 6 }),
    fc.option(mode, { nil: undefined }),
    between,
    fc.boolean(),
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([which, candidates, votes, how, during, accepts, rounds]): readonly Attempt[] => [
    byOffice({ type: "OpenElection", office: which, secret: false }),
    ...candidates.map((one) => byOffice({ type: "Nominate", person: one })),
    byOffice({ type: "NameChair", person: officePerson }),
    ...Array.from({ length: rounds }, (): readonly Attempt[] => [
      byOffice({ type: "OpenElectionRound", ...(how === undefined ? {} : { mode: how }) }),
      ...votes.map(([by, at]): Attempt => {
        const marked = candidates.slice(at, at + 1);
        const choice: Vote = marked.length === 0 ? { kind: "question", choice: "yes" } : { kind: "candidates", marked };
        return { by, command: { type: "CastVote", vote: choice, private: true } };
      }),
      byOffice({ type: "CloseBallot" }),
    ]).flat(),
    ...during,
    byOffice({ type: "DrawLot", witnesses: [voter(5)], chance: 4711 }),
    ...candidates.map((one) => byOffice({ type: "AnswerElection", person: one, accepts })),
  ]);

/** Two candidates, votes split evenly round after round, until only the lot is left. */
const tieScene = between.map((during): readonly Attempt[] => [
  byOffice({ type: "OpenElection", office: firstSpokesperson, secret: false }),
  ...[voter(1), voter(2)].map((one) => byOffice({ type: "Nominate", person: one })),
  byOffice({ type: "NameChair", person: officePerson }),
  ...[1, 2, 3].flatMap((): readonly Attempt[] => [
    byOffice({ type: "OpenElectionRound" }),
    ...[1, 2, 3, 4].map((n): Attempt => {
      const choice: Vote = { kind: "candidates", marked: [voter(n % 2 === 0 ? 1 : 2)] };
      return { by: voter(n), command: { type: "CastVote", vote: choice, private: true } };
    }),
    byOffice({ type: "CloseBallot" }),
  ]),
  ...during,
  byOffice({ type: "DrawLot", witnesses: [voter(4)], chance: 4711 }),
  ...[voter(1), voter(2)].map((one) => byOffice({ type: "AnswerElection", person: one, accepts: true })),
]);

/** A motion is found carried without a count; one of two candidates steps back, the other is found elected. */
const declaredScene = number.map((motion): readonly Attempt[] => [
  byOffice({ type: "MoveMotion", text: "Antrag" }),
  byOffice({ type: "DeclareResult", motion, outcome: "carried", withAmendments: false }),
  byOffice({ type: "OpenElection", office: secondSpokesperson, secret: false }),
  ...[voter(3), voter(4)].map((one) => byOffice({ type: "Nominate", person: one })),
  byOffice({ type: "WithdrawCandidacy", person: voter(4) }),
  byOffice({ type: "DeclareElected", people: [voter(3)] }),
]);

/** A change is moved to a motion, and put to the vote, withdrawn or taken over. */
const amendmentScene = fc
  .tuple(number, fc.constantFrom("WithdrawAmendment", "TakeOverAmendment", "OpenBallot" as const))
  .map(([n, end]): readonly Attempt[] => [
    byOffice({ type: "MoveMotion", text: "Antrag" }),
    byOffice({ type: "MoveAmendment", motion: n, text: "Änderung" }),
    byOffice(
      end === "OpenBallot" ? { type: end, subject: { kind: "amendment", amendment: n } } : { type: end, amendment: n },
    ),
  ]);

/** A procedural motion is moved, spoken to, and voted on or accepted because nobody is against it. */
const procedureScene = fc
  .tuple(fc.constantFrom(...proceduralKinds), fc.integer({ min: 1, max: 6 }), voting, fc.boolean())
  .map(([wants, question, votes, isVoted]): readonly Attempt[] => [
    { by: voter(2), command: { type: "MoveProcedural", wants, text: "GO", minutes: 5, seconds: 60, to: "Unter-AG" } },
    { by: voter(3), command: { type: "SupportQuestion", question } },
    ...(isVoted
      ? [
          byOffice({ type: "OpenBallot", subject: { kind: "question", question } }),
          ...votes,
          byOffice({ type: "CloseBallot" }),
        ]
      : [byOffice({ type: "AdoptQuestion", question, manner: "unopposed" })]),
  ]);

/** A question is put, spoken against, and voted on or adopted without a vote. */
const questionScene = fc
  .tuple(number, voting, between, fc.boolean())
  .map(([question, votes, during, isVoted]): readonly Attempt[] => [
    byOffice({ type: "ProposeUrgentItem", title: "Nachtrag" }),
    ...during,
    ...(isVoted
      ? [
          byOffice({ type: "OpenBallot", subject: { kind: "question", question } }),
          ...votes,
          byOffice({ type: "CloseBallot" }),
        ]
      : [byOffice({ type: "AdoptQuestion", question, manner: "consensus" })]),
  ]);

/** Several changes to one motion are put in order; another motion is divided, two are put to one vote. */
const orderScene = fc
  .tuple(number, voting, between)
  .map(([n, votes, during]): readonly Attempt[] => [
    byOffice({ type: "MoveMotion", text: "Antrag" }),
    byOffice({ type: "MoveAmendment", motion: n, text: "Änderung" }),
    byOffice({ type: "SetReach", amendment: n, reach: 3 }),
    byOffice({ type: "FindEssential", amendment: n }),
    ...during,
    byOffice({ type: "OpenBallot", subject: { kind: "amendment", amendment: n } }),
    ...votes,
    byOffice({ type: "CloseBallot" }),
    byOffice({ type: "MoveMotion", text: "Antrag" }),
    byOffice({ type: "DivideMotion", motion: n + 1, parts: ["Eins", "Zwei"] }),
    byOffice({ type: "ProposeEnBloc", motions: [n, n + 1] }),
  ]);

/** A change of the rules is voted on and, where others have to agree, confirmed. */
const rulesScene = fc
  .tuple(number, voting)
  .map(([question, votes]): readonly Attempt[] => [
    byOffice({ type: "CallAgendaItem", item: 1 }),
    byOffice({ type: "ProposeRulesChange", settings: { "quorum.presumption": { value: true } } }),
    byOffice({ type: "OpenBallot", subject: { kind: "question", question } }),
    ...votes,
    byOffice({ type: "CloseBallot" }),
    byOffice({ type: "ProposeRulesChange", settings: { "quorum.min": { value: 2 } } }),
    byOffice({ type: "AdoptQuestion", question, manner: "consensus" }),
    byOffice({ type: "ConfirmRulesChange", question, by: "Ministerium" }),
  ]);

/** Three alternatives, the order of which a preference ballot sets. */
const alternativesScene = fc.tuple(number, voting).map(([n, votes]): readonly Attempt[] => [
  ...[1, 2].map(() => byOffice({ type: "MoveMotion", text: "Antrag" })),
  byOffice({
    type: "RankAlternatives",
    votes: [
      { motion: n, votes: 2 },
      { motion: n + 1, votes: 1 },
    ],
    isRunoff: false,
  }),
  byOffice({ type: "OpenBallot", subject: { kind: "motion", motion: n } }),
  ...votes,
  byOffice({ type: "CloseBallot" }),
]);

const pauseScene = between.map((during): readonly Attempt[] => [
  byOffice({ type: "PauseMeeting" }),
  ...during,
  byOffice({ type: "ResumeMeeting" }),
]);

/** Two points of the agenda change places; a seat steps aside for one of them. */
const itemScene = fc
  .tuple(number, anySeat, between)
  .map(([item, whose, during]): readonly Attempt[] => [
    byOffice({ type: "AddAgendaItem", title: "Haushalt", public: true, deciding: true }),
    byOffice({ type: "AddAgendaItem", title: "Bericht", public: false, deciding: true }),
    byOffice({ type: "MoveAgendaItem", item: item + 1, before: item }),
    byOffice({ type: "CallAgendaItem", item }),
    byOffice({ type: "DeclareConflict", seat: whose }),
    ...during,
    byOffice({ type: "LiftConflict", seat: whose }),
  ]);

/** A vote is handed on for the meeting, cast, and taken back. */
const proxyScene = fc
  .tuple(fc.constantFrom(...voters), anySeat, voting)
  .map(([holder, whose, votes]): readonly Attempt[] => [
    byOffice({ type: "GrantProxy", seat: whose, person: holder }),
    byOffice({ type: "MoveMotion", text: "Antrag" }),
    byOffice({ type: "OpenBallot", subject: { kind: "motion", motion: 1 } }),
    ...votes,
    byOffice({ type: "CloseBallot" }),
    byOffice({ type: "EndProxy", seat: whose }),
  ]);

/** So many leave that nothing can be decided; what was to be decided comes back in a repeat meeting. */
const repeatScene = fc
  .boolean()
  .map((notice): readonly Attempt[] => [
    byOffice({ type: "CancelBallot", reason: "Schluss" }),
    byOffice({ type: "EndElection", reason: "Schluss" }),
    byOffice({ type: "CloseCollection", entries: [] }),
    byOffice({ type: "AddAgendaItem", title: "Haushalt", public: true, deciding: true }),
    byOffice({ type: "RecordAttendance", people: voters.slice(1), status: "left" }),
    { by: voter(1), command: { type: "DoubtQuorum" } },
    byOffice({ type: "CloseMeeting" }),
    byOffice({ type: "ScheduleRepeatMeeting", appointment: { date: day("2023-02-28") }, notice }),
    byOffice({ type: "OpenMeeting" }),
    byOffice({ type: "RecordAttendance", people: voters.slice(0, 2), status: "present" }),
    byOffice({ type: "CallAgendaItem", item: 1 }),
  ]);

/** A deviation from the rules is proposed, and somebody speaks against it. */
const opposedScene = number.map((question): readonly Attempt[] => [
  byOffice({ type: "ProposeDeviation", text: "heute länger" }),
  { by: voter(2), command: { type: "OpposeQuestion", question } },
  byOffice({ type: "DisputeConflict", seat: seat(3) }),
]);

const collectionScene = fc
  .array(person, { maxLength: 4 })
  .map((people): readonly Attempt[] => [
    byOffice({ type: "OpenCollection", heading: "Was fehlt?" }),
    ...people.map((by): Attempt => ({ by, command: { type: "GiveEntry", text: "Zeit" } })),
    byOffice({ type: "CloseCollection", entries: [] }),
  ]);

const speakersScene = fc
  .array(fc.constantFrom(...voters), { maxLength: 3 })
  .map((people): readonly Attempt[] => [
    ...people.map((by): Attempt => ({ by, command: { type: "RequestToSpeak" } })),
    byOffice({ type: "CloseSpeakersList" }),
    ...people.slice(0, 1).map((by): Attempt => ({ by, command: { type: "WithdrawRequest" } })),
    byOffice({ type: "CallNextSpeaker" }),
    ...[1, 2].map(() => byOffice({ type: "WarnSpeaker" })),
    byOffice({ type: "WithdrawWord" }),
    byOffice({ type: "ReopenSpeakersList" }),
  ]);

/** A written procedure beside the meeting, with votes, objections and a delivery by letter. */
const writtenScene = fc
  .tuple(number, number, fc.array(fc.constantFrom(...members), { maxLength: 5 }), between)
  .map(([procedure, n, people, during]): readonly Attempt[] => [
    byOffice({
      type: "StartWrittenProcedure",
      text: `Umlauf ${n}`,
      lastDay: day("2023-02-28"),
      subject: "sachbeschluss",
      simple: true,
    }),
    byOffice({ type: "RecordWrittenDelivery", procedure, seat: seat(n) }),
    ...people.map((by): Attempt => ({ by, command: { type: "CastWrittenVote", procedure, choice: "yes" } })),
    byOffice({ type: "DeclareWrittenConflict", procedure, seat: seat(n) }),
    byOffice({ type: "LiftWrittenConflict", procedure, seat: seat(n) }),
    ...people.slice(0, 1).flatMap((by): readonly Attempt[] => [
      { by, command: { type: "ObjectToProcedure", procedure } },
      { by, command: { type: "WithdrawObjection", procedure } },
    ]),
    ...during,
    ...(n === 1 ? [byOffice({ type: "WithdrawWrittenProcedure", procedure, reason: "Versehen" })] : []),
  ]);

/** A date poll is opened, answered, and settled or cancelled. */
const datePollScene = fc
  .tuple(number, fc.array(person, { maxLength: 4 }), between, fc.boolean())
  .map(([option, people, during, isSettled]): readonly Attempt[] => [
    byOffice({
      type: "OpenDatePoll",
      options: [{ date: day("2023-02-28") }, { date: day("2024-02-29") }],
      required: [],
    }),
    ...people.map((by): Attempt => ({ by, command: { type: "AnswerDatePoll", answers: [{ option, answer: "yes" }] } })),
    ...during,
    byOffice(
      isSettled ? { type: "SettleDatePoll", option } : { type: "CancelDatePoll", reason: "Die Termine passen nicht." },
    ),
  ]);

/** A result goes its way through the bodies; it and the ideas it came from get a tag. */
const routeScene = fc
  .tuple(number, date, between)
  .map(([result, target, during]): readonly Attempt[] => [
    byOffice({ type: "PlanWorkshop", title: "Klausur", days: [{ date: target }], anonymous: false, hidden: false }),
    byOffice({ type: "OpenWorkshop" }),
    byOffice({ type: "BeginPhase", kind: "ideas" }),
    byOffice({ type: "GiveIdeas", texts: ["Ein Elternrat"], private: true }),
    byOffice({ type: "TagIdea", ideas: [1], tag: "partizipation" }),
    byOffice({ type: "UntagIdea", ideas: [1], tag: "Partizipation" }),
    byOffice({ type: "MakeResult", kind: "motion", origin: { kind: "idea", number: 1 } }),
    byOffice({ type: "MakeResult", kind: "task", origin: { kind: "none" }, text: "Schulen einladen" }),
    byOffice({ type: "RewordResult", result, text: "Alle Schulen einladen" }),
    byOffice({ type: "TagResult", result, tag: "Partizipation" }),
    byOffice({ type: "UntagResult", result, tag: "Partizipation" }),
    byOffice({ type: "SetRoute", results: [result], steps: [{ body: "AG 78", role: "vote", target }] }),
    ...during,
    byOffice({ type: "SetRoute", results: [result], template: "Klausurtagung", steps: [] }),
    byOffice({ type: "AnswerRouteStep", results: [1, 2], outcome: "agreed", unanimous: true }),
  ]);

/** A year is planned around holidays; one of its meetings is moved, one cancelled. */
const planningScene = fc.tuple(date, between, fc.boolean()).map(([on, during, confirmed]): readonly Attempt[] => [
  byOffice({
    type: "EnterSchoolHolidays",
    holidays: [{ name: "Sommerferien", from: day("2024-07-22"), to: day("2024-08-31") }],
    source: "von Hand",
  }),
  byOffice({ type: "PlanYear", year: 2024 }),
  ...during,
  byOffice({ type: "MoveMeeting", appointment: { date: on }, urgent: false }),
  byOffice({ type: "CancelMeeting", meeting: 3, reason: "Zu viele sind krank.", confirmed }),
  byOffice({ type: "RemoveSchoolHolidays", name: "sommerferien", year: 2024 }),
  byOffice({ type: "MuteReminders" }),
  byOffice({ type: "UnmuteReminders" }),
  byOffice({ type: "OpenFeed", whose: "committee", secretHash: "a" }),
  byOffice({ type: "CloseFeed", whose: "committee" }),
]);

/** What is left over is invited to, and sent on once the agenda is another one. */
const invitationScene = fc
  .tuple(fc.integer({ min: 2, max: 4 }), between)
  .map(([meeting, during]): readonly Attempt[] => [
    byOffice({ type: "AdjournAgendaItem", item: 1 }),
    byOffice({
      type: "ScheduleMeeting",
      appointment: { date: day("2024-03-14"), from: time("09:00") },
      place: "Kreishaus",
    }),
    byOffice({ type: "DraftInvitation", meeting, afresh: false, links: ["https://kreis.example"], papers: ["a.pdf"] }),
    ...during,
    byOffice({ type: "SendInvitation", meeting, urgent: false, otherwise: [1, 2, 3, 4, 5].map(seat) }),
    byOffice({ type: "RemoveAgendaItem", item: meeting }),
    byOffice({ type: "DraftInvitation", meeting, afresh: true, links: [], papers: [] }),
    byOffice({ type: "SendInvitation", meeting, urgent: false, otherwise: [1, 2, 3, 4, 5].map(seat) }),
  ]);

const ideaActs = fc.array(
  fc.tuple(person, fc.constantFrom("ChangeIdea", "WithdrawIdea", "CommentIdea", "SupportIdea", "EndSupport" as const)),
  { maxLength: 5 },
);

/** Ideas are given, changed, supported and withdrawn, in the open or hidden until they are revealed; anonymous ones lie in a box until then. */
const ideasScene = fc
  .tuple(fc.array(person, { minLength: 1, maxLength: 3 }), fc.boolean(), ideaActs, number)
  .map(([givers, anonymous, acts, idea]): readonly Attempt[] => [
    byOffice({
      type: "PlanWorkshop",
      title: "Klausurtagung",
      days: [{ date: day("2023-01-27") }],
      anonymous,
      hidden: true,
    }),
    byOffice({ type: "OpenWorkshop" }),
    byOffice({ type: "BeginPhase", kind: "ideas" }),
    ...givers.map((by): Attempt => ({ by, command: { type: "GiveIdeas", texts: ["Zeit", "Räume"], private: true } })),
    byOffice({ type: "RevealIdeas" }),
    ...acts.map(
      ([by, type]): Attempt => ({
        by,
        command: type === "ChangeIdea" || type === "CommentIdea" ? { type, idea, text: "Anders" } : { type, idea },
      }),
    ),
    byOffice({ type: "ChangeIdea", idea, text: "Mehr Zeit" }),
    { by: voter(1), command: { type: "SupportIdea", idea } },
    { by: voter(1), command: { type: "EndSupport", idea } },
    byOffice({ type: "CloseWorkshop" }),
  ]);

/** A workshop is prepared, moderated by somebody, and led through a phase or two. */
const workshopScene = fc
  .tuple(number, person, fc.boolean(), between)
  .map(([n, moderator, anonymous, during]): readonly Attempt[] => [
    byOffice({
      type: "PlanWorkshop",
      title: `Klausur ${n}`,
      days: [{ date: day("2023-01-27") }],
      anonymous: !anonymous,
      hidden: false,
    }),
    byOffice({ type: "NameModerator", person: moderator }),
    byOffice({ type: "SetWorkshopMode", anonymous }),
    byOffice({ type: "AskGuidingQuestion", texts: [`Was nun ${n}?`, "Und dann?"] }),
    byOffice({ type: "CountWorkshopHeads", group: "Fachkräfte", qualifier: "over", count: 50 }),
    { by: moderator, command: { type: "OpenWorkshop" } },
    { by: moderator, command: { type: "BeginPhase", kind: "ideas", minutes: 10 } },
    ...during,
    byOffice({ type: "BeginPhase", kind: "other", title: "Murmelrunde" }),
    byOffice({ type: "CloseWorkshop" }),
  ]);

/** A workshop is moved, gets another day, and is called off, or opened and closed before its last day. */
const movedWorkshopScene = fc
  .tuple(number, person, fc.boolean(), between)
  .map(([n, moderator, isOpened, during]): readonly Attempt[] => [
    byOffice({
      type: "PlanWorkshop",
      title: `Werkstatt ${n}`,
      days: [{ date: day("2023-01-27") }, { date: day("2023-01-28") }],
      anonymous: false,
      hidden: false,
    }),
    byOffice({ type: "NameModerator", person: moderator }),
    byOffice({
      type: "MoveWorkshop",
      change: { kind: "one", from: { date: day("2023-01-28") }, to: { date: day("2023-02-03") } },
    }),
    byOffice({
      type: "MoveWorkshop",
      change: { kind: "added", days: [{ date: day("2023-02-10") }] },
      place: "Rathaus",
    }),
    ...(isOpened ? [byOffice({ type: "OpenWorkshop" })] : []),
    ...during,
    byOffice({ type: "MoveWorkshop", change: { kind: "dropped", day: { date: day("2023-02-10") } } }),
    byOffice({ type: "CancelWorkshop", reason: "Zu wenige", confirmed: true }),
    byOffice({ type: "CloseWorkshop", confirmed: true }),
  ]);

/** Ideas of a workshop get dots, in the open or secretly, until it is counted or given up. */
const weightingScene = fc
  .tuple(
    fc.array(fc.record({ by: fc.constantFrom(...members), command: commandOf("PlaceDots") }), { maxLength: 6 }),
    fc.boolean(),
    fc.constantFrom("person", "seat" as const),
    fc.boolean(),
  )
  .map(([placing, isSecret, per, isClosed]): readonly Attempt[] => [
    byOffice({
      type: "PlanWorkshop",
      title: "Klausur",
      days: [{ date: day("2023-01-27") }],
      anonymous: false,
      hidden: false,
    }),
    byOffice({ type: "OpenWorkshop" }),
    byOffice({ type: "BeginPhase", kind: "ideas" }),
    byOffice({ type: "GiveIdeas", texts: ["Mehr Zeit", "Mehr Räume"], private: false }),
    byOffice({
      type: "OpenWeighting",
      over: "ideas",
      budget: 3,
      per,
      several: true,
      mode: isSecret ? "secret" : "open",
    }),
    ...placing,
    byOffice(isClosed ? { type: "CloseWeighting" } : { type: "CancelWeighting", reason: "Neu" }),
  ]);

/** The chair's office is put to the vote, or given up in consensus. */
const recallScene = number.map((question): readonly Attempt[] => [
  byOffice({ type: "ProposeRecall", office: chairOffice, reason: "Sitzungen wurden nicht einberufen" }),
  byOffice({ type: "AdoptQuestion", question, manner: "consensus" }),
]);

const bothAnswered = [
  { person: voter(3), choice: "no" },
  { person: voter(2), choice: "yes" },
] as const;

/** Several seats: lists, the vote on another method, and a round en bloc to which somebody objects. */
const severalSeatsScene = fc.tuple(number, mode).map(([yes, how]): readonly Attempt[] => [
  byOffice({ type: "OpenElection", office: secondSpokesperson, secret: false }),
  byOffice({ type: "EnterMethodVote", yes, no: 1, abstain: 0 }),
  byOffice({ type: "SubmitElectionList", name: `Liste ${yes}`, people: [voter(2), voter(3)] }),
  byOffice({ type: "Nominate", person: voter(2) }),
  byOffice({ type: "Nominate", person: voter(3) }),
  byOffice({ type: "NameChair", person: officePerson }),
  byOffice({ type: "OpenElectionRound", mode: how, enBloc: true }),
  { by: voter(4), command: { type: "ObjectToEnBloc" } },
  byOffice({ type: "OpenElectionRound", mode: how }),
  { by: voter(4), command: { type: "CastVote", vote: { kind: "candidates", marked: [voter(2)] }, private: true } },
  {
    by: voter(5),
    command: { type: "CastVote", vote: { kind: "perCandidate", answers: bothAnswered }, private: true },
  },
  { by: voter(1), command: { type: "CastVote", vote: { kind: "abstain" }, private: true } },
  byOffice({ type: "CloseBallot" }),
]);

/** Everything that is open is ended, the meeting closed, and the next one opened. */
const nextMeetingScene = fc.constant<readonly Attempt[]>([
  byOffice({ type: "CancelBallot", reason: "Schluss" }),
  byOffice({ type: "EndElection", reason: "Schluss" }),
  byOffice({ type: "CloseCollection", entries: [] }),
  byOffice({ type: "CloseMeeting" }),
  byOffice({ type: "OpenMeeting" }),
  byOffice({ type: "RecordAttendance", people: voters.slice(0, 4), status: "present" }),
]);

/** Minutes are sent and objected to; the next meeting settles that and approves them when the period is over. */
const minutesScene = fc
  .tuple(number, fc.constantFrom(...voters), fc.boolean(), between)
  .map(([objection, by, isAccepted, during]): readonly Attempt[] => [
    byOffice({ type: "CancelBallot", reason: "Schluss" }),
    byOffice({ type: "EndElection", reason: "Schluss" }),
    byOffice({ type: "CloseCollection", entries: [] }),
    byOffice({ type: "CloseMeeting" }),
    byOffice({ type: "SendMinutes" }),
    { by, command: { type: "RaiseMinutesObjection", text: "Es waren vier." } },
    ...during,
    byOffice({ type: "OpenMeeting" }),
    byOffice({ type: "RecordAttendance", people: voters, status: "present" }),
    byOffice({ type: "SettleMinutesObjection", objection, isAccepted }),
    { ...byOffice({ type: "ApproveMinutes", meeting: 1 }), today: day("2023-03-01") },
    byOffice({ type: "RevertLast" }),
    byOffice({ type: "TakeNote", grade: "found", text: "Nachtrag", internal: false }),
  ]);

/** Ideas of a workshop are grouped by two people, who rename, move, split, merge and take back. */
const groupingScene = fc.tuple(number, person, person, between).map(([n, one, other, during]): readonly Attempt[] => [
  byOffice({
    type: "PlanWorkshop",
    title: "Klausurtagung",
    days: [{ date: day("2023-02-28") }],
    anonymous: false,
    hidden: false,
  }),
  byOffice({ type: "OpenWorkshop" }),
  byOffice({ type: "BeginPhase", kind: "ideas" }),
  { by: one, command: { type: "GiveIdeas", texts: ["Mehr Plätze", "Fahrdienst", "Räume"], private: false } },
  byOffice({ type: "BeginPhase", kind: "grouping" }),
  { by: one, command: { type: "MakeIdeaGroup", name: "Personal", ideas: [1, 2] } },
  { by: other, command: { type: "MakeIdeaGroup", name: "Räume", ideas: [3] } },
  ...during,
  { by: one, command: { type: "RenameIdeaGroup", group: n, name: "Leute" } },
  { by: other, command: { type: "MoveIdeas", ideas: [n], group: 2 } },
  { by: one, command: { type: "SplitIdeaGroup", group: 2, name: "Anderes", ideas: [n] } },
  { by: other, command: { type: "MergeIdeaGroups", into: 1, from: [2] } },
  { by: other, command: { type: "RevertLast" } },
  byOffice({ type: "CloseWorkshop" }),
]);

/** What people try, one after the other; much of it is refused. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: single.map((one): readonly Attempt[] => [one]) },
      { weight: 3, arbitrary: ballotScene },
      { weight: 2, arbitrary: electionScene },
      { weight: 2, arbitrary: comingAndGoing },
      { weight: 1, arbitrary: tieScene },
      { weight: 1, arbitrary: groupingScene },
      { weight: 1, arbitrary: declaredScene },
      { weight: 1, arbitrary: amendmentScene },
      { weight: 1, arbitrary: questionScene },
      { weight: 1, arbitrary: recallScene },
      { weight: 2, arbitrary: procedureScene },
      { weight: 2, arbitrary: severalSeatsScene },
      { weight: 1, arbitrary: orderScene },
      { weight: 1, arbitrary: alternativesScene },
      { weight: 1, arbitrary: rulesScene },
      { weight: 1, arbitrary: pauseScene },
      { weight: 1, arbitrary: opposedScene },
      { weight: 1, arbitrary: proxyScene },
      { weight: 1, arbitrary: repeatScene },
      { weight: 1, arbitrary: itemScene },
      { weight: 1, arbitrary: collectionScene },
      { weight: 1, arbitrary: speakersScene },
      { weight: 1, arbitrary: nextMeetingScene },
      { weight: 1, arbitrary: writtenScene },
      { weight: 1, arbitrary: datePollScene },
      { weight: 1, arbitrary: workshopScene },
      { weight: 1, arbitrary: movedWorkshopScene },
      { weight: 1, arbitrary: ideasScene },
      { weight: 1, arbitrary: weightingScene },
      { weight: 1, arbitrary: routeScene },
      { weight: 1, arbitrary: planningScene },
      { weight: 1, arbitrary: invitationScene },
      { weight: 1, arbitrary: minutesScene },
    ),
    { minLength: 5, maxLength: 60, size: "max" },
  )
  .map((parts) => parts.flat());

/** Rules under which the numbers of a ballot come about differently. */
export const someRules: fc.Arbitrary<NonNullable<SmallCommittee["rules"]>> = fc.constantFrom(
  {},
  { "quorum.remoteCounts": { value: false }, "protocol.approval": { value: "objectionsOnly" } },
  {
    "vote.change": { value: "never" },
    "membership.proxy": { value: "poa2" },
    "vote.lateArrival": { value: "notCounted" },
  },
  { "membership.proxy": { value: "poa1" }, "quorum.afterLoss": { value: "closeAndReinvite" } },
  { "office.chair.chairKeepsSeatVote": { value: false }, "quorum.measuredBy": { value: "ballots" } },
  {
    "majority.basis": { value: "present" },
    "election.singleCandidateOpen": { value: true },
    "office.recall": { value: { num: 2, den: 3, basis: "present" } },
  },
  { "election.multi": { value: "dHondtUnlessUnanimous" } },
  { "election.multi": { value: "yesNoRanked" } },
  { "quorum.presumption": { value: true }, "vote.secretThreshold": { value: { kind: "count", n: 2 } } },
  {
    "motionOrder.essentialChange": { value: { num: 2, den: 3, basis: "present" } },
    "motionOrder.division": { value: "anyMember" },
  },
  { "goChange.consentOf": { value: "Ministerium" }, "goChange.announced": { value: false } },
  { "motionOrder.rule": { value: "alternative" } },
  { "agenda.urgentAdmission": { value: { kind: "noObjection", n: 2 } }, "protocol.approval": { value: "silence" } },
  { "protocol.approval": { value: "signature" }, "protocol.sign": { value: ["leitung"] } },
  { "election.majority": { value: "relative" }, "bias.notForElections": { value: false } },
);
