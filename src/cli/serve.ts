import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../adapters/clock/system-clock.ts";
import { createReadyChildren } from "../adapters/documents/ready-children.ts";
import { type Environment, processEnvironment } from "../config/environment.ts";
import { logLine, noCommitteeYet, serviceStops } from "../texts/service.ts";
import { type House, openHouse } from "./compose.ts";
import { detailOf } from "./describe-fault.ts";
import { sayingPlatformFaults } from "./describe-platform-fault.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Folders } from "./folders.ts";
import { allFormats, prepareForPapers } from "./paper-making.ts";
import type { PlatformService, ServiceParts } from "./platform-service.ts";
import { createPlatforms, emptyRoom } from "./platforms.ts";
import { sendingOf } from "./serve-mail.ts";
import { type Sides, startSides } from "./serve-sides.ts";
import { isTeamsConfigured } from "./serve-teams.ts";
import type { Terminal } from "./terminal.ts";

/** Cheap: the adapters are loaded only where they are used. */
const isSignedIn = ({ matrix }: Folders): boolean => existsSync(join(matrix, "anmeldung.json"));

/** True where a platform waits to be served; otherwise there is the local room. */
export function isServing(folders: Folders): boolean {
  const environment = processEnvironment();
  return isSignedIn(folders) || (environment.ok && isTeamsConfigured(environment.value.teams));
}

/** Im Dienst: serves the platforms until a signal comes, or nothing can be served any more. */
export async function serve(folders: Folders, terminal: Terminal): Promise<number> {
  const environment = processEnvironment();
  if (!environment.ok) return exitCodes.fault;
  const note = (code: string, detail?: string): void => terminal.complain(logLine(systemClock.now(), code, detail));
  const ending = Promise.withResolvers<number>();
  const services: PlatformService[] = [];
  const sides: Sides[] = [];
  const stage = createPlatforms({
    failed: (reason) => note("fault", detailOf(reason)),
    alarms: () => [...services, ...sides].flatMap((service) => service.alarms()),
  });
  stage.connect("console", emptyRoom);
  const settings = environment.value;
  const { mail } = settings;
  const sending = sendingOf(mail, () => house.runner.state().membership.description?.name ?? "");
  const children = createReadyChildren();
  const house = openHouse({
    folders,
    clock: systemClock,
    stage,
    formats: allFormats,
    runChild: children.run,
    feedAddress: mail.feeds?.address,
    ...(sending === undefined ? {} : { post: sending.post }),
  });
  const parts: ServiceParts = {
    note,
    broken: (error) => ending.reject(error),
    lost(sentence) {
      terminal.complain(sentence);
      // What the other platforms are told goes out first.
      setTimeout(() => ending.resolve(exitCodes.fault), LOST_GRACE);
    },
  };
  try {
    if (house.runner.state().membership.description === undefined) {
      terminal.complain(noCommitteeYet("DATEI"));
      return exitCodes.fault;
    }
    return await sayingPlatformFaults(terminal, () => serving(platformsOf(house, folders, settings, parts)));
  } finally {
    await house.close();
    await children.stop();
  }

  /** Each platform begins by itself: one that does not answer holds up none of the others. */
  async function serving(platforms: readonly (() => Promise<PlatformService>)[]): Promise<number> {
    const stop = (): void => ending.resolve(exitCodes.fine);
    for (const signal of SIGNALS) process.on(signal, stop);
    let waiting = platforms.length;
    let isEnding = false;
    const begin = async (platform: () => Promise<PlatformService>): Promise<void> => {
      const service = await platform();
      if (isEnding) return service.stop();
      services.push(service);
      stage.connect(service.name, service.platform);
      for (const line of await service.start()) terminal.print(line);
      waiting -= 1;
    };
    try {
      for (const platform of platforms) begin(platform).catch(ending.reject);
      sides.push(startSides(house, folders, settings, sending, terminal, note));
      house.startDelivering();
      await house.runDueJobs();
      await prepareForPapers(children, folders);
      return await ending.promise;
    } finally {
      isEnding = true;
      for (const signal of SIGNALS) process.off(signal, stop);
      for (const service of [...services, ...sides]) await service.stop();
      terminal.print(serviceStops());
      // Who still waits for a silent server would keep the program from ending.
      if (waiting > 0) setTimeout(() => process.exit(), UNREACHED_GRACE).unref();
    }
  }
}

/** What is to be served. */
function platformsOf(house: House, folders: Folders, { matrix, teams }: Environment, parts: ServiceParts) {
  return [
    ...(isSignedIn(folders)
      ? [async () => (await import("./serve-matrix.ts")).matrixService(house, folders, matrix, parts)]
      : []),
    ...(isTeamsConfigured(teams)
      ? [async () => (await import("./serve-teams.ts")).teamsService(house, folders, teams, parts)]
      : []),
  ];
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const LOST_GRACE = 2_000;
const UNREACHED_GRACE = 2_000;
