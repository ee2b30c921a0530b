import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBoxKeys } from "../../../src/adapters/storage/box-keys.ts";
import { assertSettings, openSqliteConnection } from "../../../src/adapters/storage/sqlite-connection.ts";
import { createSqliteStore, openSqliteStore } from "../../../src/adapters/storage/sqlite-store.ts";
import { boundByPermissions } from "../../support/bound-by-permissions.ts";
import { commandOf, commitOf, eventOf } from "../../support/storage-commits.ts";
import { makeStorageFolder, type StorageFolder } from "../../support/storage-harness.ts";

const opener = join(import.meta.dirname, "../../support/storage-opener.ts");
const quiet = "--disable-warning=ExperimentalWarning";

let folder: StorageFolder;
beforeEach(() => {
  folder = makeStorageFolder("faults-");
});
afterEach(() => {
  chmodSync(folder.root, 0o700);
  folder.remove();
});

/** Writes one command and closes the store again. */
async function fillStore(): Promise<void> {
  const store = openSqliteStore(folder);
  await store.commit(commandOf("a", 0, 3));
  await store.close();
}

function editDatabase(sql: string): void {
  const database = new DatabaseSync(folder.file);
  database.exec(sql);
  database.close();
}

const faultOf = (code: string) => expect.objectContaining({ name: "StorageFault", code });

