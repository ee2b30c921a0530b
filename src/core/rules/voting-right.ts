import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

export type VotingRightInput = {
  /** Day of the meeting, ISO ("2024-01-12"); days sort as text. */
  readonly date: string;
  /** Last day of the Leistungsvertrag. */
  readonly contractUntil?: string;
  /** Last day by statement of the Träger or the AG. */
  readonly memberUntil?: string;
  /** The right rests at the moment. */
  readonly isSuspended?: boolean;
};

export type VotingRightRuling = Derivation<"membership.votingRight"> & {
  readonly votingRight: boolean;
  readonly countsForQuorum: boolean;
  /** `none`: no longer a member. */
  readonly role: "voting" | "advisory" | "none";
  readonly reason?: "contractEnded" | "membershipEnded" | "suspended";
  /** Last day with a vote, where it has ended. */
  readonly until?: string;
};

/**
 * Stimmrecht eines Sitzes an einem Tag (GO; Lichtenberg, KjG as models): membership ends by statement, or with the Leistungsvertrag where
 * the rules say so; a right that rests leaves an advisory member who does not count for the quorum.
 */
export function votingRight(rules: Rules, input: VotingRightInput): VotingRightRuling {
  const { endsWith, suspension } = rules.membership;
  const { date, contractUntil, memberUntil } = input;
  const without = (
    role: "advisory" | "none",
    reason: NonNullable<VotingRightRuling["reason"]>,
    citation: Citation,
  ) => ({
    ...derivation(citation),
    votingRight: false,
    countsForQuorum: false,
    role,
    reason,
  });
  if (memberUntil !== undefined && memberUntil < date)
    return { ...without("none", "membershipEnded", cite("membership.endsWith", endsWith)), until: memberUntil };
  if (endsWith.value === "contract" && contractUntil !== undefined && contractUntil < date)
    return { ...without("none", "contractEnded", cite("membership.endsWith", endsWith)), until: contractUntil };
  if (suspension.value && input.isSuspended === true)
    return without("advisory", "suspended", cite("membership.suspension", suspension));
  const citation = cite("membership.votingUnit", rules.membership.votingUnit);
  return { ...derivation(citation), votingRight: true, countsForQuorum: true, role: "voting" };
}

const derivation = (citation: Citation): Derivation<"membership.votingRight"> => ({
  rule: "membership.votingRight",
  citation,
  alsoFrom: [],
});
