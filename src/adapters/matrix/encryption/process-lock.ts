import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EncryptionFault } from "./encryption-fault.ts";

/**
 * One process per folder of keys: two would use the same key twice. SQLite has the kernel hold the lock, so it is gone with the process,
 * however that ends. The file itself stays: removing it would let two processes lock two files of the same name.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "lock");
  let holder: DatabaseSync | undefined;
  try {
    // For writing, too: on a file it may only read, SQLite would begin a reading transaction, which excludes nobody.
    closeSync(openSync(file, "a", 0o600));
    holder = new DatabaseSync(file, { timeout: 0 });
    holder.exec("PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    holder?.close();
    const isBusy = error instanceof Error && "errcode" in error && error.errcode === 5;
    if (isBusy) throw new EncryptionFault("store-locked", `another process holds ${file}`, error);
    throw new EncryptionFault("store-unwritable", `${file}: ${String(error)}`, error);
  }
  const held = holder;
  return () => held.close();
}