describe("one process per database", () => {
  it("refuses a second opening at once and is free again after the first is closed", async () => {
    const store = openSqliteStore(folder);
    expect(() => openSqliteStore(folder)).toThrow(faultOf("locked-by-other-process"));
    expect(() => openSqliteStore({ ...folder, file: join(folder.root, ".", "record.db") })).toThrow(
      faultOf("locked-by-other-process"),
    );
    await store.close();
    await openSqliteStore(folder).close();
  });

  it("refuses while another process holds it, and is free after kill -9", async () => {
    const holder = spawn(execPath, [quiet, opener, folder.file, folder.keysFolder, "hold"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = once(holder, "close");
    try {
      await once(holder.stdout, "data");
      expect(() => openSqliteStore(folder)).toThrow(faultOf("locked-by-other-process"));
    } finally {
      holder.kill("SIGKILL");
    }
    await ended;
    await openSqliteStore(folder).close();
  });

  it("holds against another process after the database was read by its own", () => {
    const store = openSqliteStore(folder);
    readFileSync(folder.file); // closing the file drops a POSIX lock on it
    const other = spawnSync(execPath, [quiet, opener, folder.file, folder.keysFolder], { encoding: "utf8" });
    expect(other.stdout).toMatch(/^locked-by-other-process\n/);
    return store.close();
  });
});

describe("read-only places", () => {
  function openAsOrdinaryAccount(): string {
    const [command, args] = boundByPermissions([quiet, opener, folder.file, folder.keysFolder]);
    return spawnSync(command, args, { encoding: "utf8" }).stdout;
  }

  it.each([
    { what: "folder", root: 0o555, file: 0o444, lock: 0o444 },
    { what: "database", root: 0o777, file: 0o444, lock: 0o666 },
    { what: "lock", root: 0o777, file: 0o666, lock: 0o444 },
  ])("reports a read-only $what and changes nothing", async ({ root, file, lock }) => {
    await fillStore();
    const before = readFileSync(folder.file);
    chmodSync(folder.file, file);
    chmodSync(`${folder.file}-lock`, lock);
    chmodSync(folder.root, root);
    expect(openAsOrdinaryAccount()).toMatch(/^read-only\n.*record\.db/);
    chmodSync(folder.root, 0o700);
    expect(readFileSync(folder.file)).toEqual(before);
  });

  it("reports a new database in a read-only folder", () => {
    chmodSync(folder.root, 0o555);
    expect(openAsOrdinaryAccount()).toMatch(/^read-only\n/);
    expect(readdirSync(folder.root)).toEqual([]);
  });

  it("reports a folder that is not there", () => {
    expect(() => openSqliteStore({ ...folder, file: join(folder.root, "missing", "record.db") })).toThrow(
      faultOf("io"),
    );
  });
});

describe("damage", () => {
  it("refuses a file that is no database and leaves it as it is", () => {
    writeFileSync(folder.file, "Protokoll der Sitzung vom 27.01.2023 ".repeat(200));
    const before = readFileSync(folder.file);
    expect(() => openSqliteStore(folder)).toThrow(faultOf("damaged"));
    expect(readFileSync(folder.file)).toEqual(before);
  });

  it("refuses a database with a destroyed page", async () => {
    const store = openSqliteStore(folder);
    await store.commit(commandOf("a", 0, 500));
    await store.close();
    const bytes = readFileSync(folder.file);
    // A page of events only, which nothing else on the way of an opening reads.
    bytes.fill(0x5a, bytes.length - 4_096 * 3, bytes.length - 4_096 * 2);
    writeFileSync(folder.file, bytes);
    expect(() => openSqliteStore(folder)).toThrow(faultOf("damaged"));
  });

  it("refuses a truncated database", async () => {
    const store = openSqliteStore(folder);
    await store.commit(commandOf("a", 0, 500));
    await store.close();
    writeFileSync(folder.file, readFileSync(folder.file).subarray(0, 4_096 * 5));
    expect(() => openSqliteStore(folder)).toThrow(faultOf("damaged"));
  });

  it("refuses another program's database and a later shape of its own, unchanged", async () => {
    editDatabase("CREATE TABLE foreign_one(a)");
    const before = readFileSync(folder.file);
    expect(() => openSqliteStore(folder)).toThrow(faultOf("unsafe-settings"));
    expect(readFileSync(folder.file)).toEqual(before);
    rmSync(folder.file);
    await fillStore();
    editDatabase("PRAGMA user_version=99");
    expect(() => openSqliteStore(folder)).toThrow(/shape 99/);
  });

  it.each([
    ["UPDATE event SET data = '{\"n\":9}' WHERE version = 2", 2],
    ["UPDATE event SET by = 'somebody else' WHERE version = 1", 1],
    ["UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE version = 3", 3],
    ["DELETE FROM event WHERE version = 2", 3],
    ["UPDATE event SET version = version + 10; UPDATE event SET version = 14 - version", 1],
    ["UPDATE event SET stream = 'b'", 1],
  ])("finds the first version that does not fit after: %s", async (sql, version) => {
    await fillStore();
    editDatabase(sql);
    const store = openSqliteStore(folder);
    const [stream = ""] = store.streams();
    expect(store.firstBrokenLink(stream)).toBe(version);
    await store.close();
  });
});

describe("settings", () => {
  it.each([
    "synchronous=NORMAL",
    "secure_delete=OFF",
    "foreign_keys=OFF",
    "temp_store=FILE",
    "journal_mode=DELETE",
    "busy_timeout=1",
  ])("are noticed when they are %s", (setting) => {
    const connection = openSqliteConnection(folder.file);
    assertSettings(connection.database);
    connection.database.exec(`PRAGMA ${setting}`);
    expect(() => assertSettings(connection.database)).toThrow(faultOf("unsafe-settings"));
    connection.close();
  });

  it("keep keys and their folder to their owner", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    const places = [folder.keysFolder, ...readdirSync(folder.keysFolder).map((name) => join(folder.keysFolder, name))];
    expect(places.map((place) => statSync(place).mode & 0o777)).toEqual([0o700, 0o600]);
    await store.close();
  });
});

describe("keys of boxes", () => {
  const vote = (content: string, n: number) =>
    commitOf({ expectedVersion: n, events: [eventOf(n)], sealed: [{ box: "ballot", content }] });

  it("are needed: entries without their key are reported, not replaced by a new one", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    await store.commit(vote("yes", 0));
    await store.close();
    rmSync(folder.keysFolder, { recursive: true });

    const reopened = openSqliteStore(folder);
    expect(reopened.boxesWithoutKey()).toEqual(["ballot"]);
    await expect(reopened.openContents("ballot")).rejects.toThrow(faultOf("key-missing"));
    await expect(reopened.createBox("ballot")).rejects.toThrow(faultOf("key-missing"));
    await expect(reopened.commit(vote("no", 1))).rejects.toThrow(faultOf("key-missing"));
    await expect(reopened.commit(commitOf({ expectedVersion: 1, closedBoxes: ["ballot"] }))).rejects.toThrow(
      /ballot has no key/,
    );
    expect([...reopened.read("committee-1")]).toHaveLength(1);
    await reopened.close();
  });

  it("are not needed to throw a box away", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    await store.commit(vote("yes", 0));
    await store.close();
    rmSync(folder.keysFolder, { recursive: true });
    const reopened = openSqliteStore(folder);
    await reopened.commit(commitOf({ expectedVersion: 1, discardedBoxes: ["ballot"] }));
    expect(reopened.boxesWithoutKey()).toEqual([]);
    await reopened.close();
  });

  it("go with a box that is thrown away", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    await store.commit(commitOf({ discardedBoxes: ["ballot"] }));
    expect(readdirSync(folder.keysFolder)).toEqual([]);
    await store.close();
  });

  it("of the wrong box open nothing", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    await store.commit(vote("yes", 0));
    await store.close();
    const [name = ""] = readdirSync(folder.keysFolder);
    writeFileSync(join(folder.keysFolder, name), Buffer.alloc(32));
    const reopened = openSqliteStore(folder);
    await expect(reopened.openContents("ballot")).rejects.toThrow(faultOf("damaged"));
    writeFileSync(join(folder.keysFolder, name), "short");
    await reopened.close();
    const again = openSqliteStore(folder);
    await expect(again.openContents("ballot")).rejects.toThrow(faultOf("key-missing"));
    await again.close();
  });

  it("left by a crash between commit and destruction go at the next open", async () => {
    const keys = openBoxKeys(folder.keysFolder);
    const store = createSqliteStore(openSqliteConnection(folder.file), { ...keys, destroy: () => undefined });
    await store.createBox("ballot");
    await store.commit(vote("yes", 0));
    await store.commit(commitOf({ expectedVersion: 1, closedBoxes: ["ballot"] }));
    await store.close();
    expect(readdirSync(folder.keysFolder)).toHaveLength(1);
    const reopened = openSqliteStore(folder);
    expect(readdirSync(folder.keysFolder)).toEqual([]);
    expect(reopened.closedContents("ballot")).toEqual(["yes"]);
    await reopened.close();
  });

  it("stay while another program reads: the box is not closed, and can be closed afterwards", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    await store.commit(vote("yes", 0));
    const reader = new DatabaseSync(folder.file, { readOnly: true });
    reader.exec("BEGIN; SELECT count(*) FROM event");
    const closing = commitOf({ expectedVersion: 1, closedBoxes: ["ballot"] });
    const [refused, other] = await Promise.allSettled([store.commit(closing), store.commit(commandOf("b", 0))]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "locked-by-other-process" } });
    expect(other.status).toBe("fulfilled");
    expect(await store.openContents("ballot")).toEqual(["yes"]);
    reader.exec("ROLLBACK");
    reader.close();
    await store.commit(closing);
    expect(store.closedContents("ballot")).toEqual(["yes"]);
    expect(readdirSync(folder.keysFolder)).toEqual([]);
    await store.close();
  });

  it("that cannot be destroyed are remembered and go with a later commit; the closing stands", async () => {
    const keys = openBoxKeys(folder.keysFolder);
    let isBroken = true;
    const destroy = (box: string) => {
      if (isBroken) throw new Error("the folder is not there");
      keys.destroy(box);
    };
    const store = createSqliteStore(openSqliteConnection(folder.file), { ...keys, destroy });
    await store.createBox("ballot");
    await store.commit(commitOf({ closedBoxes: ["ballot"] }));
    expect(store.boxesWithLeftoverKey()).toEqual(["ballot"]);
    isBroken = false;
    await store.commit(commandOf("b", 0));
    expect(store.boxesWithLeftoverKey()).toEqual([]);
    expect(readdirSync(folder.keysFolder)).toEqual([]);
    await store.close();
  });
});

