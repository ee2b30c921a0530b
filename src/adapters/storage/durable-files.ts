import { closeSync, fstatSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { platform } from "node:process";

/** Writes a file that is either wholly there or not at all, also after a power cut. Readable by its owner only. */
export function writeFileDurably(path: string, bytes: Uint8Array): void {
  const draft = `${path}.new`;
  withFile(draft, "w", (descriptor) => {
    writeFully(descriptor, bytes);
    fsyncSync(descriptor);
  });
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Overwrites a file's bytes in place, then removes it for good. */
export function shredFile(path: string, filler: (length: number) => Uint8Array): void {
  withFile(path, "r+", (descriptor) => {
    writeFully(descriptor, filler(fstatSync(descriptor).size));
    fsyncSync(descriptor);
  });
  unlinkSync(path);
  syncFolder(dirname(path));
}

/** Makes names created or removed in a folder durable. Windows keeps them by itself and cannot open folders. */
export function syncFolder(folder: string): void {
  if (platform === "win32") return;
  withFile(folder, "r", fsyncSync);
}

function withFile(path: string, flags: string, use: (descriptor: number) => void): void {
  const descriptor = openSync(path, flags, 0o600);
  try {
    use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `writeSync` may write less than asked, for instance on a disk that is filling up. */
function writeFully(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done, done);
}
