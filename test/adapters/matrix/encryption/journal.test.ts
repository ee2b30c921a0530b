import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openJournal, readJournal } from "../../../../src/adapters/matrix/encryption/journal/open-journal.ts";
import { removeFolder, temporaryFolder } from "./house.ts";
import { type Kept, keep, openDatabase, realDisk } from "./journal-store.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, "keys.journal");
});
afterEach(() => removeFolder(folder));

async function keptAfter(work: (kept: Kept) => Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const first = await keep(path);
  await work(first);
  await first.journal.close();
  const second = await keep(path);
  const all = await second.all();
  await second.journal.close();
  return all;
}

const three = async ({ put }: Kept) => {
  await put("a", { size: 1 });
  await put("b", { size: 2 });
  await put("c", { size: 3 });
};

describe("a journal", () => {
  it("brings back what was put, with bytes, dates and gaps as they were", async () => {
    const value = { size: 1, bytes: new Uint8Array([1, 2, 255]), at: new Date(0), nothing: undefined, list: [1, "ä"] };
    expect(await keptAfter(({ put }) => put("a", value))).toEqual({ a: value });
  });

  it.each<[string, (store: IDBObjectStore) => void, readonly string[]]>([
    ["delete", (store) => void store.delete("b"), ["a", "c"]],
    ["delete of a range", (store) => void store.delete(IDBKeyRange.bound("a", "b", true)), ["a", "c"]],
    ["delete of everything below", (store) => void store.delete(IDBKeyRange.upperBound("b")), ["c"]],
    ["delete of everything above", (store) => void store.delete(IDBKeyRange.lowerBound("b", true)), ["a", "b"]],
    ["clear", (store) => void store.clear(), []],
    ["add", (store) => void store.add({ size: 4 }, "d"), ["a", "b", "c", "d"]],
  ])("remembers %s", async (_, work, left) => {
    const all = await keptAfter(async (kept) => {
      await three(kept);
      await kept.change(work);
    });
    expect(Object.keys(all)).toEqual(left);
  });

  it("remembers what a cursor over an index changes and deletes", async () => {
    const all = await keptAfter(async (kept) => {
      await three(kept);
      await kept.change((store) => {
        const cursor = store.index("size").openCursor(IDBKeyRange.lowerBound(2));
        cursor.onsuccess = () => {
          if (cursor.result?.key === 2) cursor.result.update({ size: 20 });
          if (cursor.result?.key === 3) cursor.result.delete();
          cursor.result?.continue();
        };
      });
    });
    expect(all).toEqual({ a: { size: 1 }, b: { size: 20 } });
  });

  it("forgets a request that failed and a transaction that was given up", async () => {
    const all = await keptAfter(async (kept) => {
      await kept.put("a", { size: 1 });
      await kept.change((store) => {
        store.put({ size: 2 }, "b");
        store.add({ size: 9 }, "a").onerror = (event) => event.preventDefault();
      });
      await kept
        .change((store) => {
          store.put({ size: 3 }, "c");
          store.transaction.abort();
        })
        .catch(() => undefined);
    });
    expect(all).toEqual({ a: { size: 1 }, b: { size: 2 } });
  });

  it("follows a new version of the database: stores and indexes come and go", async () => {
    const shapeAfter = async (version: number, upgrade: Parameters<typeof openDatabase>[2]) => {
      const journal = await openJournal(path, readJournal(path));
      const database = await openDatabase(journal.factory, version, upgrade);
      const names = [...database.objectStoreNames];
      const shape = names.map((name) => [name, ...database.transaction(name).objectStore(name).indexNames]);
      database.close();
      await journal.close();
      return shape;
    };
    await shapeAfter(1, (database) => {
      database.createObjectStore("old").put(1, "one");
      database.createObjectStore("things", { keyPath: "name" }).createIndex("size", ["size", "weight"]);
    });
    const changed = await shapeAfter(2, (database, upgrade) => {
      upgrade.objectStore("old").put(2, "two");
      database.deleteObjectStore("old");
      upgrade.objectStore("things").deleteIndex("size");
      upgrade.objectStore("things").createIndex("colour", "colour", { unique: true, multiEntry: true });
      upgrade.objectStore("things").put({ name: "a", colour: ["red"] });
      database.createObjectStore("new");
    });
    expect(changed).toEqual([["new"], ["things", "colour"]]);
    const unchanged = await shapeAfter(2, () => {
      throw new Error("no upgrade is needed");
    });
    expect(unchanged).toEqual(changed);
  });

  it("says that something is committed after it was written and synced, never before", async () => {
    const steps: string[] = [];
    const disk = {
      ...realDisk,
      writeSync: (descriptor: number, bytes: Uint8Array, offset: number) => {
        steps.push("write");
        return realDisk.writeSync(descriptor, bytes, offset);
      },
      fdatasyncSync: (descriptor: number) => {
        steps.push("sync");
        realDisk.fdatasyncSync(descriptor);
      },
    };
    const kept = await keep(path, { disk });
    steps.length = 0;
    await kept.put("a", 1).then(() => steps.push("complete"));
    await kept.put("b", 1).then(() => steps.push("complete"));
    await kept.journal.close();
    expect(steps.join(" ")).toBe("write sync complete write sync complete");
  });

  it("writes the rest if the disk takes only a part at a time", async () => {
    const disk = {
      ...realDisk,
      writeSync: (descriptor: number, bytes: Uint8Array, offset: number) =>
        realDisk.writeSync(descriptor, bytes, offset, 1),
    };
    const kept = await keep(path, { disk });
    await kept.put("a", "ganz");
    await kept.journal.close();
    const again = await keep(path);
    expect(await again.all()).toEqual({ a: "ganz" });
    await again.journal.close();
  });

  it("commits nothing any more once something could not be written", async () => {
    let isFull = false;
    const disk = {
      ...realDisk,
      fdatasyncSync: (descriptor: number) => {
        if (isFull) throw new Error("ENOSPC");
        realDisk.fdatasyncSync(descriptor);
      },
    };
    const kept = await keep(path, { disk });
    await kept.put("a", 1);
    isFull = true;
    await expect(kept.put("b", 2)).rejects.toThrow("ENOSPC");
    expect(kept.journal.fault()).toMatchObject({ code: "store-unwritable" });
    isFull = false;
    await expect(kept.put("c", 3)).rejects.toThrow();
    expect(kept.outcomes).toEqual(["complete", "abort", "abort"]);
    await kept.journal.compact();
    await kept.journal.close();
    const again = await keep(path);
    expect(await again.all()).not.toHaveProperty("c");
    await again.journal.close();
  });

  it("is not opened where it cannot be written", async () => {
    const disk = {
      ...realDisk,
      writeSync: () => {
        throw new Error("ENOSPC");
      },
    };
    await expect(keep(path, { disk })).rejects.toMatchObject({ code: "store-unwritable" });
    await expect(keep(folder)).rejects.toMatchObject({ code: "store-unwritable" });
  });

  it("is readable by its owner only", async () => {
    await keptAfter(three);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("leaves a damaged file as it is", async () => {
    await keptAfter(three);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    writeFileSync(path, bytes);
    await expect(keep(path)).rejects.toMatchObject({ code: "store-damaged" });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(["keys.journal"]);
  });

  it("keeps everything but a last write that was cut off, and goes on from there", async () => {
    const first = await keep(path);
    await three(first);
    await first.journal.close();
    writeFileSync(path, readFileSync(path).subarray(0, -5));
    expect(await keptAfter(({ put }) => put("d", 4))).toEqual({ a: { size: 1 }, b: { size: 2 }, d: 4 });
  });
});
