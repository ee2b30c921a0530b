import type { Clock } from "../../flows/ports.ts";

/** A step back of a minute or more is no jitter of the machine's clock: somebody has set it. */
const SET_BACK = 60_000;

export type IncreasingClock = Clock & {
  /** The last instant of an earlier run: answers are later than it too. */
  goOnFrom(instant: string): void;
};

/**
 * Uhr, die nie stehen bleibt: each answer is later than the one before, by a millisecond where the other clock stands still or
 * goes back a little. So the instants of commands tell their order, and the events of one command belong together. A clock that
 * is set back (in the local room, to play a session of long ago) is followed.
 */
export function createIncreasingClock(clock: Clock): IncreasingClock {
  let last = "";
  /** `last` as a number, worked out only while the other clock stands still. */
  let milliseconds: number | undefined;

  function goOnFrom(instant: string): void {
    last = instant;
    milliseconds = undefined;
  }

  return {
    goOnFrom,
    now() {
      const now = clock.now();
      if (now > last || isSetBack(now, last)) {
        goOnFrom(now);
        return now;
      }
      milliseconds = (milliseconds ?? Date.parse(last)) + 1;
      last = written(last, milliseconds);
      return last;
    },
  };
}

/** Within the same second only the milliseconds change: most of a burst comes by here. */
function written(before: string, milliseconds: number): string {
  const thousandths = milliseconds % 1000;
  if (thousandths <= 0) return new Date(milliseconds).toISOString();
  return `${before.slice(0, -4)}${String(thousandths).padStart(3, "0")}Z`;
}

/** Within the same minute nothing was set back; that is what a busy moment looks like. */
function isSetBack(now: string, last: string): boolean {
  return !last.startsWith(now.slice(0, 16)) && Date.parse(last) - Date.parse(now) >= SET_BACK;
}
