import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/step.ts";
import { type Ended, emptyFolder, printed, runProgram, startProgram } from "./run-program.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
}

const start = (cwd: string, ...lines: readonly string[]): Promise<Ended> =>
  runProgram(["start"], { cwd, input: lines.map((line) => `${line}\n`).join("") });

describe("the first start", () => {
  it("needs no configuration: sample committee, who and where one is, three things to try", async () => {
    const cwd = newFolder();
    const { code, out, errors } = await start(cwd);
    expect(errors).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("Das Beispiel »AG 78 Hilfen zur Erziehung« wurde eingerichtet");
    expect(out).toContain("12 Träger, 21 Personen");
    expect(out).toContain("Sie sprechen als Frau Hoffmann (Brückenhaus), im Raum Träger. Drei Dinge zum Ausprobieren:");
    expect(out).toMatch(/\n {2}sitzung eröffnen .*\n {2}\/als Frau Schulz .*\n {2}hilfe /);
    expect(readdirSync(join(cwd, "data")).toSorted()).toEqual(["datenbank", "schluessel"]);
  });

  it("answers each piped line before the next and ends by itself", async () => {
    const { code, out } = await start(
      newFolder(),
      "/uhr 06.03.2026 9:00",
      "sitzung eröffnen Kreishaus",
      "anwesend",
      "/als Müller",
      "2",
      "/raum jugendamt",
      "/direkt",
      "anwesend",
      "1",
    );
    expect(code).toBe(0);
    const order = [
      "Die Uhr zeigt Freitag, 06.03.2026, 09:00 Uhr.",
      "Träger · Frau Hoffmann (Brückenhaus)> sitzung eröffnen Kreishaus",
      "» Die 1. Sitzung ist eröffnet.",
      "(ebenso im Raum Jugendamt)",
      "(direkt an Sie:)\n» Sie sind als anwesend eingetragen und stimmen für Brückenhaus.",
      "» »Müller« heißen mehrere. Wer ist gemeint?\n  [1] Frau Müller (Lindenhof)  [2] Herr Müller (Lebenshilfe)",
      "Sie sprechen als Herr Müller (Lebenshilfe), im Raum Träger.",
      "Sie sprechen als Herr Müller (Lebenshilfe), im Raum Jugendamt.",
      "direkt · Herr Müller (Lebenshilfe)> anwesend\n» Sie sind als anwesend eingetragen und stimmen für Lebenshilfe.",
      "Auf Wiedersehen. Alles ist gespeichert.",
    ];
    let from = 0;
    for (const wanted of order) {
      const at = out.indexOf(wanted, from);
      expect(at, `„${wanted}“ after position ${from} in:\n${out}`).toBeGreaterThanOrEqual(from);
      from = at + wanted.length;
    }
  });

  it("says first as whom one speaks, then what was missed; ballot papers only while they count", async () => {
    const { out } = await start(
      newFolder(),
      "/uhr 06.03.2026 9:00",
      "sitzung eröffnen",
      "anwesend Frau Hoffmann, Frau Schulz, Herr Brandt, Herr Petersen, Frau Jensen, Herr Ketels, Frau Thomsen",
      "top 2",
      "antrag: Wir treffen uns monatlich.",
      "abstimmung 1 geheim",
      "/direkt",
      "ja",
      "/als Schulz",
      "/als Hoffmann",
      "abstimmung schließen",
      "/als Brandt",
    );
    const [, open = "", , closed = ""] = out.split(/> \/als .*\n/);
    expect(open).toMatch(
      /^Sie sprechen als Frau Schulz .*\n! Ihr Stimmzettel:\n {2}Abstimmung eröffnet: Antrag 1, geheim/m,
    );
    expect(closed).toMatch(/^Sie sprechen als Herr Brandt .*\n/);
    expect(closed).not.toContain("Stimmzettel");
    // Once in the room, and on the two ballot papers that were read.
    expect(out.match(/Antrag 1, geheim\.$/gm)?.length).toBe(3);
    expect(out).toMatch(
      /^\(ebenso direkt an Frau Schulz \(Jugendamt\), direkt an Herrn Brandt \(Arche\) und 4 weitere\)$/m,
    );
  });

  it("steers the room with its own commands, and says what it does not know", async () => {
    const { out } = await start(
      newFolder(),
      "/hilfe",
      "/raus",
      "/als Niemand",
      "/als Schulz",
      "/raum Keller",
      "/uhr 25:00",
      "/als neu Gast",
      "/direkt",
      "hallo",
      "/wer",
      "/ende",
      "status",
    );
    expect(out).toContain("/uhr 27.01.2023 9:00");
    expect(out).toContain("»/raus« kennt der Raum nicht. Meinten Sie /raum?");
    expect(out).toContain("»Niemand« ist nicht im Gremium.");
    expect(out).toContain("Den Raum »Keller« gibt es nicht. Es gibt: Jugendamt und Träger.");
    expect(out).toContain("Diese Zeit verstehe ich nicht.");
    expect(out).toContain("Sie sprechen mit dem neuen Konto »neu-gast«.");
    expect(out).toContain("» Ihr Konto ist noch mit keiner Person verbunden.");
    expect(out).toContain("21 Personen:");
    expect(out).not.toContain("> status");
  });
});

