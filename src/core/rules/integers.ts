/** Exact arithmetic with whole numbers: every count and every share of the rules engine goes through here. */

import type { Fraction } from "./rule-values.ts";

/** More seats or votes than any committee has; products with a fraction (at most 1000 parts) stay exact below this. */
export const largestCount = 1_000_000;

/** True for 0, 1, 2 … up to `largestCount`: what a person may enter as a count. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= largestCount;
}

/** A count that is no count is a bug of the caller: entered numbers are checked with `isCount` where they come in. */
export function requireCounts(counts: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (value !== undefined && !isCount(value)) throw new RangeError(`not a count: ${name} = ${value}`);
  }
}

/** Largest integer q with q * divisor ≤ dividend (dividend ≥ 0, divisor > 0). */
export function quotientDown(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

/** Smallest integer q with q * divisor ≥ dividend (dividend ≥ 0, divisor > 0). */
export function quotientUp(dividend: number, divisor: number): number {
  return quotientDown(dividend + divisor - 1, divisor);
}

/** Fewest that make at least this share of `whole`: 1/3 of 17 → 6. */
export function leastShare(share: Fraction, whole: number): number {
  return quotientUp(share.num * whole, share.den);
}

/** Fewest that make more than this share of `whole`: more than 1/2 of 16 → 9. */
export function leastAboveShare(share: Fraction, whole: number): number {
  return quotientDown(share.num * whole, share.den) + 1;
}
