import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kill, pid } from "node:process";
import { logConfig, type SynapseOptions, type SynapsePlace, synapseConfig } from "./synapse-config.ts";
import { outside, runInside } from "./synapse-root.ts";

/** An empty data folder in the root, named after this process so that a later one can clear it away. */
export function newFolder(): string {
  clearAwayFoldersOfTheDead();
  const folder = `/srv/test-${pid}-${randomBytes(4).toString("hex")}`;
  mkdirSync(outside(folder), { recursive: true });
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(outside(folder), { recursive: true, force: true, maxRetries: 3 });
}

function clearAwayFoldersOfTheDead(): void {
  for (const name of readdirSync(outside("/srv"))) {
    const owner = /^test-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removeFolder(`/srv/${name}`);
  }
}

function isAlive(owner: number): boolean {
  try {
    return kill(owner, 0);
  } catch {
    return false;
  }
}

/** Everything Synapse reads at its first start. */
export function furnish(place: SynapsePlace, options: SynapseOptions): void {
  const { folder } = place;
  const write = (name: string, text: string): void => writeFileSync(join(outside(folder), name), text);
  write("homeserver.yaml", synapseConfig(place, options));
  write("extra.yaml", options.extra ?? "{}");
  write("log.yaml", logConfig(folder));
  write("signing.key", `ed25519 a_test ${randomBytes(32).toString("base64").replace(/=+$/, "")}\n`);
  if (options.federation === true) makeCertificate(folder);
}

function makeCertificate(folder: string): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", `${folder}/tls.key`];
  const certificate = ["-x509", "-days", "3650", "-subj", "/CN=localhost", "-out", `${folder}/tls.crt`];
  runInside(["openssl", "req", ...key, ...certificate]);
}
