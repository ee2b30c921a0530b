import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKey, personKey } from "../../support/keys.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { onceEach, openPlainScene, type PlainScene } from "../../support/matrix/plain-scene.ts";
import { type RestClient, restClient } from "../../support/matrix/rest-client.ts";

/** As many at once as a browser has connections. */
const AT_ONCE = 6;

describeWithSynapse("many messages at once", () => {
  let plain: PlainScene;

  beforeAll(async () => {
    plain = await openPlainScene();
  });

  afterAll(() => plain?.stop());

  const names = (what: string, count: number) => Array.from({ length: count }, (_, index) => `${what} ${index + 1}`);

  async function sendAll(texts: readonly string[], senders: readonly RestClient[]): Promise<void> {
    const left = texts.map((text, index) => ({ text, by: senders[index % senders.length] }));
    const lane = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await plain.note(one.text, one.by);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  async function allNoted(texts: readonly string[]): Promise<void> {
    for (const text of texts) await plain.noted(text);
    // Whatever would come twice comes before the answer to what was said last.
    await plain.note(`Schluss nach ${texts.length}`);
    await plain.noted(`Schluss nach ${texts.length}`);
    expect(await plain.counts(texts)).toEqual(onceEach(texts));
  }

  test("all 250 that came while the program hung are handled, though a sync gives no more than 100", async () => {
    const { proxy } = plain.scene;
    const hanging = proxy.add({ match: /^GET .*\/sync\?/, fault: { kind: "hang" } });
    await plain.note("Zuvor");
    await hanging.struck();
    const texts = names("Stau", 250);
    await sendAll(texts, [plain.chair]);
    proxy.clear();
    const since = proxy.requests.length;
    // The hanging connection breaks.
    proxy.down();
    proxy.up();
    await allNoted(texts);
    expect(proxy.requests.slice(since).some(({ path }) => /\/messages\?.*dir=b/.test(path))).toBe(true);
  });

  test("300 of 300 commands of 30 senders in one room are handled", async () => {
    const { scene, room, chair } = plain;
    const logins = await Promise.all(names("person", 30).map((name) => scene.synapse.register(name.replace(" ", ""))));
    const senders = logins.map((login) => restClient(scene.synapse.url, login));
    for (const sender of senders) {
      await chair.invite(room, sender.userId);
      await sender.join(room);
    }
    await scene.bot().house.runner.apply(
      senders.map(({ userId }) => ({
        type: "AccountLinked",
        person: personKey("anna"),
        account: accountKey(`matrix:${userId}`),
      })),
    );
    const texts = names("Flut", 300);
    await sendAll(texts, senders);
    await allNoted(texts);
  });
});
