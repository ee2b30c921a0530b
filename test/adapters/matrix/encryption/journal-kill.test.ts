import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execPath } from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { removeFolder, temporaryFolder } from "./house.ts";
import { keep } from "./journal-store.ts";

const kills = 8;
/** So much at most is acknowledged before the kill, which falls some milliseconds later: into work, on a busy machine too. */
const mostWork = 12;
const longestRest = 10;
const writer = join(import.meta.dirname, "journal-child.ts");

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

/** Returns the last number that was said to be committed. */
async function writeAndKill(path: string, first: number): Promise<number> {
  const args = ["--disable-warning=ExperimentalWarning", writer, path, String(first)];
  const child = spawn(execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "close");
  const work = Math.floor(Math.random() * (mostWork + 1));
  while (said.split("\n").length - 2 < work) {
    if (child.exitCode !== null) throw new Error(`the writer ended by itself with ${child.exitCode}`);
    await wait(2);
  }
  await wait(Math.random() * longestRest);
  child.kill("SIGKILL");
  await ended;
  return Number(said.split("\n").slice(1, -1).at(-1) ?? first - 1);
}

it(`a journal killed ${kills} times while it writes and compacts has lost nothing it acknowledged`, async () => {
  const path = join(folder, "keys.journal");
  let committed = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await writeAndKill(path, committed + 1);
    const kept = await keep(path);
    const { last, ...numbers } = await kept.all();
    await kept.journal.close();
    committed = Number(last ?? 0);
    expect(committed).toBeGreaterThanOrEqual(acknowledged);
    // Whole transactions only: the twenty newest numbers, no other.
    const expected = Array.from({ length: Math.min(20, committed) }, (_, index) => committed - index);
    const found = Object.values(numbers).map((value) => Object(value).number);
    expect(found.sort((one, other) => other - one)).toEqual(expected);
  }
  expect(committed).toBeGreaterThan(kills);
});
