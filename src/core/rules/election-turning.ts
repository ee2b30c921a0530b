import type { ElectionTurning, NamedTally } from "./election-ruling.ts";
import { quotientUp } from "./integers.ts";

/**
 * Was das Ergebnis geändert hätte: where all seats are filled, how few votes, given to somebody else, would have cost the last one
 * elected the seat; else how many the first one not elected was short of. Undefined where there is nobody of whom to say it.
 */
export function electionTurning(
  elected: readonly string[],
  standings: readonly NamedTally[],
  votesNeeded: number | undefined,
  seats = 1,
): ElectionTurning | undefined {
  const won = standings.filter(({ id }) => elected.includes(id)).map(({ votes }) => votes);
  const lost = standings.filter(({ id }) => !elected.includes(id)).map(({ votes }) => votes);
  if (won.length < seats) return missing(lost, votesNeeded);
  if (won.length === 0) return undefined;
  const last = Math.min(...won);
  const belowNeeded = last - (votesNeeded ?? 1) + 1;
  const caughtUp = lost.length === 0 ? belowNeeded : Math.max(1, quotientUp(last - Math.max(...lost), 2));
  return { kind: "givenOtherwise", votes: Math.min(belowNeeded, caughtUp) };
}

function missing(lost: readonly number[], votesNeeded: number | undefined): ElectionTurning | undefined {
  if (lost.length === 0) return undefined;
  const best = Math.max(...lost);
  return { kind: "missing", votes: Math.max(1, (votesNeeded ?? 0) - best) };
}
