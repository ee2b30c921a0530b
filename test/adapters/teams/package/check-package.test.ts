import { strFromU8, strToU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildTeamsPackage } from "../../../../src/adapters/teams/package/build-package.ts";
import { checkPackage, type PackageFiles } from "../../../../src/adapters/teams/package/check-package.ts";

let good: PackageFiles = {};
beforeAll(async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("there is no network here")));
  const settings = {
    appId: "00000000-0000-4000-8000-000000000001",
    address: "https://sitzungsdienst.example.org",
    version: "1.2.3",
  };
  good = unzipSync((await buildTeamsPackage(settings, true)).bytes);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** Where something is changed, to what (undefined takes it away), and which finding that makes. */
type Mistake = readonly [path: readonly (string | number)[], value: unknown, finding: string];

async function findingsWith(file: "manifest.json" | "en.json", mistakes: readonly Mistake[]): Promise<string> {
  const whole: unknown = JSON.parse(strFromU8(good[file] ?? new Uint8Array()));
  for (const [path, value] of mistakes) {
    const last = path.at(-1) ?? "";
    const holder = path.slice(0, -1).reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), whole);
    if (value === undefined) Reflect.deleteProperty(Object(holder), last);
    else Reflect.set(Object(holder), last, value);
  }
  return (await checkPackage({ ...good, [file]: strToU8(JSON.stringify(whole)) })).join("\n");
}

const command = (at: number) => ["bots", 0, "commandLists", 0, "commands", at];
const english = (list: number, at: number) => `bots[0].commandLists[${list}].commands[${at}].description`;

describe("the check of a package", () => {
  it("finds nothing in a good one, whatever schema it names", async () => {
    expect(await checkPackage(good)).toEqual([]);
    expect(await findingsWith("manifest.json", [[["$schema"], "https://example.org/other.json", ""]])).toBe("");
  });

  const inManifest: readonly Mistake[] = [
    [["icons"], undefined, "manifest.json: must have required property 'icons'"],
    [["name", "short"], "x".repeat(31), "manifest.json: /name/short must NOT have more than 30 characters"],
    [["bots", 0, "scopes"], ["channel"], "manifest.json: /bots/0/scopes/0 must be equal to one of the allowed values"],
    [["bots", 0, "botId"], "x", "manifest.json: /bots/0/botId must match pattern"],
    [["unknown"], 1, 'must NOT have additional properties. Details: {"additionalProperty":"unknown"}'],
    [["manifestVersion"], "1.23", "manifest.json: /manifestVersion must be equal to constant"],
    [["developer", "privacyUrl"], "http://sitzungsdienst.example.org/x", "example.org/x ist keine https-Adresse"],
    [["developer", "websiteUrl"], "x", "manifest.json: x ist keine https-Adresse"],
    [["validDomains"], ["other.example.org"], "/nutzung gehört zu keiner der validDomains"],
    [["version"], "1.2.3-beta", "Die Version 1.2.3-beta besteht nicht aus drei Zahlen"],
    [[...command(0), "title"], "anmelden", "Der Befehl »anmelden« steht in der 1. Liste zweimal"],
    [[...command(2), "title"], "x".repeat(33), "ist länger als 32 Zeichen"],
    [[...command(2), "description"], "x".repeat(129), "ist länger als 128 Zeichen"],
    [command(12), { title: "x", description: "x" }, "must NOT have more than 12 items"],
  ];
  it("finds every mistake in the manifest", async () => {
    const findings = await findingsWith("manifest.json", inManifest);
    for (const [, , finding] of inManifest) expect(findings).toContain(finding);
  });

  const inEnglish: readonly Mistake[] = [
    [[english(0, 12)], "x", `»${english(0, 12)}« gibt es im Manifest nicht`],
    [
      ["bots[0].nothing"],
      "x",
      'must NOT have additional properties. Details: {"additionalProperty":"bots[0].nothing"}',
    ],
    [[english(1, 0)], undefined, `»${english(1, 0)}« ist nicht übersetzt`],
    [[english(1, 1)], "x".repeat(129), "ist länger als 128 Zeichen"],
    [["name.full"], undefined, "»name.full« ist nicht übersetzt"],
    [["name.short"], undefined, "en.json: must have required property 'name.short'"],
    [["description.short"], "x".repeat(81), "must NOT have more than 80 characters"],
  ];
  it("finds every mistake in the English words", async () => {
    const findings = await findingsWith("en.json", inEnglish);
    for (const [, , finding] of inEnglish) expect(findings).toContain(finding);
  });

  it("finds icons of another size, and what is no picture", async () => {
    const { "color.png": _color, "outline.png": outline = new Uint8Array() } = good;
    expect(await checkPackage({ ...good, "color.png": outline, "outline.png": new Uint8Array(3) })).toEqual([
      "color.png ist kein PNG mit 192 × 192 Pixeln",
      "outline.png ist kein PNG mit 32 × 32 Pixeln",
    ]);
  });

  it("finds what is missing", async () => {
    const { "en.json": _english, ...others } = good;
    expect(await checkPackage(others)).toEqual(["en.json fehlt im Paket"]);
  });
});
