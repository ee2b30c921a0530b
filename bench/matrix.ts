import { join } from "node:path";
import type { LightClient } from "../test/support/matrix/light-client.ts";
import { atMost, type Figure, median, quantile, report } from "./figure.ts";
import { fillKeys, storedKeys } from "./matrix-store.ts";
import { roundTrips, votesToLive } from "./matrix-times.ts";
import { openTown, type Town } from "./matrix-town.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/*
 * Grenzen in Matrix, at a real homeserver with the program in a process of its own, as it is started by people. Times are those of the
 * one who writes: from sending to reading. Run it by itself: `npm run bench:matrix`, as root on a machine with `tools/synapse/install.sh`.
 */

const ENCRYPTED_ROOMS = 50;
const BALLOTS = 3;
const STARTS = 5;

const figures: readonly Figure[] = await inTemporaryFolder(async (folder) => {
  const town = await openTown(folder);
  try {
    // The first start after a change compiles; all others find it done.
    await town.restart();
    return [...(await answerFigures(town)), await liveFigure(town), await memoryFigure(town), await startFigure(town)];
  } finally {
    await town.stop();
  }
});

report(figures);

async function answerFigures(town: Town): Promise<readonly Figure[]> {
  const { silent, echo, plain, sealed } = await roundTrips(town);
  show("Synapse allein, von einem zum anderen", silent);
  show("Echo-Bot des SDK, unverschlüsselt", echo);
  show("Sitzungsdienst, unverschlüsselt, dauerhaft", plain);
  show("Sitzungsdienst, verschlüsselt, dauerhaft", sealed);
  return [
    atMost("dauerhafte Antwort ÷ Echo-Bot", median(plain) / median(echo), 1.5),
    atMost("dauerhafte verschlüsselte Antwort ÷ unverschlüsselter Echo-Bot", median(sealed) / median(echo), 2),
  ];
}

async function liveFigure(town: Town): Promise<Figure> {
  const times = await votesToLive(town, BALLOTS);
  show("Stimme bis zur fortgeschriebenen Nachricht", times);
  return atMost("Stimme bis zur fortgeschriebenen Nachricht, 95 von 100", quantile(times, 0.95) / 1000, 2.5, " s");
}

/** The program has talked in each of them: two of the committee, the direct chats of the ballots, and some that belong to no committee. */
async function memoryFigure({ anna, voters, login, rooms, bot }: Town): Promise<Figure> {
  const talkedIn = 2 + [anna, ...voters].length;
  for (let room = talkedIn; room < ENCRYPTED_ROOMS; room += 1)
    await talk(anna, await anna.createRoom([login.userId], false), login.userId);
  await anna.sendText(rooms.hall, "!ag tagesordnung");
  return atMost(`Arbeitsspeicher mit ${ENCRYPTED_ROOMS} verschlüsselten Räumen`, bot().residentMegabytes(), 200, " MB");
}

async function talk(client: LightClient, room: string, bot: string): Promise<void> {
  await client.log.waitFor(
    (event) => event.room === room && event.sender === bot && event.content["membership"] === "join",
    30_000,
  );
  await client.sendText(room, "!ag hilfe");
  await client.log.waitFor(
    (event) => event.room === room && event.sender === bot && event.type === "m.room.message",
    30_000,
  );
}

async function startFigure(town: Town): Promise<Figure> {
  const { userId, deviceId } = town.login;
  const seconds = [];
  await town.restart(() => fillKeys(join(town.data, "matrix", "schluessel"), userId, deviceId));
  for (let round = 0; round < STARTS; round += 1) seconds.push((await town.restart()).startedWithin / 1000);
  process.stdout.write(
    `  Arbeitsspeicher mit ${storedKeys} Schlüsseln mehr: ${town.bot().residentMegabytes().toFixed(0)} MB\n`,
  );
  return atMost(`Start mit ${storedKeys} Schlüsseln, bis er in Matrix erreichbar ist`, median(seconds), 1.5, " s");
}

function show(name: string, times: readonly number[]): void {
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)].map((time) => time.toFixed(0));
  process.stdout.write(`  ${name}: p50 ${half} ms, p95 ${most} ms\n`);
}
