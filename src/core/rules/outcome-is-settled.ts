import { leastAboveShare, requireCounts } from "./integers.ts";
import { type MajorityContext, type MajorityOutcome, majority, type Tally } from "./majority.ts";
import type { MajorityPurpose } from "./majority-requirement.ts";
import type { Rules } from "./rules.ts";

/** `open`: the votes still out can decide. `notCarried`: rejected or without result, whatever comes. */
export type SettledOutcome = "carried" | "notCarried" | "open";

/**
 * "Das Ergebnis steht fest": whether the votes still out can change anything. Each of the `remaining` seats may vote Ja, Nein, abstain,
 * spoil its vote or stay away. Every clause leans one way in each kind of vote, so the cases in which all do the same are enough, and
 * one more where a minimum participation meets a rule about abstentions. Votes already given count as final: the caller asks only
 * where they are.
 */
export function outcomeIsSettled(
  rules: Rules,
  soFar: Tally,
  remaining: number,
  purpose: MajorityPurpose = "motion",
  context: MajorityContext = {},
): SettledOutcome {
  requireCounts({ remaining });
  const outcomes = extremes(soFar, remaining).map((tally) => majority(rules, tally, purpose, context).outcome);
  if (outcomes.every((outcome) => outcome === "carried")) return "carried";
  return outcomes.every(isDefeat) ? "notCarried" : "open";
}

function extremes(soFar: Tally, remaining: number): readonly Tally[] {
  const { yes, no, abstain, invalid, present } = soFar;
  const toParticipation = leastAboveShare({ num: 1, den: 2 }, present) - yes - no;
  const against = Math.min(remaining, Math.max(0, toParticipation));
  return [
    soFar,
    { ...soFar, yes: yes + remaining },
    { ...soFar, no: no + remaining },
    { ...soFar, abstain: abstain + remaining },
    { ...soFar, invalid: invalid + remaining },
    // As many abstentions as the minimum participation leaves room for.
    { ...soFar, no: no + against, abstain: abstain + remaining - against },
  ];
}

const isDefeat = (outcome: MajorityOutcome): boolean => outcome === "rejected" || outcome === "noResult";
