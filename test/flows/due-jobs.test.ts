import { describe, expect, it } from "vitest";
import { createSettableClock } from "../../src/adapters/clock/settable-clock.ts";
import { createDueJobs } from "../../src/flows/due-jobs.ts";
import type { DueJob } from "../../src/flows/ports.ts";

const job = (id: string, dueAt: string): DueJob => ({ id, dueAt, payload: "{}" });

/** Jobs in a list, a clock to set, and a timer that only runs when told to. */
function workshop(jobs: DueJob[], carryOut: (one: DueJob) => void = () => undefined) {
  const clock = createSettableClock("2023-01-01T00:00:00.000Z");
  const done: string[] = [];
  const waits: number[] = [];
  const failures: unknown[] = [];
  let timer: (() => void) | undefined;
  const due = createDueJobs({
    jobs: {
      due: (now) => jobs.filter(({ dueAt }) => dueAt <= now),
      next: () => jobs.map(({ dueAt }) => dueAt).toSorted()[0],
    },
    clock,
    timers: {
      after(milliseconds, run) {
        waits.push(milliseconds);
        timer = run;
        return () => {
          timer = undefined;
        };
      },
    },
    async carryOut(one) {
      carryOut(one);
      done.push(one.id);
      jobs.splice(jobs.indexOf(one), 1);
    },
    failed: (reason) => failures.push(reason),
  });
  return { clock, done, waits, failures, due, ring: () => timer?.(), isWaiting: () => timer !== undefined };
}

describe("due jobs", () => {
  it("are carried out in their order, those not due yet are waited for", async () => {
    const { due, done, waits } = workshop([
      job("later", "2023-01-01T00:30:00.000Z"),
      job("first", "2022-12-31T10:00:00.000Z"),
      job("second", "2023-01-01T00:00:00.000Z"),
    ]);
    await due.run();
    expect(done).toEqual(["first", "second"]);
    expect(waits).toEqual([30 * 60_000]);
    await due.stop();
  });

  it("are carried out when the timer runs out, and the clock is looked at every hour at least", async () => {
    const { due, done, waits, clock, ring } = workshop([job("far", "2023-01-03T00:00:00.000Z")]);
    await due.run();
    expect(waits).toEqual([3_600_000]);
    clock.set("2023-01-03T00:00:00.000Z");
    ring();
    await due.run();
    expect(done).toEqual(["far"]);
    await due.stop();
  });

  it("are not waited for before the first run, since a program that only looks something up does nothing", async () => {
    const { due, isWaiting } = workshop([job("one", "2023-01-01T00:30:00.000Z")]);
    due.changed();
    expect(isWaiting()).toBe(false);
    await due.run();
    expect(isWaiting()).toBe(true);
    await due.stop();
    expect(isWaiting()).toBe(false);
  });

  it("that fail stay, do not hold up the others, and are tried again after a while", async () => {
    let isBroken = true;
    const { due, done, waits } = workshop(
      [job("bad", "2022-12-31T10:00:00.000Z"), job("good", "2022-12-31T11:00:00.000Z")],
      ({ id }) => {
        if (id === "bad" && isBroken) throw new Error("disk full");
      },
    );
    await expect(due.run()).rejects.toThrow("disk full");
    expect(done).toEqual(["good"]);
    expect(waits.at(-1)).toBe(60_000);
    isBroken = false;
    await due.run();
    expect(done).toEqual(["good", "bad"]);
    await due.stop();
  });

  it("of two runs at the same moment are carried out once", async () => {
    const { due, done } = workshop([job("one", "2022-12-31T10:00:00.000Z")]);
    await Promise.all([due.run(), due.run()]);
    expect(done).toEqual(["one"]);
    await due.stop();
    await due.run();
    expect(done).toEqual(["one"]);
  });
});
