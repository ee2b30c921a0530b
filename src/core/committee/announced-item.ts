import { entry } from "../kernel/table.ts";
import { unannouncedItem } from "../rules/late-item.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Angekündigt im engen Sinn: on the agenda before the meeting began. What was added at its opening or as urgent is not enough. */
export function isAnnounced(state: Slices, item: number | undefined): boolean {
  const found = item === undefined ? undefined : entry(state.agenda.items, item);
  return found !== undefined && found.arrival === undefined;
}

/** Nicht angekündigter Gegenstand: no decision on it, if the rules say so. Under no item at all there is nothing to measure by. */
export function unannouncedProblem(state: Slices, item: number | undefined): Refusal | undefined {
  const found = item === undefined ? undefined : entry(state.agenda.items, item);
  if (found === undefined) return undefined;
  const { arrival, title } = found;
  const input = { announced: arrival === undefined || arrival === "atOpening", admittedAsUrgent: arrival === "urgent" };
  const { voteAllowed, debateAllowed, citation } = unannouncedItem(state.rules, input);
  return voteAllowed ? undefined : { code: "ItemNotAnnounced", title, debateAllowed, citation };
}
