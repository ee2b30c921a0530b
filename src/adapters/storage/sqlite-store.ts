import { type Commit, type EventStore, StorageFault, type StoredRecord } from "../../flows/ports.ts";
import { type BoxKeys, openBoxKeys } from "./box-keys.ts";
import { createGroupCommit } from "./group-commit.ts";
import { type ChainedRecord, chainStart, findBrokenLink } from "./hash-chain.ts";
import { createSqliteBoxes } from "./sqlite-boxes.ts";
import { createCommitWriter } from "./sqlite-commit.ts";
import { openSqliteConnection, type SqliteConnection } from "./sqlite-connection.ts";
import { createSqliteGroupRunner } from "./sqlite-group-runner.ts";
import { type EventPage, prepareStatements } from "./sqlite-statements.ts";
import { isMistake, toStorageFault } from "./storage-faults.ts";
import { createUndelivered } from "./undelivered.ts";

export type SqliteStoreOptions = {
  /** The database; its folder must exist. */
  readonly file: string;
  /** Where the keys of open boxes live. Never inside what is backed up together with the database. */
  readonly keysFolder: string;
};

export type SqliteStore = EventStore & {
  /** Transactions committed since the open; several commits may share one. */
  committedTransactions(): number;
  /** Open boxes whose entries nobody can read any more, for the check at the start. */
  boxesWithoutKey(): readonly string[];
  /** Closed boxes whose key is still there, because a reader or a fault was in the way: tried again at each commit. */
  boxesWithLeftoverKey(): readonly string[];
};

/** Events per statement while a stream is read. */
const pageSize = 200;

/** Opens the embedded store. Throws `StorageFault` with nothing changed if the database cannot be used safely. */
export function openSqliteStore(options: SqliteStoreOptions): SqliteStore {
  const connection = openSqliteConnection(options.file);
  try {
    return createSqliteStore(connection, openBoxKeys(options.keysFolder));
  } catch (error) {
    connection.close();
    throw toStorageFault(error);
  }
}

/** The store over a connection that is open already. */
export function createSqliteStore(connection: SqliteConnection, keys: BoxKeys): SqliteStore {
  const statements = prepareStatements(connection.database);
  const boxes = createSqliteBoxes(connection, statements, keys);
  const undelivered = createUndelivered(statements);
  const writer = createCommitWriter(statements, boxes, undelivered);
  const runner = createSqliteGroupRunner({ connection, statements, boxes, forget: writer.forget });
  const group = createGroupCommit(runner.run);
  let isClosed = false;

  // Finishes what a crash between commit and destruction of a key left behind.
  if (!boxes.destroyKeys()) {
    throw new StorageFault(
      "locked-by-other-process",
      "another program reads the database; a closed box still has its key",
    );
  }

  /** Every act on the database: refuses after `close` and turns what SQLite says into a fault. */
  function guarded<Result>(act: () => Result): Result {
    if (isClosed) throw new StorageFault("closed", "the store is closed");
    try {
      return act();
    } catch (error) {
      throw isMistake(error) ? error : toStorageFault(error);
    }
  }

  const eventPage: EventPage<StoredRecord> = (...page) => guarded(() => statements.eventPage(...page));
  const chainedPage: EventPage<ChainedRecord> = (...page) => guarded(() => statements.chainedPage(...page));

  return {
    commit(commit) {
      if (isClosed) return Promise.reject(new StorageFault("closed", "the store is closed"));
      return group.submit(() => writer.apply(commit), endsBoxes(commit));
    },
    read: (stream, afterVersion = 0) => readPages(stream, afterVersion, eventPage),
    streams: () => guarded(() => statements.streams().map(({ name }) => name)),
    isHandled: (inboxKey) => guarded(() => writer.isHandled(inboxKey)),

    createBox: async (box) => guarded(() => boxes.createKey(box)),
    openContents: async (box) =>
      guarded(() => {
        group.flush();
        return boxes.openContents(box);
      }),
    closedContents: (box) => guarded(() => boxes.closedContents(box)),
    boxesWithLeftoverKey: () => guarded(boxes.withLeftoverKey),
    boxesWithoutKey: () => guarded(boxes.withoutKey),

    pending: () => guarded(undelivered.pending),
    markSent: async (ids) => guarded(() => group.submit(() => undelivered.remove(ids))),
    dropRoom: async (room) => guarded(() => group.submit(() => undelivered.dropRoom(room))),

    due: (now) => guarded(() => statements.dueJobs(now)),
    next: () => guarded(() => statements.nextJob()?.dueAt),

    firstBrokenLink: (stream) => findBrokenLink(stream, readPages(stream, 0, chainedPage)),
    chainEnd: (stream) => guarded(() => statements.head(stream)?.hash ?? chainStart),
    committedTransactions: runner.committedTransactions,

    async close() {
      if (isClosed) return;
      group.flush();
      isClosed = true;
      connection.close();
    },
  } satisfies SqliteStore;
}

function endsBoxes({ closedBoxes, discardedBoxes }: Commit): boolean {
  return closedBoxes.length + discardedBoxes.length > 0;
}

/** Page by page: an open cursor would keep the WAL from being cut for as long as the reader takes its time. */
function* readPages<Read extends StoredRecord>(
  stream: string,
  afterVersion: number,
  page: EventPage<Read>,
): Generator<Read> {
  let last = afterVersion;
  for (;;) {
    const records = page(stream, last, pageSize);
    yield* records;
    const final = records.at(-1);
    if (final === undefined || records.length < pageSize) return;
    last = final.version;
  }
}
