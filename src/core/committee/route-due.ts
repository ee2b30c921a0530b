import { addDays } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { isPending } from "../route/steps.ts";
import type { Decision } from "./decision.ts";
import { lead, peopleWho } from "./may.ts";
import { isQuiet, laterMorning } from "./quiet-hours.ts";
import { routeReminderJob } from "./route-jobs.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";

const nothing: Decision = { events: [] };

/** No row of holidays is longer. */
const MOST_DAYS = 14;

/** Überfällig: whoever leads is told once, if the step is still open and the day is still the one that was meant. */
export function remindOfRoute(
  state: Slices,
  command: Extract<SystemCommand, { type: "RemindOfRoute" }>,
  given: SystemGiven,
): Decision {
  const result = entry(state.routes.results, command.result);
  const step = result?.steps.find((one) => one.step === command.step);
  if (result === undefined || step === undefined || step.target !== command.target) return nothing;
  if (step.isReminded || !isPending(step) || result.isHalted || given.today <= command.target) return nothing;
  if (isQuiet(given)) {
    const later = laterMorning(given, addDays(given.today, MOST_DAYS));
    return later === undefined ? nothing : { events: [], jobs: [routeReminderJob(command, later)] };
  }
  const people = peopleWho(state, lead, given.today).filter((person) => !state.calendar.muted.has(person));
  if (people.length === 0) return nothing;
  return { events: [{ type: "RouteRemindersSent", result: command.result, step: command.step, people }] };
}
