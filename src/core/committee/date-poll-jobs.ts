import type { DatePoll } from "../date-poll/state.ts";
import { addDays, type LocalDate, type LocalTime, makeLocalTime } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import { reminderDays } from "../written-procedure/reminder-days.ts";
import type { JobRequest, SystemCommand } from "./system-commands.ts";

// Both exist on every day.
const MIDNIGHT = makeLocalTime(0, 0) as LocalTime;
const REMINDING = makeLocalTime(10, 0) as LocalTime;

/** Was eine Terminumfrage später braucht: reminders, and its end when its last local day is over. */
export function jobsOfDatePoll(
  { poll, startedOn, lastDay }: Pick<DatePoll, "poll" | "startedOn" | "lastDay">,
  holidays: Holidays,
): readonly JobRequest[] {
  const reminders = reminderDays(startedOn, lastDay, holidays).map(({ reminder, day }) =>
    datePollReminderJob({ type: "RemindOfPoll", poll, lastDay, reminder }, day),
  );
  const end: JobRequest = {
    id: `terminumfrage-${poll}-ende`,
    day: addDays(lastDay, 1),
    time: MIDNIGHT,
    command: { type: "EndPoll", poll, lastDay },
  };
  return [...reminders, end];
}

export function datePollReminderJob(
  command: Extract<SystemCommand, { type: "RemindOfPoll" }>,
  day: LocalDate,
): JobRequest {
  return { id: `terminumfrage-${command.poll}-${command.reminder}`, day, time: REMINDING, command };
}
