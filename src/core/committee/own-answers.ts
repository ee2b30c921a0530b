import { calledItem } from "../agenda/queries.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { ok } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { RouteStep, WorkshopResult } from "../route/state.ts";
import { halts, isPending } from "../route/steps.ts";
import type { Given } from "./commands.ts";
import type { Decided } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { evolveSlices } from "./evolve.ts";
import { decisionUnder, type ItemDecision, itemOfMotion, notedUnder } from "./item-decision.ts";
import { isOwnBody, routeOntoAgenda } from "./route-on-agenda.ts";
import type { CommitteeState, Slices } from "./state.ts";

/**
 * Antwort der AG selbst: with what it decides about an item of its agenda, the step of a route that stands there is answered. Once, and
 * never over what was entered by hand.
 */
export function withOwnAnswers(state: CommitteeState, decided: Decided, given: Given): Decided {
  if (!decided.ok || !decided.value.events.some(({ type }) => settling.has(type))) return decided;
  const { events } = decided.value;
  const meta: EventMeta = { version: state.version, at: given.now, by: given.actor };
  const after = events.reduce<Slices>((slices, event) => evolveSlices(slices, event, meta), state);
  const answers: CommitteeEvent[] = [];
  for (const settled of events.flatMap((event) => itemsSettled(state, after, event)))
    answers.push(...answersUnder(after, settled, given, answers));
  return answers.length === 0 ? decided : ok({ ...decided.value, events: [...events, ...answers] });
}

const settling: ReadonlySet<CommitteeEvent["type"]> = new Set(["MotionDecided", "AgendaItemCalled", "MeetingClosed"]);

/** `isLeft`: treated, and not under debate any more. */
type Settled = { readonly item: number; readonly isLeft: boolean };

function itemsSettled(before: Slices, after: Slices, event: CommitteeEvent): readonly Settled[] {
  if (event.type === "MotionDecided") {
    const item = itemOfMotion(after, entry(after.motions.motions, event.motion) ?? {});
    return item === undefined ? [] : [{ item, isLeft: false }];
  }
  if (event.type !== "AgendaItemCalled" && event.type !== "MeetingClosed") return [];
  const meeting = event.type === "MeetingClosed" ? event.meeting : entry(after.agenda.items, event.item)?.meeting;
  const left = calledItem(before.agenda, meeting ?? 0);
  return left === undefined ? [] : [{ item: left.item, isLeft: true }];
}

function answersUnder(
  state: Slices,
  { item, isLeft }: Settled,
  given: Given,
  before: readonly CommitteeEvent[],
): readonly CommitteeEvent[] {
  if (entry(state.agenda.items, item)?.status === "adjourned") return [];
  const events: CommitteeEvent[] = [];
  for (const { result, step } of openStepsUnder(state, item, before)) {
    const found = decisionUnder(state, item, result) ?? (isLeft ? notedUnder(state, item, step.role) : undefined);
    if (found !== undefined && found !== "mixed")
      events.push(...answered(state, result, step, found, given, [...before, ...events]));
  }
  return events;
}

/** Without those that the same decision has answered already, as when motions of one item are decided together. */
function openStepsUnder(
  state: Slices,
  item: number,
  before: readonly CommitteeEvent[],
): readonly { readonly result: WorkshopResult; readonly step: RouteStep }[] {
  const isAnswered = ({ result }: WorkshopResult): boolean =>
    before.some((event) => event.type === "RouteStepAnswered" && event.result === result);
  return entries(state.routes.results)
    .filter((result) => !isAnswered(result))
    .flatMap((result) =>
      result.steps
        .filter((step) => step.placed?.item === item && isPending(step) && isOwnBody(state, step.body))
        .map((step) => ({ result, step })),
    );
}

function answered(
  state: Slices,
  result: WorkshopResult,
  { step }: RouteStep,
  found: ItemDecision,
  given: Given,
  before: readonly CommitteeEvent[],
): readonly CommitteeEvent[] {
  const answer = { ...found, on: given.today };
  const steps = result.steps.map((one) =>
    one.step === step ? { ...one, answer: { ...answer, source: result.source } } : one,
  );
  const after = { ...result, steps, isHalted: halts(answer.outcome) };
  return [
    { type: "RouteStepAnswered", result: result.result, step, ...answer },
    ...routeOntoAgenda(state, after, given, before),
  ];
}
