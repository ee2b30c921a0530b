import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../src/cli/transcript/parse-transcript.ts";
import { playTranscript } from "../../src/cli/transcript/play-transcript.ts";
import { projectRoot } from "../../tools/step.ts";

const folder = join(projectRoot, "test", "scenarios");
const templates = join(projectRoot, "templates");
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

async function failuresOf(source: string, file: string): Promise<readonly string[]> {
  const parsed = parseTranscript(source);
  if (!parsed.ok) return parsed.error.map(({ line, message }) => `${file}:${line}: ${message}`);
  const failures = await playTranscript(parsed.value, file, templates);
  return failures.map(({ line, lines }) => [`${file}:${line}`, ...lines].join("\n"));
}

describe("the transcripts", () => {
  it("are all here", () => {
    expect(files.toSorted()).toEqual([
      "absturz.txt",
      "anmelden.txt",
      "antwort-der-ag.txt",
      "arnsberg.txt",
      "einladung.txt",
      "ergebnisse-und-wege.txt",
      "fehler.txt",
      "geheime-wahl.txt",
      "handzeichen.txt",
      "hohenlohe.txt",
      "jahresplanung.txt",
      "ohne-beschlussfaehigkeit.txt",
      "ortenau.txt",
      "rueckmeldungen.txt",
      "rules-abwahl.txt",
      "rules-aenderungsantraege.txt",
      "rules-alternativen.txt",
      "rules-anfechtung.txt",
      "rules-befangenheit.txt",
      "rules-dringlich.txt",
      "rules-en-bloc.txt",
      "rules-fristen.txt",
      "rules-gegenrede.txt",
      "rules-geheim-auf-verlangen.txt",
      "rules-go-aenderung.txt",
      "rules-go-erklaeren.txt",
      "rules-namentlich.txt",
      "rules-protokoll-einwendungen.txt",
      "rules-protokoll-schweigen.txt",
      "rules-protokoll-unterschrift.txt",
      "rules-protokoll.txt",
      "rules-redeliste.txt",
      "rules-schluss-der-debatte.txt",
      "rules-sitze.txt",
      "rules-umlauf-schweigen.txt",
      "rules-umlauf.txt",
      "rules-vermutung.txt",
      "rules-vertagung.txt",
      "rules-vollmacht.txt",
      "rules-wahl-ablehnung.txt",
      "rules-wahl-anfechtung.txt",
      "rules-wahl-annahmefrist.txt",
      "rules-wahl-dhondt.txt",
      "rules-wahl-drei-sitze.txt",
      "rules-wahl-en-bloc.txt",
      "rules-wahl-ja-nein.txt",
      "rules-wahl-stichwahl-los.txt",
      "rules-wiederholungssitzung.txt",
      "segeberg-jahr.txt",
      "segeberg-workshop.txt",
      "segeberg.txt",
      "termin-umfrage.txt",
      "verlegen-absagen.txt",
      "vogelsberg.txt",
      "workshop-ablauf.txt",
      "workshop-absturz.txt",
      "workshop-dokumentation.txt",
      "workshop-gruppen.txt",
      "workshop-ideen.txt",
      "workshop-punkte.txt",
      "workshop-rueckgaengig.txt",
      "workshop-verlegen.txt",
      "zwei-plattformen.txt",
      "zwei-vom-selben-traeger.txt",
    ]);
  });

  it.each(files)("%s plays as written", async (name) => {
    const file = join(folder, name);
    expect(await failuresOf(readFileSync(file, "utf8"), file)).toEqual([]);
  });
});

describe("a transcript that is wrong", () => {
  const segeberg = readFileSync(join(folder, "segeberg.txt"), "utf8");
  const file = join(folder, "geaendert.txt");
  /** Only up to here, for speed. */
  const opening = segeberg.slice(0, segeberg.indexOf("[Träger] Frau Jansen: anwesend"));

  it.each([
    ["a number nobody said", "beschlussfähig: 1 Stimme, nötig", "beschlussfähig: 2 Stimmen, nötig"],
    ["a room where it was not said", "raum Träger > Die 1. Sitzung", "raum Träger > Die 2. Sitzung"],
    ["a person who was not told", "an Herr Lindner > stimmen", "an Frau Jansen > stimmen"],
    ["words that must not appear", "> Nicht beschlussfähig", "nicht > Nicht beschlussfähig"],
    ["a room that does not exist", "raum Träger >", "raum Keller >"],
    ["the wrong order", "> Freitag, 27.01.2023, 9–12 Uhr", "> 9–12 Uhr\n  > Freitag, 27.01.2023"],
  ])("fails for %s", async (_, written, changed) => {
    expect(opening).toContain(written);
    const [failure, ...others] = await failuresOf(opening.replace(written, changed), file);
    expect(others).toEqual([]);
    expect(failure).toMatch(/geaendert\.txt:\d+\n {2}(erwartet|verboten) /);
  });

  it("fails for a file that was not made", async () => {
    const [failure] = await failuresOf(`${opening}  datei > bericht\n`, file);
    expect(failure).toContain("in einer Datei »bericht«");
  });

  it("shows what came instead", async () => {
    const [failure] = await failuresOf(opening.replace("beschlussfähig: 1 Stimme", "beschlussfähig: 2 Stimmen"), file);
    expect(failure).toContain("erwartet hier: Nicht beschlussfähig: 2 Stimmen, nötig sind 9");
    expect(failure).toContain("(im Raum Träger)");
    expect(failure).toContain("Nicht beschlussfähig: 1 Stimme, nötig sind 9");
  });

  it("is refused with its lines before anything is played", async () => {
    const source = "gremium: x.yaml\nuhr: morgen\n  > zu früh\n[Träger] ohne Doppelpunkt\ngleichzeitig:\n";
    expect((await failuresOf(source, "x.txt")).map((line) => line.split(": ")[0])).toEqual([
      "x.txt:3",
      "x.txt:4",
      "x.txt:5",
      "x.txt:1",
    ]);
  });
});
