import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { House } from "../../../../src/cli/compose.ts";
import type { Json } from "../../../support/teams/json.ts";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const names = ["anna", "bert", "carla", "dora"] as const;

/** As long as it is there, the house does nothing of what comes. */
let hold: { readonly came: PromiseWithResolvers<void>; readonly released: PromiseWithResolvers<void> } | undefined;
const heldBack = (house: House): House => ({
  ...house,
  runner: {
    ...house.runner,
    async handle(incoming) {
      hold?.came.resolve();
      await hold?.released.promise;
      return house.runner.handle(incoming);
    },
  },
});

function holdBack(): { readonly came: Promise<void>; release(): void } {
  const held = { came: Promise.withResolvers<void>(), released: Promise.withResolvers<void>() };
  hold = held;
  return {
    came: held.came.promise,
    release() {
      hold = undefined;
      held.released.resolve();
    },
  };
}

describe("a click whose answer does not arrive", () => {
  let scene: TeamsScene;
  let card: Message;

  beforeAll(async () => {
    scene = await openTeamsScene({
      cast: names.map((name) => ({ name, ...(name === "anna" ? ({ office: "chair" } as const) : {}) })),
      house: { asHouse: heldBack },
    });
    card = await scene.opensBallot("anna");
  });

  afterAll(() => scene.stop());

  const confirmed = (name: string) =>
    scene.said(scene.person(name).alone).filter((text) => text.includes("Ihre Stimme für Träger")).length;

  /** Sends a click and cuts the connection before the answer, for certain. */
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
    const { came, release } = holdBack();
    sent.end();
    await came;
    sent.destroy();
    // What came later was read: so the cut was seen, too.
    await fetch(scene.bot().url);
    release();
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
    const { release } = holdBack();
    const late = await scene.clicks("anna", card, "Ja").finally(release);
    expect(JSON.stringify(late.body)).toContain("Die Antwort kommt im Direktchat mit mir.");
    await scene.hears("Ihre Stimme für Träger Anna: Ja", scene.person("anna").alone);
  });
});
