import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { House } from "../../../../src/cli/compose.ts";
import type { Json } from "../../../support/teams/json.ts";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const names = ["anna", "bert", "carla", "dora"] as const;

/** So slow that a connection which is cut is seen to be before the answer. */
let delay = 100;
const slowly = (house: House): House => ({
  ...house,
  runner: {
    ...house.runner,
    async handle(incoming) {
      await pause(delay);
      return house.runner.handle(incoming);
    },
  },
});

describe("a click whose answer does not arrive", () => {
  let scene: TeamsScene;
  let card: Message;

  beforeAll(async () => {
    scene = await openTeamsScene({
      cast: names.map((name) => ({ name, ...(name === "anna" ? ({ office: "chair" } as const) : {}) })),
      house: { asHouse: slowly },
    });
    card = await scene.opensBallot("anna");
  });

  afterAll(() => scene.stop());

  const confirmed = (name: string) =>
    scene.said(scene.person(name).alone).filter((text) => text.includes("Ihre Stimme für Träger")).length;

  /** Sends a click and cuts the connection before the answer. */
  async function clickAndCut(name: string): Promise<Json> {
    const activity = scene.person(name).makes(scene.room, {
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: card.id,
      value: {
        action: { type: "Action.Execute", verb: "antwort", data: { command: "ja", about: "ballot-1", nonce: name } },
        trigger: "manual",
      },
    });
    const headers = { "content-type": "application/json", authorization: `Bearer ${scene.fake.tokens.valid()}` };
    const sent = request(`${scene.bot().url}/api/messages`, { method: "POST", headers });
    sent.on("error", () => undefined);
    sent.write(JSON.stringify(activity));
    await new Promise<void>((resolve) => sent.end(resolve));
    sent.destroy();
    return activity;
  }

  it("is counted, and confirmed in the direct chat", async () => {
    await clickAndCut("bert");
    await scene.hears("Ihre Stimme für Träger Bert: Ja", scene.person("bert").alone);
    expect(scene.recorded("VoteCast")).toBe(1);
  });

  it("brought again by Teams is counted once, and answered this time", async () => {
    const activity = await clickAndCut("carla");
    const again = await scene.fake.deliverAgain(activity, { newId: true });
    expect(JSON.stringify(again.body)).toContain("Ihre Stimme für Träger Carla: Ja");
    await eventually(() => scene.recorded("VoteCast")).toBe(2);
  });

  it("the answer that arrived is not repeated in the direct chat, and not after a restart either", async () => {
    await scene.clicks("dora", card, "Nein");
    await scene.restart();
    await scene.saysAlone("dora", "hilfe");
    await scene.hears("Das können Sie", scene.person("dora").alone);
    expect(confirmed("dora")).toBe(0);
    expect(confirmed("bert")).toBe(1);
  });

  it("what takes longer than a client waits is announced for the direct chat, and comes there", async () => {
    delay = 4_500;
    const late = await scene.clicks("anna", card, "Ja");
    delay = 100;
    expect(late.milliseconds).toBeLessThan(4_500);
    expect(JSON.stringify(late.body)).toContain("Die Antwort kommt im Direktchat mit mir.");
    await scene.hears("Ihre Stimme für Träger Anna: Ja", scene.person("anna").alone);
  });
});
