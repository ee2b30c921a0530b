import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createManifest } from "../../../../src/adapters/teams/package/manifest.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const address = "https://sitzungsdienst.example.org";
const manifest = z
  .object({ developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }) })
  .parse(createManifest({ appId: "00000000-0000-4000-8000-000000000001", address, version: "1.0.0" }, false));

describe("the pages which the app package names", () => {
  let scene: TeamsScene;

  beforeAll(async () => {
    scene = await openTeamsScene({ cast: [{ name: "anna", office: "chair" }] });
  });

  afterAll(() => scene.stop());

  it.each(Object.entries(manifest.developer))("are there, and run nothing: %s", async (_, url) => {
    const response = await fetch(url.replace(address, scene.bot().url));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toMatch(/<h1>[^<]+<\/h1>\n<p>[^<>&]{40,}<\/p>/);
  });
});
