import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithSynapse } from "../../../support/matrix/describe-with-synapse.ts";
import { type NioPeer, startNioPeer } from "../../../support/matrix/nio-peer.ts";
import { type Peer, startPeer } from "../../../support/matrix/peer.ts";
import { type Synapse, startSynapse } from "../../../support/matrix/synapse.ts";

describeWithSynapse("two clients that share no code", () => {
  let synapse: Synapse;
  let anna: Peer;
  let nina: NioPeer;
  beforeAll(async () => {
    synapse = await startSynapse();
    [anna, nina] = await Promise.all([
      startPeer(synapse.url, await synapse.register("anna"), { crossSign: true }),
      startNioPeer(synapse.url, await synapse.register("nina")),
    ]);
  });
  afterAll(async () => {
    await Promise.all([anna?.stop(), nina?.stop()]);
    await synapse?.stop();
  });

  const talk = async (room: string): Promise<void> => {
    const fromAnna = await anna.call("sendText", { room, text: "Hören Sie mich?" });
    const heard = await nina.waitFor((event) => event.id === fromAnna);
    expect(heard).toMatchObject({
      type: "m.room.message",
      content: { body: "Hören Sie mich?" },
      encrypted: true,
      failed: false,
    });
    const fromNina = await nina.sendText(room, "Laut und deutlich.");
    const answered = await anna.waitFor((event) => event.id === fromNina);
    expect(answered).toMatchObject({ content: { body: "Laut und deutlich." }, encrypted: true, failed: undefined });
    const read = (await nina.call("history", { room })).filter(({ type }) => type === "m.room.message");
    expect(read.map(({ id, failed }) => [id, failed])).toEqual([
      [fromAnna, false],
      [fromNina, false],
    ]);
  };

  it("understand each other in a room of the first", async () => {
    const room = await anna.call("createRoom", { invite: [nina.userId] });
    await nina.acceptInvitation(room);
    await anna.waitFor((event) => event.stateKey === nina.userId && event.content["membership"] === "join");
    expect(await nina.call("isEncrypted", { room })).toBe(true);
    await talk(room);
  });

  it("understand each other in a room of the second", async () => {
    const room = await nina.call("createRoom", { invite: [anna.userId] });
    await anna.acceptInvitation(room);
    await nina.waitFor(
      (event) =>
        event.sender === anna.userId &&
        event.room === room &&
        event.type === "m.room.member" &&
        event.content["membership"] === "join",
    );
    expect(await nina.call("members", { room })).toEqual([anna.userId, nina.userId]);
    await talk(room);
  });

  it("say when something could not be read", async () => {
    const room = await anna.call("createRoom", { invite: [nina.userId] });
    await nina.acceptInvitation(room);
    await anna.waitFor(
      (event) => event.room === room && event.stateKey === nina.userId && event.content["membership"] === "join",
    );
    await anna.call("blacklistUnverified", { on: true });
    const id = await anna.call("sendText", { room, text: "Nicht für Sie" });
    expect(await nina.waitFor((event) => event.id === id)).toMatchObject({ type: "m.room.encrypted", failed: true });
    await expect(nina.call("join", { room: "!none:localhost" })).rejects.toThrow(/nio @nina:localhost: RuntimeError/);
  });
});
