import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventStore } from "../../src/flows/ports.ts";
import { commandOf, commitOf, eventOf } from "../support/storage-commits.ts";
import type { StoreFactory, StoreUnderTest } from "../support/storage-harness.ts";

/** What every event store owes the flows. Each part runs the whole of it. */
export function describeEventStore(factory: StoreFactory): void {
  describe(`event store contract: ${factory.name}`, () => {
    let under: StoreUnderTest;
    let store: EventStore;

    beforeEach(() => {
      under = factory.open();
      store = under.store;
    });
    afterEach(() => under.dispose());

    const versions = (stream: string) => [...store.read(stream)].map(({ version }) => version);
    const refusal = async (act: Promise<unknown>) =>
      act.then(
        () => undefined,
        (error: unknown) => error,
      );

    describe("events", () => {
      it("reads back what was committed, in order and unchanged", async () => {
        const event = { ...eventOf(1, "MotionMoved"), data: '{"text":"Größe „ä\\u0000“ 🙂"}', by: "office", schema: 3 };
        await store.commit(commitOf({ events: [event, eventOf(2)] }));
        expect([...store.read("committee-1")]).toMatchObject([
          { ...event, version: 1 },
          { ...eventOf(2), version: 2 },
        ]);
        expect(store.chainEnd("committee-1")).toMatch(/^[0-9a-f]{64}$/);
      });

      it("answers with the version reached", async () => {
        expect(await store.commit(commandOf("a", 0, 3))).toEqual({ status: "committed", version: 3 });
        expect(await store.commit(commandOf("a", 3))).toEqual({ status: "committed", version: 4 });
      });

      it("reads from a version on", async () => {
        await store.commit(commandOf("a", 0, 5));
        expect([...store.read("a", 3)].map(({ version }) => version)).toEqual([4, 5]);
        expect([...store.read("a", 5)]).toEqual([]);
        expect([...store.read("unknown")]).toEqual([]);
      });

      it("keeps many streams apart", async () => {
        const names = Array.from({ length: 60 }, (_, index) => `committee-${String(index).padStart(2, "0")}`);
        for (let version = 0; version < 5; version += 1) {
          await Promise.all(names.map((name) => store.commit(commandOf(name, version))));
        }
        expect(store.streams()).toEqual(names);
        for (const name of names) {
          expect(versions(name)).toEqual([1, 2, 3, 4, 5]);
          expect(store.firstBrokenLink(name)).toBeUndefined();
        }
      });

      it("reads streams longer than a page whole and in order", async () => {
        await store.commit(commandOf("long", 0, 2_500));
        expect(versions("long")).toEqual(Array.from({ length: 2_500 }, (_, index) => index + 1));
        expect(versions("long").length).toBe(2_500);
        expect(store.firstBrokenLink("long")).toBeUndefined();
      });
    });

    describe("expected version", () => {
      it.each([0, 1, 3])(
        "refuses a decision made on version %i when the stream is at 2, and writes nothing",
        async (version) => {
          await store.commit(commandOf("a", 0, 2));
          const late = {
            ...commandOf("a", version),
            inboxKey: "late",
            outbox: [{ id: "late", room: "a", body: "{}" }],
          };
          await expect(store.commit(late)).rejects.toMatchObject({ name: "StorageFault", code: "version-conflict" });
          expect(versions("a")).toEqual([1, 2]);
          expect(store.isHandled("late")).toBe(false);
          expect(store.pending().map(({ id }) => id)).toEqual(["a/answer-1"]);
        },
      );

      it("lets one of two decisions on the same version through, and others beside them", async () => {
        const outcomes = await Promise.allSettled([
          store.commit(commitOf({ stream: "a", events: [eventOf(1)] })),
          store.commit(commitOf({ stream: "a", events: [eventOf(2)] })),
          store.commit(commitOf({ stream: "b", events: [eventOf(3)] })),
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
        expect([...store.read("a")].map(({ data }) => data)).toEqual(['{"n":1}']);
        expect(versions("b")).toEqual([1]);
      });

      it("sees the commits before it in the same turn", async () => {
        const outcomes = await Promise.all([0, 1, 2, 3].map((version) => store.commit(commandOf("a", version))));
        expect(outcomes.map((outcome) => outcome.status === "committed" && outcome.version)).toEqual([1, 2, 3, 4]);
      });
    });

    describe("de-duplication", () => {
      it("writes nothing for a message it knows, whatever version it names", async () => {
        await store.commit(commandOf("a", 0));
        expect(store.isHandled("a/message-1")).toBe(true);
        const again = { ...commandOf("a", 0), outbox: [{ id: "second", room: "a", body: "{}" }] };
        expect(await store.commit(again)).toEqual({ status: "duplicate" });
        expect(versions("a")).toEqual([1]);
        expect(store.pending().map(({ id }) => id)).toEqual(["a/answer-1"]);
      });

      it("knows a message from the same turn", async () => {
        const outcomes = await Promise.all([store.commit(commandOf("a", 0)), store.commit(commandOf("a", 0))]);
        expect(outcomes).toEqual([{ status: "committed", version: 1 }, { status: "duplicate" }]);
      });

      it("does not mistake commits without a message for each other", async () => {
        await store.commit(commitOf({ events: [eventOf(1)] }));
        expect(await store.commit(commitOf({ expectedVersion: 1, events: [eventOf(1)] }))).toMatchObject({
          version: 2,
        });
      });
    });

    describe("all or nothing", () => {
      const everything = commitOf({
        events: [eventOf(1), eventOf(2)],
        inboxKey: "key",
        outbox: [{ id: "out-1", room: "r", body: "{}" }],
        jobs: [{ kind: "schedule", id: "job", dueAt: "2026-02-01T00:00:00.000Z", payload: "{}" }],
        sealed: [{ box: "box", content: "yes" }],
        closedBoxes: [],
      });
      const expectNothing = async () => {
        expect(versions("committee-1")).toEqual([]);
        expect(store.streams()).toEqual([]);
        expect(store.isHandled("key")).toBe(false);
        expect(store.pending()).toEqual([]);
        expect(store.next()).toBeUndefined();
        expect(await store.openContents("box")).toEqual([]);
      };

      it("leaves nothing of a commit whose last part cannot be done", async () => {
        const error = await refusal(store.commit(everything)); // no key was made for the box
        expect(error).toMatchObject({ code: "key-missing" });
        await store.createBox("box");
        await expectNothing();
      });

      it("leaves nothing of a commit that breaks in the middle, and takes the others of its turn", async () => {
        await store.createBox("box");
        const twice = { ...everything, outbox: [...everything.outbox, ...everything.outbox] };
        const [broken, other] = await Promise.allSettled([store.commit(twice), store.commit(commandOf("other", 0))]);
        expect(broken.status).toBe("rejected");
        expect(other.status).toBe("fulfilled");
        expect(versions("committee-1")).toEqual([]);
        expect(store.isHandled("key")).toBe(false);
        expect(store.next()).toBeUndefined();
        expect(await store.openContents("box")).toEqual([]);
        expect(store.pending().map(({ id }) => id)).toEqual(["other/answer-1"]);
        expect(await store.commit(everything)).toEqual({ status: "committed", version: 2 });
      });

      it("leaves nothing of a whole turn on a full disk, and goes on when there is room again", async () => {
        await store.createBox("box");
        const large = { ...everything, events: [{ ...eventOf(1), data: JSON.stringify("x".repeat(2_000_000)) }] };
        await under.fillDiskFor(async () => {
          const outcomes = await Promise.allSettled([store.commit(large), store.commit(commandOf("other", 0))]);
          for (const outcome of outcomes) {
            expect(outcome).toMatchObject({ status: "rejected", reason: { name: "StorageFault", code: "disk-full" } });
          }
        });
        await expectNothing();
        expect(await store.commit(everything)).toEqual({ status: "committed", version: 2 });
        expect(await store.openContents("box")).toEqual(["yes"]);
        expect(store.firstBrokenLink("committee-1")).toBeUndefined();
      });
    });

    describe("group commit", () => {
      it("shares one transaction among all commits of a turn", async () => {
        const before = under.committedTransactions();
        await Promise.all(Array.from({ length: 50 }, (_, index) => store.commit(commandOf(`c${index}`, 0))));
        expect(under.committedTransactions() - before).toBe(1);
      });

      it("takes a transaction each for commits that wait for each other", async () => {
        const before = under.committedTransactions();
        for (let version = 0; version < 5; version += 1) await store.commit(commandOf("a", version));
        expect(under.committedTransactions() - before).toBe(5);
      });

      it("marks messages as sent in the transaction of the commits beside it", async () => {
        await store.commit(commandOf("a", 0));
        const before = under.committedTransactions();
        await Promise.all([store.markSent(["a/answer-1"]), store.commit(commandOf("b", 0)), store.dropRoom("z")]);
        expect(under.committedTransactions() - before).toBe(1);
        expect(store.pending().map(({ id }) => id)).toEqual(["b/answer-1"]);
      });
    });

    describe("outbox", () => {
      const entries = (...ids: string[]) => ids.map((id) => ({ id, room: `room-${id[0]}`, body: `{"id":"${id}"}` }));

      it("lists undelivered messages in the order of their commits", async () => {
        await store.commit(commitOf({ outbox: entries("z1", "a1") }));
        await store.commit(commitOf({ outbox: entries("m1", "a2") }));
        expect(store.pending()).toEqual(entries("z1", "a1", "m1", "a2"));
        await store.markSent(["a1", "unknown"]);
        await store.commit(commitOf({ outbox: entries("b1") }));
        expect(store.pending()).toEqual(entries("z1", "m1", "a2", "b1"));
      });

      it("forgets the messages of a room that is gone, and says how many", async () => {
        await store.commit(commitOf({ outbox: entries("a1", "b1", "a2") }));
        expect(await store.dropRoom("room-a")).toBe(2);
        expect(await store.dropRoom("room-a")).toBe(0);
        expect(store.pending()).toEqual(entries("b1"));
      });
    });

    describe("jobs", () => {
      const schedule = (id: string, dueAt: string) =>
        ({ kind: "schedule", id, dueAt, payload: `{"id":"${id}"}` }) as const;

      it("lists what is due, the earliest first, and names the next instant", async () => {
        const jobs = [schedule("c", "2026-03-01T00:00:00.000Z"), schedule("a", "2026-02-01T10:00:00.000Z")];
        await store.commit(commitOf({ jobs: [...jobs, schedule("b", "2026-02-01T09:59:59.999Z")] }));
        expect(store.due("2026-02-01T10:00:00.000Z").map(({ id }) => id)).toEqual(["b", "a"]);
        expect(store.due("2026-02-01T09:00:00.000Z")).toEqual([]);
        expect(store.next()).toBe("2026-02-01T09:59:59.999Z");
      });

      it("is done with a job in the transaction of the events it causes", async () => {
        await store.commit(commitOf({ jobs: [schedule("a", "2026-02-01T00:00:00.000Z")] }));
        const doneOnStaleState = commitOf({
          expectedVersion: 7,
          events: [eventOf(1)],
          jobs: [{ kind: "done", id: "a" }],
        });
        await expect(store.commit(doneOnStaleState)).rejects.toMatchObject({ code: "version-conflict" });
        expect(store.due("2027-01-01T00:00:00.000Z")).toHaveLength(1);
        await store.commit({ ...doneOnStaleState, expectedVersion: 0 });
        expect(store.due("2027-01-01T00:00:00.000Z")).toEqual([]);
        expect(store.next()).toBeUndefined();
      });

      it("moves a job that is scheduled again", async () => {
        await store.commit(commitOf({ jobs: [schedule("a", "2026-02-01T00:00:00.000Z")] }));
        await store.commit(commitOf({ jobs: [schedule("a", "2026-05-01T00:00:00.000Z")] }));
        expect(store.due("2027-01-01T00:00:00.000Z")).toEqual([
          { id: "a", dueAt: "2026-05-01T00:00:00.000Z", payload: '{"id":"a"}' },
        ]);
      });
    });

    describe("boxes", () => {
      const vote = (content: string, box = "ballot-1") => commitOf({ stream: content, sealed: [{ box, content }] });

      it("shows the contents of an open box sorted, with everything handed in before", async () => {
        await store.createBox("ballot-1");
        const commits = ["yes", "no", "yes", "abstain"].map((content) => store.commit(vote(content)));
        expect(await store.openContents("ballot-1")).toEqual(["abstain", "no", "yes", "yes"]);
        await Promise.all(commits);
        expect(store.closedContents("ballot-1")).toEqual([]);
      });

      it("keeps the contents of a closed box for a recount, and the box closed", async () => {
        await store.createBox("ballot-1");
        await store.createBox("ballot-2");
        for (const content of ["yes", "no", "yes"]) await store.commit(vote(content));
        await store.commit(vote("other", "ballot-2"));
        await store.commit(commitOf({ sealed: [{ box: "ballot-1", content: "last" }], closedBoxes: ["ballot-1"] }));
        expect(store.closedContents("ballot-1")).toEqual(["last", "no", "yes", "yes"]);
        expect(await store.openContents("ballot-1")).toEqual([]);
        expect(await store.openContents("ballot-2")).toEqual(["other"]);
        await store.createBox("ballot-1");
        await expect(store.commit(vote("late"))).rejects.toThrow("closed");
        await store.commit(commitOf({ closedBoxes: ["ballot-1"] }));
        expect(store.closedContents("ballot-1")).toEqual(["last", "no", "yes", "yes"]);
      });

      it("throws away a box whose contents nobody shall see, and leaves a closed one alone", async () => {
        await store.createBox("ballot-1");
        await store.createBox("ballot-2");
        await store.commit(vote("yes"));
        await store.commit(vote("no", "ballot-2"));
        const sealed = [{ box: "ballot-1", content: "last" }];
        await store.commit(
          commitOf({ sealed, closedBoxes: ["ballot-2"], discardedBoxes: ["ballot-1", "ballot-2", "unknown"] }),
        );
        expect(await store.openContents("ballot-1")).toEqual([]);
        expect(store.closedContents("ballot-1")).toEqual([]);
        expect(store.closedContents("ballot-2")).toEqual(["no"]);
        await store.createBox("ballot-1");
        await expect(store.commit(vote("late"))).rejects.toThrow("closed");
      });

      it("keeps its contents when the box is made a second time", async () => {
        await store.createBox("ballot-1");
        await store.commit(vote("yes"));
        await store.createBox("ballot-1");
        expect(await store.openContents("ballot-1")).toEqual(["yes"]);
      });

      it("takes contributions of any length up to the largest class, and refuses longer ones whole", async () => {
        await store.createBox("ideas");
        const ideas = [0, 59, 60, 61, 2_044, 2_045, 16_380, 131_068].map((length) => "ü".repeat(length >> 1));
        await store.commit(commitOf({ sealed: ideas.map((content) => ({ box: "ideas", content })) }));
        expect(await store.openContents("ideas")).toEqual(ideas.toSorted());
        const tooLong = commitOf({ events: [eventOf(1)], sealed: [{ box: "ideas", content: "x".repeat(131_069) }] });
        await expect(store.commit(tooLong)).rejects.toThrow(RangeError);
        expect(versions("committee-1")).toEqual([]);
      });

      it("refuses entries for a box without a key", async () => {
        await expect(store.commit(vote("yes", "never made"))).rejects.toMatchObject({ code: "key-missing" });
      });
    });

    describe("end", () => {
      it("finishes what was handed in, then refuses", async () => {
        const last = store.commit(commandOf("a", 0));
        await store.close();
        expect(await last).toEqual({ status: "committed", version: 1 });
        await expect(store.commit(commandOf("a", 1))).rejects.toMatchObject({ code: "closed" });
        expect(() => [...store.read("a")]).toThrow(expect.objectContaining({ code: "closed" }));
        await expect(store.close()).resolves.toBeUndefined();
      });
    });
  });
}
