import type { Appointment } from "../kernel/appointment.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entries } from "../kernel/table.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

const MOST_DAYS = 14;

export const beginning = ({ date, from }: Appointment): string => `${date} ${from ?? ""}`;

export const inOrder = <Day extends Appointment>(days: readonly Day[]): readonly Day[] =>
  days.toSorted((one, other) => (beginning(one) < beginning(other) ? -1 : 1));

type Numbered = Appointment & { readonly number?: number };

/** What is wrong with the days of a workshop, in their order. `stay`: numbers of days that may be past. */
export function daysProblem(
  days: readonly Numbered[],
  { today, stay }: { readonly today: LocalDate; readonly stay: readonly number[] },
): Refusal | undefined {
  const count = days.length;
  if (count < 1 || count > MOST_DAYS) return { code: "WorkshopDaysWrong", count, most: MOST_DAYS };
  const past = days.find(({ date, number }) => date < today && (number === undefined || !stay.includes(number)));
  if (past !== undefined) return { code: "DateIsPast", date: past.date, today };
  const twice = days.find((day, index) => index > 0 && beginning(day) === beginning(days[index - 1] ?? day));
  return twice === undefined ? undefined : { code: "WorkshopDayTwice", day: twice };
}

/** The meeting held on one of these days: the workshop goes on from it. */
export function meetingOnDays({ meetings }: Slices, days: readonly Appointment[]): number | undefined {
  return entries(meetings.meetings).find(
    ({ status, appointment }) => status !== "cancelled" && days.some(({ date }) => date === appointment.date),
  )?.number;
}
