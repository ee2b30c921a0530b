import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithSynapse } from "../../../support/matrix/describe-with-synapse.ts";
import { type RestClient, restClient } from "../../../support/matrix/rest-client.ts";
import { type Synapse, startSynapse } from "../../../support/matrix/synapse.ts";

describeWithSynapse("an account that speaks the client-server API by hand", () => {
  let synapse: Synapse;
  let anna: RestClient;
  let bert: RestClient;
  beforeAll(async () => {
    synapse = await startSynapse();
    anna = restClient(synapse.url, await synapse.register("anna"));
    bert = restClient(synapse.url, await synapse.register("bert"));
  });
  afterAll(() => synapse?.stop());

  it("invites, joins, sends, reads along, and is put out again", async () => {
    const sync = await bert.startSync();
    const room = await anna.createRoom({ invite: [bert.userId] });
    expect(await sync.waitForInvitation()).toBe(room);
    await bert.join(room);
    const id = await anna.sendText(room, "Guten Tag");
    const seen = await sync.waitFor((event) => event.id === id);
    expect(seen).toMatchObject({ room, sender: anna.userId, type: "m.room.message", content: { body: "Guten Tag" } });
    await anna.kick(room, bert.userId);
    expect(await anna.members(room)).toEqual([anna.userId]);
    await sync.stop();
  });

  it("sends what no honest client would", async () => {
    const room = await anna.createRoom();
    const hostile = { msgtype: "m.text", body: "", formatted_body: { not: "a text" }, "m.relates_to": [7] };
    const id = await anna.send(room, "m.room.message", hostile);
    expect((await anna.history(room)).find((event) => event.id === id)?.content).toEqual(hostile);
    await anna.sendState(room, "m.room.topic", { topic: "", "m.topic": "no topic" });
    expect(await anna.state(room, "m.room.topic")).toEqual({ topic: "", "m.topic": "no topic" });
  });

  it("sends once under one transaction", async () => {
    const room = await anna.createRoom();
    const content = { msgtype: "m.text", body: "einmal" };
    const ids = [
      await anna.send(room, "m.room.message", content, "t1"),
      await anna.send(room, "m.room.message", content, "t1"),
    ];
    expect(new Set(ids).size).toBe(1);
  });

  it("pages through a history longer than a page, in order", async () => {
    const room = await anna.createRoom();
    for (let number = 1; number <= 12; number += 1) await anna.sendText(room, `${number}`);
    const texts = (await anna.history(room, 5))
      .map(({ content }) => content["body"])
      .filter((body) => body !== undefined);
    expect(texts).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
  });

  it("shows, when it waits in vain, what has come instead", async () => {
    const sync = await anna.startSync();
    const waiting = sync.waitFor((event) => event.type === "never.sent", 50);
    await expect(waiting).rejects.toThrow(/@anna:localhost waited 50 ms in vain for .*never\.sent[\s\S]*last of \d+:/);
    await sync.stop();
  });

  it("stores and fetches bytes", async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
    expect(await anna.download(await anna.upload(bytes, "application/octet-stream", "bytes.bin"))).toEqual(bytes);
  });
});
