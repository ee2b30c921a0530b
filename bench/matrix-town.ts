import { join } from "node:path";
import { systemClock } from "../src/adapters/clock/system-clock.ts";
import { writeLogin } from "../src/adapters/matrix/device-login.ts";
import { openHouse } from "../src/cli/compose.ts";
import { createPlatforms } from "../src/cli/platforms.ts";
import { type LightClient, startLightClient } from "../test/support/matrix/light-client.ts";
import { type RestClient, restClient } from "../test/support/matrix/rest-client.ts";
import type { RestSync } from "../test/support/matrix/rest-sync.ts";
import { matrixCommittee } from "../test/support/matrix/small-matrix-committee.ts";
import { type Synapse, startSynapse } from "../test/support/matrix/synapse.ts";
import type { Login } from "../test/support/matrix/synapse-accounts.ts";
import { type BotProcess, startBot } from "./bot-process.ts";

export const VOTERS = 8;

/** Somebody who writes in plain rooms, and what comes there. */
export type Plain = { readonly client: RestClient; readonly sync: RestSync };

/** A homeserver with everybody on it: two bots, those who write in plain rooms, those who write in encrypted ones. */
export type Town = {
  readonly synapse: Synapse;
  readonly login: Login;
  readonly data: string;
  readonly otto: Plain;
  readonly paula: Plain;
  readonly anna: LightClient;
  readonly voters: readonly LightClient[];
  readonly rooms: {
    readonly silent: string;
    readonly echo: string;
    readonly plain: string;
    readonly sealed: string;
    readonly hall: string;
  };
  readonly echo: BotProcess;
  bot(): BotProcess;
  /** Ends the program, so that something can be done to its folder, and starts it again. */
  restart(between?: () => Promise<void>): Promise<BotProcess>;
  stop(): Promise<void>;
};

export async function openTown(folder: string): Promise<Town> {
  const synapse = await startSynapse();
  const data = join(folder, "data");
  const login = await synapse.register("sitzungsdienst");
  const echoLogin = await synapse.register("echo");
  const plain = async (name: string): Promise<Plain> => {
    const client = restClient(synapse.url, await synapse.register(name));
    return { client, sync: await client.startSync() };
  };
  const light = async (name: string): Promise<LightClient> =>
    startLightClient(synapse.url, await synapse.register(name), join(folder, "light", name));
  const otto = await plain("otto");
  const paula = await plain("paula");
  const anna = await light("anna");
  const voters: LightClient[] = [];
  for (let n = 1; n <= VOTERS; n += 1) voters.push(await light(`voter${n}`));

  const silent = await otto.client.createRoom({ invite: [paula.client.userId] });
  await paula.client.join(silent);
  const echoRoom = await otto.client.createRoom({ invite: [echoLogin.userId] });
  const plainRoom = await otto.client.createRoom({ invite: [login.userId] });
  const sealed = await anna.createRoom([login.userId], false);
  const hall = await anna.createRoom([login.userId, ...voters.map(({ userId }) => userId)], false);
  await found(
    data,
    [
      { id: plainRoom, name: "Offen" },
      { id: sealed, name: "Vertraulich" },
      { id: hall, name: "Saal" },
    ],
    { otto: otto.client.userId, anna: anna.userId, voters: voters.map(({ userId }) => userId) },
  );
  const { userId, deviceId, accessToken } = login;
  writeLogin(join(data, "matrix"), { url: synapse.url, userId, deviceId, accessToken });
  const echoScript = join(import.meta.dirname, "echo-bot-child.ts");
  const echo = await startBot([echoScript, synapse.url, echoLogin.accessToken, join(folder, "echo.json")], /^READY$/m);
  let bot = await startProgram(data);
  await Promise.all([inside(otto, echoRoom, echoLogin.userId), inside(otto, plainRoom, userId)]);
  for (const room of [sealed, hall])
    await anna.log.waitFor((event) => event.room === room && event.sender === userId, 30_000);
  return {
    synapse,
    login,
    data,
    otto,
    paula,
    anna,
    voters,
    rooms: { silent, echo: echoRoom, plain: plainRoom, sealed, hall },
    echo,
    bot: () => bot,
    async restart(between) {
      await bot.stop();
      await between?.();
      bot = await startProgram(data);
      return bot;
    },
    async stop() {
      await Promise.all([bot.stop(), echo.stop(), otto.sync.stop(), paula.sync.stop()]);
      await Promise.all([anna, ...voters].map((client) => client.stop()));
      await synapse.stop();
    },
  };
}

/** As a person starts it. */
function startProgram(data: string): Promise<BotProcess> {
  const script = join(import.meta.dirname, "..", "bin", "sitzungsdienst.mjs");
  return startBot([script, "start"], /ist in Matrix erreichbar/, { SITZUNGSDIENST_DATEN: data });
}

async function inside({ sync }: Plain, room: string, userId: string): Promise<void> {
  await sync.waitFor(
    (event) => event.room === room && event.stateKey === userId && event.content["membership"] === "join",
    30_000,
  );
}

type People = { readonly otto: string; readonly anna: string; readonly voters: readonly string[] };

/** A committee whose rooms and people are those of the homeserver, in the place where the program looks for it. */
async function found(data: string, rooms: Parameters<typeof matrixCommittee>[1], people: People): Promise<void> {
  const members = [
    { name: "otto", userId: people.otto, office: "office" },
    { name: "anna", userId: people.anna, office: "chair" },
    ...people.voters.map((userId, index) => ({ name: `voter${index + 1}`, userId })),
  ] as const;
  const house = openHouse({
    folders: {
      database: join(data, "datenbank", "gremium.sqlite"),
      keys: join(data, "schluessel"),
      outgoing: join(data, "ausgang"),
      photos: join(data, "fotos"),
      templates: "templates",
    },
    clock: systemClock,
    stage: createPlatforms({}),
    formats: [],
  });
  await house.runner.apply(matrixCommittee(members, rooms));
  await house.close();
}
