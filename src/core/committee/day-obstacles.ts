import { isWeekend, type LocalDate, type Weekday } from "../kernel/local-date.ts";
import { noticePeriod } from "../rules/notice-period.ts";
import type { Given } from "./commands.ts";
import { meetingOn } from "./meeting-day.ts";
import type { Slices } from "./state.ts";

/** Warum ein Tag für einen Regeltermin ausscheidet. */
export type DayObstacle = "past" | "callTooLate" | "planned" | "bodySitting" | "holiday" | "weekend" | "schoolHolidays";

type Around = Pick<Given, "today" | "holidays"> & {
  /** The weekday that is wanted: who wants a Saturday gets one. */
  readonly weekday: Weekday;
  /** Days the same plan has taken. */
  readonly taken: readonly LocalDate[];
};

export function obstacleOn(
  state: Slices,
  date: LocalDate,
  { today, holidays, weekday, taken }: Around,
): DayObstacle | undefined {
  if (date < today) return "past";
  if (noticePeriod(state.rules, { meeting: date, holidays }).latestDispatch < today) return "callTooLate";
  if (taken.includes(date) || meetingOn(state, date) !== undefined) return "planned";
  if (sittingDays(state).includes(date)) return "bodySitting";
  if (holidays.has(date)) return "holiday";
  if (isWeekend(date) && weekday < 6) return "weekend";
  const isFree = state.calendar.schoolHolidays.every(({ from, to }) => date < from || date > to);
  return isFree ? undefined : "schoolHolidays";
}

/** Days on which other bodies sit: the same people are wanted there. */
const sittingDays = ({ calendar }: Slices): readonly LocalDate[] =>
  [...calendar.bodySittings.values()].flatMap((years) => [...years.values()].flat());
