import * as fs from "node:fs";
import { dirname } from "node:path";
import { platform } from "node:process";
import { frameOf, type JournalContent, readJournalBytes, startOfFile } from "./journal-bytes.ts";

/** What a journal asks of the disk. Tests put one in between that fails or stops. */
export type Disk = Pick<typeof fs, "fsyncSync" | "fdatasyncSync" | "renameSync" | "closeSync"> & {
  openSync(path: string, flags: string, mode?: number): number;
  writeSync(descriptor: number, bytes: Uint8Array, offset: number, length?: number): number;
  readFileSync(path: string): Buffer;
};

/** The journal as a file open for writing. A call that returns has reached the disk. */
export type JournalFile = {
  append(content: Uint8Array): void;
  /** Puts a new file in place of the old one, or leaves the old one as it is. */
  replace(base: Uint8Array, tail: readonly Uint8Array[]): void;
  readonly baseBytes: number;
  readonly tailBytes: number;
  close(): void;
};

/** Reads, changes nothing. `undefined`: there is no journal yet. */
export function readJournalFile(path: string, disk: Disk = fs): JournalContent | undefined {
  let bytes: Buffer;
  try {
    bytes = disk.readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return readJournalBytes(bytes);
}

/** Begins a file with this content, in place of whatever is there; a write that was cut off is gone with the old file. */
export function startJournalFile(
  path: string,
  firstBase: Uint8Array,
  firstTail: readonly Uint8Array[],
  disk: Disk = fs,
): JournalFile {
  let descriptor: number | undefined;
  let frames = 0;
  let baseBytes = 0;
  let tailBytes = 0;

  const write = (target: number, bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; ) done += disk.writeSync(target, bytes, done);
  };

  const file: JournalFile = {
    append(content) {
      if (descriptor === undefined) throw new Error("the journal is closed");
      const frame = frameOf(frames, content);
      write(descriptor, frame);
      disk.fdatasyncSync(descriptor);
      frames += 1;
      tailBytes += frame.length;
    },
    replace(base, tail) {
      const draft = `${path}.new`;
      const start = startOfFile(base);
      const rest = Buffer.concat(tail.map((content, index) => frameOf(index + 1, content)));
      const target = disk.openSync(draft, "w", 0o600);
      try {
        write(target, start);
        write(target, rest);
        disk.fsyncSync(target);
        disk.renameSync(draft, path);
      } catch (error) {
        disk.closeSync(target);
        throw error;
      }
      // From here on the new file is the journal: the old one has no name any more.
      if (descriptor !== undefined) disk.closeSync(descriptor);
      descriptor = target;
      frames = 1 + tail.length;
      baseBytes = start.length;
      tailBytes = rest.length;
      syncFolder(dirname(path), disk);
    },
    get baseBytes() {
      return baseBytes;
    },
    get tailBytes() {
      return tailBytes;
    },
    close() {
      if (descriptor !== undefined) disk.closeSync(descriptor);
      descriptor = undefined;
    },
  };
  file.replace(firstBase, firstTail);
  return file;
}

/** Makes the new name durable. Windows keeps names by itself and cannot open folders. */
function syncFolder(folder: string, disk: Disk): void {
  if (platform === "win32") return;
  const descriptor = disk.openSync(folder, "r");
  try {
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}
