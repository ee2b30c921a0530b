import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { serverError } from "../../support/matrix/fault-recipes.ts";
import { openPlainScene, type PlainScene } from "../../support/matrix/plain-scene.ts";
import type { RestClient } from "../../support/matrix/rest-client.ts";

const POLL = "org.matrix.msc3381.poll.start";

describeWithSynapse("a vote that is here before the bot knows that its poll is there", () => {
  let plain: PlainScene;
  let bert: RestClient;

  beforeAll(async () => {
    plain = await openPlainScene([{ name: "bert" }], [{ name: "carla" }]);
    bert = plain.scene.rest("bert");
    for (const one of [plain.chair, bert]) await one.sendText(plain.room, "!ag anwesend");
    await plain.chair.sendText(plain.room, "!ag anwesend Frau Carla");
  });

  afterEach(() => plain?.scene.proxy.clear());
  afterAll(() => plain?.stop());

  /** A ballot whose poll the homeserver has, while every answer to the one who sent it is cut off. */
  async function openBallot(number: number): Promise<string> {
    const { scene, chair, room, seen } = plain;
    scene.proxy.add({ match: new RegExp(`^PUT .*/send/${POLL}/`), fault: { kind: "late" }, times: 1 });
    scene.proxy.add({ match: new RegExp(`^PUT .*/send/${POLL}/`), fault: serverError(503) });
    await chair.sendText(room, `!ag antrag: Satz ${number}.`);
    await chair.sendText(room, `!ag abstimmung ${number}`);
    const polls = () => seen.events.filter(({ type, sender }) => type === POLL && sender === scene.me);
    await seen.waitFor(() => polls().length === number);
    const id = polls()[number - 1]?.id ?? "";
    await bert.send(room, "org.matrix.msc3381.poll.response", {
      "m.relates_to": { rel_type: "m.reference", event_id: id },
      "org.matrix.msc3381.poll.response": { answers: ["a2"] },
    });
    return id;
  }

  const votes = () => [...plain.scene.bot().house.store.read("gremium")].filter(({ type }) => type === "VoteCast");
  const answers = (): number => {
    const peer = plain.scene.peer("bert");
    return peer.events.filter(plain.scene.says("Ihre Stimme für Träger Bert: Nein")).length;
  };

  test("counts, and is answered", async () => {
    const { scene, chair, room, seen } = plain;
    const poll = await openBallot(1);
    const chat = await scene.peer("bert").acceptInvitation();
    await scene.peer("bert").waitFor(scene.says("Ihre Stimme für Träger Bert: Nein", chat));
    scene.proxy.clear();
    await chair.sendText(room, "!ag abstimmung schließen");
    const end = await seen.waitFor(({ type }) => type === "org.matrix.msc3381.poll.end");
    expect(end.content["m.relates_to"]).toMatchObject({ event_id: poll });
    expect(votes().map(({ data }) => JSON.parse(data))).toMatchObject([{ ballot: 1, seat: "bert", person: "bert" }]);
  });

  test("counts also when the program ended in between", async () => {
    const { scene, chair, room, seen } = plain;
    await openBallot(2);
    await scene.close();
    scene.proxy.clear();
    await chair.sendText(room, "!ag abstimmung schließen");
    await scene.open();
    await seen.waitFor(
      ({ sender, content }) => sender === scene.me && /^Abgelehnt: 0 Ja, 1 Nein/.test(`${content["body"]}`),
    );
    const ends = () => seen.events.filter(({ type }) => type === "org.matrix.msc3381.poll.end").length;
    await seen.waitFor(() => ends() === 2);
    expect(votes()).toHaveLength(2);
    const polls = (await chair.history(room)).filter(({ type }) => type === POLL);
    expect(polls).toHaveLength(2);
    await scene.peer("bert").waitFor(() => answers() === 2);
  });
});
