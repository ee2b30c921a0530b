import type { BallotMode, Vote } from "../ballot/events.ts";
import type { Appointment } from "../kernel/appointment.ts";
import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { AccountId, Instant, OfficeId, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate, LocalTime } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import type { AttendanceStatus } from "../meeting/events.ts";
import type { AgreedDateKind, Attribution, NoteGrade } from "../minutes/events.ts";
import type { CountedMotion } from "../motion/events.ts";
import type { ProceduralKind } from "../rules/rules-meeting.ts";
import type { SettingsByPath } from "../rules/setting.ts";
import type { SpeakerSide } from "../speakers/events.ts";
import type { WrittenChoice } from "../written-procedure/events.ts";
import type { SchedulingCommand } from "./commands-scheduling.ts";
import type { AllWorkshopCommands } from "./commands-workshop.ts";

/** What comes with every command: who, when (instant and the committee's local day), and nothing the core could find out by itself. */
export type Given = {
  readonly actor: PersonId;
  readonly now: Instant;
  readonly today: LocalDate;
  /** Local time of day. */
  readonly time: LocalTime;
  /** Feiertage of the committee's Land. */
  readonly holidays: Holidays;
};

/** What a person can want of the committee. Roles are checked by `may.ts`, the rest by the slices. */
export type Command =
  | {
      readonly type: "IssueLinkCode";
      readonly person: PersonId;
      readonly codeHash: string;
      readonly validUntil: LocalDate;
    }
  | { readonly type: "UnlinkAccount"; readonly account: AccountId }
  | {
      readonly type: "ScheduleMeeting";
      readonly appointment: Appointment;
      readonly place?: string;
      readonly title?: string;
    }
  /** `notice`: the invitation says that it decides whatever the number present. */
  | {
      readonly type: "ScheduleRepeatMeeting";
      readonly appointment: Appointment;
      readonly place?: string;
      readonly notice: boolean;
    }
  | {
      readonly type: "RecordInvitation";
      /** Without any day: today. */
      readonly sent?: LocalDate;
      readonly received?: LocalDate;
      readonly byLetter?: boolean;
      readonly notInvited: readonly SeatId[];
      readonly urgent: boolean;
      readonly reason?: string;
      /** It went out all the same: entered with its defects. */
      readonly regardless: boolean;
    }
  | { readonly type: "ObjectToCall"; readonly text: string }
  | { readonly type: "OpenMeeting"; readonly place?: string }
  | { readonly type: "NameChair"; readonly person: PersonId }
  | { readonly type: "NameMinuteTaker"; readonly person: PersonId }
  | { readonly type: "PauseMeeting"; readonly minutes?: number }
  | { readonly type: "ResumeMeeting" }
  | { readonly type: "CloseMeeting" }
  | {
      readonly type: "RecordAttendance";
      readonly people: readonly PersonId[];
      readonly status: AttendanceStatus;
      /** Seat represented, where it is not the person's own. */
      readonly seat?: SeatId;
    }
  | { readonly type: "ExcuseSeat"; readonly seat: SeatId }
  | {
      readonly type: "RecordHeadCount";
      readonly group: string;
      readonly qualifier: CountQualifier;
      readonly count?: number;
    }
  | { readonly type: "EstablishQuorum" }
  | { readonly type: "DoubtQuorum" }
  | { readonly type: "DesignateVoter"; readonly person: PersonId }
  | { readonly type: "GrantProxy"; readonly seat: SeatId; readonly person: PersonId }
  | { readonly type: "EndProxy"; readonly seat: SeatId }
  | {
      readonly type: "AddAgendaItem";
      readonly title: string;
      readonly minutes?: number;
      readonly public: boolean;
      readonly deciding: boolean;
    }
  | {
      readonly type: "ChangeAgendaItem";
      readonly item: number;
      readonly title?: string;
      readonly minutes?: number;
      readonly public?: boolean;
      readonly deciding?: boolean;
    }
  | { readonly type: "MoveAgendaItem"; readonly item: number; readonly before: number }
  | { readonly type: "RemoveAgendaItem"; readonly item: number }
  | { readonly type: "AdoptAgenda" }
  | { readonly type: "CallAgendaItem"; readonly item: number }
  | { readonly type: "CallNextItem" }
  | { readonly type: "AdjournAgendaItem"; readonly item: number }
  | { readonly type: "RequestToSpeak"; readonly person?: PersonId; readonly side?: SpeakerSide }
  | { readonly type: "WithdrawRequest"; readonly person?: PersonId }
  | { readonly type: "CallNextSpeaker" }
  | { readonly type: "WarnSpeaker"; readonly reason?: string }
  | { readonly type: "WithdrawWord" }
  | { readonly type: "SetSpeakingTime"; readonly seconds: number }
  | { readonly type: "CloseSpeakersList" }
  | { readonly type: "ReopenSpeakersList" }
  | { readonly type: "OpenField"; readonly heading: string }
  | {
      readonly type: "TakeNote";
      readonly grade: NoteGrade;
      readonly text: string;
      readonly points?: readonly string[];
      readonly said?: Attribution;
      readonly internal: boolean;
    }
  | {
      readonly type: "AssignTask";
      readonly text: string;
      readonly owner?: PersonId;
      readonly ownerName?: string;
      readonly due?: LocalDate;
      readonly dueText?: string;
    }
  | {
      readonly type: "AgreeDate";
      readonly kind: AgreedDateKind;
      readonly title: string;
      readonly appointment: Appointment;
      readonly quarter?: number;
    }
  | { readonly type: "PromiseForwarding"; readonly to: string; readonly text: string }
  | { readonly type: "NameAttachment"; readonly title: string }
  /** Dokumentation als Anlage; the open or last workshop, if none is named. */
  | { readonly type: "AnnexDocumentation"; readonly workshop?: number }
  | {
      readonly type: "SetReportDetails";
      readonly reference?: string;
      readonly date?: LocalDate;
      readonly unit?: string;
      readonly forwardTo?: { readonly body: string; readonly date?: LocalDate; readonly role: string };
    }
  | { readonly type: "OpenCollection"; readonly heading: string }
  | { readonly type: "GiveEntry"; readonly text: string }
  /** `entries`: the opened contents of the sealed box, which only the flow can get at. */
  | { readonly type: "CloseCollection"; readonly entries: readonly string[] }
  /** `meeting`: the last one held, if it is not said. */
  | { readonly type: "SendMinutes"; readonly meeting?: number; readonly sentOn?: LocalDate }
  | { readonly type: "SignMinutes"; readonly meeting?: number }
  | {
      readonly type: "RaiseMinutesObjection";
      readonly meeting?: number;
      readonly text: string;
      readonly reason?: string;
    }
  | {
      readonly type: "SettleMinutesObjection";
      readonly objection: number;
      readonly isAccepted: boolean;
      readonly text?: string;
    }
  | { readonly type: "ApproveMinutes"; readonly meeting?: number }
  | { readonly type: "MoveMotion"; readonly title?: string; readonly text: string }
  | { readonly type: "MoveAmendment"; readonly motion: number; readonly text: string }
  | { readonly type: "RewordMotion"; readonly motion: number; readonly text: string }
  | { readonly type: "WithdrawMotion"; readonly motion: number }
  | { readonly type: "WithdrawAmendment"; readonly amendment: number }
  | { readonly type: "TakeOverAmendment"; readonly amendment: number }
  | { readonly type: "AdoptByConsensus"; readonly motion: number; readonly withAmendments: boolean }
  | {
      readonly type: "DeclareResult";
      readonly motion: number;
      readonly outcome: "carried" | "rejected";
      readonly unanimous?: boolean;
      readonly withAmendments: boolean;
    }
  /** Without `reach` it cannot be told how far it goes. */
  | {
      readonly type: "SetReach";
      readonly amendment: number;
      readonly reach?: number;
      readonly reason?: string;
    }
  | { readonly type: "FindEssential"; readonly amendment: number }
  | { readonly type: "DivideMotion"; readonly motion: number; readonly parts: readonly string[] }
  /** `isRunoff`: the best two against each other, after the preference ballot. */
  | { readonly type: "RankAlternatives"; readonly votes: readonly CountedMotion[]; readonly isRunoff: boolean }
  | { readonly type: "ProposeEnBloc"; readonly motions: readonly number[] }
  | { readonly type: "ProposeUrgentItem"; readonly title: string }
  | { readonly type: "ProposeDeviation"; readonly text: string }
  /** The settings were checked with the schema of the rules file before. */
  | { readonly type: "ProposeRulesChange"; readonly settings: SettingsByPath }
  | { readonly type: "ConfirmRulesChange"; readonly question: number; readonly by: string }
  | { readonly type: "WithdrawQuestion"; readonly question: number }
  | { readonly type: "OpposeQuestion"; readonly question: number; readonly reason?: string }
  | { readonly type: "SupportQuestion"; readonly question: number }
  /** `text`: the words it was moved with; `minutes` of an interruption, `seconds` of a speaking time, `to` of a referral. */
  | {
      readonly type: "MoveProcedural";
      readonly wants: ProceduralKind;
      readonly text: string;
      readonly minutes?: number;
      readonly seconds?: number;
      readonly to?: string;
    }
  /** `consensus`: nobody objects. `unopposed`: no Gegenrede, and the rules ask for no vote then. */
  | { readonly type: "AdoptQuestion"; readonly question: number; readonly manner: "consensus" | "unopposed" }
  | {
      readonly type: "OpenBallot";
      readonly subject:
        | { readonly kind: "motion"; readonly motion: number }
        | { readonly kind: "amendment"; readonly amendment: number }
        | { readonly kind: "question"; readonly question: number };
      readonly mode?: BallotMode;
      readonly withAmendments?: boolean;
    }
  /** `private`: came by direct chat, where a secret vote is allowed. */
  /** `seat`: for this seat alone, where the person votes for several. */
  | { readonly type: "CastVote"; readonly vote: Vote; readonly private: boolean; readonly seat?: SeatId }
  | { readonly type: "EnterHandCount"; readonly yes: number; readonly no: number; readonly abstain: number }
  /** `secretVotes`: the opened contents of the sealed box, for a secret ballot. */
  | { readonly type: "CloseBallot"; readonly secretVotes?: readonly Vote[] }
  | { readonly type: "CancelBallot"; readonly reason: string }
  | { readonly type: "DemandSecrecy" }
  | { readonly type: "DemandRollCall" }
  | { readonly type: "DeclareConflict"; readonly seat?: SeatId }
  | { readonly type: "LiftConflict"; readonly seat?: SeatId }
  | { readonly type: "DisputeConflict"; readonly seat: SeatId }
  | { readonly type: "OpenElection"; readonly office: OfficeId; readonly seats?: number; readonly secret: boolean }
  | { readonly type: "Nominate"; readonly person?: PersonId }
  | { readonly type: "WithdrawCandidacy"; readonly person?: PersonId }
  /** `person`: whose office it is to end; may be left out where one person holds it. */
  | { readonly type: "ProposeRecall"; readonly office: OfficeId; readonly person?: PersonId; readonly reason?: string }
  | { readonly type: "NameElectionLeader"; readonly person: PersonId }
  | { readonly type: "OpenElectionRound"; readonly mode?: BallotMode; readonly enBloc?: boolean }
  | { readonly type: "ObjectToEnBloc" }
  | { readonly type: "SubmitElectionList"; readonly name: string; readonly people: readonly PersonId[] }
  | { readonly type: "EnterMethodVote"; readonly yes: number; readonly no: number; readonly abstain: number }
  /** `chance`: a random number from 0 to 2^48 − 1; it arrives with the command and is recorded. */
  | { readonly type: "DrawLot"; readonly witnesses: readonly PersonId[]; readonly chance: number }
  | { readonly type: "DeclareElected"; readonly people: readonly PersonId[]; readonly unanimous?: boolean }
  | { readonly type: "AnswerElection"; readonly accepts: boolean; readonly person?: PersonId }
  | { readonly type: "ContestElection"; readonly office?: OfficeId; readonly reason: string }
  | { readonly type: "EndElection"; readonly reason: string }
  | {
      readonly type: "StartWrittenProcedure";
      readonly title?: string;
      readonly text: string;
      /** Last day for votes, as named. */
      readonly lastDay: LocalDate;
      /** Art des Gegenstands, as the rules name it ("sachbeschluss", "wahl"). */
      readonly subject: string;
      /** Gegenstand einfacher Art. */
      readonly simple: boolean;
      readonly urgency?: string;
      /** Number of the resolution that empowers to it. */
      readonly authorization?: string;
    }
  | { readonly type: "CastWrittenVote"; readonly procedure: number; readonly choice: WrittenChoice }
  | { readonly type: "ObjectToProcedure"; readonly procedure: number; readonly reason?: string }
  | { readonly type: "WithdrawObjection"; readonly procedure: number }
  | { readonly type: "RecordWrittenDelivery"; readonly procedure: number; readonly seat: SeatId }
  | { readonly type: "DeclareWrittenConflict"; readonly procedure: number; readonly seat?: SeatId }
  | { readonly type: "LiftWrittenConflict"; readonly procedure: number; readonly seat?: SeatId }
  | { readonly type: "WithdrawWrittenProcedure"; readonly procedure: number; readonly reason: string }
  | SchedulingCommand
  | AllWorkshopCommands
  | { readonly type: "RevertLast" };

export type CommandType = Command["type"];
