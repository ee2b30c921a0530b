import { entries } from "../kernel/table.ts";
import type { DotCount, DotTarget } from "../workshop/events.ts";
import type { Weighting } from "../workshop/state.ts";
import type { Slices } from "./state.ts";
import { targetOf } from "./weighting-now.ts";

/** Auszählung: every target with its dots, most first; those with as many in the order in which they were put up. */
export function dotCounts(
  weighting: Pick<Weighting, "over" | "targets">,
  placements: readonly (readonly DotCount[])[],
): readonly DotCount[] {
  const sums = new Map(weighting.targets.map((number) => [number, 0]));
  for (const { target, dots } of placements.flat()) sums.set(target.number, (sums.get(target.number) ?? 0) + dots);
  return [...sums]
    .map(([number, dots]) => ({ target: targetOf(weighting, number), dots }))
    .toSorted((one, other) => other.dots - one.dots);
}

/** The places shared by all that have as many dots: 2 to 3 for two of them behind one. */
export type DotPlace = { readonly from: number; readonly to: number; readonly counts: readonly DotCount[] };

/** Rangliste; Gleichstand stays one. Without any dots there is no place. */
export function dotPlaces(counts: readonly DotCount[]): readonly DotPlace[] {
  const placed = counts.filter(({ dots }) => dots > 0);
  const numbers = [...new Set(placed.map(({ dots }) => dots))].toSorted((one, other) => other - one);
  return numbers.map((number) => {
    const ahead = placed.filter(({ dots }) => dots > number).length;
    const same = placed.filter(({ dots }) => dots === number);
    return { from: ahead + 1, to: ahead + same.length, counts: same };
  });
}

/** Punkte, die in einem Workshop auf etwas kleben: of the last weighting over its kind that is closed. Where dots go while one runs is nobody's business. */
export function dotsIn({ workshops }: Slices, workshop: number): (target: DotTarget) => number {
  const closed = entries(workshops.weightings).filter((one) => one.workshop === workshop && one.status === "closed");
  const lastOver = (over: Weighting["over"]) => closed.findLast((one) => one.over === over)?.result?.counts ?? [];
  const counts = [...lastOver("ideas"), ...lastOver("groups")];
  return ({ kind, number }) => counts.find(({ target }) => target.kind === kind && target.number === number)?.dots ?? 0;
}

export const sumOfDots = (counts: readonly DotCount[]): number => counts.reduce((sum, { dots }) => sum + dots, 0);
