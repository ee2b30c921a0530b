import { entry } from "../kernel/table.ts";
import { unannouncedItem } from "../rules/late-item.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** "Änderung der Geschäftsordnung", "GO-Änderung". */
const namesOfTheRules = [/gesch(?:ä|ae)ftsordnung/iu, /(?<!\p{L})GO(?!\p{L})/u];

/**
 * Als Änderung der Geschäftsordnung angekündigt: on the agenda before the meeting began, under a title that then named the rules.
 * What was added at its opening or as urgent is not enough, nor a title given since.
 */
export function isAnnouncedAsRulesChange(state: Slices, item: number | undefined): boolean {
  const found = item === undefined ? undefined : entry(state.agenda.items, item);
  if (found === undefined || found.arrival !== undefined) return false;
  const opening = entry(state.meetings.meetings, found.meeting)?.opening;
  const isTitleNew = found.retitled !== undefined && opening !== undefined && found.retitled > opening;
  return !isTitleNew && namesOfTheRules.some((name) => name.test(found.title));
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
