/** Opens a store in a process of its own and says what came of it. Usage: node storage-opener.ts FILE KEYS [hold], which ends with its input. */
import { writeSync } from "node:fs";
import { argv, exit, stdin } from "node:process";
import { openSqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { StorageFault } from "../../src/flows/ports.ts";

const [, , file = "", keysFolder = "", hold] = argv;

try {
  const store = openSqliteStore({ file, keysFolder });
  writeSync(1, "opened\n");
  if (hold === "hold") {
    setInterval(() => store.streams(), 1_000);
    stdin.resume().once("end", () => exit(1));
  } else await store.close();
} catch (error) {
  if (!(error instanceof StorageFault)) throw error;
  writeSync(1, `${error.code}\n${error.message}\n`);
}
