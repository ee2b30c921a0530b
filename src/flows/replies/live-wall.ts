import type { EventType } from "../../core/committee/events.ts";
import { wallOf } from "../../core/committee/idea-wall.ts";
import { runningWorkshop } from "../../core/committee/workshop-now.ts";
import { groupLine, groupName, wallLabel, wallTitle } from "../../texts/announcements-idea-groups.ts";
import { heading, list, type Reply, reply } from "../reply.ts";
import { choice, type Happened } from "./telling.ts";
import { wallCounts } from "./wall-lines.ts";

const shown: ReadonlySet<EventType> = new Set<EventType>([
  "IdeaGroupMade",
  "IdeaGroupRenamed",
  "IdeasMoved",
  "IdeaGroupsMerged",
  "EntryReverted",
]);

/** Tafel in the rooms: one message, with the groups and how many ideas they hold, from the first group on. */
export function wallMessages({ after, events }: Happened): readonly Reply[] {
  const workshop = runningWorkshop(after);
  if (workshop === undefined || !events.some(({ type }) => shown.has(type))) return [];
  const wall = wallOf(after, workshop);
  const groups = wall.sections
    .flatMap((section) => section.groups)
    .toSorted((one, other) => one.group.group - other.group.group);
  if (groups.length === 0) return [];
  const lines = groups.map(({ group, ideas }) => groupLine(groupName(group.group, group.name), ideas.length));
  return [
    reply({ kind: "everyone" }, [heading(wallTitle(workshop.title)), wallCounts(wall), list(lines)], {
      live: `tafel-${workshop.workshop}`,
      choices: [choice(wallLabel(), "tafel")],
    }),
  ];
}
