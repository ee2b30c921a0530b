import type { PersonId, RoomId } from "../kernel/ids.ts";
import { entries, entry } from "../kernel/table.ts";
import type { GuidingQuestion, Idea, Workshop } from "../workshop/state.ts";
import type { Slices } from "./state.ts";
import { runningWorkshop } from "./workshop-now.ts";

/** Ideen eines Workshops without those withdrawn, oldest first. */
export function ideasOf({ workshops }: Slices, { workshop }: Workshop): readonly Idea[] {
  return entries(workshops.ideas).filter((one) => one.workshop === workshop && !one.isWithdrawn);
}

/** Ideen, die jemand sehen darf: all once they are shown, before that one's own. Nobody in particular sees what all may see. */
export function ideasFor(state: Slices, workshop: Workshop, person: PersonId | undefined): readonly Idea[] {
  const all = ideasOf(state, workshop);
  if (workshop.revealed) return all;
  return person === undefined ? [] : all.filter((one) => one.person === person);
}

/** Whose ideas are asked for: the open workshop, else the last that has any. */
export function workshopOfIdeas(state: Slices): Workshop | undefined {
  const { workshops, ideas } = state.workshops;
  return runningWorkshop(state) ?? entry(workshops, entry(ideas, ideas.size)?.workshop ?? 0);
}

/** Leitfrage, die gemeint ist where none is named: the only one of this room, else the only one there is. */
export function questionMeant({ questions }: Workshop, room: RoomId | undefined): GuidingQuestion | undefined {
  const own = room === undefined ? [] : questions.filter((one) => one.room === room);
  const [only, another] = own.length > 0 ? own : questions;
  return another === undefined ? only : undefined;
}

/** Ideen, die in diesem Raum stehen: those of its own questions, if it has any. */
export function isOfRoom({ questions }: Workshop, room: RoomId): (idea: Pick<Idea, "question">) => boolean {
  const own = questions.filter((one) => one.room === room).map((one) => one.question);
  return ({ question }) => own.length === 0 || (question !== undefined && own.includes(question));
}
