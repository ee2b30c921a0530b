import { join } from "node:path";
import { type House, openHouse } from "../../src/cli/compose.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { Clock, OutboxEntry } from "../../src/flows/ports.ts";
import { accountKey, instant, roomKey } from "./keys.ts";
import { officePerson, smallCommittee, voter } from "./small-committee.ts";

export const inTheMorning = instant("2023-02-01T08:00:00.000Z");
/** The procedure runs until 10.02.2023, 24 o'clock in Berlin. */
export const beforeTheEnd = instant("2023-02-10T22:59:59.000Z");
export const atTheEnd = instant("2023-02-10T23:00:00.000Z");

const accountOf = (person: string) => accountKey(`console:${person}`);

const foundation: readonly CommitteeEvent[] = [
  ...smallCommittee({ seats: 3, substitutes: [] }),
  ...[officePerson, voter(1), voter(2), voter(3)].map(
    (person): CommitteeEvent => ({ type: "AccountLinked", person, account: accountOf(person) }),
  ),
  { type: "RoomBound", record: { room: roomKey("console:saal"), name: "Saal" } },
];

/** The real house on a folder, with a clock of its own. */
export function houseOn(folder: string, clock: Clock, deliver: (entry: OutboxEntry) => void = () => undefined): House {
  return openHouse({
    folders: {
      database: join(folder, "record.sqlite"),
      keys: join(folder, "keys"),
      outgoing: join(folder, "outgoing"),
      photos: join(folder, "photos"),
      templates: "templates",
    },
    clock,
    stage: { deliver: async (entry) => deliver(entry), liveEvery: 0, live: () => undefined },
    formats: [],
  });
}

/** A written procedure with two votes for it, in time. */
export async function startProcedure(house: House): Promise<void> {
  await house.runner.apply(foundation);
  const say = (person: string, text: string, key: string) =>
    house.runner.handle({ key, account: accountOf(person), text, at: inTheMorning, addressed: true });
  await say(officePerson, "umlaufbeschluss bis 10.02.2023: Die Fahrtkosten werden übernommen.", "m1");
  await say(voter(1), "umlauf 1 ja", "m2");
  await say(voter(2), "umlauf 1 ja", "m3");
}

/** A vote by the third member. */
export const voteOfThird = (house: House, at: string) =>
  house.runner.handle({
    key: "m4",
    account: accountOf(voter(3)),
    text: "umlauf 1 nein",
    at: instant(at),
    addressed: true,
  });

export const closings = (house: House): number =>
  [...house.store.read("gremium")].filter(({ type }) => type === "WrittenProcedureClosed").length;
