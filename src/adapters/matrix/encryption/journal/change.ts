import { IDBKeyRange } from "fake-indexeddb";

/** One step of a transaction, as it is kept in the journal. Applying it twice is the same as once. */
export type Operation =
  | { readonly do: "put"; readonly store: string; readonly value: unknown; readonly key?: IDBValidKey }
  | { readonly do: "delete"; readonly store: string; readonly key: IDBValidKey | Range }
  | { readonly do: "clear"; readonly store: string }
  | { readonly do: "createStore"; readonly store: string; readonly keyPath: string | string[] | null }
  | { readonly do: "deleteStore"; readonly store: string }
  | {
      readonly do: "createIndex";
      readonly store: string;
      readonly index: string;
      readonly keyPath: string | string[];
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }
  | { readonly do: "deleteIndex"; readonly store: string; readonly index: string };

type Range = {
  readonly lower: unknown;
  readonly upper: unknown;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
};

/** One committed transaction of one database. */
export type Change = {
  readonly database: string;
  readonly version: number;
  /** It changed stores or indexes, and the version with them. */
  readonly isUpgrade: boolean;
  readonly operations: readonly Operation[];
};

export const plainKey = (key: IDBValidKey | IDBKeyRange): IDBValidKey | Range => {
  if (!(key instanceof IDBKeyRange)) return key;
  const { lower, upper, lowerOpen, upperOpen } = key;
  return { lower, upper, lowerOpen, upperOpen };
};

/** Does what was recorded; stores and indexes only inside an upgrade. */
export function applyOperations(transaction: IDBTransaction, operations: readonly Operation[]): void {
  for (const operation of operations) {
    if (operation.do === "createStore") transaction.db.createObjectStore(operation.store, operation);
    else if (operation.do === "deleteStore") transaction.db.deleteObjectStore(operation.store);
    else applyToStore(transaction.objectStore(operation.store), operation);
  }
}

function applyToStore(
  store: IDBObjectStore,
  operation: Exclude<Operation, { readonly do: "createStore" | "deleteStore" }>,
): void {
  switch (operation.do) {
    case "put":
      store.put(operation.value, operation.key);
      return;
    case "delete":
      store.delete(keyOrRange(operation.key));
      return;
    case "clear":
      store.clear();
      return;
    case "createIndex":
      store.createIndex(operation.index, operation.keyPath, operation);
      return;
    case "deleteIndex":
      store.deleteIndex(operation.index);
  }
}

function keyOrRange(key: IDBValidKey | Range): IDBValidKey | IDBKeyRange {
  if (typeof key !== "object" || !("lowerOpen" in key)) return key;
  const { lower, upper, lowerOpen, upperOpen } = key;
  if (lower === undefined) return IDBKeyRange.upperBound(upper, upperOpen);
  return upper === undefined
    ? IDBKeyRange.lowerBound(lower, lowerOpen)
    : IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
}
