import { join } from "node:path";
import { createSettableClock } from "../../src/adapters/clock/settable-clock.ts";
import { newLinkCode } from "../../src/cli/link-codes.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { Incoming } from "../../src/flows/incoming.ts";
import { projectRoot } from "../../tools/step.ts";
import { type BothHouse, newBothFolder, openBothHouse, placeOf, removeBothFolder } from "./both-platforms-house.ts";
import { accountKey, personKey } from "./keys.ts";
import { type KeptRecord, keptRecord } from "./matrix/kept-record.ts";
import { type LightClient, startLightClient } from "./matrix/light-client.ts";
import type { LocalSession } from "./matrix/local-session.ts";
import { present } from "./matrix/matrix-scene.ts";
import { foundingEvents, inRooms } from "./matrix/matrix-session.ts";
import type { Synapse } from "./matrix/synapse.ts";
import type { FakeTeams } from "./teams/fake-teams.ts";
import type { Person } from "./teams/person.ts";
import type { Chat } from "./teams/world.ts";

export type BothSession = {
  readonly bot: BothHouse;
  readonly chat: Chat;
  readonly teams: ReadonlyMap<string, Person>;
  readonly matrix: ReadonlyMap<string, LightClient>;
  /** How many votes were clicks. */
  readonly clicks: number;
  record(): KeptRecord;
  stop(): Promise<void>;
};

const CONSOLE = "console:";
/** So many clients start at the same time. */
const AT_ONCE = 6;
const BUTTONS: Readonly<Record<string, string>> = { ja: "Ja", nein: "Nein", enthaltung: "Enthaltung" };

/**
 * The same session on two platforms: who spoke in the first room of the local one is in a chat of Teams, everybody else in an encrypted
 * room, at a light client. In Teams every second vote is a click.
 */
export async function bothSession(synapse: Synapse, fake: FakeTeams, local: LocalSession): Promise<BothSession> {
  const folder = newBothFolder();
  const { transcript, moments } = local;
  const [start, ...rest] = moments;
  if (start?.kind !== "turned") throw new Error("a session begins with its time");
  const clock = createSettableClock(start.instant);
  const founding = foundingEvents(join(projectRoot, transcript.committee), start.instant);
  const login = await synapse.register("sitzungsdienst");
  const cast = await castOf(synapse, fake, { folder, founding, local, bot: login.userId });
  const bot = await openBothHouse({
    folder: join(folder, "bot"),
    microsoft: placeOf(fake),
    matrix: { url: synapse.url, login },
    clock,
    drawing: { chance: () => transcript.chance, newLinkCode },
    committee: founding.map((event) => inRooms(event, cast.addresses)),
  });
  fake.bot.endpoint = bot.endpoint;
  const direct = await broughtTogether(bot, cast);
  const speaking = speakersIn(bot, fake, cast, direct);
  for (const moment of rest) {
    if (moment.kind === "heard") await speaking.say(moment.incoming);
    else clock.set(moment.instant);
    if (moment.kind === "turned") await bot.house.runDueJobs();
  }
  await bot.house.settled();
  return {
    bot,
    chat: cast.chat,
    teams: cast.teams,
    matrix: cast.matrix,
    clicks: speaking.clicks(),
    record: () => keptRecord(bot.house, join(bot.folder, "outgoing"), namedAsBefore(cast)),
    async stop() {
      await bot.close();
      await Promise.all([...cast.matrix.values()].map((client) => client.stop()));
      removeBothFolder(folder);
    },
  };
}

/** Who takes part, and where. */
type Cast = {
  readonly people: readonly string[];
  readonly teams: ReadonlyMap<string, Person>;
  readonly matrix: ReadonlyMap<string, LightClient>;
  /** Whoever made the room. */
  readonly host: LightClient;
  readonly chat: Chat;
  readonly room: string;
  /** By address of the local room. */
  readonly addresses: ReadonlyMap<string, string>;
};

async function castOf(
  synapse: Synapse,
  fake: FakeTeams,
  setting: {
    readonly folder: string;
    readonly founding: readonly CommitteeEvent[];
    readonly local: LocalSession;
    readonly bot: string;
  },
): Promise<Cast> {
  const { folder, founding, local } = setting;
  const [first, second] = founding.flatMap((event) => (event.type === "RoomBound" ? [event.record.room] : []));
  const heard = local.moments.flatMap((moment) => (moment.kind === "heard" ? [moment.incoming] : []));
  const inChat = new Set(heard.filter((one) => one.room === first).map((one) => personOf(one.account)));
  const people = founding.flatMap((event) => (event.type === "PersonJoined" ? [String(event.record.person)] : []));
  const matrix = new Map<string, LightClient>();
  await inPortions(
    people.filter((person) => !inChat.has(person)),
    async (person) => {
      const own = await synapse.register(`p-${person}`);
      matrix.set(person, await startLightClient(synapse.url, own, join(folder, "clients", person)));
    },
  );
  const teams = new Map(people.filter((person) => inChat.has(person)).map((person) => [person, fake.person(person)]));
  const chat = fake.chat({ kind: "groupChat", members: [...teams.values()] });
  const [host, ...others] = [...matrix.values()];
  if (host === undefined || first === undefined || second === undefined) throw new Error("two rooms are needed");
  const room = await host.createRoom([setting.bot, ...others.map(({ userId }) => userId)], false);
  const addresses = new Map<string, string>([
    [first, `teams:${chat.id}`],
    [second, `matrix:${room}`],
  ]);
  return { people, teams, matrix, host, chat, room, addresses };
}

