import { describe, expect, it } from "vitest";
import { createOutboxDispatcher } from "../../src/flows/outbox-dispatcher.ts";
import { type Outbox, type OutboxEntry, StorageFault } from "../../src/flows/ports.ts";

const message = (id: string, room = "room-a"): OutboxEntry => ({ id, room, body: `{"text":"${id}"}` });

class PlatformError extends Error {
  readonly code = "too-many-requests";
}

/** Lets everything that waits on settled promises run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** A platform, an outbox and a clock in the test's hands. */
function makeWorld(pending: readonly OutboxEntry[] = []) {
  const kept = new Map(pending.map((entry) => [entry.id, entry]));
  const batches: (readonly string[])[] = [];
  const attempts: string[] = [];
  const flights = new Map<string, { land(): void; crash(error: unknown): void }>();
  const timers: { due: number; run: () => void }[] = [];
  let now = 0;
  let markFault: StorageFault | undefined;
  let answer: (entry: OutboxEntry) => "deliver" | "fail" | "hang" = () => "deliver";

  const outbox: Outbox = {
    pending: () => [...kept.values()],
    async markSent(ids) {
      if (markFault !== undefined) throw markFault;
      batches.push(ids);
      for (const id of ids) kept.delete(id);
    },
    async dropRoom(room) {
      const gone = [...kept.values()].filter((entry) => entry.room === room);
      for (const { id } of gone) kept.delete(id);
      return gone.length;
    },
  };
  const dispatcher = createOutboxDispatcher(
    {
      outbox,
      delivering: {
        deliver(entry) {
          attempts.push(entry.id);
          const fate = answer(entry);
          if (fate === "deliver") return Promise.resolve();
          if (fate === "fail") return Promise.reject(new PlatformError("no"));
          return new Promise((land, crash) => flights.set(entry.id, { land, crash }));
        },
      },
      timers: {
        after(milliseconds, run) {
          const timer = { due: now + milliseconds, run };
          timers.push(timer);
          return () => {
            const at = timers.indexOf(timer);
            if (at >= 0) timers.splice(at, 1);
          };
        },
      },
      clock: { now: () => `t${now}` },
    },
    { first: 100, longest: 1_000 },
  );

  return {
    dispatcher,
    outbox,
    attempts,
    batches,
    flights,
    timers,
    kept,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    failMarking: (fault: StorageFault | undefined) => {
      markFault = fault;
    },
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        now = next.due;
        timers.splice(timers.indexOf(next), 1);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}

describe("outbox dispatcher", () => {
  it("resumes what an earlier run left, once, in order", async () => {
    const world = makeWorld([message("1"), message("2"), message("3", "room-b")]);
    world.dispatcher.start();
    world.dispatcher.start();
    await settle();
    expect(world.attempts.filter((id) => id !== "3")).toEqual(["1", "2"]);
    expect(world.attempts.toSorted()).toEqual(["1", "2", "3"]);
    expect(world.kept.size).toBe(0);
    expect(world.dispatcher.status()).toEqual([]);
  });

  it("takes a message over without waiting for its delivery", () => {
    const world = makeWorld();
    world.dispatcher.start();
    world.answerWith(() => "hang");
    world.dispatcher.enqueue([message("1"), message("2")]);
    expect(world.dispatcher.status()).toEqual([{ room: "room-a", waiting: 2 }]);
  });

  it("leaves messages committed before the start to the start, and delivers none twice", async () => {
    const world = makeWorld([message("1"), message("2")]);
    world.dispatcher.enqueue([message("2")]);
    await settle();
    expect(world.attempts).toEqual([]);
    world.dispatcher.start();
    world.dispatcher.enqueue([message("2")]);
    await settle();
    expect(world.attempts).toEqual(["1", "2"]);
  });

  it("keeps the order within a room: nothing overtakes a message that hangs or fails", async () => {
    const world = makeWorld();
    world.dispatcher.start();
    world.answerWith(({ id }) => (id === "1" ? "hang" : "deliver"));
    world.dispatcher.enqueue([message("1"), message("2")]);
    await settle();
    expect(world.attempts).toEqual(["1"]);
    world.flights.get("1")?.crash(new PlatformError());
    await settle();
    world.dispatcher.enqueue([message("3")]);
    await settle();
    expect(world.attempts).toEqual(["1"]);
    world.answerWith(() => "deliver");
    await world.pass(100);
    expect(world.attempts).toEqual(["1", "1", "2", "3"]);
  });

  it("repeats with the same id after waits that double up to a bound, and says since when", async () => {
    const world = makeWorld([message("1")]);
    world.answerWith(() => "fail");
    world.dispatcher.start();
    await settle();
    const attemptsAfter = async (milliseconds: number) => {
      await world.pass(milliseconds);
      return world.attempts.length;
    };
    expect(world.attempts).toEqual(["1"]);
    expect(await attemptsAfter(99)).toBe(1);
    expect(await attemptsAfter(1)).toBe(2); // 100
    expect(await attemptsAfter(200)).toBe(3);
    expect(await attemptsAfter(400)).toBe(4);
    expect(await attemptsAfter(800)).toBe(5);
    expect(await attemptsAfter(999)).toBe(5); // 1600 would follow, 1000 is the bound
    expect(await attemptsAfter(1)).toBe(6);
    expect(await attemptsAfter(10_000)).toBe(16);
    expect(new Set(world.attempts)).toEqual(new Set(["1"]));
    expect(world.dispatcher.status()).toEqual([
      { room: "room-a", waiting: 1, failingSince: "t0", lastErrorCode: "too-many-requests" },
    ]);
    world.answerWith(() => "deliver");
    await world.pass(1_000);
    expect(world.dispatcher.status()).toEqual([]);
    expect(world.kept.size).toBe(0);
  });

  it("begins with the short wait again after a success", async () => {
    const world = makeWorld([message("1"), message("2")]);
    let failures = 3;
    world.answerWith(() => (failures-- > 0 ? "fail" : "deliver"));
    world.dispatcher.start();
    await settle();
    await world.pass(300); // second and third attempt fail
    failures = 0;
    world.answerWith(({ id }) => (id === "2" ? "fail" : "deliver"));
    await world.pass(400);
    expect(world.attempts).toEqual(["1", "1", "1", "1", "2"]);
    expect(world.dispatcher.status()).toMatchObject([{ failingSince: "t700" }]);
    await world.pass(100);
    expect(world.attempts.at(-1)).toBe("2");
    expect(world.attempts).toHaveLength(6);
  });

  it("does not let a failing or hanging room hold up the others", async () => {
    const world = makeWorld([
      message("1", "failing"),
      message("2", "hanging"),
      message("3", "fine"),
      message("4", "fine"),
    ]);
    const fates = new Map<string, "fail" | "hang">([
      ["failing", "fail"],
      ["hanging", "hang"],
    ]);
    world.answerWith(({ room }) => fates.get(room) ?? "deliver");
    world.dispatcher.start();
    await settle();
    expect([...world.kept.keys()]).toEqual(["1", "2"]);
    expect(world.dispatcher.status().map(({ room }) => room)).toEqual(["failing", "hanging"]);
  });

  it("marks in batches what was delivered while a batch was being written", async () => {
    const world = makeWorld(Array.from({ length: 40 }, (_, index) => message(`${index}`, `room-${index}`)));
    world.dispatcher.start();
    await settle();
    expect(world.kept.size).toBe(0);
    expect(world.batches.flat()).toHaveLength(40);
    expect(world.batches.length).toBeLessThan(5);
  });

  it("does not deliver again what it could not mark, and marks it when the disk has room again", async () => {
    const world = makeWorld([message("1"), message("2")]);
    world.failMarking(new StorageFault("disk-full", "no room"));
    world.dispatcher.start();
    await settle();
    await world.pass(300);
    expect(world.attempts).toEqual(["1", "2"]);
    expect(world.kept.size).toBe(2);
    world.failMarking(undefined);
    await world.pass(1_000);
    expect(world.kept.size).toBe(0);
    expect(world.attempts).toEqual(["1", "2"]);
  });

  it("gives up a room that is gone, with what waits in it, and nothing else", async () => {
    const world = makeWorld([message("1", "gone"), message("2", "gone"), message("3", "stays")]);
    world.answerWith(() => "fail");
    world.dispatcher.start();
    await settle();
    expect(await world.dispatcher.dropRoom("gone")).toBe(2);
    world.answerWith(() => "deliver");
    await world.pass(5_000);
    expect(world.attempts.filter((id) => id !== "3")).toEqual(["1"]);
    expect(world.kept.size).toBe(0);
    expect(world.timers).toEqual([]);
  });

  it("tries at once what waits for a room that can be reached again", async () => {
    const world = makeWorld([message("1", "closed"), message("2", "closed")]);
    world.answerWith(() => "fail");
    world.dispatcher.start();
    await settle();
    world.dispatcher.retry("elsewhere");
    world.answerWith(() => "deliver");
    world.dispatcher.retry("closed");
    await settle();
    expect(world.attempts).toEqual(["1", "1", "2"]);
    expect(world.kept.size).toBe(0);
    expect(world.timers).toEqual([]);
  });

  it("carries on in a room that was given up while a message was in flight", async () => {
    const world = makeWorld([message("1")]);
    world.answerWith(({ id }) => (id === "1" ? "hang" : "deliver"));
    world.dispatcher.start();
    await world.dispatcher.dropRoom("room-a");
    world.flights.get("1")?.crash(new PlatformError());
    await settle();
    expect(world.timers).toEqual([]);
    world.dispatcher.enqueue([message("2")]);
    await settle();
    expect(world.attempts).toEqual(["1", "2"]);
  });

  it("stops after what is in flight, and starts nothing new", async () => {
    const world = makeWorld([message("1"), message("2"), message("3", "failing")]);
    world.answerWith(({ room }) => (room === "failing" ? "fail" : "hang"));
    world.dispatcher.start();
    await settle();
    let isStopped = false;
    const stopping = world.dispatcher.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect(isStopped).toBe(false);
    world.flights.get("1")?.land();
    await stopping;
    expect([...world.kept.keys()]).toEqual(["2", "3"]);
    expect(world.timers).toEqual([]);
    world.dispatcher.enqueue([message("4")]);
    await world.pass(10_000);
    expect(world.attempts).toEqual(["1", "3"]);
  });

  it("stops even if the last messages cannot be marked", async () => {
    const world = makeWorld([message("1")]);
    world.failMarking(new StorageFault("io", "gone"));
    world.dispatcher.start();
    await settle();
    await world.dispatcher.stop();
    expect(world.timers).toEqual([]);
    expect([...world.kept.keys()]).toEqual(["1"]);
  });
});
