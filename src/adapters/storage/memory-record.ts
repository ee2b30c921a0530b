import { type Commit, type CommitResult, type DueJob, type OutboxEntry, StorageFault } from "../../flows/ports.ts";
import { type ChainedRecord, chainStart, linkHash } from "./hash-chain.ts";
import { canSeal } from "./sealing.ts";

type Box = { readonly contents: readonly string[]; readonly isClosed: boolean };

/** What the memory store holds. `apply` checks everything before it changes anything, so a refused commit leaves no trace. */
export function createMemoryRecord() {
  const streams = new Map<string, ChainedRecord[]>();
  const inbox = new Set<string>();
  const outbox = new Map<string, OutboxEntry>();
  const jobs = new Map<string, DueJob>();
  const boxes = new Map<string, Box>();

  const events = (stream: string): readonly ChainedRecord[] => streams.get(stream) ?? [];

  function check(commit: Commit): void {
    const version = events(commit.stream).length;
    if (version !== commit.expectedVersion) {
      const found = `stream ${commit.stream} is at version ${version}, expected ${commit.expectedVersion}`;
      throw new StorageFault("version-conflict", found, version);
    }
    const ids = new Set(outbox.keys());
    for (const { id } of commit.outbox) {
      if (ids.has(id)) throw new RangeError(`outbox already holds ${id}`);
      ids.add(id);
    }
    for (const { box, content } of commit.sealed) {
      const found = boxes.get(box);
      if (found === undefined)
        throw new StorageFault("key-missing", `box ${box} has no key: its entries cannot be read`);
      if (found.isClosed) throw new RangeError(`box ${box} is closed`);
      if (!canSeal(content)) throw new RangeError(`content for box ${box} is too long`);
    }
  }

  function append({ stream, events: added }: Commit): number {
    const records = streams.get(stream) ?? [];
    for (const event of added) {
      const version = records.length + 1;
      const link = linkHash(records.at(-1)?.hash ?? chainStart, stream, version, event);
      records.push({
        version,
        type: event.type,
        schema: event.schema,
        at: event.at,
        by: event.by,
        data: event.data,
        hash: link,
      });
    }
    if (records.length > 0) streams.set(stream, records);
    return records.length;
  }

  function changeBoxes({ sealed, closedBoxes, discardedBoxes }: Commit): void {
    for (const { box, content } of sealed) {
      boxes.set(box, { contents: [...(boxes.get(box)?.contents ?? []), content].sort(), isClosed: false });
    }
    for (const box of closedBoxes) boxes.set(box, { contents: boxes.get(box)?.contents ?? [], isClosed: true });
    for (const box of discardedBoxes)
      if (boxes.get(box)?.isClosed !== true) boxes.set(box, { contents: [], isClosed: true });
  }

  function contents(box: string, isClosed: boolean): readonly string[] {
    const found = boxes.get(box);
    return found?.isClosed === isClosed ? [...found.contents] : [];
  }

  return {
    apply(commit: Commit): CommitResult {
      if (commit.inboxKey !== undefined && inbox.has(commit.inboxKey)) return { status: "duplicate" };
      check(commit);
      const version = append(commit);
      if (commit.inboxKey !== undefined) inbox.add(commit.inboxKey);
      for (const entry of commit.outbox) outbox.set(entry.id, entry);
      for (const change of commit.jobs) {
        if (change.kind === "schedule")
          jobs.set(change.id, { id: change.id, dueAt: change.dueAt, payload: change.payload });
        else jobs.delete(change.id);
      }
      changeBoxes(commit);
      return { status: "committed", version };
    },
    events,
    streams: () => [...streams.keys()].sort(),
    isHandled: (inboxKey: string) => inbox.has(inboxKey),
    createBox(box: string) {
      if (!boxes.has(box)) boxes.set(box, { contents: [], isClosed: false });
    },
    openContents: (box: string) => contents(box, false),
    closedContents: (box: string) => contents(box, true),
    outbox: () => [...outbox.values()],
    markSent(ids: readonly string[]) {
      for (const id of ids) outbox.delete(id);
    },
    dropRoom(room: string) {
      const gone = [...outbox.values()].filter((entry) => entry.room === room);
      for (const { id } of gone) outbox.delete(id);
      return gone.length;
    },
    /** Open jobs, the earliest first. */
    jobs: () => [...jobs.values()].sort((a, b) => compare(a.dueAt, b.dueAt) || compare(a.id, b.id)),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
