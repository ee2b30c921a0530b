import { hash } from "node:crypto";
import type { Statements } from "./sqlite-statements.ts";

/** Schlüssel behandelter Nachrichten: all that are kept are in memory, so that asking for one costs no question to the database. */
export type HandledKeys = {
  has(inboxKey: string): boolean;
  /** Within a transaction: false if the key is known. */
  add(inboxKey: string): boolean;
  /** After a rollback: what was added in it is not known any more. */
  forget(): void;
};

/** No platform repeats a message after so many others. Twice as many are gathered before the older half goes; about 10 MB then. */
const keptKeys = 50_000;

export function createHandledKeys(statements: Statements, kept = keptKeys): HandledKeys {
  let known: Set<string> | undefined;

  function keys(): Set<string> {
    known ??= new Set(statements.inbox().map(({ key }) => textOf(key)));
    return known;
  }

  return {
    has: (inboxKey) => keys().has(textOf(hashedKey(inboxKey))),
    add(inboxKey) {
      const hashed = hashedKey(inboxKey);
      const text = textOf(hashed);
      if (keys().has(text)) return false;
      statements.insertInbox(hashed);
      keys().add(text);
      if (keys().size > 2 * kept) {
        statements.pruneInbox(kept);
        known = undefined;
      }
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