describe("the next start", () => {
  it("goes on where one was: meeting, place and clock", async () => {
    const cwd = newFolder();
    await start(
      cwd,
      "/uhr 06.03.2026 9:00",
      "sitzung eröffnen",
      "anwesend",
      "/als Schulz",
      "/raum Jugendamt",
      "anwesend",
    );
    const { out } = await start(cwd, "status", "/uhr");
    expect(out).not.toContain("wurde eingerichtet");
    expect(out).toContain("Sie sprechen als Frau Schulz (Jugendamt), im Raum Jugendamt.");
    expect(out).toContain("» 1. Sitzung, Leitung: Frau Hoffmann (Brückenhaus).");
    expect(out).toContain("Anwesend: 2 von 12 Sitzen, 2 Personen.");
    expect(out).toContain("Die Uhr zeigt Freitag, 06.03.2026, 09:0");
  });

  it("opens at the usual place if its note was broken", async () => {
    const cwd = newFolder();
    await start(cwd, "/als Schulz");
    writeFileSync(join(cwd, "data", "lokaler-raum.json"), "{ kaputt");
    const { code, out } = await start(cwd);
    expect(code).toBe(0);
    expect(out).toContain("Sie sprechen als Frau Hoffmann (Brückenhaus), im Raum Träger.");
  });

  it("is clean after Ctrl-C, with everything there", async () => {
    const cwd = newFolder();
    const child = startProgram(["start"], { cwd });
    child.stdin.write("sitzung eröffnen\n");
    await printed(child, "ist eröffnet");
    const ended = once(child, "exit");
    const rest = printed(child, "Auf Wiedersehen");
    child.kill("SIGINT");
    await rest;
    expect(await ended).toEqual([0, null]);
    expect((await start(cwd, "status")).out).toContain("1. Sitzung, Leitung: Frau Hoffmann");
  });
});

describe("a paper", () => {
  it("lies in ./data/ausgang, under a name without anything from a person's text", async () => {
    const cwd = newFolder();
    const { out } = await start(cwd, "/uhr 06.03.2026 9:00", "sitzung eröffnen ../../../tmp/x", "tagesordnung datei");
    expect(out).toContain("Datei: data/ausgang/2026-03-06-tagesordnung-oeffentlich.pdf");
    expect(readdirSync(join(cwd, "data", "ausgang")).toSorted()).toEqual(
      ["docx", "html", "md", "pdf"].map((ending) => `2026-03-06-tagesordnung-oeffentlich.${ending}`),
    );
  });
});

