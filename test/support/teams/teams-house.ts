import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../../src/adapters/clock/system-clock.ts";
import type { PaperFormat } from "../../../src/adapters/documents/paper-format.ts";
import type { TeamsConnection } from "../../../src/adapters/teams/connect-teams.ts";
import type { TeamsSettings } from "../../../src/adapters/teams/teams-parts.ts";
import { type Drawing, type House, openHouse } from "../../../src/cli/compose.ts";
import { createPlatforms, emptyRoom, type Platform } from "../../../src/cli/platforms.ts";
import { connectTeamsHouse } from "../../../src/cli/teams-service.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { Clock } from "../../../src/flows/ports.ts";
import type { FakeTeams } from "./fake-teams.ts";

/** The real house behind the real endpoint, in this process; Microsoft's side is the fake one. */
export type TeamsHouse = {
  readonly house: House;
  readonly connection: TeamsConnection;
  readonly folder: string;
  /** Of the endpoint, "http://127.0.0.1:…". */
  readonly url: string;
  /** What the log was told: "code detail". */
  readonly notes: readonly string[];
  /** Ends it as a person would; the folder stays. */
  close(): Promise<void>;
};

export type TeamsHouseOptions = {
  readonly fake: FakeTeams;
  readonly folder?: string;
  readonly committee?: readonly CommitteeEvent[];
  readonly clock?: Clock;
  readonly formats?: readonly PaperFormat[];
  readonly liveEvery?: number;
  readonly drawing?: Drawing;
  readonly settings?: Partial<TeamsSettings>;
  /** Further platforms by name, for example Matrix. */
  readonly beside?: Readonly<Record<string, Platform>>;
  /** What the connection takes for the house: tests get in between. */
  readonly asHouse?: (house: House) => House;
};

export const newTeamsFolder = (): string => mkdtempSync(join(tmpdir(), "sitzungsdienst-teams-"));
export const removeTeamsFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export function teamsSettings(
  fake: { readonly tenant: string; readonly bot: Pick<FakeTeams["bot"], "appId"> },
  more: Partial<TeamsSettings> = {},
): TeamsSettings {
  return {
    appId: fake.bot.appId,
    appType: "SingleTenant",
    tenant: fake.tenant,
    password: "not-asked-for",
    certificate: undefined,
    address: undefined,
    host: "127.0.0.1",
    port: 0,
    tenants: [fake.tenant],
    ...more,
  };
}

/** The fake sends what people do to this house from now on. */
export async function openTeamsHouse(options: TeamsHouseOptions): Promise<TeamsHouse> {
  const { fake, folder = newTeamsFolder(), clock = systemClock } = options;
  const notes: string[] = [];
  const stage = createPlatforms({ failed: (reason) => notes.push(`failed ${String(reason)}`) }, options.liveEvery);
  stage.connect("console", emptyRoom);
  for (const [name, platform] of Object.entries(options.beside ?? {})) stage.connect(name, platform);
  const folders = {
    database: join(folder, "record.sqlite"),
    keys: join(folder, "keys"),
    outgoing: join(folder, "outgoing"),
    photos: join(folder, "photos"),
    templates: "templates",
    teams: join(folder, "teams"),
  };
  const { drawing } = options;
  const house = openHouse({
    folders,
    clock,
    stage,
    formats: options.formats ?? ["md"],
    ...(drawing === undefined ? {} : { drawing }),
  });
  try {
    if (options.committee !== undefined && house.runner.state().version === 0)
      await house.runner.apply(options.committee);
    const connection = await connectTeamsHouse({
      house: options.asHouse?.(house) ?? house,
      folders,
      settings: teamsSettings(fake, options.settings),
      clock,
      note: (code, detail) => notes.push(detail === undefined ? code : `${code} ${detail}`),
      microsoft: {
        metadataUrl: fake.metadataUrl,
        outboundToken: async () => fake.outbound.grant(),
        uploadHosts: [fake.host],
      },
    });
    stage.connect("teams", connection);
    const { port } = await connection.start();
    const url = `http://127.0.0.1:${port}`;
    fake.bot.endpoint = `${url}/api/messages`;
    house.startDelivering();
    return {
      house,
      connection,
      folder,
      url,
      notes,
      async close() {
        await connection.stop();
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}
