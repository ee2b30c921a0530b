import { entry } from "../kernel/table.ts";
import { nearestIdea } from "../workshop/near-duplicates.ts";
import type { Idea, IdeaGroup, Workshop } from "../workshop/state.ts";
import { standingIdeas } from "./idea-groups-now.ts";
import type { Slices } from "./state.ts";
import { phaseNow } from "./workshop-now.ts";

/**
 * Vorschlag: the group in which an idea much like this one is, while ideas are grouped. Only where no other group has one too; most ideas
 * get no suggestion, and nothing is ever done by itself.
 */
export function groupLike(state: Slices, workshop: Workshop, idea: Idea): IdeaGroup | undefined {
  if (phaseNow(workshop)?.kind !== "grouping") return undefined;
  const grouped = standingIdeas(state, workshop).filter(({ group }) => group !== undefined);
  const nearest = nearestIdea(idea, grouped)?.group;
  if (nearest === undefined) return undefined;
  const elsewhere = grouped.filter(({ group }) => group !== nearest);
  return nearestIdea(idea, elsewhere) === undefined ? entry(state.workshops.groups, nearest) : undefined;
}
