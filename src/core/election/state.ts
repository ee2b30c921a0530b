import type { EventRef, OfficeId, PersonId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { ElectionEvent } from "./events.ts";

export type Nomination = { readonly person: PersonId; readonly nominatedBy: PersonId };

/** Wahlgang, decided by its ballot. */
export type ElectionRound = {
  readonly round: number;
  readonly ballot: number;
  readonly elected: readonly PersonId[];
  readonly next: Extract<ElectionEvent, { type: "ElectionRoundDecided" }>["next"];
  readonly source: EventRef;
};

export type Lot = {
  readonly about: "seat" | "runoffPlace";
  readonly among: readonly PersonId[];
  readonly winners: readonly PersonId[];
  readonly witnesses: readonly PersonId[];
  readonly source: EventRef;
};

export type ElectedPerson = {
  readonly person: PersonId;
  /** Complete only with the acceptance. */
  readonly answer: "open" | "accepted" | "declined";
  readonly manner: "ballot" | "lot" | "declared";
  readonly sources: readonly EventRef[];
};

/** Wahl eines Amtes; an office with several places is filled in one election. */
export type Election = {
  readonly election: number;
  readonly meeting: number;
  readonly item?: number;
  readonly office: OfficeId;
  readonly title: string;
  readonly seats: number;
  readonly secret: boolean;
  readonly status: "nominating" | "runoff" | "lot" | "accepting" | "ended";
  readonly candidates: readonly Nomination[];
  /** Who stands in the next step, and for how many seats: after a round without a result for all. */
  readonly standing: readonly PersonId[];
  /** Set while a lot decides about places in the run-off: who stands there already. */
  readonly inRunoff: readonly PersonId[] | undefined;
  readonly open: number;
  readonly rounds: readonly ElectionRound[];
  readonly lots: readonly Lot[];
  readonly elected: readonly ElectedPerson[];
  readonly declared?: { readonly unanimous?: boolean; readonly eligible: number };
  readonly endReason?: string;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

export type ElectionsState = {
  readonly elections: Table<Election>;
  /** The election that runs: at most one in a committee. */
  readonly current: number | undefined;
};

export const noElections: ElectionsState = { elections: emptyTable, current: undefined };
