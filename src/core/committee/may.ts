import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { currentMeeting } from "../meeting/queries.ts";
import { holdersOf, type Role, rolesOf } from "../membership/queries.ts";
import type { CommandType } from "./commands.ts";
import type { Slices } from "./state.ts";

export const lead: readonly Role[] = ["chair", "deputyChair", "office"];
export const minuting: readonly Role[] = [...lead, "minuteTaker"];
const voters: readonly Role[] = ["voting", "substitute"];
const members: readonly Role[] = [...minuting, ...voters, "advisory"];
const everybody: readonly Role[] = [...members, "guest"];

/** Wer darf was. The Sitzungsleitung counts as chair; what somebody may do for others is checked where it is decided. */
export const mayIssue: Record<CommandType, readonly Role[]> = {
  IssueLinkCode: ["office"],
  UnlinkAccount: everybody,
  ScheduleMeeting: lead,
  ScheduleRepeatMeeting: lead,
  RecordInvitation: lead,
  ObjectToCall: voters,
  OpenMeeting: lead,
  NameChair: lead,
  NameMinuteTaker: lead,
  PauseMeeting: lead,
  ResumeMeeting: lead,
  CloseMeeting: lead,
  RecordAttendance: everybody,
  ExcuseSeat: minuting,
  RecordHeadCount: minuting,
  EstablishQuorum: [...minuting, ...voters],
  DoubtQuorum: voters,
  DesignateVoter: [...minuting, ...voters],
  GrantProxy: [...minuting, ...voters],
  EndProxy: [...minuting, ...voters],
  AddAgendaItem: members,
  ChangeAgendaItem: lead,
  MoveAgendaItem: lead,
  RemoveAgendaItem: lead,
  AdoptAgenda: lead,
  CallAgendaItem: lead,
  CallNextItem: lead,
  AdjournAgendaItem: lead,
  RequestToSpeak: everybody,
  WithdrawRequest: everybody,
  CallNextSpeaker: lead,
  WarnSpeaker: lead,
  WithdrawWord: lead,
  SetSpeakingTime: lead,
  CloseSpeakersList: lead,
  ReopenSpeakersList: lead,
  OpenField: minuting,
  TakeNote: minuting,
  AssignTask: minuting,
  AgreeDate: minuting,
  PromiseForwarding: minuting,
  NameAttachment: minuting,
  AnnexDocumentation: minuting,
  SetReportDetails: minuting,
  OpenCollection: lead,
  GiveEntry: everybody,
  CloseCollection: lead,
  SendMinutes: minuting,
  SignMinutes: members,
  RaiseMinutesObjection: members,
  SettleMinutesObjection: lead,
  ApproveMinutes: lead,
  MoveMotion: members,
  MoveAmendment: members,
  RewordMotion: minuting,
  WithdrawMotion: members,
  WithdrawAmendment: members,
  TakeOverAmendment: members,
  AdoptByConsensus: lead,
  DeclareResult: lead,
  SetReach: lead,
  FindEssential: lead,
  DivideMotion: members,
  RankAlternatives: lead,
  ProposeEnBloc: members,
  ProposeUrgentItem: members,
  ProposeDeviation: members,
  ProposeRulesChange: members,
  ConfirmRulesChange: lead,
  WithdrawQuestion: members,
  MoveProcedural: members,
  SupportQuestion: members,
  OpposeQuestion: members,
  AdoptQuestion: lead,
  OpenBallot: lead,
  CastVote: everybody,
  EnterHandCount: lead,
  CloseBallot: lead,
  CancelBallot: lead,
  DemandSecrecy: voters,
  DemandRollCall: voters,
  DeclareConflict: [...minuting, ...voters],
  LiftConflict: [...minuting, ...voters],
  DisputeConflict: [...minuting, ...voters],
  OpenElection: lead,
  Nominate: members,
  WithdrawCandidacy: members,
  ProposeRecall: members,
  ObjectToEnBloc: voters,
  SubmitElectionList: members,
  EnterMethodVote: lead,
  NameElectionLeader: lead,
  OpenElectionRound: lead,
  DrawLot: lead,
  DeclareElected: lead,
  AnswerElection: everybody,
  ContestElection: members,
  EndElection: lead,
  StartWrittenProcedure: lead,
  CastWrittenVote: voters,
  ObjectToProcedure: voters,
  WithdrawObjection: voters,
  RecordWrittenDelivery: lead,
  DeclareWrittenConflict: [...lead, ...voters],
  LiftWrittenConflict: [...lead, ...voters],
  WithdrawWrittenProcedure: lead,
  OpenDatePoll: lead,
  AnswerDatePoll: everybody,
  SettleDatePoll: lead,
  CancelDatePoll: lead,
  EnterSchoolHolidays: lead,
  RemoveSchoolHolidays: lead,
  EnterBodySittings: lead,
  PlanYear: lead,
  OpenFeed: everybody,
  CloseFeed: everybody,
  MuteReminders: everybody,
  UnmuteReminders: everybody,
  MoveMeeting: lead,
  CancelMeeting: lead,
  DraftInvitation: lead,
  SendInvitation: lead,
  AnswerInvitation: everybody,
  PlanWorkshop: lead,
  MoveWorkshop: lead,
  CancelWorkshop: lead,
  NameModerator: lead,
  SetWorkshopMode: lead,
  AskGuidingQuestion: everybody,
  CountWorkshopHeads: minuting,
  OpenWorkshop: everybody,
  BeginPhase: everybody,
  CloseWorkshop: everybody,
  GiveIdeas: everybody,
  ChangeIdea: everybody,
  WithdrawIdea: everybody,
  RevealIdeas: everybody,
  CommentIdea: everybody,
  SupportIdea: everybody,
  EndSupport: everybody,
  TagIdea: everybody,
  UntagIdea: everybody,
  MakeIdeaGroup: everybody,
  RenameIdeaGroup: everybody,
  MoveIdeas: everybody,
  MergeIdeaGroups: everybody,
  SplitIdeaGroup: everybody,
  OpenWeighting: everybody,
  PlaceDots: everybody,
  CloseWeighting: everybody,
  CancelWeighting: everybody,
  MakeResult: minuting,
  RewordResult: minuting,
  TagResult: minuting,
  UntagResult: minuting,
  SetRoute: minuting,
  AnswerRouteStep: minuting,
  RevertLast: everybody,
};

