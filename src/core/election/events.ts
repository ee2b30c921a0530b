import type { Instant, OfficeId, PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

/**
 * Annahmefrist under the rules of the day: the last day for the answer, or the instant at which a period in hours ends, and what
 * silence means then.
 */
export type AnswerPeriod = {
  readonly lastDay?: LocalDate;
  readonly until?: Instant;
  readonly silence: "accepted" | "declined";
};

export type ElectionEvent =
  | {
      readonly type: "ElectionOpened";
      readonly election: number;
      readonly meeting: number;
      readonly item?: number;
      readonly office: OfficeId;
      readonly title: string;
      readonly seats: number;
      readonly secret: boolean;
    }
  | {
      readonly type: "CandidateNominated";
      readonly election: number;
      readonly person: PersonId;
      readonly nominatedBy: PersonId;
    }
  | { readonly type: "CandidateWithdrawn"; readonly election: number; readonly person: PersonId }
  /** Wahlleitung for this election alone, because the chair stands or asks for it. */
  | { readonly type: "ElectionLeaderNamed"; readonly election: number; readonly person: PersonId }
  /** Widerspruch gegen die Wahl en bloc: from now on this election is held one by one. */
  | { readonly type: "EnBlocObjected"; readonly election: number; readonly person: PersonId; readonly seat: SeatId }
  /** Liste, in the order in which its people get seats; for d'Hondt. They stand with it. */
  | {
      readonly type: "ElectionListSubmitted";
      readonly election: number;
      readonly name: string;
      readonly people: readonly PersonId[];
      readonly submittedBy: PersonId;
    }
  /** Abstimmung über ein anderes Verfahren als d'Hondt, as counted. */
  | {
      readonly type: "ElectionMethodVoted";
      readonly election: number;
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
    }
  /** Wahlgang entschieden: what the rules make of the counts, and what comes next. */
  | {
      readonly type: "ElectionRoundDecided";
      readonly election: number;
      readonly round: number;
      readonly ballot: number;
      readonly elected: readonly PersonId[];
      readonly next: "done" | "nextBallot" | "runoff" | "lot" | "failed";
      /** Who stands in the next step; for a lot those between whom it decides. */
      readonly standing: readonly PersonId[];
      /** Only for a lot about places in the run-off: who stands there already. */
      readonly inRunoff?: readonly PersonId[];
      /** Seats still to fill in the next step. */
      readonly open: number;
      /** So many Nein that they may not stand again in this election. */
      readonly barred?: readonly PersonId[];
      /** Until when those elected answer. */
      readonly answer?: AnswerPeriod;
    }
  | {
      readonly type: "LotDrawn";
      readonly election: number;
      /** A seat, or a place in the run-off. */
      readonly about: "seat" | "runoffPlace";
      readonly among: readonly PersonId[];
      readonly winners: readonly PersonId[];
      readonly witnesses: readonly PersonId[];
      /** The number that decided, so that the draw can be followed. */
      readonly chance: number;
      readonly answer?: AnswerPeriod;
    }
  /** Gewählt, as found by the chair, without counted votes. */
  | {
      readonly type: "ElectionDeclared";
      readonly election: number;
      readonly elected: readonly PersonId[];
      readonly unanimous?: boolean;
      readonly eligible: number;
      readonly answer?: AnswerPeriod;
    }
  | {
      readonly type: "ElectionAccepted";
      readonly election: number;
      readonly person: PersonId;
      readonly from: LocalDate;
      /** The period ended without an answer, and the rules take that for acceptance. */
      readonly bySilence?: true;
    }
  | {
      readonly type: "ElectionDeclined";
      readonly election: number;
      readonly person: PersonId;
      readonly bySilence?: true;
    }
  /** Wahlanfechtung, with the last day for it; one in time and one too late are both on record. */
  | {
      readonly type: "ElectionContested";
      readonly election: number;
      readonly person: PersonId;
      readonly reason: string;
      readonly lastDay: LocalDate;
      readonly isInTime: boolean;
    }
  | { readonly type: "ElectionEnded"; readonly election: number; readonly reason: string };
