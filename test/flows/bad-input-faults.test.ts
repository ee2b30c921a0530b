import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBoxKeys } from "../../src/adapters/storage/box-keys.ts";
import { createMemoryStore, type MemoryStore } from "../../src/adapters/storage/memory-store.ts";
import { openSqliteConnection } from "../../src/adapters/storage/sqlite-connection.ts";
import { createSqliteStore } from "../../src/adapters/storage/sqlite-store.ts";
import { entries } from "../../src/core/kernel/table.ts";
import type { Handled } from "../../src/flows/committee-runner.ts";
import { type EventStore, StorageFault, type StorageFaultCode } from "../../src/flows/ports.ts";
import { runtimeFaults } from "../../src/texts/storage-faults.ts";
import { voter } from "../support/small-committee.ts";
import { makeStorageFolder } from "../support/storage-harness.ts";
import { type TestHouse, testHouse } from "./bad-input-house.ts";
import { jansen, lindner } from "./conversation.ts";

const chair = voter(1);

/** Lines after which the state is fit for the last one, which meets the fault. */
const scenes: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ["a note", [[chair, "notiz: Plätze fehlen"]]],
  [
    "somebody who comes",
    [
      [voter(5), "gehe"],
      [voter(5), "anwesend"],
    ],
  ],
  [
    "an undo",
    [
      [chair, "notiz: Irrtum"],
      [chair, "rückgängig"],
    ],
  ],
  ["the opening of a ballot", [[chair, "abstimmung ä1"]]],
  [
    "an open vote",
    [
      [chair, "abstimmung ä1"],
      [jansen, "ja"],
    ],
  ],
  [
    "a changed vote",
    [
      [chair, "abstimmung ä1"],
      [jansen, "ja"],
      [jansen, "nein"],
    ],
  ],
  [
    "a hand count",
    [
      [chair, "abstimmung ä1"],
      [chair, "handzeichen 3:1:0"],
    ],
  ],
  [
    "the close of a ballot",
    [
      [chair, "abstimmung ä1"],
      [jansen, "ja"],
      [chair, "abstimmung schließen"],
    ],
  ],
  ["the opening of a secret ballot", [[chair, "abstimmung ä1 geheim"]]],
  [
    "a secret vote",
    [
      [chair, "abstimmung ä1 geheim"],
      [jansen, "ja"],
      [lindner, "nein"],
    ],
  ],
  [
    "the close of a secret ballot",
    [
      [chair, "abstimmung ä1 geheim"],
      [jansen, "ja"],
      [chair, "abstimmung schließen"],
    ],
  ],
  [
    "a secret ballot broken off",
    [
      [chair, "abstimmung ä1 geheim"],
      [jansen, "ja"],
      [chair, "abstimmung abbrechen: unklar"],
    ],
  ],
  [
    "an anonymous contribution",
    [
      [chair, 'sammlung anonym "Was fehlt?"'],
      [jansen, "anonym: Zeit"],
    ],
  ],
  [
    "the close of a collection",
    [
      [chair, 'sammlung anonym "Was fehlt?"'],
      [jansen, "anonym: Zeit"],
      [chair, "sammlung schließen"],
    ],
  ],
  [
    "an answer to an election",
    [
      [chair, "gewählt: Frau Jansen"],
      [jansen, "annehmen"],
    ],
  ],
  ["a question", [[chair, "status"]]],
  ["a refusal", [[jansen, "ja"]]],
];

type Failing = {
  readonly store: EventStore;
  readonly code: StorageFaultCode;
  during(act: () => Promise<unknown>): Promise<void>;
  dispose(): Promise<void>;
};

function memory(): Failing {
  const store = createMemoryStore();
  const during = async (act: () => Promise<unknown>): Promise<void> => {
    // What was delivered before is marked first; the fault is to hit what comes now.
    for (let n = 0; n < 3; n += 1) await new Promise((resolve) => setImmediate(resolve));
    store.failNext("disk-full");
    await act();
  };
  return { store, code: "disk-full", during, dispose: () => store.close() };
}

