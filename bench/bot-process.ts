import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { execPath } from "node:process";

/** A bot in a process of its own, as it would run. */
export type BotProcess = {
  /** From its start to the line that says it serves, in milliseconds. */
  readonly startedWithin: number;
  /** That line, as far as `ready` describes it. */
  readonly line: string;
  residentMegabytes(): number;
  stop(): Promise<void>;
};

/** Starts `node SCRIPT …` and waits for the line. */
export async function startBot(
  script: readonly string[],
  ready: RegExp,
  environment: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const began = performance.now();
  const child = spawn(execPath, ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060", ...script], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const line = await said(child, ready);
  const startedWithin = performance.now() - began;
  return {
    startedWithin,
    line,
    residentMegabytes() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function said(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const hear = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-10_000);
      const found = ready.exec(output);
      if (found !== null) resolve(found[0]);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("close", () => reject(new Error(`the bot has ended: ${output}`)));
    child.on("error", reject);
  });
}
