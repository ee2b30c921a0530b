import {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBKeyRange,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
} from "fake-indexeddb";

/**
 * What the crypto library looks up by name in a browser: classes for as long as the process lives, the databases only while it opens
 * its own. So one process may have several stores open, but opens them one after the other.
 */
export function installGlobals(): void {
  const classes = {
    IDBCursor,
    IDBCursorWithValue,
    IDBDatabase,
    IDBKeyRange,
    IDBOpenDBRequest,
    IDBRequest,
    IDBTransaction,
  };
  for (const [name, value] of Object.entries(classes))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

let last: Promise<unknown> = Promise.resolve();

/** Lets `open` find this factory as `indexedDB`. */
export function withDatabases<Result>(factory: IDBFactory, open: () => Promise<Result>): Promise<Result> {
  const turn = last.then(async () => {
    Object.defineProperty(globalThis, "indexedDB", { value: factory, configurable: true });
    try {
      return await open();
    } finally {
      Reflect.deleteProperty(globalThis, "indexedDB");
    }
  });
  last = turn.catch(() => undefined);
  return turn;
}
