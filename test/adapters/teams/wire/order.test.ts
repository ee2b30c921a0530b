import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { accountKey, instant, roomKey } from "../../../support/keys.ts";
import type { Json } from "../../../support/teams/json.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const FEW = 50;

describe("many messages at once", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast: [{ name: "anna", office: "chair" }, { name: "bert" }] });
    // Not over the wire: nobody has asked for Microsoft's keys yet.
    await scene.bot().house.runner.handle({
      key: "opening",
      account: accountKey(`teams:${scene.person("anna").objectId}`),
      room: roomKey(`teams:${scene.room.id}`),
      text: "sitzung eröffnen",
      at: instant("2026-01-01T08:00:00.000Z"),
      addressed: true,
    });
  });

  afterEach(() => scene.fake.faults.clear());
  afterAll(() => scene.stop());

  /** Texts of the findings, in the order of the record. */
  const recorded = (): readonly string[] =>
    [...scene.bot().house.store.read("gremium")].flatMap(({ type, data }) =>
      type === "NoteTaken" ? [/Punkt \d+/.exec(data)?.[0] ?? ""] : [],
    );

  /** All on one connection, none waiting for an answer: so they arrive in this order. */
  async function pipelined(activities: readonly Json[]): Promise<string> {
    const socket = connect(Number(new URL(scene.bot().url).port), "127.0.0.1");
    const requests = activities.map((activity, index) => {
      const body = JSON.stringify(activity);
      const head = [
        "POST /api/messages HTTP/1.1",
        "host: 127.0.0.1",
        "content-type: application/json",
        `authorization: Bearer ${scene.fake.tokens.valid()}`,
        `content-length: ${Buffer.byteLength(body)}`,
        ...(index === activities.length - 1 ? ["connection: close"] : []),
      ];
      return `${head.join("\r\n")}\r\n\r\n${body}`;
    });
    socket.write(requests.join(""));
    let answers = "";
    for await (const chunk of socket) answers += String(chunk);
    return answers;
  }

  it("fifty in one chat are decided in the order in which they came, though the first is let in last", async () => {
    const { fake, person, room } = scene;
    const numbers = Array.from({ length: FEW }, (_, index) => `Punkt ${index + 100}`);
    const mention = `<at>${fake.bot.name}</at>`;
    const activities = numbers.map((words) =>
      person("anna").makes(room, {
        type: "message",
        text: `${mention} feststellung: ${words}.`,
        entities: [{ type: "mention", mentioned: { id: fake.bot.id, name: fake.bot.name }, text: mention }],
      }),
    );
    // The first question for the keys takes longest.
    const slow = fake.faults.add({ path: /openidconfiguration/, times: 1, fault: { kind: "slow", ms: 500 } });
    const before = recorded().length;
    const answers = await pipelined(activities);
    expect(slow.hits()).toBe(1);
    expect(answers.match(/^HTTP\/1\.1 200/gm)).toHaveLength(FEW);
    expect(recorded().slice(before)).toEqual(numbers);
  });

  it("one after the other is acknowledged without waiting for the connector, which does not answer", async () => {
    const { fake, room } = scene;
    const silent = fake.faults.add({ method: "POST", chat: room, fault: { kind: "hang" } });
    // How fast it is, is measured elsewhere (`npm run bench`).
    for (let number = 200; number < 220; number += 1) await scene.says("anna", `feststellung: Punkt ${number}.`);
    await fake.waitFor(() => silent.hits() > 0);
    expect(scene.said().filter((text) => /Punkt 2\d\d/.test(text))).toEqual([]);
    expect(recorded().slice(-20)).toEqual(Array.from({ length: 20 }, (_, index) => `Punkt ${index + 200}`));
  });
});
