import { leastAboveShare, leastShare, quotientDown, quotientUp, requireCounts } from "./integers.ts";
import { type MajorityPurpose, type MajorityRequirement, majorityRequirement } from "./majority-requirement.ts";
import type { Basis, Fraction } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";
import { type ChairVote, ruleOnTie } from "./tie.ts";

/** Auszählung: votes by kind, and the voting seats present and in all (the recused in neither). */
export type Tally = {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly present: number;
  readonly members: number;
};

export type MajorityContext = {
  /** Which vote on this question it is: 1 for the first, 2 after a repeat. */
  readonly round?: number;
  /** How the chair voted or would decide; needed only where the chair's vote can settle a tie. */
  readonly chair?: ChairVote;
  /** Somebody moved to reopen the debate because the abstentions outweigh. */
  readonly isReopeningMoved?: boolean;
};

/** `chairDecides`: the chair's casting vote is awaited. `noResult`: ergebnislos, too few took part. */
export type MajorityOutcome = "carried" | "rejected" | "chairDecides" | "repeat" | "reopenDebate" | "noResult";

export type MajorityReason = "majorityMissed" | "tie" | "noVotes" | "participation" | "abstentions";

/** What would have turned it round: so many votes of this kind more or fewer, all else equal. */
export type Turning = { readonly kind: "moreYes" | "moreNo" | "fewerYes" | "fewerNo"; readonly votes: number };

export type MajorityRuling = Derivation<`majority.${MajorityRequirement["kind"]}`> & {
  readonly purpose: MajorityPurpose;
  readonly outcome: MajorityOutcome;
  readonly reason?: MajorityReason;
  readonly decidedBy: "votes" | "chair";
  readonly tally: Tally;
  readonly basis: Basis;
  readonly share: Fraction;
  readonly abstain: Rules["majority"]["abstain"]["value"];
  /** Ja and Nein without abstentions and invalid votes. */
  readonly validCast: number;
  /** Votes or seats the share is taken of. */
  readonly base: number;
  /** Ja votes that carry with this base. */
  readonly votesNeeded: number;
  /** The arithmetic in whole numbers: for a simple majority of votes Ja and what stands against, else both sides multiplied out. */
  readonly comparison: { readonly left: number; readonly relation: ">" | ">="; readonly right: number };
  readonly wouldTurn?: Turning;
};

/**
 * Mehrheit (GO, Beschlussfassung; § 32 Abs. 1 S. 3 BGB, § 91 VwVfG as models): whether the votes carry the question. Basis and
 * treatment of abstentions are two settings. No Ja never carries, whatever the share; zero votes are rejected for `noVotes`.
 */
export function majority(
  rules: Rules,
  tally: Tally,
  purpose: MajorityPurpose = "motion",
  context: MajorityContext = {},
): MajorityRuling {
  requireCounts(tally);
  const required = majorityRequirement(rules, purpose);
  const base = baseOf(rules, required.basis, tally);
  const votesNeeded = Math.max(1, (required.strict ? leastAboveShare : leastShare)(required.share, base));
  const settled = settle(rules, tally, required, base, votesNeeded, purpose, context);
  const wouldTurn = turningOf(settled.outcome, required, tally, base, votesNeeded);
  return {
    rule: `majority.${required.kind}`,
    citation: required.citation,
    alsoFrom: [...countingSources(rules, required, tally), ...settled.sources],
    purpose,
    outcome: settled.outcome,
    ...(settled.reason === undefined ? {} : { reason: settled.reason }),
    decidedBy: settled.decidedBy ?? "votes",
    tally,
    basis: required.basis,
    share: required.share,
    abstain: rules.majority.abstain.value,
    validCast: tally.yes + tally.no,
    base,
    votesNeeded,
    comparison: comparisonOf(required, tally.yes, base),
    ...(wouldTurn === undefined ? {} : { wouldTurn }),
  };
}

/** Grundzahl: what counts as one side and the other. */
function baseOf(rules: Rules, basis: Basis, tally: Tally): number {
  const { abstain, invalid } = rules.majority;
  const cast = tally.yes + tally.no + (invalid.value === "asNo" ? tally.invalid : 0);
  switch (basis) {
    case "cast":
      return cast + (abstain.value === "asNo" ? tally.abstain : 0);
    case "castInclAbstain":
      return cast + tally.abstain;
    case "present":
      return Math.max(0, tally.present - (abstain.value === "leavesBase" ? tally.abstain : 0));
    case "members":
      return tally.members;
  }
}

type Settled = {
  readonly outcome: MajorityOutcome;
  readonly reason?: MajorityReason;
  readonly decidedBy?: "chair";
  readonly sources: readonly Citation[];
};

