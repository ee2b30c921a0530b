import { IDBCursor, IDBDatabase, IDBObjectStore, IDBVersionChangeEvent } from "fake-indexeddb";
import { type Change, type Operation, plainKey } from "./change.ts";

/** Takes a transaction that is about to count as committed. If this throws, it does not. */
export type Sink = (change: Change) => void;

/** Connections whose transactions are recorded; all others work as if nothing were here. */
const sinks = new WeakMap<IDBDatabase, Sink>();
const recorded = new WeakMap<IDBTransaction, Operation[]>();

/** From now on every connection opened through this factory is recorded. */
export function recordFactory(factory: IDBFactory, sink: Sink): void {
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    const request = open(name, version);
    for (const moment of ["upgradeneeded", "success"])
      request.addEventListener(moment, () => sinks.set(request.result, sink));
    return request;
  };
}

function record(transaction: IDBTransaction, operation: Operation, request?: IDBRequest): void {
  const sink = sinks.get(transaction.db);
  if (sink === undefined) return;
  const operations = recorded.get(transaction) ?? watch(transaction, sink);
  operations.push(operation);
  // A request that fails has changed nothing, whether or not its transaction goes on.
  request?.addEventListener("error", () => operations.splice(operations.indexOf(operation), 1));
}

/** Listeners added with `addEventListener` run before `oncomplete`, by which the owner of the transaction learns of it. */
function watch(transaction: IDBTransaction, sink: Sink): Operation[] {
  const operations: Operation[] = [];
  recorded.set(transaction, operations);
  transaction.addEventListener("complete", (event) => {
    const { name: database, version } = transaction.db;
    try {
      if (operations.length > 0)
        sink({ database, version, isUpgrade: transaction.mode === "versionchange", operations });
    } catch (error) {
      event.stopImmediatePropagation();
      const reason = error instanceof Error ? error.message : String(error);
      Object.defineProperty(transaction, "error", { value: new DOMException(reason, "QuotaExceededError") });
      transaction.dispatchEvent(new IDBVersionChangeEvent("abort"));
    }
  });
  return operations;
}

/** Once per process: puts the recorder between fake-indexeddb's classes and whoever calls them. */
export function installRecorder(): void {
  if (isInstalled) return;
  isInstalled = true;
  recordStores(IDBObjectStore.prototype);
  recordIndexes(IDBObjectStore.prototype);
  recordCursors(IDBCursor.prototype);
  recordDatabases(IDBDatabase.prototype);
}

let isInstalled = false;

function recordStores(prototype: IDBObjectStore): void {
  const { put, add, delete: remove, clear } = prototype;
  const putting = (original: typeof put) =>
    function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const request = original.call(this, value, key);
      const keyed = key === undefined ? {} : { key };
      record(this.transaction, { do: "put", store: this.name, value, ...keyed }, request);
      return request;
    };
  prototype.put = putting(put);
  prototype.add = putting(add);
  prototype.delete = function (key) {
    const request = remove.call(this, key);
    record(this.transaction, { do: "delete", store: this.name, key: plainKey(key) }, request);
    return request;
  };
  prototype.clear = function () {
    const request = clear.call(this);
    record(this.transaction, { do: "clear", store: this.name }, request);
    return request;
  };
}

function recordIndexes(prototype: IDBObjectStore): void {
  const { createIndex, deleteIndex } = prototype;
  prototype.createIndex = function (index: string, keyPath: string | Iterable<string>, options?: IDBIndexParameters) {
    const path = typeof keyPath === "string" ? keyPath : [...keyPath];
    const { unique = false, multiEntry = false } = options ?? {};
    const created = createIndex.call(this, index, path, { unique, multiEntry });
    record(this.transaction, { do: "createIndex", store: this.name, index, keyPath: path, unique, multiEntry });
    return created;
  };
  prototype.deleteIndex = function (index) {
    deleteIndex.call(this, index);
    record(this.transaction, { do: "deleteIndex", store: this.name, index });
  };
}

function recordCursors(prototype: IDBCursor): void {
  const { update, delete: remove } = prototype;
  const storeOf = (cursor: IDBCursor) => ("objectStore" in cursor.source ? cursor.source.objectStore : cursor.source);
  prototype.update = function (value) {
    const store = storeOf(this);
    const request = update.call(this, value);
    const keyed = store.keyPath === null ? { key: this.primaryKey } : {};
    record(store.transaction, { do: "put", store: store.name, value, ...keyed }, request);
    return request;
  };
  prototype.delete = function () {
    const store = storeOf(this);
    const request = remove.call(this);
    record(store.transaction, { do: "delete", store: store.name, key: this.primaryKey }, request);
    return request;
  };
}

function recordDatabases(prototype: IDBDatabase): void {
  const { createObjectStore, deleteObjectStore, transaction } = prototype;
  const upgrades = new WeakMap<IDBDatabase, IDBTransaction>();
  prototype.transaction = function (stores, mode, options) {
    const begun = transaction.call(this, stores, mode, options);
    // How fake-indexeddb itself begins an upgrade; a caller cannot ask for this mode.
    if (begun.mode === "versionchange") upgrades.set(this, begun);
    return begun;
  };
  prototype.createObjectStore = function (store, options) {
    const created = createObjectStore.call(this, store, options);
    if (created.autoIncrement) throw new Error("the journal knows no keys that count by themselves");
    const { keyPath } = created;
    record(created.transaction, { do: "createStore", store, keyPath: Array.isArray(keyPath) ? [...keyPath] : keyPath });
    return created;
  };
  prototype.deleteObjectStore = function (store) {
    deleteObjectStore.call(this, store);
    const upgrade = upgrades.get(this);
    if (upgrade !== undefined) record(upgrade, { do: "deleteStore", store });
  };
}
