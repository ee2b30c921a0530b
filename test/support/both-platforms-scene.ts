import { join } from "node:path";
import { committeeCodec } from "../../src/adapters/storage/committee-codec.ts";
import { committeeStream } from "../../src/cli/compose.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import { type BothHouse, newBothFolder, openBothHouse, placeOf, removeBothFolder } from "./both-platforms-house.ts";
import { chatCommittee } from "./chat-committee.ts";
import { type LightClient, type LightEvent, startLightClient } from "./matrix/light-client.ts";
import { present } from "./matrix/matrix-scene.ts";
import { type Synapse, startSynapse } from "./matrix/synapse.ts";
import { type FakeTeams, startFakeTeams } from "./teams/fake-teams.ts";
import type { Person } from "./teams/person.ts";
import { messageText } from "./teams/sight.ts";
import type { Chat, Message } from "./teams/world.ts";

export const TEAMS_ROOM = "Teams-Chat";
export const MATRIX_ROOM = "Matrix-Raum";

/**
 * Ein Gremium auf zwei Plattformen: a chat in Teams and an encrypted room. Anna leads. Bert (Teams) and Carla (Matrix) share the seat of
 * Hafen; Dora has accounts on both; Emil is in Matrix; whoever is called a guest is in both rooms and belongs to nothing.
 */
export type BothScene = {
  readonly fake: FakeTeams;
  readonly synapse: Synapse;
  readonly bot: BothHouse;
  readonly chat: Chat;
  readonly room: string;
  readonly teams: Readonly<Record<"anna" | "bert" | "dora" | "guest", Person>>;
  readonly matrix: Readonly<Record<"carla" | "dora" | "emil" | "guest", LightClient>>;
  /** Says it to the bot, in the chat or in the room. */
  inTeams(by: Person, words: string): Promise<void>;
  /** The event's id. */
  inMatrix(by: LightClient, words: string): Promise<string>;
  /** Resolves when the bot has dealt with an event that was meant for it. */
  handledInMatrix(event: string): Promise<void>;
  /** The bot's message, as everybody reads it there. */
  readInTeams(text: string | RegExp, ms?: number): Promise<Message>;
  readInMatrix(text: string | RegExp, ms?: number): Promise<LightEvent>;
  readInBoth(text: string | RegExp): Promise<void>;
  events(): readonly CommitteeEvent[];
  /** What the bot has said in the chat, and in the room. */
  saidInTeams(): readonly string[];
  saidInMatrix(): readonly string[];
  /** What the bot has said to somebody alone. */
  toldInMatrix(to: LightClient): readonly string[];
  stop(): Promise<void>;
};

export async function openBothScene(): Promise<BothScene> {
  const [synapse, fake] = await Promise.all([startSynapse(), startFakeTeams()]);
  const folder = newBothFolder();
  const login = await synapse.register("sitzungsdienst");
  const client = async (name: string): Promise<LightClient> =>
    startLightClient(synapse.url, await synapse.register(name), join(folder, "clients", name));
  const matrix = {
    carla: await client("carla"),
    dora: await client("dora"),
    emil: await client("emil"),
    guest: await client("guest"),
  };
  const teams = {
    anna: fake.person("Anna"),
    bert: fake.person("Bert"),
    dora: fake.person("Dora"),
    guest: fake.person("Frau Anna (Vorsitz)"),
  };
  const chat = fake.chat({ kind: "groupChat", members: Object.values(teams), rsc: true });
  const { carla, dora, emil, guest } = matrix;
  const room = await emil.createRoom([login.userId, carla.userId, dora.userId, guest.userId], false);
  const ofTeams = (person: Person): string => `teams:${person.objectId}`;
  const bot = await openBothHouse({
    folder: join(folder, "bot"),
    microsoft: placeOf(fake),
    matrix: { url: synapse.url, login },
    committee: withTwoVoices(
      [
        { name: "anna", accounts: [ofTeams(teams.anna)], office: "chair" },
        { name: "bert", accounts: [ofTeams(teams.bert)], seat: "hafen" },
        { name: "carla", accounts: [`matrix:${carla.userId}`], seat: "hafen" },
        { name: "dora", accounts: [ofTeams(teams.dora), `matrix:${dora.userId}`] },
        { name: "emil", accounts: [`matrix:${emil.userId}`] },
      ],
      [
        { room: `teams:${chat.id}`, name: TEAMS_ROOM },
        { room: `matrix:${room}`, name: MATRIX_ROOM },
      ],
    ),
  });
  fake.bot.endpoint = bot.endpoint;
  await teams.anna.addsBot(chat);
  const me = present(bot.matrix, "Matrix").me;
  await emil.log.waitFor(
    (event) => event.room === room && event.type === "m.room.member" && event.sender === me && isJoin(event),
  );
  await Promise.all([carla, dora, guest].map(({ log }) => log.waitFor((event) => event.room === room)));

  const scene: BothScene = {
    fake,
    synapse,
    bot,
    chat,
    room,
    teams,
    matrix,
    async inTeams(by, words) {
      const { status } = await by.says(chat, words, { mention: true });
      if (status !== 200) throw new Error(`${words}: ${status}`);
    },
    inMatrix: (by, words) => by.sendText(room, `!ag ${words}`),
    async handledInMatrix(event) {
      await fake.waitFor(() => bot.house.store.isHandled(`matrix:${event}`));
    },
    readInTeams: (text, ms) => fake.waitForMessage(chat, text, ms),
    readInMatrix: (text, ms) =>
      emil.log.waitFor((event) => event.room === room && event.sender === me && matches(bodyOf(event), text), ms),
    async readInBoth(text) {
      await Promise.all([scene.readInTeams(text), scene.readInMatrix(text)]);
    },
    events: () => [...bot.house.store.read(committeeStream)].map(committeeCodec.decode),
    saidInTeams: () => fake.messagesIn(chat).flatMap((one) => (one.from === "bot" ? [messageText(one)] : [])),
    saidInMatrix: () => saidBy(me, emil, (event) => event.room === room),
    toldInMatrix: (to) => saidBy(me, to, (event) => event.room !== room),
    async stop() {
      await bot.close();
      await Promise.all(Object.values(matrix).map((one) => one.stop()));
      await Promise.all([synapse.stop(), fake.close()]);
      removeBothFolder(folder);
    },
  };
  return scene;
}

/** Both of Hafen may vote at any time; the first one counts. */
const withTwoVoices = (...founding: Parameters<typeof chatCommittee>): readonly CommitteeEvent[] =>
  chatCommittee(...founding).map((event) =>
    event.type === "PersonJoined" ? { ...event, record: { ...event.record, role: "voting" } } : event,
  );

const isJoin = ({ content }: LightEvent): boolean => content["membership"] === "join";

const bodyOf = ({ content }: LightEvent): string => String(content["body"] ?? "");

const saidBy = (me: string, { log }: LightClient, fits: (event: LightEvent) => boolean): readonly string[] =>
  log.all.filter((event) => event.sender === me && event.type === "m.room.message" && fits(event)).map(bodyOf);

const matches = (body: string, text: string | RegExp): boolean =>
  typeof text === "string" ? body.includes(text) : text.test(body);
