import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localOf } from "../../../src/adapters/clock/zone-time.ts";
import { committeeCodec } from "../../../src/adapters/storage/committee-codec.ts";
import { committeeStream } from "../../../src/cli/compose.ts";
import type { Instant } from "../../../src/core/kernel/ids.ts";
import { numericDate } from "../../../src/texts/dates.ts";
import {
  type BothHouse,
  newBothFolder,
  openBothHouse,
  placeOf,
  removeBothFolder,
} from "../../support/both-platforms-house.ts";
import { chatCommittee } from "../../support/chat-committee.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type LightClient, type LightEvent, startLightClient } from "../../support/matrix/light-client.ts";
import { type Synapse, startSynapse } from "../../support/matrix/synapse.ts";
import { PATIENCE_WITH_STARTS } from "../../support/patience.ts";
import { type FakeTeams, startFakeTeams } from "../../support/teams/fake-teams.ts";
import type { Person } from "../../support/teams/person.ts";
import { messageText } from "../../support/teams/sight.ts";
import type { Chat } from "../../support/teams/world.ts";

/** On each platform. */
const people = 30;
const each = 5;
const all = 2 * people * each;
const numbers = Array.from({ length: people }, (_, index) => index + 1);
const turns = Array.from({ length: each }, (_, index) => index + 1);
const card = (turn: number, name: string): string => `Karte ${turn} von ${name}`;

