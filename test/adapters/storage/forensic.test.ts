import { randomBytes, randomInt } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqliteConnection } from "../../../src/adapters/storage/sqlite-connection.ts";
import { openSqliteStore, type SqliteStore } from "../../../src/adapters/storage/sqlite-store.ts";
import {
  correlation,
  countLinks,
  type Guess,
  guessOrder,
  marksIn,
  readEveryFile,
} from "../../support/storage-attacker.ts";
import { commitOf, eventOf } from "../../support/storage-commits.ts";
import { makeStorageFolder, type StorageFolder } from "../../support/storage-harness.ts";

const voters = 30;
const runs = 8;
const box = "ballot-of-the-segeberg-room";

/**
 * By chance a guess links one voter per run, so a view links Poisson(8) of 240 in eight runs: more than 32 has odds of about
 * one in ten billion. Kendall's tau has a standard deviation of 0.13 per run, 0.046 on average over eight; the bound is six of these.
 */
const mostLinksByChance = 32;
const mostCorrelationByChance = 0.28;

let folder: StorageFolder;
beforeEach(() => {
  folder = makeStorageFolder("forensic-");
});
afterEach(() => folder.remove());

/** Thirty different marks in the order of voting, which is known to the attacker voter by voter; different in each run, too. */
function choicesInOrderOfVoting(run = 0): readonly string[] {
  const marks = new Set<string>();
  while (marks.size < voters) marks.add(`choice-${run}${String(randomInt(1_000)).padStart(3, "0")}`);
  return [...marks];
}

async function castAll(store: SqliteStore, stream: string, name: string, choices: readonly string[]): Promise<void> {
  await store.createBox(name);
  for (const [index, content] of choices.entries()) {
    const event = { ...eventOf(index, "BallotCast"), by: `voter-${index}` };
    const outbox = [
      { id: `${stream}/${index}`, room: `direct-${index}`, body: '{"text":"Ihre Stimme ist in der Urne."}' },
    ];
    const sealed = [{ box: name, content }];
    await store.commit(
      commitOf({ stream, expectedVersion: index, events: [event], inboxKey: `${stream}/${index}`, outbox, sealed }),
    );
  }
}

type Verdict = { readonly links: number; readonly correlation: number };

/** The best view over all runs: each view is judged by the sum of its runs. */
function judge(attacks: readonly { readonly guesses: readonly Guess[]; readonly truth: readonly string[] }[]): Verdict {
  const totals = new Map<string, Verdict>();
  for (const { guesses, truth } of attacks) {
    for (const { view, marks } of guesses) {
      const sofar = totals.get(view) ?? { links: 0, correlation: 0 };
      totals.set(view, {
        links: sofar.links + countLinks(marks, truth),
        correlation: sofar.correlation + correlation(marks, truth) / attacks.length,
      });
    }
  }
  const verdicts = [...totals.values()];
  return {
    links: Math.max(0, ...verdicts.map(({ links }) => links)),
    correlation: Math.max(0, ...verdicts.map((verdict) => Math.abs(verdict.correlation))),
  };
}

