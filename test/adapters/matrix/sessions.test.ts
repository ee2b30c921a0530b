import { afterAll, beforeAll, expect, test } from "vitest";
import type { Incoming } from "../../../src/flows/incoming.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { filesHolding } from "../../support/matrix/files-holding.ts";
import type { KeptRecord } from "../../support/matrix/kept-record.ts";
import { type LocalSession, localSession } from "../../support/matrix/local-session.ts";
import { removeFolder } from "../../support/matrix/matrix-house.ts";
import { type Cast, type MatrixSession, matrixSession } from "../../support/matrix/matrix-session.ts";
import { restClient } from "../../support/matrix/rest-client.ts";
import { listOf } from "../../support/matrix/rest-sync.ts";
import { type Synapse, startSynapse } from "../../support/matrix/synapse.ts";

/*
 * Whole sessions in encrypted rooms. Everybody of the committee has an account; whoever speaks sits at a client: some at matrix-js-sdk
 * (what Element Web is built on) and one at python3-matrix-nio, each a process of its own; the rest at light clients in this process,
 * which share their encryption with the bot. Whoever says nothing has no client, and never accepts the bot's invitation.
 */

async function hold(name: string, cast: Cast, typed?: (incoming: Incoming) => string) {
  const [local, synapse] = await Promise.all([localSession(name), startSynapse()]);
  return { local, synapse, session: await matrixSession(synapse, local, cast, typed) };
}

async function end(session: MatrixSession | undefined, synapse: Synapse | undefined): Promise<void> {
  await session?.stop();
  await synapse?.stop();
  if (session !== undefined) removeFolder(session.folder);
}

/** Papers as they came to somebody, by name. */
async function received(session: MatrixSession, person: string): Promise<Readonly<Record<string, string>>> {
  const speaker = session.speakers.get(person);
  const files = speaker?.heard().filter(({ content }) => content["msgtype"] === "m.file") ?? [];
  const opened = files.map(async ({ content }) => {
    const bytes = await speaker?.download?.(content);
    return [String(content["filename"] ?? content["body"]), Buffer.from(bytes ?? []).toString("utf8")];
  });
  return Object.fromEntries(await Promise.all(opened));
}

/** Nothing of what came could not be read, and in no room it came in clear. */
function unreadable({ speakers, bot }: MatrixSession): readonly unknown[] {
  return [...speakers.values()].flatMap((speaker) =>
    speaker
      .heard()
      .filter(({ sender }) => sender === bot.connection.me)
      .filter(
        ({ type, encrypted, failed }) => !isState(type) && (!encrypted || (failed !== undefined && failed !== false)),
      )
      .map((event) => ({ client: speaker.client, ...event })),
  );
}

const isState = (type: string): boolean => type.startsWith("m.room.") && !/^m\.room\.(?:message|encrypted)$/.test(type);

describeWithSynapse("the session of Segeberg in encrypted rooms", () => {
  let local: LocalSession;
  let synapse: Synapse;
  let session: MatrixSession;
  let record: KeptRecord;

  beforeAll(async () => {
    ({ local, synapse, session } = await hold("segeberg.txt", {
      office: "geschaeftsstelle",
      clients: { geschaeftsstelle: "js-sdk", lindner: "js-sdk", jansen: "js-sdk", neeth: "nio" },
      byCode: { lindner: "Herr Lindner", neeth: "Frau Neeth" },
    }));
    record = session.record();
  }, 240_000);
  afterAll(() => end(session, synapse));

  test("leaves the same record as in the local room", () => {
    expect(record.events).toEqual(local.record.events);
    expect(record.events.length).toBeGreaterThan(100);
  });

  test("leaves the same papers, which arrive sealed and whole", async () => {
    expect(Object.keys(record.papers)).toHaveLength(4);
    expect(record.papers).toEqual(local.record.papers);
    expect(await received(session, "geschaeftsstelle")).toEqual(local.record.papers);
  });

  test("is readable to everybody to its last message", () => {
    expect(unreadable(session)).toEqual([]);
  });
});

describeWithSynapse("a secret election in encrypted rooms", () => {
  let local: LocalSession;
  let synapse: Synapse;
  let session: MatrixSession;
  let record: KeptRecord;
  /** As nobody else writes it. */
  const typed = ({ room, text }: Incoming): string =>
    room === undefined && text.startsWith("stimme ") ? text.replace(/[a-zäöü]{2,}/g, capitalTail) : text;

  beforeAll(async () => {
    ({ local, synapse, session } = await hold(
      "geheime-wahl.txt",
      {
        office: "vollmer",
        clients: { vollmer: "js-sdk", brandt: "js-sdk", schulz: "js-sdk", jensen: "nio" },
        byCode: { jensen: "Frau Jensen", brandt: "Herr Brandt" },
      },
      typed,
    ));
    record = session.record();
  }, 240_000);
  afterAll(() => end(session, synapse));

  test("leaves the same record and the same papers as in the local room", async () => {
    expect(record.events).toEqual(local.record.events);
    expect(record.papers).toEqual(local.record.papers);
    expect(await received(session, "vollmer")).toEqual(local.record.papers);
    expect(Object.keys(record.papers)).toHaveLength(2);
  });

  test("leaves the same votes in the boxes", () => {
    expect(record.boxes).toEqual(local.record.boxes);
    expect(Object.values(record.boxes).map((votes) => votes.length)).toEqual([8, 8, 5]);
  });

  test("leaves no vote as it was written in any file of the program", () => {
    const votes = session.said.filter(({ text }) => /^stIMME /i.test(text) && text !== text.toLowerCase());
    const words = [...new Set(votes.map(({ text }) => text))];
    expect(words.length).toBeGreaterThan(3);
    for (const word of words) expect(filesHolding(session.folder, word), word).toEqual([]);
    // What is no secret is found this way.
    expect(filesHolding(session.bot.folder, "Frau Jensen")).not.toEqual([]);
  });

  test("has each vote sent where only the voter and the bot are", async () => {
    const votes = session.said.filter(({ room }) => [...session.direct.values()].includes(room));
    expect(votes.length).toBeGreaterThan(20);
    for (const { room, person } of votes) {
      const login = session.speakers.get(person)?.login;
      if (login === undefined) throw new Error(`who is ${person}?`);
      const path = `/rooms/${encodeURIComponent(room)}/members`;
      const members = listOf((await restClient(synapse.url, login).call("GET", path))["chunk"]);
      expect(members.map((member) => member["state_key"]).toSorted()).toEqual(
        [session.bot.connection.me, login.userId].toSorted(),
      );
    }
  });

  test("is readable to everybody to its last message", () => {
    expect(unreadable(session)).toEqual([]);
  });
});

const capitalTail = (word: string): string => word.charAt(0) + word.slice(1).toUpperCase();
