import type { LocalDate } from "../kernel/local-date.ts";
import type { RouteAnswer, RouteStep, WorkshopResult } from "./state.ts";
import { haltingStep, isPending, nextStep } from "./steps.ts";

/** Wo ein Ergebnis steht: without a route, with a body, or at the end, also where it was halted. */
export type RouteStanding =
  | { readonly kind: "noRoute" }
  | { readonly kind: "lies"; readonly step: RouteStep; readonly isOverdue: boolean }
  | { readonly kind: "ended"; readonly step: RouteStep; readonly answer: RouteAnswer };

export function routeStanding(result: WorkshopResult, today: LocalDate): RouteStanding {
  const halted = haltingStep(result);
  if (halted?.answer !== undefined) return { kind: "ended", step: halted, answer: halted.answer };
  const next = nextStep(result);
  if (next !== undefined) return { kind: "lies", step: next, isOverdue: isOverdue(next, today) };
  const last = result.steps.at(-1);
  return last?.answer === undefined ? { kind: "noRoute" } : { kind: "ended", step: last, answer: last.answer };
}

/** Überfällig: open beyond its day. */
export const isOverdue = (step: RouteStep, today: LocalDate): boolean =>
  isPending(step) && step.target !== undefined && step.target < today;
