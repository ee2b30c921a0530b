import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type EnBlocRuling = Derivation<"motionOrder.enBloc"> & {
  readonly isAllowed: boolean;
  readonly reason?: "never" | "competing" | "objection" | "tooFew";
};

/** Verbundene Abstimmung, en bloc (GO): several motions that do not compete, in one vote, if nobody objects. */
export function enBlocVote(
  rules: Rules,
  input: { readonly motions: number; readonly isCompeting: boolean; readonly objections: number },
): EnBlocRuling {
  requireCounts({ motions: input.motions, objections: input.objections });
  const { enBloc } = rules.motionOrder;
  const base = { rule: "motionOrder.enBloc", citation: cite("motionOrder.enBloc", enBloc), alsoFrom: [] } as const;
  const reason = enBlocObstacle(enBloc.value === "never", input);
  return reason === undefined ? { ...base, isAllowed: true } : { ...base, isAllowed: false, reason };
}

function enBlocObstacle(
  isNever: boolean,
  {
    motions,
    isCompeting,
    objections,
  }: { readonly motions: number; readonly isCompeting: boolean; readonly objections: number },
): EnBlocRuling["reason"] {
  if (isNever) return "never";
  if (motions < 2) return "tooFew";
  if (isCompeting) return "competing";
  return objections > 0 ? "objection" : undefined;
}

export type DivisionRuling = Derivation<"motionOrder.division"> & {
  /** `granted`: divided at once; `vote`: the body decides; `refused`: not for this person, or not at all. */
  readonly outcome: "granted" | "vote" | "refused";
};

/** Teilung der Frage (GO): on demand of the mover, of any member, by a vote, or not at all. The mover may always where any member may. */
export function division(rules: Rules, input: { readonly demandedBy: "mover" | "member" }): DivisionRuling {
  const setting = rules.motionOrder.division;
  const base = { rule: "motionOrder.division", citation: cite("motionOrder.division", setting), alsoFrom: [] } as const;
  switch (setting.value) {
    case "never":
      return { ...base, outcome: "refused" };
    case "vote":
      return { ...base, outcome: "vote" };
    case "anyMember":
      return { ...base, outcome: "granted" };
    case "mover":
      return { ...base, outcome: input.demandedBy === "mover" ? "granted" : "refused" };
  }
}
