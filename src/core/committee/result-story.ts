import { entries, entry } from "../kernel/table.ts";
import type { WorkshopResult } from "../route/state.ts";
import type { DotTarget } from "../workshop/events.ts";
import type { Idea, IdeaGroup, Workshop } from "../workshop/state.ts";
import type { Slices } from "./state.ts";

/** Wie ein Ziel bei der letzten Gewichtung abschnitt, in which it was weighed. */
export type DotsOnTarget = {
  readonly weighting: number;
  readonly dots: number;
  readonly place: number;
  readonly isTied: boolean;
  readonly targets: number;
};

/** Woher ein Ergebnis kommt, as far as there is something to tell. */
export type Provenance = {
  readonly workshop?: Workshop;
  readonly idea?: Idea;
  readonly group?: IdeaGroup;
  readonly dots: readonly (DotsOnTarget & { readonly kind: DotTarget["kind"] })[];
};

/** Von der Idee bis zum Ergebnis. */
export function provenanceOf(state: Slices, { origin, workshop: own }: WorkshopResult): Provenance {
  const { workshops } = state;
  const workshop = entry(workshops.workshops, own ?? 0);
  const held = workshop === undefined ? {} : { workshop };
  if (origin.kind === "idea") {
    const idea = entry(workshops.ideas, origin.number);
    return idea === undefined ? { ...held, dots: [] } : { ...held, ...provenanceOfIdea(state, idea) };
  }
  if (origin.kind !== "group") return { ...held, dots: [] };
  const group = entry(workshops.groups, origin.number);
  return { ...held, ...(group === undefined ? {} : { group }), dots: dotsOf(state, { group }) };
}

/** Eine Idee, ihre Gruppe, ihre Punkte. */
export function provenanceOfIdea(state: Slices, idea: Idea): Provenance & { readonly idea: Idea } {
  const group = groupOf(state, idea);
  const workshop = entry(state.workshops.workshops, idea.workshop);
  return {
    idea,
    ...(workshop === undefined ? {} : { workshop }),
    ...(group === undefined ? {} : { group }),
    dots: dotsOf(state, { idea, group }),
  };
}

/** Was aus einer Idee wurde, by itself or within its group. */
export function resultsOfIdea(state: Slices, idea: Idea): readonly WorkshopResult[] {
  const group = groupOf(state, idea)?.group;
  return entries(state.routes.results).filter(({ origin }) => {
    if (origin.kind === "idea") return origin.number === idea.idea;
    return origin.kind === "group" && group !== undefined && lastGroup(state, origin.number)?.group === group;
  });
}

const groupOf = (state: Slices, { group }: Idea): IdeaGroup | undefined =>
  group === undefined ? undefined : lastGroup(state, group);

/** Where it went, if it was merged into another. */
function lastGroup(state: Slices, number: number): IdeaGroup | undefined {
  const group = entry(state.workshops.groups, number);
  const into = group?.mergedInto;
  return into === undefined || into === number ? group : lastGroup(state, into);
}

function dotsOf(
  state: Slices,
  { idea, group }: { readonly idea?: Idea; readonly group: IdeaGroup | undefined },
): Provenance["dots"] {
  const targets: readonly DotTarget[] = [
    ...(idea === undefined ? [] : [{ kind: "idea" as const, number: idea.idea }]),
    ...(group === undefined ? [] : [{ kind: "group" as const, number: group.group }]),
  ];
  return targets.flatMap((target) => {
    const dots = dotsOn(state, target);
    return dots === undefined ? [] : [{ ...dots, kind: target.kind }];
  });
}

function dotsOn({ workshops }: Slices, { kind, number }: DotTarget): DotsOnTarget | undefined {
  const over = kind === "idea" ? "ideas" : "groups";
  const last = entries(workshops.weightings).findLast(
    (one) => one.result !== undefined && one.over === over && one.targets.includes(number),
  );
  if (last?.result === undefined) return undefined;
  const { counts } = last.result;
  const dotsAt = (wanted: number): number => counts.find(({ target }) => target.number === wanted)?.dots ?? 0;
  const dots = dotsAt(number);
  const others = last.targets.filter((target) => target !== number).map(dotsAt);
  return {
    weighting: last.weighting,
    dots,
    place: others.filter((other) => other > dots).length + 1,
    isTied: others.includes(dots),
    targets: last.targets.length,
  };
}
