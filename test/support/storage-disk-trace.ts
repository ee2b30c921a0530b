import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";

/** What a process did to the files of a folder, and what it told the world, in order. Paths as the process named them. */
export type DiskStep =
  | { readonly kind: "write"; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: "cut"; readonly path: string; readonly length: number }
  | { readonly kind: "create" | "unlink" | "sync" | "sync failed"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "said"; readonly text: string };

const calls =
  "pwrite64,pwritev,write,writev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,openat,mkdir,mkdirat";

/** Runs a TypeScript file under strace and returns its steps below `root`. `faults` are strace's injections: `fdatasync:error=EIO:when=3`. */
export function traceDisk(
  script: string,
  args: readonly string[],
  root: string,
  faults: readonly string[] = [],
): readonly DiskStep[] {
  const log = join(root, "..", "trace.log");
  const options = [
    "-f",
    "--seccomp-bpf",
    "-y",
    "-s",
    "200000",
    "-xx",
    "-e",
    `trace=${calls}`,
    "-e",
    "signal=none",
    "-o",
    log,
  ];
  const injections = faults.flatMap((fault) => ["-e", `inject=${fault}`]);
  const node = [execPath, "--disable-warning=ExperimentalWarning", script, ...args];
  const run = spawnSync("strace", [...options, ...injections, ...node], {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (!run.stdout.includes("READY")) throw new Error(`the traced writer did not start: ${run.stderr}`);
  return parseTrace(readFileSync(log, "latin1"), root);
}

function parseTrace(log: string, root: string): readonly DiskStep[] {
  const unfinished = new Map<string, string>();
  const steps: DiskStep[] = [];
  for (const line of log.split("\n")) {
    const call = completeCall(line, unfinished);
    const step = call === undefined ? undefined : toStep(call);
    if (step !== undefined && (step.kind === "said" || step.path.startsWith(root))) steps.push(step);
  }
  return steps;
}

/** strace splits a call when another thread interrupts it; this joins the halves. */
function completeCall(line: string, unfinished: Map<string, string>): string | undefined {
  const [, pid = "", text = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
  const begun = /^(.*?)\s*<unfinished \.\.\.>$/.exec(text)?.[1];
  if (begun !== undefined) {
    unfinished.set(pid, begun);
    return undefined;
  }
  const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
  if (rest === undefined) return text;
  const whole = `${unfinished.get(pid) ?? ""}${rest}`;
  unfinished.delete(pid);
  return whole;
}

function toStep(call: string): DiskStep | undefined {
  const name = /^(\w+)\(/.exec(call)?.[1];
  const result = Number(/\)\s+= (-?\d+)/.exec(call)?.[1] ?? Number.NaN);
  if (name === undefined || Number.isNaN(result) || (result < 0 && !name.includes("sync"))) return undefined;
  const [, descriptor, named = ""] = /^\w+\((\d+)<([^>]*)>/.exec(call) ?? [];
  const path = bytesOf(named).toString();
  const texts = [...call.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = ""]) => bytesOf(text));
  const content = Buffer.concat(texts).subarray(0, Math.max(0, result));
  switch (name) {
    case "write":
      // Our own writes to files name their place; a bare write to one would be missed.
      return descriptor === "1" ? { kind: "said", text: content.toString() } : refuse(call, path);
    case "writev":
      return refuse(call, path);
    case "pwrite64":
    case "pwritev":
      return { kind: "write", path, offset: Number(/, (\d+)\)\s+= /.exec(call)?.[1]), bytes: content };
    case "fsync":
    case "fdatasync":
      return { kind: result < 0 ? "sync failed" : "sync", path };
    case "ftruncate":
      return { kind: "cut", path, length: Number(/, (\d+)\)\s+= /.exec(call)?.[1]) };
    case "openat":
      return call.includes("O_CREAT") ? { kind: "create", path: String(texts[0]) } : undefined;
    case "unlink":
    case "unlinkat":
      return { kind: "unlink", path: String(texts[0]) };
    case "rename":
    case "renameat":
    case "renameat2":
      return { kind: "rename", path: String(texts[0]), to: String(texts[1]) };
    default:
      return undefined;
  }
}

function refuse(call: string, path: string): undefined {
  if (path.includes("record.db") || path.endsWith(".key"))
    throw new Error(`a write without a place: ${call.slice(0, 80)}`);
  return undefined;
}

function bytesOf(hexadecimal: string): Buffer {
  return hexadecimal.includes("\\x") ? Buffer.from(hexadecimal.replaceAll("\\x", ""), "hex") : Buffer.from(hexadecimal);
}
