import type { ElectionInput } from "./election-ruling.ts";
import { electionSteps } from "./election-steps.ts";
import { leastAboveShare, leastShare } from "./integers.ts";
import type { Rules } from "./rules.ts";

const half = { num: 1, den: 2 };

type ShareInput = Pick<ElectionInput, "presentVoting" | "members" | "round"> & { readonly validVotes: number };

/** Nötige Stimmen in einem Wahlgang um einen Sitz (GO): undefined where the most votes are enough. */
export function shareNeeded(rules: Rules, input: ShareInput): number | undefined {
  const { presentVoting, round, validVotes } = input;
  switch (rules.election.majority.value) {
    case "absoluteCast":
      return leastAboveShare(half, validVotes);
    case "absolutePresent":
      return leastAboveShare(half, presentVoting);
    case "absoluteMembers":
      return isLastStep(rules, round) ? undefined : leastAboveShare(half, membersOf(input));
    case "absoluteMembersThenRelative":
      return round === 1 ? leastAboveShare(half, membersOf(input)) : undefined;
    case "twoThirdsMembersThenCast":
      return round === 1 ? leastShare({ num: 2, den: 3 }, membersOf(input)) : leastAboveShare(half, validVotes);
    case "relative":
      return undefined;
  }
}

/** The step in which several would be in the run-off: who is alone in it has no opponent, only the votes cast. */
const isLastStep = (rules: Rules, round: number): boolean => electionSteps(rules)[round - 1] === "runoff2";

function membersOf({ members }: ShareInput): number {
  if (members === undefined) throw new Error("a majority of the members needs their number");
  return members;
}
