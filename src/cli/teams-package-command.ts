import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { processEnvironment } from "../config/environment.ts";
import { unknownOption } from "../texts/command-line.ts";
import {
  addressMissing,
  appIdMissing,
  folderNotWritable,
  packageInvalid,
  packageNext,
  packageUsage,
  packageWritten,
} from "../texts/teams-package.ts";
import { exitCodes } from "./exit-codes.ts";
import { programFolder } from "./folders.ts";
import type { Terminal } from "./terminal.ts";

const PACKAGE = "sitzungsdienst-teams.zip";
const READING_ALL = "sitzungsdienst-teams-alles-lesen.zip";

type Options = { readonly folder: string; readonly isReadingAll: boolean };

/** `teams-package`: writes what is uploaded to Teams. Repeated, it writes the same once more; the network is not asked. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    terminal.complain(unknownOption(args.join(" "), packageUsage));
    return exitCodes.usage;
  }
  const environment = processEnvironment();
  if (!environment.ok) {
    for (const problem of environment.error) terminal.complain(problem);
    return exitCodes.fault;
  }
  const { appId, address } = environment.value.teams;
  if (appId === undefined || address === undefined) {
    if (appId === undefined) terminal.complain(appIdMissing());
    if (address === undefined) terminal.complain(addressMissing());
    return exitCodes.fault;
  }
  return build({ appId, address, version: ownVersion() }, options, terminal);
}

async function build(
  settings: { readonly appId: string; readonly address: string; readonly version: string },
  { folder, isReadingAll }: Options,
  terminal: Terminal,
): Promise<number> {
  const { buildTeamsPackage } = await import("../adapters/teams/package/build-package.ts");
  for (const readsAll of isReadingAll ? [false, true] : [false]) {
    const file = join(folder, readsAll ? READING_ALL : PACKAGE);
    const { bytes, findings } = await buildTeamsPackage(settings, readsAll);
    if (findings.length > 0) {
      for (const line of [packageInvalid(file), ...findings]) terminal.complain(line);
      return exitCodes.fault;
    }
    const problem = write(folder, file, bytes);
    if (problem !== undefined) {
      terminal.complain(problem);
      return exitCodes.fault;
    }
    terminal.print(packageWritten(file, readsAll));
  }
  for (const line of packageNext(isReadingAll)) terminal.print(line);
  return exitCodes.fine;
}

/** Says why it could not be written. */
function write(folder: string, file: string, bytes: Uint8Array): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, bytes);
    return undefined;
  } catch (error) {
    return folderNotWritable(folder, error instanceof Error ? error.message : String(error));
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ordner: { type: "string" }, "alles-lesen": { type: "boolean" } },
    });
    if (values.ordner === "") return undefined;
    return { folder: resolve(values.ordner ?? "."), isReadingAll: values["alles-lesen"] ?? false };
  } catch {
    return undefined; // said by whoever called
  }
}

/** Of the program's own description, which is ours. */
const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as { readonly version: string }).version;
