import type { OfficeId, PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";

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
    }
  /** Gewählt, as found by the chair, without counted votes. */
  | {
      readonly type: "ElectionDeclared";
      readonly election: number;
      readonly elected: readonly PersonId[];
      readonly unanimous?: boolean;
      readonly eligible: number;
    }
  | {
      readonly type: "ElectionAccepted";
      readonly election: number;
      readonly person: PersonId;
      readonly from: LocalDate;
    }
  | { readonly type: "ElectionDeclined"; readonly election: number; readonly person: PersonId }
  | { readonly type: "ElectionEnded"; readonly election: number; readonly reason: string };
