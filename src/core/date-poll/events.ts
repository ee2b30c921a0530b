import type { Appointment } from "../kernel/appointment.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/** Antwort auf einen Vorschlag: ja, zur Not, nein. */
export type PollAnswer = "yes" | "ifNeedBe" | "no";

/** Wann an fehlende Antworten erinnert wird: at half of the time, and the day before its end. */
export type PollReminder = "halfway" | "dayBefore";

export type OptionAnswer = { readonly option: number; readonly answer: PollAnswer };

export type DatePollEvent =
  /** Terminumfrage eröffnet. `required`: people without whom a date does not do (leadership). Options are numbered from 1. */
  | {
      readonly type: "DatePollOpened";
      readonly poll: number;
      readonly title?: string;
      readonly place?: string;
      readonly options: readonly Appointment[];
      readonly required: readonly PersonId[];
      readonly startedOn: LocalDate;
      /** Answers count until the end of this local day. */
      readonly lastDay: LocalDate;
    }
  /** Only the options named change; the others keep the person's earlier answer. */
  | {
      readonly type: "DatePollAnswered";
      readonly poll: number;
      readonly person: PersonId;
      readonly answers: readonly OptionAnswer[];
    }
  | {
      readonly type: "DatePollRemindersSent";
      readonly poll: number;
      readonly reminder: PollReminder;
      readonly people: readonly PersonId[];
    }
  /** Frist vorbei: no more answers; whoever leads picks the date. */
  | { readonly type: "DatePollEnded"; readonly poll: number }
  /** Termin festgelegt: the option became the meeting. */
  | { readonly type: "DatePollSettled"; readonly poll: number; readonly option: number; readonly meeting: number }
  | { readonly type: "DatePollCancelled"; readonly poll: number; readonly reason: string };
