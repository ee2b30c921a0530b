import { afterEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/adapters/storage/memory-store.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { entries } from "../../src/core/kernel/table.ts";
import { ideaWorkshopEvents } from "../support/idea-workshop.ts";
import { personKey } from "../support/keys.ts";
import { memberSince } from "../support/small-committee.ts";
import { accountOf, linkedMeeting, type TestHouse, testHouse } from "./bad-input-house.ts";

const givers = 60;
const each = 5;
const numbers = Array.from({ length: givers }, (_, index) => index + 1);
const giver = (n: number) => personKey(`fachkraft-${n}`);

/** Sixty guests of the workshop, half of them with an account of another platform. */
const crowd: readonly CommitteeEvent[] = numbers.flatMap((n): readonly CommitteeEvent[] => [
  { type: "PersonJoined", record: { person: giver(n), name: `Fachkraft ${n}`, role: "guest" }, from: memberSince },
  { type: "AccountLinked", person: giver(n), account: accountOf(giver(n)) },
]);

describe("300 ideas of 60 people at once", () => {
  let house: TestHouse;
  afterEach(() => house.stop());

  it("are all taken, confirmed to each, in the order in which each gave them", async () => {
    house = await testHouse(createMemoryStore(), [...linkedMeeting, ...crowd, ...ideaWorkshopEvents()]);
    const { runner, incoming, delivered } = house;
    const said = numbers.flatMap((n) =>
      Array.from({ length: each }, (_, turn) => ({ n, turn, text: `idee: Karte ${turn + 1} von ${n}` })),
    );
    // As they arrive: everybody's first, then everybody's second, some by direct chat and some in the room.
    const mixed = said.toSorted((a, b) => a.turn - b.turn);
    const handled = await Promise.all(
      mixed.map(({ n, turn, text }) =>
        runner.handle(incoming(giver(n), text, { inRoom: n % 2 === 0, key: `burst-${n}-${turn}` })),
      ),
    );
    await house.said();
    expect(handled.filter(({ kind }) => kind !== "handled")).toEqual([]);
    const ideas = entries(runner.state().workshops.ideas);
    expect(ideas.map(({ idea }) => idea)).toEqual(Array.from({ length: givers * each }, (_, index) => index + 1));
    for (const n of numbers) {
      const own = ideas.filter(({ person }) => person === giver(n)).map(({ text }) => text);
      expect(own).toEqual(Array.from({ length: each }, (_, turn) => `Karte ${turn + 1} von ${n}`));
      const confirmed = delivered.filter(({ room }) => room === `direct:${accountOf(giver(n))}`);
      expect(confirmed).toHaveLength(each);
    }
    // Nothing of it in the rooms but the message that is kept up to date, which is never stored.
    expect(delivered.filter(({ room }) => !room.startsWith("direct:"))).toEqual([]);
  });

  it("are not taken twice when the messages come again", async () => {
    house = await testHouse(createMemoryStore(), [...linkedMeeting, ...crowd, ...ideaWorkshopEvents()]);
    const { runner, incoming } = house;
    const once = incoming(giver(1), "idee: Zeit", { key: "same" });
    const handled = await Promise.all([runner.handle(once), runner.handle(once)]);
    expect(handled.map(({ kind }) => kind).toSorted()).toEqual(["duplicate", "handled"]);
    expect((await runner.handle(once)).kind).toBe("duplicate");
    expect(runner.state().workshops.ideas.size).toBe(1);
  });
});
