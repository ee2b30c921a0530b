import { readFile } from "node:fs/promises";
import { drawFigures } from "../adapters/documents/figures-picture.ts";
import { createOutgoingFolder } from "../adapters/files/outgoing-folder.ts";
import type { MatrixConnection } from "../adapters/matrix/connect-matrix.ts";
import type { DeviceLogin } from "../adapters/matrix/device-login.ts";
import type { MatrixSettings, MatrixWorld } from "../adapters/matrix/matrix-parts.ts";
import type { Instant } from "../core/kernel/ids.ts";
import type { Clock } from "../flows/ports.ts";
import { matrixFaults } from "../texts/matrix-faults.ts";
import { committeePort } from "./committee-port.ts";
import type { House } from "./compose.ts";
import type { Folders } from "./folders.ts";
import { tellElsewhere } from "./tell-elsewhere.ts";

export type MatrixServiceOptions = {
  readonly house: House;
  readonly login: DeviceLogin;
  readonly folders: Pick<Folders, "matrix" | "outgoing">;
  readonly settings: MatrixSettings;
  readonly clock: Clock;
  note(code: string, detail?: string): void;
  /** The homeserver does not know us any more. */
  signedOut(): void;
  /** Nothing goes on before the next start. */
  broken?(error: unknown): void;
  readonly keyPatience?: number;
};

/** Das Gremium in Matrix: the house connected with a homeserver. Loaded only where Matrix is used. */
export async function connectHouse(options: MatrixServiceOptions): Promise<MatrixConnection> {
  const { house, login, folders, clock } = options;
  const { connectMatrix } = await import("../adapters/matrix/connect-matrix.ts");
  const outgoing = createOutgoingFolder(folders.outgoing);
  const world: MatrixWorld = {
    // The clocks of our ports give instants.
    now: () => clock.now() as Instant,
    readFile: (reference) => readFile(outgoing.pathOf(reference)),
    draw: drawFigures,
    note: options.note,
  };
  const { allowedServers } = options.settings;
  const own = login.userId.slice(login.userId.indexOf(":") + 1);
  const committee = committeePort(house, clock);
  return connectMatrix({
    login,
    folder: folders.matrix,
    settings: { ...options.settings, allowedServers: allowedServers.length === 0 ? [own] : allowedServers },
    committee,
    world,
    signedOut() {
      options.signedOut();
      const trouble = { platform: "matrix", code: "signed-out", sentence: matrixFaults["signed-out"] };
      tellElsewhere(house, clock, trouble).catch((error: unknown) => options.note("alarm-failed", String(error)));
    },
    ...(options.broken === undefined ? {} : { broken: options.broken }),
    ...(options.keyPatience === undefined ? {} : { keyPatience: options.keyPatience }),
  });
}
