import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeFolder, temporaryFolder } from "./house.ts";
import { type Kept, keep, openDatabase, realDisk } from "./journal-store.ts";

const smallestTail = 4_000;
const value = "x".repeat(200);

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, "keys.journal");
});
afterEach(() => removeFolder(folder));

/** Overwrites few things often, so that history is much longer than what is left of it. */
async function overwrite({ put }: Kept, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) await put(`key-${time % 5}`, `${time} ${value}`);
}

const newest = (times: number) =>
  Object.fromEntries(
    Array.from({ length: 5 }, (_, index) => times - index).map((time) => [`key-${time % 5}`, `${time} ${value}`]),
  );

async function keptThere(): Promise<Readonly<Record<string, unknown>>> {
  const kept = await keep(path);
  const all = await kept.all();
  await kept.journal.close();
  return all;
}

describe("compaction", () => {
  it("happens by itself, loses nothing and keeps the file small", async () => {
    const kept = await keep(path, { smallestTail });
    await overwrite(kept, 200);
    await kept.journal.close();
    expect(statSync(path).size).toBeLessThan(20_000);
    expect(readdirSync(folder)).toEqual(["keys.journal"]);
    expect(await keptThere()).toEqual(newest(200));
  });

  it("happens at a start after a long history", async () => {
    const kept = await keep(path);
    await overwrite(kept, 100);
    await kept.journal.close();
    const before = statSync(path).size;
    await (await keep(path)).journal.close();
    expect(statSync(path).size).toBeLessThan(before / 5);
  });

  it("waits while history is shorter than what it led to, which loses nothing either", async () => {
    const keepOnce = async (work: (kept: Kept) => Promise<unknown>) => {
      const kept = await keep(path);
      await work(kept);
      await kept.journal.close();
    };
    await keepOnce((kept) => overwrite(kept, 100));
    for (let start = 1; start <= 3; start += 1) await keepOnce(({ put }) => put(`start-${start}`, start));
    const size = statSync(path).size;
    await keepOnce(() => Promise.resolve());
    expect(statSync(path).size).toBe(size);
    expect(await keptThere()).toEqual({ ...newest(100), "start-1": 1, "start-2": 2, "start-3": 3 });
  });

  it("keeps what is written while it goes on, also to a database that was read already", async () => {
    const kept = await keep(path);
    await overwrite(kept, 50);
    const later = ["second", "third", "fourth"];
    for (const name of later)
      await openDatabase(kept.journal.factory, 1, (database) => void database.createObjectStore("things"), name);
    let isOver = false;
    const compacting = kept.journal.compact().finally(() => {
      isOver = true;
    });
    let written = 0;
    for (; !isOver; written += 1) await kept.put(`meanwhile-${written}`, written);
    await compacting;
    await kept.put("afterwards", 1);
    await kept.journal.close();
    expect(written).toBeGreaterThan(2);
    expect(Object.keys(await keptThere())).toHaveLength(5 + written + 1);
  });

  it("keeps what is written while it goes on even where one name may be there only once", async () => {
    const kept = await keep(path);
    await kept.put("a", { name: "other" });
    const compacting = kept.journal.compact();
    const changes = [
      kept.put("b", { name: "unique" }),
      kept.change((store) => void store.delete("b")),
      kept.put("c", { name: "unique" }),
    ];
    await Promise.all([compacting, ...changes]);
    await kept.journal.close();
    expect(await keptThere()).toEqual({ a: { name: "other" }, c: { name: "unique" } });
  });

  it("that fails changes nothing, is told, and is tried again later", async () => {
    const told: string[] = [];
    let isBroken = false;
    const disk = {
      ...realDisk,
      renameSync: (...args: Parameters<typeof realDisk.renameSync>) => {
        if (isBroken) throw new Error("EIO");
        realDisk.renameSync(...args);
      },
    };
    const kept = await keep(path, { smallestTail, disk, notCompacted: (reason) => told.push(reason) });
    isBroken = true;
    await overwrite(kept, 50);
    expect(told).toContain("Error: EIO");
    isBroken = false;
    await overwrite(kept, 200);
    await kept.journal.close();
    expect(kept.journal.fault()).toMatchObject({ message: "the journal is closed" });
    expect(statSync(path).size).toBeLessThan(20_000);
    expect(await keptThere()).toEqual(newest(200));
  });

  it.each(["openSync", "writeSync", "fsyncSync", "renameSync", "afterRename"] as const)(
    "cut off at %s loses nothing that was acknowledged",
    async (step) => {
      let isEnding = false;
      const end = (now: string) => {
        if (isEnding && now === step) throw new Error("the program ended here");
      };
      const disk = {
        ...realDisk,
        openSync: (name: string, flags: string, mode?: number) => {
          end(flags === "r" ? "afterRename" : "openSync");
          return realDisk.openSync(name, flags, mode);
        },
        writeSync: (descriptor: number, bytes: Uint8Array, offset: number) => {
          if (isEnding && step === "writeSync") realDisk.writeSync(descriptor, bytes, offset, 10);
          end("writeSync");
          return realDisk.writeSync(descriptor, bytes, offset);
        },
        fsyncSync: (descriptor: number) => {
          end("fsyncSync");
          realDisk.fsyncSync(descriptor);
        },
        renameSync: (...args: Parameters<typeof realDisk.renameSync>) => {
          end("renameSync");
          realDisk.renameSync(...args);
        },
      };
      const kept = await keep(path, { disk });
      await overwrite(kept, 50);
      isEnding = true;
      await expect(kept.journal.compact()).rejects.toThrow("the program ended here");
      // Nothing is closed: what is on the disk now is what the next start finds.
      expect(await keptThere()).toEqual(newest(50));
      isEnding = false;
      await kept.journal.close();
    },
  );
});
