import { entry } from "../kernel/table.ts";
import type { CountedMotion } from "../motion/events.ts";
import { alternativeVote, runoffOfTwo } from "../rules/alternatives.ts";
import { cite } from "../rules/setting.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

const preferenceOf = (counted: readonly CountedMotion[]) =>
  counted.map(({ motion, votes }) => ({ id: String(motion), votes }));

/** Worüber nach der Vorabstimmung zuerst abzustimmen ist; none if no motion is chosen (yet), or all were rejected. */
export function nextAlternative(state: Slices): number | undefined {
  const { ranking } = state.motions;
  if (ranking === undefined) return undefined;
  const preference = preferenceOf(ranking.preference);
  if (state.rules.motionOrder.rule.value === "runoff2") {
    const runoff = ranking.runoff?.map(({ motion, votes }) => [motion, votes] as const);
    const { adopted } = runoffOfTwo(state.rules, { preference, runoff: runoff && Object.fromEntries(runoff) });
    return adopted === undefined ? undefined : Number(adopted);
  }
  const { next } = alternativeVote(state.rules, { preference, votes: outcomesOf(state, ranking.preference) });
  return next === undefined ? undefined : Number(next);
}

/** How each of them ended, as found under the rules of its ballot. */
function outcomesOf(state: Slices, counted: readonly CountedMotion[]) {
  const ended = counted.flatMap(({ motion }) => {
    const outcome = entry(state.motions.motions, motion)?.outcome?.outcome;
    if (outcome !== "carried" && outcome !== "rejected") return [];
    return [[motion, outcome === "carried" ? { yes: 1, no: 0 } : { yes: 0, no: 1 }] as const];
  });
  return Object.fromEntries(ended);
}

/** Another alternative comes before it, or none of them is chosen yet. */
export function alternativeFirst(state: Slices, motion: number): Refusal | undefined {
  const { ranking } = state.motions;
  if (ranking?.preference.some((one) => one.motion === motion) !== true) return undefined;
  const next = nextAlternative(state);
  if (next === motion) return undefined;
  const { rule } = state.rules.motionOrder;
  return { code: "AlternativeFirst", motion, next, citation: cite("motionOrder.rule", rule) };
}

/** Erledigt mit der Annahme einer Alternative: the others are not voted on. */
export function settledAlternatives(state: Slices, carried: number): readonly CommitteeEvent[] {
  const all = state.motions.ranking?.preference.map((one) => one.motion) ?? [];
  if (!all.includes(carried)) return [];
  return all
    .filter((motion) => motion !== carried && entry(state.motions.motions, motion)?.status === "open")
    .map((motion) => ({ type: "MotionSettled", motion, by: carried }));
}
