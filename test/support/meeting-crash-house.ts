import { hash } from "node:crypto";
import { join } from "node:path";
import { fixedClock } from "../../src/adapters/clock/settable-clock.ts";
import { type House, openHouse } from "../../src/cli/compose.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { Handled } from "../../src/flows/committee-runner.ts";
import type { OutboxEntry } from "../../src/flows/ports.ts";
import { accountKey, instant, officeKey, organizationKey, personKey, roomKey, seatKey } from "./keys.ts";
import { type ScriptMessage, seatOf, substituteOfSecond, voters } from "./meeting-crash-script.ts";
import { memberSince } from "./small-committee.ts";

const room = roomKey("console:saal");
const now = instant("2023-01-27T08:00:00.000Z");
const accountOf = (person: string) => accountKey(`console:${person}`);

/** Where a house of the crash tests lies. */
export const placesIn = (folder: string) => ({ database: join(folder, "record.sqlite"), keys: join(folder, "keys") });

/** The real house on a folder; every answer that leaves it is handed to `deliver`. */
export function openCrashHouse(folder: string, deliver: (entry: OutboxEntry) => void): House {
  return openHouse({
    folders: {
      ...placesIn(folder),
      outgoing: join(folder, "outgoing"),
      photos: join(folder, "photos"),
      templates: "templates",
    },
    clock: fixedClock(now),
    stage: { deliver: async (entry) => deliver(entry), liveEvery: 2000, live: () => undefined },
    formats: [],
  });
}

export function sendTo(house: House, message: ScriptMessage, key = keyOf(message.number)): Promise<Handled> {
  const { person, isDirect, text } = message;
  return house.runner.handle({
    key,
    account: accountOf(person),
    ...(isDirect ? {} : { room }),
    text,
    at: now,
    addressed: true,
  });
}

export const keyOf = (number: number): string => `m${number}`;

/** The message an answer belongs to, by the answer's id. */
export const numberOfAnswer = (id: string): number => Number(/^m(\d+)/.exec(id)?.[1] ?? Number.NaN);

/** An answer in few characters: where it goes and what it says. */
export const fingerprint = ({ room: to, body }: OutboxEntry): string =>
  hash("sha256", `${to} ${body}`, "hex").slice(0, 16);

/** Founded, with everybody linked; before the first message of the script. */
export const foundation: readonly CommitteeEvent[] = [
  {
    type: "CommitteeFounded",
    description: { name: "AG 78", land: "DE-SH", timeZone: "Europe/Berlin", meetingsBefore: 0 },
  },
  ...voters.map((name): CommitteeEvent => {
    const organization = organizationKey(seatOf(name));
    return {
      type: "OrganizationJoined",
      record: { organization, name: `Träger ${name}`, kind: "free", seats: 1 },
      from: memberSince,
    };
  }),
  ...[...voters, substituteOfSecond].flatMap((name): readonly CommitteeEvent[] => [
    {
      type: "PersonJoined",
      record: {
        person: personKey(name),
        name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        organization: organizationKey(seatOf(name)),
        seat: seatKey(seatOf(name)),
        role: name === substituteOfSecond ? "substitute" : "voting",
      },
      from: memberSince,
    },
    { type: "AccountLinked", person: personKey(name), account: accountOf(name) },
  ]),
  { type: "OfficeEstablished", record: { office: officeKey("vorsitz"), title: "Vorsitz", kind: "chair", holders: 1 } },
  {
    type: "OfficeEstablished",
    record: { office: officeKey("sprecher"), title: "1. Sprecher*in", kind: "other", holders: 1 },
  },
  {
    type: "OfficeAssigned",
    office: officeKey("vorsitz"),
    person: personKey(voters[0]),
    from: memberSince,
    origin: "file",
  },
  { type: "RoomBound", record: { room, name: "Saal" } },
];
