import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One command as the engine sees it: an event of about 400 bytes, an inbox row, an outbox row. */
const payload = JSON.stringify({ ballot: 1, text: "x".repeat(360), choice: "yes" });

type Waiting = { readonly number: number; readonly done: () => void };

/**
 * Die Datenbank allein: commands per second of concurrent writers whose commands share durable transactions, with nothing of
 * ours in the way. Each writer waits for its command before it sends the next. The same settings as our store.
 */
export async function bareCommandsPerSecond(folder: string, commandsEach: number, writers: number): Promise<number> {
  const database = new DatabaseSync(join(folder, "bare.sqlite"));
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
  database.exec(`CREATE TABLE event(pos INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, data TEXT, at TEXT, UNIQUE(stream, version));
    CREATE TABLE inbox(key TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE outbox(pos INTEGER PRIMARY KEY, id TEXT UNIQUE, room TEXT, body TEXT)`);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const end = database.prepare("COMMIT");
  const event = database.prepare(
    "INSERT INTO event(stream, version, type, data, at) VALUES('bench', ?, 'VoteCast', ?, ?)",
  );
  const inbox = database.prepare("INSERT INTO inbox(key) VALUES(?)");
  const outbox = database.prepare("INSERT INTO outbox(id, room, body) VALUES(?, 'room', ?)");
  let waiting: Waiting[] = [];
  let count = 0;

  function flush(): void {
    const group = waiting;
    waiting = [];
    begin.run();
    for (const { number } of group) {
      event.run(number, payload, "2023-01-27T08:00:00.000Z");
      inbox.run(`message-${number}`);
      outbox.run(`answer-${number}`, "Ihre Stimme ist gezählt.");
    }
    end.run();
    for (const { done } of group) done();
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
