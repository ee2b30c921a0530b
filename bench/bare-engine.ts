import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One command as the engine sees it: an event of about 400 bytes, an inbox row, an outbox row. */
const payload = JSON.stringify({ ballot: 1, text: "x".repeat(360), choice: "yes" });

/**
 * Die Datenbank allein: commands per second when 50 writers share a durable transaction, with nothing of ours in the way.
 * The same settings as our store: WAL, synchronous=FULL, secure_delete.
 */
export function bareCommandsPerSecond(folder: string, transactions: number, writers: number): number {
  const database = new DatabaseSync(join(folder, `bare-${transactions}.sqlite`));
  database.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA locking_mode=EXCLUSIVE",
  );
  database.exec(`CREATE TABLE event(pos INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, data TEXT, at TEXT, UNIQUE(stream, version));
    CREATE TABLE inbox(key TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE outbox(id TEXT PRIMARY KEY, room TEXT, body TEXT)`);
  const event = database.prepare(
    "INSERT INTO event(stream, version, type, data, at) VALUES('bench', ?, 'VoteCast', ?, ?)",
  );
  const inbox = database.prepare("INSERT INTO inbox(key) VALUES(?)");
  const outbox = database.prepare("INSERT INTO outbox(id, room, body) VALUES(?, 'room', ?)");
  let number = 0;
  const start = performance.now();
  for (let transaction = 0; transaction < transactions; transaction += 1) {
    database.exec("BEGIN IMMEDIATE");
    for (let writer = 0; writer < writers; writer += 1) {
      number += 1;
      event.run(number, payload, "2023-01-27T08:00:00.000Z");
      inbox.run(`message-${number}`);
      outbox.run(`answer-${number}`, "Ihre Stimme ist gezählt.");
    }
    database.exec("COMMIT");
  }
  const seconds = (performance.now() - start) / 1000;
  database.close();
  return number / seconds;
}
