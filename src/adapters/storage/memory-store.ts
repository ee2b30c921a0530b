import {
  type Commit,
  type CommitResult,
  type EventStore,
  StorageFault,
  type StorageFaultCode,
} from "../../flows/ports.ts";
import { createGroupCommit, type Work } from "./group-commit.ts";
import { chainStart, findBrokenLink } from "./hash-chain.ts";
import { createMemoryRecord } from "./memory-record.ts";

export type MemoryStore = EventStore & {
  /** The next transaction fails with this code and leaves nothing behind. */
  failNext(code: StorageFaultCode): void;
  committedTransactions(): number;
};

/** The record in memory, for tests and trial runs: the same answers as the embedded store, gone with the process. */
export function createMemoryStore(): MemoryStore {
  const record = createMemoryRecord();
  const group = createGroupCommit(run);
  let transactions = 0;
  let nextFault: StorageFault | undefined;
  let isClosed = false;

  function run(works: readonly Work[]): void {
    const fault = nextFault;
    nextFault = undefined;
    if (fault !== undefined) {
      for (const work of works) work.fail(fault);
      return;
    }
    const settlements = works.map(applyOne);
    transactions += 1;
    for (const settle of settlements) settle();
  }

  function applyOne(work: Work): () => void {
    try {
      work.apply();
      return work.succeed;
    } catch (error) {
      return () => work.fail(error);
    }
  }

  function open(): typeof record {
    if (isClosed) throw new StorageFault("closed", "the store is closed");
    return record;
  }

  return {
    commit(commit: Commit): Promise<CommitResult> {
      if (isClosed) return Promise.reject(new StorageFault("closed", "the store is closed"));
      return group.submit(() => record.apply(commit));
    },
    read: (stream, afterVersion = 0) => open().events(stream).slice(afterVersion),
    streams: () => open().streams(),
    isHandled: (inboxKey) => open().isHandled(inboxKey),
    createBox: async (box) => open().createBox(box),
    openContents: async (box) => {
      group.flush();
      return open().openContents(box);
    },
    closedContents: (box) => open().closedContents(box),
    pending: () => open().outbox(),
    markSent: async (ids) => {
      const to = open();
      return group.submit(() => to.markSent(ids));
    },
    dropRoom: async (room) => {
      const to = open();
      return group.submit(() => to.dropRoom(room));
    },
    due: (now) =>
      open()
        .jobs()
        .filter((job) => job.dueAt <= now),
    next: () => open().jobs()[0]?.dueAt,
    chainEnd: (stream) => open().events(stream).at(-1)?.hash ?? chainStart,
    firstBrokenLink: (stream) => findBrokenLink(stream, open().events(stream)),
    close: async () => {
      group.flush();
      isClosed = true;
    },
    failNext(code) {
      nextFault = new StorageFault(code, `made to fail: ${code}`);
    },
    committedTransactions: () => transactions,
  } satisfies MemoryStore;
}
