import type { CommitteeState } from "../../core/committee/state.ts";
import type { LocalDate } from "../../core/kernel/local-date.ts";
import { entry } from "../../core/kernel/table.ts";
import type { RouteStep, WorkshopResult } from "../../core/route/state.ts";
import { haltingStep, isPending, nextStep } from "../../core/route/steps.ts";
import {
  answerText,
  endedWith,
  liesWith,
  nextIs,
  noRouteYet,
  onAgendaOf,
  routeHalts,
  routeIsOver,
  stepLine,
  stepOpen,
  stepOverdue,
  wordsOfAnswer,
} from "../../texts/announcements-routes.ts";
import type { ReplyChoice } from "../reply.ts";
import { choice } from "./telling.ts";

/** Ein Schritt mit seinem Stand. */
export function stepStanding(state: CommitteeState, step: RouteStep, today: LocalDate): string {
  const parts = [
    ...(step.answer === undefined ? [] : [answerText(step.answer)]),
    ...(step.answer?.text === undefined ? [] : [wordsOfAnswer(step.answer.text)]),
    ...(isPending(step) ? [isOverdue(step, today) ? stepOverdue() : stepOpen()] : []),
    ...(isPending(step) ? agendaDay(state, step) : []),
  ];
  return stepLine(step, parts.join("; "));
}

function agendaDay({ agenda, meetings }: CommitteeState, { placed }: RouteStep): readonly string[] {
  if (placed === undefined || entry(agenda.items, placed.item)?.status !== "waiting") return [];
  const meeting = entry(meetings.meetings, placed.meeting);
  return meeting === undefined ? [] : [onAgendaOf(meeting.appointment.date)];
}

export const isOverdue = (step: RouteStep, today: LocalDate): boolean =>
  isPending(step) && step.target !== undefined && step.target < today;

/** Wo ein Ergebnis steht, in a few words. */
export function statusOf(result: WorkshopResult, today: LocalDate): string {
  const halted = haltingStep(result);
  if (halted?.answer !== undefined) return endedWith(halted, halted.answer);
  const next = nextStep(result);
  if (next !== undefined) return liesWith(next, isOverdue(next, today));
  const last = result.steps.at(-1);
  return last?.answer === undefined ? noRouteYet() : endedWith(last, last.answer);
}

/** Wie es weitergeht. */
export function whatFollows(result: WorkshopResult): string {
  if (result.isHalted) return routeHalts(result.result);
  const next = nextStep(result);
  return next === undefined ? routeIsOver() : nextIs(next);
}

/** The routes of the committee file, one choice each. */
export function templateChoices({ membership }: CommitteeState, result: number): readonly ReplyChoice[] {
  const names = (membership.description?.routes ?? []).map(({ name }) => name).filter((name) => !name.includes('"'));
  return names.map((name) => choice(`Weg „${name}“`, `weiterleiten ${result} nach "${name}"`));
}
