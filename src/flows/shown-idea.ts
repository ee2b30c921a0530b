import { entry } from "../core/kernel/table.ts";
import type { Idea, Workshop } from "../core/workshop/state.ts";
import { ideasHiddenStill, isWithdrawnIdea, noSuchIdea } from "../texts/announcements-ideas.ts";
import type { Asked } from "./queries-asked.ts";

/** Eine Idee, so weit sie dort zu sehen ist: what is hidden its giver alone sees, where nobody else reads. Otherwise why not. */
export function shownIdea(
  { state, person, incoming }: Pick<Asked, "state" | "person" | "incoming">,
  number: number,
): { readonly idea: Idea; readonly workshop: Workshop } | string {
  const idea = entry(state.workshops.ideas, number);
  const workshop = idea === undefined ? undefined : entry(state.workshops.workshops, idea.workshop);
  if (idea === undefined || workshop === undefined) return noSuchIdea(number);
  const isAlone = incoming.room === undefined || incoming.isClick === true;
  const isOwn = isAlone && person !== undefined && idea.person === person;
  if (!workshop.revealed && !isOwn) return ideasHiddenStill();
  return idea.isWithdrawn ? isWithdrawnIdea(number) : { idea, workshop };
}
