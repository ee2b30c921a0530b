import { describe, expect, it } from "vitest";
import { runLane } from "../support/meeting-crash-lane.ts";

const killsPerLane = 26;

describe("kill -9 of a running meeting at random moments", () => {
  it("loses nothing acknowledged and does nothing twice over 52 kills, and is like a meeting that nobody killed", {
    timeout: 1_200_000,
  }, async () => {
    const lanes = await Promise.all([runLane("meeting", killsPerLane), runLane("meeting", killsPerLane)]);
    for (const lane of lanes) {
      expect(lane.problems).toEqual([]);
      expect(lane.acknowledged).toBe(lane.messages);
      // The kills fell into work, and left something to be made good.
      expect(lane.messages).toBeGreaterThan(4 * killsPerLane);
      expect(lane.undelivered).toBeGreaterThan(0);
      expect(lane.repeated).toBeGreaterThan(0);
    }
  });

  it("control: a meeting that acknowledges before the commit is caught losing", { timeout: 600_000 }, async () => {
    const { problems } = await runLane("notes", 20, "acknowledge-first");
    expect(problems.join("\n")).toContain("lost: ");
  });

  it("control: repeated messages under new keys are caught doing things twice", { timeout: 600_000 }, async () => {
    const { problems } = await runLane("notes", 20, "new-keys");
    // Which of its entries is met depends on where the kill falls.
    expect(problems.join("\n")).toMatch(/too often: (note:Satz|AgendaItemAdded)/);
  });
});
