import { hash } from "node:crypto";
import type { Statements } from "./sqlite-statements.ts";

/** Schlüssel behandelter Nachrichten: the newest in memory, so that asking for a new one costs no question to the database. */
export type HandledKeys = {
  has(inboxKey: string): boolean;
  /** Within a transaction: false if the key is known. */
  add(inboxKey: string): boolean;
  /** After a rollback: what was added in it is not known any more. */
  forget(): void;
};

/** About 8 MB; a committee needs years for as many. With more than that the database is asked. */
const mostInMemory = 50_000;

export function createHandledKeys(statements: Statements): HandledKeys {
  let known: Set<string> | undefined;
  let isComplete = false;

  function load(): Set<string> {
    const rows = statements.inboxKeys(mostInMemory + 1);
    isComplete = rows.length <= mostInMemory;
    return new Set(rows.slice(0, mostInMemory).map(({ key }) => textOf(key)));
  }

  function keys(): Set<string> {
    known ??= load();
    return known;
  }

  function isStored(hashed: Uint8Array, text: string): boolean {
    return keys().has(text) || (!isComplete && statements.inbox(hashed) !== undefined);
  }

  return {
    has(inboxKey) {
      const hashed = hashedKey(inboxKey);
      return isStored(hashed, textOf(hashed));
    },
    add(inboxKey) {
      const hashed = hashedKey(inboxKey);
      if (statements.insertInbox(hashed) === 0) return false;
      keys().add(textOf(hashed));
      return true;
    },
    forget() {
      known = undefined;
    },
  };
}

let last: { readonly inboxKey: string; readonly hashed: Uint8Array } | undefined;

/** The key itself names a room; only its SHA-256 is kept. */
function hashedKey(inboxKey: string): Uint8Array {
  if (last?.inboxKey !== inboxKey) last = { inboxKey, hashed: hash("sha256", inboxKey, "buffer") };
  return last.hashed;
}

const textOf = (hashed: Uint8Array): string =>
  Buffer.from(hashed.buffer, hashed.byteOffset, hashed.byteLength).toString("latin1");
