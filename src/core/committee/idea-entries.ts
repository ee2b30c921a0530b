import type { EventType } from "./events.ts";

/** Einträge zu Ideen: what everybody does with ideas, and takes back quietly. They are no part of any minutes. */
export const ideaEntryTypes = [
  "IdeaGiven",
  "IdeaChanged",
  "IdeaWithdrawn",
  "IdeaCommented",
  "IdeaSupported",
  "IdeaSupportEnded",
  "IdeaTagged",
  "IdeaUntagged",
  "DotsPlaced",
] as const satisfies readonly EventType[];

export const ideaEntries: ReadonlySet<string> = new Set(ideaEntryTypes);
