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
  /** New keys that were asked for and are about to be added. */
  const asked = new Map<string, string>();

  function keys(): Set<string> {
    known ??= new Set(statements.inbox().map(({ key }) => textOf(key)));
    return known;
  }

  return {
    has(inboxKey) {
      const text = hashedText(inboxKey);
      if (keys().has(text)) return true;
      asked.set(inboxKey, text);
      return false;
    },
    add(inboxKey) {
      const text = asked.get(inboxKey) ?? hashedText(inboxKey);
      asked.delete(inboxKey);
      if (keys().has(text)) return false;
      statements.insertInbox(Buffer.from(text, "latin1"));
      keys().add(text);
      if (keys().size > 2 * kept) {
        statements.pruneInbox(kept);
        known = undefined;
      }
      return true;
    },
    forget() {
      known = undefined;
      asked.clear();
    },
  };
}

/** The key itself names a room; only its SHA-256 is kept, in memory as a text of one character per byte. */
const hashedText = (inboxKey: string): string => hash("sha256", inboxKey, "binary");

const textOf = (hashed: Uint8Array): string =>
  Buffer.from(hashed.buffer, hashed.byteOffset, hashed.byteLength).toString("latin1");
