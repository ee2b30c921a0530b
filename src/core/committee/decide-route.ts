import { assertNever } from "../kernel/assert-never.ts";
import { foldGerman } from "../kernel/fold-german.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import type { RouteStepPlan } from "../route/events.ts";
import type { RouteAnswer, RouteStep, WorkshopResult } from "../route/state.ts";
import { correctableStep, halts, isPending, nextStep, stepsAfter } from "../route/steps.ts";
import type { Given } from "./commands.ts";
import type { RouteCommand } from "./commands-workshop.ts";
import { makeResult, rewordResult } from "./decide-result.ts";
import { tagResult } from "./decide-tags.ts";
import { type Decided, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import type { RouteRefusal } from "./refusal-workshop.ts";
import { jobsOfRoute } from "./route-jobs.ts";
import { routeOntoAgenda } from "./route-on-agenda.ts";
import type { Slices } from "./state.ts";
import type { JobRequest } from "./system-commands.ts";

type AnswerWords = Omit<Extract<RouteCommand, { type: "AnswerRouteStep" }>, "type" | "results" | "step">;
type Of<Type extends RouteCommand["type"]> = Extract<RouteCommand, { type: Type }>;

/** Entscheidung über Ergebnisse und ihre Beratungsfolge. */
export function decideRoute(state: Slices, command: RouteCommand, given: Given): Decided {
  switch (command.type) {
    case "MakeResult":
      return makeResult(state, command);
    case "RewordResult":
      return onResult(state, command.result, (result) => rewordResult(result, command.text));
    case "TagResult":
    case "UntagResult":
      return onResult(state, command.result, (result) => tagResult(state, result, command));
    case "SetRoute":
      return setRoutes(state, command, given);
    case "AnswerRouteStep":
      return answerSteps(state, command, given);
    default:
      return assertNever(command);
  }
}

function onResult(state: Slices, number: number, decide: (result: WorkshopResult) => Decided): Decided {
  const result = resultAt(state, number);
  return result.ok ? decide(result.value) : result;
}

function resultAt({ routes }: Slices, number: number): Result<WorkshopResult, RouteRefusal> {
  const result = entry(routes.results, number);
  return result === undefined
    ? refuse({ code: "UnknownResult", result: number, count: routes.results.size })
    : ok(result);
}

type OnResult = (
  result: WorkshopResult,
  before: readonly CommitteeEvent[],
) => Result<{ readonly events: readonly CommitteeEvent[]; readonly jobs?: readonly JobRequest[] }, RouteRefusal>;

/** All of them or none; `before`: what the earlier ones bring about. */
function onResults(state: Slices, numbers: readonly number[], decide: OnResult): Decided {
  const wanted = [...new Set(numbers)];
  const events: CommitteeEvent[] = [];
  const jobs: JobRequest[] = [];
  for (const number of wanted) {
    const result = resultAt(state, number);
    const decided = result.ok ? decide(result.value, events) : result;
    if (!decided.ok) {
      const others = wanted.filter((other) => other !== number);
      return refused(others.length === 0 ? decided.error : { code: "NoneOfResults", others, because: decided.error });
    }
    events.push(...decided.value.events);
    jobs.push(...(decided.value.jobs ?? []));
  }
  return ok({ events, ...(jobs.length === 0 ? {} : { jobs }) });
}

const MOST_STEPS = 12;

/** Beratungsfolge festlegen, in place of what is still open of an earlier one. */
function setRoutes(state: Slices, command: Of<"SetRoute">, given: Given): Decided {
  const wanted = plansOf(state, command);
  if (!wanted.ok) return wanted;
  const plans = wanted.value;
  if (plans.length > MOST_STEPS) return refused({ code: "TooManyRouteSteps", most: MOST_STEPS });
  return onResults(state, command.results, (result, before) => {
    const number = result.result;
    if (plans.length === 0) return refuse({ code: "NoRouteStep", result: number });
    if (!result.isHalted && sameData(result.steps.filter(isPending).map(planOf), plans))
      return refuse({ code: "ResultUnchanged", result: number });
    const steps = stepsAfter(result.steps, plans);
    const set: CommitteeEvent = { type: "RouteSet", result: number, steps: plans };
    const placed = routeOntoAgenda(state, { ...result, steps, isHalted: false }, given, before);
    const jobs = jobsOfRoute(number, steps.filter(isPending), given);
    return ok({ events: [set, ...offAgenda(state, result), ...placed], jobs });
  });
}

/** As typed, or a route of the committee file by its name. */
function plansOf(
  { membership }: Slices,
  { template, steps }: Of<"SetRoute">,
): Result<readonly RouteStepPlan[], RouteRefusal> {
  if (template === undefined) return ok(steps);
  const routes = membership.description?.routes ?? [];
  const found = routes.find(({ name }) => foldGerman(name) === foldGerman(template));
  if (found !== undefined) return ok(found.steps);
  return refuse({ code: "UnknownRoute", template, known: routes.map(({ name }) => name) });
}

const planOf = ({ body, role, roleText, target, targetText }: RouteStep): RouteStepPlan => ({
  body,
  role,
  ...(roleText === undefined ? {} : { roleText }),
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
function answerSteps(state: Slices, command: Of<"AnswerRouteStep">, given: Given): Decided {
  const { today } = given;
  const { type: _, results, step: named, ...answer } = command;
  if (answer.on !== undefined && answer.on > today) return refused({ code: "RouteAnswerAhead", on: answer.on, today });
  return onResults(state, results, (result, before) => {
    const { result: number } = result;
    const found = stepMeant(result, named, answer.on ?? today);
    if (!found.ok) return found;
    const { step, answer: earlier } = found.value;
    if (earlier !== undefined && isSaid(earlier, answer)) return refuse({ code: "ResultUnchanged", result: number });
    const answered = { ...found.value, answer: { ...answer, source: result.source } };
    const steps = result.steps.map((one) => (one.step === step ? answered : one));
    const after = { ...result, steps, isHalted: halts(answer.outcome) };
    return ok({
      events: [
        { type: "RouteStepAnswered", result: number, step, ...answer },
        ...(after.isHalted ? offAgenda(state, after) : []),
        ...routeOntoAgenda(state, after, given, before),
      ],
    });
  });
}

/** The same again; or nothing beyond what the committee decided itself. */
function isSaid({ source: _, basis, ...said }: RouteAnswer, answer: AnswerWords): boolean {
  return sameData(said, basis === undefined ? answer : { ...said, ...answer });
}

/**
 * The one named, else the next; or what the committee itself decided on that day. One that has its answer has it for good, unless it was
 * put off, or came by itself and nobody has answered since.
 */
function stepMeant(result: WorkshopResult, number: number | undefined, on: LocalDate): Result<RouteStep, RouteRefusal> {
  const own = correctableStep(result);
  const next = own?.answer?.on === on ? own : nextStep(result);
  const step = number === undefined ? next : result.steps.find((one) => one.step === number);
  if (step === undefined) return refuse({ code: "NoRouteStep", result: result.result });
  if (isPending(step) || step === own) return ok(step);
  return refuse({ code: "RouteStepAnswered", result: result.result, step: step.step });
}
