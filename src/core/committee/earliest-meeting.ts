import type { LocalDate } from "../kernel/local-date.ts";
import { daysLater } from "../kernel/workdays.ts";
import { noticePeriod } from "../rules/notice-period.ts";
import type { Given } from "./commands.ts";
import type { Slices } from "./state.ts";

/** No period of any GO is longer. */
const FARTHEST = 400;

/** Frühester Sitzungstag, for which a call of today is in time. */
export function earliestMeeting(
  { rules }: Slices,
  { today, time, holidays }: Pick<Given, "today" | "time" | "holidays">,
): LocalDate | undefined {
  for (let days = 1; days <= FARTHEST; days += 1) {
    const meeting = daysLater(today, days);
    if (noticePeriod(rules, { meeting, sent: today, time, holidays }).given?.isTimely === true) return meeting;
  }
  return undefined;
}
