import type { Rules } from "./rules.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

/** Wie jemand der Sache nahesteht. `groupMember`: only as one of a group (all Träger, all parents) whose interests are touched. */
export type Relation = "own" | "relative" | "paid" | "executive" | "representative" | "groupMember" | "none";

/** Vorteil oder Nachteil: direct, only for a group the person belongs to, or none. */
export type Benefit = "direct" | "group" | "none";

/** Worum es geht: a single matter, general planning (Bedarfsfeststellung), an election, a contract or a lawsuit with the member. */
export type MatterKind = "decision" | "planning" | "election" | "legalTransaction" | "lawsuit";

export type ConflictFacts = {
  readonly relation: Relation;
  readonly benefit?: Benefit;
  readonly itemKind: MatterKind;
};

export type ConflictReason =
  | "noSuchRule"
  | "election"
  | "notATransaction"
  | "generalPlanning"
  | "groupOnly"
  | "noRelation"
  | "party"
  | "directInterest"
  | "transaction";

export type ConflictRuling = Derivation<"bias.scope"> & {
  readonly isExcluded: boolean;
  readonly reason: ConflictReason;
};

/**
 * Befangenheit (GO; § 16 SGB X, § 20 VwVfG, § 34 BGB as models): who is excluded, from declared facts. Excluded is who is concerned, a
 * relative of, paid by or on the board of somebody concerned, or gains or loses directly; not who belongs to a group only, not in general
 * planning, not in elections. With scope `legalTransaction` only a contract or lawsuit with the member.
 */
export function conflictOfInterest(rules: Rules, facts: ConflictFacts): ConflictRuling {
  const { enabled, scope, notForElections } = rules.bias;
  const scoped = cite("bias.scope", scope);
  if (!enabled.value) return ruling(false, "noSuchRule", cite("bias.enabled", enabled));
  if (facts.itemKind === "election" && notForElections.value)
    return ruling(false, "election", cite("bias.notForElections", notForElections));
  if (scope.value === "legalTransaction") return byTransaction(facts, scoped);
  return byInterest(facts, scoped);
}

function byTransaction({ relation, itemKind }: ConflictFacts, citation: Citation): ConflictRuling {
  if (itemKind !== "legalTransaction" && itemKind !== "lawsuit") return ruling(false, "notATransaction", citation);
  if (relation === "none" || relation === "groupMember") return ruling(false, "noRelation", citation);
  return ruling(true, "transaction", citation);
}

function byInterest({ relation, benefit, itemKind }: ConflictFacts, citation: Citation): ConflictRuling {
  if (benefit === "direct") return ruling(true, "directInterest", citation);
  if (itemKind === "planning") return ruling(false, "generalPlanning", citation);
  if (benefit === "group" || relation === "groupMember") return ruling(false, "groupOnly", citation);
  return relation === "none" ? ruling(false, "noRelation", citation) : ruling(true, "party", citation);
}

const ruling = (isExcluded: boolean, reason: ConflictReason, citation: Citation): ConflictRuling => ({
  rule: "bias.scope",
  citation,
  alsoFrom: [],
  isExcluded,
  reason,
});
