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
  remove(ids: readonly string[]): void;
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
    remove(ids) {
      const positions = ids.flatMap((id) => rows().get(id) ?? []);
      for (const { first, last } of runsOf(positions)) statements.deleteOutbox(first, last);
      for (const id of ids) rows().delete(id);
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

/** Rows one behind the other go together: delivered messages are mostly neighbours. */
function runsOf(positions: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && position === run.last + 1) run.last = position;
    else runs.push({ first: position, last: position });
  }
  return runs;
}