describe("persistence", () => {
  it("finds everything again after a restart and continues the chain", async () => {
    const store = openSqliteStore(folder);
    await store.createBox("ballot");
    await store.commit({
      ...commandOf("a", 0, 2),
      sealed: [{ box: "ballot", content: "yes" }],
      jobs: [{ kind: "schedule", id: "j", dueAt: "2026-02-01T00:00:00.000Z", payload: "{}" }],
    });
    await store.close();
    expect(existsSync(`${folder.file}-wal`)).toBe(false);
    const reopened = openSqliteStore(folder);
    expect(await reopened.commit(commandOf("a", 0, 2))).toEqual({ status: "duplicate" });
    expect(await reopened.commit(commandOf("a", 2))).toEqual({ status: "committed", version: 3 });
    expect(reopened.firstBrokenLink("a")).toBeUndefined();
    expect(reopened.next()).toBe("2026-02-01T00:00:00.000Z");
    expect(await reopened.openContents("ballot")).toEqual(["yes"]);
    expect(reopened.pending().map(({ id }) => id)).toEqual(["a/answer-1", "a/answer-3"]);
    await reopened.close();
  });

  it("keeps no inbound key readable in the file", async () => {
    const store = openSqliteStore(folder);
    await store.commit(commitOf({ inboxKey: "!room:example.org/$event-of-someone" }));
    await store.close();
    expect(readFileSync(folder.file).includes("event-of-someone")).toBe(false);
  });
});
