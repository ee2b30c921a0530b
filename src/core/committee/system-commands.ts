import type { PollReminder } from "../date-poll/events.ts";
import type { AnswerReminder, DispatchOutcome } from "../invitation/events.ts";
import type { MailReading } from "../invitation/mail-reading.ts";
import type { Instant, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate, LocalTime } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import type { WrittenReminder } from "../written-procedure/events.ts";

/** Was von selbst geschieht, wenn es fällig ist. Carried by a due job; whether there still is something to do is decided then. */
export type SystemCommand =
  /** `lastDay`: the one it was planned for; a procedure of the same number with another last day is another one. */
  | { readonly type: "CloseDueProcedure"; readonly procedure: number; readonly lastDay: LocalDate }
  | {
      readonly type: "RemindOfProcedure";
      readonly procedure: number;
      readonly lastDay: LocalDate;
      readonly reminder: WrittenReminder;
    }
  /** Annahmefrist abgelaufen: silence takes effect, unless the person has answered. */
  | { readonly type: "LapseAnswer"; readonly election: number; readonly person: PersonId }
  /** `lastDay`: the last day for objections it was planned for; sent anew, it is another one. */
  | { readonly type: "ApproveDueMinutes"; readonly meeting: number; readonly lastDay: LocalDate }
  /** `lastDay`: the one it was planned for. */
  | {
      readonly type: "RemindOfPoll";
      readonly poll: number;
      readonly lastDay: LocalDate;
      readonly reminder: PollReminder;
    }
  | { readonly type: "EndPoll"; readonly poll: number; readonly lastDay: LocalDate }
  /** `revision`: moved since, it is another meeting to remind of. */
  | {
      readonly type: "RemindOfAnswers";
      readonly meeting: number;
      readonly revision: number;
      readonly reminder: AnswerReminder;
    }
  /** What the mail server answered. */
  | {
      readonly type: "RecordDispatch";
      readonly meeting: number;
      readonly edition: number;
      readonly person: PersonId;
      readonly address: string;
      readonly outcome: DispatchOutcome;
      readonly answer: string;
    }
  /** Die Zeit einer Phase ist um. */
  | { readonly type: "EndPhaseTime"; readonly workshop: number; readonly phase: number }
  /** A step whose target day has passed. */
  | { readonly type: "RemindOfRoute"; readonly result: number; readonly step: number; readonly target: LocalDate }
  /** Post ist da. */
  | { readonly type: "TakeMail"; readonly mail: MailReading };

/** Auftrag für später: when, in local time, and what. The same id again takes the place of the earlier one. */
export type JobRequest = {
  readonly id: string;
  readonly day: LocalDate;
  readonly time: LocalTime;
  /** For a period in hours: this instant, whatever day and time that is. */
  readonly at?: Instant;
  readonly command: SystemCommand;
};

/** What comes with a command of the system: the instant, local day and time, and what only the world knows. */
export type SystemGiven = {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly time: LocalTime;
  readonly holidays: Holidays;
  /** Seats to whose people messages are still on their way. */
  readonly undelivered: readonly SeatId[];
};
