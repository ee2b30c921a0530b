import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/step.ts";
import { emptyFolder, runProgram } from "./run-program.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
}

const sample = join(projectRoot, "examples", "beispiel-gremium.yaml");
const database = (cwd: string): string => join(cwd, "data", "datenbank", "gremium.sqlite");

/** The sample without its rules of procedure, so that the file stands alone. */
function ownFile(cwd: string, change: (text: string) => string = (text) => text): string {
  const file = join(cwd, "gremium.yaml");
  writeFileSync(file, change(readFileSync(sample, "utf8").replace(/^geschaeftsordnung:.*\n/m, "")));
  return file;
}

describe("the command line", () => {
  it("shows its help, and ends with 2 when it was not asked for", async () => {
    const cwd = newFolder();
    const asked = await runProgram(["hilfe"], { cwd });
    expect(asked.code).toBe(0);
    for (const name of ["start", "play", "import", "check", "verify", "status", "datum"])
      expect(asked.out).toMatch(new RegExp(`^ {2}${name}`, "m"));
    expect(await runProgram([], { cwd })).toMatchObject({ code: 2, out: asked.out });
  });

  it("offers the nearest subcommand", async () => {
    const { code, errors } = await runProgram(["strat"], { cwd: newFolder() });
    expect(code).toBe(2);
    expect(errors).toBe("Den Befehl »strat« gibt es nicht. Meinten Sie »start«?\n");
  });

  it("reads dates by itself", async () => {
    const { out } = await runProgram(["datum", "20. März 2023"], { cwd: newFolder() });
    expect(JSON.parse(out)).toEqual({ datum: "2023-03-20" });
  });
});

describe("import", () => {
  it("shows the difference, asks, and does nothing without a yes", async () => {
    const cwd = newFolder();
    const file = ownFile(cwd);
    const no = await runProgram(["import", file], { cwd, input: "nein\n" });
    expect(no.out).toMatch(/Die Gremiumsdatei bringt \d+ Änderungen:/);
    expect(no.out).toContain("+ Träger ");
    expect(no.out).toContain("Übernehmen? (ja/nein)");
    expect(no.out).toContain("Nicht übernommen");
    expect((await runProgram(["import", file], { cwd, input: "" })).out).toContain("Nicht übernommen");
    const yes = await runProgram(["import", file], { cwd, input: "ja\n" });
    expect(yes).toMatchObject({ code: 0, out: expect.stringContaining("Übernommen: »AG 78 Hilfen zur Erziehung«") });
  });

  it("changes nothing the second time, and then only what the file changes", async () => {
    const cwd = newFolder();
    await runProgram(["import", ownFile(cwd), "--ja"], { cwd });
    expect((await runProgram(["import", ownFile(cwd)], { cwd })).out).toBe(
      "Die Gremiumsdatei sagt nichts Neues; es ändert sich nichts.\n",
    );
    const changed = ownFile(cwd, (text) => text.replace("name: Brandt", "name: Brandt-Nissen"));
    const { out } = await runProgram(["import", changed, "--ja"], { cwd });
    expect(out).toContain("Brandt-Nissen");
    expect(out).not.toContain("Petersen");
  });

  it("names every mistake with line and field, and changes nothing", async () => {
    const cwd = newFolder();
    const file = ownFile(cwd, (text) =>
      text.replace("land: SH", "land: SHH\nobst: ja").replace("plaetze: 2", "plaetze: zwei"),
    );
    const { code, errors } = await runProgram(["import", file, "--ja"], { cwd });
    expect(code).toBe(1);
    expect(errors).toMatch(/gremium\.yaml, Zeile 7, land: /);
    expect(errors).toMatch(/gremium\.yaml, Zeile 8, .*obst/);
    expect(errors).toMatch(/gremium\.yaml, Zeile \d+, .*plaetze: /);
    expect(errors).toContain("Die Datei wurde nicht übernommen; es hat sich nichts geändert.");
    expect(existsSync(database(cwd))).toBe(false);
  });

  it("says what is wrong with YAML that is none, and with a file that is not there", async () => {
    const cwd = newFolder();
    const file = join(cwd, "kaputt.yaml");
    writeFileSync(file, 'name: "AG\nland: SH\n');
    expect((await runProgram(["import", file], { cwd })).errors).toMatch(/kaputt\.yaml, Zeile \d+/);
    expect((await runProgram(["import", join(cwd, "fehlt.yaml")], { cwd })).errors).toContain(
      "Diese Datei gibt es nicht.",
    );
    expect((await runProgram(["import", cwd], { cwd })).errors).toContain("Das ist ein Ordner, keine Datei.");
    expect((await runProgram(["import"], { cwd })).code).toBe(2);
  });
});

