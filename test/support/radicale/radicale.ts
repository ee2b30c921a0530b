import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../matrix/free-port.ts";
import { PATIENCE_WITH_STARTS } from "../patience.ts";

/** Debian's package "python3-radicale": the package "radicale" would start a service of its own. */
export const RADICALE = "/usr/lib/python3/dist-packages/radicale/__main__.py";

/** Ein CalDAV-Server on this machine, with one account and an empty storage. */
export type Radicale = {
  readonly url: string;
  readonly account: string;
  readonly password: string;
  /** Any request of the account, as another program of its owner would make it. */
  request(
    method: string,
    path: string,
    options?: { readonly headers?: object; readonly body?: string },
  ): Promise<Response>;
  end(): Promise<void>;
};

const account = "ag78";
const password = "geheim: ä";

export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(join(tmpdir(), "radicale-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  writeFileSync(join(folder, "accounts"), `${account}:${password}\n`);
  writeFileSync(join(folder, "config"), configOf(folder, port));
  mkdirSync(join(folder, "storage"));
  const child = spawn("/usr/bin/python3", ["-m", "radicale", "--config", join(folder, "config")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => log.push(text));
  const end = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await isReady(child, url))) {
    await end();
    throw new Error(`Radicale did not answer at its start:\n${log.join("").slice(-2_000)}`);
  }
  const authorization = `Basic ${Buffer.from(`${account}:${password}`).toString("base64")}`;
  return {
    url,
    account,
    password,
    request: (method, path, { headers, body } = {}) =>
      fetch(new URL(path, url), {
        method,
        headers: { ...headers, authorization },
        ...(body === undefined ? {} : { body }),
      }),
    end,
  };
}

async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_WITH_STARTS;
  while (child.exitCode === null && Date.now() < deadline) {
    const answers = await fetch(url, { method: "OPTIONS", signal: AbortSignal.timeout(1_000) }).then(
      () => true,
      () => false,
    );
    if (answers) return true;
    await pause(50);
  }
  return false;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const slow = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await exit;
  clearTimeout(slow);
}

const configOf = (folder: string, port: number): string =>
  `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/accounts
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = ${folder}/storage
[logging]
level = warning
`;
