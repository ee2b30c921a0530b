import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { buttonTitled } from "../../../support/teams/card-buttons.ts";
import { startFakeTeams } from "../../../support/teams/fake-teams.ts";
import { type Json, listIn, objectIn, textIn } from "../../../support/teams/json.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";
import { type Chat, currentActivity, type Message } from "../../../support/teams/world.ts";

const cast = [{ name: "anna", office: "chair" }, { name: "bert" }, { name: "carla" }] as const;
const DAY = 86_400_000;

describe("a file", () => {
  let scene: TeamsScene;
  let count = 0;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast, house: { settings: { address: "https://teams.example.org" } } });
    await scene.person("anna").addsBot(scene.room);
  });

  afterAll(() => scene.stop());

  const bytesOf = (name: string) => Buffer.from(`Inhalt von ${name}: äöü`);

  /** Somebody gets a file; its name. */
  async function sent(to: "anna" | "bert" | "room", more: string = ""): Promise<string> {
    count += 1;
    const name = `Protokoll ${count}${more}.md`;
    const reference = `datei-${count}.md`;
    const folder = join(scene.bot().folder, "outgoing");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, reference), bytesOf(name));
    const files = [{ name, mediaType: "text/markdown", reference }];
    const recipient = to === "room" ? scene.toRoom : scene.toPerson(to);
    await scene.tell(`file-${count}`, recipient, "Hier ist es.", { files });
    return name;
  }

  const offered = (name: string, chat: Chat): Promise<Message> => scene.hears(`Datei: ${name}`, chat);
  const put = (name: string) => scene.fake.uploads.filter((one) => one.name === name && one.bytes !== undefined);
  const alone = (who: string) => scene.person(who).alone;

  /** What the consent card carries; the client sends it back. */
  const contextOf = (message: Message): Json => {
    const [attachment = {}] = listIn(currentActivity(message), "attachments");
    return objectIn(objectIn(attachment, "content"), "acceptContext");
  };
  const accepts = (who: string, chat: Chat, context: Json, uploadUrl: string) =>
    scene.fake.deliver(
      scene.person(who).makes(chat, {
        type: "invoke",
        name: "fileConsent/invoke",
        value: {
          type: "fileUpload",
          action: "accept",
          context,
          uploadInfo: {
            contentUrl: "https://x.sharepoint.com/a",
            name: "a.md",
            uploadUrl,
            uniqueId: "u",
            fileType: "md",
          },
        },
      }),
    );

  describe("for one person", () => {
    it("is put into the person's own place after consent, and shown there", async () => {
      const name = await sent("bert");
      const consent = await offered(name, alone("bert"));
      expect((await scene.person("bert").answersFile(consent, true)).status).toBe(200);
      await scene.fake.waitFor(() => put(name).length === 1);
      expect(put(name)[0]?.bytes).toEqual(bytesOf(name));
      await scene.fake.waitFor(
        () => scene.said(alone("bert")).filter((text) => text === `Datei: ${name}`).length === 2,
      );
    });

    it("is put once, though the consent comes twice", async () => {
      const name = await sent("bert");
      const consent = await offered(name, alone("bert"));
      const first = await scene.person("bert").answersFile(consent, true);
      await scene.fake.waitFor(() => put(name).length === 1);
      expect((await scene.fake.deliverAgain(first.activity, { newId: true })).status).toBe(200);
      await scene.saysAlone("bert", "hilfe");
      await scene.hears("Das können Sie", alone("bert"));
      expect(scene.said(alone("bert")).filter((text) => text === `Datei: ${name}`)).toHaveLength(2);
    });

    it("goes nowhere if it is declined", async () => {
      const name = await sent("bert");
      const consent = await offered(name, alone("bert"));
      expect((await scene.person("bert").answersFile(consent, false)).status).toBe(200);
      expect(scene.fake.uploads.some((one) => one.name === name)).toBe(false);
    });

    it("is not given to anybody else, whoever has got hold of what the card carries", async () => {
      const name = await sent("bert");
      const context = contextOf(await offered(name, alone("bert")));
      const place = `http://${scene.fake.host}/upload/nowhere`;
      const before = scene.fake.calls.length;
      expect((await accepts("carla", alone("carla"), context, place)).status).toBe(200);
      await scene.hears("Diese Datei gibt es nicht mehr", alone("carla"));
      expect((await accepts("anna", scene.room, context, place)).status).toBe(200);
      await scene.hears("Diese Datei gibt es nicht mehr");
      expect(scene.fake.calls.slice(before).filter(({ path }) => path.startsWith("/upload"))).toEqual([]);
    });

    it("a name that was made up gets nothing, and not a second word", async () => {
      const made = { reference: "../../record.sqlite", name: "x" };
      expect((await accepts("anna", alone("anna"), made, `http://${scene.fake.host}/upload/x`)).status).toBe(200);
      await scene.hears("Diese Datei gibt es nicht mehr", alone("anna"));
    });

    it("is put to no foreign place, whatever the answer to the question names", async () => {
      const foreign = await startFakeTeams();
      const places = [
        `http://${foreign.host}/upload/x`,
        `http://user@${foreign.host}/upload/x?${scene.fake.host}`,
        "https://example.org/upload",
        "https://sharepoint.com.example.org/x",
      ];
      for (const place of places) {
        const name = await sent("anna");
        const consent = await offered(name, alone("anna"));
        expect((await accepts("anna", alone("anna"), contextOf(consent), place)).status).toBe(200);
        await scene.hears(`»${name}« ließ sich nicht ablegen`, alone("anna"));
      }
      expect(foreign.calls).toEqual([]);
      expect(scene.bot().notes.filter((note) => note.startsWith("file-failed"))).toEqual([]);
      await foreign.close();
    });
  });

  describe("for a room", () => {
    async function linkTo(name: string): Promise<string> {
      const message = await scene.fake.waitFor(() =>
        scene.fake.messagesIn(scene.room).find((one) =>
          scene
            .person("anna")
            .seesOf(one)
            .buttons.some((title) => title.includes(name)),
        ),
      );
      const { card = {} } = scene.person("anna").seesOf(message);
      return textIn(buttonTitled(card, `Datei öffnen: ${name}`), "url") ?? "";
    }

    const fetched = (link: string) => fetch(link.replace("https://teams.example.org", scene.bot().url));

    it("is a link at our own address, and is what it is called, whatever its name", async () => {
      const name = await sent("room", ' "ä/<b>');
      const link = await linkTo(name);
      expect(link).toMatch(/^https:\/\/teams\.example\.org\/dateien\/[A-Za-z0-9_-]{32}\//);
    });

    it("is fetched by the link, and only by the whole of it", async () => {
      const name = await sent("room");
      const link = await linkTo(name);
      const response = await fetched(link);
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytesOf(name));
      expect(response.headers.get("content-disposition")).toContain("attachment");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const token = link.split("/")[4] ?? "";
      for (const wrong of [token.slice(0, -1), `${token}x`, token.toLowerCase(), "%00", "x".repeat(5_000)])
        expect((await fetched(link.replace(token, wrong))).status).toBe(404);
    });

    it("is still there after a restart, and gone after thirty days", async () => {
      const name = await sent("room");
      const link = await linkTo(name);
      await scene.restart();
      expect((await fetched(link)).status).toBe(200);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31 * DAY });
      onTestFinished(() => void vi.useRealTimers());
      expect((await fetched(link)).status).toBe(404);
    });
  });
});