describe("check", () => {
  it("finds the examples and the templates in order", async () => {
    const cwd = newFolder();
    const rules = join(projectRoot, "examples", "geschaeftsordnungen", "segeberg-muster.yaml");
    const { code, out } = await runProgram(["check", sample, rules], { cwd });
    expect(code).toBe(0);
    expect(out.match(/In Ordnung: /g)).toHaveLength(3);
    expect(existsSync(join(cwd, "data"))).toBe(false);
  });

  it("counts what is wrong in files and templates", async () => {
    const cwd = newFolder();
    const templates = join(cwd, "vorlagen");
    cpSync(join(projectRoot, "templates"), templates, { recursive: true });
    writeFileSync(join(templates, "protokoll.hbs"), "{{#each nichts}}");
    const file = ownFile(cwd, (text) => text.replace("land: SH", "land: 7"));
    const { code, errors } = await runProgram(["check", file], { cwd, env: { SITZUNGSDIENST_VORLAGEN: templates } });
    expect(code).toBe(1);
    expect(errors).toContain("protokoll.hbs:");
    expect(errors).toMatch(/gremium\.yaml, Zeile 7, land/);
    expect(errors).toMatch(/Nicht in Ordnung: \d+ Stellen\./);
  });
});

describe("verify and status", () => {
  it("say that there is nothing yet, and make nothing", async () => {
    const cwd = newFolder();
    for (const command of ["verify", "status"])
      expect(await runProgram([command], { cwd })).toMatchObject({
        code: 0,
        out: expect.stringContaining("noch keine Aufzeichnung"),
      });
    expect(existsSync(join(cwd, "data"))).toBe(false);
  });

  it("find a record in order, and one that was changed behind its back", async () => {
    const cwd = newFolder();
    await runProgram(["start"], { cwd, input: "/uhr 06.03.2026 9:00\nsitzung eröffnen\nanwesend\n" });
    const sound = await runProgram(["verify"], { cwd });
    expect(sound).toMatchObject({ code: 0, errors: "" });
    expect(sound.out).toMatch(/^gremium: \d+ Ereignisse, /);
    expect(sound.out).toContain("Prüfsummenkette: lückenlos");
    expect(sound.out).toContain("Noch zu übermitteln: 0 Nachrichten");
    const status = await runProgram(["status"], { cwd });
    expect(status.out).toContain("AG 78 Hilfen zur Erziehung: 12 Sitze, 21 Personen");
    expect(status.out).toContain("Eröffnet ist die Sitzung vom 06.03.2026.");

    const file = new DatabaseSync(database(cwd));
    file.exec(`UPDATE event SET data = replace(data, 'Brandt', 'Brand') WHERE data LIKE '%Brandt%'`);
    file.close();
    const broken = await runProgram(["verify"], { cwd });
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/Prüfsummenkette: gebrochen bei Ereignis \d+/);
    expect(broken.errors).toContain("Die Aufzeichnung ist nicht in Ordnung.");
  });

  it("tell a lost key from a record that was changed", async () => {
    const cwd = newFolder();
    const people = "Frau Schulz, Herr Brandt, Herr Petersen, Frau Jensen, Herr Ketels, Frau Thomsen";
    const lines = ["/uhr 06.03.2026 9:00", "sitzung eröffnen", `anwesend Frau Hoffmann, ${people}`, "top 2"];
    const input = [...lines, "antrag: Wir treffen uns.", "abstimmung 1 geheim", "/direkt", "ja", ""].join("\n");
    await runProgram(["start"], { cwd, input });
    rmSync(join(cwd, "data", "schluessel"), { recursive: true });
    const { code, out, errors } = await runProgram(["verify"], { cwd });
    expect(code).toBe(1);
    expect(out).toContain("Prüfsummenkette: lückenlos");
    expect(errors).toContain("Die Aufzeichnung ist vollständig; eine offene Urne hat keinen Schlüssel.");
    expect(errors).not.toContain("nicht in Ordnung");
  });
});

describe("play", () => {
  it("ends with 1 and shows file, line and difference when something else came", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "spiel"));
    const file = join(cwd, "spiel", "eins.txt");
    const head = "gremium: examples/beispiel-gremium.yaml\nuhr: 2026-03-06 09:00\n";
    writeFileSync(file, `${head}[Träger] Frau Hoffmann: sitzung eröffnen\n  > Die 1. Sitzung ist eröffnet.\n`);
    const fine = await runProgram(["play", file], { cwd });
    expect(fine).toMatchObject({
      code: 0,
      errors: "",
      out: expect.stringContaining("in Ordnung (1 Schritt, 1 Erwartung)"),
    });
    writeFileSync(file, `${head}[Träger] Frau Hoffmann: sitzung eröffnen\n  > Die 2. Sitzung ist eröffnet.\n`);
    const wrong = await runProgram(["play", file], { cwd });
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain(`${file}:4\n  erwartet hier: Die 2. Sitzung ist eröffnet.\n  gekommen ist:\n`);
    expect(wrong.errors).toContain("    Die 1. Sitzung ist eröffnet.");
    expect(existsSync(join(cwd, "data"))).toBe(false);
  });

  it("ends with 1 for a file that is no transcript or not there, with 2 without any", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "x.txt"), "Unsinn\n");
    const wrong = await runProgram(["play", "x.txt"], { cwd });
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain("x.txt, Zeile 1: Diese Zeile verstehe ich nicht");
    expect((await runProgram(["play", "fehlt.txt"], { cwd })).code).toBe(1);
    expect((await runProgram(["play"], { cwd })).code).toBe(2);
  });
});
