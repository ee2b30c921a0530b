import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getgid, getuid } from "node:process";

/** Where Synapse and python3-matrix-nio are, made by `tools/synapse/install.sh`: a folder we may chroot into, or an image. */
type Root = { readonly kind: "folder" | "container"; readonly path: string };

const IMAGE = "sitzungsdienst-synapse";
const folder = process.env["SYNAPSE_ROOT"] ?? "/var/cache/sitzungsdienst/synapse";
const root = findRoot();

function findRoot(): Root | undefined {
  if (getuid?.() === 0 && existsSync(join(folder, "usr/bin/synapse_homeserver")))
    return { kind: "folder", path: folder };
  if (spawnSync("docker", ["image", "inspect", IMAGE], { stdio: "ignore" }).status !== 0) return undefined;
  // Only its data are here.
  const path = join(tmpdir(), `${IMAGE}-${getuid?.() ?? 0}`);
  mkdirSync(join(path, "srv"), { recursive: true });
  return { kind: "container", path };
}

/** Whether a homeserver can be started here. */
export const synapseAvailable = (): boolean => root !== undefined;

export const noSynapse =
  "no Synapse here; as root on Debian or Ubuntu, or with a container engine: tools/synapse/install.sh";

/** A path below /srv as the programs in the root see it, for us. */
export function outside(path: string): string {
  return join(root?.path ?? folder, path);
}

/** A program of the root. It dies with this process, also when this process is killed. */
export function spawnInside(command: readonly string[], options: { readonly stdio: Stdio }): ChildProcess {
  if (root?.kind !== "container")
    return spawn("setpriv", ["--pdeathsig", "KILL", "chroot", folder, ...command], {
      stdio: [...options.stdio],
    });
  const [input, ...rest] = options.stdio;
  // The engine knows nothing of our death, but the program's input ends with us.
  const watched = input === "ignore" ? ["sh", "-c", WHILE_INPUT_LASTS, "sh", ...command] : command;
  return spawn("docker", inContainer(watched), { stdio: ["pipe", ...rest] });
}

type Stdio = readonly ["ignore" | "pipe", ...("pipe" | number)[]];

const WHILE_INPUT_LASTS =
  '"$@" </dev/null & program=$!; trap "kill -TERM $program" TERM; exec 3<&0; (cat <&3 >/dev/null; kill -KILL $program) & wait $program; wait $program';

/** Runs a program of the root to its end. */
export function runInside(command: readonly string[]): void {
  if (root?.kind === "container") execFileSync("docker", inContainer(command), { stdio: "pipe" });
  else execFileSync("chroot", [folder, ...command], { stdio: "pipe" });
}

function inContainer(command: readonly string[]): string[] {
  const owner = `${getuid?.() ?? 0}:${getgid?.() ?? 0}`;
  const place = ["--network", "host", "--user", owner, "--volume", `${outside("/srv")}:/srv`];
  return ["run", "--rm", "--init", "--interactive", ...place, IMAGE, ...command];
}
