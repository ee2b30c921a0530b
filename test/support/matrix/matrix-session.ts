import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createSettableClock, type SettableClock } from "../../../src/adapters/clock/settable-clock.ts";
import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import { planImport } from "../../../src/cli/import-committee.ts";
import { newLinkCode } from "../../../src/cli/link-codes.ts";
import { readCommittee } from "../../../src/cli/read-committee.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { noCommittee } from "../../../src/core/committee/evolve.ts";
import type { Incoming } from "../../../src/flows/incoming.ts";
import { projectRoot } from "../../../tools/step.ts";
import { accountKey, personKey, roomKey } from "../keys.ts";
import { PATIENCE } from "../patience.ts";
import type { Json } from "./api-call.ts";
import { type KeptRecord, keptRecord } from "./kept-record.ts";
import type { LocalSession } from "./local-session.ts";
import { type MatrixHouse, newFolder, openMatrixHouse } from "./matrix-house.ts";
import { botIn, type ClientKind, caughtUp, openDirectChat, type Speaker, startSpeaker } from "./session-speaker.ts";
import type { Synapse } from "./synapse.ts";
import type { Login } from "./synapse-accounts.ts";

export type Cast = {
  /** Makes the rooms and hands out codes: a person who may. */
  readonly office: string;
  /** Those who come with a real client; everybody else who speaks has a light one. */
  readonly clients: Readonly<Record<string, ClientKind>>;
  /** Link their accounts themselves, by their names for the office: "Frau Jansen". */
  readonly byCode: Readonly<Record<string, string>>;
};

export type MatrixSession = {
  readonly bot: MatrixHouse;
  readonly folder: string;
  readonly speakers: ReadonlyMap<string, Speaker>;
  /** Direct chat with the bot, by person. */
  readonly direct: ReadonlyMap<string, string>;
  /** Where each message was said, in order. */
  readonly said: readonly { readonly room: string; readonly person: string; readonly text: string }[];
  record(): KeptRecord;
  stop(): Promise<void>;
};

const HOUR = 3_600_000;
const CONSOLE = "console:";

/**
 * The same session by Matrix: each account of the local room is an account of the homeserver, each of its rooms an encrypted room, and
 * what was said there in direct chats is said in encrypted ones. `typed` is how somebody writes what the local room heard.
 */
