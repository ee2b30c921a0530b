import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ideaWorkshopEvents } from "../../../support/idea-workshop.ts";
import { phoneJpeg, png } from "../../../support/photos.ts";
import { createFaults } from "../../../support/teams/faults.ts";
import { startHttpServer } from "../../../support/teams/http-server.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }] as const;

describe("a photo of a card", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast });
    await scene.person("anna").addsBot(scene.room);
    await scene.bot().house.runner.apply(ideaWorkshopEvents());
  });

  afterAll(() => scene.stop());

  const alone = (who: string) => scene.person(who).alone;
  const kept = (): readonly string[] => {
    const folder = join(scene.bot().folder, "photos");
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const file = (url: string) => ({
    contentType: "application/vnd.microsoft.teams.file.download.info",
    name: "karte.jpg",
    content: { downloadUrl: url, uniqueId: "karte", fileType: "jpg" },
  });
  const inline = (url: string) => ({ contentType: "image/png", contentUrl: url });

  it("comes as a file by direct chat, from an address that gets no token of ours", async () => {
    scene.fake.pictures.set("karte.jpg", phoneJpeg());
    await scene.saysAlone("bert", "idee: Mehr Plätze", { attachments: [file(`${scene.fake.url}/download/karte.jpg`)] });
    await scene.hears("Das Foto ist dabei.", alone("bert"));
    expect(kept()).toEqual([expect.stringMatching(/\.jpg$/)]);
    expect(scene.fake.violations).toEqual([]);
  });

  it("comes pasted into a message, from the service, which gets our token", async () => {
    scene.fake.pictures.set("pasted", png());
    const url = `${scene.fake.serviceUrl}v3/attachments/pasted/views/original`;
    await scene.says("bert", "idee: Kürzere Wege", { attachments: [inline(url)] });
    await scene.hears("Kürzere Wege");
    await scene.fake.waitFor(() => kept().length === 2);
  });

  it("goes to whoever asks, as every file does", async () => {
    await scene.saysAlone("anna", "foto 1");
    await scene.hears("Datei: idee-1-foto.jpg", alone("anna"));
  });

  it("is not asked for anywhere else, and nothing is noted then", async () => {
    const elsewhere = await startHttpServer({
      faults: createFaults(),
      now: Date.now,
      calls: [],
      answer: () => ({ status: 200, bytes: png() }),
    });
    const asked = kept().length;
    for (const [index, attachment] of [
      file(`${elsewhere.url}/karte.png`),
      inline(`${elsewhere.url}/karte.png`),
    ].entries()) {
      await scene.saysAlone("bert", `idee: Anderswo ${index}`, { attachments: [attachment] });
      await scene.fake.waitFor(
        () =>
          scene.said(alone("bert")).filter((text) => text.includes("Das Foto konnte ich nicht holen")).length > index,
      );
    }
    expect(kept()).toHaveLength(asked);
    await elsewhere.close();
  });
});
