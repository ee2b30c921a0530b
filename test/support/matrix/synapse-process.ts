import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE_WITH_STARTS } from "../patience.ts";
import { outside, spawnInside } from "./synapse-root.ts";

/** One run of Synapse on a folder that is ready for it. */
export type SynapseProcess = {
  /** SIGTERM, then SIGKILL when it takes more than five seconds. */
  end(): Promise<void>;
  kill9(): Promise<void>;
};

export class PortTaken extends Error {}

/** Resolves once the client API answers. `PortTaken` when somebody else was faster. */
export async function runSynapse(folder: string, url: string): Promise<SynapseProcess> {
  const output = openSync(join(outside(folder), "output.log"), "a");
  const command = ["python3", "-m", "synapse.app.homeserver", "-c", `${folder}/homeserver.yaml`];
  const child = spawnInside([...command, "-c", `${folder}/extra.yaml`], { stdio: ["ignore", output, output] });
  closeSync(output);
  const ended = once(child, "exit");
  await ready(child, url, folder);
  return {
    async end() {
      child.kill("SIGTERM");
      const slow = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(slow);
    },
    async kill9() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function ready(child: ChildProcess, url: string, folder: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_WITH_STARTS;
  while (!(await answers(url))) {
    const gone = child.exitCode !== null || child.signalCode !== null;
    if (!gone && Date.now() < deadline) {
      await pause(50);
      continue;
    }
    child.kill("SIGKILL");
    const log = logOf(folder);
    if (/Address already in use|CannotListenError/.test(log)) throw new PortTaken(log);
    throw new Error(`Synapse ${gone ? "ended" : "did not answer"} at its start:\n${log.slice(-3_000)}`);
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/_matrix/client/versions`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** Warnings and errors, and whatever was printed. */
export function logOf(folder: string): string {
  return ["homeserver.log", "output.log"].map((name) => read(join(outside(folder), name))).join("");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
