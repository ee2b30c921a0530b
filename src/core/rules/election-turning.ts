import type { ElectionTurning, NamedTally } from "./election-ruling.ts";
import { quotientUp } from "./integers.ts";

/**
 * Was das Ergebnis geändert hätte: how few votes, given to somebody else, would have cost the last one elected the seat; or how
 * many the first one not elected was short of. Undefined where nobody stands, or the votes needed do not exist.
 */
export function electionTurning(
  elected: readonly string[],
  standings: readonly NamedTally[],
  votesNeeded: number | undefined,
): ElectionTurning | undefined {
  const won = standings.filter(({ id }) => elected.includes(id)).map(({ votes }) => votes);
  const lost = standings.filter(({ id }) => !elected.includes(id)).map(({ votes }) => votes);
  if (won.length === 0) return missing(lost, votesNeeded);
  const last = Math.min(...won);
  const belowNeeded = last - (votesNeeded ?? 1) + 1;
  const caughtUp = lost.length === 0 ? belowNeeded : Math.max(1, quotientUp(last - Math.max(...lost), 2));
  return { kind: "givenOtherwise", votes: Math.min(belowNeeded, caughtUp) };
}

function missing(lost: readonly number[], votesNeeded: number | undefined): ElectionTurning | undefined {
  if (lost.length === 0) return undefined;
  const best = Math.max(...lost);
  const votes = votesNeeded === undefined ? 1 : votesNeeded - best;
  return votes > 0 ? { kind: "missing", votes } : undefined;
}
