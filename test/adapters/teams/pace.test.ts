import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPace, TEAMS_LIMITS, TENANT_LIMITS } from "../../../src/adapters/teams/pace.ts";

describe("the pace of calls", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const clock = (): number => Date.now();

  /** When each of so many calls went out, in milliseconds. */
  async function times(whats: readonly ("message" | "update")[], horizon: number): Promise<readonly number[]> {
    const pace = createPace(clock);
    const start = clock();
    const sent: number[] = [];
    const turns = whats.map((what) =>
      pace.turn("19:a", what).then(({ answered }) => {
        sent.push(clock() - start);
        answered();
      }),
    );
    await vi.advanceTimersByTimeAsync(horizon);
    pace.stop();
    await Promise.all(turns);
    return sent;
  }

  const mostWithin = (sent: readonly number[], within: number): number =>
    Math.max(0, ...sent.map((from) => sent.filter((at) => at >= from && at < from + within).length));

  it("keeps every limit of Microsoft's, however many messages come at once", async () => {
    const sent = await times(
      Array.from({ length: 200 }, () => "message"),
      200_000,
    );
    expect(sent).toHaveLength(200);
    for (const { calls, within } of TEAMS_LIMITS) expect(mostWithin(sent, within)).toBeLessThanOrEqual(calls);
    // It does not dawdle either: 60 in each half minute.
    expect(sent.at(-1)).toBeLessThan(105_000);
  });

  it("keeps them for messages and updates together", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("message" as const, "update" as const), { maxLength: 90 }),
        async (whats) => {
          const sent = await times(whats, 120_000);
          expect(sent).toHaveLength(whats.length);
          for (const { calls, within } of TEAMS_LIMITS) expect(mostWithin(sent, within)).toBeLessThanOrEqual(calls);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("lets a message past updates that wait, and keeps room for it", async () => {
    const pace = createPace(clock);
    const done: string[] = [];
    const updates = Array.from({ length: 50 }, (_, index) =>
      pace.turn("a", "update").then(() => done.push(`u${index}`)),
    );
    await vi.advanceTimersByTimeAsync(20_000);
    const before = done.length;
    const message = pace.turn("a", "message").then(() => done.push("message"));
    await vi.advanceTimersByTimeAsync(1_300);
    expect(done.slice(before)).toContain("message");
    pace.stop();
    await Promise.all([...updates, message]);
  });

  it("counts a call from when it was answered: no sooner is it certain to have arrived", async () => {
    const pace = createPace(clock, [{ calls: 1, within: 1_000 }]);
    const first = await pace.turn("a", "message");
    const done: string[] = [];
    const second = pace.turn("a", "message").then(() => done.push("second"));
    await vi.advanceTimersByTimeAsync(3_000);
    first.answered();
    await vi.advanceTimersByTimeAsync(900);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(done).toEqual(["second"]);
    await second;
  });

  it("keeps what is allowed for all conversations together", async () => {
    const pace = createPace(clock);
    const start = clock();
    const sent: number[] = [];
    const turns = Array.from({ length: 400 }, (_, index) =>
      pace.turn(`chat ${index % 100}`, "message").then((turn) => {
        sent.push(clock() - start);
        turn.answered();
      }),
    );
    await vi.advanceTimersByTimeAsync(30_000);
    await Promise.all(turns);
    for (const { calls, within } of TENANT_LIMITS) expect(mostWithin(sent, within)).toBeLessThanOrEqual(calls);
    expect(sent.at(-1)).toBeLessThan(12_000);
    pace.stop();
  });

  it("waits as long as the service asks, in that conversation only", async () => {
    const pace = createPace(clock);
    pace.hold("a", 5_000);
    const done: string[] = [];
    const waits = pace.turn("a", "message").then(() => done.push("a"));
    await pace.turn("b", "message").then(() => done.push("b"));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(done).toEqual(["b"]);
    await vi.advanceTimersByTimeAsync(200);
    await waits;
    expect(done).toEqual(["b", "a"]);
  });
});
