import type { PersonId } from "../kernel/ids.ts";

/** How a resolution came about: by ballot, by consensus, or found by the chair without counted votes. */
export type ResolutionManner = "ballot" | "consensus" | "declared";

/** Ein Antrag und seine Stimmen in einer Vorabstimmung. */
export type CountedMotion = { readonly motion: number; readonly votes: number };

export type MotionEvent =
  | {
      readonly type: "MotionMoved";
      readonly motion: number;
      readonly meeting: number;
      readonly item?: number;
      readonly title?: string;
      readonly text: string;
      readonly mover: PersonId;
    }
  | {
      readonly type: "AmendmentMoved";
      readonly amendment: number;
      readonly motion: number;
      readonly text: string;
      readonly mover: PersonId;
    }
  /** Endgültiger Wortlaut, as settled before the vote. */
  | { readonly type: "MotionReworded"; readonly motion: number; readonly text: string }
  | { readonly type: "MotionWithdrawn"; readonly motion: number }
  | { readonly type: "AmendmentWithdrawn"; readonly amendment: number }
  /** Übernahme durch die antragstellende Person: needs no vote. */
  | { readonly type: "AmendmentTakenOver"; readonly amendment: number }
  /** Reichweite, set by the chair or the body: a larger number goes farther, none if it cannot be told. From now on it competes. */
  | {
      readonly type: "AmendmentReachSet";
      readonly amendment: number;
      readonly reach?: number;
      readonly reason?: string;
    }
  /** Wesentliche Änderung: may need a majority of its own. */
  | { readonly type: "AmendmentFoundEssential"; readonly amendment: number }
  /** Erledigt ohne Abstimmung, because `by`, with which it competed, was carried. */
  | { readonly type: "AmendmentSettled"; readonly amendment: number; readonly by: number }
  /** Vorabstimmung über Alternativen, as counted; `runoff`: the best two against each other. A new one replaces the one before. */
  | {
      readonly type: "AlternativesRanked";
      readonly meeting: number;
      readonly preference: readonly CountedMotion[];
      readonly runoff?: readonly CountedMotion[];
    }
  /** Erledigt ohne Abstimmung, because its alternative `by` was carried. */
  | { readonly type: "MotionSettled"; readonly motion: number; readonly by: number }
  /** Teilung der Frage: the parts are motions of their own. */
  | { readonly type: "MotionDivided"; readonly motion: number; readonly into: readonly number[] }
  | {
      readonly type: "AmendmentDecided";
      readonly amendment: number;
      readonly ballot: number;
      readonly carried: boolean;
    }
  /** `reference`: "2023-1", only for carried motions. */
  | {
      readonly type: "MotionDecided";
      readonly motion: number;
      readonly meeting: number;
      readonly outcome: "carried" | "rejected" | "undecided";
      readonly manner: ResolutionManner;
      readonly reference?: string;
      readonly ballot?: number;
      /** "einstimmig", as found by the chair or from the counts. */
      readonly unanimous?: boolean;
      readonly withAmendments: boolean;
      /** Seats entitled to vote when it was decided; never a count of votes. */
      readonly eligible: number;
    };
