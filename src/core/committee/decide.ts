import { assertNever } from "../kernel/assert-never.ts";
import { ok } from "../kernel/result.ts";
import { decideMembership } from "../membership/decide.ts";
import { personOn } from "../membership/queries.ts";
import { cancelBallot, closeBallot } from "./close-ballot.ts";
import type { Command, Given } from "./commands.ts";
import * as agenda from "./decide-agenda.ts";
import { rankAlternatives } from "./decide-alternatives.ts";
import { answerElection } from "./decide-answer.ts";
import * as approval from "./decide-approval.ts";
import { answerInvitation } from "./decide-attendance-answer.ts";
import * as ballot from "./decide-ballot.ts";
import * as call from "./decide-call.ts";
import { cancelMeeting } from "./decide-cancel.ts";
import * as conflict from "./decide-conflict.ts";
import { decideDatePoll } from "./decide-date-poll.ts";
import * as demand from "./decide-demand.ts";
import * as election from "./decide-election.ts";
import { contestElection } from "./decide-election-contest.ts";
import { nameElectionLeader } from "./decide-election-leader.ts";
import { enterMethodVote, submitList } from "./decide-election-list.ts";
import { objectToEnBloc } from "./decide-en-bloc.ts";
import { decideIdea } from "./decide-idea.ts";
import { decideIdeaGroup } from "./decide-idea-group.ts";
import { draftInvitation } from "./decide-invitation.ts";
import * as issued from "./decide-issued-minutes.ts";
import * as meeting from "./decide-meeting.ts";
import * as minutes from "./decide-minutes.ts";
import * as motion from "./decide-motion.ts";
import * as order from "./decide-motion-order.ts";
import { moveMeeting } from "./decide-move.ts";
import { decidePlanning } from "./decide-planning.ts";
import * as procedure from "./decide-procedure.ts";
import * as question from "./decide-question.ts";
import * as quorum from "./decide-quorum.ts";
import { proposeRecall } from "./decide-recall.ts";
import { scheduleRepeatMeeting } from "./decide-repeat-meeting.ts";
import { decideRoute } from "./decide-route.ts";
import * as rulesChange from "./decide-rules-change.ts";
import * as seats from "./decide-seats.ts";
import { sendInvitation } from "./decide-sending.ts";
import * as speakers from "./decide-speakers.ts";
import { tagIdeas } from "./decide-tags.ts";
import { decideWeighting } from "./decide-weighting.ts";
import { decideWorkshop } from "./decide-workshop.ts";
import * as written from "./decide-written.ts";
import { type Decided, refused } from "./decision.ts";
import { isAny, mayIssue, peopleWho, rolesNow } from "./may.ts";
import { withOwnAnswers } from "./own-answers.ts";
import type { CommitteeState } from "./state.ts";
import { revertLast } from "./undo.ts";

/**
 * Entscheidung über einen Befehl: first who may, then the state of things under the committee's own rules. Pure: time, day,
 * chance and opened votes come with the command. A refusal changes nothing.
 */
export function decide(state: CommitteeState, command: Command, given: Given): Decided {
  if (personOn(state.membership, given.actor, given.today) === undefined) return refused({ code: "NotAMember" });
  const allowed = mayIssue[command.type];
  if (!isAny(rolesNow(state, given.actor, given.today), allowed))
    return refused({
      code: "NotAllowed",
      command: command.type,
      allowed,
      instead: peopleWho(state, allowed, given.today),
    });
  return withOwnAnswers(state, decided(state, command, given), given);
}

