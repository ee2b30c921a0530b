import { addDays, daysBetween, type LocalDate, weekdayOf } from "../kernel/local-date.ts";
import type { Holidays } from "../kernel/workdays.ts";
import type { WrittenReminder } from "./events.ts";

export type ReminderDay = { readonly reminder: WrittenReminder; readonly day: LocalDate };

/**
 * Erinnerungstage: half of the period and the day before its end, each between the first and the last day and never on a Sunday or
 * holiday; then the day before it. A short period has one of them or none.
 */
export function reminderDays(startedOn: LocalDate, lastDay: LocalDate, holidays: Holidays): readonly ReminderDay[] {
  const quiet = (day: LocalDate): boolean => weekdayOf(day) === 7 || holidays.has(day);
  const notOn = (day: LocalDate): LocalDate => (day > startedOn && quiet(day) ? notOn(addDays(day, -1)) : day);
  const length = Math.max(0, daysBetween(startedOn, lastDay));
  const dayBefore = notOn(addDays(lastDay, -1));
  const halfway = notOn(addDays(startedOn, (length - (length % 2)) / 2));
  return [
    ...(halfway > startedOn && halfway < dayBefore ? [{ reminder: "halfway" as const, day: halfway }] : []),
    ...(dayBefore > startedOn ? [{ reminder: "dayBefore" as const, day: dayBefore }] : []),
  ];
}
