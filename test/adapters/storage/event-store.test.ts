import { describeEventStore } from "../../contracts/event-store.contract.ts";
import { memoryFactory, sqliteFactory } from "../../support/storage-harness.ts";

describeEventStore(memoryFactory);
describeEventStore(sqliteFactory);
