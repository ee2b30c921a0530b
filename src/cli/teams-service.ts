import { readFile } from "node:fs/promises";
import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import type { TeamsConnection } from "../adapters/teams/connect-teams.ts";
import type { MicrosoftSide, TeamsSettings } from "../adapters/teams/teams-parts.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { Clock } from "../flows/ports.ts";
import { committeePort } from "./committee-port.ts";
import type { House } from "./compose.ts";
import type { Folders } from "./folders.ts";

export type TeamsServiceOptions = {
  readonly house: House;
  readonly folders: Pick<Folders, "teams" | "outgoing">;
  readonly settings: TeamsSettings;
  readonly clock: Clock;
  note(code: string, detail?: string): void;
  readonly microsoft?: MicrosoftSide;
};

/** Das Gremium in Teams: the house behind the bot's endpoint. Loaded only where Teams is used. */
export async function connectTeamsHouse(options: TeamsServiceOptions): Promise<TeamsConnection> {
  const { house, folders, clock, microsoft } = options;
  const { connectTeams } = await import("../adapters/teams/connect-teams.ts");
  const outgoing = createOutgoingFolder(folders.outgoing);
  return connectTeams({
    settings: options.settings,
    folder: folders.teams,
    committee: committeePort(house, clock),
    world: {
      now: () => clock.now() as Instant, // the clocks of our ports give instants
      readFile: (reference) => readFile(outgoing.pathOf(reference)),
      note: options.note,
    },
    ...(microsoft === undefined ? {} : { microsoft }),
  });
}
