import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBoxKeys } from "../../src/adapters/storage/box-keys.ts";
import { createMemoryStore } from "../../src/adapters/storage/memory-store.ts";
import { openSqliteConnection } from "../../src/adapters/storage/sqlite-connection.ts";
import { createSqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import type { EventStore } from "../../src/flows/ports.ts";

/** A fresh folder with the two places a store needs, removed by `remove`. */
export type StorageFolder = {
  readonly root: string;
  readonly file: string;
  readonly keysFolder: string;
  remove(): void;
};

export function makeStorageFolder(prefix = "storage-"): StorageFolder {
  const root = mkdtempSync(join(tmpdir(), prefix));
  return {
    root,
    file: join(root, "record.db"),
    keysFolder: join(root, "keys"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A store under the contract, with the two handles the contract needs beyond the port. */
export type StoreUnderTest = {
  readonly store: EventStore;
  committedTransactions(): number;
  /** The next transaction meets a full disk; afterwards there is room again. */
  fillDiskFor(act: () => Promise<unknown>): Promise<void>;
  dispose(): Promise<void>;
};

export type StoreFactory = { readonly name: string; open(): StoreUnderTest };

export const memoryFactory: StoreFactory = {
  name: "memory",
  open() {
    const store = createMemoryStore();
    return {
      store,
      committedTransactions: store.committedTransactions,
      async fillDiskFor(act) {
        store.failNext("disk-full");
        await act();
      },
      dispose: () => store.close(),
    };
  },
};

export const sqliteFactory: StoreFactory = {
  name: "SQLite",
  open() {
    const folder = makeStorageFolder();
    const connection = openSqliteConnection(folder.file);
    const store = createSqliteStore(connection, openBoxKeys(folder.keysFolder));
    return {
      store,
      committedTransactions: store.committedTransactions,
      async fillDiskFor(act) {
        // SQLite refuses to grow beyond this many pages, by the same road as on a full disk.
        connection.database.exec("PRAGMA max_page_count=1");
        try {
          await act();
        } finally {
          connection.database.exec("PRAGMA max_page_count=4294967294");
        }
      },
      async dispose() {
        await store.close();
        if (existsSync(folder.root)) folder.remove();
      },
    };
  },
};
