/**
 * Carries committed messages to the platform: at least once, in order within a room, rooms independent of each other.
 * A message is repeated with the same id until the platform took it; a command never waits for it.
 */
import type { Clock, Delivering, Outbox, OutboxEntry, Timers } from "./ports.ts";

/** What `status` tells about a room with messages on their way. Instants in UTC. */
export type RoomDelivery = {
  readonly room: string;
  readonly waiting: number;
  /** Absent while delivery works. */
  readonly failingSince?: string;
  /** Code (or name) of the last error, never its text, which may quote the message. */
  readonly lastErrorCode?: string;
};

export type OutboxDispatcher = {
  /** Resumes what an earlier run left undelivered. A second call does nothing. */
  start(): void;
  /** Takes over messages that were just committed. Before `start` there is nothing to do: they are pending then. */
  enqueue(entries: readonly OutboxEntry[]): void;
  /** Gives up the undelivered messages of a room that is gone; says how many were still in the outbox. */
  dropRoom(room: string): Promise<number>;
  /** The room can be reached again: what waits for a repetition is tried at once. */
  retry(room: string): void;
  status(): readonly RoomDelivery[];
  /** Starts nothing new and waits for what is in flight. What is left is delivered after the next start. */
  stop(): Promise<void>;
};

type Parts = {
  readonly outbox: Outbox;
  readonly delivering: Delivering;
  readonly timers: Timers;
  readonly clock: Clock;
};

/** Waits before a repetition in milliseconds: doubled from `first` up to `longest`. */
export type BackOff = { readonly first: number; readonly longest: number };

const defaultBackOff: BackOff = { first: 1_000, longest: 300_000 };

type Failure = { readonly since: string; readonly code: string; readonly attempts: number };

type RoomQueue = {
  readonly waiting: OutboxEntry[];
  failure: Failure | undefined;
  isDelivering: boolean;
  cancelRetry: (() => void) | undefined;
};

/**
 * `markAfter`: how long delivered messages gather before they are marked, in milliseconds. Each mark costs the disk as much as a
 * message; what a crash loses of them is repeated under the same id.
 */
