import type { EventType } from "./events.ts";

/** Einträge zu Ideen: what everybody does with ideas, and takes back quietly. They are no part of any minutes. */
export const ideaEntries: ReadonlySet<string> = new Set<EventType>([
  "IdeaGiven",
  "IdeaChanged",
  "IdeaWithdrawn",
  "IdeaCommented",
  "IdeaSupported",
  "IdeaSupportEnded",
  "IdeaTagged",
  "IdeaUntagged",
  "DotsPlaced",
]);
