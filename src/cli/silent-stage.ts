import type { Stage } from "./compose.ts";

/** For subcommands that talk to nobody: delivering is never started, what waits keeps waiting. */
export const silentStage: Stage = {
  deliver: () => Promise.reject(new Error("nothing is delivered here")),
  liveEvery: 0,
  live: () => undefined,
};