export function createOutboxDispatcher(
  parts: Parts,
  backOff: BackOff = defaultBackOff,
  markAfter = 0,
): OutboxDispatcher {
  const { outbox, delivering, timers, clock } = parts;
  const rooms = new Map<string, RoomQueue>();
  const known = new Set<string>();
  /** Messages on their way, and who waits for the last of them. */
  let inFlight = 0;
  let landed: (() => void) | undefined;
  const marker = createSentMarker(outbox, timers, backOff, markAfter);
  let state: "new" | "running" | "stopped" = "new";

  function enqueue(entries: readonly OutboxEntry[]): void {
    if (state !== "running") return;
    for (const entry of entries) {
      if (known.has(entry.id)) continue;
      known.add(entry.id);
      queueOf(entry.room).waiting.push(entry);
      advance(entry.room);
    }
  }

  function queueOf(room: string): RoomQueue {
    const queue = rooms.get(room) ?? { waiting: [], failure: undefined, isDelivering: false, cancelRetry: undefined };
    rooms.set(room, queue);
    return queue;
  }

  /** Sends the first message of a room, unless one is on its way or a repetition is due later. */
  function advance(room: string): void {
    const queue = rooms.get(room);
    if (state !== "running" || queue === undefined || queue.isDelivering || queue.cancelRetry !== undefined) return;
    const entry = queue.waiting[0];
    if (entry === undefined) {
      rooms.delete(room);
      return;
    }
    queue.isDelivering = true;
    inFlight += 1;
    void attempt(entry, queue);
  }

  async function attempt(entry: OutboxEntry, queue: RoomQueue): Promise<void> {
    try {
      await delivering.deliver(entry);
      queue.failure = undefined;
      if (queue.waiting[0] === entry) queue.waiting.shift();
      known.delete(entry.id);
      marker.add(entry.id);
    } catch (error) {
      // The room may have been given up meanwhile.
      if (queue.waiting[0] === entry) postpone(entry.room, queue, error);
    }
    inFlight -= 1;
    queue.isDelivering = false;
    advance(entry.room);
    if (inFlight === 0) landed?.();
  }

  function postpone(room: string, queue: RoomQueue, error: unknown): void {
    const attempts = (queue.failure?.attempts ?? 0) + 1;
    queue.failure = { since: queue.failure?.since ?? clock.now(), code: codeOf(error), attempts };
    if (state !== "running") return;
    queue.cancelRetry = timers.after(delayAfter(attempts, backOff), () => {
      queue.cancelRetry = undefined;
      advance(room);
    });
  }

  return {
    start() {
      if (state !== "new") return;
      state = "running";
      enqueue(outbox.pending());
    },
    enqueue,
    retry(room) {
      const queue = rooms.get(room);
      if (queue?.cancelRetry === undefined) return;
      queue.cancelRetry();
      queue.cancelRetry = undefined;
      advance(room);
    },
    async dropRoom(room) {
      const queue = rooms.get(room);
      if (queue !== undefined) {
        for (const { id } of queue.waiting.splice(0)) known.delete(id);
        queue.cancelRetry?.();
        queue.cancelRetry = undefined;
        rooms.delete(room);
      }
      // What was delivered is not counted among the lost.
      await marker.settle();
      return outbox.dropRoom(room);
    },
    status: () =>
      [...rooms].map(([room, { waiting, failure }]) => ({
        room,
        waiting: waiting.length,
        ...(failure === undefined ? {} : { failingSince: failure.since, lastErrorCode: failure.code }),
      })),
    async stop() {
      state = "stopped";
      for (const queue of rooms.values()) queue.cancelRetry?.();
      if (inFlight > 0)
        await new Promise<void>((resolve) => {
          landed = resolve;
        });
      await marker.finish();
    },
  };
}

/** Marks delivered messages in batches: while one batch is being written, the next gathers. */
function createSentMarker(outbox: Outbox, timers: Timers, backOff: BackOff, markAfter: number) {
  let gathered: string[] = [];
  let writing: Promise<void> | undefined;
  let cancelRetry: (() => void) | undefined;
  let failures = 0;
  let isFinishing = false;
  let cancelGathering: (() => void) | undefined;

  function gatheredEnough(): void {
    cancelGathering = undefined;
    flush();
  }

  function flush(): void {
    if (writing !== undefined || cancelRetry !== undefined || gathered.length === 0) return;
    const batch = gathered;
    gathered = [];
    writing = write(batch).finally(() => {
      writing = undefined;
      flush();
    });
  }

  async function write(batch: readonly string[]): Promise<void> {
    try {
      await outbox.markSent(batch);
      failures = 0;
    } catch {
      // Already delivered: kept in mind, so that only a restart would repeat it, under the same id.
      gathered = [...batch, ...gathered];
      failures += 1;
      if (isFinishing) gathered = [];
      else cancelRetry = timers.after(delayAfter(failures, backOff), retry);
    }
  }

  function retry(): void {
    cancelRetry = undefined;
    flush();
  }

  return {
    add(id: string) {
      gathered.push(id);
      if (markAfter === 0) flush();
      else cancelGathering ??= timers.after(markAfter, gatheredEnough);
    },
    /** Marks what has gathered. */
    async settle() {
      cancelGathering?.();
      gatheredEnough();
      while (writing !== undefined) await writing;
    },
    /** One last attempt; what cannot be marked now is repeated after the next start. */
    async finish() {
      isFinishing = true;
      cancelGathering?.();
      cancelRetry?.();
      retry();
      while (writing !== undefined) await writing;
    },
  };
}

/** The wait before attempt number `failures` + 1. No chance in it: rooms are few, and tests stay exact. */
function delayAfter(failures: number, { first, longest }: BackOff): number {
  return Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
}

function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string")
    return error.code;
  return error instanceof Error ? error.name : "unknown";
}
