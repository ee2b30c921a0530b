import type { EventRef, OfficeId, PersonId, SeatId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { AnswerPeriod, ElectionEvent } from "./events.ts";

export type Nomination = { readonly person: PersonId; readonly nominatedBy: PersonId };

/** Liste: its people in the order in which they get seats. */
export type ElectionList = { readonly name: string; readonly people: readonly PersonId[] };

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
  /** Unknown for elections before the period was recorded. */
  readonly period?: AnswerPeriod;
  readonly sources: readonly EventRef[];
};

/** Anfechtung der Wahl. */
export type ElectionContest = {
  readonly person: PersonId;
  readonly reason: string;
  readonly isInTime: boolean;
  readonly source: EventRef;
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
  /** Rounds before this attempt: after new nominations or a refused election the steps begin anew. */
  readonly roundsBefore: number;
  readonly lists: readonly ElectionList[];
  /** Vote on another method than d'Hondt. */
  readonly methodVote?: { readonly yes: number; readonly no: number; readonly abstain: number };
  /** Seats that object to electing en bloc. */
  readonly enBlocObjections: readonly SeatId[];
  /** Leads this election in the chair's place. */
  readonly leader?: PersonId;
  /** May not stand again in this election. */
  readonly barred: readonly PersonId[];
  readonly lots: readonly Lot[];
  readonly elected: readonly ElectedPerson[];
  readonly declared?: { readonly unanimous?: boolean; readonly eligible: number };
  readonly contests: readonly ElectionContest[];
  readonly endReason?: string;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

export type ElectionsState = {
  readonly elections: Table<Election>;
  /** The election that is in hand: at most one in a committee. Others may still wait for the answer of somebody elected. */
  readonly current: number | undefined;
};

export const noElections: ElectionsState = { elections: emptyTable, current: undefined };
