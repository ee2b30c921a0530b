import type { OutboxEntry } from "../../flows/ports.ts";
import type { Statements } from "./sqlite-statements.ts";

/**
 * Ausgang: messages that wait to be delivered. Which row an id has is kept in memory, since all of them are few and short-lived; an
 * index would cost each message twice.
 */
export type Undelivered = {
  /** Within a transaction. Throws `RangeError` for an id that waits already. */
  add(entry: OutboxEntry): void;
  /** Within a transaction. An id that does not wait changes nothing. */
  remove(id: string): void;
  /** Within a transaction: says how many there were. */
  dropRoom(room: string): number;
  pending(): readonly OutboxEntry[];
  /** After a rollback: asks the database again. */
  forget(): void;
};

export function createUndelivered(statements: Statements): Undelivered {
  let known: Map<string, number> | undefined;

  function rows(): Map<string, number> {
    known ??= new Map(statements.outboxRows().map(({ id, pos }) => [id, pos]));
    return known;
  }

  return {
    add({ id, room, body }) {
      if (rows().has(id)) throw new RangeError(`message ${id} waits already`);
      rows().set(id, statements.insertOutbox(id, room, body));
    },
    remove(id) {
      const pos = rows().get(id);
      if (pos === undefined) return;
      statements.deleteOutbox(pos);
      rows().delete(id);
    },
    dropRoom(room) {
      known = undefined;
      return statements.deleteOutboxOfRoom(room);
    },
    pending: () => statements.outbox(),
    forget() {
      known = undefined;
    },
  };
}