describe("a start that is not possible", () => {
  it("says that the program runs already, and leaves the first one alone", async () => {
    const cwd = newFolder();
    const first = startProgram(["start"], { cwd });
    first.stdin.write("sitzung eröffnen\n");
    await printed(first, "ist eröffnet");
    const second = await start(cwd, "sitzung schließen");
    expect(second.code).toBe(1);
    expect(second.errors).toContain("Der Sitzungsdienst läuft bereits.");
    const status = printed(first, "1. Sitzung, Leitung");
    first.stdin.write("status\n");
    await status;
    const ended = once(first, "exit");
    first.stdin.end();
    expect(await ended).toEqual([0, null]);
  });

  it("shows line and field of a broken template, before anything is stored", async () => {
    const cwd = newFolder();
    const templates = join(cwd, "vorlagen");
    cpSync(join(projectRoot, "templates"), templates, { recursive: true });
    const file = join(templates, "bericht.hbs");
    writeFileSync(file, readFileSync(file, "utf8").replace("{{head.committee}}", "{{head.comittee}}"));
    const { code, errors } = await runProgram(["start"], { cwd, env: { SITZUNGSDIENST_VORLAGEN: templates } });
    expect(code).toBe(1);
    expect(errors).toMatch(/bericht\.hbs:\d+: .*comittee/);
    expect(errors).toContain("in den Vorlagen zu berichtigen");
    expect(existsSync(join(cwd, "data"))).toBe(false);
  });

  it("shows line and field of a broken committee file, and stores no committee", async () => {
    const cwd = newFolder();
    const file = join(cwd, "gremium.yaml");
    writeFileSync(file, "name: AG\nland: SH\ntraeger:\n  - name: Arche\n    sitze: eins\n");
    const env = { SITZUNGSDIENST_GREMIUM: file };
    const { code, errors } = await runProgram(["start"], { cwd, env });
    expect(code).toBe(1);
    expect(errors).toMatch(/gremium\.yaml, Zeile 5, .*sitze/);
    writeFileSync(
      file,
      readFileSync(join(projectRoot, "examples", "beispiel-gremium.yaml"), "utf8").replace(
        /^geschaeftsordnung:.*$/m,
        "",
      ),
    );
    expect((await runProgram(["start"], { cwd, env })).out).toContain("wurde eingerichtet");
  });

  it("does not touch a damaged database", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "data", "datenbank"), { recursive: true });
    const file = join(cwd, "data", "datenbank", "gremium.sqlite");
    const damaged = `SQLite format 3\0${"kaputt".repeat(2000)}`;
    writeFileSync(file, damaged);
    const { code, errors } = await start(cwd);
    expect(code).toBe(1);
    expect(errors).toContain("Die Datenbank ist beschädigt. Es wurde nichts verändert.");
    expect(readFileSync(file, "utf8")).toBe(damaged);
  });

  it("does not start over an event it does not know", async () => {
    const cwd = newFolder();
    await start(cwd);
    const database = new DatabaseSync(join(cwd, "data", "datenbank", "gremium.sqlite"));
    database.exec("UPDATE event SET type = 'AusDerZukunft' WHERE version = 3");
    database.close();
    const { code, errors } = await start(cwd);
    expect(code).toBe(1);
    expect(errors).toContain("ein Ereignis, das diese Fassung des Programms nicht kennt");
  });

  it("says which setting is wrong", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, ".env"), "SITZUNGSDIENST_DATTEN=x\n");
    const { code, errors } = await start(cwd);
    expect(code).toBe(1);
    expect(errors).toContain("Meinten Sie SITZUNGSDIENST_DATEN?");
  });

  it("says that the data folder cannot be written to", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "data"));
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "data"), 0o555);
    const { code, errors } = await runProgram(["start"], { cwd, bound: true });
    chmodSync(join(cwd, "data"), 0o755);
    expect(code).toBe(1);
    expect(errors).toContain("Der Datenordner lässt sich nicht beschreiben.");
    expect(readdirSync(join(cwd, "data"))).toEqual([]);
  });
});
