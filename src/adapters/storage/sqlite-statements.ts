import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { DueJob, OutboxEntry, StoredRecord } from "../../flows/ports.ts";
import type { ChainedRecord } from "./hash-chain.ts";

/** Every statement of the store, prepared once. Names say what a row of the answer is. */
export type Statements = ReturnType<typeof prepareStatements>;

type SealedRow = { readonly envelope: Uint8Array };
type ContentRow = { readonly content: string };
type NameRow = { readonly name: string };
type HeadRow = { readonly version: number; readonly hash: string };

type EventRow = readonly [number, string, number, string, string, string];
type ChainedRow = readonly [...EventRow, string];

function toRecord([version, type, schema, at, by, data]: EventRow): StoredRecord {
  return { version, type, schema, at, by, data };
}

function toChainedRecord([version, type, schema, at, by, data, hash]: ChainedRow): ChainedRecord {
  return { version, type, schema, at, by, data, hash };
}

/** One page of a stream, after a version. */
export type EventPage<Read extends StoredRecord> = (
  stream: string,
  afterVersion: number,
  limit: number,
) => readonly Read[];

export function prepareStatements(database: DatabaseSync) {
  const act = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: SQLInputValue[]) => Number(statement.run(...values).changes);
  };
  const insert = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: SQLInputValue[]) => Number(statement.run(...values).lastInsertRowid);
  };
  const all = <Row>(sql: string) => {
    const statement = database.prepare(sql);
    // The columns of a row are those the SQL beside names; the tables are STRICT, so their types hold.
    return (...values: SQLInputValue[]) => statement.all(...values) as unknown as readonly Row[];
  };
  const first = <Row>(sql: string) => {
    const rows = all<Row>(`${sql} LIMIT 1`);
    return (...values: SQLInputValue[]) => rows(...values)[0];
  };

  // Bare arrays, made into records here, are read a quarter faster than objects made by the engine; a start reads everything.
  const pages = <Row, Read extends StoredRecord>(columns: string, read: (row: Row) => Read): EventPage<Read> => {
    const statement = database.prepare(
      `SELECT ${columns} FROM event WHERE stream = ? AND version > ? ORDER BY version LIMIT ?`,
    );
    statement.setReturnArrays(true);
    return (stream, afterVersion, limit) =>
      // As above: columns and types are those of the SQL and its STRICT table.
      (statement.all(stream, afterVersion, limit) as unknown as readonly Row[]).map(read);
  };

  return {
    begin: act("BEGIN IMMEDIATE"),
    commit: act("COMMIT"),
    rollback: act("ROLLBACK"),
    savepoint: act("SAVEPOINT work"),
    release: act("RELEASE work"),
    rollbackToSavepoint: act("ROLLBACK TO work"),

    insertEvent: act(
      "INSERT INTO event(stream, version, type, schema, at, by, data, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    head: first<HeadRow>("SELECT version, hash FROM event WHERE stream = ? ORDER BY version DESC"),
    eventPage: pages("version, type, schema, at, by, data", toRecord),
    /** With the links, which only the check of the chain needs. */
    chainedPage: pages("version, type, schema, at, by, data, hash", toChainedRecord),
    // Jumps from stream to stream in the index instead of walking over every event.
    streams: all<NameRow>(
      `WITH RECURSIVE stream(name) AS (
         SELECT min(stream) FROM event
         UNION ALL SELECT (SELECT min(stream) FROM event WHERE stream > name) FROM stream WHERE name IS NOT NULL)
       SELECT name FROM stream WHERE name IS NOT NULL`,
    ),

    insertInbox: act("INSERT INTO inbox(key) VALUES(?)"),
    inbox: all<{ readonly key: Uint8Array }>("SELECT key FROM inbox ORDER BY pos"),
    /** Keeps the newest keys, as many as said. */
    pruneInbox: act("DELETE FROM inbox WHERE pos <= (SELECT max(pos) FROM inbox) - ?"),

    /** Says the row. */
    insertOutbox: insert("INSERT INTO outbox(id, room, body) VALUES(?, ?, ?)"),
    outboxRows: all<{ readonly id: string; readonly pos: number }>("SELECT id, pos FROM outbox"),
    outbox: all<OutboxEntry>("SELECT id, room, body FROM outbox ORDER BY pos"),
    deleteOutbox: act("DELETE FROM outbox WHERE pos BETWEEN ? AND ?"),
    deleteOutboxOfRoom: act("DELETE FROM outbox WHERE room = ?"),

    upsertJob: act(
      "INSERT INTO job(id, due_at, payload) VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET due_at = excluded.due_at, payload = excluded.payload",
    ),
    deleteJob: act("DELETE FROM job WHERE id = ?"),
    dueJobs: all<DueJob>("SELECT id, due_at AS dueAt, payload FROM job WHERE due_at <= ? ORDER BY due_at, id"),
    nextJob: first<{ readonly dueAt: string }>("SELECT due_at AS dueAt FROM job ORDER BY due_at"),

    insertSealed: act("INSERT INTO sealed(box, id, envelope) VALUES(?, ?, ?)"),
    sealedOf: all<SealedRow>("SELECT envelope FROM sealed WHERE box = ?"),
    sealedIn: first<object>("SELECT 1 AS found FROM sealed WHERE box = ?"),
    sealedBoxes: all<NameRow>("SELECT DISTINCT box AS name FROM sealed"),
    deleteSealed: act("DELETE FROM sealed WHERE box = ?"),
    insertOpened: act("INSERT INTO opened(box, id, content) VALUES(?, ?, ?)"),
    openedOf: all<ContentRow>("SELECT content FROM opened WHERE box = ?"),
    insertClosedBox: act("INSERT INTO closed_box(box) VALUES(?)"),
    closedBox: first<object>("SELECT 1 AS found FROM closed_box WHERE box = ?"),
    closedBoxes: all<NameRow>("SELECT box AS name FROM closed_box"),
  };
}
