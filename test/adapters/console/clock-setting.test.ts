import { describe, expect, it } from "vitest";
import { readClockSetting } from "../../../src/adapters/console/clock-setting.ts";

describe("the clock of the room", () => {
  it.each([
    ["", { kind: "show" }],
    ["system", { kind: "system" }],
    ["27.1.2023 9:00", { kind: "set", date: "2023-01-27", time: "09:00" }],
    ["27.01.2023, 9.30 Uhr", { kind: "set", date: "2023-01-27", time: "09:30" }],
    ["2023-01-27 09:00", { kind: "set", date: "2023-01-27", time: "09:00" }],
    ["9:30", { kind: "set", date: undefined, time: "09:30" }],
    ["+10 min", { kind: "advance", milliseconds: 600_000 }],
    ["+ 10", { kind: "advance", milliseconds: 600_000 }],
    ["+2 h", { kind: "advance", milliseconds: 7_200_000 }],
    ["+1 Tag", { kind: "advance", milliseconds: 86_400_000 }],
    ["+15 Tage", { kind: "advance", milliseconds: 15 * 86_400_000 }],
    ["31.02.2023 9:00", { kind: "unclear" }],
    ["25:00", { kind: "unclear" }],
    ["+3 Monde", { kind: "unclear" }],
    ["morgen früh", { kind: "unclear" }],
  ])("reads „%s“", (text, expected) => {
    expect(readClockSetting(text)).toEqual(expected);
  });
});
