import { assertNever } from "../kernel/assert-never.ts";
import type { EventMeta } from "../kernel/event-meta.ts";
import { changeEntry, entry, withEntry } from "../kernel/table.ts";
import type { AgendaEvent } from "./events.ts";
import { type Agenda, type AgendaItem, type AgendaState, emptyAgenda } from "./state.ts";

type Of<Type extends AgendaEvent["type"]> = Extract<AgendaEvent, { type: Type }>;

export function evolveAgenda(state: AgendaState, event: AgendaEvent, meta: EventMeta): AgendaState {
  switch (event.type) {
    case "AgendaItemAdded":
      return added(state, event, meta);
    case "AgendaItemChanged":
      return changeItem(state, event.item, (item) => ({
        ...item,
        ...event.content,
        ...(event.content.title === item.title ? {} : { retitled: meta.version }),
      }));
    case "AgendaItemMoved":
      return moved(state, event);
    case "AgendaItemRemoved":
      return changeAgenda(
        changeItem(state, event.item, (item) => ({ ...item, status: "removed" })),
        meetingOf(state, event.item),
        (agenda) => ({ ...agenda, order: agenda.order.filter((item) => item !== event.item) }),
      );
    case "AgendaItemAdmitted":
      return changeItem(state, event.item, (item) => ({ ...item, arrival: "urgent" }));
    case "AgendaAdopted":
      return changeAgenda(state, event.meeting, (agenda) => ({ ...agenda, adopted: meta.version }));
    case "AgendaItemCalled":
      return called(state, event, meta);
    case "AgendaItemAdjourned":
      return {
        ...changeItem(state, event.item, (item) => ({
          ...item,
          status: "adjourned",
          deferred: event.reason === "inquorate",
          sources: [...item.sources, meta.version],
        })),
        adjourned: [...state.adjourned, event.item],
      };
    case "AgendaItemSetAside":
      return changeItem(state, event.item, (item) => ({
        ...item,
        status: "finished",
        sources: [...item.sources, meta.version],
      }));
    default:
      return assertNever(event);
  }
}

function changeItem(state: AgendaState, item: number, change: (item: AgendaItem) => AgendaItem): AgendaState {
  return { ...state, items: changeEntry(state.items, item, change) };
}

function changeAgenda(state: AgendaState, meeting: number, change: (agenda: Agenda) => Agenda): AgendaState {
  const agendas = withAgendasUpTo(state.agendas, meeting);
  return { ...state, agendas: withEntry(agendas, meeting, change(entry(agendas, meeting) ?? emptyAgenda)) };
}

/** A meeting before this one may have had no item at all. */
function withAgendasUpTo(agendas: AgendaState["agendas"], meeting: number): AgendaState["agendas"] {
  if (agendas.size >= meeting) return agendas;
  return withAgendasUpTo(withEntry(agendas, agendas.size + 1, emptyAgenda), meeting);
}

function meetingOf(state: AgendaState, item: number): number {
  const found = entry(state.items, item);
  if (found === undefined) throw new Error(`there is no agenda item ${item}`);
  return found.meeting;
}

function added(state: AgendaState, event: Of<"AgendaItemAdded">, meta: EventMeta): AgendaState {
  const item: AgendaItem = {
    ...event.content,
    item: event.item,
    meeting: event.meeting,
    status: "waiting",
    carriedOver: event.carriedOver ?? false,
    deferred: event.deferred ?? false,
    source: meta.version,
    sources: [],
    ...(event.standing === undefined ? {} : { standing: event.standing }),
    ...(event.arrival === undefined ? {} : { arrival: event.arrival }),
    ...(event.proposedBy === undefined ? {} : { proposedBy: event.proposedBy }),
  };
  const withItem = { ...state, items: withEntry(state.items, event.item, item) };
  const listed = changeAgenda(withItem, event.meeting, (agenda) => ({
    ...agenda,
    order: placed(withItem, agenda, item),
  }));
  return event.carriedOver ? { ...listed, adjourned: listed.adjourned.slice(1) } : listed;
}

/** Closing items stay at the end: others are put in front of them. */
function placed(state: AgendaState, agenda: Agenda, item: AgendaItem): readonly number[] {
  if (item.standing === "closing") return [...agenda.order, item.item];
  const firstClosing = agenda.order.findIndex((other) => entry(state.items, other)?.standing === "closing");
  const at = firstClosing === -1 ? agenda.order.length : firstClosing;
  return [...agenda.order.slice(0, at), item.item, ...agenda.order.slice(at)];
}

function moved(state: AgendaState, event: Of<"AgendaItemMoved">): AgendaState {
  return changeAgenda(state, meetingOf(state, event.item), (agenda) => {
    const rest = agenda.order.filter((item) => item !== event.item);
    const at = rest.indexOf(event.before);
    return { ...agenda, order: [...rest.slice(0, at), event.item, ...rest.slice(at)] };
  });
}

function called(state: AgendaState, event: Of<"AgendaItemCalled">, meta: EventMeta): AgendaState {
  const meeting = meetingOf(state, event.item);
  const before = entry(state.agendas, meeting)?.called;
  const left =
    before === undefined
      ? state
      : changeItem(state, before, (item) => (item.status === "called" ? { ...item, status: "finished" } : item));
  const item = changeItem(left, event.item, (one) => ({
    ...one,
    status: "called",
    calledAt: one.calledAt ?? meta.at,
    sources: [...one.sources, meta.version],
  }));
  return changeAgenda(
    { ...item, adjourned: item.adjourned.filter((one) => one !== event.item) },
    meeting,
    (agenda) => ({
      ...agenda,
      called: event.item,
    }),
  );
}
