import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

/** One tool with its arguments. `tool` is "package" or "package:binary"; a path to a script is a tool of our own. */
export type Step = { readonly name: string; readonly tool: string; readonly args: readonly string[] };

export type Outcome = {
  readonly name: string;
  readonly passed: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
};

/** Script of a package's binary, so that it runs under this very Node on every platform, without a shell. */
function scriptOf(tool: string): string {
  if (/\.m?[jt]s$/.test(tool)) return resolve(projectRoot, tool);
  const [name = tool, binary = name.split("/").at(-1) ?? name] = tool.split(":");
  const manifest = join(projectRoot, "node_modules", name, "package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> };
  const script = typeof bin === "string" ? bin : bin[binary];
  if (script === undefined) throw new Error(`${name} has no binary "${binary}".`);
  return join(dirname(manifest), script);
}

/** Runs a step in `folder`; with `live` its output goes straight to the terminal. */
export function runStep(step: Step, options: { live?: boolean; folder?: string } = {}): Promise<Outcome> {
  const startedAt = performance.now();
  const { promise, resolve: finish, reject } = Promise.withResolvers<Outcome>();
  const child = spawn(process.execPath, [scriptOf(step.tool), ...step.args], {
    cwd: options.folder ?? projectRoot,
    stdio: options.live ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  child.on("error", reject);
  child.on("close", (code) => {
    const seconds = (performance.now() - startedAt) / 1000;
    finish({ name: step.name, passed: code === 0, ...output, seconds });
  });
  return promise;
}
