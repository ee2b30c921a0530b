import type { Clock } from "../../flows/ports.ts";

/** Systemuhr: the only place that asks the machine what time it is. */
export const systemClock = {
  now: () => new Date().toISOString(),
} satisfies Clock;