/** Everybody and the bot are in, accounts are linked, and direct chats made; those of Matrix, by person. */
async function broughtTogether(bot: BothHouse, cast: Cast): Promise<ReadonlyMap<string, string>> {
  const { people, teams, matrix, host, chat, room } = cast;
  const me = present(bot.matrix, "Matrix").me;
  const botIn = (client: LightClient, where: string) =>
    client.log.waitFor(
      (event) =>
        event.room === where &&
        event.type === "m.room.member" &&
        event.sender === me &&
        event.content["membership"] === "join",
    );
  await present([...teams.values()][0], "Teams").addsBot(chat);
  await Promise.all([...matrix.values()].map(({ log }) => log.waitFor((event) => event.room === room)));
  await botIn(host, room);
  // In one portion, as the local room links: so papers cite the same places of the record.
  await bot.house.runner.apply(
    people.map((person) => ({
      type: "AccountLinked",
      person: personKey(person),
      account: accountKey(accountIn(cast, person)),
    })),
  );
  const direct = new Map<string, string>();
  await inPortions([...matrix.keys()], async (person) => {
    const client = present(matrix.get(person), person);
    const alone = await client.createRoom([me], true);
    await botIn(client, alone);
    direct.set(person, alone);
  });
  await bot.house.runDueJobs();
  return direct;
}

/** Says what the local room heard, where the person is, and waits until it is dealt with. */
function speakersIn(bot: BothHouse, fake: FakeTeams, cast: Cast, direct: ReadonlyMap<string, string>) {
  const { chat, room } = cast;
  let clicks = 0;
  let votes = 0;

  async function sayInMatrix(person: string, { room: where, text }: Incoming): Promise<void> {
    const client = present(cast.matrix.get(person), person);
    const event =
      where === undefined
        ? await client.sendText(present(direct.get(person), person), text)
        : await client.sendText(room, `!ag ${text}`);
    await fake.waitFor(() => bot.house.store.isHandled(`matrix:${event}`));
  }

  async function sayInTeams(person: Person, { room: where, text }: Incoming): Promise<void> {
    const button = BUTTONS[text];
    votes += button === undefined ? 0 : 1;
    if (button !== undefined && votes % 2 === 0) return click(person, button, where === undefined);
    const { status } =
      where === undefined ? await person.says(person.alone, text) : await person.says(chat, text, { mention: true });
    if (status !== 200) throw new Error(`${text}: ${status}`);
  }

  async function click(person: Person, button: string, isSecret: boolean): Promise<void> {
    const first = isSecret ? "Mein Stimmzettel" : button;
    const card = await fake.waitFor(() => person.sees(chat).findLast(({ buttons }) => buttons.includes(first)));
    if (isSecret) await person.clicks(card.message, first);
    const { status } = await person.clicks(card.message, button);
    if (status !== 200) throw new Error(`click on ${button}: ${status}`);
    clicks += 1;
  }

  return {
    clicks: () => clicks,
    say(incoming: Incoming): Promise<void> {
      const person = personOf(incoming.account);
      const inTeams = cast.teams.get(person);
      return inTeams === undefined ? sayInMatrix(person, incoming) : sayInTeams(inTeams, incoming);
    },
  };
}

function accountIn({ matrix, teams }: Cast, person: string): string {
  const client = matrix.get(person);
  return client === undefined ? `teams:${teams.get(person)?.objectId}` : `matrix:${client.userId}`;
}

/** Rooms and accounts as the local room calls them. */
function namedAsBefore(cast: Cast): (data: string) => string {
  const before = [
    ...[...cast.addresses].map(([local, there]) => [there, local] as const),
    ...cast.people.map((person) => [accountIn(cast, person), `${CONSOLE}${person}`] as const),
  ];
  return (data) => before.reduce((text, [there, local]) => text.replaceAll(`"${there}"`, `"${local}"`), data);
}

const personOf = (account: string): string => account.slice(CONSOLE.length);

async function inPortions(all: readonly string[], act: (one: string) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(act));
}
