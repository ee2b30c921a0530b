import type { AgendaItemContent } from "../agenda/events.ts";
import { itemsOf } from "../agenda/queries.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { Meeting } from "../meeting/state.ts";
import type { CommitteeEvent } from "./events.ts";
import { plannedMeeting } from "./meeting-now.ts";
import { issuedMinutes, minutesForMeeting, needsMeeting } from "./minutes-now.ts";
import type { Slices } from "./state.ts";

/** Der Punkt zur Niederschrift, for each of these meetings; none where the agenda has one of its own. */
function minutesItems(
  { rules }: Slices,
  titles: readonly string[],
  meetings: readonly Meeting[],
): readonly AgendaItemContent[] {
  if (titles.some((title) => /protokoll|niederschrift/iu.test(title))) return [];
  const isVoted = rules.protocol.approval.value === "nextMeeting";
  return meetings.map(({ appointment: { date } }) => ({
    title: `${isVoted ? "Genehmigung des Protokolls" : "Einwendungen gegen das Protokoll"} vom ${germanDay(date)}`,
    public: true,
    deciding: isVoted,
  }));
}

const germanDay = (date: LocalDate): string => date.split("-").reverse().join(".");

/** Was eine neue Tagesordnung davon braucht; `titles`: what stands on it already. */
export function minutesItemsOfPlan(state: Slices, titles: readonly string[]): readonly AgendaItemContent[] {
  return minutesItems(state, titles, minutesForMeeting(state));
}

/** A meeting is over: what the agenda of the next one needs, if that was planned before. */
export function minutesItemsAfter(state: Slices, closing: Meeting, today: LocalDate): readonly CommitteeEvent[] {
  const earlier = minutesForMeeting(state).filter(({ number }) => issuedMinutes(state, number).sent !== undefined);
  return addedToNext(state, today, needsMeeting(state, closing.number) ? [...earlier, closing] : earlier);
}

/** Somebody objects: now a meeting has to deal with these minutes, whatever the manner of their approval. */
export function minutesItemForObjection(state: Slices, meeting: Meeting, today: LocalDate): readonly CommitteeEvent[] {
  return addedToNext(state, today, [meeting]);
}

/** Behind the standing items that open a meeting, if they can still be put there. */
function addedToNext(state: Slices, today: LocalDate, meetings: readonly Meeting[]): readonly CommitteeEvent[] {
  const planned = plannedMeeting(state, today);
  if (planned === undefined || planned.repeatOf !== undefined) return [];
  const there = itemsOf(state.agenda, planned.number);
  const titles = there.map(({ title }) => title);
  const before = there.find(({ standing, status }) => standing === undefined && status === "waiting")?.item;
  const first = state.agenda.items.size + 1;
  return minutesItems(state, titles, meetings).flatMap((content, index): readonly CommitteeEvent[] => {
    const item = first + index;
    const added: CommitteeEvent = { type: "AgendaItemAdded", item, meeting: planned.number, content };
    return before === undefined ? [added] : [added, { type: "AgendaItemMoved", item, before }];
  });
}
