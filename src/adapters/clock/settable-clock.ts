import type { Clock } from "../../flows/ports.ts";

/** Stellbare Uhr for tests, transcripts and the local room. Stands still until it is told otherwise. */
export type SettableClock = Clock & {
  /** Instant in UTC, ISO 8601. */
  set(instant: string): void;
  /** Negative values turn the clock back. */
  advance(milliseconds: number): void;
};

/** Throws RangeError for text that is no instant. */
export function createSettableClock(start: string): SettableClock {
  let current = millisecondsOf(start);
  return {
    now: () => new Date(current).toISOString(),
    set: (instant) => {
      current = millisecondsOf(instant);
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** Feste Uhr: always the same instant. */
export function fixedClock(instant: string): Clock {
  const text = new Date(millisecondsOf(instant)).toISOString();
  return { now: () => text };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/;

function millisecondsOf(instant: string): number {
  // Without the Z the machine's own zone would slip in.
  const milliseconds = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant in UTC: ${instant}`);
  return milliseconds;
}
