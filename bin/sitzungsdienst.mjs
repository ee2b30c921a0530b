#!/usr/bin/env node
// Starts src/main.ts under a Node that can run it. This file itself runs on any Node since 18, hence plain JavaScript.
// A machine's own Node that is too old hands over to the pinned runtime which `npm ci` installs beside the program.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(folder, "src", "main.ts");
// What was compiled once need not be compiled at every start, and the compiler not be loaded: half the time, and 25 MB less. Where it
// cannot be written, nothing is lost.
const cache = join(folder, "node_modules", ".cache", "sitzungsdienst");

// Not for people: DEP0060 comes from a package that matrix-bot-sdk loads and that is never used here.
const quiet = ["ExperimentalWarning", "DEP0060"];

// The space for what soon is garbage stays small: swept more often, it takes a third less memory in a service that runs for months.
const frugal = "--semi-space-growth-factor=1";

function isRecentEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

/** Looked up from this file, never from the working directory. */
function pinnedRuntime() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  const folders = createRequire(import.meta.url).resolve.paths("node");
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name, "bin", binary)));
  return files.find((file) => existsSync(file));
}

/** In this process, so that terminal, signals and exit code need no passing on. */
async function runHere() {
  setFlagsFromString(frugal);
  module.enableCompileCache(cache);
  const emitWarning = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    const type = typeof rest[0] === "string" ? rest[0] : rest[0]?.type;
    const code = rest[0]?.code ?? rest[1];
    if (!quiet.includes(type) && !quiet.includes(code)) emitWarning(warning, ...rest);
  };
  await import(new URL("../src/main.ts", import.meta.url).href);
}

function handOver(runtime) {
  const flags = [frugal, ...quiet.map((warning) => `--disable-warning=${warning}`)];
  const env = { NODE_COMPILE_CACHE: cache, ...process.env };
  const child = spawn(runtime, [...flags, main, ...process.argv.slice(2)], { stdio: "inherit", env });
  // Ctrl-C reaches the whole foreground group, the child included; without a terminal the signal was meant for us alone.
  const atTerminal = [0, 1, 2].some((stream) => isatty(stream));
  process.on("SIGINT", () => atTerminal || child.kill("SIGINT"));
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`Die mitgelieferte Node-Version ließ sich nicht starten (${error.message}).`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (isRecentEnough(process.versions.node)) await runHere();
else {
  const runtime = pinnedRuntime();
  if (runtime === undefined) {
    console.error(
      `Der Sitzungsdienst braucht Node 24.15 oder neuer; hier läuft ${process.versions.node}. Bitte „npm ci“ ausführen oder Node erneuern.`,
    );
    process.exit(1);
  }
  handOver(runtime);
}
