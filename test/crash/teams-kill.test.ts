import { afterAll, describe, expect, it } from "vitest";
import { newBothFolder, removeBothFolder } from "../support/both-platforms-house.ts";
import { runTeamsKillLane } from "../support/teams/kill-lane.ts";

const kills = 36;
const seed = 78;
const compiled = newBothFolder();
afterAll(() => removeBothFolder(compiled));

describe("kill -9 of the bot in Teams, at random moments of ballots", () => {
  it(`counts every vote once and answers everybody over ${kills} kills; what may be there twice is said to be`, {
    timeout: 1_200_000,
  }, async () => {
    const result = await runTeamsKillLane({ seed, kills, compiled });
    expect(result.problems).toEqual([]);
    expect(result.kills).toBe(kills);
    expect(result.atStart).toBeGreaterThan(kills / 5);
    // The kills fell into work, and each of the narrow moments was met.
    expect(result.votes).toBeGreaterThan(kills / 2);
    expect(result.again).toBeGreaterThan(kills / 5);
    expect(result.soughtVotes).toBeGreaterThan(1);
    expect(result.announcedTwice).toBeGreaterThan(0);
    for (const moment of ["taken", "decided", "delivered", "posted", "replaced", "chat", "clicked"] as const)
      expect(result.moments[moment], moment).toBeGreaterThan(0);
  });

  it("control: a bot to which repeated activities are new ones is caught answering twice", {
    timeout: 600_000,
  }, async () => {
    const { problems } = await runTeamsKillLane({ seed, kills: 2, compiled, control: "new-keys" });
    expect(problems.join("\n")).toMatch(/too much: /);
  });

  it("control: a bot that answers before it has stored is caught losing votes", { timeout: 600_000 }, async () => {
    const { problems } = await runTeamsKillLane({ seed, kills: 1, compiled, control: "answer-first" });
    expect(problems.join("\n")).toMatch(/record: lost: vote of \w+/);
  });

  it("control: a bot that forgets what it posted is caught saying it twice without a word", {
    timeout: 600_000,
  }, async () => {
    const { problems } = await runTeamsKillLane({ seed, kills: 1, compiled, control: "no-notes" });
    expect(problems.join("\n")).toMatch(/the chat of \w+: too much: attendance \(2 instead of 1\)/);
  });

  it("control: a bot that writes down what it hears is caught with a secret vote", { timeout: 600_000 }, async () => {
    const { problems } = await runTeamsKillLane({ seed, kills: 1, compiled, control: "chatty" });
    expect(problems).toEqual(["a secret vote stands in gehört.txt"]);
  });
});
