import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, withEntry } from "../kernel/table.ts";
import type { RouteEvent } from "./events.ts";
import type { RouteStep, RoutesState, WorkshopResult } from "./state.ts";
import { halts, stepsAfter } from "./steps.ts";

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

function onStep(one: WorkshopResult, number: number, change: (step: RouteStep) => RouteStep): WorkshopResult {
  return { ...one, steps: one.steps.map((step) => (step.step === number ? change(step) : step)) };
}
