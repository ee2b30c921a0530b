import type { FeedOwner, SchoolHoliday } from "../calendar/events.ts";
import type { OptionAnswer } from "../date-poll/events.ts";
import type { AttendanceAnswer } from "../invitation/events.ts";
import type { Appointment } from "../kernel/appointment.ts";
import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate, LocalTime, Weekday } from "../kernel/local-date.ts";

/** Terminumfrage. `poll`: the only open one, if it is not said. */
export type DatePollCommand =
  | {
      readonly type: "OpenDatePoll";
      readonly title?: string;
      readonly place?: string;
      readonly options: readonly Appointment[];
      /** Beside chair and office. */
      readonly required: readonly PersonId[];
      /** Last day for answers; a usual one if it is not said. */
      readonly lastDay?: LocalDate;
    }
  /** `person`: on whose behalf the leadership answers. */
  | {
      readonly type: "AnswerDatePoll";
      readonly poll?: number;
      readonly person?: PersonId;
      readonly answers: readonly OptionAnswer[];
    }
  | { readonly type: "SettleDatePoll"; readonly poll?: number; readonly option: number }
  | { readonly type: "CancelDatePoll"; readonly poll?: number; readonly reason: string };

/** Jahresplanung und was um die Termine herum liegt. */
export type PlanningCommand =
  | { readonly type: "EnterSchoolHolidays"; readonly holidays: readonly SchoolHoliday[]; readonly source: string }
  | { readonly type: "RemoveSchoolHolidays"; readonly name: string; readonly year: number }
  | {
      readonly type: "EnterBodySittings";
      readonly body: string;
      readonly year: number;
      readonly dates: readonly LocalDate[];
    }
  /** Regeltermine eines Jahres: planned as the query shows them, and scheduled one by one. */
  | {
      readonly type: "PlanYear";
      readonly year: number;
      readonly weekday?: Weekday;
      readonly from?: LocalTime;
      readonly to?: LocalTime;
      readonly place?: string;
    }
  | { readonly type: "OpenFeed"; readonly whose: FeedOwner["kind"]; readonly secretHash: string }
  | { readonly type: "CloseFeed"; readonly whose: FeedOwner["kind"] }
  | { readonly type: "MuteReminders" }
  | { readonly type: "UnmuteReminders" };

/** Sitzung verlegen, absagen; einladen und antworten. `meeting`: the next planned one, if it is not said. */
export type InvitationCommand =
  /** `urgent`: with its reason, where the period of the new date cannot be kept. */
  | {
      readonly type: "MoveMeeting";
      readonly meeting?: number;
      readonly appointment: Appointment;
      readonly place?: string;
      readonly reason?: string;
      readonly urgent: boolean;
    }
  | {
      readonly type: "CancelMeeting";
      readonly meeting?: number;
      readonly reason: string;
      /** It was read back, and is meant. */
      readonly confirmed: boolean;
    }
  /** What is not said stays as in the draft before, unless it is begun `afresh`. */
  | {
      readonly type: "DraftInvitation";
      readonly meeting?: number;
      readonly afresh: boolean;
      readonly note?: string;
      readonly links: readonly string[];
      readonly papers: readonly string[];
      readonly answerBy?: LocalDate;
    }
  /** `otherwise`: seats the office invites itself, since nothing of ours reaches them. */
  | {
      readonly type: "SendInvitation";
      readonly meeting?: number;
      readonly urgent: boolean;
      readonly reason?: string;
      readonly otherwise: readonly SeatId[];
    }
  /** Zusage, Absage. `person`: for whom the leadership answers. */
  | {
      readonly type: "AnswerInvitation";
      readonly meeting?: number;
      readonly person?: PersonId;
      readonly answer: AttendanceAnswer;
      readonly substitute?: PersonId;
      readonly substituteName?: string;
      readonly comment?: string;
    };

export type SchedulingCommand = DatePollCommand | PlanningCommand | InvitationCommand;
