import { foldGerman } from "../kernel/fold-german.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries } from "../kernel/table.ts";
import type { WorkshopResult } from "../route/state.ts";
import type { Idea } from "../workshop/state.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Schlagworte des Gremiums, list by list. */
export const committeeTags = ({ membership }: Slices): readonly string[] =>
  (membership.description?.tagLists ?? []).flatMap(({ tags }) => tags);

/** Das Schlagwort, as the committee's own list has it. */
export function knownTag(state: Slices, typed: string): Result<string, Refusal> {
  const known = committeeTags(state);
  const tag = known.find((one) => isSameTag(one, typed));
  return tag === undefined ? refused({ code: "UnknownTag", tag: typed, known }) : ok(tag);
}

export const isSameTag = (one: string, other: string): boolean => plainTag(one) === plainTag(other);

const plainTag = (tag: string): string =>
  foldGerman(tag)
    .replace(/^#/u, "")
    .replace(/[\s-]+/gu, " ");

/** Ideen mit diesem Schlagwort, those withdrawn left out. */
export const ideasWithTag = ({ workshops }: Slices, tag: string): readonly Idea[] =>
  entries(workshops.ideas).filter((idea) => !idea.isWithdrawn && hasTag(idea, tag));

/** Ergebnisse mit diesem Schlagwort. */
export const resultsWithTag = ({ routes }: Slices, tag: string): readonly WorkshopResult[] =>
  entries(routes.results).filter((result) => hasTag(result, tag));

const hasTag = ({ tags }: { readonly tags: ReadonlySet<string> }, tag: string): boolean =>
  [...tags].some((one) => isSameTag(one, tag));
