import { addDays, type LocalDate, type LocalTime, makeLocalTime } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import { reminderDays } from "../written-procedure/reminder-days.ts";
import type { JobRequest, SystemCommand } from "./system-commands.ts";

// Both exist on every day.
const MIDNIGHT = makeLocalTime(0, 0) as LocalTime;
const REMINDING = makeLocalTime(10, 0) as LocalTime;

/** Was ein Umlauf später braucht: reminders, and its closing when its last local day is over. */
export function jobsOfProcedure(
  { procedure, startedOn, lastDay }: { procedure: number; startedOn: LocalDate; lastDay: LocalDate },
  holidays: Holidays,
): readonly JobRequest[] {
  const reminders = reminderDays(startedOn, lastDay, holidays).map(({ reminder, day }) =>
    reminderJob({ type: "RemindOfProcedure", procedure, lastDay, reminder }, day),
  );
  const closing: JobRequest = {
    id: `umlauf-${procedure}-schluss`,
    day: addDays(lastDay, 1),
    time: MIDNIGHT,
    command: { type: "CloseDueProcedure", procedure, lastDay },
  };
  return [...reminders, closing];
}

export function reminderJob(
  command: Extract<SystemCommand, { type: "RemindOfProcedure" }>,
  day: LocalDate,
): JobRequest {
  return { id: `umlauf-${command.procedure}-${command.reminder}`, day, time: REMINDING, command };
}
