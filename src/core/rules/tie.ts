import type { Rules } from "./rules.ts";

/** The chair's own vote; `vote` is absent as long as the chair has not voted. */
export type ChairVote = { readonly votingRight: boolean; readonly vote?: "yes" | "no" | "abstain" };

export type TieOutcome = {
  readonly outcome: "carried" | "rejected" | "chairDecides" | "repeat";
  readonly decidedBy?: "chair";
};

/**
 * Stimmengleichheit (GO; § 91 VwVfG, § 29 Abs. 2 MitbestG as models): rejected, settled by the chair's vote, or voted again. A chair
 * without a vote, or one who abstains, settles nothing: rejected.
 */
export function ruleOnTie(rules: Rules, round: number, chair: ChairVote | undefined): TieOutcome {
  switch (rules.majority.tie.value) {
    case "rejected":
      return { outcome: "rejected" };
    case "repeatOnce":
      return { outcome: round === 1 ? "repeat" : "rejected" };
    case "chairDoubleOnRepeat":
      return round === 1 ? { outcome: "repeat" } : byChair(chair);
    case "chairCasting":
      return byChair(chair);
  }
}

function byChair(chair: ChairVote | undefined): TieOutcome {
  if (chair === undefined) return { outcome: "chairDecides" };
  if (!chair.votingRight) return { outcome: "rejected" };
  if (chair.vote === undefined) return { outcome: "chairDecides" };
  if (chair.vote === "abstain") return { outcome: "rejected" };
  return { outcome: chair.vote === "yes" ? "carried" : "rejected", decidedBy: "chair" };
}
