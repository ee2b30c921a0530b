import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { enter, type MatrixHouse, openMatrixHouse, removeFolder } from "../../support/matrix/matrix-house.ts";
import { type Peer, startPeer } from "../../support/matrix/peer.ts";
import { matrixCommittee } from "../../support/matrix/small-matrix-committee.ts";
import { type Synapse, startSynapse } from "../../support/matrix/synapse.ts";

describeWithSynapse("a meeting in an encrypted room", () => {
  let synapse: Synapse;
  let anna: Peer;
  let bert: Peer;
  let bot: MatrixHouse;
  let room: string;

  beforeAll(async () => {
    synapse = await startSynapse();
    const [login, a, b] = await Promise.all([
      synapse.register("sitzungsdienst"),
      synapse.register("anna"),
      synapse.register("bert"),
    ]);
    [anna, bert] = await Promise.all([
      startPeer(synapse.url, a, { crossSign: true }),
      startPeer(synapse.url, b, { crossSign: true, onlySignedDevices: true }),
    ]);
    bot = await openMatrixHouse({
      url: synapse.url,
      login,
      committee: matrixCommittee(
        [
          { name: "anna", userId: anna.userId, office: "chair" },
          { name: "bert", userId: bert.userId },
          { name: "carla" },
        ],
        [],
      ),
    });
    room = await anna.call("createRoom", { encrypted: true, invite: [login.userId, bert.userId] });
    await bert.acceptInvitation(room);
    await enter(bot, anna, room, "Träger");
  });

  afterAll(async () => {
    await bot?.close();
    await Promise.all([anna?.stop(), bert?.stop()]);
    await synapse?.stop();
    if (bot !== undefined) removeFolder(bot.folder);
  });

  const says = (text: string) => (event: { sender: string; content: { readonly [key: string]: unknown } }) =>
    event.sender === bot.connection.me && String(event.content["body"]).includes(text);

  test("is opened, counted and voted in, by poll and by word", async () => {
    expect(bot.connection.encryption.crossSigning()).toBe("signed");
    await anna.call("sendText", { room, text: "!ag sitzung eröffnen" });
    const opened = await bert.waitFor(says("Die 1. Sitzung ist eröffnet"));
    expect(opened).toMatchObject({ encrypted: true, shield: { color: "none" } });
    await anna.call("sendText", { room, text: "!ag anwesend" });
    await anna.call("sendText", { room, text: "!ag anwesend Frau Carla" });
    await bert.call("sendText", { room, text: "!ag anwesend" });
    await anna.waitFor(says("Die AG ist beschlussfähig"));
    await anna.call("sendText", { room, text: "!ag antrag: Die AG trifft sich im Mai." });
    await anna.call("sendText", { room, text: "!ag abstimmung 1" });
    const poll = await bert.waitFor((event) => event.type === "org.matrix.msc3381.poll.start");
    await bert.call("vote", { room, poll: poll.id, answers: ["a1"] });
    await anna.call("sendText", { room, text: "!ag ja" });
    const direct = await bert.acceptInvitation();
    await bert.waitFor((event) => event.room === direct && says("Ihre Stimme für Träger Bert: Ja")(event));
    await anna.waitFor(says("Abgestimmt: 2 von 3 Stimmen"));
    await anna.call("sendText", { room, text: "!ag abstimmung schließen" });
    await bert.waitFor(says("Angenommen: 2 Ja, 0 Nein"));
    await bert.waitFor((event) => event.content["msgtype"] === "m.image");
    expect((await bert.call("polls", { room }))[0]).toMatchObject({ ended: true, undecryptable: 0 });
  });
});
