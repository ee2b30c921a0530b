import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { apiCall } from "../../../support/matrix/api-call.ts";
import { describeWithSynapse } from "../../../support/matrix/describe-with-synapse.ts";
import { type FaultProxy, startFaultProxy } from "../../../support/matrix/fault-proxy.ts";
import {
  holdToDevice,
  htmlPage,
  rateLimited,
  serverError,
  shortTimeline,
} from "../../../support/matrix/fault-recipes.ts";
import { startPeer } from "../../../support/matrix/peer.ts";
import { type RestClient, restClient } from "../../../support/matrix/rest-client.ts";
import { type Synapse, startSynapse } from "../../../support/matrix/synapse.ts";

const SEND = /^PUT .*\/send\//;
const SYNC = /^GET .*\/sync/;

describeWithSynapse("a network that goes wrong on command", () => {
  let synapse: Synapse;
  let proxy: FaultProxy;
  /** Through the proxy, and past it. */
  let anna: RestClient;
  let direct: RestClient;
  let room: string;
  beforeAll(async () => {
    synapse = await startSynapse();
    proxy = await startFaultProxy(synapse.url);
    const login = await synapse.register("anna");
    anna = restClient(proxy.url, login);
    direct = restClient(synapse.url, login);
    room = await anna.createRoom();
  });
  afterEach(() => {
    proxy.clear();
    proxy.up();
  });
  afterAll(async () => {
    await proxy?.close();
    await synapse?.stop();
  });

  const inRoom = async (text: string): Promise<number> =>
    (await direct.history(room)).filter(({ content }) => content["body"] === text).length;

  it("is a good network without rules, also for bytes, and keeps a list of what was asked", async () => {
    const bytes = Uint8Array.from({ length: 500_000 }, (_, index) => (index * 31) % 256);
    const mxc = await anna.upload(bytes, "application/octet-stream");
    expect(Buffer.from(await anna.download(mxc)).equals(bytes)).toBe(true);
    expect(proxy.requests.slice(-2)).toMatchObject([
      { method: "POST", path: "/_matrix/media/v3/upload", status: 200 },
      { method: "GET", path: expect.stringContaining("/media/download/localhost/"), status: 200 },
    ]);
  });

  it("answers by itself, as often as told, and only what fits", async () => {
    const limit = proxy.add({ match: SEND, fault: rateLimited(250), times: 1 });
    const errors = proxy.add({ match: SEND, fault: serverError(503), times: 1 });
    await expect(anna.sendText(room, "a")).rejects.toMatchObject({ status: 429, body: { retry_after_ms: 250 } });
    expect(await anna.members(room)).toEqual([anna.userId]);
    await expect(anna.sendText(room, "a")).rejects.toMatchObject({ status: 503 });
    expect(await inRoom("a")).toBe(0);
    await anna.sendText(room, "a");
    expect([limit.hits(), errors.hits(), await inRoom("a")]).toEqual([1, 1, 1]);
  });

  it("says what is no JSON with status 200", async () => {
    proxy.add({ match: SYNC, fault: htmlPage(), times: 1 });
    const response = await fetch(`${proxy.url}/_matrix/client/v3/sync`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html"]);
    expect(await response.text()).toContain("Bitte melden Sie sich an.");
  });

  it("cuts the connection before the homeserver hears, or instead of its answer", async () => {
    proxy.add({ match: SEND, fault: { kind: "drop" }, times: 1 });
    await expect(anna.sendText(room, "dropped")).rejects.toThrow("fetch failed");
    expect(await inRoom("dropped")).toBe(0);
    const late = proxy.add({ match: SEND, fault: { kind: "late" }, times: 1 });
    await expect(anna.sendText(room, "late")).rejects.toThrow("fetch failed");
    await late.struck();
    expect(await inRoom("late")).toBe(1);
    expect(proxy.requests.filter(({ path }) => path.includes("/send/")).slice(-2)).toMatchObject([
      { status: undefined },
      { status: undefined },
    ]);
  });

  it("lets a client wait for ever, or a while", async () => {
    proxy.add({ match: SEND, fault: { kind: "hang" }, times: 1 });
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/hang`;
    const request = { token: anna.login.accessToken, body: { msgtype: "m.text", body: "hang" }, timeoutMs: 200 };
    await expect(apiCall(proxy.url, "PUT", path, request)).rejects.toThrow("timeout");
    expect(await inRoom("hang")).toBe(0);
    proxy.add({ match: SEND, fault: { kind: "slow", ms: 300 }, times: 1 });
    await expect(apiCall(proxy.url, "PUT", path, request)).rejects.toThrow("timeout");
    expect(await inRoom("hang")).toBe(1);
  });

  it("is gone altogether, also for what is under way, and comes back", async () => {
    const waiting = anna.call("GET", "/sync", {
      query: { timeout: 20_000, since: (await anna.call("GET", "/sync"))["next_batch"] as string },
    });
    const cut = expect(waiting).rejects.toThrow("fetch failed");
    await expect.poll(() => proxy.requests.at(-1)?.path).toContain("since=");
    proxy.down();
    await cut;
    await expect(anna.members(room)).rejects.toThrow("fetch failed");
    proxy.up();
    expect(await anna.members(room)).toEqual([anna.userId]);
  });

  it("changes an answer on its way back", async () => {
    proxy.add({
      match: /joined_members/,
      fault: { kind: "rewrite", change: () => ({ joined: { "@nobody:localhost": {} } }) },
    });
    expect(await anna.members(room)).toEqual(["@nobody:localhost"]);
    expect(await direct.members(room)).toEqual([anna.userId]);
  });

  it("makes the homeserver leave events out of a sync", async () => {
    const since = (await anna.call("GET", "/sync"))["next_batch"];
    for (const text of ["1", "2", "3"]) await anna.sendText(room, text);
    proxy.add({ match: SYNC, fault: shortTimeline(1), times: 1 });
    const synced = await anna.call("GET", "/sync", { query: { since: String(since) } });
    expect(synced).toMatchObject({
      rooms: { join: { [room]: { timeline: { limited: true, events: [{ content: { body: "3" } }] } } } },
    });
  });

  it("holds back keys, so that a message is read only once they are let go", async () => {
    const [berta, carl] = await Promise.all([
      startPeer(synapse.url, await synapse.register("berta")),
      startPeer(proxy.url, await synapse.register("carl")),
    ]);
    const secret = await berta.call("createRoom", { invite: [carl.userId] });
    await carl.acceptInvitation(secret);
    await berta.waitFor((event) => event.stateKey === carl.userId && event.content["membership"] === "join");
    const held = holdToDevice();
    proxy.add({ match: SYNC, fault: held.fault });
    // What was asked before the rule came is answered past it.
    await berta.call("send", { room: secret, type: "m.reaction", content: {} });
    const id = await berta.call("sendText", { room: secret, text: "später" });
    expect((await carl.waitFor((event) => event.id === id)).failed).toBeDefined();
    held.release();
    await berta.call("send", { room: secret, type: "m.reaction", content: {} });
    const read = await carl.waitFor((event) => event.id === id && event.failed === undefined);
    expect(read.content["body"]).toBe("später");
    await Promise.all([berta.stop(), carl.stop()]);
  });
});
