import { entry } from "../kernel/table.ts";
import { type Agenda, type AgendaItem, type AgendaState, emptyAgenda } from "./state.ts";

export function agendaOf(state: AgendaState, meeting: number): Agenda {
  return entry(state.agendas, meeting) ?? emptyAgenda;
}

/** TOP einer Sitzung in ihrer Reihenfolge. */
export function itemsOf(state: AgendaState, meeting: number): readonly AgendaItem[] {
  return agendaOf(state, meeting).order.flatMap((item) => entry(state.items, item) ?? []);
}

/** Spoken number of an item, 0 if it is not on the agenda. */
export function positionOf(state: AgendaState, item: AgendaItem): number {
  return agendaOf(state, item.meeting).order.indexOf(item.item) + 1;
}

/** Aufgerufener TOP. */
export function calledItem(state: AgendaState, meeting: number): AgendaItem | undefined {
  const { called } = agendaOf(state, meeting);
  const item = called === undefined ? undefined : entry(state.items, called);
  return item?.status === "called" ? item : undefined;
}

/** The next item that waits, after the one called last. */
export function nextItem(state: AgendaState, meeting: number): AgendaItem | undefined {
  const agenda = agendaOf(state, meeting);
  const after = agenda.called === undefined ? 0 : agenda.order.indexOf(agenda.called) + 1;
  return itemsOf(state, meeting)
    .slice(after)
    .find((item) => item.status === "waiting");
}
