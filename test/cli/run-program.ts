import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectRoot } from "../../tools/step.ts";
import { boundByPermissions } from "../support/bound-by-permissions.ts";

const bin = join(projectRoot, "bin", "sitzungsdienst.mjs");

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "sitzungsdienst-cli-"));

export type Ended = { readonly code: number | null; readonly out: string; readonly errors: string };

type Options = {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly bound?: true;
};

/** Starts the real program in a folder of its own; `bound`: by file permissions, even as root. */
export function startProgram(
  args: readonly string[],
  { cwd, env = {}, bound }: Options,
): ChildProcessWithoutNullStreams {
  const program = [bin, ...args];
  const [command, all] = bound === true ? boundByPermissions(program) : [process.execPath, program];
  const path = process.env["PATH"] ?? "";
  return spawn(command, all, { cwd, env: { PATH: path, ...env }, stdio: "pipe" });
}

/** Runs it to its end with this input. */
export async function runProgram(args: readonly string[], options: Options): Promise<Ended> {
  const child = startProgram(args, options);
  const code = new Promise<number | null>((resolve) => child.on("exit", resolve));
  // A program that stops before it has read everything closes its input.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, errors };
}

/** Resolves with everything printed so far as soon as this has been printed. */
export function printed(child: ChildProcessWithoutNullStreams, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = "";
    const look = (chunk: Buffer): void => {
      seen += chunk.toString("utf8");
      if (!seen.includes(wanted)) return;
      child.stdout.off("data", look);
      resolve(seen);
    };
    child.stdout.on("data", look);
    child.on("exit", () => reject(new Error(`ended before „${wanted}“ came:\n${seen}`)));
  });
}
