import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../../../src/adapters/matrix/sign-in.ts";
import { reply } from "../../../src/flows/reply.ts";
import { roomKey } from "../../support/keys.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixHouse, openMatrixHouse, removeFolder } from "../../support/matrix/matrix-house.ts";
import { startPeer } from "../../support/matrix/peer.ts";
import { type RestClient, restClient } from "../../support/matrix/rest-client.ts";
import { matrixCommittee } from "../../support/matrix/small-matrix-committee.ts";
import { type Synapse, startSynapse } from "../../support/matrix/synapse.ts";
import type { Login } from "../../support/matrix/synapse-accounts.ts";

describeWithSynapse("the first start", () => {
  let synapse: Synapse;
  let login: Login;
  let anna: RestClient;
  let room: string;
  let bot: MatrixHouse | undefined;

  beforeAll(async () => {
    synapse = await startSynapse();
    login = await synapse.register("sitzungsdienst");
    anna = restClient(synapse.url, await synapse.register("anna"));
    room = await anna.createRoom({ invite: [login.userId] });
    await restClient(synapse.url, login).join(room);
  });

  afterAll(async () => {
    await bot?.close();
    if (bot !== undefined) removeFolder(bot.folder);
    await synapse?.stop();
  });

  test("answers nothing of what was said before, and everything from then on", async () => {
    await anna.sendText(room, "!ag sitzung eröffnen");
    await anna.sendText(room, "!ag status");
    const members = [{ name: "anna", userId: anna.userId, office: "chair" as const }];
    bot = await openMatrixHouse({
      url: synapse.url,
      login,
      committee: matrixCommittee(members, [{ id: room, name: "Träger" }]),
    });
    const sync = await anna.startSync();
    await anna.sendText(room, "!ag hilfe");
    await sync.waitFor(
      ({ sender, content }) => sender === login.userId && String(content["body"]).includes("Das können Sie hier tun"),
    );
    await sync.stop();
    const answers = (await anna.history(room)).filter(
      ({ sender, type }) => sender === login.userId && type === "m.room.message",
    );
    expect(answers).toHaveLength(1);
    expect(bot.house.runner.state().meetings.current).toBeUndefined();
  });

  test("of what it says itself, and of notices, it takes no notice", async () => {
    await anna.send(room, "m.room.message", { msgtype: "m.notice", body: "!ag sitzung eröffnen" });
    await restClient(synapse.url, login).send(room, "m.room.message", {
      msgtype: "m.text",
      body: "!ag sitzung eröffnen",
    });
    const sync = await anna.startSync();
    await anna.sendText(room, "!ag status");
    await sync.waitFor(
      ({ sender, content }) => sender === login.userId && String(content["body"]).includes("Es läuft keine Sitzung"),
    );
    await sync.stop();
    expect(bot?.house.runner.state().meetings.current).toBeUndefined();
  });

  test("a token signs in with its own device, but not for another account", async () => {
    const fresh = await synapse.login("sitzungsdienst");
    const signed = await signIn(synapse.url, login.userId, { token: fresh.accessToken });
    expect(signed).toEqual({
      url: synapse.url,
      userId: login.userId,
      deviceId: fresh.deviceId,
      accessToken: fresh.accessToken,
    });
    await expect(signIn(synapse.url, anna.userId, { token: fresh.accessToken })).rejects.toMatchObject({
      code: "login-refused",
    });
    await expect(signIn(synapse.url, login.userId, { token: "made up" })).rejects.toMatchObject({
      code: "login-refused",
    });
  });

  test("signed out by the server, the rooms of the other platforms are told, once, and what waits keeps waiting", async () => {
    const told: string[] = [];
    const second = await synapse.register("zweiter");
    const other = await openMatrixHouse({
      url: synapse.url,
      login: second,
      committee: matrixCommittee(
        [{ name: "anna", userId: anna.userId, office: "office" }],
        [{ id: room, name: "Träger" }],
      ),
      console: { deliver: async ({ room: where, body }) => void told.push(`${where} ${body}`), live: () => undefined },
    });
    try {
      await other.house.runner.apply([
        { type: "RoomBound", record: { room: roomKey("console:amt"), name: "Jugendamt" } },
      ]);
      await synapse.admin.logoutDevice(other.connection.me, second.deviceId);
      await expect.poll(() => told).toHaveLength(1);
      expect(told[0]).toMatch(/^console:amt .*Der Matrix-Server kennt die Anmeldung nicht mehr/);
      expect(other.alarms()).toBe(1);
      await other.house.runner.tell("k", [reply({ kind: "room", room: roomKey(`matrix:${room}`) }, ["Später."])]);
      expect(other.house.store.pending().map(({ room: where }) => where)).toContain(`matrix:${room}`);
    } finally {
      await other.close();
      removeFolder(other.folder);
    }
  });

  test("what somebody writes right after inviting it, before it is there, is heard", async () => {
    const bertsLogin = await synapse.register("bert");
    const bert = await startPeer(synapse.url, bertsLogin);
    try {
      // As Element does: the room, the invitation and the first message at once. The bot is away, so that it comes after all of them.
      await bot?.close();
      const direct = await bert.call("createRoom", { encrypted: true, isDirect: true, invite: [login.userId] });
      await bert.call("identityOf", { userId: login.userId });
      // A client encrypts for those it knows to be in the room, the invited ones too: it has to have heard of its own invitation.
      await bert.waitFor((event) => event.room === direct && event.stateKey === login.userId);
      await bert.call("sendText", { room: direct, text: "hilfe wahl" });
      bot = await openMatrixHouse({ url: synapse.url, login, folder: bot?.folder ?? "" });
      const heard = await bert.waitFor(
        (event) =>
          event.room === direct && event.sender === login.userId && String(event.content["body"]).includes("Wahl"),
      );
      expect(heard.encrypted).toBe(true);
    } finally {
      await bert.stop();
    }
  });
});
