import { afterAll, beforeAll, expect, test } from "vitest";
import { ideaWorkshopEvents } from "../../support/idea-workshop.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixScene, openScene } from "../../support/matrix/matrix-scene.ts";
import type { Peer } from "../../support/matrix/peer.ts";
import { bodyHas, roomTalk } from "../../support/matrix/room-talk.ts";

describeWithSynapse("a workshop in an encrypted room that has threads", () => {
  let scene: MatrixScene;
  let anna: Peer;
  let room: string;
  let talk: ReturnType<typeof roomTalk>;

  beforeAll(async () => {
    scene = await openScene([{ name: "anna", office: "chair", crossSign: true }]);
    anna = scene.peer("anna");
    room = await scene.room({ by: "anna", name: "Träger", encrypted: true, threads: true });
    talk = roomTalk(scene, anna, room);
    await scene.tell("hello", scene.toPerson("anna"), "Guten Tag");
    await anna.acceptInvitation();
    const questions = [{ text: "Was fehlt?" }, { text: "Was gelingt?" }];
    await scene.bot().house.runner.apply(ideaWorkshopEvents({ phase: "break", questions }));
  });

  afterAll(async () => {
    await scene?.stop();
  });

  test("an idea belongs to the question in whose thread it is said, or whose message it answers", async () => {
    await talk.says("phase ideen", "Leitfrage 2: Was gelingt?\nIdeen dazu");
    const [first, second] = [1, 2].map((question) =>
      anna.events.find(
        (event) => event.room === room && bodyHas(`Leitfrage ${question}:`)(event) && bodyHas("Ideen dazu")(event),
      ),
    );
    if (first === undefined || second === undefined) throw new Error("no threads");
    expect([first, second].map(({ content }) => content["m.relates_to"])).toEqual([undefined, undefined]);
    const noted = (number: number, act: () => Promise<unknown>) => talk.next(bodyHas(`Idee ${number} `), act);
    await noted(1, () => anna.call("threadReply", { room, root: second.id, text: "idee: Mehr Plätze" }));
    // What was noted does not change with the message; whoever edits it is told so.
    const inThread = anna.events.findLast((event) => event.sender === anna.userId);
    if (inThread === undefined) throw new Error("nothing was said");
    await talk.next(bodyHas("Die Idee bleibt, wie sie notiert ist"), () =>
      anna.call("edit", { room, id: inThread.id, text: "idee: Viel mehr Plätze" }),
    );
    await noted(2, () => anna.call("reply", { room, id: first.id, text: "idee: Mehr Personal" }));
    await noted(3, () => anna.call("sendText", { room, text: "!ag idee: Mehr Zeit" }));
    const ofSecond = await talk.says("ideen zu 2", "Zur Leitfrage 2");
    expect(String(ofSecond.content["body"])).toContain("Mehr Plätze");
    expect(String(ofSecond.content["body"])).not.toMatch(/Mehr Personal|Mehr Zeit/);
    const ofFirst = await talk.says("ideen zu 1", "Zur Leitfrage 1");
    expect(String(ofFirst.content["body"])).toContain("Mehr Personal");
    // The question is told again when ideas are collected again: below itself, not anew.
    await talk.says("phase pause", "Jetzt: Pause");
    const again = await talk.next(
      (event) => bodyHas("Leitfrage 2:")(event) && bodyHas("Ideen dazu")(event),
      () => anna.call("sendText", { room, text: "!ag phase ideen" }),
    );
    expect(again.content["m.relates_to"]).toMatchObject({ rel_type: "m.thread", event_id: second.id });
  });

  test("its wall is shown as a picture, sealed, with words for those who cannot see it", async () => {
    await talk.says("phase gruppieren", "Jetzt: Gruppieren");
    await talk.says('gruppe "Plätze": 1, 3', "Plätze");
    const shown = await talk.next(
      ({ content }) => content["msgtype"] === "m.image",
      () => anna.call("sendText", { room, text: "!ag tafel bild" }),
    );
    expect(shown.content["file"]).toBeDefined();
    expect(shown.content["url"]).toBeUndefined();
    expect(String(shown.content["body"])).toMatch(/^Tafel „Klausurtagung“: .*Gruppe 1 „Plätze“/);
    const bytes = Buffer.from(await anna.call("download", { content: shown.content }));
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    const { w, h } = shown.content["info"] as { w: number; h: number };
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([w, h]);
  });
});
