import { requireCounts } from "./integers.ts";
import { type MajorityContext, type MajorityOutcome, majority, type Tally } from "./majority.ts";
import type { MajorityPurpose } from "./majority-requirement.ts";
import type { Rules } from "./rules.ts";

/** `open`: the votes still out can decide. `notCarried`: rejected or without result, whatever comes. */
export type SettledOutcome = "carried" | "notCarried" | "open";

/**
 * "Das Ergebnis steht fest": whether the votes still out can change anything. Each of the `remaining` seats may vote Ja, Nein, abstain,
 * spoil its vote or stay away; looking at the five cases in which all do the same is enough, since every clause leans one way in each
 * kind of vote. Votes already given count as final, so the caller asks only where they are (a roll call), or after the close.
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
  return [
    soFar,
    { ...soFar, yes: soFar.yes + remaining },
    { ...soFar, no: soFar.no + remaining },
    { ...soFar, abstain: soFar.abstain + remaining },
    { ...soFar, invalid: soFar.invalid + remaining },
  ];
}

const isDefeat = (outcome: MajorityOutcome): boolean => outcome === "rejected" || outcome === "noResult";
