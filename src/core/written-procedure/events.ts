import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { WrittenOutcome, WrittenReason } from "../rules/written-procedure-result.ts";

/** Ja, Nein, Enthaltung. */
export type WrittenChoice = "yes" | "no" | "abstain";

/** Wann an fehlende Sitze erinnert wird: at half of the period, and the day before its end. */
export type WrittenReminder = "halfway" | "dayBefore";

/** Ergebnis in Zahlen, by seat. `silent`: said nothing at all; `delivered`: the wording reached them. */
export type WrittenNumbers = {
  readonly votingSeats: number;
  readonly recused: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly objections: number;
  readonly silent: number;
  readonly delivered: number;
};

export type WrittenProcedureEvent =
  /** Umlaufverfahren eröffnet. `subject`: kind of matter, as the rules name it. `unreached`: seats without a linked account. */
  | {
      readonly type: "WrittenProcedureStarted";
      readonly procedure: number;
      readonly title?: string;
      readonly text: string;
      readonly subject: string;
      /** Grund der Eile. */
      readonly urgency?: string;
      /** Votes count until the end of this local day; already moved to a working day. */
      readonly lastDay: LocalDate;
      /** The day that was named, if it was moved. */
      readonly shiftedFrom?: LocalDate;
      readonly startedOn: LocalDate;
      readonly unreached: readonly SeatId[];
    }
  | {
      readonly type: "WrittenVoteCast";
      readonly procedure: number;
      readonly seat: SeatId;
      readonly person: PersonId;
      readonly choice: WrittenChoice;
      readonly by: "member" | "substitute";
    }
  /** Widerspruch gegen das Verfahren, apart from the vote. */
  | {
      readonly type: "WrittenObjectionRaised";
      readonly procedure: number;
      readonly seat: SeatId;
      readonly person: PersonId;
      readonly reason?: string;
    }
  | {
      readonly type: "WrittenObjectionWithdrawn";
      readonly procedure: number;
      readonly seat: SeatId;
      readonly person: PersonId;
    }
  /** Auf anderem Weg zugestellt (letter, mail), as the office enters it. */
  | { readonly type: "WrittenDeliveryRecorded"; readonly procedure: number; readonly seat: SeatId }
  | { readonly type: "WrittenConflictDeclared"; readonly procedure: number; readonly seat: SeatId }
  | { readonly type: "WrittenConflictLifted"; readonly procedure: number; readonly seat: SeatId }
  | {
      readonly type: "WrittenRemindersSent";
      readonly procedure: number;
      readonly reminder: WrittenReminder;
      readonly seats: readonly SeatId[];
    }
  | { readonly type: "WrittenProcedureWithdrawn"; readonly procedure: number; readonly reason: string }
  /** Umlauf beendet, with the result as of the end of its last day. `reference`: "2026-3", only if carried. */
  | {
      readonly type: "WrittenProcedureClosed";
      readonly procedure: number;
      readonly outcome: WrittenOutcome;
      readonly reason?: WrittenReason;
      readonly numbers: WrittenNumbers;
      /** Where the chair's vote settles a tie; absent if it cast none. */
      readonly chairVote?: WrittenChoice;
      readonly early: boolean;
      readonly reference?: string;
    }
  /** Bericht über Umlaufbeschlüsse: the item of the agenda under which a meeting hears of them. */
  | {
      readonly type: "WrittenReportPlaced";
      readonly procedures: readonly number[];
      readonly meeting: number;
      readonly item: number;
    };
