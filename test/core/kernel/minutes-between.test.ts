import { expect, it } from "vitest";
import { minutesBetween } from "../../../src/core/kernel/minutes-between.ts";
import { instant } from "../../support/keys.ts";

it.each([
  ["2023-01-27T08:00:00.000Z", "2023-01-27T08:00:59.999Z", 0],
  ["2023-01-27T08:00:59.000Z", "2023-01-27T08:01:00.000Z", 1],
  ["2023-01-27T08:50:00.000Z", "2023-01-27T10:04:00.000Z", 74],
  ["2023-12-31T23:59:00.000Z", "2024-01-01T00:01:00.000Z", 2],
  // The clocks are turned on in between, time is not.
  ["2023-03-26T00:30:00.000Z", "2023-03-26T01:30:00.000Z", 60],
])("from %s to %s it is %i minutes", (from, to, minutes) => {
  expect(minutesBetween(instant(from), instant(to))).toBe(minutes);
});
