import type { AttendanceAnswer, EditionKind } from "../invitation/events.ts";
import type { Appointment } from "../kernel/appointment.ts";
import type { Instant, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { MeetingsPerYearRuling } from "../rules/planning.ts";
import type { SeatVoterRuling } from "../rules/seat-vote.ts";

/** Ablehnungen rund um die Terminumfrage. */
export type DatePollRefusal =
  | { readonly code: "NoDatePoll" }
  | { readonly code: "UnknownDatePoll"; readonly poll: number; readonly known: number }
  | { readonly code: "WhichDatePoll"; readonly open: readonly number[] }
  /** The same options, and it still runs. */
  | { readonly code: "DatePollExists"; readonly poll: number }
  | {
      readonly code: "DatePollIs";
      readonly poll: number;
      readonly status: "ended" | "settled" | "cancelled";
    }
  | { readonly code: "UnknownOption"; readonly poll: number; readonly option: number; readonly options: number }
  | { readonly code: "OptionTwice"; readonly option: Appointment }
  | { readonly code: "WrongNumberOfOptions"; readonly count: number; readonly least: number; readonly most: number }
  /** `latest`: the day before the first option; before `earliest` (today) no day is left. */
  | {
      readonly code: "PollDaysWrong";
      readonly lastDay: LocalDate;
      readonly earliest: LocalDate;
      readonly latest: LocalDate;
    }
  | { readonly code: "PollAnswerUnchanged"; readonly poll: number };

/** Ablehnungen rund um die Jahresplanung. */
export type PlanningRefusal =
  | { readonly code: "NoSuchSchoolHolidays"; readonly name: string; readonly year: number }
  | { readonly code: "SchoolHolidayDaysWrong"; readonly name: string }
  | { readonly code: "SchoolHolidaysUnchanged" }
  | { readonly code: "DatesOfOtherYear"; readonly year: number; readonly dates: readonly LocalDate[] }
  | { readonly code: "BodySittingsUnchanged"; readonly body: string; readonly year: number }
  /** No day is left to be planned: there are enough, or the others are over. */
  | { readonly code: "YearIsPlanned"; readonly ruling: MeetingsPerYearRuling }
  | { readonly code: "NoFeed" }
  | { readonly code: "RemindersAre"; readonly muted: boolean };

/** Why a link may not stand in an invitation: everybody has to get at it, and nobody's access may be given away with it. */
export type LinkProblem = "notHttps" | "credentials";

/** Ablehnungen rund um Einladung, Verlegung, Absage und Rückmeldung. */
export type InvitationRefusal =
  | { readonly code: "WhichMeeting"; readonly planned: readonly LocalDate[] }
  | { readonly code: "MeetingUnchanged"; readonly date: LocalDate }
  | { readonly code: "CancelUnconfirmed"; readonly date: LocalDate; readonly reason: string; readonly invited: number }
  | { readonly code: "NoDraft"; readonly date: LocalDate }
  /** What the draft says is no longer so: it has to be read anew. */
  | { readonly code: "DraftOutdated"; readonly date: LocalDate }
  | { readonly code: "DraftUnchanged"; readonly date: LocalDate }
  | { readonly code: "AnswerDayWrong"; readonly day: LocalDate; readonly today: LocalDate; readonly meeting: LocalDate }
  | { readonly code: "InvitationLinkRefused"; readonly link: string; readonly problem: LinkProblem }
  | { readonly code: "PaperNameRefused"; readonly name: string }
  | { readonly code: "TooManyEnclosures"; readonly what: "links" | "papers"; readonly most: number }
  | {
      readonly code: "AlreadySent";
      readonly date: LocalDate;
      readonly sentAt: Instant;
      readonly kind: EditionKind;
    }
  /** Beside it what was typed, for the line that can be sent instead. */
  | {
      readonly code: "SeatsUnreachable";
      readonly date: LocalDate;
      readonly seats: readonly SeatId[];
      readonly otherwise: readonly SeatId[];
      readonly urgent: boolean;
      readonly reason?: string;
    }
  | { readonly code: "NotInvited"; readonly person: PersonId; readonly date: LocalDate }
  | {
      readonly code: "AnswerUnchanged";
      readonly person: PersonId;
      readonly date: LocalDate;
      readonly answer: AttendanceAnswer;
    }
  | { readonly code: "SubstituteNotPossible"; readonly person: PersonId; readonly bar: SubstituteBar };

/** Warum eine Vertretung nicht geht: nothing to stand in for, oneself, somebody without a vote, or the rules. */
export type SubstituteBar =
  | { readonly kind: "noSeat" }
  | { readonly kind: "self" }
  | { readonly kind: "noVote"; readonly substitute: PersonId }
  | {
      readonly kind: "rules";
      readonly substitute: PersonId;
      readonly seat: SeatId;
      readonly ruling: SeatVoterRuling;
    };

export type SchedulingRefusal = DatePollRefusal | PlanningRefusal | InvitationRefusal;
