/** Ports: what the flows need from the world, one capability per type. Adapters end with `satisfies`. */

import type { Holidays } from "../core/kernel/workdays.ts";

/** An event as it is written: `data` is canonical JSON, `schema` the version of its shape (upcasters raise it on reading). */
export type EventRecord = {
  readonly type: string;
  readonly schema: number;
  /** Instant in UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Who caused it: a person's id, `office`, or `system`. Never a platform account. */
  readonly by: string;
  readonly data: string;
};

/** An event as it is read: with its place in the stream. */
export type StoredRecord = EventRecord & { readonly version: number };

/** A message that waits to be delivered. `id` is the stable transaction id towards the platform. */
export type OutboxEntry = {
  readonly id: string;
  /** Address of the room or direct chat; order is kept within it. */
  readonly room: string;
  /** JSON of the neutral reply. */
  readonly body: string;
};

export type JobChange =
  | { readonly kind: "schedule"; readonly id: string; readonly dueAt: string; readonly payload: string }
  | { readonly kind: "done"; readonly id: string };

export type DueJob = { readonly id: string; readonly dueAt: string; readonly payload: string };

/** Something secret for a box (ballot box, anonymous collection); sealed before it touches the disk. */
export type SealedEntry = { readonly box: string; readonly content: string };

/** Everything one command changes: one transaction, all or nothing. */
export type Commit = {
  readonly stream: string;
  /** Version the decision was made on; 0 for a new stream. */
  readonly expectedVersion: number;
  readonly events: readonly EventRecord[];
  /** De-duplication key of the inbound message, absent for acts of the system. */
  readonly inboxKey?: string;
  readonly outbox: readonly OutboxEntry[];
  readonly jobs: readonly JobChange[];
  readonly sealed: readonly SealedEntry[];
  /** Boxes to close for good: contents rewritten sorted under fresh random ids, key destroyed afterwards. */
  readonly closedBoxes: readonly string[];
  /** Boxes whose contents nobody shall see: thrown away with their key. */
  readonly discardedBoxes: readonly string[];
};

export type CommitResult =
  | { readonly status: "committed"; readonly version: number }
  /** The inbox key was known: nothing was written. */
  | { readonly status: "duplicate" };

/** Writes commands durably. A resolved promise means: on the disk. Rejects with `StorageFault`. */
export type Committing = { commit(commit: Commit): Promise<CommitResult> };

export type Reading = {
  /** All events of a stream in order, from `afterVersion` (exclusive, default 0). */
  read(stream: string, afterVersion?: number): Iterable<StoredRecord>;
  streams(): readonly string[];
  /** True if a message with this key was committed before. Keys of the newest 50 000 messages are kept at least. */
  isHandled(inboxKey: string): boolean;
};

/** Ballot boxes and boxes of anonymous contributions. */
export type SealedBoxes = {
  /** Makes the box's key durable, outside the database. A second call changes nothing. Must be called before the first entry. */
  createBox(box: string): Promise<void>;
  /** Unsealed contents of an open box, sorted; waits for everything handed to `commit` before. */
  openContents(box: string): Promise<readonly string[]>;
  /** Contents of a closed box (for a recount), sorted. */
  closedContents(box: string): readonly string[];
};

export type Outbox = {
  /** Undelivered messages, oldest first. */
  pending(): readonly OutboxEntry[];
  markSent(ids: readonly string[]): Promise<void>;
  /** Forgets undelivered messages of a room that is gone; says how many. */
  dropRoom(room: string): Promise<number>;
};

export type Jobs = { due(now: string): readonly DueJob[]; next(): string | undefined };

/** The hash chain: undefined if every link fits, else the first version that does not. */
export type Verifying = {
  firstBrokenLink(stream: string): number | undefined;
  /** Link of the last event (SHA-256, hex); noted elsewhere, it shows whether events at the end were taken away. Empty for an empty stream. */
  chainEnd(stream: string): string;
};

export type EventStore = Committing & Reading & SealedBoxes & Outbox & Jobs & Verifying & { close(): Promise<void> };

/** Faults of the disk or database, by code; the sentence for people is in `texts`. */
export type StorageFaultCode =
  | "version-conflict"
  | "disk-full"
  | "read-only"
  | "locked-by-other-process"
  | "damaged"
  | "unknown-event"
  | "key-missing"
  | "unsafe-settings"
  | "closed"
  | "io";

export class StorageFault extends Error {
  readonly code: StorageFaultCode;
  /** Version of the offending event, where there is one. */
  readonly version: number | undefined;
  constructor(code: StorageFaultCode, message: string, version?: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StorageFault";
    this.code = code;
    this.version = version;
  }
}

/** Time: the instant in UTC and the local calendar of a zone. */
export type Clock = { now(): string };

/** Feiertage of a Land ("SH", "DE-SH"); of all Länder if it is not known. Asking for them costs nothing until a day is looked up. */
export type HolidayCalendar = { holidaysOf(land: string | undefined): Holidays };

/** Waiting, so that tests can hold the hands of the clock. Returns a function that cancels. */
export type Timers = { after(milliseconds: number, run: () => void): () => void };

/** A chat platform, as the outbox dispatcher sees it. Must tolerate the same id twice. Rejects if not delivered. */
export type Delivering = { deliver(entry: OutboxEntry): Promise<void> };
