import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { PATIENCE_WITH_STARTS } from "../patience.ts";
import { eventLog } from "./event-log.ts";
import type { BotOrder } from "./kill-order.ts";

/** One life of the bot in a process of its own. */
export type BotLife = {
  /** It has taken over what waited, and delivers. Also resolves when it is dead before. */
  readonly ready: Promise<void>;
  /** Resolves to how it ended: a signal or an exit code. */
  readonly ended: Promise<NodeJS.Signals | number>;
  kill(): void;
  /** Lets it end in peace; what its log was told. */
  finish(): Promise<readonly string[]>;
};

const file = join(import.meta.dirname, "..", "..", "crash", "matrix-child.ts");

export const startLife = (order: BotOrder): BotLife =>
  lifeOf(spawnBot(file, join(order.folder, "compiled"), [JSON.stringify(order)]));

/** `compiled`: folder in which programs of the lives to come find what is compiled. */
export function spawnBot(script: string, compiled: string, args: readonly string[] = []) {
  const flags = ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"];
  return spawn(execPath, [...flags, script, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...env, NODE_COMPILE_CACHE: compiled },
  });
}

/** The process tells "READY", ends in peace on a line of input, and at once when its input ends, so that it never outlives its parent. */
export function lifeOf(child: ReturnType<typeof spawnBot>): BotLife {
  const lines = linesOf(child);
  const ended = once(child, "close").then(([code, signal]) => signal ?? code);
  return {
    ready: Promise.race([lines.waitFor((line) => line === "READY", PATIENCE_WITH_STARTS), ended]).then(() => undefined),
    ended,
    kill: () => void child.kill("SIGKILL"),
    async finish() {
      child.stdin.on("error", () => undefined).write("END\n");
      const how = await ended;
      const notes = lines.all.filter((line) => line.startsWith("NOTE "));
      return how === 0 ? notes : [...notes, `NOTE ended with ${how}`];
    },
  };
}

function linesOf({ stdout }: ChildProcess) {
  const log = eventLog<string>("the bot");
  let rest = "";
  stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) log.push(line);
  });
  return log;
}
