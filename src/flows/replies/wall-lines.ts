import type { Wall } from "../../core/committee/idea-wall.ts";
import { hiddenOnWall, sealedOnWall, wallInShort } from "../../texts/announcements-idea-groups.ts";

/** "3 Gruppen mit 12 Ideen, 4 ohne Gruppe." */
export function wallCounts({ sections }: Wall): string {
  const groups = sections.flatMap((section) => section.groups);
  const grouped = groups.reduce((sum, { ideas }) => sum + ideas.length, 0);
  const ungrouped = sections.reduce((sum, section) => sum + section.ungrouped.length, 0);
  return wallInShort(groups.length, grouped, ungrouped);
}

/** What is on the wall, and cannot be read yet. */
export const hiddenLines = ({
  hidden = 0,
  sealed = 0,
}: Partial<Pick<Wall, "hidden" | "sealed">>): readonly string[] => [
  ...(hidden === 0 ? [] : [hiddenOnWall(hidden)]),
  ...(sealed === 0 ? [] : [sealedOnWall(sealed)]),
];