export async function matrixSession(
  synapse: Synapse,
  { transcript, moments }: LocalSession,
  cast: Cast,
  typed = (incoming: Incoming): string => incoming.text,
): Promise<MatrixSession> {
  const folder = newFolder();
  const [start, ...rest] = moments;
  if (start?.kind !== "turned") throw new Error("a session begins with its time");
  const began = Date.parse(start.instant);
  const clock = createSettableClock(new Date(began - HOUR).toISOString());
  const founding = foundingEvents(join(projectRoot, transcript.committee), start.instant);
  const people = founding.flatMap((event) => (event.type === "PersonJoined" ? [event.record.person] : []));
  const heard = moments.flatMap((moment) => (moment.kind === "heard" ? [moment.incoming] : []));
  const names = [...new Set([cast.office, ...heard.map(({ account }) => personOf(account))])];

  const login = await synapse.register("sitzungsdienst");
  const logins = new Map<string, Login>();
  for (const person of people) logins.set(person, await synapse.register(`p-${person}`));
  const speakers = new Map<string, Speaker>();
  for (const name of names)
    speakers.set(
      name,
      await startSpeaker(synapse.url, known(logins, name), cast.clients[name] ?? "light", join(folder, "peers", name)),
    );
  const office = known(speakers, cast.office);
  const others = names.filter((name) => name !== cast.office);

  const rooms = new Map<string, string>();
  for (const event of founding) {
    if (event.type !== "RoomBound") continue;
    const room = await office.createRoom([...others.map((name) => known(logins, name).userId), login.userId], false);
    await Promise.all(others.map((name) => known(speakers, name).join(room)));
    rooms.set(event.record.room, `matrix:${room}`);
  }
  const account = (person: string): string => `matrix:${known(logins, person).userId}`;
  const link = (persons: readonly string[]): readonly CommitteeEvent[] =>
    persons.map((person) => ({
      type: "AccountLinked",
      person: personKey(person),
      account: accountKey(account(person)),
    }));
  const bot = await openMatrixHouse({
    url: synapse.url,
    login,
    folder: join(folder, "data"),
    clock,
    drawing: { chance: () => transcript.chance, newLinkCode },
    committee: [...founding.map((event) => inRooms(event, rooms)), ...link([cast.office])],
  });
  for (const room of rooms.values()) await botIn(office, bot, room.slice("matrix:".length));
  const direct = new Map<string, string>();
  for (const name of names) direct.set(name, await openDirectChat(known(speakers, name), bot));

  const said: { room: string; person: string; text: string }[] = [];
  /** Says it and waits until the bot has dealt with it. */
  async function say(person: string, room: string, text: string): Promise<void> {
    said.push({ room, person, text });
    const event = await known(speakers, person).say(room, text);
    const deadline = Date.now() + PATIENCE;
    while (!bot.house.store.isHandled(`matrix:${event}`)) {
      if (Date.now() > deadline) throw new Error(`never handled: ${text}\n${bot.notes.join("\n")}`);
      await pause(5);
    }
  }

  for (const [person, name] of Object.entries(cast.byCode)) {
    await say(cast.office, known(direct, cast.office), `code ${name}`);
    const told = await office.waitFor((event) => codeIn(event.content, name) !== undefined);
    await say(person, known(direct, person), `anmelden ${codeIn(told.content, name)}`);
  }
  // In two portions, as the local room founds and links: so all instants are the same from here on. Each code was an event more than
  // there; as many of those who say nothing stay without an account, so that papers cite the same places of the record.
  clock.set(start.instant);
  const isSilent = (person: string): boolean => !names.includes(person);
  const missing = [...others.filter((name) => cast.byCode[name] === undefined), ...people.filter(isSilent)];
  const linked = missing.slice(0, missing.length - Object.keys(cast.byCode).length);
  await bot.house.runner.apply(link(linked.slice(0, 1)));
  await bot.house.runner.apply(link(linked.slice(1)));
  await bot.house.runDueJobs();

  for (const moment of rest) {
    if (moment.kind === "turned") await turn(bot, clock, moment.instant);
    else {
      const { incoming } = moment;
      const person = personOf(incoming.account);
      const room = incoming.room === undefined ? undefined : known(rooms, incoming.room).slice("matrix:".length);
      await say(person, room ?? known(direct, person), `${room === undefined ? "" : "!ag "}${typed(incoming)}`);
    }
  }

  await bot.house.settled();
  for (const name of names)
    for (const room of [...[...rooms.values()].map((one) => one.slice("matrix:".length)), known(direct, name)])
      await caughtUp(known(speakers, name), synapse.url, room, bot.connection.me);

  const back = new Map([
    ...[...rooms].map(([local, room]) => [room, local] as const),
    ...people.map((person) => [account(person), `${CONSOLE}${person}`] as const),
  ]);
  return {
    bot,
    folder,
    speakers,
    direct,
    said,
    record: () =>
      keptRecord(bot.house, join(bot.folder, "outgoing"), (data) =>
        [...back].reduce((text, [matrix, local]) => text.replaceAll(`"${matrix}"`, `"${local}"`), data),
      ),
    async stop() {
      await bot.close();
      await Promise.all([...speakers.values()].map((speaker) => speaker.stop()));
    },
  };
}

async function turn(bot: MatrixHouse, clock: SettableClock, instant: string): Promise<void> {
  clock.set(instant);
  await bot.house.runDueJobs();
}

export function foundingEvents(file: string, instant: string): readonly CommitteeEvent[] {
  const committee = readCommittee(file);
  if (!committee.ok) throw new Error(committee.error.join("\n"));
  const today = localOf(instant, committee.value.description.timeZone).date;
  const plan = planImport(noCommittee(), committee.value, today);
  if (!plan.ok) throw new Error(plan.error.join("\n"));
  return plan.value.events;
}

export function inRooms(event: CommitteeEvent, rooms: ReadonlyMap<string, string>): CommitteeEvent {
  if (event.type !== "RoomBound") return event;
  return { ...event, record: { ...event.record, room: roomKey(known(rooms, event.record.room)) } };
}

const personOf = (account: string): string => account.slice(CONSOLE.length);

/** "Code für Herrn Lindner (…), gültig bis …, einmal zu verwenden: K7QF2-M9XRA" */
function codeIn(content: Json, name: string): string | undefined {
  const body = String(content["body"]);
  const isFor = body.startsWith("Code für ") && body.includes(` ${name.split(" ").at(-1)} (`);
  return isFor ? /\b[2-9A-Z]{5}-[2-9A-Z]{5}\b/.exec(body)?.[0] : undefined;
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing known of ${key}`);
  return value;
}
