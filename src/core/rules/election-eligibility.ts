import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Bewerbung, as far as the right to be elected asks. */
export type CandidateFacts = {
  readonly votingRight: boolean;
  /** Art des Trägers, for which the person sits: öffentlich, frei, sonstige. Absent for people without one. */
  readonly organization?: "public" | "free" | "other";
  /** So many Nein in an earlier round that the person may not stand again for this office. */
  readonly isBarred?: boolean;
};

export type EligibilityRuling = Derivation<"election.eligible"> & {
  readonly eligible: boolean;
  readonly reason?: "noVotingRight" | "notFree" | "barred";
};

/** Wählbarkeit (GO; § 4 GO Haan as model): everybody who belongs to it, those with a vote, or those of freie Träger with a vote. */
export function eligibility(rules: Rules, { votingRight, organization, isBarred }: CandidateFacts): EligibilityRuling {
  const { eligible, excludeIfNoShareAbove } = rules.election;
  const derivation = {
    rule: "election.eligible",
    citation: cite("election.eligible", eligible),
    alsoFrom: [],
  } as const;
  const no = (reason: NonNullable<EligibilityRuling["reason"]>): EligibilityRuling => ({
    ...derivation,
    eligible: false,
    reason,
  });
  if (isBarred === true) {
    const citation = cite("election.excludeIfNoShareAbove", excludeIfNoShareAbove);
    return { ...no("barred"), citation };
  }
  if (eligible.value === "everyone") return { ...derivation, eligible: true };
  if (eligible.value === "votingFreeCarriers" && organization !== "free") return no("notFree");
  return votingRight ? { ...derivation, eligible: true } : no("noVotingRight");
}

/** Wahlleitung (general rule; § 9 Abs. 2 GO SGH as model): who stands does not lead this ballot. */
export function electionLeader(leader: string | undefined, candidates: readonly string[]): "leads" | "handsOver" {
  return leader !== undefined && candidates.includes(leader) ? "handsOver" : "leads";
}
