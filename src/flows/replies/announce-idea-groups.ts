import { ideasOf } from "../../core/committee/idea-wall.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { entries, entry } from "../../core/kernel/table.ts";
import {
  cameFrom,
  groupMade,
  groupName,
  groupNow,
  groupRenamed,
  groupsMerged,
  ideasMoved,
  ideasUngrouped,
  undoLabel,
  wallLabel,
} from "../../texts/announcements-idea-groups.ts";
import type { ReplyChoice } from "../reply.ts";
import { type Announcers, choice, type Happened } from "./telling.ts";

type Told = "IdeaGroupMade" | "IdeaGroupRenamed" | "IdeasMoved" | "IdeaGroupsMerged";

/** Whoever does it is answered; the rooms see it on the wall. Only groups that are gone are told to everybody. */
export const announceIdeaGroups: Announcers<Told> = {
  IdeaGroupMade: ({ group, name, ideas }, told) => ({
    actor: [groupMade(groupName(group, name), ideas), ...whereTheyWere(told, ideas)],
    actorChoices: further(),
  }),
  IdeaGroupRenamed: ({ group, name }, { before }) => ({
    actor: [groupRenamed(nameOf(before, group), name)],
    actorChoices: further(),
  }),
  IdeasMoved: ({ ideas, group }, told) => ({
    actor: [
      group === undefined ? ideasUngrouped(ideas) : ideasMoved(ideas, nameOf(told.after, group)),
      ...whereTheyWere(told, ideas),
    ],
    actorChoices: further(),
  }),
  IdeaGroupsMerged: ({ into, from }, { after }) => ({
    everyone: [groupsMerged(from, nameOf(after, into)), groupNow(numbersIn(after, into))],
    choices: further(),
  }),
};

function nameOf({ workshops }: CommitteeState, number: number): string {
  return groupName(number, entry(workshops.groups, number)?.name ?? "");
}

function numbersIn({ workshops }: CommitteeState, group: number): readonly number[] {
  return ideasOf(
    entries(workshops.ideas).filter(({ isWithdrawn }) => !isWithdrawn),
    group,
  ).map(({ idea }) => idea);
}

/** Of ideas that were in another group. */
function whereTheyWere({ before }: Happened, ideas: readonly number[]): readonly string[] {
  return ideas.flatMap((number) => {
    const group = entry(before.workshops.ideas, number)?.group;
    return group === undefined ? [] : [cameFrom(number, nameOf(before, group))];
  });
}

const further = (): readonly ReplyChoice[] => [choice(wallLabel(), "tafel"), choice(undoLabel(), "rückgängig")];
