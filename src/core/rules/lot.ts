import { isCount } from "./integers.ts";

/** Outcomes must be numerable with 48 bits, the reach of one random whole number. */
const mostOutcomes = 2 ** 48;

/** Number of possible results when `seats` are drawn from `candidates`. A chance drawn below it makes the lot exactly uniform. */
export function lotOutcomes(candidates: number, seats: number): number {
  const drawn = Math.min(seats, candidates - seats);
  let outcomes = 1;
  // Each step is a binomial coefficient itself, so the quotient is a whole number.
  for (let step = 1; step <= drawn; step++) outcomes = (outcomes * (candidates - drawn + step)) / step;
  return outcomes;
}

/**
 * Los: draws `seats` of the candidates. `chance` is a whole number ≥ 0; drawn uniformly below `lotOutcomes`, each result is equally
 * likely; drawn uniformly from 48 bits, no result is likelier than another by more than `lotOutcomes / 2^48`. The same candidates and
 * chance give the same result, whatever the order they are named in. Result in the order of the ids.
 */
export function lotDraw(candidates: readonly string[], seats: number, chance: number): readonly string[] {
  const pool = [...new Set(candidates)].sort();
  if (pool.length < candidates.length) throw new RangeError("a candidate is in the lot twice");
  if (!isCount(seats) || seats > pool.length) throw new RangeError(`cannot draw ${seats} of ${pool.length}`);
  if (!Number.isSafeInteger(chance) || chance < 0) throw new RangeError("chance is a whole number from 0");
  const outcomes = lotOutcomes(pool.length, seats);
  if (outcomes > mostOutcomes) throw new RangeError("too many candidates for one lot");
  return combinationAt(pool, seats, chance % outcomes);
}

/** The combination with this number, when all are listed in the order of the ids. */
function combinationAt(pool: readonly string[], seats: number, index: number): readonly string[] {
  const drawn: string[] = [];
  let rest = index;
  for (const [position, candidate] of pool.entries()) {
    const open = seats - drawn.length;
    if (open === 0) break;
    const withCandidate = lotOutcomes(pool.length - position - 1, open - 1);
    if (rest < withCandidate) drawn.push(candidate);
    else rest -= withCandidate;
  }
  return drawn;
}
