import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixScene, openScene } from "../../support/matrix/matrix-scene.ts";

describeWithSynapse("what an answer in an encrypted room costs", () => {
  let scene: MatrixScene;
  /** Two: of somebody in one room only, Synapse remembers what it told. */
  let rooms: readonly string[];

  beforeAll(async () => {
    scene = await openScene([{ name: "anna", office: "chair", crossSign: true }]);
    const roomNamed = (name: string) => scene.room({ by: "anna", name, encrypted: true });
    rooms = [await roomNamed("Träger"), await roomNamed("Jugendamt")];
  });

  afterAll(() => scene?.stop());

  const anna = () => scene.peer("anna");

  async function answeredInEach(): Promise<void> {
    for (const room of rooms) {
      const old = new Set(anna().events.map(({ id }) => id));
      await anna().call("sendText", { room, text: "!ag tagesordnung" });
      await anna().waitFor((event) => !old.has(event.id) && scene.says("noch keine Tagesordnung", room)(event));
    }
  }

  test("is one request, as soon as the keys are exchanged: the answer", async () => {
    await answeredInEach();
    await answeredInEach();
    const since = scene.proxy.requests.length;
    // What the bot asks when its own answer comes back to it is seen at the latest with the next one.
    for (let turn = 0; turn < 4; turn += 1) await answeredInEach();
    const requests = scene.proxy.requests.slice(since).map(({ method, path }) => `${method} ${path.split("?")[0]}`);
    const sent = requests.filter((request) => request.includes("/send/m.room.encrypted/"));
    expect(sent).toHaveLength(4 * rooms.length);
    expect(requests.filter((request) => !request.endsWith("/sync"))).toEqual(sent);
  });
});
