import { afterAll, beforeAll, expect, test } from "vitest";
import { committeeCodec } from "../../../src/adapters/storage/committee-codec.ts";
import type { CommitteeEvent } from "../../../src/core/committee/events.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import type { Peer } from "../../support/matrix/peer.ts";
import { openPlainScene, type PlainScene } from "../../support/matrix/plain-scene.ts";

const POLL = "org.matrix.msc3381.poll.start";

describeWithSynapse("votes that are edited, state that commands, and papers of a secret ballot", () => {
  let plain: PlainScene;
  let bert: Peer;

  beforeAll(async () => {
    plain = await openPlainScene([{ name: "bert" }], [{ name: "carla" }]);
    bert = plain.scene.peer("bert");
    for (const name of ["anna", "bert"]) await plain.scene.rest(name).sendText(plain.room, "!ag anwesend");
    await plain.chair.sendText(plain.room, "!ag anwesend Frau Carla");
    await bert.acceptInvitation();
  });

  afterAll(() => plain?.stop());

  const events = (): readonly CommitteeEvent[] =>
    [...plain.scene.bot().house.store.read("gremium")].map(committeeCodec.decode);
  const votes = () =>
    events().flatMap((event) =>
      event.type === "VoteCast" && event.vote.kind === "question" ? [`${event.person}: ${event.vote.choice}`] : [],
    );
  const told = (text: string): number => bert.events.filter(plain.scene.says(text)).length;
  /** Everything sent before has been worked off and answered. */
  const fence = async (mark: string): Promise<void> => {
    await plain.note(mark);
    await plain.noted(mark);
  };

  async function openBallot(number: number, how = ""): Promise<void> {
    await plain.chair.sendText(plain.room, `!ag antrag: Satz ${number}.`);
    await plain.chair.sendText(plain.room, `!ag abstimmung ${number}${how}`);
    await bert.waitFor(plain.scene.says(`Abstimmung eröffnet: Antrag ${number}`, plain.room));
  }

  test("count as edited if the edit is there before the vote took effect", async () => {
    const { scene, room } = plain;
    await openBallot(1);
    await scene.close();
    const id = await bert.call("sendText", { room, text: "!ag ja" });
    await bert.call("edit", { room, id, text: "!ag enthaltung" });
    await bert.call("edit", { room, id, text: "!ag nein" });
    await scene.open();
    await bert.waitFor(scene.says("Ihre Stimme für Träger Bert: Nein"));
    await fence("Danach");
    expect(votes()).toEqual(["bert: no"]);
    expect(told("Ihre Stimme für Träger Bert")).toBe(1);
    expect(told("Bearbeitete Nachrichten")).toBe(0);
  });

  test("count as they were if the edit comes later, which is explained once", async () => {
    const { scene, room, chair, seen } = plain;
    await chair.sendText(room, "!ag abstimmung schließen");
    await seen.waitFor(({ type }) => type === "org.matrix.msc3381.poll.end");
    await openBallot(2);
    const id = await bert.call("sendText", { room, text: "!ag ja" });
    await bert.waitFor(scene.says("Ihre Stimme für Träger Bert: Ja"));
    await bert.call("edit", { room, id, text: "!ag nein" });
    await bert.waitFor(scene.says("Bearbeitete Nachrichten lese ich nicht noch einmal"));
    await bert.call("edit", { room, id, text: "!ag enthaltung" });
    await bert.call("redact", { room, id });
    await fence("Nach der Bearbeitung");
    await scene.tell("test:last", scene.toPerson("bert"), "Zuletzt.");
    await bert.waitFor(scene.says("Zuletzt."));
    expect(votes()).toEqual(["bert: no", "bert: yes"]);
    expect(told("Bearbeitete Nachrichten")).toBe(1);
    await chair.sendText(room, "!ag abstimmung schließen");
    await bert.waitFor(scene.says("Angenommen: 1 Ja, 0 Nein", room));
  });

  test("are not cast by state, whoever may send it", async () => {
    const { scene, room, chair } = plain;
    const rest = scene.rest("bert");
    const command = { msgtype: "m.text", body: "!ag sitzung schließen" };
    await expect(rest.sendState(room, "m.room.message", command)).rejects.toThrow("M_FORBIDDEN");
    const levels = await chair.state(room, "m.room.power_levels");
    await chair.sendState(room, "m.room.power_levels", { ...levels, state_default: 0 });
    await rest.sendState(room, "m.room.message", command);
    await chair.sendState(room, "m.room.message", command);
    await rest.sendState(room, "m.room.pinned_events", { pinned: { body: "!ag sitzung schließen" } });
    await rest.sendState(room, "org.matrix.msc3381.poll.response", command);
    await fence("Nach dem Zustand");
    expect(events().filter(({ type }) => /^Meeting(Closed|Ended)/.test(type))).toEqual([]);
    expect(scene.bot().notes.filter((note) => note.startsWith("event-failed"))).toEqual([]);
  });

  test("of a secret ballot are given on the paper in the direct chat, and nowhere else", async () => {
    const { scene, room, seen } = plain;
    const polls = seen.events.filter(({ type, sender }) => type === POLL && sender === scene.me).length;
    await openBallot(3, " geheim");
    await bert.call("sendText", { room, text: "!ag ja" });
    await bert.waitFor(scene.says("Im Raum könnten alle Ihre Stimme lesen; sie wurde nicht gezählt."));
    const paper = await bert.waitFor(
      (event) => event.type === POLL && event.room !== room && event.sender === scene.me,
    );
    expect(paper.encrypted).toBe(true);
    expect(events().filter(({ type }) => type === "SecretVoteCast")).toEqual([]);
    await bert.call("vote", { room: paper.room, poll: paper.id, answers: ["a2"] });
    await bert.waitFor(scene.says("Die Stimme für Träger Bert liegt verschlossen in der Urne"));
    expect(events().filter(({ type }) => type === "SecretVoteCast")).toMatchObject([{ ballot: 3, seat: "bert" }]);
    expect(seen.events.filter(({ type, sender }) => type === POLL && sender === scene.me)).toHaveLength(polls);
    expect(votes()).toHaveLength(2);
  });
});
