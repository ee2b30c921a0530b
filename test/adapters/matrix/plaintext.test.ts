import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Json } from "../../support/matrix/api-call.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { serverError } from "../../support/matrix/fault-recipes.ts";
import type { Fault } from "../../support/matrix/fault-rules.ts";
import { type MatrixScene, openScene } from "../../support/matrix/matrix-scene.ts";
import { jsonOf, listOf } from "../../support/matrix/rest-sync.ts";

/** The sync tells nothing of encryption, so that the homeserver has to be asked. */
const silentSync: Fault = {
  kind: "rewrite",
  change(answer) {
    const rooms = jsonOf(answer["rooms"]);
    const join = Object.entries(jsonOf(rooms["join"])).map(([room, one]) => [room, withoutEncryption(jsonOf(one))]);
    return { ...answer, rooms: { ...rooms, join: Object.fromEntries(join) } };
  },
};

function withoutEncryption(room: Json): Json {
  const keep = (part: unknown): Json => ({
    ...jsonOf(part),
    events: listOf(jsonOf(part)["events"]).filter(({ type }) => type !== "m.room.encryption"),
  });
  return { ...room, state: keep(room["state"]), timeline: keep(room["timeline"]) };
}

describeWithSynapse("an encrypted room of which that cannot be known", () => {
  let scene: MatrixScene;

  beforeAll(async () => {
    scene = await openScene([{ name: "anna", office: "chair" }]);
    await scene.tell("test:direct", scene.toPerson("anna"), "Guten Tag.");
    await scene.peer("anna").acceptInvitation();
  });

  afterEach(() => scene?.proxy.clear());
  afterAll(() => scene?.stop());

  test.each([
    ["the homeserver fails", serverError(503)],
    ["the answer is a page", { kind: "answer", status: 404, type: "text/html", body: "<p>Nicht gefunden" }],
    ["the connection is cut", { kind: "drop" }],
  ] satisfies readonly (readonly [string, Fault])[])(
    "gets no message while %s, and then a sealed one",
    async (why, fault) => {
      scene.proxy.add({ match: /^GET .*\/sync\?/, fault: silentSync });
      // The state as a whole knows of it, too.
      const whole = scene.proxy.add({ match: /^GET .*\/state$/, fault: stripped });
      const room = await scene.room({ by: "anna", name: why, encrypted: true });
      const asking = scene.proxy.add({ match: /^GET .*\/state\/m\.room\.encryption/, fault });
      await scene.tell(`test:${why}`, scene.toRoom(room), `Guten Tag: ${why}.`);
      await asking.struck(2);
      expect(whole.hits()).toBeGreaterThan(0);
      expect(await sentInto(room)).toEqual([]);
      scene.proxy.clear();
      await scene.peer("anna").waitFor(scene.says(why, room));
      expect(await sentInto(room)).toEqual(["m.room.encrypted"]);
    },
  );

  test.each([
    [403, "M_FORBIDDEN"],
    [404, "M_UNRECOGNIZED"],
  ] as const)("gets no message while it is refused to say (%i), and nothing is given up", async (status, errcode) => {
    scene.proxy.add({ match: /^GET .*\/sync\?/, fault: silentSync });
    scene.proxy.add({ match: /^GET .*\/state$/, fault: stripped });
    const room = await scene.room({ by: "anna", name: errcode, encrypted: true });
    const fault = { kind: "answer", status, body: { errcode } } as const;
    const asking = scene.proxy.add({
      match: new RegExp(`^GET .*${encodeURIComponent(room)}/state/m\\.room\\.encryption`),
      fault,
    });
    await scene.tell(`test:${errcode}`, scene.toRoom(room), `Guten Tag nach ${errcode}.`);
    await asking.struck(2);
    expect(await sentInto(room)).toEqual([]);
    scene.proxy.clear();
    await scene.peer("anna").waitFor(scene.says(errcode, room));
    expect(await sentInto(room)).toEqual(["m.room.encrypted"]);
  });

  /** The raw events that the homeserver has of the bot. */
  async function sentInto(room: string): Promise<readonly string[]> {
    const history = await scene.rest("anna").history(room);
    return history
      .filter(({ sender, stateKey }) => sender === scene.me && stateKey === undefined)
      .map(({ type }) => type);
  }
});

const stripped: Fault = {
  kind: "rewrite",
  // An array, of which the proxy knows no more than that it is JSON.
  change: (state) => listOf(state).filter(({ type }) => type !== "m.room.encryption") as unknown as Json,
};
