import type { AgendaItemContent, ItemArrival } from "../agenda/events.ts";
import type { AgendaItem } from "../agenda/state.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { CommitteeEvent } from "./events.ts";
import { freeItem } from "./free-item.ts";
import { stepsUnder } from "./route-on-agenda.ts";
import type { Slices } from "./state.ts";
import { reportedUnder } from "./written-report.ts";

type CarriedOver = {
  readonly content: AgendaItemContent;
  readonly carriedOver: true;
  readonly deferred?: boolean;
};

/** Ein vertagter Punkt, as it comes onto the next agenda. */
export function carriedOver({ title, minutes, public: isPublic, deciding, deferred }: AgendaItem): CarriedOver {
  const content = { title, public: isPublic, deciding, ...(minutes === undefined ? {} : { minutes }) };
  return { content, carriedOver: true, ...(deferred ? { deferred } : {}) };
}

/**
 * Was vertagt ist, auf die Tagesordnung der nächsten Sitzung, if that is planned already. `events`: what the same decision brought about
 * before. What was deferred for want of a quorum waits for the repeat meeting, where the rules know one, and all else with it.
 */
export function carriedToNext(
  state: Slices,
  events: readonly CommitteeEvent[],
  next: Meeting | undefined,
): readonly CommitteeEvent[] {
  const waiting = waitingAfter(state, events);
  const waitsForRepeat = state.rules.quorum.repeat.value.enabled && waiting.some(({ deferred }) => deferred);
  return next === undefined || waitsForRepeat ? [] : ontoAgenda(state, waiting, next, freeItem(state, events));
}

/** Was bei der Eröffnung noch auf eine Tagesordnung wartet, comes onto this one. */
export function carriedAtOpening(state: Slices, meeting: Meeting): readonly CommitteeEvent[] {
  return ontoAgenda(state, waitingAfter(state, []), meeting, freeItem(state, []), "atOpening");
}

function ontoAgenda(
  state: Slices,
  waiting: readonly AgendaItem[],
  { number: meeting }: Meeting,
  first: number,
  arrival?: ItemArrival,
): readonly CommitteeEvent[] {
  return waiting.flatMap((one, index): readonly CommitteeEvent[] => {
    const item = first + index;
    const arrived = arrival === undefined ? {} : { arrival };
    const added: CommitteeEvent = { type: "AgendaItemAdded", item, meeting, ...carriedOver(one), ...arrived };
    const procedures = reportedUnder(state, one.item);
    return [
      added,
      ...(procedures.length === 0 ? [] : [{ type: "WrittenReportPlaced" as const, procedures, meeting, item }]),
      ...stepsUnder(state, one.item).map((route) => ({ type: "RouteStepPlaced" as const, ...route, meeting, item })),
    ];
  });
}

/** All that is adjourned, in the order in which it was. */
function waitingAfter({ agenda }: Slices, events: readonly CommitteeEvent[]): readonly AgendaItem[] {
  const before = agenda.adjourned.flatMap((item) => entry(agenda.items, item) ?? []);
  const now = events.flatMap((event) => {
    const item = event.type === "AgendaItemAdjourned" ? entry(agenda.items, event.item) : undefined;
    const deferred = event.type === "AgendaItemAdjourned" && event.reason === "inquorate";
    return item === undefined ? [] : [{ ...item, deferred }];
  });
  return [...before, ...now];
}
