import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE } from "../patience.ts";

const LOOK_EVERY_MS = 10;

/** The answer of `look` as soon as it is neither undefined nor false; an error where it does not come in time. */
export async function waitFor<Found>(look: () => Found | undefined | false, ms = PATIENCE): Promise<Found> {
  const end = performance.now() + ms;
  do {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await pause(LOOK_EVERY_MS);
  } while (performance.now() < end);
  throw new Error(`Waited ${ms} ms in vain for ${look.toString()}`);
}