function settle(
  rules: Rules,
  tally: Tally,
  required: MajorityRequirement,
  base: number,
  votesNeeded: number,
  purpose: MajorityPurpose,
  context: MajorityContext,
): Settled {
  const early = purpose === "motion" ? settleByTurnout(rules, tally, context) : undefined;
  if (early !== undefined) return early;
  if (tally.yes >= votesNeeded) return { outcome: "carried", sources: [] };
  if (tally.yes + tally.no === 0) return { outcome: "rejected", reason: "noVotes", sources: [] };
  const isTie = required.kind === "simple" && isOfVotes(required.basis) && 2 * tally.yes === base;
  if (!isTie) return { outcome: "rejected", reason: "majorityMissed", sources: [] };
  const sources = [cite("majority.tie", rules.majority.tie)];
  return { ...ruleOnTie(rules, context.round ?? 1, context.chair), reason: "tie", sources };
}

/** Mindestbeteiligung und überwiegende Enthaltung (GO): settled before the votes are compared. */
function settleByTurnout(rules: Rules, tally: Tally, context: MajorityContext): Settled | undefined {
  const { minParticipation, abstainMajority } = rules.majority;
  const cast = tally.yes + tally.no;
  if (minParticipation.value === "moreThanHalfPresent" && 2 * cast <= tally.present) {
    const sources = [cite("majority.minParticipation", minParticipation)];
    return { outcome: "noResult", reason: "participation", sources };
  }
  const sources = [cite("majority.abstainMajority", abstainMajority)];
  if (abstainMajority.value === "repeatOnceThenReject" && tally.abstain > cast) {
    const outcome = (context.round ?? 1) === 1 ? "repeat" : "rejected";
    return { outcome, reason: "abstentions", sources };
  }
  if (abstainMajority.value === "reopenOnMotion" && tally.abstain > tally.yes && context.isReopeningMoved === true) {
    return { outcome: "reopenDebate", reason: "abstentions", sources };
  }
  return undefined;
}

function comparisonOf(required: MajorityRequirement, yes: number, base: number): MajorityRuling["comparison"] {
  const relation = required.strict ? ">" : ">=";
  if (required.kind === "simple" && isOfVotes(required.basis)) return { left: yes, relation, right: base - yes };
  return { left: required.share.den * yes, relation, right: required.share.num * base };
}

/** Smallest change that turns carried into not carried, or the other way. */
function turningOf(
  outcome: MajorityOutcome,
  required: MajorityRequirement,
  tally: Tally,
  base: number,
  votesNeeded: number,
): Turning | undefined {
  const { num, den } = required.share;
  const excess = den * tally.yes - num * base;
  if (outcome === "carried") {
    if (!isOfVotes(required.basis)) return { kind: "fewerYes", votes: Math.max(1, tally.yes - votesNeeded + 1) };
    const votes = required.strict ? quotientUp(Math.max(0, excess), num) : quotientDown(excess, num) + 1;
    return { kind: "moreNo", votes: Math.max(1, votes) };
  }
  if (outcome !== "rejected") return undefined;
  if (!isOfVotes(required.basis)) return { kind: "moreYes", votes: Math.max(1, votesNeeded - tally.yes) };
  if (num === den) return base === 0 ? { kind: "moreYes", votes: 1 } : { kind: "fewerNo", votes: base - tally.yes };
  const votes = required.strict ? quotientDown(-excess, den - num) + 1 : quotientUp(Math.max(0, -excess), den - num);
  return { kind: "moreYes", votes: Math.max(1, votes) };
}

/** The settings beside the majority itself that had a part in the count: only those that made a difference. */
function countingSources(rules: Rules, required: MajorityRequirement, tally: Tally): readonly Citation[] {
  const { kind, abstain, basis, invalid } = rules.majority;
  const isBasisApart =
    required.citation.setting === "majority.threshold" || required.citation.setting === "majority.kind";
  const isAbstainMet = tally.abstain > 0 && (required.basis === "cast" || abstain.value === "leavesBase");
  return [
    ...(required.citation.setting === "majority.threshold" ? [cite("majority.kind", kind)] : []),
    ...(isBasisApart ? [cite("majority.basis", basis)] : []),
    ...(isAbstainMet ? [cite("majority.abstain", abstain)] : []),
    ...(tally.invalid > 0 && isOfVotes(required.basis) ? [cite("majority.invalid", invalid)] : []),
  ];
}

/** Whether the base is made of votes (and grows with each), not of seats. */
const isOfVotes = (basis: Basis): boolean => basis === "cast" || basis === "castInclAbstain";
