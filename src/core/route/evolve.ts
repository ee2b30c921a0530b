import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, entries, withEntry } from "../kernel/table.ts";
import type { RouteEvent } from "./events.ts";
import type { RouteStep, RoutesState, WorkshopResult } from "./state.ts";
import { halts, isPending, stepsAfter } from "./steps.ts";

/** Was aus einem Ergebnis wird, auf seinem Weg durch die Gremien. */
export function evolveRoutes({ results }: RoutesState, event: RouteEvent, meta: EventMeta): RoutesState {
  if (event.type === "ResultMade") {
    const { type: _, ...rest } = event;
    const made: WorkshopResult = {
      ...rest,
      tags: new Set(),
      steps: [],
      isHalted: false,
      source: meta.version,
      sources: [meta.version],
    };
    return { results: withEntry(results, event.result, made) };
  }
  return {
    results: changeEntry(results, event.result, (one) => ({
      ...changed(one, event, meta),
      sources: [...one.sources, meta.version],
    })),
  };
}

function changed(
  one: WorkshopResult,
  event: Exclude<RouteEvent, { type: "ResultMade" }>,
  meta: EventMeta,
): WorkshopResult {
  switch (event.type) {
    case "ResultReworded":
      return { ...one, text: event.text };
    case "ResultTagged":
      return { ...one, tags: new Set([...one.tags, event.tag]) };
    case "ResultUntagged":
      return { ...one, tags: new Set([...one.tags].filter((tag) => tag !== event.tag)) };
    case "RouteSet":
      return { ...one, steps: stepsAfter(one.steps, event.steps), isHalted: false };
    case "RouteStepPlaced": {
      const placed = { meeting: event.meeting, item: event.item };
      return onStep(one, event.step, (step) => ({ ...step, placed }));
    }
    case "RouteStepAnswered": {
      const { type: _, result: __, step: number, ...answer } = event;
      const answered = onStep(one, number, (step) => ({ ...step, answer: { ...answer, source: meta.version } }));
      return { ...answered, isHalted: halts(answer.outcome) };
    }
    case "RouteRemindersSent":
      return onStep(one, event.step, (step) => ({ ...step, isReminded: true }));
    default:
      return assertNever(event);
  }
}

/** Ein Antrag ist wieder offen: an answer that rests on it is none any more. */
export function withoutAnswersOf(state: RoutesState, motion: number): RoutesState {
  const isOf = ({ answer }: RouteStep): boolean => answer?.basis?.kind === "motion" && answer.basis.number === motion;
  return entries(state.results)
    .filter(({ steps }) => steps.some(isOf))
    .reduce(
      ({ results }, { result }) => ({
        results: changeEntry(results, result, (one) => {
          const steps = one.steps.map((step) => (isOf(step) ? unanswered(step) : step));
          const last = steps.findLast((step) => !isPending(step))?.answer;
          return { ...one, steps, isHalted: last !== undefined && halts(last.outcome) };
        }),
      }),
      state,
    );
}

const unanswered = ({ answer: _, ...step }: RouteStep): RouteStep => step;

function onStep(one: WorkshopResult, number: number, change: (step: RouteStep) => RouteStep): WorkshopResult {
  return { ...one, steps: one.steps.map((step) => (step.step === number ? change(step) : step)) };
}
