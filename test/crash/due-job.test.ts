import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSettableClock, fixedClock } from "../../src/adapters/clock/settable-clock.ts";
import { entry } from "../../src/core/kernel/table.ts";
import {
  atTheEnd,
  beforeTheEnd,
  closings,
  houseOn,
  inTheMorning,
  startProcedure,
  voteOfThird,
} from "../support/due-job-house.ts";

const child = fileURLToPath(new URL("due-job-child.ts", import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sitzungsdienst-due-"));
  const house = houseOn(folder, fixedClock(inTheMorning));
  house.startDelivering();
  await startProcedure(house);
  await house.settled();
  await house.close();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a written procedure whose time is over", () => {
  it.each(["decided", "stored"])("is closed exactly once, if the process is killed when it was %s", async (moment) => {
    const { signal } = spawnSync(execPath, [child, folder, moment], { encoding: "utf8" });
    expect(signal).toBe("SIGKILL");

    const told: string[] = [];
    const house = houseOn(folder, fixedClock(atTheEnd), ({ id, body }) => {
      if (body.includes("ist beschlossen")) told.push(id);
    });
    expect(closings(house)).toBe(moment === "stored" ? 1 : 0);
    house.startDelivering();
    await house.settled();
    await house.runDueJobs();
    await house.runDueJobs();
    await house.settled();
    expect(closings(house)).toBe(1);
    expect(house.store.due("2099-01-01T00:00:00.000Z")).toEqual([]);
    // One room and three members, each message under an id of its own.
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(4);
    await house.close();
  });

  it("is closed late with the result of the end of its last day, if nobody was there", async () => {
    const weeksLater = "2023-03-05T03:00:00.000Z";
    const house = houseOn(folder, fixedClock(weeksLater));
    // Before anything due was done: what comes now is late.
    await voteOfThird(house, weeksLater);
    await house.runDueJobs();
    const procedure = entry(house.runner.state().writtenProcedures.procedures, 1);
    expect(procedure?.closing).toMatchObject({ outcome: "carried", numbers: { yes: 2, no: 0 }, reference: "2023-1" });
    await house.close();
  });

  it("is open until the last second, and takes votes until then", async () => {
    const clock = createSettableClock(beforeTheEnd);
    const house = houseOn(folder, clock);
    await house.runDueJobs();
    expect(closings(house)).toBe(0);
    await voteOfThird(house, beforeTheEnd);
    clock.set(atTheEnd);
    await house.runDueJobs();
    expect(closings(house)).toBe(1);
    const procedure = entry(house.runner.state().writtenProcedures.procedures, 1);
    expect(procedure?.closing?.numbers).toMatchObject({ yes: 2, no: 1 });
    await house.close();
  });
});
