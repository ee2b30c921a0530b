import { ok, type Result } from "../kernel/result.ts";
import { entry } from "../kernel/table.ts";
import type { WorkshopResult } from "../route/state.ts";
import type { Idea } from "../workshop/state.ts";
import type { IdeaCommand, RouteCommand } from "./commands-workshop.ts";
import { isSameTag, knownTag } from "./committee-tags.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

type IdeaTags = Extract<IdeaCommand, { type: "TagIdea" | "UntagIdea" }>;
type ResultTags = Extract<RouteCommand, { type: "TagResult" | "UntagResult" }>;

/** Schlagwort an Ideen oder von ihnen weg; only what changes becomes part of the record. */
export function tagIdeas(state: Slices, { type, ideas, tag: typed }: IdeaTags): Decided {
  const found: Idea[] = [];
  for (const number of new Set(ideas)) {
    const idea = ideaToTag(state, number);
    if (!idea.ok) return idea;
    found.push(idea.value);
  }
  const tags = type === "TagIdea" ? knownTag(state, typed) : tagOf(state, found, typed);
  if (!tags.ok) return tags;
  const tag = tags.value;
  const changing = found.filter((idea) => idea.tags.has(tag) !== (type === "TagIdea"));
  const events = changing.map(({ idea }): CommitteeEvent => ({ ...ideaEvents[type], idea, tag }));
  const [first = 0] = ideas;
  return events.length === 0 ? refused({ code: "IdeaUnchanged", idea: first }) : happened(...events);
}

const ideaEvents = { TagIdea: { type: "IdeaTagged" }, UntagIdea: { type: "IdeaUntagged" } } as const;

function ideaToTag({ workshops }: Slices, number: number): Result<Idea, Refusal> {
  const idea = entry(workshops.ideas, number);
  if (idea === undefined) return refused({ code: "UnknownIdea", idea: number, count: workshops.ideas.size });
  return idea.isWithdrawn ? refused({ code: "IdeaWithdrawnAlready", idea: number }) : ok(idea);
}

/** Schlagwort an einem Ergebnis. */
export function tagResult(state: Slices, result: WorkshopResult, command: ResultTags): Decided {
  const isAdded = command.type === "TagResult";
  const tag = isAdded ? knownTag(state, command.tag) : tagOf(state, [result], command.tag);
  if (!tag.ok) return tag;
  const { result: number } = result;
  if (result.tags.has(tag.value) === isAdded) return refused({ code: "ResultUnchanged", result: number });
  return happened({ type: isAdded ? "ResultTagged" : "ResultUntagged", result: number, tag: tag.value });
}

/** One that the lists no longer have can still be taken away. */
function tagOf(
  state: Slices,
  tagged: readonly { readonly tags: ReadonlySet<string> }[],
  typed: string,
): Result<string, Refusal> {
  const own = tagged.flatMap(({ tags }) => [...tags]).find((tag) => isSameTag(tag, typed));
  return own === undefined ? knownTag(state, typed) : ok(own);
}
