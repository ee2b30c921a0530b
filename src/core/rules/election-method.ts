import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Wahlverfahren for several equal seats. */
export type ElectionMethod = "listPlurality" | "yesNoRanked" | "dHondt";

export type ElectionMethodRuling = Derivation<"election.method"> & {
  readonly method: ElectionMethod;
  /** Only where d'Hondt may be waived unanimously: how the vote on that went. `none`: nobody voted for it. */
  readonly waiver?: "unanimous" | "opposed" | "none";
};

/** Abweichung von d'Hondt, put to the vote. Abstentions oppose nothing. */
export type WaiverVote = { readonly yes: number; readonly no: number; readonly abstain?: number };

/** Verfahren bei mehreren gleichen Sitzen (GO; § 92 Abs. 3 VwVfG as model): a unanimous vote may put d'Hondt aside. */
export function electionMethod(rules: Rules, waiverVote?: WaiverVote): ElectionMethodRuling {
  const { multi } = rules.election;
  const derivation = { rule: "election.method", citation: cite("election.multi", multi), alsoFrom: [] } as const;
  if (multi.value !== "dHondtUnlessUnanimous") return { ...derivation, method: multi.value };
  if (waiverVote === undefined || waiverVote.yes + waiverVote.no === 0)
    return { ...derivation, method: "dHondt", waiver: "none" };
  requireCounts(waiverVote);
  const isWaived = waiverVote.no === 0;
  return {
    ...derivation,
    method: isWaived ? "listPlurality" : "dHondt",
    waiver: isWaived ? "unanimous" : "opposed",
  };
}
