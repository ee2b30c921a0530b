import type { CommitteeState } from "../../core/committee/state.ts";
import { entry } from "../../core/kernel/table.ts";
import type { Idea } from "../../core/workshop/state.ts";
import { groupOfIdea, ideaLine, supportLabel, withdrawLabel } from "../../texts/announcements-ideas.ts";
import type { Names } from "../../texts/names.ts";
import type { ReplyChoice } from "../reply.ts";
import { choice } from "./telling.ts";

/** Eine Idee in einer Zeile: its whole text, who gave it, and what came of it so far. */
export function lineOfIdea({ workshops }: CommitteeState, one: Idea, names: Names): string {
  const { idea, text, person, support, comments, tags } = one;
  const group = one.group === undefined ? undefined : entry(workshops.groups, one.group);
  return ideaLine({
    idea,
    text,
    ...(person === undefined ? {} : { by: names.person(person) }),
    support: support.size,
    comments: comments.length,
    ...(group === undefined ? {} : { group: groupOfIdea(group.group, group.name) }),
    tags: [...tags],
  });
}

export const supportChoice = (idea: number): ReplyChoice => choice(supportLabel(idea), `unterstütze ${idea}`);
export const withdrawChoice = (idea: number): ReplyChoice => choice(withdrawLabel(idea), `idee zurückziehen ${idea}`);
