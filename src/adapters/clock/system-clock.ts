import type { Clock } from "../../flows/ports.ts";

let told = { milliseconds: Number.NaN, text: "" };

/** Systemuhr: the only place that asks the machine what time it is. Written out once per millisecond. */
export const systemClock = {
  now() {
    const milliseconds = Date.now();
    if (milliseconds !== told.milliseconds) told = { milliseconds, text: new Date(milliseconds).toISOString() };
    return told.text;
  },
} satisfies Clock;
