import type { CommitteeEvent } from "../core/committee/events.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import type { Timers } from "./ports.ts";
import type { Committed } from "./replies.ts";
import type { Reply } from "./reply.ts";

/** Fortgeschriebene Nachrichten: worked out from the state when they are due, never stored. */
export type LivePublisher = {
  /** Something was committed that may change them. */
  changed(told: Committed): void;
  stop(): void;
};

/**
 * Updates live messages at most once in `every` milliseconds (platforms limit it), the first at once and the last for certain.
 * Many votes in between cost one message.
 */
export function createLivePublisher(
  timers: Timers,
  every: number,
  compose: (told: Committed) => readonly Reply[],
  publish: (reply: Reply) => void,
): LivePublisher {
  /** What was told since the last update: only the newest state counts, and all events. */
  let waiting: { readonly before: CommitteeState; newest: Committed; readonly events: CommitteeEvent[] } | undefined;
  let cancel: (() => void) | undefined;

  function flush(): void {
    if (waiting === undefined) return;
    const { before, newest, events } = waiting;
    waiting = undefined;
    for (const reply of compose({ ...newest, before, events })) publish(reply);
    if (every > 0) cancel = timers.after(every, cooledDown);
  }

  function cooledDown(): void {
    cancel = undefined;
    flush();
  }

  return {
    changed(told) {
      waiting ??= { before: told.before, newest: told, events: [] };
      waiting.newest = told;
      waiting.events.push(...told.events);
      if (cancel === undefined) flush();
    },
    stop() {
      cancel?.();
      waiting = undefined;
    },
  };
}
