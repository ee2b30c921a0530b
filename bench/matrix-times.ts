import { setTimeout as pause } from "node:timers/promises";
import type { LightClient } from "../test/support/matrix/light-client.ts";
import type { Plain, Town } from "./matrix-town.ts";

const WARM_UPS = 10;
const ROUNDS = 60;

/** Milliseconds from sending to reading the answer, each way once in each round, so that all meet the same machine. */
export type RoundTrips = {
  /** The homeserver alone: from one client to the other. */
  readonly silent: readonly number[];
  readonly echo: readonly number[];
  readonly plain: readonly number[];
  readonly sealed: readonly number[];
};

export async function roundTrips(town: Town): Promise<RoundTrips> {
  const { rooms, otto, paula, anna, login } = town;
  // Answered in one room, as the echo is; message and answer are on the disk before the answer goes out.
  const question = "!ag tagesordnung";
  await anna.sendText(rooms.sealed, "!ag sitzung eröffnen");
  await answer(anna, rooms.sealed, login.userId, "Sitzung ist eröffnet");
  const times = { silent: [] as number[], echo: [] as number[], plain: [] as number[], sealed: [] as number[] };
  for (let round = 1 - WARM_UPS; round <= ROUNDS; round += 1) {
    const silent = await timed(() => toOther(otto, paula, rooms.silent, `Runde ${round}`));
    const echo = await timed(() => toAnswer(otto, rooms.echo, `Runde ${round}`));
    const plain = await timed(() => toAnswer(otto, rooms.plain, question));
    const sealed = await timed(() => toSealedAnswer(anna, rooms.sealed, login.userId, question));
    if (round < 1) continue;
    times.silent.push(silent);
    times.echo.push(echo);
    times.plain.push(plain);
    times.sealed.push(sealed);
  }
  return times;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  // What the last one left to do is over.
  await pause(60);
  const began = performance.now();
  await run();
  return performance.now() - began;
}

async function toOther(from: Plain, to: Plain, room: string, text: string): Promise<void> {
  const sending = from.client.sendText(room, text);
  await to.sync.waitFor((event) => event.room === room && event.content["body"] === text);
  await sending;
}

/** The first thing somebody else says after this. */
async function toAnswer({ client, sync }: Plain, room: string, text: string): Promise<void> {
  const before = sync.events.length;
  const sending = client.sendText(room, text);
  await sync.waitFor(
    (event) => sync.events.indexOf(event, before) !== -1 && event.room === room && event.sender !== client.userId,
  );
  await sending;
}

async function toSealedAnswer(client: LightClient, room: string, from: string, text: string): Promise<void> {
  const { log } = client;
  const before = log.all.length;
  const sending = client.sendText(room, text);
  await log.waitFor((event) => log.all.indexOf(event, before) !== -1 && event.room === room && event.sender === from);
  await sending;
}

export async function answer(client: LightClient, room: string, from: string, text: string): Promise<void> {
  await client.log.waitFor(
    (event) => event.room === room && event.sender === from && String(event.content["body"]).includes(text),
    30_000,
  );
}

const BETWEEN_VOTES = 350;

/** Milliseconds from sending a vote until the message in the room tells of it; everybody votes, one soon after the other. */
export async function votesToLive({ anna, voters, rooms, login }: Town, ballots: number): Promise<readonly number[]> {
  const room = rooms.hall;
  const say = (text: string): Promise<string> => anna.sendText(room, `!ag ${text}`);
  await say("anwesend");
  for (const voter of voters) await voter.sendText(room, "!ag anwesend");
  await answer(anna, room, login.userId, `Anwesend: ${voters.length + 1} von`);
  const times: number[] = [];
  for (let ballot = 1; ballot <= ballots; ballot += 1) {
    await say(`antrag: Die AG trifft sich ${ballot}-mal im Jahr.`);
    await say(`abstimmung ${ballot}`);
    const before = anna.log.all.length;
    await anna.log.waitFor(
      (event) => event.type.endsWith("poll.start") && anna.log.all.indexOf(event, before - 5) !== -1,
      30_000,
    );
    const waiting = voters.map(async (voter, index) => {
      await pause(index * BETWEEN_VOTES);
      const began = performance.now();
      await voter.sendText(room, `!ag ${index % 3 === 2 ? "nein" : "ja"}`);
      await anna.log.waitFor(
        (event) => anna.log.all.indexOf(event, before) !== -1 && votesIn(event.content) > index,
        30_000,
      );
      return performance.now() - began;
    });
    times.push(...(await Promise.all(waiting)));
    await say("abstimmung schließen");
    await answer(anna, room, login.userId, "Angenommen");
    await pause(500);
  }
  return times;
}

/** "Abgestimmt: 3 von 9 Stimmen." or, in the end, "Alle haben gestimmt." */
function votesIn(content: Readonly<Record<string, unknown>>): number {
  const text = JSON.stringify(content);
  return Math.max(...[...text.matchAll(/Abgestimmt: (\d+)/g)].map(([, count]) => Number(count)), 0);
}
