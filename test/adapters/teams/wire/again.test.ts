import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buttonTitled } from "../../../support/teams/card-buttons.ts";
import type { Delivery } from "../../../support/teams/courier.ts";
import type { Json } from "../../../support/teams/json.ts";
import { eventually, openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import type { Message } from "../../../support/teams/world.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] as const;

describe("what Teams brings a second time", () => {
  let scene: TeamsScene;
  let card: Message;
  let notes = 0;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
    card = await scene.opensBallot("anna");
  });

  afterAll(() => scene.stop());

  const answersTo = (text: string) => scene.said().filter((said) => said.includes(text)).length;

  /** A finding that is read back; what Teams brought. */
  async function noted(): Promise<{ readonly words: string; readonly activity: Json }> {
    notes += 1;
    const words = `Punkt ${notes}.`;
    const { activity } = await scene.says("anna", `feststellung: ${words}`);
    await scene.hears(words);
    return { words, activity };
  }

  async function changesNothing(words: string, again: () => Promise<readonly Delivery[]>): Promise<void> {
    const before = scene.version();
    const later = answersTo("Danach.");
    for (const { status } of await again()) expect(status).toBe(200);
    // Whatever would be said comes before the answer to what is said next.
    await scene.says("anna", "feststellung: Danach.");
    await eventually(() => scene.version()).toBe(before + 1);
    await eventually(() => answersTo("Danach.")).toBe(later + 1);
    expect(answersTo(words)).toBe(1);
  }

  it("a message under its id changes nothing", async () => {
    const { words, activity } = await noted();
    await changesNothing(words, async () => [await scene.fake.deliverAgain(activity)]);
  });

  it("a message under a new id, but of the same instant, changes nothing", async () => {
    const { words, activity } = await noted();
    await changesNothing(words, async () => [await scene.fake.deliverAgain(activity, { newId: true })]);
  });

  it("the same words at another instant count again: they were said twice", async () => {
    const { words, activity } = await noted();
    await scene.fake.deliverAgain(activity, { newId: true, newTimestamp: true });
    await eventually(() => answersTo(words)).toBe(2);
  });

  it("ten at the same time count once", async () => {
    notes += 1;
    const words = `Punkt ${notes}.`;
    const { fake, room, person, version } = scene;
    const mention = `<at>${fake.bot.name}</at>`;
    const activity = person("anna").makes(room, {
      type: "message",
      text: `${mention} feststellung: ${words}`,
      entities: [{ type: "mention", mentioned: { id: fake.bot.id, name: fake.bot.name }, text: mention }],
    });
    const before = version();
    const answers = await Promise.all(Array.from({ length: 10 }, () => fake.deliver(activity)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(version()).toBe(before + 1);
    await changesNothing(words, async () => [await fake.deliverAgain(activity)]);
  });

  it("a message changes nothing after a restart either", async () => {
    const { words, activity } = await noted();
    await scene.restart();
    await changesNothing(words, async () => [
      await scene.fake.deliverAgain(activity),
      await scene.fake.deliverAgain(activity, { newId: true }),
    ]);
  });

  describe("a click", () => {
    const votes = () => scene.recorded("VoteCast");
    const textOf = ({ body }: Delivery): string => JSON.stringify(body);

    it("is counted once under its id, a new id and at a new instant, and answered with the card as it stands", async () => {
      const before = votes();
      const first = await scene.clicks("bert", card, "Ja");
      expect(textOf(first)).toContain("Ihre Stimme für Träger Bert: Ja");
      for (const how of [{}, { newId: true }, { newId: true, newTimestamp: true }]) {
        const again = await scene.fake.deliverAgain(first.activity, how);
        expect(again.status).toBe(200);
        expect(textOf(again)).toContain("Auf diesen Klick habe ich schon geantwortet");
        expect(textOf(again)).toContain("Ihre Stimme für Träger Bert: Ja");
      }
      expect(votes()).toBe(before + 1);
    });

    it("ten times at once is counted once", async () => {
      const before = votes();
      const { data, verb } = actionOf(card, "Nein");
      const activity = scene.person("carla").makes(scene.room, {
        type: "invoke",
        name: "adaptiveCard/action",
        replyToId: card.id,
        value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
      });
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => scene.fake.deliverAgain(activity, { newId: true, newTimestamp: true })),
      );
      for (const answer of answers) {
        expect(answer.status).toBe(200);
        expect(textOf(answer)).toContain("Ihre Stimme für Träger Carla: Nein");
      }
      expect(votes()).toBe(before + 1);
    });

    it("is still known after a restart, and who wants to change the vote can", async () => {
      const before = votes();
      const first = await scene.clicks("bert", card, "Nein");
      await scene.restart();
      const again = await scene.fake.deliverAgain(first.activity, { newId: true, newTimestamp: true });
      expect(textOf(again)).toContain("Auf diesen Klick habe ich schon geantwortet");
      expect(votes()).toBe(before + 1);
      const changed = await scene.clicks("bert", card, "Enthaltung");
      expect(textOf(changed)).toContain("Ihre Stimme für Träger Bert: Enthaltung");
      expect(votes()).toBe(before + 2);
    });

    it("of an old client, which sends a message, is counted once too", async () => {
      const before = votes();
      const first = await scene.clicks("anna", card, "Ja", { asSubmit: true });
      for (const how of [{}, { newId: true }, { newId: true, newTimestamp: true }])
        expect((await scene.fake.deliverAgain(first.activity, how)).status).toBe(200);
      expect(votes()).toBe(before + 1);
      await scene.hears("Ihre Stimme für Träger Anna: Ja", scene.person("anna").alone);
    });

    const actionOf = (message: Message, title: string): Json => {
      const { card: shown = {} } = scene.person("carla").seesOf(message);
      return buttonTitled(shown, title);
    };
  });

  it("nothing malformed was sent", () => {
    // How much was sent just before is forgotten by a restart; Teams then asks for patience.
    expect(scene.fake.violations.filter(({ kind }) => kind !== "rate")).toEqual([]);
  });
});
