import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeLogin } from "../src/adapters/matrix/device-login.ts";
import { programFolder } from "../src/cli/folders.ts";
import { startBot } from "./bot-process.ts";
import { atMost, type Figure, median } from "./figure.ts";
import { localRoom, type Start, type StartKind, startOnce } from "./start.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const ROUNDS = 5;

/** Registered as it would be; nothing is asked of Microsoft before the first message. */
const inTeams: StartKind = {
  environment: {
    MicrosoftAppId: "a1a1a1a1-0000-4000-8000-000000000001",
    MicrosoftAppTenantId: "7e7e7e7e-0000-4000-8000-000000000001",
    MicrosoftAppPassword: "bench",
    SITZUNGSDIENST_TEAMS_ADRESSE: "https://sitzungsdienst.example.org",
    SITZUNGSDIENST_TEAMS_ANSCHLUSS: "127.0.0.1:0",
  },
  ready: /ist in Teams erreichbar/,
  leave: (child) => void child.kill("SIGTERM"),
};

/** All packages are loaded when it looks for its server, where there is none. */
const LOOKS_FOR_SERVER = /retry GET client/;

/** Was Teams beim Start kostet, in turn with the same start without it, and that it costs those nothing who do without. */
export async function teamsStartFigures(): Promise<readonly Figure[]> {
  return inTemporaryFolder(async (folder) => {
    // The first start founds the committee, and after a change the first of each kind compiles.
    await startOnce(folder);
    await startOnce(folder, inTeams);
    const without: Start[] = [];
    const withTeams: Start[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(await startOnce(folder));
      withTeams.push(await startOnce(folder, inTeams));
    }
    const seconds = (starts: readonly Start[]) => median(starts.map(({ milliseconds }) => milliseconds)) / 1000;
    const megabytes = (starts: readonly Start[]) => median(starts.map((one) => one.megabytes));
    process.stdout.write(
      `  Start ohne Teams ${seconds(without).toFixed(2)} s, ${megabytes(without).toFixed(0)} MB; mit Teams ${seconds(withTeams).toFixed(2)} s, ${megabytes(withTeams).toFixed(0)} MB\n`,
    );
    return [
      atMost("Start mit Teams − Start ohne", seconds(withTeams) - seconds(without), 1.5, " s"),
      atMost("Arbeitsspeicher mit Teams − ohne", megabytes(withTeams) - megabytes(without), 150, " MB"),
      await withoutTeamsFigure(folder),
    ];
  });
}

async function withoutTeamsFigure(folder: string): Promise<Figure> {
  const local = await packagesOf(folder, localRoom.ready);
  const teams = await packagesOf(folder, inTeams.ready, inTeams.environment);
  writeLogin(join(folder, "matrix"), {
    url: NOBODY,
    userId: "@bot:example.org",
    deviceId: "BOT",
    accessToken: "bench",
  });
  const matrix = await packagesOf(folder, LOOKS_FOR_SERVER);
  if (!teams.some(isOfTeams) || !matrix.includes("matrix-bot-sdk")) throw new Error("what was loaded is not seen");
  const loaded = [...local.filter((name) => isOfTeams(name) || name === "express"), ...matrix.filter(isOfTeams)];
  return atMost("Pakete von Teams, wo Teams nicht eingerichtet ist", loaded.length, 0);
}

const NOBODY = "http://127.0.0.1:9";

/** The SDK of Matrix brings `express` along by itself. */
const isOfTeams = (name: string): boolean => /^(?:botbuilder|botframework|@microsoft\/teams-ai$|openai$)/.test(name);

/** What the program has loaded by its end. */
async function packagesOf(folder: string, ready: RegExp, environment = {}): Promise<readonly string[]> {
  const list = join(folder, "packages");
  const listing = join(import.meta.dirname, "module-list-child.ts");
  const program = join(programFolder, "bin", "sitzungsdienst.mjs");
  const started = await startBot([`--import=${listing}`, program, "start"], ready, {
    ...environment,
    SITZUNGSDIENST_DATEN: folder,
    BENCH_MODULES: list,
  });
  await started.stop();
  return readFileSync(list, "utf8").split("\n");
}
