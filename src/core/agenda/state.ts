import type { EventRef, Instant, PersonId } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { AgendaItemContent, ItemArrival } from "./events.ts";

export type AgendaItemStatus = "waiting" | "called" | "finished" | "adjourned" | "removed";

/** Tagesordnungspunkt (TOP). Its id stays; its spoken number is its place in the agenda. */
export type AgendaItem = AgendaItemContent & {
  readonly item: number;
  readonly meeting: number;
  readonly status: AgendaItemStatus;
  readonly standing?: "opening" | "closing";
  readonly proposedBy?: PersonId;
  readonly carriedOver: boolean;
  /** Wegen Beschlussunfähigkeit zurückgestellt: by this meeting (then it is adjourned), or by the one it comes from. */
  readonly deferred: boolean;
  readonly arrival?: ItemArrival;
  /** Last time it was given another title. */
  readonly retitled?: EventRef;
  readonly calledAt?: Instant;
  readonly source: EventRef;
  /** Call and adjournment, for the minutes. */
  readonly sources: readonly EventRef[];
};

/** Tagesordnung einer Sitzung: item ids in order. */
export type Agenda = {
  readonly order: readonly number[];
  readonly adopted: EventRef | undefined;
  readonly called: number | undefined;
};

export type AgendaState = {
  readonly items: Table<AgendaItem>;
  /** By meeting number. */
  readonly agendas: Table<Agenda>;
  /** Vertagte TOP, waiting for the next agenda. */
  readonly adjourned: readonly number[];
};

export const noAgenda: AgendaState = { items: emptyTable, agendas: emptyTable, adjourned: [] };

export const emptyAgenda: Agenda = { order: [], adopted: undefined, called: undefined };
