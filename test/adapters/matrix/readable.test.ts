import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { unreadableReasons } from "../../../src/texts/matrix-encryption.ts";
import { accountKey, personKey } from "../../support/keys.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { holdToDevice } from "../../support/matrix/fault-recipes.ts";
import { enter } from "../../support/matrix/matrix-house.ts";
import { type MatrixScene, openScene } from "../../support/matrix/matrix-scene.ts";
import { startNioPeer } from "../../support/matrix/nio-peer.ts";
import type { Peer } from "../../support/matrix/peer.ts";
import type { PeerEvent } from "../../support/matrix/peer-commands.ts";

describeWithSynapse("encrypted rooms", () => {
  let scene: MatrixScene;
  let anna: Peer;
  let bert: Peer;
  let asked = 0;

  beforeAll(async () => {
    scene = await openScene(
      [
        { name: "anna", office: "chair", crossSign: true },
        { name: "bert", crossSign: true },
      ],
      [{ name: "nora" }],
      { keyPatience: 400 },
    );
    [anna, bert] = [scene.peer("anna"), scene.peer("bert")];
    for (const name of ["anna", "bert"]) {
      await scene.tell(`hello ${name}`, scene.toPerson(name), "Guten Tag");
      await scene.peer(name).acceptInvitation();
    }
  });

  afterEach(() => scene?.proxy.clear());
  afterAll(() => scene?.stop());

  /** A question that nobody has asked before, and what its answer says. */
  const question = () => {
    asked += 1;
    return { text: `!ag go frage${asked}`, answer: `Zu »frage${asked}« habe ich keinen Abschnitt gefunden` };
  };
  const answered = async (peer: Peer, room: string): Promise<PeerEvent> => {
    const { text, answer } = question();
    await peer.call("sendText", { room, text });
    return peer.waitFor(scene.says(answer, room));
  };
  const readable = { encrypted: true, failed: undefined, shield: { color: "none" } };

  test("a fresh account is signed by itself, so that nobody sees a warning", async () => {
    expect(scene.bot().connection.encryption.crossSigning()).toBe("signed");
    const { devices } = await anna.call("identityOf", { userId: scene.me });
    expect(devices.map(({ deviceId, signedByOwner }) => [deviceId, signedByOwner])).toEqual([
      [scene.login.deviceId, true],
    ]);
  });

  test("encryption that is switched on while it runs is used from then on", async () => {
    const room = await scene.room({ by: "anna", name: "Wird vertraulich", encrypted: false });
    expect(await answered(anna, room)).toMatchObject({ encrypted: false });
    await anna.call("enableEncryption", { room });
    expect(await answered(anna, room)).toMatchObject(readable);
    await scene.unbind(room);
  });

  test("encryption that was switched on while it was away is found, however much was said since", async () => {
    const room = await scene.room({ by: "anna", name: "Viel gesagt", encrypted: false });
    await scene.close();
    await anna.call("enableEncryption", { room });
    const { text, answer } = question();
    await anna.call("sendText", { room, text });
    for (let index = 0; index < 130; index += 1) await scene.rest("anna").sendText(room, `Geplauder ${index}`);
    await scene.open();
    expect(await anna.waitFor(scene.says(answer, room))).toMatchObject(readable);
    await scene.tell("after switching on", scene.toRoom(room), "Nur für diesen Raum");
    expect(await anna.waitFor(scene.says("Nur für diesen Raum", room))).toMatchObject(readable);
    await scene.unbind(room);
  });

  test("whoever joins later reads what is said from then on, and is understood", async () => {
    const room = await scene.room({ by: "anna", name: "Später dazu", encrypted: true });
    expect(await answered(anna, room)).toMatchObject(readable);
    await anna.call("invite", { room, userId: bert.userId });
    await bert.acceptInvitation(room);
    expect(await answered(bert, room)).toMatchObject(readable);
    await scene.unbind(room);
  });

  test.each([
    ["while it runs", false],
    ["after a restart in between", true],
  ])("a message whose key comes late is answered %s, and its sender hears once why not sooner", async (_, restarts) => {
    const room = await scene.room({ by: "anna", with: ["bert"], name: "Später Schlüssel", encrypted: true });
    await answered(anna, room);
    const held = holdToDevice();
    const holding = scene.proxy.add({ match: /GET .*\/sync/, fault: held.fault });
    // So that the sync on its way comes to its end and the next one is caught.
    await scene.tell(`wake ${restarts}`, scene.toRoom(room), "Gleich geht es weiter");
    await holding.struck();
    await anna.call("discardSession", { room });
    const [first, second] = [question(), question()];
    const before = new Set(anna.events);
    const isNotice = (event: PeerEvent): boolean =>
      !before.has(event) && scene.says(unreadableReasons.keyNotArrived)(event);
    await anna.call("sendText", { room, text: first.text });
    await anna.call("sendText", { room, text: second.text });
    const notice = await anna.waitFor(isNotice);
    expect(notice.room).not.toBe(room);
    expect(anna.events.some((event) => scene.says(first.answer)(event))).toBe(false);
    if (restarts) {
      await scene.close();
      await scene.open();
    }
    held.release();
    await scene.tell(`wake again ${restarts}`, scene.toRoom(room), "Weiter geht es");
    await anna.waitFor(scene.says(first.answer, room));
    await anna.waitFor(scene.says(second.answer, room));
    expect(anna.events.filter(isNotice)).toHaveLength(1);
    await scene.unbind(room);
  });

  test("whose program keeps the keys from unverified devices hears once what to do, and is understood after that", async () => {
    const room = await scene.room({ by: "bert", name: "Nur verifiziert", encrypted: true });
    await bert.call("blacklistUnverified", { on: true });
    const isNotice = scene.says(unreadableReasons.withheldUnverified);
    await bert.call("sendText", { room, text: "!ag status" });
    await bert.call("sendText", { room, text: "!ag status" });
    const notice = await bert.waitFor(isNotice);
    expect([notice.room === room, notice.content["msgtype"]]).toEqual([false, "m.text"]);
    await bert.call("blacklistUnverified", { on: false });
    await bert.call("discardSession", { room });
    expect(await answered(bert, room)).toMatchObject(readable);
    expect(bert.events.filter(isNotice)).toHaveLength(1);
    await scene.unbind(room);
  });

  test("a client that shares no code with it reads every answer, and every command of it is understood", async () => {
    const login = await scene.synapse.register("nora");
    const nora = await startNioPeer(scene.synapse.url, login);
    try {
      await scene
        .bot()
        .house.runner.apply([
          { type: "AccountLinked", person: personKey("nora"), account: accountKey(`matrix:${login.userId}`) },
        ]);
      const room = await anna.call("createRoom", { encrypted: true, invite: [scene.me, login.userId] });
      await nora.acceptInvitation(room);
      await enter(scene.bot(), anna, room, "Mit nio");
      await expect.poll(() => nora.call("isEncrypted", { room })).toBe(true);
      const answers: string[] = [];
      for (let index = 0; index < 20; index += 1) {
        const { text, answer } = question();
        await nora.sendText(room, text);
        answers.push(answer);
      }
      const read = await Promise.all(
        answers.map((answer) =>
          nora.waitFor(({ sender, content }) => sender === scene.me && String(content["body"]).includes(answer)),
        ),
      );
      expect(read.filter(({ encrypted, room: where }) => encrypted && where === room)).toHaveLength(20);
      expect(nora.events.filter(({ failed, sender }) => failed && sender === scene.me)).toEqual([]);
    } finally {
      await nora.stop();
    }
  });
});
