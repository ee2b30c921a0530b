import type { CommitteeEvent, EventType } from "./events.ts";

export type SliceName =
  | "membership"
  | "meetings"
  | "agenda"
  | "speakers"
  | "minutes"
  | "motions"
  | "questions"
  | "ballots"
  | "elections"
  | "writtenProcedures"
  | "correction";

/** Which slice an event belongs to; exhaustive, so that a new event finds its room. */
export const sliceOf = {
  CommitteeFounded: "membership",
  CommitteeDescribed: "membership",
  OrganizationJoined: "membership",
  OrganizationChanged: "membership",
  OrganizationLeft: "membership",
  PersonJoined: "membership",
  PersonChanged: "membership",
  PersonLeft: "membership",
  OfficeEstablished: "membership",
  OfficeChanged: "membership",
  OfficeAbolished: "membership",
  OfficeAssigned: "membership",
  OfficeVacated: "membership",
  RoomBound: "membership",
  RoomUnbound: "membership",
  StandingItemsSet: "membership",
  RulesAdopted: "membership",
  LinkCodeIssued: "membership",
  AccountLinked: "membership",
  AccountUnlinked: "membership",
  MeetingScheduled: "meetings",
  MeetingOpened: "meetings",
  MeetingChaired: "meetings",
  MinuteTakerNamed: "meetings",
  MeetingPaused: "meetings",
  MeetingResumed: "meetings",
  MeetingClosed: "meetings",
  AttendanceRecorded: "meetings",
  SeatExcused: "meetings",
  HeadCountRecorded: "meetings",
  VoterDesignated: "meetings",
  ProxyGranted: "meetings",
  ProxyEnded: "meetings",
  QuorumEstablished: "meetings",
  AgendaItemAdded: "agenda",
  AgendaItemAdmitted: "agenda",
  AgendaItemChanged: "agenda",
  AgendaItemMoved: "agenda",
  AgendaItemRemoved: "agenda",
  AgendaAdopted: "agenda",
  AgendaItemCalled: "agenda",
  AgendaItemAdjourned: "agenda",
  AgendaItemSetAside: "agenda",
  SpeakerRequested: "speakers",
  SpeakerWithdrawn: "speakers",
  SpeakerCalled: "speakers",
  SpeakerWarned: "speakers",
  WordWithdrawn: "speakers",
  WordReturned: "speakers",
  SpeakersLastCallGiven: "speakers",
  SpeakersListClosed: "speakers",
  SpeakersListReopened: "speakers",
  DebateClosed: "speakers",
  SpeakingTimeSet: "speakers",
  FieldOpened: "minutes",
  NoteTaken: "minutes",
  TaskAssigned: "minutes",
  DateAgreed: "minutes",
  ForwardingPromised: "minutes",
  ReportDetailsSet: "minutes",
  AttachmentNamed: "minutes",
  AnonymousCollectionOpened: "minutes",
  AnonymousEntryGiven: "minutes",
  AnonymousCollectionClosed: "minutes",
  MotionMoved: "motions",
  AmendmentMoved: "motions",
  MotionReworded: "motions",
  MotionWithdrawn: "motions",
  AmendmentWithdrawn: "motions",
  AmendmentTakenOver: "motions",
  AmendmentReachSet: "motions",
  AmendmentFoundEssential: "motions",
  AmendmentSettled: "motions",
  AlternativesRanked: "motions",
  MotionSettled: "motions",
  MotionDivided: "motions",
  AmendmentDecided: "motions",
  MotionDecided: "motions",
  QuestionPut: "questions",
  QuestionOpposed: "questions",
  QuestionSupported: "questions",
  QuestionDecided: "questions",
  QuestionWithdrawn: "questions",
  RulesChangeConfirmed: "questions",
  BallotOpened: "ballots",
  VoteCast: "ballots",
  SecretVoteCast: "ballots",
  HandCountEntered: "ballots",
  BallotClosed: "ballots",
  BallotCancelled: "ballots",
  SecrecyDemanded: "ballots",
  RollCallDemanded: "ballots",
  ConflictDeclared: "ballots",
  ConflictLifted: "ballots",
  ElectionOpened: "elections",
  CandidateNominated: "elections",
  CandidateWithdrawn: "elections",
  ElectionLeaderNamed: "elections",
  ElectionRoundDecided: "elections",
  LotDrawn: "elections",
  ElectionDeclared: "elections",
  ElectionAccepted: "elections",
  ElectionDeclined: "elections",
  ElectionEnded: "elections",
  WrittenProcedureStarted: "writtenProcedures",
  WrittenVoteCast: "writtenProcedures",
  WrittenObjectionRaised: "writtenProcedures",
  WrittenObjectionWithdrawn: "writtenProcedures",
  WrittenDeliveryRecorded: "writtenProcedures",
  WrittenConflictDeclared: "writtenProcedures",
  WrittenConflictLifted: "writtenProcedures",
  WrittenRemindersSent: "writtenProcedures",
  WrittenProcedureWithdrawn: "writtenProcedures",
  WrittenProcedureClosed: "writtenProcedures",
  WrittenReportPlaced: "writtenProcedures",
  EntryReverted: "correction",
} as const satisfies Record<EventType, SliceName>;

type TypesOf<Slice extends SliceName> = {
  [Type in EventType]: (typeof sliceOf)[Type] extends Slice ? Type : never;
}[EventType];

export type EventOf<Slice extends SliceName> = Extract<CommitteeEvent, { type: TypesOf<Slice> }>;

export function belongsTo<Slice extends SliceName>(event: CommitteeEvent, slice: Slice): event is EventOf<Slice> {
  return sliceOf[event.type] === slice;
}
