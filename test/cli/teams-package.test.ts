import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/step.ts";
import { emptyFolder, runProgram } from "./run-program.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const APP = "00000000-0000-4000-8000-000000000001";
const env = {
  MicrosoftAppId: APP,
  MicrosoftAppTenantId: "00000000-0000-4000-8000-000000000002",
  MicrosoftAppPassword: "x",
  SITZUNGSDIENST_TEAMS_ADRESSE: "https://sitzungsdienst.example.org/",
};

function newFolder(): string {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
}

const call = (cwd: string, args: readonly string[] = [], given: Readonly<Record<string, string>> = env) =>
  runProgram(["teams-package", ...args], { cwd, env: given });

function manifestIn(file: string) {
  return JSON.parse(strFromU8(unzipSync(readFileSync(file))["manifest.json"] ?? new Uint8Array()));
}

describe("teams-package", () => {
  it("writes the package for the app that is set, says what comes next, and does the same once more", async () => {
    const cwd = newFolder();
    const { code, out, errors } = await call(cwd);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toContain("sitzungsdienst-teams.zip\n");
    expect(out).toContain("Teams Admin Center");
    expect(readdirSync(cwd)).toEqual(["sitzungsdienst-teams.zip"]);
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    const file = join(cwd, "sitzungsdienst-teams.zip");
    expect(manifestIn(file)).toMatchObject({ version, bots: [{ botId: APP }] });
    const first = readFileSync(file);
    expect((await call(cwd)).out).toBe(out);
    expect(readFileSync(file).equals(first)).toBe(true);
  });

  it("writes the package that reads everything only beside the other, into the folder that is named", async () => {
    const cwd = newFolder();
    const { code, out } = await call(cwd, ["--alles-lesen", "--ordner", "neu/pakete"]);
    expect(code).toBe(0);
    expect(out).toContain("nur eines der beiden");
    const folder = join(cwd, "neu", "pakete");
    expect(readdirSync(folder).sort()).toEqual(["sitzungsdienst-teams-alles-lesen.zip", "sitzungsdienst-teams.zip"]);
    expect(manifestIn(join(folder, "sitzungsdienst-teams.zip"))).not.toHaveProperty("authorization");
    expect(manifestIn(join(folder, "sitzungsdienst-teams-alles-lesen.zip"))).toHaveProperty("authorization");
  });

  it("says what is missing and where it is set", async () => {
    const cwd = newFolder();
    const { code, errors } = await call(cwd, [], {});
    expect(code).toBe(1);
    expect(errors).toMatch(/Es fehlt die App-ID\..* MicrosoftAppId .*\.env/);
    expect(errors).toMatch(/Es fehlt die öffentliche Adresse.* SITZUNGSDIENST_TEAMS_ADRESSE .*\.env/);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([[["--anders"]], [["--ordner"]], [["--ordner", ""]], [["ordner"]]])("does not take %j", async (args) => {
    const cwd = newFolder();
    const { code, errors } = await call(cwd, args);
    expect(code).toBe(2);
    expect(errors).toContain("Aufruf: sitzungsdienst teams-package [--ordner ORDNER] [--alles-lesen]");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("says where nothing can be written", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "da"));
    writeFileSync(join(cwd, "da", "datei"), "");
    const { code, errors } = await call(cwd, ["--ordner", "da/datei"]);
    expect(code).toBe(1);
    expect(errors).toMatch(/^In .*datei lässt sich nichts schreiben \(.*\)\. Bitte mit --ordner/);
  });
});
