import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdir, open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PhotoFate } from "../../flows/photos.ts";
import { type BarePhoto, barePhoto } from "./bare-photo.ts";

export type PhotoFolder = {
  /** Durable when it resolves, to the name under which it is found; undefined for what is no picture. To be settled afterwards. */
  keep(bytes: Uint8Array): Promise<string | undefined>;
  /** What became of a photo that was kept: unused, it is removed. Nothing happens while somebody else still waits for the same one. */
  settle(name: string, fate: PhotoFate): void;
  /** What an earlier run left unsettled. */
  settleLeft(isNoted: (name: string) => boolean): void;
  /** Undefined where it is not to be read. */
  read(name: string): Promise<BarePhoto | undefined>;
};

/**
 * Ordner der Fotos: each under the checksum of what it shows, so that the same photo is there once, however often it comes. It is on the
 * disk before its name is given out. Until its idea is noted, a mark stands beside it; only what has a mark is ever removed.
 */
export function createPhotoFolder(folder: string): PhotoFolder {
  const waiting = new Map<string, number>();
  const wait = (name: string, more: 1 | -1): number => {
    const count = (waiting.get(name) ?? 0) + more;
    if (count > 0) waiting.set(name, count);
    else waiting.delete(name);
    return count;
  };
  const pathOf = (name: string): string => join(folder, name);

  // At once, so that it cannot come between the look and the name of somebody who keeps the same photo.
  function removeUnused(name: string): void {
    if (existsSync(pathOf(name + MARK)) && removed(pathOf(name))) removed(pathOf(name + MARK));
  }

  async function write(name: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(name);
    const known = await stat(path).catch(() => undefined);
    if (known?.size === bytes.length) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // The same photo may come twice at once.
    const draft = `${path}.${randomUUID()}${DRAFT}`;
    await writeDurably(draft, bytes);
    if (known === undefined) await writeFile(pathOf(name + MARK), "", { mode: 0o600 });
    await rename(draft, path);
    await synced(folder);
  }

  return {
    async keep(bytes) {
      const photo = barePhoto(bytes);
      if (photo === undefined) return undefined;
      const name = `${createHash("sha256").update(photo.bytes).digest("hex")}.${photo.kind}`;
      wait(name, 1);
      try {
        await write(name, photo.bytes);
        return name;
      } catch (error) {
        wait(name, -1);
        throw error;
      }
    },
    settle(name, fate) {
      if (wait(name, -1) > 0) return;
      if (fate === "noted") removed(pathOf(name + MARK));
      if (fate === "unused") removeUnused(name);
    },
    settleLeft(isNoted) {
      const names = existsSync(folder) ? readdirSync(folder) : [];
      for (const draft of names.filter((name) => name.endsWith(DRAFT))) removed(pathOf(draft));
      for (const mark of names.filter((name) => name.endsWith(MARK))) {
        const name = mark.slice(0, -MARK.length);
        if (isNoted(name)) removed(pathOf(mark));
        else removeUnused(name);
      }
    },
    async read(name) {
      if (!NAME.test(name)) return undefined;
      const bytes = await readFile(join(folder, name)).catch(() => undefined);
      return bytes === undefined ? undefined : barePhoto(bytes);
    },
  };
}

const MARK = ".offen";
const DRAFT = ".neu";
const NAME = /^[0-9a-f]{64}\.(?:png|jpg|webp)$/;

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What cannot be removed now is tried again at the next start. */
function removed(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** The entry in the folder, too; Windows has no such thing. */
async function synced(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