function decided(state: CommitteeState, command: Command, given: Given): Decided {
  switch (command.type) {
    case "IssueLinkCode":
      return events(decideMembership(state.membership, { ...command, today: given.today }));
    case "UnlinkAccount": {
      const isOwn = state.membership.accounts.get(command.account) === given.actor;
      const mayForOthers = isAny(rolesNow(state, given.actor, given.today), ["office"]);
      return isOwn || mayForOthers
        ? events(decideMembership(state.membership, command))
        : refused({ code: "OnlyForYourself" });
    }
    case "ScheduleMeeting":
      return meeting.scheduleMeeting(state, command, given);
    case "RecordInvitation":
      return call.recordInvitation(state, command, given);
    case "ObjectToCall":
      return call.objectToCall(state, command, given);
    case "OpenMeeting":
      return meeting.openTheMeeting(state, command, given);
    case "NameChair":
    case "NameMinuteTaker":
      return meeting.namePerson(state, command, given);
    case "PauseMeeting":
      return meeting.pauseMeeting(state, command, given);
    case "ResumeMeeting":
      return meeting.resumeMeeting(state, given);
    case "CloseMeeting":
      return meeting.closeMeeting(state, given);
    case "RecordAttendance":
      return meeting.recordAttendance(state, command, given);
    case "ExcuseSeat":
      return meeting.excuseSeat(state, command, given);
    case "RecordHeadCount":
      return meeting.recordHeadCount(state, command, given);
    case "EstablishQuorum":
      return quorum.establishQuorum(state, given);
    case "DoubtQuorum":
      return quorum.doubtQuorum(state, given);
    case "ScheduleRepeatMeeting":
      return scheduleRepeatMeeting(state, command, given);
    case "DesignateVoter":
      return seats.designateVoter(state, command, given);
    case "GrantProxy":
      return seats.grantProxy(state, command, given);
    case "EndProxy":
      return seats.endProxy(state, command, given);
    case "AddAgendaItem":
      return agenda.addItem(state, command, given);
    case "ChangeAgendaItem":
      return agenda.changeItem(state, command);
    case "MoveAgendaItem":
      return agenda.moveItem(state, command);
    case "RemoveAgendaItem":
      return agenda.removeItem(state, command);
    case "AdoptAgenda":
      return agenda.adoptAgenda(state, given);
    case "CallAgendaItem":
      return agenda.callItem(state, command.item, given);
    case "CallNextItem":
      return agenda.callNextItem(state, given);
    case "AdjournAgendaItem":
      return agenda.adjournItem(state, command, given);
    case "RequestToSpeak":
      return speakers.requestToSpeak(state, command, given);
    case "WithdrawRequest":
      return speakers.withdrawRequest(state, command, given);
    case "CallNextSpeaker":
      return speakers.callNextSpeaker(state, given);
    case "WarnSpeaker":
      return speakers.warnSpeaker(state, command, given);
    case "WithdrawWord":
      return speakers.withdrawWord(state, given);
    case "SetSpeakingTime":
      return speakers.setSpeakingTime(state, command, given);
    case "CloseSpeakersList":
      return speakers.closeSpeakersList(state);
    case "ReopenSpeakersList":
      return speakers.reopenSpeakersList(state);
    case "OpenField":
      return minutes.openField(state, command);
    case "TakeNote":
      return minutes.takeNote(state, command);
    case "AssignTask":
      return minutes.assignTask(state, command);
    case "AgreeDate":
      return minutes.agreeDate(state, command);
    case "PromiseForwarding":
      return minutes.promiseForwarding(state, command);
    case "NameAttachment":
      return minutes.nameAttachment(state, command);
    case "AnnexDocumentation":
      return minutes.annexDocumentation(state, command);
    case "SetReportDetails":
      return minutes.setReportDetails(state, command);
    case "OpenCollection":
      return minutes.openCollection(state, command, given);
    case "GiveEntry":
      return minutes.giveEntry(state, command);
    case "CloseCollection":
      return minutes.closeCollection(state, command);
    case "SendMinutes":
      return issued.sendMinutes(state, command, given);
    case "SignMinutes":
      return issued.signMinutes(state, command, given);
    case "RaiseMinutesObjection":
      return issued.raiseObjection(state, command, given);
    case "SettleMinutesObjection":
      return approval.settleObjection(state, command, given);
    case "ApproveMinutes":
      return approval.approveMinutes(state, command, given);
    case "MoveMotion":
      return motion.moveMotion(state, command, given);
    case "MoveAmendment":
      return motion.moveAmendment(state, command, given);
    case "RewordMotion":
      return motion.rewordMotion(state, command);
    case "WithdrawMotion":
      return motion.withdrawMotion(state, command, given);
    case "WithdrawAmendment":
      return motion.withdrawAmendment(state, command, given);
    case "TakeOverAmendment":
      return motion.takeOverAmendment(state, command, given);
    case "AdoptByConsensus":
      return motion.adoptByConsensus(state, command, given);
    case "DeclareResult":
      return motion.declareResult(state, command, given);
    case "SetReach":
      return order.setReach(state, command, given);
    case "FindEssential":
      return order.findEssential(state, command);
    case "DivideMotion":
      return order.divideMotion(state, command, given);
    case "RankAlternatives":
      return rankAlternatives(state, command, given);
    case "ProposeEnBloc":
      return order.proposeEnBloc(state, command, given);
    case "ProposeUrgentItem":
      return question.proposeUrgentItem(state, command, given);
    case "ProposeDeviation":
      return question.proposeDeviation(state, command, given);
    case "ProposeRulesChange":
      return rulesChange.proposeRulesChange(state, command, given);
    case "ConfirmRulesChange":
      return rulesChange.confirmRulesChange(state, command, given);
    case "WithdrawQuestion":
      return question.withdrawQuestion(state, command, given);
    case "OpposeQuestion":
      return question.opposeQuestion(state, command, given);
    case "SupportQuestion":
      return procedure.supportQuestion(state, command, given);
    case "MoveProcedural":
      return procedure.moveProcedural(state, command, given);
    case "AdoptQuestion":
      return question.adoptQuestion(state, command, given);
    case "OpenBallot":
      return ballot.openBallot(state, command, given);
    case "CastVote":
      return ballot.castVote(state, command, given);
    case "EnterHandCount":
      return ballot.enterHandCount(state, command, given);
    case "CloseBallot":
      return closeBallot(state, command, given);
    case "CancelBallot":
      return cancelBallot(state, command);
    case "DemandSecrecy":
      return demand.demandSecrecy(state, given);
    case "DemandRollCall":
      return demand.demandRollCall(state, given);
    case "DeclareConflict":
    case "LiftConflict":
      return conflict.changeConflict(state, command, given);
    case "DisputeConflict":
      return conflict.disputeConflict(state, command, given);
    case "OpenElection":
      return election.openElection(state, command, given);
    case "Nominate":
      return election.nominate(state, command, given);
    case "WithdrawCandidacy":
      return election.withdrawCandidacy(state, command, given);
    case "ObjectToEnBloc":
      return objectToEnBloc(state, given);
    case "SubmitElectionList":
      return submitList(state, command, given);
    case "EnterMethodVote":
      return enterMethodVote(state, command);
    case "ProposeRecall":
      return proposeRecall(state, command, given);
    case "NameElectionLeader":
      return nameElectionLeader(state, command, given);
    case "OpenElectionRound":
      return election.openRound(state, command, given);
    case "DrawLot":
      return election.drawLot(state, command, given);
    case "DeclareElected":
      return election.declareElected(state, command, given);
    case "AnswerElection":
      return answerElection(state, command, given);
    case "ContestElection":
      return contestElection(state, command, given);
    case "EndElection":
      return election.endElection(state, command);
    case "StartWrittenProcedure":
      return written.startWrittenProcedure(state, command, given);
    case "CastWrittenVote":
      return written.castWrittenVote(state, command, given);
    case "ObjectToProcedure":
      return written.objectToProcedure(state, command, given);
    case "WithdrawObjection":
      return written.withdrawObjection(state, command, given);
    case "RecordWrittenDelivery":
      return written.recordDelivery(state, command, given);
    case "DeclareWrittenConflict":
    case "LiftWrittenConflict":
      return written.changeWrittenConflict(state, command, given);
    case "WithdrawWrittenProcedure":
      return written.withdrawWrittenProcedure(state, command, given);
    case "OpenDatePoll":
    case "AnswerDatePoll":
    case "SettleDatePoll":
    case "CancelDatePoll":
      return decideDatePoll(state, command, given);
    case "EnterSchoolHolidays":
    case "RemoveSchoolHolidays":
    case "EnterBodySittings":
    case "PlanYear":
    case "OpenFeed":
    case "CloseFeed":
    case "MuteReminders":
    case "UnmuteReminders":
      return decidePlanning(state, command, given);
    case "MoveMeeting":
      return moveMeeting(state, command, given);
    case "CancelMeeting":
      return cancelMeeting(state, command, given);
    case "DraftInvitation":
      return draftInvitation(state, command, given);
    case "SendInvitation":
      return sendInvitation(state, command, given);
    case "AnswerInvitation":
      return answerInvitation(state, command, given);
    case "PlanWorkshop":
    case "MoveWorkshop":
    case "CancelWorkshop":
    case "NameModerator":
    case "SetWorkshopMode":
    case "AskGuidingQuestion":
    case "CountWorkshopHeads":
    case "OpenWorkshop":
    case "BeginPhase":
    case "CloseWorkshop":
      return decideWorkshop(state, command, given);
    case "GiveIdeas":
    case "ChangeIdea":
    case "WithdrawIdea":
    case "RevealIdeas":
    case "CommentIdea":
    case "SupportIdea":
    case "EndSupport":
      return decideIdea(state, command, given);
    case "TagIdea":
    case "UntagIdea":
      return tagIdeas(state, command);
    case "MakeIdeaGroup":
    case "RenameIdeaGroup":
    case "MoveIdeas":
    case "MergeIdeaGroups":
    case "SplitIdeaGroup":
      return decideIdeaGroup(state, command, given);
    case "OpenWeighting":
    case "PlaceDots":
    case "CloseWeighting":
    case "CancelWeighting":
      return decideWeighting(state, command, given);
    case "MakeResult":
    case "RewordResult":
    case "TagResult":
    case "UntagResult":
    case "SetRoute":
    case "AnswerRouteStep":
      return decideRoute(state, command, given);
    case "RevertLast":
      return revertLast(state, given);
    default:
      return assertNever(command);
  }
}

function events(result: ReturnType<typeof decideMembership>): Decided {
  return result.ok ? ok({ events: result.value }) : result;
}
