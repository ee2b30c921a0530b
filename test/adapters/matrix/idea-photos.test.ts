import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealFile } from "../../../src/adapters/matrix/seal-file.ts";
import { ideaWorkshopEvents } from "../../support/idea-workshop.ts";
import { describeWithSynapse } from "../../support/matrix/describe-with-synapse.ts";
import { type MatrixScene, openScene } from "../../support/matrix/matrix-scene.ts";
import type { Peer } from "../../support/matrix/peer.ts";
import { bodyHas, roomTalk } from "../../support/matrix/room-talk.ts";
import { phoneJpeg } from "../../support/photos.ts";

describeWithSynapse("photos of cards", () => {
  let scene: MatrixScene;
  let anna: Peer;
  let room: string;
  let talk: ReturnType<typeof roomTalk>;

  beforeAll(async () => {
    scene = await openScene([{ name: "anna", office: "chair", crossSign: true }]);
    anna = scene.peer("anna");
    room = await scene.room({ by: "anna", name: "Träger", encrypted: true });
    talk = roomTalk(scene, anna, room);
    await scene.tell("hello", scene.toPerson("anna"), "Guten Tag");
    await anna.acceptInvitation();
    await scene.bot().house.runner.apply(ideaWorkshopEvents());
  });

  afterAll(async () => {
    await scene?.stop();
  });

  /** As a client sends it into an encrypted room. */
  async function sendsPicture(bytes: Uint8Array, caption: string, isDamaged = false): Promise<void> {
    const { sealed, keyedTo } = sealFile(bytes);
    const sent = isDamaged ? Buffer.concat([sealed, Buffer.from("x")]) : sealed;
    const file = keyedTo(await scene.rest("anna").upload(sent, "application/octet-stream"));
    const info = { mimetype: "image/jpeg", size: bytes.length };
    const content = { msgtype: "m.image", body: caption, filename: "karte.jpg", info, file };
    await anna.call("send", { room, type: "m.room.message", content });
  }

  test("come with an idea, sealed, and go out again on demand, sealed, without what they told", async () => {
    await talk.next(bodyHas("Das Foto ist dabei."), () => sendsPicture(phoneJpeg(), "!ag idee: Mehr Plätze"));
    const [kept = ""] = readdirSync(join(scene.bot().folder, "photos"));
    const shown = await talk.next(
      ({ content }) => content["msgtype"] === "m.image",
      () => anna.call("sendText", { room, text: "!ag foto 1" }),
    );
    expect(shown.content).toMatchObject({ body: "Foto zu Idee 1", info: { mimetype: "image/jpeg", w: 1, h: 1 } });
    expect(shown.content["file"]).toBeDefined();
    const bytes = Buffer.from(await anna.call("download", { content: shown.content }));
    expect(bytes).toEqual(readFileSync(join(scene.bot().folder, "photos", kept)));
    expect(bytes.includes("GPS")).toBe(false);
  });

  test("that are not what was sent, or no pictures, leave nothing noted", async () => {
    await talk.next(bodyHas("Das Foto konnte ich nicht holen"), () =>
      sendsPicture(phoneJpeg(), "!ag idee: Räume", true),
    );
    await talk.next(bodyHas("kein Bild"), () => sendsPicture(Buffer.from("%PDF-1.7"), "!ag idee: Räume"));
    await talk.says("ideen", "1 Idee");
  });
});
