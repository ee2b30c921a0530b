import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/adapters/clock/system-clock.ts";
import type { MatrixConnection } from "../../src/adapters/matrix/connect-matrix.ts";
import type { TeamsConnection } from "../../src/adapters/teams/connect-teams.ts";
import { type Drawing, type House, openHouse } from "../../src/cli/compose.ts";
import { connectHouse } from "../../src/cli/matrix-service.ts";
import { createPlatforms, emptyRoom, type Platform } from "../../src/cli/platforms.ts";
import { connectTeamsHouse } from "../../src/cli/teams-service.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { Clock } from "../../src/flows/ports.ts";
import type { Login } from "./matrix/synapse-accounts.ts";
import type { FakeTeams } from "./teams/fake-teams.ts";
import { teamsSettings } from "./teams/teams-house.ts";

/** Microsofts Seite as data, so that another process can be told of it. */
export type MicrosoftPlace = {
  readonly appId: string;
  readonly tenant: string;
  readonly metadataUrl: string;
  readonly host: string;
  /** With which the bot comes to the connector. */
  readonly token: string;
};

export const placeOf = (fake: FakeTeams): MicrosoftPlace => ({
  appId: fake.bot.appId,
  tenant: fake.tenant,
  metadataUrl: fake.metadataUrl,
  host: fake.host,
  token: fake.outbound.grant(),
});

/** Ein Haus, zwei Plattformen: the real house in Teams, whose other side is a fake, and on a real homeserver. */
export type BothHouse = {
  readonly house: House;
  readonly teams: TeamsConnection;
  /** Undefined where there is no homeserver. */
  readonly matrix: MatrixConnection | undefined;
  readonly folder: string;
  /** Where Teams brings activities. */
  readonly endpoint: string;
  /** What the log was told: "code detail". */
  readonly notes: readonly string[];
  /** Ends it as a person would; the folder stays. */
  close(): Promise<void>;
};

type BothHouseOptions = {
  readonly folder: string;
  readonly microsoft: MicrosoftPlace;
  /** Of the endpoint; any by default. */
  readonly port?: number;
  readonly matrix?: { readonly url: string; readonly login: Login };
  readonly committee?: readonly CommitteeEvent[];
  readonly clock?: Clock;
  readonly drawing?: Drawing;
  readonly liveEvery?: number;
  /** What the platforms take for the house, and the house for a platform: tests get in between. */
  readonly asHouse?: (house: House) => House;
  readonly asPlatform?: (platform: Platform) => Platform;
};

export const newBothFolder = (): string => mkdtempSync(join(tmpdir(), "sitzungsdienst-both-"));
export const removeBothFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

export async function openBothHouse(options: BothHouseOptions): Promise<BothHouse> {
  const { folder, clock = systemClock, asPlatform = (platform) => platform, drawing } = options;
  const notes: string[] = [];
  const stage = createPlatforms({ failed: (reason) => notes.push(`failed ${String(reason)}`) }, options.liveEvery);
  stage.connect("console", emptyRoom);
  const house = openHouse({
    folders: foldersIn(folder),
    clock,
    stage,
    formats: ["md"],
    ...(drawing === undefined ? {} : { drawing }),
  });
  const note = (code: string, detail?: string): void =>
    void notes.push(detail === undefined ? code : `${code} ${detail}`);
  try {
    if (options.committee !== undefined && house.runner.state().version === 0)
      await house.runner.apply(options.committee);
    const seen = options.asHouse?.(house) ?? house;
    const teams = await connectMicrosoft(seen, options, clock, note);
    const matrix = await connectHomeserver(seen, options, clock, note);
    stage.connect("teams", asPlatform(teams));
    if (matrix !== undefined) stage.connect("matrix", asPlatform(matrix));
    const { port } = await teams.start();
    await matrix?.start();
    house.startDelivering();
    return {
      house,
      teams,
      matrix,
      folder,
      endpoint: `http://127.0.0.1:${port}/api/messages`,
      notes,
      async close() {
        await Promise.all([teams.stop(), matrix?.stop()]);
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

const foldersIn = (folder: string) => ({
  database: join(folder, "record.sqlite"),
  keys: join(folder, "keys"),
  outgoing: join(folder, "outgoing"),
  photos: join(folder, "photos"),
  templates: "templates",
  teams: join(folder, "teams"),
  matrix: join(folder, "matrix"),
});

type Note = (code: string, detail?: string) => void;

function connectMicrosoft(house: House, { folder, microsoft, port = 0 }: BothHouseOptions, clock: Clock, note: Note) {
  const { appId, tenant, metadataUrl, host, token } = microsoft;
  return connectTeamsHouse({
    house,
    folders: foldersIn(folder),
    settings: teamsSettings({ tenant, bot: { appId } }, { port }),
    clock,
    note,
    microsoft: { metadataUrl, outboundToken: async () => token, uploadHosts: [host] },
  });
}

async function connectHomeserver(house: House, { folder, matrix }: BothHouseOptions, clock: Clock, note: Note) {
  if (matrix === undefined) return undefined;
  const { userId, deviceId, accessToken } = matrix.login;
  return connectHouse({
    house,
    login: { url: matrix.url, userId, deviceId, accessToken },
    folders: foldersIn(folder),
    settings: { prefix: "!ag", allowedServers: [] },
    clock,
    note,
    signedOut: () => note("signed-out"),
  });
}
