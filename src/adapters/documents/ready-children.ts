import { Socket } from "node:net";
import { type ChildProgram, giveJob, type RunChild, startChild, type WaitingChild } from "./run-child.ts";

/** Hilfsprozesse auf Vorrat. */
export type ReadyChildren = {
  readonly run: RunChild;
  /** Has one ready before the first job. */
  prepare(program: ChildProgram): void;
  /** Those that wait end; resolves when they are gone. */
  stop(): Promise<void>;
};

/**
 * Keeps one process of each program ready, loaded and waiting, so that a job does not wait for its start. Still one process for each job.
 * They keep nobody from ending, and end when their owner does: their input closes.
 */
export function createReadyChildren(): ReadyChildren {
  const ready = new Map<string, WaitingChild>();
  let isStopped = false;

  function prepare(program: ChildProgram): void {
    const key = JSON.stringify(program);
    if (isStopped || ready.has(key)) return;
    const child = startChild(program);
    ready.set(key, child);
    // One that dies while it waits is nobody's job; the next job starts its own.
    child.on("error", () => forget(key, child));
    child.on("exit", () => forget(key, child));
    hold(child, false);
  }

  function forget(key: string, child: WaitingChild): void {
    if (ready.get(key) === child) ready.delete(key);
  }

  function take(program: ChildProgram): WaitingChild {
    const key = JSON.stringify(program);
    const child = ready.get(key);
    if (child === undefined) return startChild(program);
    ready.delete(key);
    hold(child, true);
    return child;
  }

  return {
    prepare,
    async run(job) {
      try {
        return await giveJob(take(job.program), job);
      } finally {
        prepare(job.program);
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all(
        [...ready.values()].map((child) => {
          const ended = new Promise((resolve) => child.on("close", resolve));
          hold(child, true);
          child.kill("SIGKILL");
          return ended;
        }),
      );
    },
  };
}

/** Whether the child keeps this process running. */
function hold(child: WaitingChild, isHeld: boolean): void {
  for (const part of [child, child.stdin, child.stdout, child.stderr]) {
    if (!(part === child || part instanceof Socket)) continue;
    if (isHeld) part.ref();
    else part.unref();
  }
}
