import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One command as the engine sees it: made anew each time, as every caller has to. */
type BareCommand = {
  readonly stream: string;
  readonly version: number;
  readonly data: string;
  readonly key: string;
  readonly answer: string;
  readonly at: number;
};

type Waiting = { readonly command: BareCommand; readonly done: () => void };

const words = "Antrag auf Änderung der Geschäftsordnung, Abstimmung offen, ".repeat(4).slice(0, 240);

/**
 * Die Datenbank allein: commands per second of concurrent writers whose commands share durable transactions; each waits for its
 * command before it makes the next. A command is an event of about 400 bytes, an inbox row and an outbox row, in plain tables,
 * under the settings of our store (WAL, synchronous=FULL, secure_delete). Nothing is understood, decided, checked or delivered.
 */
export async function bareCommandsPerSecond(folder: string, commandsEach: number, writers: number): Promise<number> {
  const database = new DatabaseSync(join(folder, "bare.sqlite"));
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
  database.exec(`CREATE TABLE event(
      pos INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
      at INTEGER NOT NULL, UNIQUE(stream, version));
    CREATE TABLE inbox(key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE outbox(id INTEGER PRIMARY KEY, target TEXT NOT NULL, body TEXT NOT NULL, sent_at INTEGER)`);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const end = database.prepare("COMMIT");
  const event = database.prepare("INSERT INTO event(stream, version, type, data, at) VALUES(?, ?, 'VoteCast', ?, ?)");
  const inbox = database.prepare("INSERT INTO inbox(key, at) VALUES(?, ?)");
  const outbox = database.prepare("INSERT INTO outbox(target, body) VALUES(?, ?)");
  let waiting: Waiting[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    begin.run();
    for (const { command } of group) {
      event.run(command.stream, command.version, command.data, command.at);
      inbox.run(command.key, command.at);
      outbox.run(command.stream, command.answer);
    }
    end.run();
    for (const { done } of group) done();
  }

  function commit(command: BareCommand): Promise<void> {
    return new Promise((done) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ command, done });
    });
  }

  async function writer(number: number): Promise<void> {
    for (let version = 1; version <= commandsEach; version += 1) await commit(bareCommand(number, version));
  }

  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, (_, index) => writer(index)));
  const seconds = (performance.now() - start) / 1000;
  database.close();
  return (commandsEach * writers) / seconds;
}

function bareCommand(writer: number, version: number): BareCommand {
  const number = version * 100 + writer;
  const data = JSON.stringify({
    meeting: `2026-${number % 97}`,
    item: number % 23,
    text: words,
    actor: `person-${(number * 7919) % 1000}`,
    yes: number % 13,
    no: number % 7,
    abstain: number % 3,
    correlation: ((number * 2654435761) >>> 0).toString(16).padStart(8, "0"),
  });
  return {
    stream: `gremium-${writer}`,
    version,
    data,
    key: `!raum:example.org/$${number}`,
    answer: `Ihre Stimme zu TOP ${number % 23} wurde entgegengenommen (${number}).`,
    at: Date.now(),
  };
}
