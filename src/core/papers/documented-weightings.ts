import { dotPlaces, sumOfDots } from "../committee/dot-counts.ts";
import { entries, entry } from "../kernel/table.ts";
import type { DotCount, DotTarget } from "../workshop/events.ts";
import type { Weighting } from "../workshop/state.ts";
import type { DocumentedPlace, DocumentedWeighting } from "./documentation.ts";
import { sourcesOf } from "./sourced.ts";
import type { WorkshopSource } from "./workshop-source.ts";

/** Gewichtungen, that were closed; one that runs, or was called off, has no result. */
export function documentedWeightings(source: WorkshopSource): readonly DocumentedWeighting[] {
  return entries(source.state.workshops.weightings)
    .filter(({ workshop }) => workshop === source.workshop.workshop)
    .flatMap((weighting) => (weighting.result === undefined ? [] : [ranking(source, weighting, weighting.result)]));
}

function ranking(
  source: WorkshopSource,
  weighting: Weighting,
  { counts, voters }: NonNullable<Weighting["result"]>,
): DocumentedWeighting {
  const { documentation } = source.context.wording;
  const named = (some: readonly DotCount[]): DocumentedPlace["targets"] =>
    some.map(({ target }) => ({ ...target, text: textOf(source, target) }));
  return {
    number: weighting.weighting,
    terms: documentation.weightingTerms(weighting),
    per: weighting.per,
    voters,
    dots: sumOfDots(counts),
    places: dotPlaces(counts).map(({ from, to, counts: same }) => ({
      place: documentation.place(from, to),
      isTied: from < to,
      targets: named(same),
      dots: same[0]?.dots ?? 0,
    })),
    without: named(counts.filter(({ dots }) => dots === 0)),
    sources: sourcesOf([weighting.source]),
  };
}

/** What was hidden when it was weighed is so no more: weighing reveals. */
function textOf({ state }: WorkshopSource, { kind, number }: DotTarget): string {
  const { ideas, groups } = state.workshops;
  return (kind === "idea" ? entry(ideas, number)?.text : entry(groups, number)?.name) ?? "";
}
