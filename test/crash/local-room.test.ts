import { once } from "node:events";
import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { emptyFolder, printed, runProgram, startProgram } from "../cli/run-program.ts";

const cwd = emptyFolder();
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Says these lines one after the other; when this has been printed the program is killed, and nothing is closed. */
async function killedAfter(lines: readonly string[], wanted: string): Promise<void> {
  const child = startProgram(["start"], { cwd });
  const said = printed(child, wanted);
  child.stdin.write(lines.map((line) => `${line}\n`).join(""));
  await said;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

async function saidBy(...lines: readonly string[]): Promise<string> {
  const { code, out, errors } = await runProgram(["start"], { cwd, input: lines.map((line) => `${line}\n`).join("") });
  expect(errors).toBe("");
  expect(code).toBe(0);
  return out;
}

describe("a session whose program is killed", () => {
  it("goes on in the open ballot, with every vote that was confirmed and none twice", async () => {
    await killedAfter(
      [
        "/uhr 06.03.2026 9:00",
        "sitzung eröffnen",
        "anwesend Frau Hoffmann, Frau Schulz, Herr Brandt, Herr Petersen, Frau Jensen, Herr Ketels, Herr Arndt",
        "top 2",
        "antrag: Die Träger melden freie Plätze bis zum Monatsende.",
        "abstimmung 1",
        "/als Brandt",
        "ja",
        "/als Schulz",
        "ja",
        "/als Petersen",
        "nein",
      ],
      "Ihre Stimme für Diakonie: Nein.",
    );
    const out = await saidBy("status", "ja", "ja", "/als Hoffmann", "abstimmung schließen");
    expect(out).toContain("Sie sprechen als Herr Petersen (Diakonie), im Raum Träger.");
    expect(out).toContain("Abgestimmt: 3 von 7 Stimmen.");
    expect(out).toContain("Ihre Stimme für Diakonie ist geändert: Ja statt Nein.");
    expect(out).toContain("Abgelehnt: Ihre Stimme ist genau so schon gezählt.");
    expect(out).toContain("Angenommen: 3 Ja, 0 Nein, 0 Enthaltungen.");
  });

  it("opens the ballot box of a secret ballot with all that was put in before and after", async () => {
    await killedAfter(
      [
        "antrag: Über Wartelisten wird anonym berichtet.",
        "abstimmung 2 geheim",
        "/direkt",
        "/als Brandt",
        "ja",
        "/als Schulz",
        "nein",
      ],
      "Die Stimme für Jugendamt liegt verschlossen in der Urne.",
    );
    const out = await saidBy(
      "ja",
      "/als Petersen",
      "ja",
      "/als Jensen",
      "ja",
      "/raum Träger",
      "/als Hoffmann",
      "abstimmung schließen",
    );
    expect(out).toContain("Für Jugendamt hat schon Frau Schulz (Jugendamt)");
    expect(out).toContain("Angenommen: 3 Ja, 1 Nein, 0 Enthaltungen.");
    const verified = await runProgram(["verify"], { cwd });
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining("Prüfsummenkette: lückenlos") });
  });
});
