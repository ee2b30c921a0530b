import { StorageFault } from "../../flows/ports.ts";
import type { GroupRunner, Work } from "./group-commit.ts";
import type { SqliteBoxes } from "./sqlite-boxes.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import type { Statements } from "./sqlite-statements.ts";
import { isMistake, toStorageFault } from "./storage-faults.ts";

export type SqliteGroupRunner = {
  readonly run: GroupRunner;
  /** Transactions that reached the disk, so that a test can see work sharing one. */
  committedTransactions(): number;
};

type Parts = {
  readonly connection: SqliteConnection;
  readonly statements: Statements;
  readonly boxes: SqliteBoxes;
  /** Called after a rollback. */
  readonly forget: () => void;
};

/** How a piece of work is settled once the fate of its transaction is known. */
type Settlement = () => void;

/** Runs a group of work as one transaction: a mistake costs its own piece only, a fault of the disk the whole group. */
export function createSqliteGroupRunner({ connection, statements, boxes, forget }: Parts): SqliteGroupRunner {
  const { database } = connection;
  let transactions = 0;

  function run(group: readonly Work[]): void {
    const ready = group.some((work) => work.endsBoxes) ? withoutUnclosable(group) : group;
    if (ready.length === 0) return;
    const settlements = inTransaction(ready);
    finishClosing();
    for (const settle of settlements) settle();
  }

  function inTransaction(group: readonly Work[]): readonly Settlement[] {
    try {
      return attemptFastFirst(group);
    } catch (error) {
      const fault = toStorageFault(error);
      return group.map((work) => () => work.fail(fault));
    }
  }

  /** Mistakes are rare and savepoints cost a fifth of the speed: so first without them, and only after a mistake once more with. */
  function attemptFastFirst(group: readonly Work[]): readonly Settlement[] {
    try {
      return attempt(group, applyAny);
    } catch (error) {
      if (!isMistake(error)) throw error;
      return attempt(group, applyOne);
    }
  }

  /** One transaction; throws with nothing changed. */
  function attempt(group: readonly Work[], apply: (work: Work) => Settlement): readonly Settlement[] {
    try {
      statements.begin();
      const settlements = group.map(apply);
      statements.commit();
      transactions += 1;
      return settlements;
    } catch (error) {
      forget();
      // SQLite ends the transaction by itself when the disk is full.
      if (database.isTransaction) statements.rollback();
      throw error;
    }
  }

  function applyAny(work: Work): Settlement {
    work.apply();
    return work.succeed;
  }

  function applyOne(work: Work): Settlement {
    statements.savepoint();
    try {
      work.apply();
      statements.release();
      return work.succeed;
    } catch (error) {
      if (!isMistake(error) || !database.isTransaction) throw error;
      statements.rollbackToSavepoint();
      statements.release();
      forget();
      return () => work.fail(error);
    }
  }

  /** A box is ended only if the WAL can be cut afterwards: asked before anything is written, so that a refusal leaves it open. */
  function withoutUnclosable(group: readonly Work[]): readonly Work[] {
    const obstacle = findObstacleToCutting();
    if (obstacle === undefined) return group;
    for (const work of group) if (work.endsBoxes) work.fail(obstacle);
    return group.filter((work) => !work.endsBoxes);
  }

  function findObstacleToCutting(): StorageFault | undefined {
    try {
      if (connection.truncateWal()) return undefined;
      return new StorageFault(
        "locked-by-other-process",
        "another program reads the database, so no box can be closed or thrown away",
      );
    } catch (error) {
      return toStorageFault(error);
    }
  }

  /** The commit stands whatever happens here: a key that could not go yet goes after the next commit, or at the next open. */
  function finishClosing(): void {
    try {
      boxes.destroyKeys();
    } catch {
      // Not lost from sight: the box stays among those with a leftover key.
    }
  }

  return { run, committedTransactions: () => transactions };
}
