import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workshopData } from "../../../src/adapters/documents/workshop-data.ts";
import type { DocumentationView } from "../../../src/core/papers/documentation.ts";
import { klausurDocumentation } from "../../fixtures/documents/documentation.ts";

function dataOf(view: DocumentationView, version: "public" | "internal" = "internal"): ReadonlyMap<string, string> {
  return new Map(
    workshopData(version, view).map(({ suffix, extension, bytes }) => [
      `${suffix}.${extension}`,
      Buffer.from(bytes).toString("utf8"),
    ]),
  );
}

/** As a spreadsheet reads it: cells of rows, without the byte order mark. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

const withIdea = (text: string): DocumentationView => ({
  ...klausurDocumentation,
  sections: [{ groups: [], ungrouped: [{ number: 1, text, tags: [], hasPhoto: false, comments: [], sources: [1] }] }],
});
const ideaCell = (text: string): string | undefined => rowsOf(dataOf(withIdea(text)).get("-ideen.csv") ?? "")[1]?.[4];

describe("the data of a workshop", () => {
  it("is one file of JSON and four tables", () => {
    expect([...dataOf(klausurDocumentation).keys()]).toEqual([
      ".json",
      "-ideen.csv",
      "-punkte.csv",
      "-ergebnisse.csv",
      "-wege.csv",
    ]);
  });

  it("has a row for each idea, place, result and step", () => {
    const data = dataOf(klausurDocumentation);
    expect(rowsOf(data.get("-ideen.csv") ?? "")).toEqual([
      ["Nummer", "Leitfrage", "Gruppe", "Gruppenname", "Idee", "Von", "Unterstützung", "Schlagworte", "Kommentare"],
      [
        "1",
        "1",
        "1",
        "Personal",
        "Mehr Fachkräfte",
        "Herr Brandt (Arche)",
        "2",
        "ambulant, Kooperation",
        "Auch nachts",
      ],
      ["2", "1", "", "", "Ein Fahrdienst", "Frau Lorenz", "1", "stationär", "Ja"],
      ["3", "", "", "", "Räume", "", "0", "", ""],
    ]);
    expect(rowsOf(data.get("-punkte.csv") ?? "").map((row) => row.slice(2))).toEqual([
      ["Platz", "Punkte", "Worauf", "Nummer", "Text"],
      ["1.", "3", "Idee", "1", "Mehr Fachkräfte"],
      ["2. bis 3.", "1", "Idee", "2", "Ein Fahrdienst"],
      ["2. bis 3.", "1", "Gruppe", "1", "Personal"],
      ["", "0", "Idee", "3", "Räume"],
      ["", "0", "Gruppe", "1", "Personal"],
    ]);
    expect(rowsOf(data.get("-ergebnisse.csv") ?? "")[1]?.slice(0, 5)).toEqual([
      "1",
      "Antrag",
      "Der Kreis richtet eine Fachstelle ein.",
      "Gruppe 1 „Personal“",
      "Herr Brandt (Arche)",
    ]);
    expect(rowsOf(data.get("-ergebnisse.csv") ?? "")[2]?.[1]).toBe("Aussage, einvernehmlich festgestellt");
    expect(rowsOf(data.get("-wege.csv") ?? "").slice(1)).toEqual([
      [
        "1",
        "1",
        "Steuerungsgruppe",
        "Vorbereitung",
        "bis Freitag, 31.03.2023",
        "zugestimmt",
        "31.03.2023",
        "ja",
        "bei positiver Prognose",
        "Die Verwaltung prüft.",
      ],
      ["1", "2", "Jugendhilfeausschuss", "Entscheidung", "4. Sitzungslauf 2023", "", "", "", "", ""],
    ]);
  });

  it("is JSON with German keys, without what was not recorded", () => {
    expect(JSON.parse(dataOf(klausurDocumentation).get(".json") ?? "")).toMatchObject({
      format: "sitzungsdienst-workshop/1",
      fassung: "intern",
      titel: "Klausurtagung",
      tage: [{ datum: "2023-03-20", von: "09:00", bis: "16:00" }, { datum: "2023-03-21" }],
      teilnehmende: [{ gruppe: "Fachkräfte", anzahl: 50, zusatz: "über" }, { gruppe: "Gäste" }],
      ideen: [
        { nummer: 1, leitfrage: 1, gruppe: 1, von: "Herr Brandt (Arche)", unterstuetzung: 2, foto: true },
        { nummer: 2, leitfrage: 1 },
        { nummer: 3, text: "Räume" },
      ],
      gewichtungen: [
        { rangliste: [{ platz: "1." }, { platz: "2. bis 3.", ziele: [{ art: "Idee" }, { art: "Gruppe" }] }] },
      ],
      ergebnisse: [
        {
          art: "Antrag",
          weg: [{ antwort: { ergebnis: "zugestimmt", einstimmig: true, bedingung: "bei positiver Prognose" } }, {}],
        },
        { art: "Aussage", grad: "einvernehmlich festgestellt", weg: [] },
      ],
    });
  });

  it("names in public nobody who gave an idea, and has no column for it", () => {
    const data = dataOf(klausurDocumentation, "public");
    for (const text of data.values()) expect(text).not.toMatch(/Brandt|Lorenz/);
    expect(rowsOf(data.get("-ideen.csv") ?? "")[0]).not.toContain("Von");
    expect(JSON.parse(data.get(".json") ?? "")).toMatchObject({ fassung: "öffentlich" });
  });

  it.each([
    ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
    ["+49 4551 1", "'+49 4551 1"],
    ["-3 Plätze", "'-3 Plätze"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1+1", "'=1+1"],
    ["\t=1+1", "'=1+1"],
    ["\u200B\u202E=1+1", "'=1+1"],
    ["\uFF1D1+1", "'\uFF1D1+1"],
    ['eine;zwei\n"drei"', 'eine;zwei "drei"'],
    ["Mehr Plätze = mehr Personal", "Mehr Plätze = mehr Personal"],
  ])("makes no formula and no second cell of %j", (text, cell) => {
    expect(ideaCell(text)).toBe(cell);
  });

  it("lets no text begin a formula or a row of its own, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const rows = rowsOf(dataOf(withIdea(`${text}x`)).get("-ideen.csv") ?? "");
        expect(rows.map((row) => row.length)).toEqual([9, 9]);
        expect(rows[1]?.[4]).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u);
      }),
    );
  });
});
