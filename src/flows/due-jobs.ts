/**
 * Fällige Aufträge: whatever is due by the clock is carried out once, one after the other, also what came due while nobody was there.
 * What a job does and that it is done are one commit, so that a killed process repeats it whole or not at all.
 */
import type { Instant } from "../core/kernel/ids.ts";
import { minutesBetween } from "../core/kernel/minutes-between.ts";
import type { Clock, DueJob, Jobs, Timers } from "./ports.ts";

export type DueJobs = {
  /** Carries out what is due now, and from then on whatever comes due. Rejects with the first fault; the others were tried. */
  run(): Promise<void>;
  /** Something was scheduled: the next time may be earlier. */
  changed(): void;
  /** Starts nothing new and waits for what is under way. */
  stop(): Promise<void>;
};

type Parts = {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly timers: Timers;
  /** One commit: what follows from the job, and that it is done. */
  carryOut(job: DueJob): Promise<void>;
  /** A fault while nobody waits for it. */
  failed(reason: unknown): void;
};

/** Looked at the clock again at least so often: it may be set, or the machine may have slept. */
const LONGEST_WAIT = 3_600_000;
/** Within the minute it is due in. */
const SHORTEST_WAIT = 1_000;
const MINUTE = 60_000;
const RETRY = 60_000;

export function createDueJobs({ jobs, clock, timers, carryOut, failed }: Parts): DueJobs {
  let state: "new" | "running" | "stopped" = "new";
  let cancel: (() => void) | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function run(): Promise<void> {
    if (state === "stopped") return Promise.resolve();
    state = "running";
    const pass = last.then(carryOutDue);
    last = pass.catch(() => undefined);
    return pass;
  }

  async function carryOutDue(): Promise<void> {
    const tried = new Set<string>();
    const faults: unknown[] = [];
    for (let job = nextDue(tried); job !== undefined && state === "running"; job = nextDue(tried)) {
      tried.add(keyOf(job));
      await carryOut(job).catch((reason: unknown) => faults.push(reason));
    }
    arm(faults.length > 0 ? RETRY : 0);
    if (faults.length > 0) throw faults[0];
  }

  /** Each once in a pass, even if it is still there afterwards. */
  function nextDue(tried: ReadonlySet<string>): DueJob | undefined {
    return jobs.due(clock.now()).find((job) => !tried.has(keyOf(job)));
  }

  function arm(atLeast: number): void {
    cancel?.();
    cancel = undefined;
    const next = state === "running" ? jobs.next() : undefined;
    if (next === undefined) return;
    // The clocks of our ports give instants.
    const wait = minutesBetween(clock.now() as Instant, next as Instant) * MINUTE;
    cancel = timers.after(Math.min(Math.max(wait, atLeast, SHORTEST_WAIT), LONGEST_WAIT), () => {
      run().catch(failed);
    });
  }

  return {
    run,
    changed: () => arm(0),
    async stop() {
      state = "stopped";
      cancel?.();
      cancel = undefined;
      await last;
    },
  };
}

const keyOf = ({ id, dueAt }: DueJob): string => `${id}@${dueAt}`;
