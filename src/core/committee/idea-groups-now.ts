import { foldGerman } from "../kernel/fold-german.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Idea, IdeaGroup, Workshop } from "../workshop/state.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Gruppen eines Workshops, without those that went into another one. */
export function groupsOf({ workshops }: Slices, { workshop }: Workshop): readonly IdeaGroup[] {
  return entries(workshops.groups).filter((one) => one.workshop === workshop && one.mergedInto === undefined);
}

/** Ideen eines Workshops, without those that were withdrawn. */
export function standingIdeas({ workshops }: Slices, { workshop }: Workshop): readonly Idea[] {
  return entries(workshops.ideas).filter((one) => one.workshop === workshop && !one.isWithdrawn);
}

/** A group of this workshop to work with; of one that is gone it is said where its ideas are. */
export function groupAtHand(state: Slices, { workshop }: Workshop, number: number): Result<IdeaGroup, Refusal> {
  const { groups } = state.workshops;
  const group = entry(groups, number);
  if (group === undefined) return refused({ code: "UnknownIdeaGroup", group: number, count: groups.size });
  if (group.workshop !== workshop)
    return refused({ code: "OfOtherWorkshop", of: "group", number, workshop: group.workshop });
  if (group.mergedInto === undefined) return ok(group);
  return refused({ code: "IdeaGroupGone", group: number, mergedInto: whereItWent(state, group.mergedInto) });
}

function whereItWent(state: Slices, number: number): number {
  const next = entry(state.workshops.groups, number)?.mergedInto;
  return next === undefined ? number : whereItWent(state, next);
}

/** Ideas of this workshop to work with, each once, in the order in which they were named. */
export function ideasAtHand(
  state: Slices,
  workshop: Workshop,
  numbers: readonly number[],
): Result<readonly Idea[], Refusal> {
  if (numbers.length > 0 && !workshop.revealed) return refused({ code: "IdeasHidden" });
  const ideas: Idea[] = [];
  for (const number of new Set(numbers)) {
    const idea = entry(state.workshops.ideas, number);
    if (idea === undefined) return refused({ code: "UnknownIdea", idea: number, count: state.workshops.ideas.size });
    if (idea.workshop !== workshop.workshop)
      return refused({ code: "OfOtherWorkshop", of: "idea", number, workshop: idea.workshop });
    if (idea.isWithdrawn) return refused({ code: "IdeaWithdrawnAlready", idea: number });
    ideas.push(idea);
  }
  return ok(ideas);
}

/** Which group has this name already, however it is spelled. */
export function groupNamed(state: Slices, workshop: Workshop, name: string): IdeaGroup | undefined {
  const wanted = foldGerman(name);
  return groupsOf(state, workshop).find((one) => foldGerman(one.name) === wanted);
}
