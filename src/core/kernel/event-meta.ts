import type { EventRef, Instant, PersonId } from "./ids.ts";

/** Wer und wann: what is known of an event beside its content. */
export type EventMeta = {
  readonly version: EventRef;
  readonly at: Instant;
  readonly by: PersonId | "system";
};
