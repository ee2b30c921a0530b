import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StorageFault } from "../../flows/ports.ts";
import { lockForThisProcess } from "./process-lock.ts";
import { assertOurs, migrate } from "./sqlite-migrations.ts";
import { toStorageFault } from "./storage-faults.ts";

/** An open database whose settings were asserted and which this process holds alone. */
export type SqliteConnection = {
  readonly database: DatabaseSync;
  /** Tries once to move everything from the WAL into the database and to cut the WAL to nothing. False if a reader is in the way. */
  truncateWal(): boolean;
  close(): void;
};

/** How long a statement waits for another program's lock, in milliseconds. */
const patience = 5_000;
/** The same while the WAL is cut, which is tried again later anyhow. */
const checkpointPatience = 100;

/** Set and asserted on every open. Values as SQLite reports them. */
const settings = [
  { name: "journal_mode", set: "WAL", expected: "wal" },
  { name: "synchronous", set: "FULL", expected: 2 },
  // On macOS an ordinary fsync stops at the drive's own memory.
  { name: "fullfsync", set: "ON", expected: 1 },
  { name: "checkpoint_fullfsync", set: "ON", expected: 1 },
  { name: "secure_delete", set: "ON", expected: 1 },
  { name: "foreign_keys", set: "ON", expected: 1 },
  // Statement journals hold pages; on disk they would outlive a closed box.
  { name: "temp_store", set: "MEMORY", expected: 2 },
  { name: "trusted_schema", set: "OFF", expected: 0 },
] as const;

/** Opens or creates the database. Throws `StorageFault`; then nothing is held and nothing was changed. */
export function openSqliteConnection(path: string): SqliteConnection {
  const file = canonicalPath(path);
  let unlock: (() => void) | undefined;
  let database: DatabaseSync | undefined;
  try {
    unlock = lockForThisProcess(file);
    database = new DatabaseSync(file, { timeout: patience });
    // SQLite falls back to reading without a word.
    accessSync(file, constants.W_OK);
    assertReadable(database);
    assertOurs(database);
    applySettings(database);
    assertSettings(database);
    migrate(database);
    return connectionTo(database, unlock);
  } catch (error) {
    database?.close();
    unlock?.();
    throw explain(error, file);
  }
}

/** Throws `StorageFault` "unsafe-settings" if any setting is not as durability and secrecy need it. */
export function assertSettings(database: DatabaseSync): void {
  for (const { name, expected } of settings) {
    const found = readSetting(database, name);
    if (found !== expected) throw new StorageFault("unsafe-settings", `${name} is ${found}, not ${expected}`);
  }
  const timeout = readSetting(database, "busy_timeout");
  if (timeout !== patience) throw new StorageFault("unsafe-settings", `busy_timeout is ${timeout}, not ${patience}`);
}

function connectionTo(database: DatabaseSync, unlock: () => void): SqliteConnection {
  return {
    database,
    truncateWal() {
      database.exec(`PRAGMA busy_timeout=${checkpointPatience}`);
      try {
        const row = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
        return row?.["busy"] === 0 && row["log"] === 0;
      } finally {
        database.exec(`PRAGMA busy_timeout=${patience}`);
      }
    },
    close() {
      database.close();
      unlock();
    },
  };
}

function applySettings(database: DatabaseSync): void {
  for (const { name, set } of settings) database.exec(`PRAGMA ${name}=${set}`);
}

/** Reads the whole file once: better a clear word at the start than a surprise in the middle of a meeting. */
function assertReadable(database: DatabaseSync): void {
  const verdict = readSetting(database, "quick_check");
  if (verdict !== "ok") throw new StorageFault("damaged", `the database is damaged: ${verdict}`);
}

function readSetting(database: DatabaseSync, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return row === undefined ? undefined : Object.values(row)[0];
}

/** One name per database, so that two spellings of a path meet at the same lock. */
function canonicalPath(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  const folder = dirname(absolute);
  return existsSync(folder) ? join(realpathSync(folder), basename(absolute)) : absolute;
}

/** SQLite says only "unable to open database file"; people need to know which file and why. */
function explain(error: unknown, file: string): StorageFault {
  const fault = toStorageFault(error);
  const code = fault.code === "io" && !isWritable(file) ? "read-only" : fault.code;
  return new StorageFault(code, `${file}: ${fault.message}`, undefined, error);
}

/** False if the file or its folder is there, but not for us to write. */
function isWritable(file: string): boolean {
  const folder = dirname(file);
  if (!existsSync(folder)) return true;
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
