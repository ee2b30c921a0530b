import type { WorkshopEvent } from "../../core/workshop/events.ts";
import { ideasTagged, ideasUntagged } from "../../texts/announcements-routes.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, silent } from "./telling.ts";

type Tagging = Extract<WorkshopEvent, { type: "IdeaTagged" | "IdeaUntagged" }>;

/** Schlagworte an Ideen: told once for all ideas of the same command. */
export const announceTags: Announcers<Tagging["type"]> = {
  IdeaTagged: (event, told) => tagging(event, told, ideasTagged),
  IdeaUntagged: (event, told) => tagging(event, told, ideasUntagged),
};

function tagging(
  event: Tagging,
  { events }: Happened,
  sentence: (ideas: readonly number[], tag: string) => string,
): Announcement {
  const ideas = events.flatMap((one) => (one.type === event.type ? [one.idea] : []));
  const [first] = ideas;
  if (first !== event.idea) return silent;
  return { actor: [sentence(ideas, event.tag)], actorChoices: [plainChoice(`wo steht idee ${first}`)] };
}
