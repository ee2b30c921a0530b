import { systemClock } from "../adapters/clock/system-clock.ts";
import { processEnvironment } from "../config/environment.ts";
import { type House, openHouse } from "./compose.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Folders, foldersOf } from "./folders.ts";
import { silentStage } from "./silent-stage.ts";
import type { Terminal } from "./terminal.ts";

/** Runs with the folders of the environment; says what is wrong with it and ends otherwise. */
export async function withFolders(terminal: Terminal, run: (folders: Folders) => Promise<number>): Promise<number> {
  const environment = processEnvironment();
  if (environment.ok) return run(foldersOf(environment.value));
  for (const problem of environment.error) terminal.complain(problem);
  return exitCodes.fault;
}

/** Opens the house without delivering anything, and closes it whatever happens. */
export async function withHouse(folders: Folders, run: (house: House) => Promise<number>): Promise<number> {
  const house = openHouse({ folders, clock: systemClock, stage: silentStage, formats: [] });
  try {
    return await run(house);
  } finally {
    await house.close();
  }
}
