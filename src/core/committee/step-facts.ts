import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { isOverdue } from "../route/standing.ts";
import type { RouteStep } from "../route/state.ts";
import { isPending } from "../route/steps.ts";
import type { Slices } from "./state.ts";

/** Stand eines Schritts: open, overdue, and the day of the meeting on whose agenda it waits. */
export type StepFacts = { readonly isPending: boolean; readonly isOverdue: boolean; readonly agendaDay?: LocalDate };

export function stepFacts(state: Slices, step: RouteStep, today: LocalDate): StepFacts {
  const agendaDay = isPending(step) ? waitsOn(state, step) : undefined;
  return {
    isPending: isPending(step),
    isOverdue: isOverdue(step, today),
    ...(agendaDay === undefined ? {} : { agendaDay }),
  };
}

function waitsOn({ agenda, meetings }: Slices, { placed }: RouteStep): LocalDate | undefined {
  if (placed === undefined || entry(agenda.items, placed.item)?.status !== "waiting") return undefined;
  return entry(meetings.meetings, placed.meeting)?.appointment.date;
}
