/**
 * A writer to be killed. Prints READY, then the number of each commit it was promised to be on the disk.
 * Usage: node storage-writer.ts FILE KEYS MODE FIRST LAST [CONTROL]; kills itself after LAST, without closing anything.
 */
import { writeSync } from "node:fs";
import { argv, exit, kill, pid } from "node:process";
import { openBoxKeys } from "../../src/adapters/storage/box-keys.ts";
import { openSqliteConnection } from "../../src/adapters/storage/sqlite-connection.ts";
import { createSqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { StorageFault } from "../../src/flows/ports.ts";
import { boxOf, crashCommit } from "../support/storage-crash-scenario.ts";

const [, , file = "", keysFolder = "", mode = "single", first = "1", last = "1000000", control = "none"] = argv;

const connection = openSqliteConnection(file);
// The control that must lose work on a power cut.
if (control === "synchronous-normal") connection.database.exec("PRAGMA synchronous=NORMAL");
const store = createSqliteStore(connection, openBoxKeys(keysFolder));

const say = (line: string) => writeSync(1, `${line}\n`);
let next = Number(first);

async function write(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => next + index);
  for (const n of numbers) await store.createBox(boxOf(n));
  // The control that must lose work on a kill.
  if (control === "acknowledge-first") say(numbers.join("\n"));
  await Promise.all(numbers.map((n) => store.commit(crashCommit(n))));
  if (control !== "acknowledge-first") say(numbers.join("\n"));
  next += count;
}

/** Keeps trying through faults of the disk, naming each once. */
async function writeThroughFaults(): Promise<void> {
  try {
    await write(1);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    say(`fault ${error.code}`);
  }
}

say("READY");
while (next <= Number(last)) {
  if (mode === "groups") await write(1 + Math.floor(Math.random() * 30));
  else if (mode === "stubborn") await writeThroughFaults();
  else await write(1);
}
if (mode === "stubborn") {
  await store.close();
  exit(0);
}
kill(pid, "SIGKILL");
