import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { emptyFolder, printed, runProgram, startProgram } from "../cli/run-program.ts";

const cwd = emptyFolder();
const disk = join(cwd, "data");

const mount = (...args: readonly string[]): boolean => spawnSync("mount", args).status === 0;
mkdirSync(disk);
const hasSmallDisk = mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", disk);
if (!hasSmallDisk) console.warn("SKIPPED: a full disk needs root on Linux (mount -t tmpfs)");

afterAll(() => {
  if (hasSmallDisk) spawnSync("umount", [disk]);
  rmSync(cwd, { recursive: true, force: true });
});

// Under CI a disk that cannot be mounted fails the test instead of skipping it.
describe.skipIf(!hasSmallDisk && process.env["CI"] !== "true")("a disk that fills up during a session", () => {
  it("is told in German, changes nothing, and the session goes on once there is room", {
    timeout: 600_000,
  }, async () => {
    expect(hasSmallDisk).toBe(true);
    const child = startProgram(["start"], { cwd });
    const say = (line: string, answer: string): Promise<string> => {
      const said = printed(child, answer);
      child.stdin.write(`${line}\n`);
      return said;
    };
    await say("sitzung eröffnen", "Die 1. Sitzung ist eröffnet.");
    const note = `feststellung: ${"Es mangelt an Plätzen. ".repeat(60)}`;
    const full = printed(child, "Der Datenträger ist voll. Es hat sich nichts geändert.");
    for (let count = 0; count < 400; count += 1) child.stdin.write(`${note}\n`);
    await full;
    expect(mount("-o", "remount,size=60m", disk)).toBe(true);
    await say("aufgabe: Plätze zählen", "Aufgabe 1: Plätze zählen");
    const ended = once(child, "exit");
    child.stdin.end("/ende\n");
    expect(await ended).toEqual([0, null]);
    const verified = await runProgram(["verify"], { cwd });
    expect(verified.code).toBe(0);
  });
});
