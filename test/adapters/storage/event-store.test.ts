import { expect, it } from "vitest";
import { describeEventStore } from "../../contracts/event-store.contract.ts";
import { commandOf } from "../../support/storage-commits.ts";
import { memoryFactory, sqliteFactory } from "../../support/storage-harness.ts";

describeEventStore(memoryFactory);
describeEventStore(sqliteFactory);

it("chains the same events to the same hashes in every store", async () => {
  const hashes = [memoryFactory, sqliteFactory].map(async (factory) => {
    const { store, dispose } = factory.open();
    await store.commit(commandOf("a", 0, 5));
    const found = [...store.read("a")].map(({ hash }) => hash);
    await dispose();
    return found;
  });
  const [inMemory, inSqlite] = await Promise.all(hashes);
  expect(inSqlite).toEqual(inMemory);
  expect(new Set(inSqlite).size).toBe(5);
});
