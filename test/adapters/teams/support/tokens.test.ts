import { createPublicKey, verify } from "node:crypto";
import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectorClient } from "../../../support/teams/connector-client.ts";
import { type FakeTeams, startFakeTeams } from "../../../support/teams/fake-teams.ts";

let fake: FakeTeams;
beforeEach(async () => {
  // The package prints keys and traces of every token it refuses.
  vi.spyOn(console, "error").mockReturnValue();
  fake = await startFakeTeams({ outboundToken: "fixed", appPassword: "right" });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fake.close();
});

/** As the package reads tokens which come to a bot. */
function extractor(): JwtTokenExtractor {
  const rules = { issuer: ["https://api.botframework.com"], clockTolerance: 300, ignoreExpiration: false };
  return new JwtTokenExtractor(rules, fake.metadataUrl, ["RS256", "RS384", "RS512"]);
}
const read = (token: string) => extractor().getIdentityFromAuthHeader(`Bearer ${token}`, "msteams", []);

describe("tokens with which Microsoft comes to the bot", () => {
  it("are read by the package, with what it looks at", async () => {
    const identity = await read(fake.tokens.valid());
    expect(identity?.getClaimValue("aud")).toBe(fake.bot.appId);
    expect(identity?.getClaimValue("serviceurl")).toBe(fake.serviceUrl);
  });

  it("verify with the published key, and only those that are signed with it", async () => {
    const [published] = (await (await fetch(`${fake.url}/v1/keys`)).json()).keys;
    const key = createPublicKey({ key: published, format: "jwk" });
    const isSigned = (token: string): boolean => {
      const [header, claims, signature = ""] = token.split(".");
      return verify("sha256", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url"));
    };
    const { tokens } = fake;
    const all = [tokens.valid(), tokens.forged(), tokens.unknownKey(), tokens.unsigned(), tokens.confused()];
    expect(all.map(isSigned)).toEqual([true, false, false, false, false]);
    expect(all.map((token) => JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()))).toEqual([
      { typ: "JWT", alg: "RS256", kid: "key-1" },
      { typ: "JWT", alg: "RS256", kid: "key-1" },
      { typ: "JWT", alg: "RS256", kid: "key-of-a-stranger" },
      { typ: "JWT", alg: "none", kid: "key-1" },
      { typ: "JWT", alg: "HS256", kid: "key-1" },
    ]);
  });

  it.each(["forged", "unknownKey", "unsigned", "confused"] as const)("are refused by the package: %s", async (kind) => {
    await expect(read(fake.tokens[kind]())).rejects.toThrow();
  });

  it("carry other claims, and leave out what is undefined", async () => {
    const identity = await read(fake.tokens.valid({ aud: "other", exp: undefined }));
    expect(identity?.getClaimValue("aud")).toBe("other");
    expect(identity?.getClaimValue("exp")).toBeNull();
    await expect(read(fake.tokens.valid({ exp: Math.floor(Date.now() / 1000) - 3600 }))).rejects.toThrow("expired");
    await expect(read(fake.tokens.valid({ nbf: Math.floor(Date.now() / 1000) + 3600 }))).rejects.toThrow("active");
  });

  it("are of no use once the key has changed, and the new ones are", async () => {
    const old = fake.tokens.valid();
    fake.tokens.rotate();
    await expect(read(old)).rejects.toThrow();
    expect((await read(fake.tokens.valid()))?.getClaimValue("aud")).toBe(fake.bot.appId);
  });

  it("are of no use where the key does not stand for Teams", async () => {
    const extracting = () =>
      extractor().getIdentityFromAuthHeader(`Bearer ${fake.tokens.valid()}`, "msteams", ["msteams"]);
    fake.tokens.endorse(["webchat"]);
    await expect(extracting()).rejects.toThrow("endorse");
  });
});

describe("tokens with which the bot comes to Microsoft", () => {
  const ask = (fields: Record<string, string>) =>
    fetch(fake.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: fake.bot.appId, ...fields }),
    });
  const sending = async (token: string) => {
    const chat = fake.chat({ kind: "groupChat", members: [fake.person("Anna")] });
    return (await connectorClient(fake.serviceUrl, token).send(chat.id, "x")).status;
  };

  it("are given for the secret only", async () => {
    expect((await ask({ client_secret: "wrong" })).status).toBe(401);
    expect((await ask({ client_secret: "right", client_id: "x" })).status).toBe(400);
    expect((await ask({ client_secret: "right", grant_type: "password" })).status).toBe(400);
    const token = await (await ask({ client_secret: "right" })).json();
    expect(token).toMatchObject({ token_type: "Bearer", expires_in: 3599 });
    expect(await sending(token.access_token)).toBe(201);
  });

  it("are asked of every request, and what was never given out is noted", async () => {
    expect(await sending("guessed")).toBe(401);
    expect(fake.violations).toMatchObject([{ kind: "token", detail: "an unknown token" }]);
    expect(await sending("fixed")).toBe(201);
  });

  it("end, which is nobody's fault", async () => {
    const token = fake.outbound.grant();
    expect(await sending(token)).toBe(201);
    fake.outbound.revokeAll();
    expect([await sending(token), await sending(fake.outbound.grant()), fake.violations]).toEqual([401, 201, []]);
  });
});
