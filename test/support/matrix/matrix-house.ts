import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../../src/adapters/clock/system-clock.ts";
import type { PaperFormat } from "../../../src/adapters/documents/paper-format.ts";
import type { MatrixConnection } from "../../../src/adapters/matrix/connect-matrix.ts";
import { type Drawing, type House, openHouse } from "../../../src/cli/compose.ts";
import { connectHouse } from "../../../src/cli/matrix-service.ts";
import { createPlatforms, emptyRoom, type Platform } from "../../../src/cli/platforms.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import type { Clock } from "../../../src/flows/ports.ts";
import { roomKey } from "../keys.ts";
import type { Peer } from "./peer.ts";
import type { Login } from "./synapse-accounts.ts";

/** The real house, connected with a real homeserver, in this process. */
export type MatrixHouse = {
  readonly house: House;
  readonly connection: MatrixConnection;
  readonly folder: string;
  /** What the log was told: "code detail". */
  readonly notes: readonly string[];
  readonly alarms: () => number;
  /** Ends it as a person would; the folder stays. */
  close(): Promise<void>;
};

export type MatrixHouseOptions = {
  readonly url: string;
  readonly login: Login;
  readonly folder?: string;
  readonly committee?: readonly CommitteeEvent[];
  readonly clock?: Clock;
  readonly allowedServers?: readonly string[];
  readonly formats?: readonly PaperFormat[];
  readonly liveEvery?: number;
  readonly keyPatience?: number;
  readonly drawing?: Drawing;
  /** What is said in rooms of the console. */
  readonly console?: Platform;
  /** What the connection takes for the house, and the house for the connection: tests get in between. */
  readonly asHouse?: (house: House) => House;
  readonly asPlatform?: (connection: MatrixConnection) => Platform;
};

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "sitzungsdienst-matrix-"));
/** What a process that was just killed had open may still be written for a moment. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

export async function openMatrixHouse(options: MatrixHouseOptions): Promise<MatrixHouse> {
  const folder = options.folder ?? newFolder();
  const notes: string[] = [];
  let alarms = 0;
  const stage = createPlatforms({ failed: (reason) => notes.push(`failed ${String(reason)}`) }, options.liveEvery);
  stage.connect("console", options.console ?? emptyRoom);
  const clock = options.clock ?? systemClock;
  const folders = {
    database: join(folder, "record.sqlite"),
    keys: join(folder, "keys"),
    outgoing: join(folder, "outgoing"),
    photos: join(folder, "photos"),
    templates: "templates",
    matrix: join(folder, "matrix"),
  };
  const house = openHouse({
    folders,
    clock,
    stage,
    formats: options.formats ?? ["md"],
    ...(options.drawing === undefined ? {} : { drawing: options.drawing }),
  });
  try {
    if (options.committee !== undefined && house.runner.state().version === 0)
      await house.runner.apply(options.committee);
    const { userId, deviceId, accessToken } = options.login;
    const connection = await connectHouse({
      house: options.asHouse?.(house) ?? house,
      login: { url: options.url, userId, deviceId, accessToken },
      folders,
      settings: { prefix: "!ag", allowedServers: options.allowedServers ?? [] },
      clock,
      note: (code, detail) => notes.push(detail === undefined ? code : `${code} ${detail}`),
      signedOut: () => {
        alarms += 1;
      },
      ...(options.keyPatience === undefined ? {} : { keyPatience: options.keyPatience }),
    });
    stage.connect("matrix", options.asPlatform?.(connection) ?? connection);
    await connection.start();
    house.startDelivering();
    return {
      house,
      connection,
      folder,
      notes,
      alarms: () => alarms,
      async close() {
        await connection.stop();
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** Waits until the bot is in the room, as this peer sees it, and binds the room to the committee. */
export async function enter(bot: MatrixHouse, peer: Peer, room: string, name: string): Promise<void> {
  await peer.waitFor(
    (event) =>
      event.room === room &&
      event.type === "m.room.member" &&
      event.stateKey === bot.connection.me &&
      event.content["membership"] === "join",
  );
  await bot.house.runner.apply([{ type: "RoomBound", record: { room: roomKey(`matrix:${room}`), name } }]);
}
