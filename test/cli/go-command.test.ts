import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/go-command.ts";

const folder = mkdtempSync(join(tmpdir(), "go-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `name: GO\nprofile: ag78-standard\n${body}`);
  return path;
}

async function called(...args: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const print = (line: string) => printed.push(line);
  const complain = (line: string) => complained.push(line.replaceAll(`${folder}/`, ""));
  const code = await run(args, { print, complain });
  return { code, printed: printed.map((line) => line.replaceAll(`${folder}/`, "")), complained };
}

describe("go check", () => {
  it("finds nothing wrong and counts whose rules hold", async () => {
    const { code, printed } = await called("check", file("fine.yaml", "vote: {change: never}\n"));
    expect(code).toBe(0);
    expect(printed).toEqual([
      expect.stringMatching(
        /^In Ordnung: fine\.yaml\. 1 Regel aus der GO, \d+ aus dem Profil »AG 78 Standard«; keine Widersprüche/,
      ),
    ]);
  });

  it("asks the question that decides, with line, numbers and what to write", async () => {
    const body = "majority:\n  kind: {wert: simple, wortlaut: mit der einfachen Mehrheit der Stimmberechtigten}\n";
    const { code, printed, complained } = await called("check", file("offen.yaml", body));
    expect({ code, printed }).toEqual({ code: 1, printed: [] });
    expect(complained).toEqual([
      "offen.yaml, Zeile 4, majority › kind: Noch zu entscheiden: Mehrheit der Anwesenden oder aller Mitglieder? 7 von 12 Anwesenden reichten, von 17 Mitgliedern nicht: nötig wären 9. Bitte dazuschreiben: majority › basis: cast (abgegebene Stimmen), present (Anwesende) oder members (alle).",
      "Noch zu entscheiden: 1 Frage. Bis dahin wird nicht geraten; was gilt, bleibt.",
    ]);
  });

  it("says contradictions and open questions of a file at once", async () => {
    const majority = "majority:\n  kind: {wert: simple, wortlaut: mit der einfachen Mehrheit der Stimmberechtigten}\n";
    const wrong = file("beides-zugleich.yaml", `${majority}umlauf: {minDays: 9, maxDays: 3}\n`);
    const { code, complained } = await called("check", wrong);
    expect(code).toBe(1);
    expect(complained).toEqual([
      expect.stringContaining("Zeile 5, umlauf › minDays: Widerspruch"),
      expect.stringContaining("Zeile 4, majority › kind: Noch zu entscheiden"),
      "Nicht in Ordnung: 1 Stelle.",
      expect.stringMatching(/^Noch zu entscheiden: 1 Frage\./),
    ]);
    expect((await called("explain", wrong)).code).toBe(1);
  });

  it("has no question once the deciding value stands beside it", async () => {
    const body = "majority:\n  kind: {wert: simple, wortlaut: Mehrheit der Stimmberechtigten}\n  basis: members\n";
    expect((await called("check", file("entschieden.yaml", body))).code).toBe(0);
  });

  it("asks what goes first where secret and roll call can both be demanded", async () => {
    const body = "vote:\n  secretThreshold: {kind: any}\n  rollCall: {kind: any}\n";
    expect((await called("check", file("beides.yaml", body))).complained[0]).toContain("Was geht vor?");
    expect((await called("check", file("eins.yaml", `${body}  secretBeatsRoll: ja\n`))).code).toBe(0);
  });

  it("says faults of several files, and that something is missing", async () => {
    const wrong = file("falsch.yaml", "umlauf: {minDays: 9, maxDays: 3}\nquorun: {}\n");
    const { code, complained } = await called("check", wrong, join(folder, "fehlt.yaml"));
    expect(code).toBe(1);
    expect(complained).toEqual([
      "falsch.yaml, Zeile 4, quorun: »quorun« gibt es hier nicht – meinten Sie »quorum«?",
      "fehlt.yaml: Diese Datei gibt es nicht.",
      "Nicht in Ordnung: 2 Stellen.",
    ]);
  });
});

describe("go explain and go diff", () => {
  it("print rules as text and what a change would change", async () => {
    const before = file("alt.yaml", "quorum: {min: 2}\n");
    const after = file("neu.yaml", "quorum: {min: {wert: 4, paragraf: § 5}}\n");
    const explained = await called("explain", after);
    expect(explained.printed).toContain("- Anwesend sein müssen mindestens 4 Sitze. (§ 5 GO)");
    expect(await called("diff", before, after)).toEqual({
      code: 0,
      complained: [],
      printed: [
        "GO",
        "1 Regel ändert sich:",
        "",
        "Beschlussfähigkeit",
        "  bisher: Anwesend sein müssen mindestens 2 Sitze. (GO)",
        "  neu: Anwesend sein müssen mindestens 4 Sitze. (§ 5 GO)",
      ],
    });
    expect((await called("diff", before, before)).printed).toEqual(["GO", "Es ändert sich nichts."]);
  });

  it("refuse a wrong file as check does", async () => {
    const wrong = file("kaputt.yaml", "quorum: {min: -1}\n");
    expect((await called("explain", wrong)).complained.at(-1)).toBe("Nicht in Ordnung: 1 Stelle.");
    expect((await called("diff", wrong, wrong)).code).toBe(1);
  });

  it.each([[], ["check"], ["explain"], ["diff", "a.yaml"], ["check", "--alles"], ["lesen", "a.yaml"]])(
    "say how they are called: %s",
    async (...args) => {
      const { code, complained } = await called(...args);
      expect(code).toBe(2);
      expect(complained.join()).toContain("go check DATEI… | go explain DATEI | go diff ALT NEU");
    },
  );
});
