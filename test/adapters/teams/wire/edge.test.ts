import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Json } from "../../../support/teams/json.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const OTHER_TENANT = "7e7e7e7e-0000-4000-8000-00000000000f";

describe("whom the endpoint lets in", () => {
  let scene: TeamsScene;
  let version: number;
  const console_ = {
    error: vi.spyOn(console, "error"),
    warn: vi.spyOn(console, "warn"),
    log: vi.spyOn(console, "log"),
  };

  beforeAll(async () => {
    scene = await openTeamsScene({ cast: [{ name: "anna", office: "chair" }] });
    // The first valid token fetches the keys; what is forged afterwards meets them.
    await scene.says("anna", "hilfe");
    await scene.hears("Das können Sie");
    version = scene.version();
  });

  afterEach(() => {
    expect(scene.version()).toBe(version);
  });

  afterAll(() => scene.stop());

  const command = (fields: Json = {}): Json =>
    scene.person("anna").makes(scene.room, {
      type: "message",
      text: `<at>${scene.fake.bot.name}</at> sitzung eröffnen`,
      entities: [
        {
          type: "mention",
          mentioned: { id: scene.fake.bot.id, name: scene.fake.bot.name },
          text: `<at>${scene.fake.bot.name}</at>`,
        },
      ],
      ...fields,
    });

  const seconds = (): number => Math.floor(Date.now() / 1000);
  const tokens = () => scene.fake.tokens;

  it.each<[string, () => string | null]>([
    ["no token at all", () => null],
    ["an empty token", () => ""],
    ["a word that is no token", () => "abc"],
    ["three words that look like one", () => "a.b.c"],
    ["a forged signature", () => tokens().forged()],
    ["an unknown key", () => tokens().unknownKey()],
    ["no signature (alg none)", () => tokens().unsigned()],
    ["a symmetric signature (HS256) with the published key", () => tokens().confused()],
    ["a token that ended an hour ago", () => tokens().valid({ exp: seconds() - 3600 })],
    ["a token that never ends", () => tokens().valid({ exp: undefined })],
    ["a token that begins in an hour", () => tokens().valid({ nbf: seconds() + 3600, exp: seconds() + 7200 })],
    ["a token for another bot", () => tokens().valid({ aud: "a1a1a1a1-0000-4000-8000-00000000000f" })],
    ["a token for nobody", () => tokens().valid({ aud: undefined })],
    ["a token of another issuer", () => tokens().valid({ iss: "https://example.org" })],
    ["a token without an issuer", () => tokens().valid({ iss: undefined })],
    ["a token for another service", () => tokens().valid({ serviceurl: "https://example.org/" })],
    ["a token that names no service", () => tokens().valid({ serviceurl: undefined })],
    [
      "a token of the emulator",
      () =>
        tokens().valid({
          iss: `https://login.microsoftonline.com/${scene.fake.tenant}/v2.0`,
          ver: "2.0",
          azp: scene.fake.bot.appId,
        }),
    ],
    [
      "a token of the emulator, first version",
      () =>
        tokens().valid({
          iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
          ver: "1.0",
          appid: scene.fake.bot.appId,
        }),
    ],
  ])("%s is refused without a word", async (_, token) => {
    const said = scene.said().length;
    const { status, body } = await scene.fake.deliver(command(), { token: token() });
    expect({ status, body }).toEqual({ status: 401, body: undefined });
    expect(scene.said()).toHaveLength(said);
  });

  it.each<[string, Json]>([
    ["of another tenant", { conversation: { tenantId: OTHER_TENANT }, channelData: { tenant: { id: OTHER_TENANT } } }],
    ["that names no tenant", { conversation: {}, channelData: { tenant: undefined } }],
    ["of another channel", { channelId: "webchat" }],
    ["of the emulator's channel", { channelId: "emulator" }],
    ["of no channel", { channelId: undefined }],
    ["that wants its answers sent elsewhere", { serviceUrl: "https://example.org/" }],
    ["that wants its answers sent nowhere", { serviceUrl: undefined }],
  ])("an activity %s is refused, whatever its token", async (_, { conversation = {}, ...fields }) => {
    const usual = command();
    const place = { ...(usual["conversation"] as Json), tenantId: undefined, ...(conversation as Json) };
    const isElsewhere = "channelId" in fields || "serviceUrl" in fields;
    const activity = command({ ...fields, conversation: isElsewhere ? usual["conversation"] : place });
    const { status, body } = await scene.fake.deliver(activity);
    expect({ status, body }).toEqual({ status: 401, body: undefined });
  });

  it("the same activity with a good token is heard: the refusals above are for the token alone", async () => {
    const answer = await scene.fake.deliver(command({ text: `<at>${scene.fake.bot.name}</at> hilfe` }));
    expect(answer.status).toBe(200);
  });

  it("nothing of a token, a key or a secret is told, on the console or to the log", () => {
    const told = [...scene.bot().notes, ...Object.values(console_).flatMap(({ mock }) => mock.calls.map(String))].join(
      "\n",
    );
    expect(told).not.toMatch(/eyJ|BEGIN|PRIVATE|PUBLIC KEY|not-asked-for|[A-Za-z0-9_-]{40}/);
  });
});
