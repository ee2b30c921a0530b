import { describe, expect, it } from "vitest";
import { createSettableClock, fixedClock } from "../../../src/adapters/clock/settable-clock.ts";
import { systemClock } from "../../../src/adapters/clock/system-clock.ts";

describe("clocks", () => {
  it("the system clock tells an instant in UTC with milliseconds, close to the machine's", () => {
    const before = Date.now();
    const now = systemClock.now();
    const after = Date.now();
    expect(now).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(now)).toBeLessThanOrEqual(after);
  });

  it("the settable clock stands still until it is set or advanced", () => {
    const clock = createSettableClock("2023-01-27T08:00:00Z");
    expect(clock.now()).toBe("2023-01-27T08:00:00.000Z");
    clock.advance(90_000);
    expect(clock.now()).toBe("2023-01-27T08:01:30.000Z");
    clock.advance(-30_000);
    expect(clock.now()).toBe("2023-01-27T08:01:00.000Z");
    clock.set("2023-05-12T07:00:00.000Z");
    expect(clock.now()).toBe("2023-05-12T07:00:00.000Z");
  });

  it("the fixed clock never moves", () => {
    const clock = fixedClock("2023-01-27T08:00:00.000Z");
    expect([clock.now(), clock.now()]).toEqual(["2023-01-27T08:00:00.000Z", "2023-01-27T08:00:00.000Z"]);
  });

  it("refuses times without a zone, days alone and nonsense", () => {
    for (const text of ["2023-01-27T08:00:00", "2023-01-27", "27.01.2023", "", "2023-01-27T25:00:00Z"]) {
      expect(() => createSettableClock(text), text).toThrow(RangeError);
      expect(() => fixedClock(text), text).toThrow(RangeError);
    }
  });
});
