import type { EventRef, PersonId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { CountedMotion, ResolutionManner } from "./events.ts";

export type AmendmentStatus = "open" | "withdrawn" | "takenOver" | "carried" | "rejected" | "settled";

/** Änderungsantrag, spoken of as "Ä2". */
export type Amendment = {
  readonly amendment: number;
  readonly motion: number;
  readonly text: string;
  readonly mover: PersonId;
  readonly status: AmendmentStatus;
  /** Reichweite; set (even to `null`) where it competes with others. */
  readonly reach?: number | null;
  readonly isEssential?: true;
  readonly ballot?: number;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

/** Beschluss or rejection: how a motion ended. Counts stand in the ballot, if there was one. */
export type MotionOutcome = {
  readonly outcome: "carried" | "rejected" | "undecided";
  readonly manner: ResolutionManner;
  readonly reference?: string;
  readonly ballot?: number;
  readonly unanimous?: boolean;
  readonly withAmendments: boolean;
  readonly eligible: number;
  readonly meeting: number;
  readonly source: EventRef;
};

/** Antrag. */
export type Motion = {
  readonly motion: number;
  readonly meeting: number;
  readonly item?: number;
  readonly title?: string;
  readonly text: string;
  /** Wording as first moved, if it was settled otherwise later. */
  readonly movedText: string;
  readonly mover: PersonId;
  readonly status: "open" | "withdrawn" | "decided" | "divided" | "settled";
  /** Geteilt in these motions. */
  readonly parts?: readonly number[];
  readonly amendments: readonly number[];
  readonly outcome?: MotionOutcome;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

export type MotionsState = {
  readonly motions: Table<Motion>;
  readonly amendments: Table<Amendment>;
  /** Letzte Vorabstimmung über Alternativen. */
  readonly ranking?: { readonly preference: readonly CountedMotion[]; readonly runoff?: readonly CountedMotion[] };
  /** Carried motions by year, for the running number of resolutions. */
  readonly carriedByYear: ReadonlyMap<string, number>;
};

export const noMotions: MotionsState = { motions: emptyTable, amendments: emptyTable, carriedByYear: new Map() };
