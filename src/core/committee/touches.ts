import type { BallotSubject } from "../ballot/events.ts";
import type { AnswerBasis } from "../route/events.ts";
import type { CommitteeEvent } from "./events.ts";

/** What an event makes (or numbers), and what of earlier ones it rests on, as keys. */
export type Touches = { readonly makes: readonly string[]; readonly needs: readonly string[] };

const nothing: Touches = { makes: [], needs: [] };
const makes = (...keys: readonly string[]): Touches => ({ makes: keys, needs: [] });
const needs = (...keys: readonly string[]): Touches => ({ makes: [], needs: keys });
const both = (made: readonly string[], needed: readonly string[]): Touches => ({ makes: made, needs: needed });

/** An earlier entry cannot be taken back while a later one rests on what it made, or counts on from its number. */
export function restsOn(later: CommitteeEvent, earlier: CommitteeEvent): boolean {
  const made = new Set(touches(earlier).makes);
  const { makes: own, needs: wanted } = touches(later);
  return [...own, ...wanted].some((key) => made.has(key));
}

function touches(event: CommitteeEvent): Touches {
  switch (event.type) {
    case "MeetingOpened":
    case "MeetingClosed":
      return needs("agenda", "quorum", "chair", "minuteTaker", `call:${event.meeting}`);
    case "InvitationRecorded":
    case "CallObjectionRaised":
      return both([`call:${event.meeting}`], ["agenda"]);
    case "MeetingMoved":
    case "MeetingCancelled":
      return needs(`call:${event.meeting}`);
    case "MeetingChaired":
      return makes("chair");
    case "MinuteTakerNamed":
      return makes("minuteTaker");
    case "MeetingPaused":
    case "MeetingResumed":
      return makes("pause");
    case "AttendanceRecorded":
      return makes(`person:${event.person}`);
    case "SeatExcused":
      return makes(`excused:${event.seat}`);
    case "VoterDesignated":
    case "ProxyGranted":
    case "ProxyEnded":
      return makes(`voter:${event.seat}`, "proxies");
    case "HeadCountRecorded":
      return makes("heads");
    case "QuorumEstablished":
      return makes("quorum");
    case "SpeakerRequested":
    case "SpeakerWithdrawn":
      return both([`speaker:${event.person}`], [`person:${event.person}`, "listState", "list"]);
    case "SpeakerCalled":
      return both(["speaking", `speaker:${event.person}`], ["list"]);
    case "SpeakerWarned":
    case "WordWithdrawn":
    case "WordReturned":
      return both([`speaker:${event.person}`], ["speaking"]);
    case "SpeakersListClosed":
    case "SpeakersListReopened":
    case "SpeakersLastCallGiven":
      return makes("listState");
    case "DebateClosed":
      return both(["listState"], ["list", "speaking"]);
    case "SpeakingTimeSet":
      return makes("speakingTime");
    default:
      return touchesOfBusiness(event);
  }
}

