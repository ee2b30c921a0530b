import { existsSync } from "node:fs";
import { committeeCodec } from "../adapters/storage/committee-codec.ts";
import { openSqliteStore, type SqliteStore } from "../adapters/storage/sqlite-store.ts";
import { StorageFault } from "../flows/ports.ts";
import {
  boxesWithoutKey,
  damagedEvent,
  noRecordYet,
  notVerified,
  recordLines,
  verified,
  verifiedButKeyless,
  waitingMessages,
} from "../texts/check.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders } from "./with-house.ts";

/** `verify`: hash chain, readability of every event, and figures. Exit code 1 when something is broken. */
export function run(_: readonly string[], terminal: Terminal): Promise<number> {
  return withFolders(terminal, async ({ database, keys, data }) => {
    if (!existsSync(database)) {
      terminal.print(noRecordYet(data));
      return exitCodes.fine;
    }
    const store = openSqliteStore({ file: database, keysFolder: keys });
    try {
      return verifyStore(store, terminal) ? exitCodes.fine : exitCodes.fault;
    } finally {
      await store.close();
    }
  });
}

function verifyStore(store: SqliteStore, terminal: Terminal): boolean {
  const isComplete = store
    .streams()
    .map((stream) => verifyStream(store, stream, terminal))
    .every(Boolean);
  const keyless = store.boxesWithoutKey();
  if (keyless.length > 0) terminal.complain(boxesWithoutKey(keyless));
  terminal.print(waitingMessages(store.pending().length));
  if (!isComplete) terminal.complain(notVerified());
  else if (keyless.length > 0) terminal.complain(verifiedButKeyless(keyless.length));
  else terminal.print(verified());
  return isComplete && keyless.length === 0;
}

function verifyStream(store: SqliteStore, stream: string, terminal: Terminal): boolean {
  let events = 0;
  let from: string | undefined;
  let to: string | undefined;
  let isReadable = true;
  for (const record of store.read(stream)) {
    events += 1;
    from ??= record.at;
    to = record.at;
    try {
      committeeCodec.decode(record);
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      isReadable = false;
      terminal.complain(damagedEvent(error.message));
    }
  }
  const brokenAt = store.firstBrokenLink(stream);
  for (const line of recordLines({ stream, events, from, to, brokenAt, chainEnd: store.chainEnd(stream) }))
    terminal.print(line);
  return isReadable && brokenAt === undefined;
}
