import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entry } from "../../../src/core/kernel/table.ts";
import { seatKey } from "../../support/keys.ts";
import type { Json } from "../../support/matrix/api-call.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type Peer, startPeer } from "../../support/matrix/peer.ts";
import type { PeerEvent } from "../../support/matrix/peer-commands.ts";
import { openPlainScene, type PlainScene } from "../../support/matrix/plain-scene.ts";
import { type RestClient, restClient } from "../../support/matrix/rest-client.ts";
import type { RawEvent } from "../../support/matrix/rest-sync.ts";

const POLL = "org.matrix.msc3381.poll";

/** What no honest client sends, in a running meeting: ignored or refused by rule, and the record stays as it was. */
describeWithSynapse("bad input in Matrix", () => {
  let plain: PlainScene;
  let bert: RestClient;
  let dora: RestClient;
  let stranger: RestClient;
  /** Real clients, which read what the bot tells each alone. */
  const readers = new Map<RestClient, Peer>();
  const inDirectChat = new Set<RestClient>();
  const told = new Set<PeerEvent>();

  beforeAll(async () => {
    plain = await openPlainScene([
      { name: "bert" },
      { name: "dora", seat: "bert" },
      { name: "emil" },
      { name: "frida" },
    ]);
    const { scene, room, chair } = plain;
    [bert, dora] = [scene.rest("bert"), scene.rest("dora")];
    const login = await scene.synapse.register("fremd", { displayName: "Frau Anna" });
    stranger = restClient(scene.synapse.url, login);
    const reader = await startPeer(scene.synapse.url, login);
    await chair.invite(room, stranger.userId);
    await stranger.join(room);
    readers.set(bert, scene.peer("bert")).set(dora, scene.peer("dora")).set(stranger, reader);
    for (const name of ["anna", "bert", "dora", "emil", "frida"]) await scene.rest(name).sendText(room, "!ag anwesend");
    await plain.seen.waitFor(said("Die AG ist beschlussfähig"));
  });

  afterAll(async () => {
    await readers.get(stranger)?.stop();
    await plain?.stop();
  });

  const said =
    (text: string, where?: string) =>
    ({ sender, room, content }: RawEvent): boolean =>
      sender === plain.scene.me && (where === undefined || room === where) && String(content["body"]).includes(text);
  const state = () => plain.scene.bot().house.runner.state();
  const version = (): number => state().version;
  /** Resolves when everything sent before has been worked off. */
  const fence = async (mark: string): Promise<void> => {
    await plain.note(mark);
    await plain.noted(mark);
  };
  const inRoom = (type: string, content: Json, by: RestClient = bert): Promise<string> =>
    by.send(plain.room, type, content);
  /** Told by direct chat, which is encrypted, and not in the room. */
  const toldAlone = async (whom: RestClient, text: string): Promise<void> => {
    const peer = readers.get(whom);
    if (peer === undefined) throw new Error("nobody reads");
    const isThere = (event: PeerEvent): boolean =>
      event.room !== plain.room && event.sender === plain.scene.me && String(event.content["body"]).includes(text);
    if (!inDirectChat.has(whom)) {
      const invited = await peer.waitFor(
        ({ type, room, sender }) => type === "m.room.member" && room !== plain.room && sender === plain.scene.me,
      );
      await peer.acceptInvitation(invited.room);
    }
    inDirectChat.add(whom);
    const found = await peer.waitFor((event) => isThere(event) && !told.has(event));
    told.add(found);
    expect(plain.seen.events.some(said(text, plain.room))).toBe(false);
  };
  const votes = (): Readonly<Record<string, string>> => {
    const { open, ballots } = state().ballots;
    const ballot = open === undefined ? undefined : entry(ballots, open);
    const cast = [...(ballot?.votes.entries() ?? [])];
    return Object.fromEntries(cast.map(([seat, { vote }]) => [seat, vote?.kind === "question" ? vote.choice : "?"]));
  };
  const openBallot = async (title: string): Promise<string> => {
    const known = new Set(plain.seen.events);
    await plain.chair.sendText(plain.room, `!ag antrag: ${title}`);
    const isMoved = (event: RawEvent): boolean => !known.has(event) && said(`${title}\n1️⃣`)(event);
    const moved = await plain.seen.waitFor(isMoved);
    const motion = /Antrag (\d+)/.exec(String(moved.content["body"]))?.[1] ?? "";
    await plain.chair.sendText(plain.room, `!ag abstimmung ${motion}`);
    return (await plain.seen.waitFor((event) => !known.has(event) && event.type === `${POLL}.start`)).id;
  };
  const closeBallot = async (): Promise<void> => {
    const known = new Set(plain.seen.events);
    await plain.chair.sendText(plain.room, "!ag abstimmung schließen");
    await plain.seen.waitFor((event) => !known.has(event) && event.type === `${POLL}.end`);
  };
  const answer = (poll: string, answers: unknown, key = `${POLL}.response`): Json => ({
    "m.relates_to": { rel_type: "m.reference", event_id: poll },
    [key]: { answers },
  });

  describe("shapes", () => {
    test("events of a wrong make change nothing, and what comes after them is heard", async () => {
      await fence("Vorher");
      const before = version();
      const relation = (value: unknown): Json => ({ msgtype: "m.text", body: "!ag anwesend", "m.relates_to": value });
      for (const content of [
        {},
        { msgtype: "m.text" },
        { body: "!ag sitzung schließen" },
        { msgtype: "m.emote", body: "!ag sitzung schließen" },
        { msgtype: "m.notice", body: "!ag sitzung schließen" },
        { msgtype: "m.location", body: "!ag sitzung schließen", geo_uri: "geo:1,1" },
        { ...relation("x"), body: "kein Befehl" },
        { ...relation({ rel_type: ["m.replace"], event_id: {} }), body: "kein Befehl" },
        { msgtype: "m.text", body: "x", "m.mentions": "alle", formatted_body: { a: 1 } },
      ])
        await inRoom("m.room.message", content).catch(() => undefined);
      for (const type of ["m.reaction", `${POLL}.response`, "m.poll.response", "m.room.encrypted", "m.sticker"])
        for (const content of [{}, { "m.relates_to": [] }, answer("$nichts", "a1"), answer("$nichts", [1, {}])])
          await inRoom(type, content as Json).catch(() => undefined);
      await fence("Nachher");
      expect(version()).toBe(before + 1);
    });

    test("60 KiB in one message are refused in German; HTML and turned writing stay text", async () => {
      await inRoom("m.room.message", { msgtype: "m.text", body: `!ag feststellung: ${"ä".repeat(20_000)}` });
      await plain.seen.waitFor(said("zu lang"));
      await inRoom("m.room.message", { msgtype: "m.text", body: "!ag feststellung: verkehrt \u202e herum" });
      await plain.seen.waitFor(said("unsichtbares Zeichen"));
      await plain.note("<img src=x onerror=alert(1)> & [Link](javascript:alert(1)) @room");
      const shown = await plain.seen.waitFor(said("onerror"));
      expect(String(shown.content["formatted_body"] ?? "")).not.toContain("<img");
      expect(shown.content["m.mentions"]).toEqual({});
    });

    test("a quoted command is no command, and an edited one is not read again", async () => {
      const before = version();
      const first = await bert.sendText(plain.room, "!ag status");
      await plain.seen.waitFor(said("1. Sitzung, Leitung", plain.room));
      const body = `> <${plain.chair.userId}> !ag sitzung schließen\n\ndas sehe ich auch so`;
      const quoted = { msgtype: "m.text", body, "m.relates_to": { "m.in_reply_to": { event_id: first } } };
      await inRoom("m.room.message", quoted);
      await inRoom("m.room.message", {
        msgtype: "m.text",
        body: "* !ag gehe",
        "m.new_content": { msgtype: "m.text", body: "!ag gehe" },
        "m.relates_to": { rel_type: "m.replace", event_id: first },
      });
      await toldAlone(bert, "Bearbeitete Nachrichten lese ich nicht noch einmal");
      await bert.redact(plain.room, first);
      await fence("Danach");
      expect(version()).toBe(before + 1);
    });
  });

  describe("votes", () => {
    test("a poll of a member is none of ours, and a foreign answer counts nowhere", async () => {
      const poll = await openBallot("Wir treffen uns im Mai.");
      const forged = await inRoom(`${POLL}.start`, {
        [`${POLL}.start`]: {
          question: { "org.matrix.msc1767.text": "Antrag 1" },
          answers: [{ id: "a1", "org.matrix.msc1767.text": "Ja" }],
        },
        "org.matrix.msc1767.text": "Antrag 1",
      });
      await inRoom(`${POLL}.response`, answer(forged, ["a1"]));
      for (const answers of [["a9"], [], ["a1.5"], ["constructor"], "a1", [["a1"]]])
        await inRoom(`${POLL}.response`, answer(poll, answers));
      await fence("Keine Stimme");
      expect(votes()).toEqual({});
      await inRoom("m.poll.response", {
        "m.relates_to": { rel_type: "m.reference", event_id: poll },
        "m.selections": ["a2"],
      });
      await toldAlone(bert, "Ihre Stimme für Träger Bert: Nein");
      expect(votes()).toEqual({ bert: "no" });
    });

    test("who may not vote is told so alone: a stranger with the chair's name, the second person of a Träger", async () => {
      const poll = plain.seen.events.findLast(
        ({ type, sender }) => type === `${POLL}.start` && sender === plain.scene.me,
      );
      await inRoom(`${POLL}.response`, answer(poll?.id ?? "", ["a1"]), stranger);
      await toldAlone(stranger, "noch mit keiner Person verbunden");
      await inRoom(`${POLL}.response`, answer(poll?.id ?? "", ["a1"]), dora);
      await toldAlone(dora, "Abgelehnt: ");
      await inRoom("m.room.message", { msgtype: "m.text", body: "!ag sitzung schließen" }, stranger);
      await plain.seen.waitFor(said("noch mit keiner Person verbunden", plain.room));
      expect(votes()).toEqual({ bert: "no" });
      expect(state().meetings.current).toBeDefined();
    });

    test("an answer to a poll that has ended does not count for the next ballot", async () => {
      const first = plain.seen.events.findLast(
        ({ type, sender }) => type === `${POLL}.start` && sender === plain.scene.me,
      );
      await closeBallot();
      await inRoom(`${POLL}.response`, answer(first?.id ?? "", ["a1"]));
      await openBallot("Wir treffen uns im Juni.");
      await inRoom(`${POLL}.response`, answer(first?.id ?? "", ["a1"]));
      await toldAlone(bert, "Diese Abstimmung ist beendet. Ihre Antwort zählt nicht mehr");
      expect(votes()).toEqual({});
      const vote = await bert.sendText(plain.room, "!ag ja");
      await toldAlone(bert, "Ihre Stimme für Träger Bert: Ja");
      await bert.redact(plain.room, vote);
      await fence("Zurückgezogen");
      expect(votes()).toEqual({ bert: "yes" });
      await closeBallot();
      await inRoom("m.room.message", { msgtype: "m.text", body: "!ag nein" });
      await toldAlone(bert, "Es läuft keine Abstimmung");
    });

    test("a secret vote in the room does not count, and whoever gave it hears why", async () => {
      await plain.chair.sendText(plain.room, "!ag antrag: Geheim.");
      const moved = await plain.seen.waitFor(said("Geheim.\n1️⃣"));
      const motion = /Antrag (\d+)/.exec(String(moved.content["body"]))?.[1] ?? "";
      const polls = plain.seen.events.filter(({ type }) => type === `${POLL}.start`).length;
      await plain.chair.sendText(plain.room, `!ag abstimmung ${motion} geheim`);
      await plain.seen.waitFor(said("geheim."));
      await bert.sendText(plain.room, "!ag ja");
      await toldAlone(bert, "Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt.");
      expect(Object.keys(votes())).toEqual([]);
      expect(entry(state().ballots.ballots, state().ballots.open ?? 0)?.votes.has(seatKey("bert"))).toBe(false);
      expect(plain.seen.events.filter(({ type }) => type === `${POLL}.start`)).toHaveLength(polls);
    });
  });
});
