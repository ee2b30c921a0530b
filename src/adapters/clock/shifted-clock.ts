import type { Clock } from "../../flows/ports.ts";

/** Verstellbare laufende Uhr of the local room: runs on from where it was set to; unset, it is the clock beneath. */
export type ShiftedClock = Clock & {
  /** Instant in UTC, ISO 8601. */
  set(instant: string): void;
  advance(milliseconds: number): void;
  reset(): void;
  /** How far it is ahead of the clock beneath, in milliseconds. */
  shift(): number;
};

/** Throws RangeError when set to text that is no instant. */
export function createShiftedClock(base: Clock, shift = 0): ShiftedClock {
  let ahead = shift;
  const baseTime = (): number => Date.parse(base.now());
  return {
    now: () => new Date(baseTime() + ahead).toISOString(),
    set(instant) {
      const milliseconds = Date.parse(instant);
      if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`);
      ahead = milliseconds - baseTime();
    },
    advance(milliseconds) {
      ahead += milliseconds;
    },
    reset() {
      ahead = 0;
    },
    shift: () => ahead,
  };
}
