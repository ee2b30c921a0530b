/** The program as it serves Teams, towards a Microsoft that is named: FOLDER, then settings and sides as JSON; says PORT and a number. */
import { join } from "node:path";
import { argv } from "node:process";
import { systemClock } from "../src/adapters/clock/system-clock.ts";
import type { TeamsSettings } from "../src/adapters/teams/teams-parts.ts";
import { openHouse } from "../src/cli/compose.ts";
import { createPlatforms } from "../src/cli/platforms.ts";
import { connectTeamsHouse } from "../src/cli/teams-service.ts";

/** What the child is told of Microsoft's side. */
export type BotSide = {
  readonly settings: TeamsSettings;
  readonly metadataUrl: string;
  readonly host: string;
  readonly outboundToken: string;
};

const [, , folder = "", told = ""] = argv;
// Written by the bench that started this.
const { settings, metadataUrl, host, outboundToken } = JSON.parse(told) as BotSide;
const note = (code: string, detail = ""): void => void process.stderr.write(`${code} ${detail}\n`);
const folders = {
  database: join(folder, "record.sqlite"),
  keys: join(folder, "keys"),
  outgoing: join(folder, "outgoing"),
  photos: join(folder, "photos"),
  templates: "templates",
  teams: join(folder, "teams"),
};
const stage = createPlatforms({ failed: (reason) => note("failed", String(reason)) });
const house = openHouse({ folders, clock: systemClock, stage, formats: ["md"] });
const connection = await connectTeamsHouse({
  house,
  folders,
  settings,
  clock: systemClock,
  note,
  microsoft: { metadataUrl, outboundToken: async () => outboundToken, uploadHosts: [host] },
});
stage.connect("teams", connection);
const { port } = await connection.start();
house.startDelivering();
process.once("SIGTERM", async () => {
  await connection.stop();
  await house.close();
});
process.stdout.write(`PORT ${port}\n`);
