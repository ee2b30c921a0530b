import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOutgoingFolder } from "../../../src/adapters/files/outgoing-folder.ts";
import { reply } from "../../../src/flows/reply.ts";
import { accountKey, personKey } from "../../support/keys.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixScene, openScene, present } from "../../support/matrix/matrix-scene.ts";
import type { Peer } from "../../support/matrix/peer.ts";
import type { PeerEvent } from "../../support/matrix/peer-commands.ts";
import { jsonOf } from "../../support/matrix/rest-sync.ts";

const POLL = "org.matrix.msc3381.poll.start";
const PNG = Buffer.from("89504e470d0a1a0a", "hex");

describeWithSynapse("polls, reactions, threads, files", () => {
  let scene: MatrixScene;
  let anna: Peer;
  let bert: Peer;
  let grete: Peer;
  let room: string;
  let motions = 0;

  beforeAll(async () => {
    scene = await openScene(
      [
        { name: "anna", office: "chair", crossSign: true },
        { name: "bert", crossSign: true },
        { name: "grete", office: "office", crossSign: true },
      ],
      [{ name: "carla" }],
    );
    [anna, bert, grete] = [scene.peer("anna"), scene.peer("bert"), scene.peer("grete")];
    room = await scene.room({ by: "anna", with: ["bert", "grete"], name: "Träger", encrypted: true, threads: true });
    for (const peer of [anna, bert, grete]) {
      await scene.tell(
        `hello ${peer.userId}`,
        { kind: "account", account: accountKey(`matrix:${peer.userId}`) },
        "Guten Tag",
      );
      await peer.acceptInvitation();
    }
    await says(anna, "sitzung eröffnen", "Die 1. Sitzung ist eröffnet");
    await says(anna, "anwesend Frau Anna, Frau Bert, Frau Grete", "ist beschlussfähig");
  });

  afterAll(async () => {
    await scene?.stop();
  });

  const isEdit = (event: PeerEvent): boolean => jsonOf(event.content["m.relates_to"])["rel_type"] === "m.replace";
  /** The first new event of the bot that fits, after something was done; the message of an earlier ballot may still be edited. */
  const next = async (
    peer: Peer,
    fits: (event: PeerEvent) => boolean,
    act: () => Promise<unknown>,
  ): Promise<PeerEvent> => {
    const before = new Set(peer.events);
    await act();
    return peer.waitFor((event) => event.sender === scene.me && !before.has(event) && !isEdit(event) && fits(event));
  };
  const bodyHas = (text: string) => (event: PeerEvent) => String(event.content["body"]).includes(text);
  /** The answer in the room. */
  const says = (peer: Peer, command: string, answer: string): Promise<PeerEvent> =>
    next(
      peer,
      (event) => event.room === room && bodyHas(answer)(event),
      () => peer.call("sendText", { room, text: `!ag ${command}` }),
    );

  /** Opens a ballot on a new motion; its message and its poll in the room. */
  const openBallot = async () => {
    motions += 1;
    await says(anna, `antrag: Vorschlag Nummer ${motions} wird umgesetzt.`, `Antrag ${motions}`);
    const before = new Set(bert.events);
    const isNew = (event: PeerEvent): boolean => event.room === room && !before.has(event) && !isEdit(event);
    await anna.call("sendText", { room, text: `!ag abstimmung ${motions}` });
    const message = await bert.waitFor((event) => isNew(event) && bodyHas("Abstimmung eröffnet")(event));
    const poll = await bert.waitFor((event) => isNew(event) && event.type === POLL);
    return { message, poll };
  };
  const close = (result: string): Promise<PeerEvent> => says(anna, "abstimmung schließen", result);
  const shown = async (id: string) =>
    present(
      (await bert.call("shown", { room })).find((one) => one.id === id),
      `message ${id}`,
    );
  const pollOf = async (id: string, where = room, peer = bert) =>
    present(
      (await peer.call("polls", { room: where })).find((one) => one.id === id),
      `poll ${id}`,
    );
  const isEditOf = (id: string) => (event: PeerEvent) => jsonOf(event.content["m.relates_to"])["event_id"] === id;
  const newTextOf = (event: PeerEvent): string => String(jsonOf(event.content["m.new_content"])["body"]);

  test("an open ballot is a poll and one message, edited in place at most every two seconds, up to its end", async () => {
    const { message, poll } = await openBallot();
    const body = String(message.content["body"]);
    expect(["!ag ja", "!ag nein", "!ag enthaltung"].filter((one) => !body.includes(one))).toEqual([]);
    expect(message.content["msgtype"]).toBe("m.text");
    expect((await pollOf(poll.id)).answers.map(({ text }) => text)).toEqual(["Ja", "Nein", "Enthaltung"]);
    const began = performance.now();
    await bert.call("vote", { room, poll: poll.id, answers: ["a1"] });
    await grete.call("vote", { room, poll: poll.id, answers: ["a1"] });
    await anna.call("vote", { room, poll: poll.id, answers: ["a2"] });
    await bert.waitFor((event) => isEditOf(message.id)(event) && newTextOf(event).includes("Abgestimmt: 3 von 3"));
    await close("Angenommen: 2 Ja, 1 Nein");
    await bert.waitFor((event) => isEditOf(message.id)(event) && !newTextOf(event).includes("!ag ja"));
    expect(await shown(message.id)).toMatchObject({ edited: true, failed: undefined, shield: { color: "none" } });
    expect((await shown(message.id)).body).toContain("Die Abstimmung ist geschlossen: Antrag 1.");
    expect(await pollOf(poll.id)).toMatchObject({ ended: true, undecryptable: 0 });
    // Relations stand in clear, so that those who see no content can count.
    const edits = (await scene.rest("anna").history(room)).filter(
      ({ content }) =>
        jsonOf(content["m.relates_to"])["event_id"] === message.id && content["ciphertext"] !== undefined,
    );
    expect(edits.length).toBeGreaterThan(1);
    // The first at once, and the end; however long it took.
    expect(edits.length).toBeLessThanOrEqual(2 + (performance.now() - began) / 2_000);
  });

  test("a tapped answer, a reaction, a number, a reply and a typed word are the same vote", async () => {
    const first = await openBallot();
    await bert.call("react", { room, id: first.message.id, key: "👍" });
    await grete.call("react", { room, id: first.message.id, key: "2️⃣" });
    await anna.call("reply", { room, id: first.message.id, text: "enthaltung" });
    await bert.waitFor(
      (event) => isEditOf(first.message.id)(event) && newTextOf(event).includes("Abgestimmt: 3 von 3"),
    );
    await close("Abgelehnt bei Stimmengleichheit: 1 Ja, 1 Nein, 1 Enthaltung");
    const second = await openBallot();
    await bert.call("vote", { room, poll: second.poll.id, answers: ["a1"] });
    await grete.call("sendText", { room, text: "!ag nein" });
    await bert.waitFor(
      (event) => isEditOf(second.message.id)(event) && newTextOf(event).includes("Abgestimmt: 2 von 3"),
    );
    await close("Abgelehnt bei Stimmengleichheit: 1 Ja, 1 Nein");
  });

  test("the last vote before the close counts, also in the form of polls that is to come", async () => {
    const { poll } = await openBallot();
    const direct = await next(bert, bodyHas("Träger Bert: Ja"), () =>
      bert.call("vote", { room, poll: poll.id, answers: ["a1"] }),
    );
    const changed = await next(bert, bodyHas("Nein statt Ja"), () =>
      bert.call("send", {
        room,
        type: "m.poll.response",
        content: { "m.relates_to": { rel_type: "m.reference", event_id: poll.id }, "m.selections": ["a2"] },
      }),
    );
    expect([direct.room, changed.room]).not.toContain(room);
    await close("0 Ja, 1 Nein");
    await next(bert, bodyHas("Ihre Antwort zählt nicht mehr"), () =>
      bert.call("vote", { room, poll: poll.id, answers: ["a1"] }),
    );
  });

  test("a result is a sentence, a table, lines of text and a picture", async () => {
    await openBallot();
    await next(bert, bodyHas("Träger Bert"), () => bert.call("sendText", { room, text: "!ag ja" }));
    const picture = next(
      bert,
      (event) => event.content["msgtype"] === "m.image",
      () => Promise.resolve(),
    );
    const result = await close("Angenommen: 1 Ja, 0 Nein");
    expect(result.content["formatted_body"]).toMatch(/<table>\s*<tr><td>Ja: <\/td><td>1<\/td>/);
    expect(String(result.content["body"]).split("\n")).toEqual(expect.arrayContaining(["Ja: 1", "Nein: 0"]));
    const { content } = await picture;
    expect(content["file"]).toBeDefined();
    const bytes = await bert.call("download", { content });
    expect(Buffer.from(bytes.subarray(0, 8))).toEqual(PNG);
    expect(jsonOf(content["info"])).toMatchObject({ mimetype: "image/png", size: bytes.length, w: expect.any(Number) });
  });

  test("a secret ballot asks in direct chats only, says so in the room, and ends its polls there", async () => {
    motions += 1;
    await says(anna, `antrag: Vorschlag Nummer ${motions} wird umgesetzt.`, `Antrag ${motions}`);
    const before = new Set([...anna.events, ...bert.events, ...grete.events]);
    const isPoll = (event: PeerEvent): boolean => event.type === POLL && !before.has(event);
    const said = await says(anna, `abstimmung ${motions} geheim`, "Abstimmung eröffnet");
    expect(said.content["body"]).toContain("Gestimmt wird im Direktchat mit mir");
    const polls = await Promise.all([anna, bert, grete].map((peer) => peer.waitFor(isPoll)));
    expect(polls.map(({ room: where }) => where)).not.toContain(room);
    const [, ballot] = polls;
    const { room: direct, id } = present(ballot, "Bert's ballot");
    await next(bert, bodyHas("liegt verschlossen in der Urne"), () =>
      bert.call("vote", { room: direct, poll: id, answers: ["a1"] }),
    );
    await next(grete, bodyHas("sie wurde nicht gezählt"), () => grete.call("sendText", { room, text: "!ag ja" }));
    await says(anna, "abstimmung schließen", "Ja");
    await expect
      .poll(async () => {
        const ends = await Promise.all(
          [anna, bert, grete].map((peer, index) => {
            const { id: poll, room: where } = present(polls[index], "a poll");
            return pollOf(poll, where, peer);
          }),
        );
        return ends.map(({ ended }) => ended);
      })
      .toEqual([true, true, true]);
    expect(bert.events.filter((event) => isPoll(event) && event.room === room)).toEqual([]);
  });

  test("what belongs to an item stands in its thread, votes stand in the room", async () => {
    await says(anna, 'top vorschlagen "Haushalt" 10 min', "Haushalt");
    await says(anna, "top 1", "Haushalt");
    await says(anna, "feststellung: Die Zahlen liegen vor.", "Die Zahlen liegen vor");
    const { message, poll } = await openBallot();
    const all = await bert.call("shown", { room });
    const note = present(
      all.findLast(({ body, sender }) => sender === scene.me && body.includes("Die Zahlen liegen vor")),
      "note",
    );
    const root = present(
      all.find(({ id }) => id === note.thread),
      "root",
    );
    expect(root.body).toContain("Haushalt");
    expect(root.thread).toBeUndefined();
    const motion = present(
      all.findLast(({ body, sender }) => sender === scene.me && body.startsWith(`Antrag ${motions}`)),
      "motion",
    );
    expect(motion.thread).toBe(root.id);
    expect([message.id, poll.id].map((id) => all.find((one) => one.id === id)?.thread)).toEqual([undefined, undefined]);
    expect((await bert.call("thread", { room, id: root.id })).length).toBeGreaterThanOrEqual(2);
    await says(anna, "abstimmung abbrechen: Probe", "abgebrochen");
  });

  test("chatter does not ring, and who has to act is called by name", async () => {
    const plain = await scene.room({ by: "anna", with: ["bert"], name: "Offen", encrypted: false });
    const unread = (peer: Peer, where: string) => peer.call("unread", { room: where });
    const [inPlain, atBert, atGrete] = [await unread(bert, plain), await unread(bert, room), await unread(grete, room)];
    const call = { attention: true, callsOn: [personKey("bert")] } as const;
    await scene.tell("chatter", scene.toRoom(plain), "Nur zur Kenntnis");
    await scene.tell("call plain", scene.toRoom(plain), "Bitte antworten", call);
    await scene.tell("call", scene.toRoom(room), "Bitte auch hier antworten", call);
    const notice = await bert.waitFor(scene.says("Nur zur Kenntnis", plain));
    const called = await bert.waitFor(scene.says("Bitte auch hier antworten", room));
    expect([notice.content["msgtype"], notice.content["m.mentions"]]).toEqual(["m.notice", {}]);
    expect([called.content["msgtype"], called.content["m.mentions"]]).toEqual(["m.text", { user_ids: [bert.userId] }]);
    await expect
      .poll(() => unread(bert, plain))
      .toEqual({ total: inPlain.total + 1, highlights: inPlain.highlights + 1 });
    await expect.poll(async () => (await unread(bert, room)).highlights).toBe(atBert.highlights + 1);
    await grete.waitFor(scene.says("Bitte auch hier antworten", room));
    expect((await unread(grete, room)).highlights).toBe(atGrete.highlights);
    await scene.unbind(plain);
  });

  test("200 KiB of text arrive in parts, in order and whole", async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `${index} ${"Straße & <Ödland> ".repeat(6)}`.trim());
    expect(Buffer.byteLength(lines.join("\n"))).toBeGreaterThan(200 * 1_024);
    await scene.tell("long", scene.toRoom(room), lines.join("\n"));
    const last = String(lines.at(-1));
    await bert.waitFor((event) => event.room === room && bodyHas(last)(event));
    const parts = (await bert.call("shown", { room })).filter(({ body }) => /^\(\d+\/\d+\)\n/.test(body));
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.map(({ body }) => body.split("\n", 1)[0])).toEqual(
      parts.map((_, at) => `(${at + 1}/${parts.length})`),
    );
    expect(parts.map(({ body }) => body.slice(body.indexOf("\n") + 1)).join("\n")).toBe(lines.join("\n"));
  });

  test("papers and dates come as encrypted files, byte for byte", async () => {
    await says(anna, "sitzung schließen", "geschlossen");
    const file = await next(
      anna,
      ({ content }) => content["msgtype"] === "m.file",
      () => anna.call("sendText", { room, text: "!ag protokoll" }),
    );
    const folder = join(scene.bot().folder, "outgoing");
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("base64"));
    const bytes = await anna.call("download", { content: file.content });
    expect(bytes.length).toBeGreaterThan(200);
    expect(kept).toContain(Buffer.from(bytes).toString("base64"));
    expect(file.content["file"]).toBeDefined();
    expect(file.content["url"]).toBeUndefined();

    const calendar = Buffer.from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Sitzung\r\nEND:VCALENDAR\r\n");
    const reference = createOutgoingFolder(folder).put({ stem: "termin", extension: "ics", bytes: calendar });
    const files = [{ name: "Termin März.ics", mediaType: "text/calendar", reference }];
    await scene.bot().house.runner.tell("ics", [reply(scene.toRoom(room), ["Der Termin zum Eintragen."], { files })]);
    const sent = await bert.waitFor(({ content }) => content["filename"] === "Termin März.ics");
    expect(sent).toMatchObject({
      encrypted: true,
      content: { info: { mimetype: "text/calendar", size: calendar.length } },
    });
    expect(Buffer.from(await bert.call("download", { content: sent.content }))).toEqual(calendar);
    // The homeserver has only what is sealed.
    const stored = await scene.rest("bert").download(String(jsonOf(sent.content["file"])["url"]));
    expect(Buffer.from(stored).includes("VCALENDAR")).toBe(false);
  });
});
