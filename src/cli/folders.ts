import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "../config/environment.ts";
import { StorageFault } from "../flows/ports.ts";

/** Wo alles liegt, as absolute paths. */
export type Folders = {
  readonly data: string;
  readonly database: string;
  readonly keys: string;
  readonly outgoing: string;
  /** Fotos of ideas, each under its checksum. */
  readonly photos: string;
  readonly templates: string;
  /** What Node has compiled; may be thrown away. */
  readonly cache: string;
  readonly committeeFile: string;
  /** Where somebody sat last in the local room. */
  readonly roomMemory: string;
  /** Anmeldung, keys and notes of the connection to Matrix. */
  readonly matrix: string;
  /** Notes of the connection to Teams. */
  readonly teams: string;
};

/** What comes with the program lies beside `src`, wherever it was started from. */
export const programFolder = fileURLToPath(new URL("../..", import.meta.url));

export function foldersOf(environment: Environment): Folders {
  const data = resolve(environment.dataFolder);
  return {
    data,
    database: join(data, "datenbank", "gremium.sqlite"),
    keys: resolve(environment.keysFolder),
    outgoing: join(data, "ausgang"),
    photos: join(data, "fotos"),
    templates: resolve(environment.templatesFolder ?? join(programFolder, "templates")),
    cache: join(data, "zwischenspeicher"),
    committeeFile: resolve(environment.committeeFile ?? join(programFolder, "examples", "beispiel-gremium.yaml")),
    roomMemory: join(data, "lokaler-raum.json"),
    matrix: join(data, "matrix"),
    teams: join(data, "teams"),
  };
}

/** Makes the folder of the database. Throws StorageFault "read-only" where it cannot be made. */
export function makeFolderOf(database: string): void {
  const folder = join(database, "..");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StorageFault("read-only", `${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
