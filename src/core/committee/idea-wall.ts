import type { GuidingQuestion, Idea, IdeaGroup, Workshop } from "../workshop/state.ts";
import { groupsOf, standingIdeas } from "./idea-groups-now.ts";
import type { Slices } from "./state.ts";

export type WallGroup = { readonly group: IdeaGroup; readonly ideas: readonly Idea[] };

/** Was zu einer Leitfrage auf der Tafel steht; without one: what belongs to several or to none. */
export type WallSection = {
  readonly question?: GuidingQuestion;
  readonly groups: readonly WallGroup[];
  readonly ungrouped: readonly Idea[];
};

export type Wall = {
  readonly sections: readonly WallSection[];
  /** Verdeckte Ideen: only how many. */
  readonly hidden: number;
  /** Anonyme Ideen, that still lie in the box. */
  readonly sealed: number;
};

/** Tafel: each guiding question with its groups, then what is in no group. A group belongs to the question all its ideas belong to. */
export function wallOf(state: Slices, workshop: Workshop): Wall {
  const standing = standingIdeas(state, workshop);
  const shown = workshop.revealed ? standing : [];
  const groups = groupsOf(state, workshop).map((group) => ({ group, ideas: ideasOf(shown, group.group) }));
  const ungrouped = shown.filter(({ group }) => group === undefined);
  const section = (question: GuidingQuestion | undefined): WallSection => ({
    ...(question === undefined ? {} : { question }),
    groups: groups.filter(({ ideas }) => commonQuestion(ideas) === question?.question),
    ungrouped: ungrouped.filter((idea) => idea.question === question?.question),
  });
  return {
    sections: [...workshop.questions.map(section), section(undefined)].filter(
      (one) => one.groups.length + one.ungrouped.length > 0,
    ),
    hidden: standing.length - shown.length,
    sealed: workshop.sealed,
  };
}

export const ideasOf = (ideas: readonly Idea[], group: number): readonly Idea[] =>
  ideas.filter((idea) => idea.group === group);

function commonQuestion(ideas: readonly Idea[]): number | undefined {
  const [first] = ideas;
  return ideas.every(({ question }) => question === first?.question) ? first?.question : undefined;
}
