import type { Clock } from "../../flows/ports.ts";

/**
 * Uhr, die nie stehen bleibt: each answer is later than the one before, by a millisecond where the other clock stands still or
 * goes back. So the instants of commands tell their order, and the events of one command belong together.
 */
export function createIncreasingClock(clock: Clock): Clock {
  let last = "";
  return {
    now() {
      const now = clock.now();
      last = now > last ? now : new Date(Date.parse(last) + 1).toISOString();
      return last;
    },
  };
}
