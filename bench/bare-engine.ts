import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What one vote of ours leaves behind, byte for byte of the same size: event with its link of the chain, key, answer. */
const data = JSON.stringify({
  ballot: 1,
  person: "person-12",
  seat: "traeger-12",
  vote: { choice: "yes", kind: "question" },
});
const answer = JSON.stringify({
  to: { kind: "account", account: "console:person-12" },
  blocks: [
    { kind: "text", text: "Ihre Stimme für Träger 12: Ja. Bis zum Schluss der Abstimmung können Sie sie ändern." },
  ],
  choices: [],
  files: [],
});
const link = "0".repeat(64);
const at = "2023-01-27T08:00:00.000Z";

/** As our dispatcher does it: delivered answers are removed together, after this many milliseconds. */
const removeAfter = 250;

type Waiting = { readonly number: number; readonly done: () => void };

/**
 * Die Datenbank allein: commands per second of concurrent writers whose commands share durable transactions. The same settings,
 * the same tables and the same rows as our store writes and removes for a vote, and nothing else of ours: no message is
 * understood, nothing is decided, checked, encoded, hashed or delivered. Each writer waits for its command before the next.
 */
export async function bareCommandsPerSecond(folder: string, commandsEach: number, writers: number): Promise<number> {
  const database = new DatabaseSync(join(folder, "bare.sqlite"));
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
  database.exec(`CREATE TABLE event(
      pos INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, schema INTEGER NOT NULL,
      at TEXT NOT NULL, by TEXT NOT NULL, data TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE(stream, version)) STRICT;
    CREATE TABLE inbox(pos INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT;
    CREATE TABLE outbox(pos INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, room TEXT NOT NULL, body TEXT NOT NULL) STRICT`);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const end = database.prepare("COMMIT");
  const event = database.prepare(
    "INSERT INTO event(stream, version, type, schema, at, by, data, hash) VALUES('gremium', ?, 'VoteCast', 1, ?, 'person-12', ?, ?)",
  );
  const inbox = database.prepare("INSERT INTO inbox(key) VALUES(?)");
  const outbox = database.prepare("INSERT INTO outbox(id, room, body) VALUES(?, 'direct:console:person-12', ?)");
  const remove = database.prepare("DELETE FROM outbox WHERE id = ?");
  const key = randomBytes(32);
  let waiting: Waiting[] = [];
  let delivered: number[] = [];
  let removed = performance.now();
  let count = 0;

  function flush(): void {
    const group = waiting;
    waiting = [];
    begin.run();
    if (performance.now() - removed > removeAfter) removeDelivered();
    for (const { number } of group) {
      inbox.run(key);
      event.run(number, at, data, link);
      outbox.run(`bench-${number}#1`, answer);
    }
    end.run();
    for (const { number, done } of group) {
      delivered.push(number);
      done();
    }
  }

  function removeDelivered(): void {
    for (const number of delivered) remove.run(`bench-${number}#1`);
    delivered = [];
    removed = performance.now();
  }

  function command(): Promise<void> {
    count += 1;
    const number = count;
    return new Promise((done) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ number, done });
    });
  }

  async function writer(): Promise<void> {
    for (let turn = 0; turn < commandsEach; turn += 1) await command();
  }

  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, writer));
  const seconds = (performance.now() - start) / 1000;
  database.close();
  return count / seconds;
}
