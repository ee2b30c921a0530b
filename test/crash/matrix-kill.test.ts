import { expect, it } from "vitest";
import { describeWithSynapse } from "../support/matrix/describe-with-synapse.ts";
import { runKillLane } from "../support/matrix/kill-lane.ts";

const kills = 52;

describeWithSynapse("kill -9 of the bot in an encrypted room, at random moments of ballots", () => {
  it(`counts every vote once and answers it once over ${kills} kills, and everybody can read everything`, {
    timeout: 1_200_000,
  }, async () => {
    const result = await runKillLane(78, kills);
    expect(result.problems).toEqual([]);
    expect(result.kills).toBe(kills);
    expect(result.atStart).toBeGreaterThan(kills / 5);
    // The kills fell into work, and each of the narrow moments was met.
    expect(result.votes).toBeGreaterThan(kills / 2);
    for (const moment of ["taken", "decided", "delivered", "sent", "chat"] as const)
      expect(result.moments[moment]).toBeGreaterThan(0);
  });

  it("control: a bot to which repeated messages are new ones is caught answering twice", {
    timeout: 600_000,
  }, async () => {
    const { problems } = await runKillLane(78, 2, "new-keys");
    expect(problems.join("\n")).toMatch(/answers to \w+: too much: .*schon gezählt/);
  });

  it("control: a bot that forgets a message before it is handled is caught losing votes", {
    timeout: 600_000,
  }, async () => {
    const { problems } = await runKillLane(78, 2, "forget-first");
    expect(problems.join("\n")).toMatch(/record: lost: vote of \w+/);
  });
});
