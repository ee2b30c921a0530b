import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TEMPLATE_FILES } from "../../../src/adapters/documents/paper-format.ts";
import { paperTree } from "../../../src/adapters/documents/render-paper.ts";
import { paperToMarkdown } from "../../../src/adapters/documents/to-markdown.ts";
import type { PaperKind, PaperViews } from "../../../src/core/papers/paper-kinds.ts";
import { publicVersion } from "../../../src/core/papers/public-version.ts";
import {
  segebergAgenda,
  segebergAttendance,
  segebergMinutes,
  segebergReport,
} from "../../fixtures/documents/segeberg.ts";

const TEMPLATES = new URL("../../../templates/", import.meta.url);

/** Markdown as a reader sees it: without escapes. */
function textOf<K extends PaperKind>(kind: K, view: PaperViews[K]): string {
  const file = TEMPLATE_FILES[kind];
  const template = readFileSync(new URL(file, TEMPLATES), "utf8");
  return paperToMarkdown(paperTree(view, template, file)).replace(/\\([[\]*_.])/g, "$1");
}

const internal = textOf("report", segebergReport);
const published = textOf("report", publicVersion("report", segebergReport));

const FACTS: readonly (readonly [string, readonly string[]])[] = [
  ["F1 history", ["23.06.2022", "04.05.2017", "zunächst vier Arbeitsgemeinschaften"]],
  ["F3 sitting", ["27.01.2023", "erste Sitzung der AG 78 Hilfen zur Erziehung, ambulante und stationäre Träger"]],
  [
    "F4 attendance",
    [
      "Soziale Dienste; Fachstelle Kinderschutz, Prävention und Qualitätsentwicklung; Wirtschaftliche und Rechtliche Jugendhilfe",
      "Vorsitzender des Jugendhilfeausschusses: Herr Pohlmann",
      "24 Trägervertretungen ambulanter und stationärer Träger",
    ],
  ],
  [
    "F5 rules of procedure",
    [
      "Geschäftsordnung wurde von den 17 stimmberechtigten Mitgliedern mit einigen Änderungen (s. Anlage 1) beschlossen",
    ],
  ],
  [
    "F6 elections",
    [
      "1. Sprecher: Herr Lindner (Regenbogen)",
      "2. Sprecherinnen: Frau Jansen und Frau Neeth (Deutscher Kinderschutzbund)",
    ],
  ],
  ["F7 ambulant", ["Soziale Gruppenarbeit (§ 29 SGB VIII)", "SRO-Richtlinien", "Verstetigung", "Niedrigschwelligkeit"]],
  [
    "F8 lacks",
    [
      "Im stationären Bereich mangelt es an",
      "- Inobhutnahmestellen",
      "- Frauenhausplätzen",
      "- Mutter/Vater/Kind-Wohnungen mit 24/7-Betreuung",
      "- Unterbringungsmöglichkeiten für Grenzgänger*innen",
      "- Plätzen (Pflege und Heim), insbesondere für unter Sechsjährige",
    ],
  ],
  [
    "F9 consensus",
    ["Alle Anwesenden stellten einvernehmlich fest, dass eine größere flächendeckende Vereinheitlichung"],
  ],
  ["F10 Grenzgänger*innen", ["Kooperation mit KJP und Trägern intensiviert", "Kreis-übergreifender Angebote"]],
  [
    "F11 aspects",
    [
      "Zusammenarbeit der Träger",
      "Verbindlichkeit der Klientel",
      "Transparenz",
      "Zusatz-Qualifikationen",
      "„Feuerwehreinsätzen“",
      "„Freien Stuhls“",
      "Absprachen mit den KJP",
      "„der neuen deutschen Geschwindigkeit“",
    ],
  ],
  ["F12 workshop, with the right weekday", ["Fachaustausch im Workshop-Format", "Montag, 20.03.2023, 9–16 Uhr"]],
  ["F13 forwarding", ["werden dem Jugendhilfeausschuss im Nachgang übermittelt"]],
  [
    "F14 dates",
    [
      "2. Quartal",
      "Freitag, 12.05.2023",
      "3. Quartal",
      "Freitag, 01.09.2023",
      "4. Quartal",
      "Freitag, 13.10.2023",
      "9–12 Uhr",
    ],
  ],
];

describe("the Segeberg report", () => {
  it.each(FACTS)("tells %s in both versions", (_fact, texts) => {
    for (const text of texts) {
      expect(internal).toContain(text);
      expect(published).toContain(text);
    }
  });

  it("F2: keeps the intranet link inside the house", () => {
    expect(internal).toContain("http://sekrse-allris:81/ai/vo020.asp?VOLFDNR=4443");
    expect(published).not.toMatch(/sekrse|allris:81|vo020/);
    expect(published).toContain("bekräftigt (interner Verweis entfernt, ALLRIS VOLFDNR 4443) und die Einrichtung");
  });

  it("shows the event of every statement in the internal version only", () => {
    expect(internal).toContain("Frauenhausplätzen\u00a0*[42]*");
    expect(published).not.toMatch(/\[\d+/);
  });

  it("holds every source of the view", () => {
    const sources = [...JSON.stringify(segebergReport).matchAll(/"sources":\[([\d,]+)\]/g)].flatMap((match) =>
      (match[1] ?? "").split(","),
    );
    const shown = [...internal.matchAll(/\*\[([\d,\s\u00a0]+)\]\*/g)].flatMap((match) =>
      (match[1] ?? "").split(/,[\s\u00a0]/),
    );
    expect(new Set(shown)).toEqual(new Set(sources));
  });
});

describe("the minutes", () => {
  const text = textOf("minutes", segebergMinutes);
  it("print no number where none was counted", () => {
    const line = text.split("\n").find((one) => one.startsWith("**Abstimmung (namentlich):**"));
    expect(line).toBe("**Abstimmung (namentlich):** mit Änderungen angenommen, einstimmig");
  });

  it("print a counted zero", () => {
    expect(text).toContain("außerdem: 0 Enthaltungen, 0 ungültig");
  });

  it("keep corrections, roll call and non-public items inside", () => {
    const open = textOf("minutes", publicVersion("minutes", segebergMinutes));
    expect(text).toContain("Berichtigungen");
    expect(text).toContain("Vertraulich");
    expect(open).not.toMatch(/Berichtigung|Vertraulich|Einzelfall|Muster-|Beispiel/);
    expect(open).toContain("TOP 6: nichtöffentlich");
  });
});

describe("every paper", () => {
  const line = "**Interne Fassung, nicht weitergeben**\n\n# ";
  it.each([
    ["agenda", textOf("agenda", segebergAgenda), textOf("agenda", publicVersion("agenda", segebergAgenda))],
    [
      "attendance",
      textOf("attendance", segebergAttendance),
      textOf("attendance", publicVersion("attendance", segebergAttendance)),
    ],
    ["minutes", textOf("minutes", segebergMinutes), textOf("minutes", publicVersion("minutes", segebergMinutes))],
    ["report", internal, published],
  ])("says at its top that it is internal, if it is: %s", (_kind, inside, outside) => {
    expect(inside.startsWith(line)).toBe(true);
    expect(outside).not.toContain("nicht weitergeben");
    expect(outside.startsWith("# ")).toBe(true);
  });
});
