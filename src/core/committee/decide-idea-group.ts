import { assertNever } from "../kernel/assert-never.ts";
import type { Idea, Workshop } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import type { IdeaGroupCommand } from "./commands-workshop.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { groupAtHand, groupNamed, ideasAtHand } from "./idea-groups-now.ts";
import type { Slices } from "./state.ts";
import { weightingOver } from "./weighting-now.ts";
import { moderates, openWorkshop, phaseNow } from "./workshop-now.ts";

type Of<Type extends IdeaGroupCommand["type"]> = Extract<IdeaGroupCommand, { type: Type }>;

/** Entscheidung über einen Befehl zu Gruppen: everybody while ideas are grouped, the moderation as long as the workshop is open. */
export function decideIdeaGroup(state: Slices, command: IdeaGroupCommand, given: Given): Decided {
  const open = openWorkshop(state);
  if (!open.ok) return open;
  const workshop = open.value;
  const now = phaseNow(workshop)?.kind;
  if (now !== "grouping" && !moderates(state, workshop, given.actor, given.today))
    return refused({ code: "NotThisPhase", now, needed: "grouping" });
  switch (command.type) {
    case "MakeIdeaGroup":
      return makeGroup(state, workshop, command);
    case "RenameIdeaGroup":
      return renameGroup(state, workshop, command);
    case "MoveIdeas":
      return moveIdeas(state, workshop, command);
    case "MergeIdeaGroups":
      return mergeGroups(state, workshop, command);
    case "SplitIdeaGroup":
      return splitGroup(state, workshop, command);
    default:
      return assertNever(command);
  }
}

/** Gruppe bilden, also one without ideas; those that are in another group move. */
function makeGroup(state: Slices, workshop: Workshop, { name, ideas }: Of<"MakeIdeaGroup">): Decided {
  const taken = groupNamed(state, workshop, name);
  if (taken !== undefined) return refused({ code: "IdeaGroupNameTaken", group: taken.group, name: taken.name });
  const found = ideasAtHand(state, workshop, ideas);
  return found.ok ? made(state, workshop, name, found.value) : found;
}

const made = (state: Slices, { workshop }: Workshop, name: string, ideas: readonly Idea[]): Decided =>
  happened({
    type: "IdeaGroupMade",
    workshop,
    group: state.workshops.groups.size + 1,
    name,
    ideas: ideas.map(({ idea }) => idea),
  });

function renameGroup(state: Slices, workshop: Workshop, { group, name }: Of<"RenameIdeaGroup">): Decided {
  const found = groupAtHand(state, workshop, group);
  if (!found.ok) return found;
  if (found.value.name === name) return refused({ code: "IdeaGroupUnchanged", group });
  const taken = groupNamed(state, workshop, name);
  if (taken !== undefined && taken.group !== group)
    return refused({ code: "IdeaGroupNameTaken", group: taken.group, name: taken.name });
  return happened({ type: "IdeaGroupRenamed", group, name });
}

/** Verschieben: only what is not there yet; refused as a whole if somebody else moved one of them since the person looked. */
function moveIdeas(state: Slices, workshop: Workshop, { ideas, group, from }: Of<"MoveIdeas">): Decided {
  if (ideas.length === 0) return refused({ code: "NoIdeasNamed" });
  const found = ideasAtHand(state, workshop, ideas);
  if (!found.ok) return found;
  const target = group === undefined ? undefined : groupAtHand(state, workshop, group);
  if (target?.ok === false) return target;
  const moved = found.value.find((one) => from !== undefined && one.group !== (from === "none" ? undefined : from));
  if (moved !== undefined) return refused({ code: "IdeaMovedMeanwhile", idea: moved.idea, group: moved.group });
  const moving = found.value.filter((one) => one.group !== group).map(({ idea }) => idea);
  if (moving.length === 0) return refused({ code: "IdeaGroupUnchanged", group });
  return happened({ type: "IdeasMoved", ideas: moving, ...(group === undefined ? {} : { group }) });
}

/** Zusammenlegen: not while dots are given for one of them, for it would be gone. */
function mergeGroups(state: Slices, workshop: Workshop, { into, from }: Of<"MergeIdeaGroups">): Decided {
  const target = groupAtHand(state, workshop, into);
  if (!target.ok) return target;
  const going = [...new Set(from)].filter((one) => one !== into);
  if (going.length === 0) return refused({ code: "IdeaGroupUnchanged", group: into });
  for (const number of going) {
    const found = groupAtHand(state, workshop, number);
    if (!found.ok) return found;
  }
  const weighting = weightingOver(state, [into, ...going]);
  if (weighting !== undefined) return refused({ code: "WeightingStillOpen", weighting });
  return happened({ type: "IdeaGroupsMerged", into, from: going });
}

/** Teilen: some of the ideas of a group become one of their own. */
function splitGroup(state: Slices, workshop: Workshop, { group, name, ideas }: Of<"SplitIdeaGroup">): Decided {
  const found = groupAtHand(state, workshop, group);
  if (!found.ok) return found;
  if (ideas.length === 0) return refused({ code: "NoIdeasNamed" });
  const named = ideasAtHand(state, workshop, ideas);
  if (!named.ok) return named;
  const elsewhere = named.value.find((one) => one.group !== group);
  if (elsewhere !== undefined) return refused({ code: "IdeaNotInGroup", idea: elsewhere.idea, group });
  const taken = groupNamed(state, workshop, name);
  if (taken !== undefined) return refused({ code: "IdeaGroupNameTaken", group: taken.group, name: taken.name });
  return made(state, workshop, name, named.value);
}