/** Agenda, minutes, motions, ballots, elections. */
function touchesOfBusiness(event: CommitteeEvent): Touches {
  switch (event.type) {
    case "AgendaItemAdded":
    case "AgendaItemAdmitted":
    case "AgendaItemChanged":
    case "AgendaItemMoved":
    case "AgendaItemRemoved":
    case "AgendaItemAdjourned":
    case "AgendaItemSetAside":
      return makes(`item:${event.item}`, "agenda");
    case "AgendaAdopted":
      return makes("adopted");
    case "AgendaItemCalled":
      return both([`item:${event.item}`, "called", "list"], ["agenda"]);
    case "FieldOpened":
      return both(["field"], item(event.item));
    case "NoteTaken":
      return both(["entry"], ["field", ...item(event.item), ...workshop(event.workshop)]);
    case "DateAgreed":
    case "ForwardingPromised":
      return both(["entry"], [...item(event.item), ...workshop(event.workshop)]);
    case "AttachmentNamed":
      return both(["entry"], workshop(event.workshop));
    case "DocumentationAnnexed":
      return both(["entry"], workshop(event.workshop));
    case "TaskAssigned":
      return both(["task"], ["field", ...item(event.item), ...workshop(event.workshop)]);
    case "ReportDetailsSet":
      return makes(`report:${event.meeting}`);
    case "MinutesSent":
      return makes(`minutes:${event.meeting}`);
    case "MinutesSigned":
    case "MinutesApproved":
      return needs(`minutes:${event.meeting}`, "settlements");
    case "MinutesObjectionRaised":
      return needs(`minutes:${event.meeting}`);
    case "MinutesObjectionSettled":
      return both(["settlements"], item(event.item));
    case "MotionMoved":
      return both([`motion:${event.motion}`, "motions"], item(event.item));
    case "AlternativesRanked":
      return makes(...event.preference.map((one) => `motion:${one.motion}`));
    case "MotionSettled":
    case "MotionDivided":
      return makes(`motion:${event.motion}`);
    case "MotionReworded":
    case "MotionWithdrawn":
      return makes(`motion:${event.motion}`);
    case "MotionDecided":
      return makes(`motion:${event.motion}`, ...(event.reference === undefined ? [] : ["resolutions"]));
    case "AmendmentMoved":
      return both([`amendment:${event.amendment}`, "amendments"], [`motion:${event.motion}`]);
    case "AmendmentWithdrawn":
    case "AmendmentTakenOver":
    case "AmendmentReachSet":
    case "AmendmentFoundEssential":
    case "AmendmentSettled":
    case "AmendmentDecided":
      return makes(`amendment:${event.amendment}`);
    case "QuestionPut":
      return both([`question:${event.question}`, "questions"], item(event.item));
    case "QuestionOpposed":
    case "QuestionSupported":
    case "QuestionWithdrawn":
    case "RulesChangeConfirmed":
      return makes(`question:${event.question}`);
    case "QuestionDecided":
      return makes(`question:${event.question}`, ...(event.reference === undefined ? [] : ["resolutions"]));
    default:
      return touchesOfVoting(event);
  }
}

function touchesOfVoting(event: CommitteeEvent): Touches {
  switch (event.type) {
    case "BallotOpened":
      return needs(...subject(event.subject), "called", "quorum", "conflicts", "candidates", "proxies");
    case "VoteCast":
    case "SecretVoteCast":
    case "SeatVoteVoided":
      return needs(`person:${event.person}`, `voter:${event.seat}`);
    case "HandCountEntered":
      return makes(`hands:${event.ballot}`);
    case "BallotClosed":
    case "BallotCancelled":
      return needs(`hands:${event.ballot}`);
    case "SecrecyDemanded":
    case "RollCallDemanded":
      return needs(...subject(event.subject), `person:${event.person}`);
    case "ConflictDeclared":
    case "ConflictLifted":
      return both([`conflict:${event.seat}:${event.item}`, "conflicts"], item(event.item));
    case "ElectionOpened":
      return both([`election:${event.election}`, "elections"], item(event.item));
    case "ElectionDeclared":
      return both([`election:${event.election}`], ["candidates"]);
    case "ElectionEnded":
      return makes(`election:${event.election}`);
    case "EnBlocObjected":
    case "ElectionContested":
      return needs(`election:${event.election}`, `person:${event.person}`);
    case "ElectionListSubmitted":
    case "ElectionMethodVoted":
      return both(["candidates"], [`election:${event.election}`]);
    case "ElectionLeaderNamed":
      return both([`leader:${event.election}`], [`election:${event.election}`, `person:${event.person}`]);
    case "CandidateNominated":
    case "CandidateWithdrawn":
      return both(["candidates"], [`election:${event.election}`]);
    case "WrittenProcedureStarted":
      return makes(`written:${event.procedure}`, "written");
    case "WrittenVoteCast":
    case "WrittenObjectionRaised":
    case "WrittenObjectionWithdrawn":
    case "WrittenRemindersSent":
      return needs(`written:${event.procedure}`);
    case "WrittenDeliveryRecorded":
    case "WrittenConflictDeclared":
    case "WrittenConflictLifted":
      return both([`written:${event.procedure}:${event.seat}`], [`written:${event.procedure}`]);
    case "WrittenProcedureWithdrawn":
      return needs(`written:${event.procedure}`);
    case "WrittenProcedureClosed":
      return both(event.reference === undefined ? [] : ["resolutions"], [`written:${event.procedure}`]);
    case "WrittenReportPlaced":
      return needs(`item:${event.item}`);
    case "ElectionRoundDecided":
    case "LotDrawn":
    case "ElectionAccepted":
    case "ElectionDeclined":
      return needs(`election:${event.election}`);
    default:
      return touchesOfWorkshop(event);
  }
}

