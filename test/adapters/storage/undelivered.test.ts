import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { migrate } from "../../../src/adapters/storage/sqlite-migrations.ts";
import { prepareStatements } from "../../../src/adapters/storage/sqlite-statements.ts";
import { createUndelivered } from "../../../src/adapters/storage/undelivered.ts";

function outbox(...ids: readonly string[]) {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const statements = prepareStatements(database);
  const undelivered = createUndelivered(statements);
  for (const id of ids) undelivered.add({ id, room: id.startsWith("b") ? "b" : "a", body: "{}" });
  return { undelivered, statements, waiting: () => undelivered.pending().map(({ id }) => id) };
}

it("removes exactly the messages named, neighbours or not", () => {
  const { undelivered, waiting } = outbox("a1", "b1", "a2", "a3", "b2", "a4");
  undelivered.remove(["a3", "a1", "unknown", "a2"]);
  expect(waiting()).toEqual(["b1", "b2", "a4"]);
  undelivered.remove(["a4", "b2", "a4"]);
  expect(waiting()).toEqual(["b1"]);
});

it("never mistakes a new message for an old one that had its row", () => {
  const { undelivered, waiting } = outbox("a1", "a2");
  undelivered.remove(["a2"]);
  undelivered.add({ id: "a3", room: "a", body: "{}" });
  undelivered.remove(["a2"]);
  expect(waiting()).toEqual(["a1", "a3"]);
});

it("knows what waits after a room was given up, and when it is opened anew", () => {
  const { undelivered, statements, waiting } = outbox("a1", "b1", "b2");
  expect(undelivered.dropRoom("b")).toBe(2);
  undelivered.add({ id: "b1", room: "b", body: "{}" });
  expect(waiting()).toEqual(["a1", "b1"]);
  createUndelivered(statements).remove(["a1"]);
  expect(waiting()).toEqual(["b1"]);
  expect(() => undelivered.add({ id: "b1", room: "b", body: "{}" })).toThrow(RangeError);
});
