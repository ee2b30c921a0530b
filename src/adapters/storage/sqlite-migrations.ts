import type { DatabaseSync } from "node:sqlite";
import { StorageFault } from "../../flows/ports.ts";

/** Marks a file as ours ("Sdst"), so that another program's database is never written to. */
const applicationId = 0x53647374;

/**
 * Shapes of the database, oldest first; `user_version` counts how many were applied. An entry is never changed once it was released.
 * - event: `pos` is the order over all streams; `hash` the link of the chain.
 * - inbox: SHA-256 of the platform's key, because the key itself names a room. In order of arrival and without an index: keys are
 *   random, so an index would touch a page of its own for each of them. They are looked up in memory (`handled-keys.ts`).
 * - outbox: its few rows are found by number (`undelivered.ts`), so no index on `id`.
 * - sealed, opened: random ids instead of row numbers, because row numbers tell the order of voting.
 */
const migrations: readonly string[] = [
  `CREATE TABLE event(
     pos INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, schema INTEGER NOT NULL,
     at TEXT NOT NULL, by TEXT NOT NULL, data TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE(stream, version)) STRICT;
   CREATE TABLE inbox(pos INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT;
   CREATE TABLE outbox(pos INTEGER PRIMARY KEY, id TEXT NOT NULL, room TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE TABLE job(id TEXT PRIMARY KEY, due_at TEXT NOT NULL, payload TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX job_due ON job(due_at);
   CREATE TABLE sealed(box TEXT NOT NULL, id BLOB NOT NULL, envelope BLOB NOT NULL, PRIMARY KEY(box, id)) STRICT, WITHOUT ROWID;
   CREATE TABLE opened(box TEXT NOT NULL, id BLOB NOT NULL, content TEXT NOT NULL, PRIMARY KEY(box, id)) STRICT, WITHOUT ROWID;
   CREATE TABLE closed_box(box TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`,
];

/** Brings the database to today's shape, in one transaction. Also proves that it can be written to. */
export function migrate(database: DatabaseSync): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    const version = readNumber(database, "user_version");
    for (const migration of migrations.slice(version)) database.exec(migration);
    if (version < migrations.length) {
      database.exec(`PRAGMA user_version=${migrations.length}; PRAGMA application_id=${applicationId}`);
    }
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** Throws `StorageFault` "unsafe-settings" for a file of another program or of a newer version of this one. Changes nothing. */
export function assertOurs(database: DatabaseSync): void {
  const version = readNumber(database, "user_version");
  const isEmpty = readNumber(database, "page_count") === 0;
  if (!isEmpty && readNumber(database, "application_id") !== applicationId) {
    throw new StorageFault("unsafe-settings", "the file is a database of another program");
  }
  if (version > migrations.length) {
    throw new StorageFault(
      "unsafe-settings",
      `the database has shape ${version}, this program knows up to ${migrations.length}`,
    );
  }
}

function readNumber(database: DatabaseSync, pragma: string): number {
  return Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma] ?? 0);
}
