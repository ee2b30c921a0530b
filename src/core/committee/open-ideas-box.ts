import type { SealedIdea, WorkshopPhaseKind } from "../workshop/events.ts";
import type { Workshop } from "../workshop/state.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";
import { ideasBox } from "./workshop-now.ts";

/** True for a phase with which collecting is over; after a break it goes on. */
export const endsCollecting = (kind: WorkshopPhaseKind): boolean => kind !== "ideas" && kind !== "break";

type Opened = { readonly events: readonly CommitteeEvent[]; readonly closesBox?: string };

/**
 * Kasten der anonymen Ideen öffnen: what lay in it becomes numbered ideas, and the next round begins. Nothing, if nothing lies in it. Who goes
 * on collecting makes the box of the next round.
 */
export function openIdeasBox(state: Slices, workshop: Workshop, contents: readonly SealedIdea[] | undefined): Opened {
  if (workshop.sealed === 0) return { events: [] };
  const ideas = sealedIdeasOf(workshop, contents).map((one, index) => ({
    idea: state.workshops.ideas.size + 1 + index,
    ...one,
  }));
  const { workshop: number, round } = workshop;
  return {
    events: [{ type: "AnonymousIdeasOpened", workshop: number, round, ideas }],
    closesBox: ideasBox(workshop),
  };
}

/** A box that holds more or fewer ideas than were put into it is a fault nobody may pass over. */
function sealedIdeasOf(
  { workshop, sealed }: Workshop,
  contents: readonly SealedIdea[] | undefined,
): readonly SealedIdea[] {
  if (contents === undefined) throw new Error("sealed ideas come with the opened contents of their box");
  if (contents.length !== sealed)
    throw new Error(`workshop ${workshop}: ${contents.length} ideas in the box, ${sealed} were given`);
  return contents;
}
