import { describe, expect, it } from "vitest";
import { createChoiceMemory } from "../../../src/adapters/console/choice-memory.ts";
import type { AccountId } from "../../../src/core/kernel/ids.ts";

const jansen = "console:jansen" as AccountId;
const schulz = "console:schulz" as AccountId;
const room = "console:traeger";
const direct = "direct:console:jansen";
const vote = ["ja", "nein"].map((command) => ({ label: command, command }));
const accept = ["annehmen", "ablehnen"].map((command) => ({ label: command, command }));

describe("numbers as choices", () => {
  it("stand for what was shown last where the person is", () => {
    const memory = createChoiceMemory();
    expect(memory.show(room, vote)).toBe(1);
    memory.begin();
    expect(memory.show("console:jugendamt", accept)).toBe(1);
    expect(memory.pick(jansen, [room, direct], 2)).toEqual({ kind: "picked", command: "nein", address: room });
  });

  it("run on through what is shown together, so that no number means two things", () => {
    const memory = createChoiceMemory();
    memory.begin();
    expect(memory.show(room, vote)).toBe(1);
    expect(memory.show(direct, accept)).toBe(3);
    expect(memory.pick(jansen, [room, direct], 1)).toMatchObject({ command: "ja", address: room });
    expect(memory.pick(jansen, [room, direct], 4)).toMatchObject({ command: "ablehnen", address: direct });
  });

  it("are not offered twice when the same follows at once", () => {
    const memory = createChoiceMemory();
    expect(memory.show(room, vote)).toBe(1);
    expect(memory.show(room, vote)).toBeUndefined();
  });

  it("are only numbers again after an answer without choices, for the one who got it", () => {
    const memory = createChoiceMemory();
    memory.show(room, vote);
    memory.begin();
    memory.answered(jansen, [room, direct]);
    expect(memory.pick(jansen, [room, direct], 1)).toBeUndefined();
    expect(memory.pick(schulz, [room], 1)).toMatchObject({ command: "ja" });
  });

  it("beyond the last say how many there are; without any they are numbers", () => {
    const memory = createChoiceMemory();
    expect(memory.pick(jansen, [room], 1)).toBeUndefined();
    memory.show(room, vote);
    expect(memory.pick(jansen, [room], 0)).toEqual({ kind: "outOfRange", count: 2 });
    expect(memory.pick(jansen, [room], 3)).toEqual({ kind: "outOfRange", count: 2 });
    expect(memory.pick(jansen, [direct], 1)).toBeUndefined();
  });
});
