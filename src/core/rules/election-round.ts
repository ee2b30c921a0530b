import { type ElectionInput, type ElectionRuling, isYesNo } from "./election-ruling.ts";
import { requireCounts } from "./integers.ts";
import { listRound } from "./list-election.ts";
import type { Rules } from "./rules.ts";
import { singleCandidateRound, singleSeatRound } from "./single-seat-election.ts";

/**
 * Wahlgang (GO, Wahlen): who is elected and what comes next. One seat follows `election.sequence`; several equal seats are a list
 * with one vote per person and seat; a single candidate is voted by Ja and Nein. Ties go on with those tied only. Nobody is elected
 * without a vote, and the order in which the candidates are given makes no difference. Zero seats: nothing to do.
 */
export function electionRound(rules: Rules, input: ElectionInput): ElectionRuling {
  requireSense(input);
  const [only, ...others] = input.candidates;
  if (input.seats !== 1 || (others.length > 0 && input.candidates.some(isYesNo))) return listRound(rules, input);
  if (only !== undefined && isYesNo(only)) return singleCandidateRound(rules, input, only);
  return singleSeatRound(rules, input);
}

/** A candidate named twice or a count that is none is a bug of the caller. */
function requireSense({ candidates, step: _, ...counts }: ElectionInput): void {
  requireCounts(counts);
  for (const { id, ...tally } of candidates) requireCounts(tally);
  const ids = new Set(candidates.map(({ id }) => id));
  if (ids.size < candidates.length) throw new RangeError("a candidate stands twice");
  if (counts.round < 1) throw new RangeError("rounds count from 1");
}