describeWithSynapse(`${all} ideas of ${2 * people} people, half of them in Teams, half in an encrypted room`, () => {
  const folder = newBothFolder();
  let synapse: Synapse;
  let fake: FakeTeams;
  let bot: BothHouse;
  let chat: Chat;
  let room: string;
  let inTeams: readonly (readonly [name: string, person: Person])[];
  let inMatrix: readonly (readonly [name: string, client: LightClient])[];

  beforeAll(async () => {
    [synapse, fake] = await Promise.all([startSynapse(), startFakeTeams()]);
    const login = await synapse.register("sitzungsdienst");
    const clients: (readonly [string, LightClient])[] = [];
    for (const n of numbers) {
      const name = `m${n}`;
      clients.push([name, await startLightClient(synapse.url, await synapse.register(name), join(folder, name))]);
    }
    inMatrix = clients;
    inTeams = numbers.map((n) => [`t${n}`, fake.person(`Person ${n}`)]);
    chat = fake.chat({ kind: "groupChat", members: inTeams.map(([, person]) => person), rsc: true });
    room = await first(inMatrix).createRoom(
      [login.userId, ...inMatrix.slice(1).map(([, { userId }]) => userId)],
      false,
    );
    bot = await openBothHouse({
      folder: join(folder, "bot"),
      microsoft: placeOf(fake),
      matrix: { url: synapse.url, login },
      committee: chatCommittee(
        [
          ...inTeams.map(([name, { objectId }], index) => ({
            name,
            accounts: [`teams:${objectId}`],
            ...(index === 0 ? { office: "chair" as const } : {}),
          })),
          ...inMatrix.map(([name, { userId }]) => ({ name, accounts: [`matrix:${userId}`] })),
        ],
        [
          { room: `teams:${chat.id}`, name: "Teams-Chat" },
          { room: `matrix:${room}`, name: "Matrix-Raum" },
        ],
      ),
      liveEvery: 2_000,
    });
    fake.bot.endpoint = bot.endpoint;
    await first(inTeams).addsBot(chat);
    await Promise.all(inMatrix.map(([, { log }]) => log.waitFor((event) => event.room === room && isJoinOf(event))));
    const today = localOf(new Date().toISOString() as Instant, "Europe/Berlin").date; // toISOString gives an instant
    await says(first(inTeams), `workshop planen "Klausur" ${numericDate(today)}`);
    await says(first(inTeams), "workshop eröffnen");
    await says(first(inTeams), "phase ideen");
    await fake.waitForMessage(chat, "Jetzt: Ideen sammeln");
    await first(inMatrix).log.waitFor((event) => isOfBot(event) && bodyOf(event).includes("Jetzt: Ideen sammeln"));
  }, PATIENCE_WITH_STARTS);

  afterAll(async () => {
    await bot?.close();
    await Promise.all((inMatrix ?? []).map(([, one]) => one.stop()));
    await Promise.all([synapse?.stop(), fake?.close()]);
    removeBothFolder(folder);
  });

  async function says(by: Person, words: string): Promise<void> {
    const { status } = await by.says(chat, words, { mention: true });
    if (status !== 200) throw new Error(`${words}: ${status}`);
  }

  const isJoinOf = ({ type, sender, content }: LightEvent): boolean =>
    type === "m.room.member" && sender === bot.matrix?.me && content["membership"] === "join";
  const isOfBot = ({ room: where, sender, type }: LightEvent): boolean =>
    where === room && sender === bot.matrix?.me && type === "m.room.message";
  const ideas = () =>
    [...bot.house.store.read(committeeStream)]
      .map(committeeCodec.decode)
      .flatMap((event) => (event.type === "IdeaGiven" ? [event] : []));

  test("are all taken, once, in the order in which each gave them; each is told alone, the rooms read one message", {
    timeout: PATIENCE_WITH_STARTS,
  }, async () => {
    await Promise.all([
      ...inTeams.map(async ([name, person]) => {
        for (const turn of turns) await says(person, `idee: ${card(turn, name)}`);
      }),
      ...inMatrix.map(async ([name, client]) => {
        for (const turn of turns) await client.sendText(room, `!ag idee: ${card(turn, name)}`);
      }),
    ]);
    await fake.waitFor(() => ideas().length >= all, PATIENCE_WITH_STARTS);
    const given = ideas();
    expect(given.map(({ idea }) => idea)).toEqual(Array.from({ length: all }, (_, index) => index + 1));
    for (const [name] of [...inTeams, ...inMatrix])
      expect(given.filter(({ person }) => person === name).map(({ text }) => text)).toEqual(
        turns.map((turn) => card(turn, name)),
      );

    // The number at the end stands in both rooms, in the message that was there from the beginning.
    const counts = `Klausur: ${all} Ideen.`;
    await fake.waitForMessage(chat, counts, PATIENCE_WITH_STARTS);
    const reader = first(inMatrix).log;
    await reader.waitFor((event) => isOfBot(event) && bodyOf(event).includes(counts), PATIENCE_WITH_STARTS);
    expect(
      fake.messagesIn(chat).filter((one) => one.from === "bot" && messageText(one).includes("Klausur: ")),
    ).toHaveLength(1);
    const live = reader.all.filter((event) => isOfBot(event) && bodyOf(event).includes("Klausur: ") && !isEdit(event));
    expect(live).toHaveLength(1);

    // Each idea is confirmed to whoever gave it, where nobody else reads it.
    for (const [name, person] of inTeams)
      await fake.waitFor(
        () =>
          confirmed(
            person.sees(person.alone).map(({ text }) => text),
            name,
          ),
        PATIENCE_WITH_STARTS,
      );
    for (const [name, { log }] of inMatrix)
      await fake.waitFor(
        () => confirmed(log.all.filter((one) => one.room !== room).map(bodyOf), name),
        PATIENCE_WITH_STARTS,
      );
    expect(
      fake.messagesIn(chat).filter((one) => one.from === "bot" && messageText(one).includes("ist notiert")),
    ).toEqual([]);
    expect(fake.violations).toEqual([]);
    expect(bot.notes.filter((note) => note.startsWith("failed"))).toEqual([]);
  });
});

/** Every card of this person was confirmed, each once. */
function confirmed(told: readonly string[], name: string): boolean {
  const times = turns.map((turn) => told.filter((text) => text.includes(`„${card(turn, name)}“ ist notiert`)).length);
  if (times.some((count) => count > 1)) throw new Error(`${name} was told ${times.join(", ")} times`);
  return times.every((count) => count === 1);
}

function first<One>([found]: readonly (readonly [string, One])[]): One {
  if (found === undefined) throw new Error("nobody is there");
  return found[1];
}

const bodyOf = ({ content }: LightEvent): string => String(content["body"] ?? "");
const isEdit = ({ content }: LightEvent): boolean =>
  (content["m.relates_to"] as { rel_type?: unknown } | undefined)?.rel_type === "m.replace"; // as it was sent
