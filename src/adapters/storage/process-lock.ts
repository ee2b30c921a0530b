import { accessSync, constants } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StorageFault } from "../../flows/ports.ts";
import { toStorageFault } from "./storage-faults.ts";

/**
 * One process per database. The lock is held by the kernel on an empty file beside the database, so it is gone with the
 * process, however that ends. The file itself stays: removing it would let two processes lock two files of the same name.
 * Not on the database itself: POSIX locks are lost when anything in the process reads that file and closes it again.
 */
export function lockForThisProcess(databaseFile: string): () => void {
  const file = `${databaseFile}-lock`;
  let holder: DatabaseSync | undefined;
  try {
    holder = new DatabaseSync(file, { timeout: 0 });
    // On a file it may only read, SQLite would quietly begin a reading transaction, which excludes nobody.
    accessSync(file, constants.W_OK);
    holder.exec("PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    holder?.close();
    const fault = toStorageFault(error);
    if (fault.code !== "locked-by-other-process") throw fault;
    throw new StorageFault(fault.code, `another process holds ${file}`, undefined, error);
  }
  const held = holder;
  return () => held.close();
}
