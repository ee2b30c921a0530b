import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/step.ts";

/** Stands in for the program: says how it was started, then does what its first argument asks. */
const PROGRAM = `
import { DatabaseSync } from "node:sqlite";
new DatabaseSync(":memory:").close();
const [task = "", ...rest]: readonly string[] = process.argv.slice(2);
if (task === "exit") process.exitCode = Number(rest[0]);
if (task === "echo") for await (const chunk of process.stdin) process.stdout.write(chunk);
if (task === "throw") throw new Error("planted");
if (task === "wait") {
  setInterval(() => {}, 1000);
  process.on("SIGINT", () => { console.log("SIGINT"); setTimeout(() => process.exit(3), 200); });
  console.log("ready " + process.pid);
}
if (task === "version") console.log(JSON.stringify([process.versions.node, rest]));
`;

/** Makes the launcher believe that it runs on an old Node. */
const OLD = `data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } })`;

const folder = mkdtempSync(join(tmpdir(), "sitzungsdienst-start-"));
const bin = join(folder, "bin", "sitzungsdienst.mjs");
mkdirSync(join(folder, "src"));
cpSync(join(projectRoot, "bin"), join(folder, "bin"), { recursive: true });
writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
writeFileSync(join(folder, "src", "main.ts"), PROGRAM);
symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");

const bare = mkdtempSync(join(tmpdir(), "sitzungsdienst-bare-"));
cpSync(join(folder, "bin"), join(bare, "bin"), { recursive: true });

afterAll(() => {
  for (const path of [folder, bare]) rmSync(path, { recursive: true, force: true });
});

function start(node: "recent" | "old", args: readonly string[], script = bin): ChildProcessWithoutNullStreams {
  const flags = node === "old" ? ["--import", OLD] : [];
  // From another folder, because nothing may depend on where one stands.
  return spawn(process.execPath, [...flags, script, ...args], { cwd: tmpdir(), stdio: "pipe" });
}

type End = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
};

async function endOf(child: ChildProcessWithoutNullStreams): Promise<End> {
  const ended = new Promise<[number | null, string | null]>((resolve) => {
    child.on("exit", (code, signal) => resolve([code, signal]));
  });
  const [[code, signal], stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, signal, stdout, stderr };
}

/** Starts the program, waits until it listens, sends `signal` to the launcher alone. */
async function interrupted(node: "recent" | "old", signal: NodeJS.Signals): Promise<End> {
  const child = start(node, ["wait"]);
  child.stdout.once("data", () => child.kill(signal));
  return endOf(child);
}

describe.each(["recent", "old"] as const)("the command line on a Node that is %s", (node) => {
  it("passes arguments on and says nothing of its own", async () => {
    const end = await endOf(start(node, ["version", "a b", "--uhr"]));
    const [version, args] = JSON.parse(end.stdout) as [string, string[]];
    expect(version).toBe(process.versions.node);
    expect(args).toEqual(["a b", "--uhr"]);
    expect(end.stderr).toBe("");
  });

  it.each([0, 1, 7])("ends with the program's exit code %i", async (code) => {
    expect(await endOf(start(node, ["exit", String(code)]))).toMatchObject({ code, signal: null });
  });

  it("ends with an error when the program throws", async () => {
    const end = await endOf(start(node, ["throw"]));
    expect(end.code).toBe(1);
    expect(end.stderr).toContain("planted");
  });

  it("passes the input on", async () => {
    const child = start(node, ["echo"]);
    child.stdin.end("hilfe\nstatus\n");
    expect(await endOf(child)).toMatchObject({ code: 0, stdout: "hilfe\nstatus\n" });
  });

  it("lets the program close by itself on an interruption, which reaches it once", async () => {
    const end = await interrupted(node, "SIGINT");
    expect(end.stdout.match(/^SIGINT$/gm)).toHaveLength(1);
    expect(end.code).toBe(3);
  });

  it("dies of the signal the program died of", async () => {
    expect(await interrupted(node, "SIGTERM")).toMatchObject({ code: null, signal: "SIGTERM" });
  });
});

describe("the command line without any Node that is recent enough", () => {
  it("says so in one line and what to do", async () => {
    const end = await endOf(start("old", ["start"], join(bare, "bin", "sitzungsdienst.mjs")));
    expect(end.code).toBe(1);
    expect(end.stdout).toBe("");
    expect(end.stderr).toMatch(
      /^Der Sitzungsdienst braucht Node 24\.15 oder neuer; hier läuft 20\.20\.2\..*npm ci.*\n$/,
    );
  });
});
