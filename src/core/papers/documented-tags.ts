import { isSameTag } from "../committee/committee-tags.ts";
import { wallOf } from "../committee/idea-wall.ts";
import type { WorkshopResult } from "../route/state.ts";
import type { DocumentationView } from "./documentation.ts";
import type { WorkshopSource } from "./workshop-source.ts";

type Tagged = { readonly tags: ReadonlySet<string> };

/** Schlagworte des Gremiums, counted over the ideas that are shown and the results. */
export function documentedTags(
  { state, workshop }: WorkshopSource,
  results: readonly WorkshopResult[],
): DocumentationView["tagLists"] {
  const ideas = wallOf(state, workshop).sections.flatMap(({ groups, ungrouped }) => [
    ...groups.flatMap((group) => group.ideas),
    ...ungrouped,
  ]);
  const count = (things: readonly Tagged[], tag: string): number =>
    things.filter(({ tags }) => [...tags].some((one) => isSameTag(one, tag))).length;
  return (state.membership.description?.tagLists ?? []).flatMap(({ name, tags }) => {
    const counted = tags
      .map((tag) => ({ tag, ideas: count(ideas, tag), results: count(results, tag) }))
      .filter((one) => one.ideas + one.results > 0);
    return counted.length === 0 ? [] : [{ name, tags: counted }];
  });
}
