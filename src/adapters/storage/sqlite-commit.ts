import { type Commit, type CommitResult, type JobChange, StorageFault } from "../../flows/ports.ts";
import { createHandledKeys } from "./handled-keys.ts";
import { chainStart, linkHash } from "./hash-chain.ts";
import type { SqliteBoxes } from "./sqlite-boxes.ts";
import type { Statements } from "./sqlite-statements.ts";
import type { Undelivered } from "./undelivered.ts";

type Head = { readonly version: number; readonly hash: string };

/** Writes single commits within a transaction somebody else opens and ends. */
export type CommitWriter = {
  apply(commit: Commit): CommitResult;
  isHandled(inboxKey: string): boolean;
  /** After a rollback: forgets what was remembered about the ends of the streams. */
  forget(): void;
};

export function createCommitWriter(statements: Statements, boxes: SqliteBoxes, undelivered: Undelivered): CommitWriter {
  const heads = new Map<string, Head>();
  const handled = createHandledKeys(statements);

  function headOf(stream: string): Head {
    return heads.get(stream) ?? statements.head(stream) ?? { version: 0, hash: chainStart };
  }

  function appendEvents({ stream, expectedVersion, events }: Commit): Head {
    const head = headOf(stream);
    if (head.version !== expectedVersion) {
      const found = `stream ${stream} is at version ${head.version}, expected ${expectedVersion}`;
      throw new StorageFault("version-conflict", found, head.version);
    }
    return events.reduce<Head>((previous, event) => {
      const version = previous.version + 1;
      const link = linkHash(previous.hash, stream, version, event);
      statements.insertEvent(stream, version, event.type, event.schema, event.at, event.by, event.data, link);
      return { version, hash: link };
    }, head);
  }

  function changeJob(change: JobChange): void {
    if (change.kind === "schedule") statements.upsertJob(change.id, change.dueAt, change.payload);
    else statements.deleteJob(change.id);
  }

  return {
    apply(commit) {
      const isDuplicate = commit.inboxKey !== undefined && !handled.add(commit.inboxKey);
      if (isDuplicate) return { status: "duplicate" };
      const head = appendEvents(commit);
      for (const entry of commit.outbox) undelivered.add(entry);
      for (const change of commit.jobs) changeJob(change);
      for (const entry of commit.sealed) boxes.put(entry.box, entry.content);
      for (const box of commit.closedBoxes) boxes.close(box);
      for (const box of commit.discardedBoxes) boxes.discard(box);
      heads.set(commit.stream, head);
      return { status: "committed", version: head.version };
    },
    isHandled: handled.has,
    forget() {
      heads.clear();
      handled.forget();
      undelivered.forget();
    },
  };
}
