import type { CountQualifier } from "../kernel/count-qualifier.ts";
import type { EventRef, Instant, PersonId, RoomId, SeatId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { DotCount, WorkshopDay, WorkshopEvent, WorkshopPhaseKind } from "./events.ts";

export type GuidingQuestion = { readonly question: number; readonly text: string; readonly room?: RoomId };

export type WorkshopPhase = {
  readonly phase: number;
  readonly kind: WorkshopPhaseKind;
  readonly title?: string;
  readonly begunAt: Instant;
  readonly until?: Instant;
  readonly isTimeUp: boolean;
};

export type WorkshopHeads = {
  readonly group: string;
  readonly qualifier: CountQualifier;
  readonly count?: number;
  readonly source: EventRef;
};

/** Gestrichener Tag, with the SEQUENCE and the instant its calendar entry ended with. */
export type DroppedDay = WorkshopDay & { readonly sequence: number; readonly changedAt: Instant };

export type Workshop = {
  readonly workshop: number;
  readonly title: string;
  /** In their order. */
  readonly days: readonly WorkshopDay[];
  readonly droppedDays: readonly DroppedDay[];
  readonly place?: string;
  readonly continues?: number;
  readonly status: "planned" | "open" | "closed" | "cancelled";
  readonly cancelReason?: string;
  /** Changes of days or place so far. */
  readonly revision: number;
  /** Last change of what stands in calendars. */
  readonly changedAt: Instant;
  readonly anonymous: boolean;
  readonly hidden: boolean;
  readonly revealed: boolean;
  readonly moderators: readonly PersonId[];
  readonly questions: readonly GuidingQuestion[];
  readonly heads: readonly WorkshopHeads[];
  /** Oldest first; the last one runs while the workshop is open. */
  readonly phases: readonly WorkshopPhase[];
  /** Runde des Kastens: its box is open from its first anonymous idea until it is opened. */
  readonly round: number;
  /** Anonymous ideas in the box of this round. */
  readonly sealed: number;
  readonly sources: readonly EventRef[];
};

export type IdeaComment = { readonly person: PersonId; readonly text: string; readonly source: EventRef };

export type Idea = {
  readonly idea: number;
  readonly workshop: number;
  readonly text: string;
  readonly question?: number;
  readonly photo?: string;
  /** None of an anonymous one. */
  readonly person?: PersonId;
  readonly isWithdrawn: boolean;
  readonly comments: readonly IdeaComment[];
  readonly support: ReadonlySet<PersonId>;
  readonly group?: number;
  readonly tags: ReadonlySet<string>;
  readonly source: EventRef;
};

export type IdeaGroup = {
  readonly group: number;
  readonly workshop: number;
  readonly name: string;
  /** Into which it went. */
  readonly mergedInto?: number;
  readonly source: EventRef;
};

export type Dots = { readonly person: PersonId; readonly dots: readonly DotCount[] };

export type Weighting = Omit<Extract<WorkshopEvent, { type: "WeightingOpened" }>, "type"> & {
  readonly status: "open" | "closed" | "cancelled";
  /** Who has placed dots, by person or seat as it is counted; of a secret one without the dots. */
  readonly placed: ReadonlyMap<PersonId | SeatId, Dots>;
  readonly result?: { readonly counts: readonly DotCount[]; readonly voters: number };
  readonly source: EventRef;
};

export type WorkshopsState = {
  readonly workshops: Table<Workshop>;
  readonly ideas: Table<Idea>;
  readonly groups: Table<IdeaGroup>;
  readonly weightings: Table<Weighting>;
};

export const noWorkshops: WorkshopsState = {
  workshops: emptyTable,
  ideas: emptyTable,
  groups: emptyTable,
  weightings: emptyTable,
};
