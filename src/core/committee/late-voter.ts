import type { Instant } from "../kernel/ids.ts";
import type { Attendance } from "../meeting/state.ts";
import { lateArrival } from "../rules/late-arrival.ts";
import type { Rules } from "../rules/rules.ts";

/** Nach Beginn der Abstimmung gekommen, under rules that do not count such a vote. */
export function isTooLate(rules: Rules, { hereSince }: Attendance, openedAt: Instant): boolean {
  if (rules.vote.lateArrival.value === "counted") return false;
  return hereSince !== undefined && !lateArrival(rules, { openedAt, arrivedAt: hereSince }).isCounted;
}
