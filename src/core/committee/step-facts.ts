import type { Counts } from "../ballot/events.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { isOverdue } from "../route/standing.ts";
import type { RouteStep } from "../route/state.ts";
import { isPending } from "../route/steps.ts";
import type { Slices } from "./state.ts";

/** Antrag, mit dem die AG selbst geantwortet hat; counts only where there were some, none where the public was excluded. */
export type StepDecision = { readonly motion: number; readonly reference?: string; readonly counts?: Counts };

/** Stand eines Schritts: open, overdue, the day of the meeting on whose agenda it waits, and what it was decided with. */
export type StepFacts = {
  readonly isPending: boolean;
  readonly isOverdue: boolean;
  readonly agendaDay?: LocalDate;
  readonly decision?: StepDecision;
};

export function stepFacts(state: Slices, step: RouteStep, today: LocalDate): StepFacts {
  const agendaDay = isPending(step) ? waitsOn(state, step) : undefined;
  const decision = decisionOf(state, step);
  return {
    isPending: isPending(step),
    isOverdue: isOverdue(step, today),
    ...(agendaDay === undefined ? {} : { agendaDay }),
    ...(decision === undefined ? {} : { decision }),
  };
}

function decisionOf({ agenda, motions, ballots }: Slices, { answer, placed }: RouteStep): StepDecision | undefined {
  const isPublic = entry(agenda.items, placed?.item ?? 0)?.public === true;
  if (answer?.basis?.kind !== "motion" || !isPublic) return undefined;
  const { number } = answer.basis;
  const outcome = entry(motions.motions, number)?.outcome;
  const counts = entry(ballots.ballots, outcome?.ballot ?? 0)?.counts;
  return {
    motion: number,
    ...(outcome?.reference === undefined ? {} : { reference: outcome.reference }),
    ...(counts === undefined ? {} : { counts }),
  };
}

function waitsOn({ agenda, meetings }: Slices, { placed }: RouteStep): LocalDate | undefined {
  if (placed === undefined || entry(agenda.items, placed.item)?.status !== "waiting") return undefined;
  return entry(meetings.meetings, placed.meeting)?.appointment.date;
}
