import type { EventRef, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { Rules } from "../rules/rules.ts";
import type { WrittenOutcome, WrittenReason } from "../rules/written-procedure-result.ts";
import type { WrittenChoice, WrittenNumbers } from "./events.ts";

/** Stimme eines Sitzes, the one that counts. */
export type WrittenVote = {
  readonly person: PersonId;
  readonly choice: WrittenChoice;
  readonly by: "member" | "substitute";
};

export type WrittenObjection = { readonly person: PersonId; readonly reason?: string };

/** Ausgang, once it is closed. */
export type WrittenClosing = {
  readonly outcome: WrittenOutcome;
  readonly reason?: WrittenReason;
  readonly numbers: WrittenNumbers;
  readonly chairVote?: WrittenChoice;
  readonly early: boolean;
  readonly reference?: string;
};

/** Umlaufverfahren, spoken of as "Umlaufbeschluss 1". */
export type WrittenProcedure = {
  readonly procedure: number;
  readonly title?: string;
  readonly text: string;
  readonly subject: string;
  readonly urgency?: string;
  readonly startedOn: LocalDate;
  readonly lastDay: LocalDate;
  readonly shiftedFrom?: LocalDate;
  readonly status: "open" | "withdrawn" | "closed";
  /** The rules of the day it was started: it stays under them. */
  readonly rules: Rules;
  /** Seats the wording has not reached, as far as is known. */
  readonly unreached: ReadonlySet<SeatId>;
  readonly recused: ReadonlySet<SeatId>;
  readonly votes: ReadonlyMap<SeatId, WrittenVote>;
  readonly objections: ReadonlyMap<SeatId, WrittenObjection>;
  readonly closing?: WrittenClosing;
  readonly withdrawReason?: string;
  /** Where the committee hears of it. */
  readonly report?: { readonly meeting: number; readonly item: number };
  readonly source: EventRef;
  /** Beginning and end, for the papers. */
  readonly sources: readonly EventRef[];
};

export type WrittenProceduresState = { readonly procedures: Table<WrittenProcedure> };

export const noWrittenProcedures: WrittenProceduresState = { procedures: emptyTable };
