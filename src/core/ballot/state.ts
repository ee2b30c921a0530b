import type { EventRef, Instant, PersonId, SeatId } from "../kernel/ids.ts";
import type { SharedMap } from "../kernel/shared-map.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { Rules } from "../rules/rules.ts";
import type { BallotMode, BallotSubject, Counts, Vote } from "./events.ts";

/** Abgegebene Stimme eines Sitzes. `vote` is undefined for a secret ballot: nobody knows it, the state neither. */
export type CastVote = { readonly person: PersonId; readonly vote: Vote | undefined; readonly at: Instant };

export type HandCount = {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly source: EventRef;
};

/** Abstimmung. */
export type Ballot = {
  readonly ballot: number;
  readonly meeting: number;
  readonly subject: BallotSubject;
  readonly mode: BallotMode;
  readonly status: "open" | "closed" | "cancelled";
  readonly recused: ReadonlySet<SeatId>;
  readonly marks: number;
  readonly candidates: readonly PersonId[];
  readonly perCandidate?: true;
  readonly withAmendments?: boolean;
  readonly votes: SharedMap<SeatId, CastVote>;
  /** Nicht abgegeben: seats whose people disagreed. */
  readonly voided: ReadonlySet<SeatId>;
  readonly handCount?: HandCount;
  readonly counts?: Counts;
  readonly eligible?: number;
  readonly members?: number;
  /** Rules of the day on which it was closed: its ruling stays under them. */
  readonly rules?: Rules;
  readonly cancelReason?: string;
  readonly openedAt: Instant;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

export type ConflictOfInterest = { readonly seat: SeatId; readonly item: number; readonly source: EventRef };

/** Verlangen nach geheimer oder namentlicher Abstimmung, of one seat. */
export type ModeDemand = { readonly subject: BallotSubject; readonly seat: SeatId };

export type BallotsState = {
  readonly ballots: Table<Ballot>;
  /** The ballot that is open: at most one in a committee. */
  readonly open: number | undefined;
  /** Befangenheit, in force and lifted ones removed. */
  readonly conflicts: readonly ConflictOfInterest[];
  readonly demands: readonly ModeDemand[];
  readonly rollCallDemands: readonly ModeDemand[];
};

export const noBallots: BallotsState = {
  ballots: emptyTable,
  open: undefined,
  conflicts: [],
  demands: [],
  rollCallDemands: [],
};
