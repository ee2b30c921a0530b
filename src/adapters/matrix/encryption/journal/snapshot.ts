import { applyOperations, type Change, type Operation } from "./change.ts";

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("transaction aborted")));
  });

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });

/** Brings the databases to where they were after these changes. */
export async function replay(factory: IDBFactory, changes: readonly Change[]): Promise<void> {
  let rest = changes;
  for (let [first] = rest; first !== undefined; [first] = rest) {
    const { database, version, isUpgrade } = first;
    const isOther = ({ database: other, isUpgrade: upgrades }: Change) => upgrades || other !== database;
    const next = rest.findIndex((change, index) => index > 0 && (isUpgrade || isOther(change)));
    const together = rest.slice(0, next === -1 ? rest.length : next);
    rest = rest.slice(together.length);
    const operations = together.flatMap((change) => change.operations);
    if (isUpgrade) await upgrade(factory, database, version, operations);
    else await write(factory, database, operations);
  }
}

async function upgrade(factory: IDBFactory, name: string, version: number, operations: readonly Operation[]) {
  const request = factory.open(name, version);
  request.addEventListener("upgradeneeded", () => {
    if (request.transaction !== null) applyOperations(request.transaction, operations);
  });
  (await resultOf(request)).close();
}

async function write(factory: IDBFactory, name: string, operations: readonly Operation[]): Promise<void> {
  const database = await resultOf(factory.open(name));
  const transaction = database.transaction([...database.objectStoreNames], "readwrite");
  const written = finished(transaction);
  applyOperations(transaction, operations);
  await written;
  database.close();
}

/**
 * All databases as one change each, each as it is at one moment. `isTaken` is called at that moment: what was committed to this
 * database before is in the picture, what comes later is not.
 */
export async function takeSnapshot(
  factory: IDBFactory,
  isTaken?: (database: string) => void,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { name } of await factory.databases()) {
    if (name === undefined) continue;
    const database = await resultOf(factory.open(name));
    const operations = await pictureOf(database, () => isTaken?.(name));
    changes.push({ database: name, version: database.version, isUpgrade: true, operations });
    database.close();
  }
  return changes;
}

/** One transaction over everything, so that no other writes as long as it reads. */
async function pictureOf(database: IDBDatabase, isTaken: () => void): Promise<readonly Operation[]> {
  const names = [...database.objectStoreNames];
  if (names.length === 0) return [];
  const transaction = database.transaction(names);
  transaction.addEventListener("complete", isTaken);
  const done = finished(transaction);
  const stores = names.map((name) => transaction.objectStore(name));
  const structure = stores.flatMap(structureOf);
  const [contents] = await Promise.all([Promise.all(stores.map(contentOf)), done]);
  return [...structure, ...contents.flat()];
}

function structureOf(store: IDBObjectStore): readonly Operation[] {
  const indexes = [...store.indexNames].map((name) => store.index(name));
  return [
    { do: "createStore", store: store.name, keyPath: pathOf(store.keyPath) },
    ...indexes.map(({ name, keyPath, unique, multiEntry }): Operation => {
      const path = pathOf(keyPath);
      return { do: "createIndex", store: store.name, index: name, keyPath: path, unique, multiEntry };
    }),
  ];
}

const pathOf = <Path extends string | string[] | null>(path: Path) => (Array.isArray(path) ? [...path] : path);

async function contentOf(store: IDBObjectStore): Promise<readonly Operation[]> {
  const [keys, values] = await Promise.all([resultOf(store.getAllKeys()), resultOf(store.getAll())]);
  return keys.map((key, index): Operation => {
    const put = { do: "put", store: store.name, value: values[index] } as const;
    return store.keyPath === null ? { ...put, key } : put;
  });
}