/** Nothing can be written for a while, as on a disk that went over to reading only. */
function sqlite(): Failing {
  const folder = makeStorageFolder("faults-");
  const connection = openSqliteConnection(folder.file);
  const store = createSqliteStore(connection, openBoxKeys(folder.keysFolder));
  return {
    store,
    code: "read-only",
    async during(act) {
      connection.database.exec("PRAGMA query_only=ON");
      await act().finally(() => connection.database.exec("PRAGMA query_only=OFF"));
    },
    async dispose() {
      await store.close();
      folder.remove();
    },
  };
}

describe.each([
  { name: "memory", open: memory },
  { name: "SQLite", open: sqlite },
])("a disk that fails, $name store", ({ open }) => {
  let under: Failing;
  let house: TestHouse;
  beforeEach(async () => {
    under = open();
    house = await testHouse(under.store);
  });
  afterEach(async () => {
    await house.stop();
    await under.dispose();
  });

  it.each(scenes)("in the middle of %s leaves everything as it was, and the next attempt works", async (_, lines) => {
    for (const [who, text] of lines.slice(0, -1)) await house.say(who, text);
    const [who, text] = lines.at(-1) ?? ["", ""];
    const before = house.runner.state();
    const record = house.events();
    let handled: Handled | undefined;
    await under.during(async () => {
      handled = (await house.say(who, text, { key: "voll" })).handled;
    });
    expect(handled).toMatchObject({ kind: "fault", fault: { code: under.code } });
    expect(house.events()).toEqual(record);
    expect(house.store.pending().filter(({ id }) => id.startsWith("voll"))).toEqual([]);
    // Whatever comes next finds the state as it was.
    expect((await house.say(chair, "status")).handled.kind).toBe("handled");
    expect(isDeepStrictEqual(house.runner.state(), before)).toBe(true);
    const again = await house.say(who, text, { key: "voll" });
    expect(again.handled.kind).toBe("handled");
    expect(again.answers.length).toBeGreaterThan(0);
    expect(house.events()).toEqual((await undisturbed(lines)).events());
  });

  it("is told to everybody whose message was decided on what was lost, and none of it is done by halves", async () => {
    await house.say(chair, "abstimmung ä1");
    const before = house.runner.state();
    const batch = [
      [chair, "notiz: eins"],
      [jansen, "ja"],
      [lindner, "nein"],
      [chair, "notiz: zwei"],
      [chair, "abstimmung schließen"],
    ] as const;
    const send = () => Promise.all(batch.map(([who, text], n) => house.say(who, text, { key: `batch-${n}` })));
    await under.during(async () => {
      for (const { handled } of await send()) expect(handled.kind).toBe("fault");
    });
    await house.say(chair, "status");
    expect(isDeepStrictEqual(house.runner.state(), before)).toBe(true);
    for (const { handled } of await send()) expect(handled.kind).toBe("handled");
    expect(house.events()).toEqual((await undisturbed([[chair, "abstimmung ä1"], ...batch])).events());
  });

  it("while a secret vote and the close of its ballot are on their way is a fault for both, and both work later", async () => {
    await house.say(chair, "abstimmung ä1 geheim");
    await house.say(jansen, "ja");
    const send = () =>
      Promise.all([
        house.say(lindner, "nein", { key: "stimme" }),
        house.say(chair, "abstimmung schließen", { key: "schluss" }),
      ]);
    await under.during(async () => {
      for (const { handled } of await send()) expect(handled.kind).toBe("fault");
    });
    await house.say(chair, "status");
    expect(house.runner.state().ballots.open).toBe(1);
    for (const { handled } of await send()) expect(handled.kind).toBe("handled");
    expect(entries(house.runner.state().ballots.ballots)[0]?.counts).toMatchObject({ yes: 1, no: 1 });
  });

  it("does not lose the question somebody was answering", async () => {
    const asked = await house.say(chair, "leitung");
    expect(asked.text).toContain("Wer leitet die Sitzung?");
    await under.during(async () => {
      expect((await house.say(chair, "Frau Jansen", { key: "antwort" })).handled.kind).toBe("fault");
    });
    await house.say(chair, "Frau Jansen", { key: "antwort" });
    expect(entries(house.runner.state().meetings.meetings)[0]?.chairedBy).toBe(jansen);
  });
});

/** The same lines in a house whose disk never fails. */
async function undisturbed(lines: readonly (readonly [string, string])[]): Promise<TestHouse> {
  const house = await testHouse(createMemoryStore());
  for (const [who, text] of lines) await house.say(who, text);
  return house;
}

