import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createRestClient } from "../../../src/adapters/matrix/rest-client.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { htmlPage, rateLimited, serverError } from "../../support/matrix/fault-recipes.ts";
import { onceEach, openPlainScene, type PlainScene } from "../../support/matrix/plain-scene.ts";

const SEND = /^PUT .*\/send\/m\.room\.message\//;
const SYNC = /^GET .*\/sync\?/;

describeWithSynapse("a homeserver that answers wrongly, late or not at all", () => {
  let plain: PlainScene;

  beforeAll(async () => {
    plain = await openPlainScene([{ name: "bert" }]);
  });

  afterEach(() => {
    plain?.scene.proxy.clear();
    plain?.scene.proxy.up();
  });
  afterAll(() => plain?.stop());

  /** Attempts to send the same thing, in their order. */
  const attempts = (since: number) => {
    const { requests } = plain.scene.proxy;
    const first = requests.slice(since).find(({ method, path }) => SEND.test(`${method} ${path}`));
    return requests.slice(since).filter(({ path }) => path === first?.path);
  };

  test("is asked again after exactly the time that a 429 names", async () => {
    const since = plain.scene.proxy.requests.length;
    plain.scene.proxy.add({ match: SEND, fault: rateLimited(1_200), times: 1 });
    await plain.note("Gebremst");
    await plain.noted("Gebremst");
    const [first, second, ...more] = attempts(since);
    expect(more).toEqual([]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_199);
    expect(await plain.counts(["Gebremst"])).toEqual(onceEach(["Gebremst"]));
  });

  test("is asked again without a growing wait on top of what a 429 names", async () => {
    const rule = plain.scene.proxy.add({ match: SEND, fault: rateLimited(50), times: 10 });
    await plain.note("Oft gebremst");
    // Doubled waits would be a minute by now.
    await plain.noted("Oft gebremst");
    expect(rule.hits()).toBe(10);
    expect(await plain.counts(["Oft gebremst"])).toEqual(onceEach(["Oft gebremst"]));
  });

  test.each([500, 502, 503, 504] as const)(
    "is asked again after a %i, and the answer is there once",
    async (status) => {
      const sending = plain.scene.proxy.add({ match: SEND, fault: serverError(status), times: 2 });
      const syncing = plain.scene.proxy.add({ match: SYNC, fault: serverError(status), times: 1 });
      await plain.note(`Fehler ${status}`);
      await plain.noted(`Fehler ${status}`);
      expect([sending.hits(), syncing.hits()]).toEqual([2, 1]);
      expect(await plain.counts([`Fehler ${status}`])).toEqual(onceEach([`Fehler ${status}`]));
    },
  );

  test.each([403, 404] as const)(
    "is asked again after a page with status %i, which is no word of the homeserver",
    async (status) => {
      plain.scene.proxy.add({ match: SEND, fault: htmlPage(status), times: 1 });
      const syncing = plain.scene.proxy.add({ match: SYNC, fault: htmlPage(status), times: 1 });
      await plain.note(`Seite ${status}`);
      await plain.noted(`Seite ${status}`);
      await plain.note(`Weiter ${status}`);
      await plain.noted(`Weiter ${status}`);
      expect(syncing.hits()).toBe(1);
      const both = [`Seite ${status}`, `Weiter ${status}`];
      expect(await plain.counts(both)).toEqual(onceEach(both));
    },
  );

  test("is never asked from the beginning after pages and empty answers with status 200", async () => {
    const since = plain.scene.proxy.requests.length;
    plain.scene.proxy.add({ match: SYNC, fault: htmlPage(), times: 2 });
    plain.scene.proxy.add({ match: SYNC, fault: { kind: "answer", status: 200, body: {} }, times: 1 });
    const last = plain.scene.proxy.add({ match: SYNC, fault: { kind: "answer", status: 200, body: "[]" }, times: 1 });
    // The question that is on its way gets its answer, those that follow do not.
    await plain.note("Vor dem Portal");
    await last.struck();
    plain.scene.proxy.add({ match: SEND, fault: htmlPage(), times: 1 });
    plain.scene.proxy.add({ match: SEND, fault: { kind: "answer", status: 200, body: {} }, times: 1 });
    await plain.note("Im Portal");
    await plain.noted("Im Portal");
    const syncs = plain.scene.proxy.requests.slice(since).filter(({ path }) => path.includes("/sync?"));
    expect(syncs.length).toBeGreaterThanOrEqual(4);
    expect(syncs.filter(({ path }) => !path.includes("since="))).toEqual([]);
    const all = ["Gebremst", "Oft gebremst", "Fehler 500", "Im Portal"];
    expect(await plain.counts(all)).toEqual(onceEach(all));
  });

  test.each(["drop", "late"] as const)("does not get an answer twice whose connection was cut (%s)", async (kind) => {
    const sending = plain.scene.proxy.add({ match: SEND, fault: { kind }, times: 2 });
    await plain.note(`Schnitt ${kind}`);
    await sending.struck(2);
    await plain.note(`Weiter ${kind}`);
    await plain.noted(`Weiter ${kind}`);
    const both = [`Schnitt ${kind}`, `Weiter ${kind}`];
    expect(await plain.counts(both)).toEqual(onceEach(both));
  });

  test("does not make a direct chat twice that it made and could not say so", async () => {
    const { scene } = plain;
    const making = scene.proxy.add({ match: /^POST .*\/createRoom/, fault: { kind: "late" }, times: 2 });
    await scene.tell("test:bert", scene.toPerson("bert"), "Guten Tag.");
    const chat = await scene.peer("bert").acceptInvitation();
    await scene.peer("bert").waitFor(scene.says("Guten Tag.", chat));
    expect(making.hits()).toBe(1);
    const { joined_rooms: rooms } = await scene.rest("bert").call("GET", "/joined_rooms");
    expect(rooms).toHaveLength(2);
    expect((await scene.rest("bert").startSync()).invitations.size).toBe(0);
  });

  test("is given up on after a time, and asked again", async () => {
    const { proxy } = plain.scene;
    const notes: string[] = [];
    const client = createRestClient({
      url: proxy.url,
      accessToken: "",
      signedOut: () => undefined,
      note: (code, detail) => notes.push(`${code} ${detail}`),
    });
    const rule = proxy.add({ match: /versions/, fault: { kind: "hang" }, times: 2 });
    expect(await client.send("GET", "/_matrix/client/versions", { timeout: 1_000 })).toHaveProperty("versions");
    expect(rule.hits()).toBe(2);
    expect(notes.join()).toContain("TimeoutError");
    client.stop();
  });

  test("may hang in the middle of a send until the connection breaks, and gets it once", async () => {
    const hanging = plain.scene.proxy.add({ match: SEND, fault: { kind: "hang" }, times: 1 });
    await plain.note("Hänger");
    await hanging.struck();
    expect(await plain.counts(["Hänger"])).toEqual(["Hänger: kept 1, answered 0"]);
    plain.scene.proxy.down();
    await expect.poll(() => plain.scene.bot().connection.trouble()).toBeDefined();
    plain.scene.proxy.up();
    await plain.noted("Hänger");
    expect(await plain.counts(["Hänger"])).toEqual(onceEach(["Hänger"]));
    expect(plain.scene.bot().connection.trouble()).toBeUndefined();
  });
});
