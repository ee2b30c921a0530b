import { addMinutes } from "../kernel/add-minutes.ts";
import type { Instant } from "../kernel/ids.ts";
import { requireCounts } from "./integers.ts";

/** Ende einer Stundenfrist: elapsed hours in UTC. Weekends and holidays count (§ 31 Abs. 6 VwVfG as model), a change of the clocks shows. */
export function hoursAfter(start: Instant, hours: number): Instant {
  requireCounts({ hours });
  return addMinutes(start, hours * 60);
}

/** Spätester Zeitpunkt so many elapsed hours before. */
export function hoursBefore(end: Instant, hours: number): Instant {
  requireCounts({ hours });
  return addMinutes(end, -hours * 60);
}
