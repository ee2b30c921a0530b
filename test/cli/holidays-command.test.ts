import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../tools/step.ts";
import { emptyFolder, runProgram } from "./run-program.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const sample = join(projectRoot, "examples", "beispiel-gremium.yaml");

async function founded(): Promise<string> {
  const cwd = emptyFolder();
  folders.push(cwd);
  expect((await runProgram(["import", sample, "--ja"], { cwd })).code).toBe(0);
  return cwd;
}

const event = (from: string, to: string, name: string): string =>
  `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${to}\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`;
const calendar = (...events: readonly string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join("")}END:VCALENDAR\r\n`;

function fileOf(cwd: string, content: string | Uint8Array): string {
  const file = join(cwd, "ferien.ics");
  writeFileSync(file, content);
  return file;
}

describe("ferien", () => {
  it("takes the holidays of the file, says which, and a second time changes nothing", async () => {
    const cwd = await founded();
    const file = fileOf(
      cwd,
      calendar(
        event("20980703", "20980813", "Sommerferien"),
        event("20001016", "20001028", "Herbstferien"),
        "BEGIN:VEVENT\r\nDTSTART:20980703T080000Z\r\nSUMMARY:Elternabend\r\nEND:VEVENT\r\n",
      ),
    );
    const first = await runProgram(["ferien", file], { cwd });
    expect(first).toMatchObject({ code: 0, errors: "" });
    expect(first.out.split("\n")).toEqual([
      "Eingetragen: 1 Eintrag.",
      "  Sommerferien, 03.07.–12.08.2098",
      "Vorbei und nicht eingetragen: 1 Eintrag.",
      "Übergangen: 1 Termin ohne ganze Tage oder mit Wiederholung.",
      "",
    ]);
    const events = (await runProgram(["status"], { cwd })).out;
    const second = await runProgram(["ferien", file], { cwd });
    expect(second.out).toContain("Nichts Neues: 1 Eintrag, genau so schon eingetragen.");
    expect((await runProgram(["status"], { cwd })).out).toBe(events);
    expect((await runProgram(["verify"], { cwd })).code).toBe(0);
  });

  it("reads the letters of Windows too", async () => {
    const cwd = await founded();
    const file = fileOf(cwd, Buffer.from(calendar(event("20980301", "20980310", "Frühjahrsferien")), "latin1"));
    expect((await runProgram(["ferien", file], { cwd })).out).toContain("Frühjahrsferien, 01.–09.03.2098");
  });

  it("refuses what is no school holidays, and changes nothing", async () => {
    const cwd = await founded();
    const before = (await runProgram(["status"], { cwd })).out;
    for (const [content, sentence] of [
      ["kein Kalender", "Das ist keine lesbare Kalenderdatei"],
      ["x".repeat(2 * 1024 * 1024 + 1), "Die Datei ist größer als 2 MB"],
      [calendar(event("20000703", "20000813", "Sommerferien")), "Alle Ferien darin sind vorbei."],
      [calendar(event("20980101", "20990101", "Schuljahr")), "„Schuljahr“ dauert länger"],
    ] as const) {
      const { code, errors, out } = await runProgram(["ferien", fileOf(cwd, content)], { cwd });
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(errors).toContain(sentence);
      expect(errors).toContain("Es hat sich nichts geändert.");
    }
    expect((await runProgram(["status"], { cwd })).out).toBe(before);
  });

  it("needs a committee, and a file", async () => {
    const cwd = emptyFolder();
    folders.push(cwd);
    const file = fileOf(cwd, calendar(event("20980703", "20980813", "Sommerferien")));
    expect((await runProgram(["ferien", file], { cwd })).errors).toContain("gibt es noch keine Aufzeichnung");
    expect((await runProgram(["ferien", join(cwd, "fehlt.ics")], { cwd })).code).toBe(1);
    expect((await runProgram(["ferien"], { cwd })).code).toBe(2);
  });
});
