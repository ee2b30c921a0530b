import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithSynapse } from "../../../support/matrix/describe-with-synapse.ts";
import { startPeer } from "../../../support/matrix/peer.ts";
import { restClient } from "../../../support/matrix/rest-client.ts";
import { type Synapse, startSynapsePair } from "../../../support/matrix/synapse.ts";

describeWithSynapse("two homeservers that federate", () => {
  let here: Synapse;
  let there: Synapse;
  beforeAll(async () => {
    [here, there] = await startSynapsePair();
  });
  afterAll(async () => {
    await Promise.all([here?.stop(), there?.stop()]);
  });

  it("are two", () => {
    expect(here.serverName).toMatch(/^localhost:\d+$/);
    expect(there.serverName).toMatch(/^localhost:\d+$/);
    expect(there.serverName).not.toBe(here.serverName);
  });

  it("carry an invitation and messages in both directions", async () => {
    const anna = restClient(here.url, await here.register("anna"));
    const bert = restClient(there.url, await there.register("bert"));
    const [annas, berts] = await Promise.all([anna.startSync(), bert.startSync()]);
    const room = await anna.createRoom({ invite: [bert.userId] });
    await bert.join(await berts.waitForInvitation());
    const out = await anna.sendText(room, "Guten Tag");
    expect((await berts.waitFor((event) => event.id === out)).sender).toBe(anna.userId);
    const back = await bert.sendText(room, "Guten Tag zurück");
    expect((await annas.waitFor((event) => event.id === back)).sender).toBe(bert.userId);
    await Promise.all([annas.stop(), berts.stop()]);
  });

  it("carry encrypted messages and their keys", async () => {
    const [clara, dirk] = await Promise.all([
      startPeer(here.url, await here.register("clara"), { crossSign: true }),
      startPeer(there.url, await there.register("dirk"), { crossSign: true }),
    ]);
    const room = await clara.call("createRoom", { invite: [dirk.userId] });
    await dirk.acceptInvitation(room);
    await clara.waitFor((event) => event.stateKey === dirk.userId && event.content["membership"] === "join");
    const out = await clara.call("sendText", { room, text: "Vertraulich" });
    expect(await dirk.waitFor((event) => event.id === out && event.failed === undefined)).toMatchObject({
      content: { body: "Vertraulich" },
      encrypted: true,
    });
    const back = await dirk.call("sendText", { room, text: "Angekommen" });
    expect(await clara.waitFor((event) => event.id === back && event.failed === undefined)).toMatchObject({
      content: { body: "Angekommen" },
    });
    await Promise.all([clara.stop(), dirk.stop()]);
  });
});
