import type { CommitteeState } from "../../core/committee/state.ts";
import { stepFacts } from "../../core/committee/step-facts.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { routeStanding } from "../../core/route/standing.ts";
import type { RouteStep, WorkshopResult } from "../../core/route/state.ts";
import { nextStep } from "../../core/route/steps.ts";
import {
  nextIs,
  routeHalts,
  routeIsOver,
  standingText,
  stepLine,
  stepStandingText,
} from "../../texts/announcements-routes.ts";
import type { ReplyChoice } from "../reply.ts";
import { choice } from "./telling.ts";

/** Ein Schritt mit seinem Stand. */
export const stepStanding = (state: CommitteeState, step: RouteStep, today: LocalDate): string =>
  stepLine(step, stepStandingText(step, stepFacts(state, step, today)));

/** Wo ein Ergebnis steht, in a few words. */
export const statusOf = (result: WorkshopResult, today: LocalDate): string =>
  standingText(routeStanding(result, today));

/** Wie es weitergeht. */
export function whatFollows(result: WorkshopResult): string {
  if (result.isHalted) return routeHalts([result.result]);
  const next = nextStep(result);
  return next === undefined ? routeIsOver() : nextIs(next);
}

/** The routes of the committee file, one choice each. */
export function templateChoices({ membership }: CommitteeState, result: number): readonly ReplyChoice[] {
  const names = (membership.description?.routes ?? []).map(({ name }) => name).filter((name) => !name.includes('"'));
  return names.map((name) => choice(`Weg „${name}“`, `weiterleiten ${result} nach "${name}"`));
}
