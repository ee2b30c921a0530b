import { Resvg } from "@resvg/resvg-js";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildTeamsPackage } from "../../../../src/adapters/teams/package/build-package.ts";
import { commandLists } from "../../../../src/adapters/teams/package/command-lists.ts";
import { drawIcons } from "../../../../src/adapters/teams/package/icons.ts";
import { manifestId } from "../../../../src/adapters/teams/package/manifest-id.ts";
import { commandTable, rowOf } from "../../../../src/flows/command-table/command-table.ts";
import { matchRow } from "../../../../src/flows/command-table/match-row.ts";
import { englishSummaries } from "../../../../src/texts/teams-package.ts";

const APP = "00000000-0000-4000-8000-000000000001";
const settings = { appId: APP, address: "https://sitzungsdienst.example.org", version: "1.2.3" };

beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("there is no network here")));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function built(isReadingAll = false, changes: Partial<typeof settings> = {}) {
  const { bytes, findings } = await buildTeamsPackage({ ...settings, ...changes }, isReadingAll);
  const files = unzipSync(bytes);
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  return { bytes, findings, files, manifest: json("manifest.json"), english: json("en.json") };
}

describe("the app package", () => {
  it.each([false, true])("is valid for Teams without any network (reading all: %s)", async (isReadingAll) => {
    const { findings, files } = await built(isReadingAll);
    expect(findings).toEqual([]);
    expect(Object.keys(files).sort()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
  });

  it("names the bot, where it works, and where the service is", async () => {
    const { manifest } = await built();
    expect(manifest).toMatchObject({
      manifestVersion: "1.24",
      version: "1.2.3",
      id: manifestId(APP),
      developer: {
        name: "sitzungsdienst.example.org",
        websiteUrl: "https://sitzungsdienst.example.org",
        privacyUrl: "https://sitzungsdienst.example.org/datenschutz",
        termsOfUseUrl: "https://sitzungsdienst.example.org/nutzung",
      },
      bots: [{ botId: APP, scopes: ["personal", "groupChat", "team"], supportsFiles: true }],
      defaultInstallScope: "groupChat",
      validDomains: ["sitzungsdienst.example.org"],
      localizationInfo: { defaultLanguageTag: "de", additionalLanguages: [{ languageTag: "en", file: "en.json" }] },
    });
  });

  it("asks for all messages only where that is wanted", async () => {
    const [small, all] = [await built(), await built(true)];
    expect(small.manifest).not.toHaveProperty("authorization");
    expect(small.manifest).not.toHaveProperty("webApplicationInfo");
    expect(all.manifest).toMatchObject({
      webApplicationInfo: { id: APP },
      authorization: {
        permissions: {
          resourceSpecific: [
            { name: "ChatMessage.Read.Chat", type: "Application" },
            { name: "ChannelMessage.Read.Group", type: "Application" },
          ],
        },
      },
    });
    const { authorization: _a, webApplicationInfo: _w, ...rest } = all.manifest;
    expect(rest).toEqual(small.manifest);
  });

  it("has the same bytes each time, in every time zone", async () => {
    const zone = process.env["TZ"];
    const first = await built();
    process.env["TZ"] = "Pacific/Kiritimati";
    const second = await built();
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    const other = await built(false, { version: "1.2.4" });
    expect(Buffer.from(first.bytes).equals(Buffer.from(other.bytes))).toBe(false);
  });

  it("stands at an address with a path and a long name, too", async () => {
    const address = "https://sitzungsdienst.jugendamt.kreis-beispiel.example.org/dienst";
    const { findings, manifest } = await built(true, { address });
    expect(findings).toEqual([]);
    expect(manifest.developer).toMatchObject({ name: "Sitzungsdienst", privacyUrl: `${address}/datenschutz` });
    expect(manifest.validDomains).toEqual(["sitzungsdienst.jugendamt.kreis-beispiel.example.org"]);
  });
});

describe("the id of the app", () => {
  it("is a UUID in version 5, always the same for one registration", () => {
    expect(manifestId(APP)).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(manifestId(APP)).toBe(manifestId(APP.toUpperCase()));
    // Another value would put a second app beside the one that is installed.
    expect(manifestId(APP)).toBe("c2b47c74-ea2a-5722-81ab-1aa2922424f1");
    expect(manifestId("00000000-0000-4000-8000-000000000002")).not.toBe(manifestId(APP));
  });
});

describe("the commands that Teams offers", () => {
  it("are twelve at most, and say what the command table says", () => {
    for (const { commands } of commandLists()) {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length).toBeLessThanOrEqual(12);
      for (const { id, title, description } of commands) {
        expect(title).toBe(rowOf(id)?.words);
        expect(description.toLowerCase()).toBe(rowOf(id)?.summary.toLowerCase());
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  it("are understood as they are typed", () => {
    for (const { commands } of commandLists())
      for (const { id, title } of commands) expect(matchRow(title)?.row.id, title).toBe(id);
  });

  it("each have a row in the table and words in English, and no word is left over", () => {
    const listed = new Set<string>(commandLists().flatMap(({ commands }) => commands.map(({ id }) => id)));
    expect([...listed].sort()).toEqual(Object.keys(englishSummaries).sort());
    const ids = commandTable.map(({ id }) => id);
    for (const id of listed) expect(ids).toContain(id);
  });

  it("are offered in a chat with others only if they may be said there", () => {
    const [alone, others] = commandLists();
    expect(alone?.scopes).toEqual(["personal"]);
    expect(alone?.commands.map(({ title }) => title)).toContain("anmelden");
    expect(others?.scopes).toEqual(["groupChat", "team"]);
    for (const { id } of others?.commands ?? []) expect(rowOf(id)?.directOnly, id).toBe(false);
  });
});

describe("the icons", () => {
  it.each([
    ["color", 192],
    ["outline", 32],
  ] as const)("%s has %d pixels", async (name, size) => {
    const picture = pixelsOf((await drawIcons())[name], size);
    expect([picture.width, picture.height]).toEqual([size, size]);
  });

  it("the outline is white on nothing", async () => {
    const { pixels } = pixelsOf((await drawIcons()).outline, 32);
    const seen = { clear: 0, white: 0, other: 0 };
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
      const isWhite = red === green && green === blue && (red === alpha || red === 255);
      if (alpha === 0) seen.clear += 1;
      else if (isWhite) seen.white += 1;
      else seen.other += 1;
    }
    expect(seen.other).toBe(0);
    expect(seen.white).toBeGreaterThan(100);
    expect(seen.clear).toBeGreaterThan(400);
  });

  it("the coloured one has no transparent place", async () => {
    const { pixels } = pixelsOf((await drawIcons()).color, 192);
    expect(pixels.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
  });
});

/** Read by the same program that draws. */
function pixelsOf(png: Uint8Array, size: number) {
  const data = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const box = `width="${size}" height="${size}"`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${box}><image href="${data}" ${box}/></svg>`).render();
}
