import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ConsensusRuling = Derivation<"majority.consensus"> & {
  readonly outcome: "consensus" | "noConsensus";
  readonly objections: number;
  /** After an objection: vote by seats, or come back to it. */
  readonly next: "done" | "vote" | "adjourn";
};

/** Konsens (GO): nobody objects. There are no counts, and none may be made up; one objection ends it. */
export function consensus(rules: Rules, input: { readonly objections: number }): ConsensusRuling {
  requireCounts(input);
  const { firstTry, consensusFallback } = rules.majority;
  const isReached = input.objections === 0;
  return {
    rule: "majority.consensus",
    citation: cite("majority.firstTry", firstTry),
    alsoFrom: isReached ? [] : [cite("majority.consensusFallback", consensusFallback)],
    outcome: isReached ? "consensus" : "noConsensus",
    objections: input.objections,
    next: isReached ? "done" : consensusFallback.value,
  };
}
