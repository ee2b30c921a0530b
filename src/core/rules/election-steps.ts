import type { ElectionStep } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite } from "./setting.ts";

/**
 * Schritte einer Wahl um einen Sitz (GO): `election.sequence`, fitted to the majority. Where a second ballot belongs to the majority
 * itself (§ 67 NKomVG, § 27 MitbestG as models), it follows the first. Where the GO asks for the most votes only and says no more,
 * the profile's run-off does not belong to it: a tie goes by `election.tie` if that is written, else to the lot (§ 92 VwVfG as model).
 */
export function electionSteps(rules: Rules): readonly ElectionStep[] {
  const { majority, sequence } = rules.election;
  const isSilent = sequence.origin === "default" && majority.origin === "go";
  switch (majority.value) {
    case "relative":
      return isSilent ? stepsByTie(rules) : sequence.value;
    case "absoluteMembersThenRelative":
      return isSilent ? ["ballot", "ballot", "lot"] : withSecondBallot(sequence.value);
    case "twoThirdsMembersThenCast":
      return withSecondBallot(sequence.value);
    case "absoluteCast":
    case "absolutePresent":
    case "absoluteMembers":
      return sequence.value;
  }
}

/** Fundstelle of the step that follows: the sequence, or the tie rule where that took its place. */
export function citeSteps(rules: Rules): Citation {
  const { majority, sequence, tie } = rules.election;
  const isByTie = majority.value === "relative" && majority.origin === "go" && sequence.origin === "default";
  return isByTie && tie.origin === "go" ? cite("election.tie", tie) : cite("election.sequence", sequence);
}

function stepsByTie({ election: { tie } }: Rules): readonly ElectionStep[] {
  if (tie.origin === "default") return ["ballot", "lot"];
  switch (tie.value) {
    case "lot":
      return ["ballot", "lot"];
    case "repeatThenLot":
      return ["ballot", "ballot", "lot"];
    case "runoffThenLot":
      return ["ballot", "runoff2", "lot"];
  }
}

function withSecondBallot(steps: readonly ElectionStep[]): readonly ElectionStep[] {
  const [first = "ballot", ...rest] = steps;
  return rest[0] === "ballot" ? steps : [first, "ballot", ...rest];
}
