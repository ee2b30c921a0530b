import type { BallotMode, BallotSubject, Choice } from "../ballot/events.ts";
import type { AnswerPeriod } from "../election/events.ts";
import type { Instant, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { AttendanceStatus } from "../meeting/events.ts";
import type { MeetingStatus } from "../meeting/state.ts";
import type { Role } from "../membership/queries.ts";
import type { MembershipRefusal } from "../membership/refusal.ts";
import type { MinutesApproval } from "../minutes/state.ts";
import type { ProceduralSubject } from "../question/events.ts";
import type { DemandRule, DemandRuling } from "../rules/demands.ts";
import type { EligibilityRuling } from "../rules/election-eligibility.ts";
import type { EnBlocRuling } from "../rules/election-mode.ts";
import type { InvitationRuling } from "../rules/invitation-content.ts";
import type { LateCallRuling } from "../rules/late-call.ts";
import type { NoticeRuling } from "../rules/notice-period.ts";
import type { GroupsHeardRuling, ProceduralAdmissionRuling } from "../rules/procedural-admission.ts";
import type { SpeechesRuling, SpeechSide } from "../rules/procedural-opposition.ts";
import type { MeetingQuorumRuling } from "../rules/quorum-in-meeting.ts";
import type { RecallRuling } from "../rules/recall.ts";
import type { SeatVoterRuling } from "../rules/seat-vote.ts";
import type { Citation } from "../rules/setting.ts";
import type { WarningRuling } from "../rules/speakers.ts";
import type { VotingRightRuling } from "../rules/voting-right.ts";
import type { WrittenAdmissionRuling } from "../rules/written-procedure-admission.ts";
import type { WrittenPeriodRuling } from "../rules/written-procedure-period.ts";
import type { CommandType } from "./commands.ts";
import type { EventType } from "./events.ts";
import type { SchedulingRefusal } from "./refusal-scheduling.ts";
import type { AllWorkshopRefusals } from "./refusal-workshop.ts";

/** Ablehnung: a code, and the facts its German sentence needs (rule, state of things, what would be possible). */
export type Refusal =
  | MembershipRefusal
  | SchedulingRefusal
  | AllWorkshopRefusals
  | {
      readonly code: "NotAllowed";
      readonly command: CommandType;
      readonly allowed: readonly Role[];
      readonly instead: readonly PersonId[];
    }
  | { readonly code: "NotAMember" }
  | { readonly code: "UnknownPerson"; readonly person: PersonId }
  | { readonly code: "DateIsPast"; readonly date: LocalDate; readonly today: LocalDate }
  | { readonly code: "MeetingAlreadyPlanned"; readonly meeting: number; readonly date: LocalDate }
  | { readonly code: "MeetingAlreadyOpen"; readonly meeting: number; readonly since: Instant | undefined }
  | { readonly code: "NoMeetingOpen"; readonly planned: LocalDate | undefined }
  | { readonly code: "NoMeeting" }
  /** `act`: what was to be done; without, a call was to be recorded. `earliest`: first day for which a call of today is in time. */
  | {
      readonly code: "CallTooLate";
      readonly notice: NoticeRuling;
      readonly late: LateCallRuling;
      readonly act?: "send" | "move";
      readonly earliest?: LocalDate;
    }
  | { readonly code: "InvitationIncomplete"; readonly content: InvitationRuling; readonly act?: "send" }
  | { readonly code: "InvitationDays"; readonly problem: "future" | "receivedBeforeSent" }
  | { readonly code: "InvitationUnchanged"; readonly meeting: LocalDate }
  | { readonly code: "CallObjectionUnchanged"; readonly seat: SeatId }
  | { readonly code: "MeetingIs"; readonly status: MeetingStatus; readonly needed: MeetingStatus }
  | { readonly code: "BallotStillOpen"; readonly ballot: number; readonly subject: BallotSubject }
  | { readonly code: "ElectionStillOpen"; readonly election: number; readonly title: string }
  | { readonly code: "CollectionStillOpen"; readonly heading: string }
  | { readonly code: "OnlyForYourself" }
  | { readonly code: "SeatNotYours"; readonly person: PersonId; readonly seat: SeatId }
  | {
      readonly code: "SeatNotForYou";
      readonly person: PersonId;
      readonly seat: SeatId;
      readonly ruling: SeatVoterRuling;
    }
  | { readonly code: "SeatHasNoVote"; readonly person: PersonId }
  | { readonly code: "UnknownSeat"; readonly seat: SeatId }
  | {
      readonly code: "SeatNotHeld";
      readonly person: PersonId;
      readonly seat: SeatId;
      readonly seats: readonly SeatId[];
    }
  | { readonly code: "VotingRightGone"; readonly seat: SeatId; readonly ruling: VotingRightRuling }
  | {
      readonly code: "ArrivedLate";
      readonly person: PersonId;
      readonly openedAt: Instant;
      readonly citation: Citation;
    }
  | { readonly code: "VoterUnchanged"; readonly seat: SeatId; readonly person: PersonId }
  | { readonly code: "NoDesignation"; readonly citation: Citation }
  | { readonly code: "NoProxy"; readonly seat: SeatId }
  | { readonly code: "ProxyForOwnSeat"; readonly person: PersonId; readonly seat: SeatId }
  | { readonly code: "NoRepeatMeeting"; readonly citation: Citation }
  | { readonly code: "NothingDeferred" }
  | {
      readonly code: "RepeatTooEarly";
      /** Minutes the rules want between the two; none if they want another day. */
      readonly afterMinutes: number | undefined;
      readonly minutes: number;
      readonly citation: Citation;
    }
  | { readonly code: "SeatIsPresent"; readonly seat: SeatId; readonly people: readonly PersonId[] }
  | { readonly code: "AttendanceUnchanged"; readonly people: readonly PersonId[]; readonly status: AttendanceStatus }
  | { readonly code: "NotPresent"; readonly person: PersonId }
  | { readonly code: "QuorumLost"; readonly ruling: MeetingQuorumRuling }
  | { readonly code: "NotQuorate"; readonly ruling: MeetingQuorumRuling }
  | { readonly code: "UnknownItem"; readonly count: number }
  | { readonly code: "NoItemLeft" }
  | { readonly code: "NoItemCalled" }
  | { readonly code: "ItemIsCalled"; readonly title: string }
  | { readonly code: "ItemIsOver"; readonly title: string }
  | { readonly code: "ItemWithoutDecision"; readonly title: string }
  | { readonly code: "AgendaAlreadyAdopted" }
  | { readonly code: "AgendaEmpty" }
  | { readonly code: "SpeakersListIsClosed" }
  | { readonly code: "SpeakersListIsOpen" }
  | { readonly code: "AlreadyOnSpeakersList"; readonly person: PersonId; readonly place: number }
  | { readonly code: "NotOnSpeakersList"; readonly person: PersonId }
  | { readonly code: "SpeakersListEmpty" }
  | { readonly code: "NobodySpeaks" }
  | { readonly code: "WarningsFirst"; readonly person: PersonId; readonly ruling: WarningRuling }
  | { readonly code: "WordWasWithdrawn"; readonly person: PersonId }
  | { readonly code: "ChairHandsOver"; readonly person: PersonId; readonly citation: Citation }
  | {
      readonly code: "SpokenOftenEnough";
      readonly person: PersonId;
      readonly turns: number;
      readonly citation: Citation;
    }
  | { readonly code: "SpeakingTimeOutOfRange" }
  | { readonly code: "CountOutOfRange" }
  | { readonly code: "NoCollectionOpen" }
  | { readonly code: "OnlyInPrivate"; readonly what: "vote" | "entry" }
  | { readonly code: "UnknownMotion"; readonly motion: number; readonly open: readonly number[] }
  | { readonly code: "UnknownAmendment"; readonly amendment: number; readonly open: readonly number[] }
  | {
      readonly code: "MotionIsOver";
      readonly motion: number;
      readonly status: "withdrawn" | "carried" | "rejected" | "undecided" | "divided" | "settled";
    }
  | { readonly code: "AmendmentIsOver"; readonly amendment: number }
  | { readonly code: "AmendmentsFirst"; readonly motion: number; readonly amendments: readonly number[] }
  /** Reihenfolge: `next` comes before `amendment`. */
  | {
      readonly code: "FartherFirst";
      readonly amendment: number;
      readonly order: readonly number[];
      readonly citation: Citation;
    }
  | {
      readonly code: "ItemNotAnnounced";
      readonly title: string;
      readonly debateAllowed: boolean;
      readonly citation: Citation;
    }
  | { readonly code: "RulesChangeNotAnnounced"; readonly citation: Citation }
  | { readonly code: "RulesUnchanged" }
  | { readonly code: "NothingToConfirm"; readonly question: number; readonly waiting: readonly number[] }
  | { readonly code: "NoPreferenceBallot"; readonly citation: Citation }
  | { readonly code: "TooFewAlternatives" }
  | { readonly code: "PreferenceTooHigh"; readonly counted: number; readonly present: number }
  | { readonly code: "NotInRunoff"; readonly motions: readonly number[] }
  | {
      readonly code: "AlternativeFirst";
      readonly motion: number;
      readonly next: number | undefined;
      readonly citation: Citation;
    }
  | { readonly code: "ReachOutOfRange" }
  | { readonly code: "TakeOverNotProvided"; readonly amendment: number; readonly citation: Citation }
  | { readonly code: "EssentialNeedsVote"; readonly amendment: number; readonly citation: Citation }
  | { readonly code: "NoEssentialRule"; readonly citation: Citation }
  | { readonly code: "AlreadyEssential"; readonly amendment: number }
  | { readonly code: "NoDivision"; readonly mover: PersonId; readonly never: boolean; readonly citation: Citation }
  | { readonly code: "TooFewParts" }
  | {
      readonly code: "NoEnBloc";
      readonly reason: "never" | "competing" | "objection" | "tooFew";
      readonly citation: Citation;
    }
  | { readonly code: "NotTheMover"; readonly mover: PersonId }
  | { readonly code: "UnknownQuestion"; readonly question: number; readonly open: readonly number[] }
  | {
      readonly code: "QuestionIsOver";
      readonly question: number;
      readonly status: "withdrawn" | "carried" | "rejected";
    }
  | { readonly code: "QuestionNeedsVote"; readonly question: number; readonly opposedBy: readonly PersonId[] }
  | { readonly code: "AlreadyOpposed"; readonly question: number }
  | { readonly code: "SameQuestionOpen"; readonly question: number }
  | { readonly code: "ProceduralNotAdmissible"; readonly ruling: ProceduralAdmissionRuling }
  | {
      readonly code: "HigherRankFirst";
      readonly first: number;
      readonly subject: ProceduralSubject;
      readonly citation: Citation;
    }
  | { readonly code: "GroupsNotHeard"; readonly ruling: GroupsHeardRuling }
  | { readonly code: "ReasonNeeded"; readonly citation: Citation }
  | { readonly code: "NoFurtherSpeech"; readonly side: SpeechSide; readonly ruling: SpeechesRuling }
  | { readonly code: "NothingToRepeat" }
  | { readonly code: "AlreadySupported"; readonly question: number }
  /** A procedural motion comes before the next speaker. */
  | { readonly code: "ProceduralFirst"; readonly question: number; readonly subject: ProceduralSubject }
  | { readonly code: "NoBallotOpen" }
  | { readonly code: "BallotIsOpen"; readonly ballot: number; readonly subject: BallotSubject }
  | { readonly code: "NothingToVoteOn" }
  | { readonly code: "SecrecyDemanded"; readonly demands: number; readonly needed: number; readonly citation: Citation }
  | { readonly code: "SecrecyAlready" }
  | { readonly code: "RollCallAlready" }
  /** Excluded by the rules, or outranked by the other demand. */
  | { readonly code: "DemandExcluded"; readonly ruling: DemandRuling<DemandRule> }
  | { readonly code: "RollCallDemanded"; readonly ruling: DemandRuling<DemandRule> }
  | { readonly code: "NoVotingRight"; readonly person: PersonId }
  | { readonly code: "NotCheckedIn"; readonly person: PersonId; readonly seat: SeatId | undefined }
  | { readonly code: "SeatRecused"; readonly seat: SeatId }
  | {
      readonly code: "SeatHasVoted";
      readonly seat: SeatId;
      readonly by: PersonId;
      readonly at: Instant;
      readonly mode: BallotMode;
    }
  | { readonly code: "VoteUnchanged"; readonly choice: Choice | undefined }
  | { readonly code: "VoteFinal"; readonly citation: Citation }
  | { readonly code: "SeatDisagreed"; readonly seat: SeatId; readonly citation: Citation }
  | { readonly code: "CountedByHand"; readonly seat: SeatId }
  | {
      readonly code: "WrongKindOfVote";
      readonly expected: "question" | "candidates" | "perCandidate";
      readonly candidates: readonly PersonId[];
    }
  | { readonly code: "AnswersIncomplete"; readonly missing: readonly PersonId[]; readonly twice: readonly PersonId[] }
  | { readonly code: "TooManyMarks"; readonly marked: number; readonly allowed: number }
  | { readonly code: "NotACandidate"; readonly person: PersonId; readonly candidates: readonly PersonId[] }
  | { readonly code: "HandCountNotPossible"; readonly mode: BallotMode; readonly election: boolean }
  | {
      readonly code: "HandCountTooHigh";
      readonly entered: number;
      readonly possible: number;
      readonly inRoom: number;
      readonly votedInChat: readonly SeatId[];
    }
  | { readonly code: "BallotEmpty" }
  | { readonly code: "ConflictUnchanged"; readonly seat: SeatId; readonly declared: boolean }
  | { readonly code: "NotForElections"; readonly citation: Citation }
  | { readonly code: "NoConflictRule"; readonly citation: Citation }
  | { readonly code: "ConflictIsOwnMatter"; readonly seat: SeatId; readonly citation: Citation }
  | { readonly code: "NoElectionOpen" }
  | { readonly code: "ElectionIsOpen"; readonly title: string }
  | { readonly code: "UnknownOffice" }
  | { readonly code: "SeatsOutOfRange"; readonly holders: number }
  | { readonly code: "NotEligible"; readonly person: PersonId }
  | { readonly code: "MayNotStand"; readonly person: PersonId; readonly ruling: EligibilityRuling }
  | {
      readonly code: "NotInOffice";
      readonly title: string;
      readonly person: PersonId | undefined;
      readonly holders: readonly PersonId[];
    }
  | { readonly code: "NotEnBloc"; readonly ruling: EnBlocRuling }
  | { readonly code: "EnBlocObjectedAlready" }
  | { readonly code: "NothingToContest" }
  | { readonly code: "ContestedAlready"; readonly title: string }
  | { readonly code: "NoLists"; readonly citation: Citation }
  | { readonly code: "ListKnown"; readonly name: string }
  | { readonly code: "OnAnotherList"; readonly person: PersonId; readonly name: string }
  | { readonly code: "RecallNotPossible"; readonly ruling: RecallRuling }
  | { readonly code: "LeaderStands"; readonly person: PersonId }
  | { readonly code: "LeadsAlready"; readonly person: PersonId }
  | { readonly code: "ElectionIsSecret"; readonly citation: Citation }
  | { readonly code: "AnswerTooLate"; readonly person: PersonId; readonly period: AnswerPeriod }
  | { readonly code: "AlreadyCandidate"; readonly person: PersonId }
  | { readonly code: "CandidaciesClosed"; readonly title: string }
  | { readonly code: "NoCandidates" }
  | { readonly code: "WitnessNeeded" }
  | { readonly code: "WitnessStands"; readonly person: PersonId }
  | { readonly code: "NoLotNeeded" }
  | { readonly code: "LotFirst" }
  | { readonly code: "AnswersFirst"; readonly people: readonly PersonId[] }
  | { readonly code: "TooManyElected"; readonly named: number; readonly open: number }
  | { readonly code: "NotElected"; readonly person: PersonId }
  | { readonly code: "WrittenNotAdmitted"; readonly ruling: WrittenAdmissionRuling }
  | { readonly code: "WrittenPeriodRefused"; readonly ruling: WrittenPeriodRuling }
  | { readonly code: "WrittenProcedureExists"; readonly procedure: number }
  | { readonly code: "UnknownResolution"; readonly reference: string }
  | { readonly code: "UnknownWrittenProcedure"; readonly procedure: number; readonly open: readonly number[] }
  | {
      readonly code: "WrittenProcedureIsOver";
      readonly procedure: number;
      /** `expired`: its last day is over, the result is about to be told. */
      readonly status: "withdrawn" | "closed" | "expired";
      readonly lastDay: LocalDate;
    }
  | { readonly code: "NoSeatToVoteFor"; readonly person: PersonId }
  | { readonly code: "WrittenSeatRecused"; readonly procedure: number; readonly seat: SeatId }
  | {
      readonly code: "WrittenSeatHasVoted";
      readonly procedure: number;
      readonly seat: SeatId;
      readonly by: PersonId;
      readonly citation: Citation;
    }
  | { readonly code: "ObjectionUnchanged"; readonly procedure: number; readonly seat: SeatId; readonly raised: boolean }
  | { readonly code: "ObjectionNotProvided"; readonly citation: Citation }
  | { readonly code: "DeliveryUnchanged"; readonly procedure: number; readonly seat: SeatId }
  | {
      readonly code: "WrittenConflictUnchanged";
      readonly procedure: number;
      readonly seat: SeatId;
      readonly declared: boolean;
    }
  /** `isRunning`: the meeting still runs. */
  | { readonly code: "NoMinutesYet"; readonly isRunning: boolean }
  | {
      readonly code: "MinutesAlreadySent";
      readonly date: LocalDate;
      readonly on: LocalDate;
      readonly lastDay: LocalDate;
    }
  | { readonly code: "MinutesNotSent"; readonly date: LocalDate }
  | {
      readonly code: "SentOnOutOfRange";
      readonly sentOn: LocalDate;
      readonly earliest: LocalDate;
      readonly today: LocalDate;
    }
  | { readonly code: "MinutesLocked"; readonly date: LocalDate; readonly approval: MinutesApproval }
  | {
      readonly code: "SeveralMinutesOpen";
      readonly meetings: readonly { readonly meeting: number; readonly date: LocalDate }[];
    }
  | { readonly code: "ObjectionPeriodRuns"; readonly lastDay: LocalDate; readonly citation: Citation }
  | { readonly code: "ObjectionsOpen"; readonly objections: readonly number[]; readonly citation: Citation }
  | { readonly code: "ObjectionNeedsReason"; readonly citation: Citation }
  | { readonly code: "SameObjection"; readonly objection: number }
  | { readonly code: "UnknownObjection"; readonly objection: number; readonly open: readonly number[] }
  | {
      readonly code: "ObjectionIsSettled";
      readonly objection: number;
      readonly isAccepted: boolean;
      readonly open: readonly number[];
    }
  | { readonly code: "ObjectionWasLate"; readonly objection: number; readonly lastDay: LocalDate | undefined }
  | { readonly code: "ApprovedBySignature"; readonly missing: readonly string[]; readonly citation: Citation }
  | { readonly code: "NotASigner"; readonly roles: readonly string[]; readonly citation: Citation }
  | { readonly code: "AlreadySigned"; readonly missing: readonly string[] }
  | { readonly code: "NothingToRevert" }
  /** Somebody gave an anonymous idea since, and nobody knows who. */
  | { readonly code: "AnonymousIdeaStands" }
  | { readonly code: "NotRevertible"; readonly label: EventType }
  | {
      readonly code: "DependedOn";
      readonly label: EventType;
      readonly by: EventType;
      /** What of a workshop the entry was about. */
      readonly about?: { readonly kind: "idea" | "group" | "result"; readonly number: number };
    };
