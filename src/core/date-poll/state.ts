import type { Appointment } from "../kernel/appointment.ts";
import type { EventRef, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { PollAnswer, PollReminder } from "./events.ts";

/** Terminumfrage. `answers`: by person, then by number of the option. */
export type DatePoll = {
  readonly poll: number;
  readonly title?: string;
  readonly place?: string;
  readonly options: readonly Appointment[];
  readonly required: readonly PersonId[];
  readonly startedOn: LocalDate;
  readonly lastDay: LocalDate;
  readonly status: "open" | "ended" | "settled" | "cancelled";
  readonly answers: ReadonlyMap<PersonId, ReadonlyMap<number, PollAnswer>>;
  readonly reminded: ReadonlySet<PollReminder>;
  /** Which option it became, and which meeting. */
  readonly settled?: { readonly option: number; readonly meeting: number };
  readonly cancelReason?: string;
  readonly source: EventRef;
};

export type DatePollsState = { readonly polls: Table<DatePoll> };

export const noDatePolls: DatePollsState = { polls: emptyTable };
