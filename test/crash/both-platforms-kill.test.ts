import { afterAll, expect, it } from "vitest";
import { newBothFolder, removeBothFolder } from "../support/both-platforms-house.ts";
import { runBothKillLane } from "../support/both-platforms-kill-lane.ts";
import { describeWithSynapse } from "../support/matrix/describe-with-synapse.ts";

const seed = 78;
const compiled = newBothFolder();
afterAll(() => removeBothFolder(compiled));

describeWithSynapse("kill -9 of the bot while people vote in Teams and in an encrypted room at the same time", () => {
  it("counts every vote once and answers everybody where they voted; nothing is lost or doubled in either room", {
    timeout: 1_200_000,
  }, async () => {
    const result = await runBothKillLane({ seed, compiled });
    expect(result.problems).toEqual([]);
    expect(result.kills).toBe(11);
    // The kills fell into bursts, and each of the narrow moments was met.
    expect(result.whileVoting).toBeGreaterThan(2);
    expect(result.moments).toEqual({
      chat: 1,
      decided: 1,
      posted: 1,
      clicked: 1,
      "matrix chat": 1,
      "matrix decided": 1,
      "matrix posted": 1,
      "matrix taken": 1,
    });
    // Ballots were led from either platform, and people voted on both.
    expect(result.ballots).toBeGreaterThan(1);
    expect(result.again).toBeGreaterThan(1);
    expect(result.events).toBeGreaterThan(result.votesInMatrix);
  });

  it("control: a bot that forgets what it posted and what it heard is caught doubling in either place", {
    timeout: 600_000,
  }, async () => {
    const { problems } = await runBothKillLane({ seed, compiled, control: "forgetful" });
    expect(problems.join("\n")).toMatch(/the chat of \w+: too much: attendance \(2 instead of 1\)/);
    expect(problems.join("\n")).toMatch(/answers to \w+: too much: .*schon gezählt/);
  });
});
