import type { AnswerReminder } from "../invitation/events.ts";
import { addDays, type LocalDate, type LocalTime, makeLocalTime, weekdayOf } from "../kernel/local-date.ts";
import { daysLater, type Holidays } from "../kernel/workdays.ts";
import type { JobRequest, SystemCommand } from "./system-commands.ts";

/** Days before the answers are wanted. */
const EARLY_REMINDER = 7;
const LATE_REMINDER = 2;

// Exists on every day.
const REMINDING = makeLocalTime(10, 0) as LocalTime;

type Facts = {
  readonly meeting: number;
  readonly revision: number;
  /** Rückmeldung erbeten bis. */
  readonly answerBy: LocalDate;
  readonly today: LocalDate;
};

/**
 * Erinnerungen an Rückmeldungen: a week, and two days before they are wanted, each after today and never on a Sunday or holiday; then
 * the day before it. Where little time is left it is one of them or none.
 */
export function answerReminderJobs(
  { meeting, revision, answerBy, today }: Facts,
  holidays: Holidays,
): readonly JobRequest[] {
  const early = notSilent(daysLater(answerBy, -EARLY_REMINDER), today, holidays);
  const late = lateReminderDay(answerBy, today, holidays);
  const job = (reminder: AnswerReminder, day: LocalDate): JobRequest =>
    answerReminderJob({ type: "RemindOfAnswers", meeting, revision, reminder }, day);
  return [
    ...(early > today && early < late ? [job("early", early)] : []),
    ...(late > today ? [job("late", late)] : []),
  ];
}

/** Der Tag der zweiten Erinnerung. */
export function lateReminderDay(answerBy: LocalDate, today: LocalDate, holidays: Holidays): LocalDate {
  return notSilent(daysLater(answerBy, -LATE_REMINDER), today, holidays);
}

function notSilent(day: LocalDate, today: LocalDate, holidays: Holidays): LocalDate {
  const isSilent = weekdayOf(day) === 7 || holidays.has(day);
  return day > today && isSilent ? notSilent(addDays(day, -1), today, holidays) : day;
}

export function answerReminderJob(
  command: Extract<SystemCommand, { type: "RemindOfAnswers" }>,
  day: LocalDate,
): JobRequest {
  return { id: `rueckmeldung-${command.meeting}-${command.reminder}`, day, time: REMINDING, command };
}
