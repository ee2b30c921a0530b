import { closeSync, fdatasyncSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import type { Disk } from "../../../../src/adapters/matrix/encryption/journal/journal-file.ts";
import {
  type Journal,
  type JournalOptions,
  openJournal,
  readJournal,
} from "../../../../src/adapters/matrix/encryption/journal/open-journal.ts";

/** A database as a program would keep it, over the interface of the browser, on a journal. */
export type Kept = {
  readonly journal: Journal;
  /** One transaction; resolves when it is said to be complete. */
  change(work: (store: IDBObjectStore) => void, mode?: "readwrite" | "readonly"): Promise<void>;
  put(key: string, value: unknown): Promise<void>;
  /** What transactions were told in the end, in order. */
  readonly outcomes: readonly string[];
  all(): Promise<Readonly<Record<string, unknown>>>;
};

export const realDisk: Disk = {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
};

export async function keep(path: string, options: JournalOptions = {}): Promise<Kept> {
  const journal = await openJournal(path, readJournal(path), options);
  const database = await openDatabase(journal.factory, 1, (upgraded) => {
    const things = upgraded.createObjectStore("things");
    things.createIndex("size", "size");
    things.createIndex("name", "name", { unique: true });
  });
  const outcomes: string[] = [];
  const kept: Kept = {
    journal,
    outcomes,
    change(work, mode = "readwrite") {
      const transaction = database.transaction("things", mode);
      const done = settled(transaction, outcomes);
      work(transaction.objectStore("things"));
      return done;
    },
    put: (key, value) => kept.change((store) => void store.put(value, key)),
    async all() {
      const found: Record<string, unknown> = {};
      await kept.change((store) => {
        const cursor = store.openCursor();
        cursor.onsuccess = () => {
          if (cursor.result === null) return;
          found[String(cursor.result.key)] = cursor.result.value;
          cursor.result.continue();
        };
      }, "readonly");
      return found;
    },
  };
  return kept;
}

export function openDatabase(
  factory: IDBFactory,
  version: number,
  upgrade: (database: IDBDatabase, transaction: IDBTransaction) => void,
  name = "test",
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => {
      if (request.transaction !== null) upgrade(request.result, request.transaction);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const settled = (transaction: IDBTransaction, outcomes: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      outcomes.push("complete");
      resolve();
    };
    transaction.onabort = () => {
      outcomes.push("abort");
      reject(transaction.error ?? new Error("aborted"));
    };
  });
