import { decisionUnder, itemOfMotion } from "../../core/committee/item-decision.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import { isPending } from "../../core/route/steps.ts";
import { answerStandsAlready, decidedBothWays } from "../../texts/announcements-routes.ts";

/** Was mit einem Beschluss nicht von selbst zur Antwort wird, where a step of a route stands under its item. */
export function ownAnswerLines(state: CommitteeState, motion: number): readonly string[] {
  const item = itemOfMotion(state, entry(state.motions.motions, motion) ?? {});
  if (item === undefined) return [];
  return entries(state.routes.results).flatMap((result) =>
    result.steps
      .filter(({ placed }) => placed?.item === item)
      .flatMap((step) => {
        if (isPending(step))
          return decisionUnder(state, item, result) === "mixed" ? [decidedBothWays(result.result)] : [];
        const { basis } = step.answer ?? {};
        return basis?.kind === "motion" && basis.number !== motion ? [answerStandsAlready(result.result, step)] : [];
      }),
  );
}
