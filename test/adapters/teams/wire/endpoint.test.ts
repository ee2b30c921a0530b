import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

describe("what the endpoint takes, whoever asks", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast: [{ name: "anna", office: "chair" }] });
  });

  afterAll(() => scene.stop());

  const ask = (path: string, init: RequestInit = {}) => fetch(`${scene.bot().url}${path}`, init);

  async function post(body: string | Uint8Array<ArrayBuffer>, type = "application/json"): Promise<number> {
    const headers = { "content-type": type, authorization: `Bearer ${scene.fake.tokens.valid()}` };
    const response = await ask("/api/messages", { method: "POST", headers, body });
    expect(await response.text()).toBe("");
    return response.status;
  }

  it.each<[number, string, string]>([
    [400, "no JSON", "{"],
    [400, "nothing", ""],
    [400, "an object without anything", "{}"],
    [400, "a list", "[]"],
    [400, "a word", '"message"'],
    [400, "null", "null"],
    [400, "a number as its type", '{"type":5}'],
    [400, "a list as its type", '{"type":["message"]}'],
    [401, "a type alone", '{"type":"message"}'],
    [401, "a timestamp that is none", '{"type":"message","timestamp":{"a":1},"channelId":"msteams"}'],
    [401, "a sender that is a list", '{"type":"message","from":[],"channelId":"msteams"}'],
    [413, "more than 256 KB", JSON.stringify({ type: "message", text: "a".repeat(300_000) })],
  ])("%i for %s", async (status, _, body) => {
    expect(await post(body)).toBe(status);
  });

  it("415 for what is encoded otherwise than in UTF, and 400 for what is no JSON by its own name", async () => {
    expect(await post('{"type":"message"}', "application/json; charset=iso-8859-1")).toBe(415);
    expect(await post('{"type":"message"}', "text/plain")).toBe(400);
  });

  it("a body a thousand levels deep is refused, and the next good message is heard", async () => {
    const deep = `{"type":"message","channelData":${'{"a":'.repeat(1000)}1${"}".repeat(1000)}}`;
    expect(await post(deep)).toBe(401);
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
  });

  it.each([
    ["GET", "/api/messages"],
    ["PUT", "/api/messages"],
    ["DELETE", "/api/messages"],
    ["OPTIONS", "/api/messages"],
    ["POST", "/"],
    ["GET", "/.env"],
    ["GET", "/api"],
    ["GET", "/dateien"],
    ["GET", "/dateien/x"],
    ["GET", "/dateien/x/y"],
    ["GET", "/dateien/../../etc/passwd"],
    ["GET", "/dateien/%2e%2e%2f%2e%2e/%2fetc%2fpasswd"],
    ["POST", "/healthz"],
  ])("there is nothing else: %s %s", async (method, path) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("");
  });

  it("a broken escape in the path is refused without a word", async () => {
    const response = await ask("/dateien/%E0%A4%A/x");
    expect([response.status, await response.text()]).toEqual([400, ""]);
  });

  it("a supervisor is told that it lives and is ready, and nobody is told with what it is made", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const response = await ask(path);
      expect([response.status, await response.text()]).toEqual([200, "ok"]);
    }
    const refused = await ask("/api/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "message", channelId: "msteams" }),
    });
    const named = [...refused.headers].flat().join(" ");
    expect(named).not.toMatch(/express|teams|node|botbuilder/i);
    expect(refused.headers.get("cache-control")).toBe("no-store");
  });

  it("nothing of all this changed anything", () => {
    expect(scene.recorded("MeetingOpened")).toBe(0);
    expect(scene.bot().notes.filter((note) => !note.startsWith("teams-packages"))).toEqual([]);
    expect(scene.fake.violations).toEqual([]);
  });
});
