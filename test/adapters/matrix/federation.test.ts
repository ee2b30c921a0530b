import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOfCode } from "../../../src/cli/link-codes.ts";
import { addDays, parseLocalDate } from "../../../src/core/kernel/local-date.ts";
import { personKey } from "../../support/keys.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { enter, type MatrixHouse, openMatrixHouse, removeFolder } from "../../support/matrix/matrix-house.ts";
import { type Peer, startPeer } from "../../support/matrix/peer.ts";
import type { PeerEvent } from "../../support/matrix/peer-commands.ts";
import { matrixCommittee } from "../../support/matrix/small-matrix-committee.ts";
import { type Synapse, startSynapsePair } from "../../support/matrix/synapse.ts";

/** The Jugendamt's server, and the one of a Träger. They know of each other by federation alone. */
describeWithSynapse("a Träger on another homeserver", () => {
  let ours: Synapse;
  let theirs: Synapse;
  let anna: Peer;
  let bert: Peer;
  let bot: MatrixHouse;
  let room: string;
  let direct: string;
  const code = "K7QF2-M9XRA";

  beforeAll(async () => {
    [ours, theirs] = await startSynapsePair();
    const login = await ours.register("sitzungsdienst");
    [anna, bert] = await Promise.all([
      startPeer(ours.url, await ours.register("anna"), { crossSign: true }),
      startPeer(theirs.url, await theirs.register("bert"), { crossSign: true }),
    ]);
    const members = [
      { name: "anna", userId: anna.userId, office: "chair" as const },
      { name: "bert" },
      { name: "carla" },
    ];
    bot = await openMatrixHouse({
      url: ours.url,
      login,
      committee: matrixCommittee(members, []),
      allowedServers: [ours.serverName, theirs.serverName],
    });
    room = await anna.call("createRoom", { encrypted: true, invite: [login.userId, bert.userId] });
    await bert.acceptInvitation(room);
    await enter(bot, anna, room, "Träger");
  });

  afterAll(async () => {
    await bot?.close();
    await Promise.all([anna?.stop(), bert?.stop()]);
    await Promise.all([ours?.stop(), theirs?.stop()]);
    if (bot !== undefined) removeFolder(bot.folder);
  });

  const says =
    (text: string, where = room) =>
    (event: PeerEvent): boolean =>
      event.room === where && event.sender === bot.connection.me && String(event.content["body"]).includes(text);

  test("invites the bot to a direct chat and links there by its code", async () => {
    const today = parseLocalDate(new Date().toISOString().slice(0, 10));
    if (today === undefined) throw new Error("no day");
    await bot.house.runner.apply([
      { type: "LinkCodeIssued", person: personKey("bert"), codeHash: hashOfCode(code), validUntil: addDays(today, 3) },
    ]);
    direct = await bert.call("createRoom", { encrypted: true, isDirect: true, invite: [bot.connection.me] });
    await bert.waitFor(says("ich bin der Sitzungsdienst", direct));
    await bert.call("sendText", { room: direct, text: `anmelden ${code}` });
    await bert.waitFor(says("gehört jetzt zu Frau Bert", direct));
  });

  test("votes by word and by poll, is confirmed alone, and reads the result", async () => {
    await anna.call("sendText", { room, text: "!ag sitzung eröffnen" });
    await bert.waitFor(says("Die 1. Sitzung ist eröffnet"));
    await bert.call("sendText", { room, text: "!ag anwesend" });
    await bert.waitFor(says("stimmen für Träger Bert", direct));
    await anna.call("sendText", { room, text: "!ag anwesend Frau Anna, Frau Carla" });
    await bert.waitFor(says("Die AG ist beschlussfähig"));
    await anna.call("sendText", { room, text: "!ag antrag: Die AG trifft sich im Mai." });
    await anna.call("sendText", { room, text: "!ag abstimmung 1" });
    const poll = await bert.waitFor((event) => event.type === "org.matrix.msc3381.poll.start");
    await bert.call("vote", { room, poll: poll.id, answers: ["a1"] });
    await bert.waitFor(says("Ihre Stimme für Träger Bert: Ja", direct));
    await bert.call("sendText", { room, text: "!ag nein" });
    await bert.waitFor(says("ist geändert: Nein statt Ja", direct));
    await anna.call("sendText", { room, text: "!ag abstimmung schließen" });
    const result = await bert.waitFor(says("Abgelehnt: 0 Ja, 1 Nein"));
    expect(result).toMatchObject({ encrypted: true, failed: undefined });
    const seen = await bert.call("shown", { room });
    expect(seen.filter(({ failed }) => failed !== undefined)).toEqual([]);
  });
});