describe("faults at random", () => {
  type Message = { readonly who: string; readonly text: string; readonly key: string };
  const codes = fc.constantFrom("disk-full", "io", "read-only", "locked-by-other-process" as const);
  const line = fc.constantFrom(
    { who: chair, text: "notiz: x" },
    { who: chair, text: "abstimmung ä1" },
    { who: chair, text: "abstimmung ä1 geheim" },
    { who: jansen, text: "ja" },
    { who: jansen, text: "nein" },
    { who: lindner, text: "ja" },
    { who: chair, text: "abstimmung schließen" },
    { who: chair, text: "abstimmung abbrechen: neu" },
    { who: chair, text: "rückgängig" },
    { who: chair, text: 'sammlung anonym "Frage"' },
    { who: lindner, text: "anonym: Antwort" },
    { who: chair, text: "sammlung schließen" },
  );
  const batch = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    fault: fc.option(codes),
    isTogether: fc.boolean(),
  });

  it("never make half of anything: sent again until it is done, the record is one without faults", async () => {
    let faults = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 8 }), async (batches) => {
        const store = createMemoryStore();
        const house = await testHouse(store);
        const done: Message[] = [];
        for (const [n, { lines, fault, isTogether }] of batches.entries()) {
          if (fault !== null) store.failNext(fault);
          const messages = lines.map((one, at) => ({ ...one, key: `n-${n}-${at}` }));
          faults += await sendUntilDone(house, messages, isTogether, done);
        }
        // What failed comes later; in the order in which all came in, nothing tells that anything failed.
        const steady = await testHouse(createMemoryStore());
        for (const { who, text, key } of done) await steady.say(who, text, { key });
        expect(house.events()).toEqual(steady.events());
        expect(answersOf(house)).toEqual(answersOf(steady));
        await house.stop();
        await steady.stop();
      }),
      { numRuns: 80 },
    );
    expect(faults).toBeGreaterThan(20);
  });

  /** As a platform that repeats what was not taken; adds to `done` in the order in which it was, and says how many faults it met. */
  async function sendUntilDone(
    house: TestHouse,
    messages: readonly Message[],
    isTogether: boolean,
    done: Message[],
  ): Promise<number> {
    let faults = 0;
    let waiting = messages;
    const send = async (one: Message): Promise<void> => {
      const handled = await house.runner.handle(house.incoming(one.who, one.text, one));
      if (handled.kind !== "fault") {
        done.push(one);
        return;
      }
      faults += 1;
      expect(runtimeFaults[handled.fault.code]).toContain("nicht gespeichert");
    };
    while (waiting.length > 0) {
      if (isTogether) await Promise.all(waiting.map(send));
      else for (const one of waiting) await send(one);
      waiting = waiting.filter((one) => !done.includes(one));
    }
    await house.said();
    return faults;
  }

  /** Each answer, by its id: the order between rooms is free. */
  const answersOf = (house: TestHouse): readonly string[] =>
    house.delivered.map(({ id, room, body }) => `${id} ${room} ${body}`).toSorted();
});

describe("a store that cannot be read right after a fault", () => {
  it("is read once more, and the work goes on", async () => {
    const store = createMemoryStore();
    let isBroken = false;
    const house = await testHouse({
      ...store,
      read(...args) {
        if (isBroken) throw new StorageFault("io", "made to fail");
        return store.read(...args);
      },
    });
    await house.say(chair, "abstimmung ä1 geheim");
    store.failNext("io");
    isBroken = true;
    expect((await house.say(jansen, "ja", { key: "stimme" })).handled.kind).toBe("fault");
    isBroken = false;
    const kinds: string[] = [];
    for (let n = 0; n < 3; n += 1) kinds.push((await house.say(jansen, "ja", { key: "stimme" })).handled.kind);
    expect(kinds).toEqual(["fault", "handled", "duplicate"]);
    expect((await house.say(chair, "abstimmung schließen")).handled.kind).toBe("handled");
  });
});

describe("a store that is closed", () => {
  it("is a fault like any other for whoever still writes", async () => {
    const store: MemoryStore = createMemoryStore();
    const house = await testHouse(store);
    await store.close();
    const { handled } = await house.say(chair, "notiz: zu spät");
    expect(handled).toMatchObject({ kind: "fault", fault: { code: "closed" } });
  });
});
