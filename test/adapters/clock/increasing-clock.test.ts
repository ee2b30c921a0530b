import { expect, it } from "vitest";
import { createIncreasingClock } from "../../../src/adapters/clock/increasing-clock.ts";
import { createSettableClock } from "../../../src/adapters/clock/settable-clock.ts";

it("answers later each time, even while the other clock stands still or goes back a little", () => {
  const clock = createSettableClock("2023-01-27T08:59:59.999Z");
  const increasing = createIncreasingClock(clock);
  const first = [increasing.now(), increasing.now()];
  clock.set("2023-01-27T08:59:30.000Z");
  const back = increasing.now();
  clock.set("2023-01-27T10:00:00.000Z");
  expect([...first, back, increasing.now()]).toEqual([
    "2023-01-27T08:59:59.999Z",
    "2023-01-27T09:00:00.000Z",
    "2023-01-27T09:00:00.001Z",
    "2023-01-27T10:00:00.000Z",
  ]);
});

it("follows a clock that somebody sets back, and goes on from there", () => {
  const clock = createSettableClock("2026-11-22T08:00:00.000Z");
  const increasing = createIncreasingClock(clock);
  increasing.now();
  clock.set("2023-01-27T08:00:00.000Z");
  expect([increasing.now(), increasing.now()]).toEqual(["2023-01-27T08:00:00.000Z", "2023-01-27T08:00:00.001Z"]);
});

it("goes on from the last instant of an earlier run", () => {
  const clock = createIncreasingClock(createSettableClock("2023-01-27T09:00:00.000Z"));
  clock.goOnFrom("2023-01-27T09:00:00.005Z");
  expect(clock.now()).toBe("2023-01-27T09:00:00.006Z");
});