describe("secrecy of a ballot box against whoever holds the files", () => {
  it("shows no choice in any file while the box is open", async () => {
    const store = openSqliteStore(folder);
    const choices = choicesInOrderOfVoting();
    await castAll(store, "committee", box, choices);
    const files = readEveryFile(folder.root);
    expect([...files.keys()].some((path) => path.endsWith("-wal"))).toBe(true);
    for (const bytes of files.values()) expect(marksIn(bytes)).toEqual([]);
    await store.close();
    // Control: once the box is closed, the same search finds every choice.
    const reopened = openSqliteStore(folder);
    await reopened.commit(commitOf({ closedBoxes: [box] }));
    await reopened.close();
    const found = [...readEveryFile(folder.root).values()].flatMap(marksIn);
    expect(new Set(found)).toEqual(new Set(choices));
  });

  it("links voters and choices no better than chance after the close, even with a backup from before it", async () => {
    const store = openSqliteStore(folder);
    const attacks = [];
    for (let run = 0; run < runs; run += 1) {
      const truth = choicesInOrderOfVoting(run);
      const name = `${box}-${run}`;
      await castAll(store, `committee-${run}`, name, truth);
      const backup = join(folder.root, `backup-${run}`);
      for (const suffix of ["", "-wal"]) cpSync(`${folder.file}${suffix}`, join(backup, `record.db${suffix}`));
      await store.commit(commitOf({ stream: `committee-${run}`, expectedVersion: voters, closedBoxes: [name] }));
      expect(store.boxesWithLeftoverKey()).toEqual([]);
      const isOfThisRun = ({ marks }: Guess) => marks.some((mark) => truth.includes(mark));
      const guesses = guessOrder(readEveryFile(folder.root), name)
        .map(({ view, marks }) => ({ view, marks: marks.filter((mark) => truth.includes(mark)) }))
        .filter(isOfThisRun);
      // The attack has something to look at: all choices, in rows and in pages.
      expect(guesses.filter(({ marks }) => marks.length === voters).map(({ view }) => view)).toContain("rows");
      attacks.push({ guesses, truth });
    }
    await store.close();
    const verdict = judge(attacks);
    expect(verdict.links).toBeLessThanOrEqual(mostLinksByChance);
    expect(verdict.correlation).toBeLessThanOrEqual(mostCorrelationByChance);
  });

  it("control: plain ballots under random ids in the same engine are linked nearly all", () => {
    const attacks = [];
    for (let run = 0; run < runs; run += 1) {
      const control = makeStorageFolder("forensic-control-");
      const { database, close } = openSqliteConnection(control.file);
      database.exec("CREATE TABLE ballot(id BLOB PRIMARY KEY, content TEXT) WITHOUT ROWID");
      const truth = choicesInOrderOfVoting();
      for (const content of truth) database.prepare("INSERT INTO ballot VALUES(?, ?)").run(randomBytes(16), content);
      attacks.push({ guesses: guessOrder(readEveryFile(control.root), box), truth });
      close();
      control.remove();
    }
    const verdict = judge(attacks);
    expect(verdict.links).toBeGreaterThan(0.9 * runs * voters);
    expect(verdict.correlation).toBeGreaterThan(0.9);
  });

  it("control: whoever copied the key of the open box beside the database links nearly all", async () => {
    const store = openSqliteStore(folder);
    const truth = choicesInOrderOfVoting();
    await castAll(store, "committee", box, truth);
    const verdict = judge([{ guesses: guessOrder(readEveryFile(folder.root), box), truth }]);
    expect(verdict.links).toBeGreaterThan(0.9 * voters);
    await store.close();
  });

  it("leaves no key and no sealed entry behind, neither in the database nor in the WAL", async () => {
    const store = openSqliteStore(folder);
    const everyByte = () => [...readEveryFile(folder.root).values()].map((bytes) => bytes.toString("latin1")).join("");
    const keys = () => [...readEveryFile(folder.root).keys()].filter((path) => path.includes("keys"));
    await castAll(store, "committee", box, choicesInOrderOfVoting());
    const envelopes = readEnvelopes(folder.file);
    const isThere = (envelope: string) => everyByte().includes(envelope);
    expect(envelopes).toHaveLength(voters);
    expect(envelopes.filter(isThere)).toHaveLength(voters);
    expect(keys()).toHaveLength(1);
    await store.commit(commitOf({ stream: "committee", expectedVersion: voters, closedBoxes: [box] }));
    expect(envelopes.filter(isThere)).toEqual([]);
    expect(keys()).toEqual([]);
    await store.close();
  });
});

function readEnvelopes(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("SELECT envelope FROM sealed").all();
  database.close();
  return rows.flatMap(({ envelope }) =>
    envelope instanceof Uint8Array ? [Buffer.from(envelope).toString("latin1")] : [],
  );
}
