import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { type BarePhoto, barePhoto } from "./bare-photo.ts";

export type PhotoFolder = {
  /** Durable when it resolves, to the name under which it is found; undefined for what is no picture. */
  keep(bytes: Uint8Array): Promise<string | undefined>;
  /** Undefined where it is not to be read. */
  read(name: string): Promise<BarePhoto | undefined>;
};

/**
 * Ordner der Fotos: each under the checksum of what it shows, so that the same photo is there once, however often it comes. It is on the
 * disk before its name is given out.
 */
export function createPhotoFolder(folder: string): PhotoFolder {
  return {
    async keep(bytes) {
      const photo = barePhoto(bytes);
      if (photo === undefined) return undefined;
      const name = `${createHash("sha256").update(photo.bytes).digest("hex")}.${photo.kind}`;
      const path = join(folder, name);
      const known = await stat(path).catch(() => undefined);
      if (known?.size === photo.bytes.length) return name;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // The same photo may come twice at once.
      const draft = `${path}.${randomUUID()}.neu`;
      await write(draft, photo.bytes);
      await rename(draft, path);
      await synced(folder);
      return name;
    },
    async read(name) {
      if (!NAME.test(name)) return undefined;
      const bytes = await readFile(join(folder, name)).catch(() => undefined);
      return bytes === undefined ? undefined : barePhoto(bytes);
    },
  };
}

const NAME = /^[0-9a-f]{64}\.(?:png|jpg|webp)$/;

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
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
