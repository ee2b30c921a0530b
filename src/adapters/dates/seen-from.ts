import { daysBetween, type LocalDate, partsOf } from "../../core/kernel/local-date.ts";
import type { Seen } from "./outcome.ts";
import type { YearRef } from "./piece.ts";

type Stretch = { readonly from: LocalDate; readonly to: LocalDate };

/** Of stretches in order of time: ahead the first that is not over, looking back too the closest. */
export function pickSeen<T extends Stretch>(seen: Seen, stretches: readonly T[]): T | undefined {
  if (seen.direction === "forward") return stretches.find((stretch) => stretch.to >= seen.reference);
  let best: T | undefined;
  for (const stretch of stretches) {
    if (best === undefined || distance(seen, stretch) < distance(seen, best)) best = stretch;
  }
  return best;
}

function distance(seen: Seen, stretch: Stretch): number {
  if (stretch.to < seen.reference) return daysBetween(stretch.to, seen.reference);
  return Math.max(0, daysBetween(seen.reference, stretch.from));
}

/** Years in which something without a year may lie. */
export function yearsAround(seen: Seen): readonly number[] {
  const { year } = partsOf(seen.reference);
  return [year - 1, year, year + 1];
}

const CENTURY_CERTAIN_WITHIN = 20;

/** Both centuries where two digits leave it open. */
export function yearsOf(year: YearRef, seen: Seen): readonly number[] {
  const current = partsOf(seen.reference).year;
  if (year.kind === "absolute") return [year.year];
  if (year.kind === "shift") return [current + year.shift];
  const inThisCentury = 2000 + year.digits;
  const isCertain = Math.abs(inThisCentury - current) <= CENTURY_CERTAIN_WITHIN;
  return isCertain ? [inThisCentury] : [1900 + year.digits, inThisCentury];
}

/** The stretch in its year, or in the year the direction asks for; undefined if there is none or the century is open. */
export function pickInYear<T extends Stretch>(
  year: YearRef | undefined,
  seen: Seen,
  inYear: (year: number) => T | undefined,
): T | undefined {
  const years = year === undefined ? yearsAround(seen) : yearsOf(year, seen);
  // Two centuries are possible: nothing to choose by.
  if (year !== undefined && years.length > 1) return undefined;
  const found = years.flatMap((candidate) => inYear(candidate) ?? []);
  return year === undefined ? pickSeen(seen, found) : found.at(-1);
}
