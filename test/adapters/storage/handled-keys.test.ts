import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { createHandledKeys } from "../../../src/adapters/storage/handled-keys.ts";
import { migrate } from "../../../src/adapters/storage/sqlite-migrations.ts";
import { prepareStatements } from "../../../src/adapters/storage/sqlite-statements.ts";

function statements() {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  return prepareStatements(database);
}

it("knows what was added, also after it was opened anew", () => {
  const rows = statements();
  const keys = createHandledKeys(rows);
  expect([keys.has("a"), keys.add("a"), keys.add("a"), keys.has("a")]).toEqual([false, true, false, true]);
  expect(createHandledKeys(rows).has("a")).toBe(true);
});

it("lets the oldest go when there are twice as many as are kept, never the newest", () => {
  const rows = statements();
  const keys = createHandledKeys(rows, 3);
  for (const key of ["1", "2", "3", "4", "5", "6", "7"]) keys.add(key);
  expect(["3", "4", "5", "6", "7"].map((key) => keys.has(key))).toEqual([false, false, true, true, true]);
  expect(rows.inbox()).toHaveLength(3);
});

it("asks the database again after a rollback", () => {
  const rows = statements();
  const keys = createHandledKeys(rows);
  rows.begin();
  keys.add("lost");
  rows.rollback();
  keys.forget();
  expect(keys.has("lost")).toBe(false);
});
