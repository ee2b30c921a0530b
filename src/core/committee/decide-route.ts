import { assertNever } from "../kernel/assert-never.ts";
import { foldGerman } from "../kernel/fold-german.ts";
import { ok, type Result } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import type { RouteStepPlan } from "../route/events.ts";
import type { RouteStep, WorkshopResult } from "../route/state.ts";
import { halts, isPending, nextStep, stepsAfter } from "../route/steps.ts";
import type { Given } from "./commands.ts";
import type { RouteCommand } from "./commands-workshop.ts";
import { makeResult, rewordResult } from "./decide-result.ts";
import { tagResult } from "./decide-tags.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import { jobsOfRoute } from "./route-jobs.ts";
import { routeOntoAgenda } from "./route-on-agenda.ts";
import type { Slices } from "./state.ts";

type Of<Type extends RouteCommand["type"]> = Extract<RouteCommand, { type: Type }>;

/** Entscheidung über Ergebnisse und ihre Beratungsfolge. */
export function decideRoute(state: Slices, command: RouteCommand, given: Given): Decided {
  if (command.type === "MakeResult") return makeResult(state, command);
  const result = entry(state.routes.results, command.result);
  if (result === undefined)
    return refused({ code: "UnknownResult", result: command.result, count: state.routes.results.size });
  switch (command.type) {
    case "RewordResult":
      return rewordResult(result, command.text);
    case "TagResult":
    case "UntagResult":
      return tagResult(state, result, command);
    case "SetRoute":
      return setRoute(state, result, command, given);
    case "AnswerRouteStep":
      return answerStep(state, result, command, given);
    default:
      return assertNever(command);
  }
}

const MOST_STEPS = 12;

/** Beratungsfolge festlegen, in place of what is still open of an earlier one. */
function setRoute(state: Slices, result: WorkshopResult, command: Of<"SetRoute">, given: Given): Decided {
  const wanted = plansOf(state, command);
  if (!wanted.ok) return wanted;
  const plans = wanted.value;
  const number = result.result;
  if (plans.length === 0) return refused({ code: "NoRouteStep", result: number });
  if (plans.length > MOST_STEPS) return refused({ code: "TooManyRouteSteps", most: MOST_STEPS });
  if (!result.isHalted && sameData(result.steps.filter(isPending).map(planOf), plans))
    return refused({ code: "ResultUnchanged", result: number });
  const steps = stepsAfter(result.steps, plans);
  const set: CommitteeEvent = { type: "RouteSet", result: number, steps: plans };
  return ok({
    events: [set, ...offAgenda(state, result), ...routeOntoAgenda(state, { ...result, steps, isHalted: false }, given)],
    jobs: jobsOfRoute(number, steps.filter(isPending), given),
  });
}

/** As typed, or a route of the committee file by its name. */
function plansOf(
  { membership }: Slices,
  { template, steps }: Of<"SetRoute">,
): Result<readonly RouteStepPlan[], Refusal> {
  if (template === undefined) return ok(steps);
  const routes = membership.description?.routes ?? [];
  const found = routes.find(({ name }) => foldGerman(name) === foldGerman(template));
  if (found !== undefined) return ok(found.steps);
  return refused({ code: "UnknownRoute", template, known: routes.map(({ name }) => name) });
}

const planOf = ({ body, role, target, targetText }: RouteStep): RouteStepPlan => ({
  body,
  role,
  ...(target === undefined ? {} : { target }),
  ...(targetText === undefined ? {} : { targetText }),
});

/** What waits on an agenda for a step that is no more. */
function offAgenda({ agenda }: Slices, { steps }: WorkshopResult): readonly CommitteeEvent[] {
  return steps.filter(isPending).flatMap(({ placed }): readonly CommitteeEvent[] => {
    const item = placed === undefined ? undefined : entry(agenda.items, placed.item);
    return item?.status === "waiting" ? [{ type: "AgendaItemRemoved", item: item.item }] : [];
  });
}

/** Antwort eines Gremiums: as it was said, nothing added. */
function answerStep(state: Slices, result: WorkshopResult, command: Of<"AnswerRouteStep">, given: Given): Decided {
  const { today } = given;
  if (command.on !== undefined && command.on > today)
    return refused({ code: "RouteAnswerAhead", on: command.on, today });
  const found = stepMeant(result, command.step);
  if (!found.ok) return found;
  const { step, answer: before } = found.value;
  const { type: _, result: number, step: __, ...answer } = command;
  if (before !== undefined) {
    const { source: ___, ...said } = before;
    if (sameData(said, answer)) return refused({ code: "ResultUnchanged", result: number });
  }
  const answered = { ...found.value, answer: { ...answer, source: result.source } };
  const steps = result.steps.map((one) => (one.step === step ? answered : one));
  return happened(
    { type: "RouteStepAnswered", result: number, step, ...answer },
    ...routeOntoAgenda(state, { ...result, steps, isHalted: halts(answer.outcome) }, given),
  );
}

/** The one named, else the next; one that has its answer has it for good, unless it was put off. */
function stepMeant(result: WorkshopResult, number: number | undefined): Result<RouteStep, Refusal> {
  const step = number === undefined ? nextStep(result) : result.steps.find((one) => one.step === number);
  if (step === undefined) return refused({ code: "NoRouteStep", result: result.result });
  return isPending(step) ? ok(step) : refused({ code: "RouteStepAnswered", result: result.result, step: step.step });
}
