import { systemClock } from "../adapters/clock/system-clock.ts";
import type { TeamsEnvironment } from "../config/environment-teams.ts";
import { connectorSilent, noTeamsRoom, teamsIsLocal, teamsRefusesUs, teamsRuns } from "../texts/teams-service.ts";
import type { House } from "./compose.ts";
import type { Folders } from "./folders.ts";
import type { PlatformService, ServiceParts } from "./platform-service.ts";
import { connectTeamsHouse } from "./teams-service.ts";
import { tellElsewhere } from "./tell-elsewhere.ts";

const WATCH_EVERY = 60_000;

/** Cheap: the adapter is loaded only where Teams is configured. */
export const isTeamsConfigured = ({ appId, isLocal }: TeamsEnvironment): boolean => appId !== undefined || isLocal;

/** Das Gremium in Teams, under the app that is configured. */
export async function teamsService(
  house: House,
  folders: Folders,
  settings: TeamsEnvironment,
  { note }: ServiceParts,
): Promise<PlatformService> {
  const connection = await connectTeamsHouse({
    house,
    folders,
    settings: withAddress(settings),
    clock: systemClock,
    note,
  });
  let isRefusalTold = false;
  /** A secret that ran out is the usual end of a bot: the others hear of it. */
  const watch = setInterval(() => {
    const isRefused = connection.trouble()?.isRefused === true;
    if (isRefused && !isRefusalTold) {
      const trouble = { platform: "teams", code: "refused", sentence: teamsRefusesUs() };
      tellElsewhere(house, systemClock, trouble).catch((error: unknown) => note("alarm-failed", String(error)));
    }
    isRefusalTold = isRefused;
  }, WATCH_EVERY);
  return {
    name: "teams",
    platform: connection,
    alarms() {
      const trouble = connection.trouble();
      if (trouble === undefined) return [];
      return [trouble.isRefused ? teamsRefusesUs() : connectorSilent()];
    },
    async start() {
      const { port } = await connection.start();
      const { description, rooms } = house.runner.state().membership;
      const hasRoom = [...rooms.keys()].some((room) => room.startsWith("teams:"));
      const place = `${settings.host}:${port}`;
      return [
        teamsRuns(description?.name ?? "", settings.address ?? `http://${place}`, place),
        ...(settings.isLocal ? [teamsIsLocal()] : []),
        ...(hasRoom ? [] : [noTeamsRoom()]),
      ];
    },
    async stop() {
      clearInterval(watch);
      await connection.stop();
    },
  };
}

/** Tried out on this machine alone, it is reached where it listens. */
const withAddress = (settings: TeamsEnvironment): TeamsEnvironment =>
  settings.isLocal
    ? { ...settings, address: settings.address ?? `http://${settings.host}:${settings.port}` }
    : settings;
