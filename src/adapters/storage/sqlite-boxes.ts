import { randomBytes } from "node:crypto";
import { StorageFault } from "../../flows/ports.ts";
import type { BoxKeys } from "./box-keys.ts";
import { canSeal, seal, unseal } from "./sealing.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import type { Statements } from "./sqlite-statements.ts";

/**
 * Ballot boxes and boxes of anonymous contributions. While a box is open its entries are sealed under a key outside the database;
 * closing rewrites them in the order of their text, so that the order of voting is in no page of the file any more.
 */
export type SqliteBoxes = {
  createKey(box: string): void;
  /** Within a transaction: seals one entry. */
  put(box: string, content: string): void;
  /** Within a transaction: rewrites the entries of an open box. The key goes later, see `destroyKeys`. */
  close(box: string): void;
  /** Within a transaction: throws the entries of an open box away, readable or not. A closed box keeps what it holds. */
  discard(box: string): void;
  openContents(box: string): readonly string[];
  closedContents(box: string): readonly string[];
  /** After the commit: cuts the WAL, then destroys the keys of closed boxes. False if the WAL could not be cut. */
  destroyKeys(): boolean;
  /** Open boxes with entries that nobody can read any more. */
  withoutKey(): readonly string[];
  /** Closed boxes whose key could not be destroyed yet. */
  withLeftoverKey(): readonly string[];
};

const idLength = 16;

export function createSqliteBoxes(connection: SqliteConnection, statements: Statements, keys: BoxKeys): SqliteBoxes {
  const isClosed = (box: string) => statements.closedBox(box) !== undefined;
  // A crash between commit and destruction leaves the key of a closed box behind.
  const leftover = new Set(
    statements.closedBoxes().flatMap(({ name }) => (keys.find(name) === undefined ? [] : [name])),
  );

  function keyOf(box: string): Uint8Array {
    const key = keys.find(box);
    if (key === undefined) throw new StorageFault("key-missing", `box ${box} has no key: its entries cannot be read`);
    return key;
  }

  function openContents(box: string): readonly string[] {
    const rows = statements.sealedOf(box);
    if (rows.length === 0) return [];
    const key = keyOf(box);
    return rows.map(({ envelope }) => unseal(key, box, envelope)).sort();
  }

  /** Ends a box within the transaction; its key goes once that is on the disk. */
  function end(box: string): void {
    statements.deleteSealed(box);
    statements.insertClosedBox(box);
    leftover.add(box);
  }

  return {
    createKey(box) {
      if (isClosed(box)) return;
      // A new key would hide that the entries of the old one are lost.
      if (statements.sealedIn(box) !== undefined) keyOf(box);
      keys.create(box);
    },
    put(box, content) {
      if (isClosed(box)) throw new RangeError(`box ${box} is closed`);
      if (!canSeal(content)) throw new RangeError(`content for box ${box} is too long`);
      statements.insertSealed(box, randomBytes(idLength), seal(keyOf(box), box, content));
    },
    close(box) {
      if (isClosed(box)) return;
      for (const content of openContents(box)) statements.insertOpened(box, randomBytes(idLength), content);
      end(box);
    },
    discard(box) {
      if (!isClosed(box)) end(box);
    },
    openContents,
    closedContents: (box) =>
      statements
        .openedOf(box)
        .map(({ content }) => content)
        .sort(),
    destroyKeys() {
      if (leftover.size === 0) return true;
      if (!connection.truncateWal()) return false;
      for (const box of leftover) {
        // After a rollback the box is open again and needs its key.
        if (isClosed(box)) keys.destroy(box);
        leftover.delete(box);
      }
      return true;
    },
    withLeftoverKey: () => [...leftover],
    withoutKey: () => statements.sealedBoxes().flatMap(({ name }) => (keys.find(name) === undefined ? [name] : [])),
  };
}
