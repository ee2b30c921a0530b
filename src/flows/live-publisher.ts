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
  let waiting: Committed | undefined;
  let cancel: (() => void) | undefined;

  function flush(): void {
    if (waiting === undefined) return;
    const told = waiting;
    waiting = undefined;
    for (const reply of compose(told)) publish(reply);
    if (every > 0) cancel = timers.after(every, cooledDown);
  }

  function cooledDown(): void {
    cancel = undefined;
    flush();
  }

  return {
    changed(told) {
      waiting =
        waiting === undefined ? told : { ...told, before: waiting.before, events: [...waiting.events, ...told.events] };
      if (cancel === undefined) flush();
    },
    stop() {
      cancel?.();
      waiting = undefined;
    },
  };
}
