import { hash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StorageFault } from "../../flows/ports.ts";
import { shredFile, syncFolder, writeFileDurably } from "./durable-files.ts";
import { keyLength } from "./sealing.ts";
import { toStorageFault } from "./storage-faults.ts";

/**
 * Keys of the open boxes: one file each, in a folder of its own that must stay out of every backup of the database.
 * Whoever holds a backup of one without the other learns nothing.
 */
export type BoxKeys = {
  /** The key of a box, undefined if there is none. Throws `StorageFault` "key-missing" if its file is not a key. */
  find(box: string): Uint8Array | undefined;
  /** Makes a key, durable when this returns. Keeps one that is there. */
  create(box: string): void;
  /** Overwrites and removes the key. Nothing to do if it is gone. */
  destroy(box: string): void;
};

export function openBoxKeys(folder: string): BoxKeys {
  const root = resolve(folder);
  prepareFolder(root);
  const cache = new Map<string, Uint8Array>();

  // The name of a box is not fit for a file name; its hash is.
  const pathOf = (box: string) => join(root, `${hash("sha256", box, "hex")}.key`);

  function find(box: string): Uint8Array | undefined {
    const known = cache.get(box);
    if (known !== undefined) return known;
    const path = pathOf(box);
    if (!existsSync(path)) return undefined;
    const key = guarded(() => readFileSync(path));
    if (key.length !== keyLength) throw new StorageFault("key-missing", `key file of box ${box} is damaged: ${path}`);
    cache.set(box, key);
    return key;
  }

  return {
    find,
    create(box) {
      if (find(box) === undefined) guarded(() => writeFileDurably(pathOf(box), randomBytes(keyLength)));
    },
    destroy(box) {
      cache.get(box)?.fill(0);
      cache.delete(box);
      const path = pathOf(box);
      if (existsSync(path)) guarded(() => shredFile(path, randomBytes));
    },
  };
}

function prepareFolder(root: string): void {
  guarded(() => {
    if (!existsSync(root)) {
      mkdirSync(root, { recursive: true, mode: 0o700 });
      syncFolder(dirname(root));
    }
    chmodSync(root, 0o700);
  });
}

function guarded<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw toStorageFault(error);
  }
}
