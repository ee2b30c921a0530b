import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { putAsideKeys } from "../../../src/adapters/matrix/set-up-device.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixHouse, openMatrixHouse } from "../../support/matrix/matrix-house.ts";
import { onceEach, openPlainScene, type PlainScene } from "../../support/matrix/plain-scene.ts";

describeWithSynapse("a homeserver that is away", () => {
  let plain: PlainScene;
  let last: MatrixHouse | undefined;

  beforeAll(async () => {
    plain = await openPlainScene();
  });

  afterEach(() => {
    plain?.scene.proxy.clear();
    plain?.scene.proxy.up();
  });
  afterAll(async () => {
    await last?.close();
    await plain?.stop();
  });

  const inTrouble = () => expect.poll(() => plain.scene.bot().connection.trouble()).toBeDefined();

  test("is waited for in the middle of a meeting, and nothing is lost or said twice", async () => {
    const { proxy } = plain.scene;
    const texts = ["Davor", "Währenddessen", "Danach"] as const;
    await plain.note(texts[0]);
    await plain.noted(texts[0]);
    proxy.down();
    await inTrouble();
    await plain.note(texts[1]);
    await outLast(3_000);
    proxy.up();
    await plain.noted(texts[1]);
    await plain.note(texts[2]);
    await plain.noted(texts[2]);
    expect(await plain.counts(texts)).toEqual(onceEach(texts));
  });

  /** Until the trouble is that old. */
  const outLast = (milliseconds: number) =>
    expect
      .poll(() => Date.now() - (plain.scene.bot().connection.trouble()?.since ?? Number.POSITIVE_INFINITY))
      .toBeGreaterThan(milliseconds);

  test("is waited for at the start", async () => {
    const { scene } = plain;
    await scene.close();
    await plain.note("Vor dem Start");
    const cut = scene.proxy.add({ match: /./, fault: { kind: "drop" } });
    let isOpen = false;
    const opening = scene.open().then(() => {
      isOpen = true;
    });
    await cut.struck(4);
    expect(isOpen).toBe(false);
    cut.remove();
    await opening;
    await plain.noted("Vor dem Start");
    expect(await plain.counts(["Vor dem Start"])).toEqual(onceEach(["Vor dem Start"]));
  });

  test("may be killed and come back: what it has taken is answered once", async () => {
    const { scene } = plain;
    await plain.note("Vor dem Absturz");
    await scene.synapse.kill9();
    await inTrouble().finally(() => scene.synapse.restart());
    await plain.note("Nach dem Absturz");
    const both = ["Vor dem Absturz", "Nach dem Absturz"];
    for (const text of both) await plain.noted(text);
    expect(await plain.counts(both)).toEqual(onceEach(both));
  });

  test("that does not know the device any more is asked nothing more; a new device goes on with what waits", async () => {
    const { scene } = plain;
    let attempts = 0;
    await scene.close();
    await scene.open({
      asPlatform: (connection) => ({
        live: connection.live,
        deliver(entry) {
          attempts += 1;
          return connection.deliver(entry);
        },
      }),
    });
    const bot = scene.bot();
    await scene.synapse.admin.logoutDevice(scene.me, scene.login.deviceId);
    await expect.poll(() => bot.alarms()).toBe(1);
    const asked = scene.proxy.requests.length;
    await scene.tell("test:waiting", scene.toRoom(plain.room), "Was wartet.");
    await plain.note("Ohne Anmeldung");
    await expect.poll(() => attempts).toBe(2);
    expect(scene.proxy.requests.length).toBe(asked);
    expect(bot.alarms()).toBe(1);
    expect(bot.house.store.pending()).toHaveLength(1);
    await scene.close();

    putAsideKeys(`${bot.folder}/matrix`, new Date().toISOString());
    const login = await scene.synapse.login("sitzungsdienst");
    expect(login.deviceId).not.toBe(scene.login.deviceId);
    last = await openMatrixHouse({ url: scene.proxy.url, login, folder: bot.folder });
    await plain.noted("Ohne Anmeldung");
    await plain.seen.waitFor(({ sender, content }) => sender === scene.me && content["body"] === "Was wartet.");
    const notes = [...last.house.store.read("gremium")].filter(({ data }) => data.includes("Ohne Anmeldung"));
    expect(notes).toHaveLength(1);
  });
});