/** Rollen einer Person now: its offices and membership, and chair or minute taker of the meeting that runs. */
export function rolesNow(state: Slices, person: PersonId, today: LocalDate): ReadonlySet<Role> {
  const roles = new Set(rolesOf(state.membership, person, today));
  const meeting = currentMeeting(state.meetings);
  if (meeting?.chairedBy === person) roles.add("chair");
  const { current, elections } = state.elections;
  if (current !== undefined && entry(elections, current)?.leader === person) roles.add("chair");
  if (meeting?.minuteTaker === person) roles.add("minuteTaker");
  return roles;
}

export function isAny(roles: ReadonlySet<Role>, allowed: readonly Role[]): boolean {
  return allowed.some((role) => roles.has(role));
}

/** Sitzungsleitung oder Geschäftsführung: may act for others. */
export function leads(state: Slices, person: PersonId, today: LocalDate): boolean {
  return isAny(rolesNow(state, person, today), lead);
}

/** May enter things for others: leadership and minute taker. */
export function minutes(state: Slices, person: PersonId, today: LocalDate): boolean {
  return isAny(rolesNow(state, person, today), minuting);
}

/** Who could do it instead, for the sentence of a refusal. */
export function peopleWho(state: Slices, allowed: readonly Role[], today: LocalDate): readonly PersonId[] {
  const holders = (["chair", "deputyChair", "office", "minuteTaker"] as const)
    .filter((kind) => allowed.includes(kind))
    .flatMap((kind) => holdersOf(state.membership, kind, today).map((person) => person.person));
  const chairedBy = currentMeeting(state.meetings)?.chairedBy;
  return [...new Set(chairedBy !== undefined && allowed.includes("chair") ? [chairedBy, ...holders] : holders)];
}
