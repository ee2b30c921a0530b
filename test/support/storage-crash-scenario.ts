import { hash } from "node:crypto";
import { readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore, type SqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { type Commit, StorageFault } from "../../src/flows/ports.ts";
import { eventOf } from "./storage-commits.ts";

/**
 * The work of the crash tests: commit after commit, each touching every table, so that a torn one shows.
 * Commit n brings 3 events, one message, one answer, one job in place of the last, one vote; every tenth closes the ballot box.
 */
export const eventsPerCommit = 3;
const votesPerBox = 10;
const stream = "crash";

export const boxOf = (n: number) => `box-${Math.floor((n - 1) / votesPerBox)}`;

export function crashCommit(n: number): Commit {
  const data = JSON.stringify({ n, text: "Änderung der Geschäftsordnung ".repeat(8) });
  return {
    stream,
    expectedVersion: (n - 1) * eventsPerCommit,
    events: Array.from({ length: eventsPerCommit }, () => ({ ...eventOf(n), data })),
    inboxKey: `message-${n}`,
    outbox: [{ id: `answer-${n}`, room: "room", body: `{"n":${n}}` }],
    jobs: [
      { kind: "schedule", id: `job-${n}`, dueAt: "2026-02-01T00:00:00.000Z", payload: "{}" },
      { kind: "done", id: `job-${n - 1}` },
    ],
    sealed: [{ box: boxOf(n), content: `vote-${n}` }],
    closedBoxes: n % votesPerBox === 0 ? [boxOf(n)] : [],
    discardedBoxes: [],
  };
}

export type CrashPlaces = { readonly file: string; readonly keysFolder: string };

export type CrashFindings = {
  /** Number of commits found. */
  readonly committed: number;
  /** What is torn or damaged, in words; empty if all is well. */
  readonly damage: readonly string[];
};

/** Opens the store as after a crash and compares every table with the number of commits found. */
export async function inspectAfterCrash(places: CrashPlaces): Promise<CrashFindings> {
  const store = openSqliteStore(places);
  const damage: string[] = [];
  const check = (what: string, isRight: boolean) => {
    if (!isRight) damage.push(what);
  };
  let committed = 0;
  try {
    const version = [...store.read(stream)].at(-1)?.version ?? 0;
    committed = Math.floor(version / eventsPerCommit);
    check("events of one commit only in part", version % eventsPerCommit === 0);
    check("hash chain", store.firstBrokenLink(stream) === undefined);
    check("a later message is known", !store.isHandled(`message-${committed + 1}`));
    const numbers = Array.from({ length: committed }, (_, index) => index + 1);
    check(
      "a message is missing",
      numbers.every((n) => store.isHandled(`message-${n}`)),
    );
    check(
      "answers",
      isEqual(
        store.pending().map(({ id }) => id),
        numbers.map((n) => `answer-${n}`),
      ),
    );
    const jobs = store.due("2027-01-01T00:00:00.000Z").map(({ id }) => id);
    check(`jobs ${jobs}`, isEqual(jobs, committed === 0 ? [] : [`job-${committed}`]));
    for (const problem of await inspectBoxes(store, numbers, places.keysFolder)) damage.push(problem);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    damage.push(`${error.code}: ${error.message}`);
  } finally {
    await store.close();
  }
  check("integrity_check", integrityOf(places.file) === "ok");
  return { committed, damage };
}

async function inspectBoxes(store: SqliteStore, numbers: readonly number[], keysFolder: string): Promise<string[]> {
  const problems: string[] = [];
  const keys = new Set(readdirSync(keysFolder));
  for (const [box, members] of Map.groupBy(numbers, boxOf)) {
    const votes = members.map((n) => `vote-${n}`).sort();
    const isClosed = members.length === votesPerBox;
    if (!isEqual(await store.openContents(box), isClosed ? [] : votes)) problems.push(`open ${box}`);
    if (!isEqual(store.closedContents(box), isClosed ? votes : [])) problems.push(`closed ${box}`);
    if (isClosed && keys.has(`${hash("sha256", box, "hex")}.key`)) problems.push(`key of closed ${box} is still there`);
  }
  return problems;
}

function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file);
  try {
    return Object.values(database.prepare("PRAGMA integrity_check").get() ?? {})[0];
  } finally {
    database.close();
  }
}

function isEqual(found: readonly string[], expected: readonly string[]): boolean {
  return JSON.stringify(found) === JSON.stringify(expected);
}
