import * as fs from "node:fs";
import { deserialize, serialize } from "node:v8";
import { IDBFactory } from "fake-indexeddb";
import { EncryptionFault } from "../encryption-fault.ts";
import type { Change } from "./change.ts";
import { installGlobals } from "./globals.ts";
import type { JournalContent } from "./journal-bytes.ts";
import { type Disk, readJournalFile, startJournalFile } from "./journal-file.ts";
import { installRecorder, recordFactory } from "./recording.ts";
import { replay, takeSnapshot } from "./snapshot.ts";

/** IndexedDB in memory, of which every committed transaction is on the disk before its owner learns that it is committed. */
export type Journal = {
  readonly factory: IDBFactory;
  /** Set once something could not be written. From then on nothing is committed any more. */
  fault(): EncryptionFault | undefined;
  /** Writes the store anew without its history; a second call joins the first. */
  compact(): Promise<void>;
  close(): Promise<void>;
};

export type JournalOptions = {
  /** Bytes of history that are kept at least before the journal is compacted by itself. */
  readonly smallestTail?: number;
  readonly disk?: Disk;
  /** The journal could not be compacted and only grows. */
  notCompacted?(reason: string): void;
};

/** Brings back what was stored, compacted where that is worth it. `content` as `readJournal` gave it, `undefined` for a new journal. */
export async function openJournal(
  path: string,
  content: JournalContent | undefined,
  options: JournalOptions = {},
): Promise<Journal> {
  const { smallestTail = 4 << 20, disk = fs, notCompacted } = options;
  installGlobals();
  installRecorder();
  const factory = new IDBFactory();
  await bringBack(factory, content);
  const { base, tail } = isCompact(content) ? content : { base: serialize(await takeSnapshot(factory)), tail: [] };
  const file = writable(() => startJournalFile(path, base, tail, disk));

  let fault: EncryptionFault | undefined;
  let compacting: Promise<void> | undefined;
  let longestTail = smallestTail;
  /** What was committed since compaction began and is not in the new base. */
  let meanwhile: Change[] = [];

  const journal: Journal = {
    factory,
    fault: () => fault,
    compact() {
      compacting ??= writeAnew().finally(() => {
        compacting = undefined;
      });
      return compacting;
    },
    async close() {
      await compacting?.catch(() => undefined);
      fault ??= new EncryptionFault("store-unwritable", "the journal is closed");
      file.close();
    },
  };

  async function writeAnew(): Promise<void> {
    meanwhile = [];
    const snapshot = await takeSnapshot(factory, (taken) => {
      meanwhile = meanwhile.filter(({ database }) => database !== taken);
    });
    const newBase = serialize(snapshot);
    if (fault !== undefined) return;
    file.replace(
      newBase,
      meanwhile.map((change) => serialize(change)),
    );
  }

  recordFactory(factory, (change) => {
    if (fault !== undefined) throw fault;
    try {
      writable(() => file.append(serialize(change)));
    } catch (error) {
      if (error instanceof EncryptionFault) fault = error;
      throw error;
    }
    if (compacting !== undefined) meanwhile.push(change);
    else if (file.tailBytes > Math.max(longestTail, file.baseBytes))
      journal.compact().catch((error: unknown) => {
        longestTail = 2 * file.tailBytes;
        notCompacted?.(String(error));
      });
  });
  return journal;
}

/** History that is shorter than what it led to may stay: taking a picture of many keys costs more than carrying it on. */
function isCompact(content: JournalContent | undefined): content is JournalContent {
  if (content === undefined) return false;
  return content.tail.reduce((sum, { length }) => sum + length, 0) < content.base.length;
}

/** Throws "store-damaged". Changes nothing on the disk. */
export function readJournal(path: string): JournalContent | undefined {
  return writable(() => readJournalFile(path));
}

/** Whatever the disk refuses becomes the fault that says so. */
function writable<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof EncryptionFault) throw error;
    throw new EncryptionFault("store-unwritable", `journal of the keys: ${String(error)}`, error);
  }
}

async function bringBack(factory: IDBFactory, content: JournalContent | undefined): Promise<void> {
  if (content === undefined) return;
  try {
    // Bytes this file wrote: their checksums were right.
    const base = deserialize(content.base) as readonly Change[];
    await replay(factory, [...base, ...content.tail.map((bytes) => deserialize(bytes) as Change)]);
  } catch (error) {
    throw new EncryptionFault("store-damaged", `journal of the keys: not written by this version: ${error}`, error);
  }
}
