import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type RecallInput = {
  /** An important reason was given. */
  readonly hasReason: boolean;
  /** Somebody else is put up for the office at the same time. */
  readonly hasSuccessor: boolean;
};

export type RecallRuling = Derivation<"office.recall"> & {
  readonly isAdmissible: boolean;
  /** How it is done: by a vote on it, or by electing the successor. */
  readonly by?: "vote" | "successor";
  readonly refusal?: "never" | "successorMissing" | "reasonMissing";
};

/**
 * Abwahl (GO; Wahlordnung BayStuRa, § 14 GO SGH as models): by a majority of its own, only by electing a successor, or not at all;
 * for an important reason where the rules ask for one. A successor's election is always possible where a vote on the recall is.
 */
export function recall(rules: Rules, { hasReason, hasSuccessor }: RecallInput): RecallRuling {
  const { recall: setting, recallNeedsReason } = rules.office;
  const { kind } = setting.value;
  const refuse = (refusal: NonNullable<RecallRuling["refusal"]>, alsoFrom: readonly Citation[] = []): RecallRuling => ({
    rule: "office.recall",
    citation: cite("office.recall", setting),
    alsoFrom,
    isAdmissible: false,
    refusal,
  });
  if (kind === "never") return refuse("never");
  if (kind === "successor" && !hasSuccessor) return refuse("successorMissing");
  const reason = recallNeedsReason.value ? [cite("office.recallNeedsReason", recallNeedsReason)] : [];
  if (reason.length > 0 && !hasReason) return refuse("reasonMissing", reason);
  const { refusal: _, ...ruling } = refuse("never", reason);
  return { ...ruling, isAdmissible: true, by: kind === "successor" ? "successor" : "vote" };
}
