import type { RouteOutcome, RouteStepPlan } from "./events.ts";
import type { RouteStep, WorkshopResult } from "./state.ts";

/** Noch offen: without an answer, or put off to another day. */
export const isPending = ({ answer }: RouteStep): boolean => answer === undefined || answer.outcome === "deferred";

/** Der nächste Schritt: the first that is still open. */
export const nextStep = ({ steps }: Pick<WorkshopResult, "steps">): RouteStep | undefined => steps.find(isPending);

/** Wer abgelehnt oder zurückgegeben hat, while that is how it stands. */
export const haltingStep = ({ steps, isHalted }: Pick<WorkshopResult, "steps" | "isHalted">): RouteStep | undefined =>
  isHalted ? steps.findLast((step) => !isPending(step)) : undefined;

/** Die letzte Antwort, if the committee's own decision gave it: it may be corrected by hand. */
export function correctableStep({ steps }: Pick<WorkshopResult, "steps">): RouteStep | undefined {
  const last = steps.findLast((step) => !isPending(step));
  return last?.answer?.basis === undefined ? undefined : last;
}

export const halts = (outcome: RouteOutcome): boolean => outcome === "declined" || outcome === "returned";

/** Was von einer neuen Beratungsfolge bleibt: what is done, and the new steps behind it, numbered on. */
export function stepsAfter(steps: readonly RouteStep[], plans: readonly RouteStepPlan[]): readonly RouteStep[] {
  const done = steps.filter((step) => !isPending(step));
  const last = Math.max(0, ...done.map(({ step }) => step));
  return [...done, ...plans.map((plan, index) => ({ ...plan, step: last + index + 1, isReminded: false }))];
}
