import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execPath } from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inspectAfterCrash } from "../support/storage-crash-scenario.ts";
import { makeStorageFolder, type StorageFolder } from "../support/storage-harness.ts";

const killsPerLane = 13;
const killsOfControl = 200; // a moment between the word and the commit is hit by one kill in three here
/** So much at most is acknowledged before the kill, which falls some milliseconds later: into work, on a busy machine too. */
const mostWork = 12;
const longestRest = 10;

const writer = join(import.meta.dirname, "storage-writer.ts");

type Mode = "single" | "groups";

/** Starts a writer, kills it at a random moment of its work and returns the last number it acknowledged. */
async function runAndKill(folder: StorageFolder, mode: Mode, first: number, control: string): Promise<number> {
  const args = [
    "--disable-warning=ExperimentalWarning",
    writer,
    folder.file,
    folder.keysFolder,
    mode,
    String(first),
    "1000000",
    control,
  ];
  const child = spawn(execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = once(child, "close");
  const work = Math.floor(Math.random() * (mostWork + 1));
  await until(child, () => output.split("\n").length - 2 >= work);
  await wait(Math.random() * longestRest);
  child.kill("SIGKILL");
  await ended;
  // A line without its end was not said.
  const lines = output.split("\n").slice(1, -1);
  return Number(lines.at(-1) ?? first - 1);
}

async function until(child: ChildProcess, isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error(`the writer ended by itself with ${child.exitCode}`);
    await wait(2);
  }
}

type Lane = { readonly acknowledged: number; readonly lost: number; readonly damage: readonly string[] };

/** Kills one database's writer up to so many times, until work is lost; each run carries on where the last was cut off. */
async function runLane(mode: Mode, kills: number, control = "none"): Promise<Lane> {
  const folder = makeStorageFolder("kill-");
  const damage: string[] = [];
  let lost = 0;
  let next = 1;
  try {
    for (let kill = 0; kill < kills && lost === 0; kill += 1) {
      const acknowledged = await runAndKill(folder, mode, next, control);
      const found = await inspectAfterCrash(folder);
      lost += Math.max(0, acknowledged - found.committed);
      damage.push(...found.damage);
      next = found.committed + 1;
    }
    return { acknowledged: next - 1, lost, damage };
  } finally {
    folder.remove();
  }
}

describe("kill -9 at random moments", () => {
  it("loses nothing acknowledged, tears nothing, and carries on after each of 52 kills", {
    timeout: 600_000,
  }, async () => {
    for (const mode of ["single", "groups"] as const) {
      const lanes = await Promise.all([runLane(mode, killsPerLane), runLane(mode, killsPerLane)]);
      for (const lane of lanes) {
        expect(lane).toMatchObject({ lost: 0, damage: [] });
        expect(lane.acknowledged).toBeGreaterThan(killsPerLane);
      }
    }
  });

  it("control: a writer that acknowledges before the commit is caught losing work", { timeout: 600_000 }, async () => {
    const lane = await runLane("groups", killsOfControl, "acknowledge-first");
    expect(lane.lost).toBeGreaterThan(0);
  });
});
