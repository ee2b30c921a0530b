import type { EventRef } from "../kernel/ids.ts";
import { emptyTable, type Table } from "../kernel/table.ts";
import type { RouteEvent, RouteStepPlan } from "./events.ts";

type Of<Type extends RouteEvent["type"]> = Extract<RouteEvent, { type: Type }>;

/** Antwort eines Gremiums auf seinen Schritt. */
export type RouteAnswer = Omit<Of<"RouteStepAnswered">, "type" | "result" | "step"> & { readonly source: EventRef };

export type RouteStep = RouteStepPlan & {
  readonly step: number;
  readonly placed?: { readonly meeting: number; readonly item: number };
  readonly answer?: RouteAnswer;
  /** Überfällig, and said so. */
  readonly isReminded: boolean;
};

/** Ergebnis mit seinem Weg. */
export type WorkshopResult = Omit<Of<"ResultMade">, "type"> & {
  readonly tags: ReadonlySet<string>;
  readonly steps: readonly RouteStep[];
  /** Abgelehnt oder zurückgegeben: the rest of the route waits for another one. */
  readonly isHalted: boolean;
  readonly source: EventRef;
  readonly sources: readonly EventRef[];
};

export type RoutesState = { readonly results: Table<WorkshopResult> };

export const noRoutes: RoutesState = { results: emptyTable };
