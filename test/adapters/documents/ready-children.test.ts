import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { afterAll, describe, expect, it, vi } from "vitest";
import { createReadyChildren } from "../../../src/adapters/documents/ready-children.ts";
import { type ChildJob, type RunChild, writtenJson } from "../../../src/adapters/documents/run-child.ts";
import { PATIENCE } from "../../support/patience.ts";

const folder = mkdtempSync(join(tmpdir(), "hilfsprozesse-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ENTRY = join(folder, "kind.mjs");
/** Says that it is there, then answers its job with who it is, or says that none came. */
const CODE = `import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
appendFileSync(process.argv[2], process.pid + "\\n");
const job = readFileSync(0, "utf8");
if (job === "") writeFileSync(process.argv[2] + "-ende", "");
else process.stdout.write(JSON.stringify({ pid: process.pid, job }));`;
writeFileSync(ENTRY, CODE);

let programs = 0;
function program() {
  programs += 1;
  const started = join(folder, `gestartet-${programs}`);
  writeFileSync(started, "");
  const pids = (): readonly number[] => readFileSync(started, "utf8").split("\n").slice(0, -1).map(Number);
  const waiting = (count: number) =>
    vi.waitUntil(() => pids().length === count && pids()[count - 1], { timeout: PATIENCE });
  const isEnded = () => vi.waitUntil(() => existsSync(`${started}-ende`), { timeout: PATIENCE });
  return { program: { entry: ENTRY, args: [started], memoryMegabytes: 64 }, pids, waiting, isEnded };
}

const jobOf = (own: ChildJob["program"], job: string): ChildJob => ({
  program: own,
  file: "Probe",
  job,
  timeoutMilliseconds: PATIENCE,
});

const answer = async (run: RunChild, job: ChildJob): Promise<unknown> => writtenJson(await run(job));

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("processes that wait for their job", () => {
  it("are given it when it comes, each of them one", async () => {
    const children = createReadyChildren();
    const { program: own, waiting } = program();
    children.prepare(own);
    children.prepare(own);
    const first = await waiting(1);
    expect(await answer(children.run, jobOf(own, "eins"))).toEqual({ pid: first, job: "eins" });
    const second = await waiting(2);
    expect(second).not.toBe(first);
    expect(await answer(children.run, jobOf(own, "zwei"))).toEqual({ pid: second, job: "zwei" });
  });

  it("are not asked for what another program does", async () => {
    const children = createReadyChildren();
    const [one, other] = [program(), program()];
    children.prepare(one.program);
    await one.waiting(1);
    const { pid } = (await answer(children.run, jobOf(other.program, "drei"))) as { pid: number };
    expect(other.pids()[0]).toBe(pid);
  });

  it("that die while they wait lose no job", async () => {
    const children = createReadyChildren();
    const { program: own, pids, waiting } = program();
    children.prepare(own);
    const first = await waiting(1);
    process.kill(Number(first), "SIGKILL");
    await vi.waitUntil(() => !isRunning(Number(first)), { timeout: PATIENCE });
    expect(await answer(children.run, jobOf(own, "vier"))).toEqual({ pid: pids()[1], job: "vier" });
  });

  it("are gone when they are stopped, and no others come", async () => {
    const children = createReadyChildren();
    const { program: own, pids, waiting } = program();
    children.prepare(own);
    const first = Number(await waiting(1));
    await children.stop();
    expect(isRunning(first)).toBe(false);
    children.prepare(own);
    await children.stop();
    expect(pids()).toEqual([first]);
  });

  it.each(["end", "are killed"])("keep nobody from ending, and end with those who %s", async (how) => {
    const { program: own, waiting, isEnded } = program();
    const place = new URL("../../../src/adapters/documents/ready-children.ts", import.meta.url).href;
    const code = `import { createReadyChildren } from ${JSON.stringify(place)};
      createReadyChildren().prepare(${JSON.stringify(own)});
      ${how === "end" ? "process.stdin.resume()" : "setInterval(() => {}, 1000)"}`;
    const owner = spawn(execPath, ["--input-type=module", "-e", code], { stdio: ["pipe", "inherit", "inherit"] });
    const ended = once(owner, "exit");
    await waiting(1);
    if (how === "end") owner.stdin.end();
    else owner.kill("SIGKILL");
    expect(await ended).toEqual(how === "end" ? [0, null] : [null, "SIGKILL"]);
    await isEnded();
  });
});
