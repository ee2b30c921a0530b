import { expect, it } from "vitest";
import { describeEventStore } from "../../contracts/event-store.contract.ts";
import { commandOf } from "../../support/storage-commits.ts";
import { memoryFactory, sqliteFactory } from "../../support/storage-harness.ts";

describeEventStore(memoryFactory);
describeEventStore(sqliteFactory);

it("chains the same events to the same hashes in every store", async () => {
  const ends = [memoryFactory, sqliteFactory].map(async (factory) => {
    const { store, dispose } = factory.open();
    const found = [store.chainEnd("a")];
    for (let version = 0; version < 5; version += 1) {
      await store.commit(commandOf("a", version, 1));
      found.push(store.chainEnd("a"));
    }
    await dispose();
    return found;
  });
  const [inMemory, inSqlite] = await Promise.all(ends);
  expect(inSqlite).toEqual(inMemory);
  expect(new Set(inSqlite).size).toBe(6);
});
