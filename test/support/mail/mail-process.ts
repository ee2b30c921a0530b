import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE_WITH_STARTS } from "../patience.ts";

/** One server in the foreground. */
export type MailProcess = {
  /** SIGTERM, then SIGKILL when it takes more than five seconds. */
  end(): Promise<void>;
};

/** Resolves once it answers on the port. */
export async function runServer(command: readonly string[], port: number, log: () => string): Promise<MailProcess> {
  const [program = "", ...args] = command;
  // A group of its own: a server's helpers may outlive it.
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  const ended = once(child, "exit");
  await ready(child, port, () => `${command.join(" ")} did not start:\n${log().slice(-3_000)}`);
  return {
    async end() {
      child.kill("SIGTERM");
      const slow = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(slow);
      endGroup(child);
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left of it.
  }
}

async function ready(child: ChildProcess, port: number, failure: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_WITH_STARTS;
  while (!(await answers(port))) {
    const isGone = child.exitCode !== null || child.signalCode !== null;
    if (isGone || Date.now() > deadline) {
      endGroup(child);
      throw new Error(failure());
    }
    await pause(50);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("data", settle(true));
    socket.once("error", settle(false));
    socket.setTimeout(2_000, settle(false));
  });
}
