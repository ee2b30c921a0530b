import { addDays, type LocalDate, type LocalTime, makeLocalTime } from "../kernel/local-date.ts";
import { type Holidays, workdayFrom } from "../kernel/workdays.ts";
import type { RouteStep } from "../route/state.ts";
import type { JobRequest, SystemCommand } from "./system-commands.ts";

// It exists on every day.
const REMINDING = makeLocalTime(10, 0) as LocalTime;

/** Was eine Beratungsfolge später braucht: a reminder on the working day after each target that is still to come. */
export function jobsOfRoute(
  result: number,
  steps: readonly Pick<RouteStep, "step" | "target">[],
  { today, holidays }: { readonly today: LocalDate; readonly holidays: Holidays },
): readonly JobRequest[] {
  return steps.flatMap(({ step, target }) =>
    target === undefined || target < today
      ? []
      : [routeReminderJob({ type: "RemindOfRoute", result, step, target }, workdayFrom(addDays(target, 1), holidays))],
  );
}

export function routeReminderJob(
  command: Extract<SystemCommand, { type: "RemindOfRoute" }>,
  day: LocalDate,
): JobRequest {
  return { id: `ergebnis-${command.result}-schritt-${command.step}`, day, time: REMINDING, command };
}
