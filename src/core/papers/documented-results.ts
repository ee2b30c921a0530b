import type { CommitteeState } from "../committee/state.ts";
import { stepFacts } from "../committee/step-facts.ts";
import { entries, entry } from "../kernel/table.ts";
import type { ResultOrigin } from "../route/events.ts";
import { routeStanding } from "../route/standing.ts";
import type { RouteAnswer, RouteStep, WorkshopResult } from "../route/state.ts";
import type { Workshop } from "../workshop/state.ts";
import type { DocumentedAnswer, DocumentedResult, DocumentedStep } from "./documentation.ts";
import { ownerOf } from "./people-in-papers.ts";
import { sourcesOf } from "./sourced.ts";
import type { WorkshopSource } from "./workshop-source.ts";

/** Was aus diesem Workshop geworden ist: made in it, or later of one of its ideas or groups. */
export function resultsOfWorkshop(state: CommitteeState, { workshop }: Workshop): readonly WorkshopResult[] {
  const { ideas, groups } = state.workshops;
  const isOfWorkshop = ({ kind, number }: { readonly kind: string; readonly number: number }): boolean =>
    (kind === "idea" && entry(ideas, number)?.workshop === workshop) ||
    (kind === "group" && entry(groups, number)?.workshop === workshop);
  return entries(state.routes.results).filter(
    (one) => one.workshop === workshop || (one.origin.kind !== "none" && isOfWorkshop(one.origin)),
  );
}

export function documentedResults(
  source: WorkshopSource,
  results: readonly WorkshopResult[],
): readonly DocumentedResult[] {
  const { documentation } = source.context.wording;
  return results.map((one) => ({
    number: one.result,
    kind: one.kind,
    ...(one.grade === undefined ? {} : { grade: one.grade }),
    text: one.text,
    origin: documentation.origin(one.origin, groupName(source, one.origin)),
    ...ownerOf(source, one),
    tags: [...one.tags],
    steps: one.steps.map((step) => stepView(source, step)),
    standing: documentation.standing(routeStanding(one, source.context.today)),
    sources: sourcesOf(one.sources),
  }));
}

function groupName({ state }: WorkshopSource, origin: ResultOrigin): string | undefined {
  return origin.kind === "group" ? entry(state.workshops.groups, origin.number)?.name : undefined;
}

function stepView({ state, context }: WorkshopSource, step: RouteStep): DocumentedStep {
  const { documentation } = context.wording;
  const due = documentation.stepDue(step);
  return {
    number: step.step,
    body: step.body,
    role: step.role,
    ...(step.roleText === undefined ? {} : { roleText: step.roleText }),
    ...(due === undefined ? {} : { due }),
    ...(step.target === undefined ? {} : { target: step.target }),
    standing: documentation.stepStanding(step, stepFacts(state, step, context.today)),
    ...(step.answer === undefined ? {} : { answer: answerView(step.answer) }),
  };
}

const answerView = ({ outcome, on, unanimous, condition, text }: RouteAnswer): DocumentedAnswer => ({
  outcome,
  unanimous: unanimous === true,
  ...(on === undefined ? {} : { on }),
  ...(condition === undefined ? {} : { condition }),
  ...(text === undefined ? {} : { wording: text }),
});
