import type { OptionStanding } from "./date-poll-standing.ts";

/** Was einen Vorschlag vor einen anderen stellt, the weightiest first. */
export type RankingCriterion = "required" | "quorum" | "quorumIfNeedBe" | "yes" | "no";

/** Platz in der Rangfolge. `ahead`: by what it stands before the next one; nothing where both are equal, or nothing follows. */
export type RankedOption = {
  readonly standing: OptionStanding;
  readonly place: number;
  readonly isTied: boolean;
  readonly ahead?: { readonly criterion: RankingCriterion; readonly of: number };
};

/** Smaller is better. */
const criteria: readonly (readonly [RankingCriterion, (standing: OptionStanding) => number])[] = [
  ["required", requiredMissing],
  ["quorum", ({ quorum }) => (quorum.quorate ? 0 : 1)],
  ["quorumIfNeedBe", ({ quorumIfNeedBe }) => (quorumIfNeedBe.quorate ? 0 : 1)],
  ["yes", ({ yes }) => -yes.length],
  ["no", ({ no }) => no.length],
];

/** All required people can; somebody of them has not said; somebody cannot. */
function requiredMissing({ cannot, unheard }: OptionStanding): number {
  if (cannot.length > 0) return 2;
  return unheard.length > 0 ? 1 : 0;
}

/**
 * Rangfolge der Vorschläge: where all required people can, then quorate with yes, then with those who can if need be, then most seats
 * saying yes, then fewest saying no. What is equal in all of it shares a place, the earlier date first.
 */
export function rankedOptions(standings: readonly OptionStanding[]): readonly RankedOption[] {
  const sorted = standings.toSorted(compared);
  const placeOf = (standing: OptionStanding): number =>
    sorted.findIndex((one) => differenceOf(one, standing) === undefined) + 1;
  return sorted.map((standing, index) => {
    const next = sorted[index + 1];
    const criterion = next === undefined ? undefined : differenceOf(standing, next);
    const place = placeOf(standing);
    return {
      standing,
      place,
      isTied: sorted.some((one) => one !== standing && placeOf(one) === place),
      ...(next === undefined || criterion === undefined ? {} : { ahead: { criterion, of: next.option } }),
    };
  });
}

function differenceOf(one: OptionStanding, other: OptionStanding): RankingCriterion | undefined {
  return criteria.find(([, badness]) => badness(one) !== badness(other))?.[0];
}

function compared(one: OptionStanding, other: OptionStanding): number {
  for (const [, badness] of criteria) {
    const difference = badness(one) - badness(other);
    if (difference !== 0) return difference;
  }
  return earlier(one) < earlier(other) ? -1 : Number(earlier(one) > earlier(other));
}

/** A day without a time comes before its hours. */
const earlier = ({ appointment }: OptionStanding): string => `${appointment.date} ${appointment.from ?? ""}`;
