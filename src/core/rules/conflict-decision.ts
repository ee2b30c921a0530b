import { requireCounts } from "./integers.ts";
import { type MajorityRuling, majority } from "./majority.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

export type ConflictDecisionInput = {
  /** Voting seats, those concerned included. */
  readonly votingSeats: number;
  /** Seats concerned: they take no part. */
  readonly affected: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain?: number;
  readonly invalid?: number;
  /** Voting seats present without those concerned; all eligible ones unless told otherwise. */
  readonly present?: number;
  /** What the person says; decides where the rules leave it to the person. */
  readonly isDeclared?: boolean;
};

export type ConflictDecision = Derivation<"bias.decidedBy"> & {
  readonly decidedBy: "body" | "self";
  /** Seats that may vote on the question. */
  readonly eligible: number;
  readonly result: "excluded" | "notExcluded";
  /** The vote of the body, where it decides. */
  readonly majority?: MajorityRuling;
};

/** Entscheidung über die Befangenheit (GO; § 16 Abs. 4 SGB X as model): by the body without the person concerned, or by the person. */
export function decideOnConflict(rules: Rules, input: ConflictDecisionInput): ConflictDecision {
  const { votingSeats, affected, yes, no, abstain = 0, invalid = 0 } = input;
  requireCounts({ votingSeats, affected, yes, no, abstain, invalid, present: input.present });
  const setting = rules.bias.decidedBy;
  const eligible = Math.max(0, votingSeats - affected);
  const derivation = { rule: "bias.decidedBy", citation: cite("bias.decidedBy", setting), alsoFrom: [] } as const;
  if (setting.value === "self") {
    const result = input.isDeclared === true ? "excluded" : "notExcluded";
    return { ...derivation, decidedBy: "self", eligible, result };
  }
  const tally = { yes, no, abstain, invalid, present: input.present ?? eligible, members: eligible };
  const ruling = majority(rules, tally);
  const result = ruling.outcome === "carried" ? "excluded" : "notExcluded";
  return { ...derivation, alsoFrom: [ruling.citation], decidedBy: "body", eligible, result, majority: ruling };
}
