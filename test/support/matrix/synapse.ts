import { randomBytes } from "node:crypto";
import { freePort } from "./free-port.ts";
import { type SynapseAccounts, synapseAccounts } from "./synapse-accounts.ts";
import type { SynapseOptions, SynapsePlace } from "./synapse-config.ts";
import { furnish, newFolder, removeFolder } from "./synapse-folder.ts";
import { logOf, PortTaken, runSynapse, type SynapseProcess } from "./synapse-process.ts";
import { noSynapse, synapseAvailable } from "./synapse-root.ts";

/** A real homeserver with an empty database, for one test file. */
export type Synapse = SynapseAccounts & {
  readonly url: string;
  readonly serverName: string;
  /** Ends it in order (unless it is down already) and starts it again on the same data and port. */
  restart(): Promise<void>;
  /** Cut off in the middle of everything; `restart` brings it back. */
  kill9(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
  /** Warnings and errors so far. */
  log(): string;
};

/** Takes about two seconds. */
export async function startSynapse(options: SynapseOptions = {}): Promise<Synapse> {
  if (!synapseAvailable()) throw new Error(noSynapse);
  const folder = newFolder();
  try {
    return await startIn(folder, options);
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

/** Two homeservers that know of each other only by federation. */
export async function startSynapsePair(options: Omit<SynapseOptions, "federation"> = {}): Promise<[Synapse, Synapse]> {
  return Promise.all([startSynapse({ ...options, federation: true }), startSynapse({ ...options, federation: true })]);
}

async function startIn(folder: string, options: SynapseOptions): Promise<Synapse> {
  const sharedSecret = randomBytes(8).toString("hex");
  const { place, process } = await runOnFreePorts(folder, sharedSecret, options);
  const url = urlOf(place);
  let running: SynapseProcess | undefined = process;
  const end = async (): Promise<void> => {
    await running?.end();
    running = undefined;
  };
  return {
    ...synapseAccounts(url, sharedSecret),
    url,
    serverName: place.serverName,
    async restart() {
      await end();
      running = await runSynapse(folder, url);
    },
    async kill9() {
      await running?.kill9();
      running = undefined;
    },
    async stop() {
      // Nothing of it is needed any more.
      await running?.kill9();
      running = undefined;
      removeFolder(folder);
    },
    log: () => logOf(folder),
  };
}

async function runOnFreePorts(
  folder: string,
  sharedSecret: string,
  options: SynapseOptions,
  attempt = 1,
): Promise<{ readonly place: SynapsePlace; readonly process: SynapseProcess }> {
  const port = await freePort();
  const federationPort = options.federation === true ? await freePort() : undefined;
  const serverName = federationPort === undefined ? "localhost" : `localhost:${federationPort}`;
  const place = { folder, serverName, port, federationPort, sharedSecret };
  furnish(place, options);
  try {
    return { place, process: await runSynapse(folder, urlOf(place)) };
  } catch (error) {
    if (!(error instanceof PortTaken) || attempt === 3) throw error;
    return runOnFreePorts(folder, sharedSecret, options, attempt + 1);
  }
}

function urlOf({ port }: SynapsePlace): string {
  return `http://127.0.0.1:${port}`;
}