/** Groups of ideas; taken back, a name or a number comes back, which no other group may have by then. Results and their way. */
function touchesOfWorkshop(event: CommitteeEvent): Touches {
  switch (event.type) {
    case "WorkshopPlanned":
      return makes(`workshop:${event.workshop}`, "workshops");
    case "WorkshopMoved":
    case "WorkshopCancelled":
    case "WorkshopModeratorNamed":
    case "WorkshopModeSet":
    case "WorkshopHeadsCounted":
    case "WorkshopOpened":
      return needs(`workshop:${event.workshop}`);
    case "GuidingQuestionAsked":
      return both([`questions:${event.workshop}`], [`workshop:${event.workshop}`]);
    case "IdeaGiven":
      return both(ideas([event.idea]), [`questions:${event.workshop}`]);
    case "AnonymousIdeaGiven":
      return needs(`questions:${event.workshop}`);
    case "IdeaChanged":
    case "IdeaWithdrawn":
      return makes(...ideas([event.idea]));
    case "IdeaCommented":
      return needs(...ideas([event.idea]));
    case "IdeaSupported":
    case "IdeaSupportEnded":
      return both([`support:${event.idea}:${event.person}`], ideas([event.idea]));
    case "IdeaTagged":
    case "IdeaUntagged":
      return both([`tag:${event.idea}:${event.tag}`], ideas([event.idea]));
    case "DotsPlaced":
      return makes(`dots:${event.weighting}:${event.seat ?? event.person}`);
    case "IdeaGroupMade":
      return both([`group:${event.group}`, "groups", ...places(event.ideas)], ["groupNames", ...ideas(event.ideas)]);
    case "IdeaGroupRenamed":
      return both(["groupNames"], [`group:${event.group}`]);
    case "IdeasMoved":
      return both(places(event.ideas), [
        ...ideas(event.ideas),
        ...(event.group === undefined ? [] : [`group:${event.group}`]),
      ]);
    case "IdeaGroupsMerged":
      return both(["groupNames", ...groups(event.from)], groups([event.into]));
    case "WeightingOpened":
      return needs(...(event.over === "groups" ? ["groupNames", ...groups(event.targets)] : ideas(event.targets)));
    case "ResultMade":
      return both(
        [`result:${event.result}`, "results"],
        [
          ...(event.origin.kind === "idea" ? ideas([event.origin.number]) : []),
          ...(event.origin.kind === "group" ? ["groupNames", ...groups([event.origin.number])] : []),
          ...workshop(event.workshop),
        ],
      );
    case "ResultReworded":
    case "ResultTagged":
    case "ResultUntagged":
    case "RouteSet":
      return makes(`result:${event.result}`);
    case "RouteStepAnswered":
      return both([`result:${event.result}`], basis(event.basis));
    case "RouteStepPlaced":
      return both([`result:${event.result}`], item(event.item));
    case "RouteRemindersSent":
      return needs(`result:${event.result}`);
    default:
      return nothing;
  }
}

const groups = (numbers: readonly number[]): readonly string[] => numbers.map((number) => `group:${number}`);
const ideas = (numbers: readonly number[]): readonly string[] => numbers.map((number) => `idea:${number}`);
const places = (ideas: readonly number[]): readonly string[] => ideas.map((idea) => `place:${idea}`);

const workshop = (number: number | undefined): readonly string[] =>
  number === undefined ? [] : [`workshop:${number}`];
const item = (number: number | undefined): readonly string[] => (number === undefined ? [] : [`item:${number}`]);

/** The decision, or the notes, from which it was taken. */
function basis(of: AnswerBasis | undefined): readonly string[] {
  if (of === undefined) return [];
  return of.kind === "motion" ? [`motion:${of.number}`] : ["entry", `item:${of.number}`];
}

function subject(of: BallotSubject): readonly string[] {
  switch (of.kind) {
    case "motion":
      return [`motion:${of.motion}`];
    case "amendment":
      return [`amendment:${of.amendment}`];
    case "question":
      return [`question:${of.question}`];
    case "election":
      return [`election:${of.election}`];
  }
}
