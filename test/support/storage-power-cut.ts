import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DiskStep } from "./storage-disk-trace.ts";

/**
 * A disk that keeps what was synced and is free to lose the rest: contents until the file is synced, names until their folder is.
 * Stricter than usual file systems, and what POSIX promises.
 */
export type SimulatedDisk = {
  apply(step: DiskStep): void;
  /** Writes the state after a power cut into a folder. `survives` decides over each thing not yet synced. */
  writeImage(folder: string, survives: () => boolean): void;
};

type Change = Extract<DiskStep, { kind: "write" | "cut" }>;
type Content = { stable: Buffer; readonly pending: Change[] };
type NameChange = { readonly path: string; readonly content: Content | undefined };

const piece = 4_096;

/** The disk as it was before the trace: everything below `root`, durable. */
export function simulateDisk(root: string): SimulatedDisk {
  const durable = new Map<string, Content>();
  for (const name of filesBelow(root)) durable.set(name, { stable: readFileSync(name), pending: [] });
  const names = new Map(durable);
  const pendingNames = new Map<string, NameChange[]>();

  function rename(path: string, content: Content | undefined): void {
    if (content === undefined) names.delete(path);
    else names.set(path, content);
    const folder = dirname(path);
    pendingNames.set(folder, [...(pendingNames.get(folder) ?? []), { path, content }]);
  }

  function sync(path: string): void {
    const content = names.get(path);
    if (content !== undefined) {
      content.stable = content.pending.splice(0).reduce(changed, content.stable);
      return;
    }
    for (const change of pendingNames.get(path) ?? []) applyName(durable, change);
    pendingNames.delete(path);
  }

  return {
    apply(step) {
      if (step.kind === "write" || step.kind === "cut") names.get(step.path)?.pending.push(step);
      // A system may throw away what it could not write and forget about it.
      else if (step.kind === "sync failed") names.get(step.path)?.pending.splice(0);
      else if (step.kind === "sync") sync(step.path);
      else if (step.kind === "unlink") rename(step.path, undefined);
      else if (step.kind === "create" && !names.has(step.path))
        rename(step.path, { stable: Buffer.alloc(0), pending: [] });
      else if (step.kind === "rename") {
        const content = names.get(step.path);
        rename(step.to, content);
        rename(step.path, undefined);
      }
    },
    writeImage(folder, survives) {
      const image = new Map(durable);
      // Names change in order: one that survives brings those before it along.
      for (const changes of pendingNames.values()) {
        for (const change of changes) {
          if (!survives()) break;
          applyName(image, change);
        }
      }
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(join(folder, "keys"), { recursive: true });
      for (const [path, { stable, pending }] of image) {
        // The index of the WAL lives in memory; after a power cut it is built anew.
        if (path.endsWith("-shm")) continue;
        const bytes = pending.flatMap(inPieces).filter(survives).reduce(changed, stable);
        writeFileSync(join(folder, path.slice(root.length)), bytes);
      }
    },
  };
}

function applyName(names: Map<string, Content>, { path, content }: NameChange): void {
  if (content === undefined) names.delete(path);
  else names.set(path, content);
}

function changed(bytes: Buffer, change: Change): Buffer {
  if (change.kind === "cut") return resized(bytes, change.length);
  const end = change.offset + change.bytes.length;
  const result = end > bytes.length ? resized(bytes, end) : Buffer.from(bytes);
  change.bytes.copy(result, change.offset);
  return result;
}

function resized(bytes: Buffer, length: number): Buffer {
  const result = Buffer.alloc(length);
  bytes.copy(result, 0, 0, length);
  return result;
}

/** A disk writes in blocks: a long write may arrive in part. */
function inPieces(change: Change): readonly Change[] {
  if (change.kind === "cut") return [change];
  return Array.from({ length: Math.ceil(change.bytes.length / piece) }, (_, index) => ({
    ...change,
    offset: change.offset + index * piece,
    bytes: change.bytes.subarray(index * piece, (index + 1) * piece),
  }));
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile());
}
