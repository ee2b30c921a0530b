import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommitteeFile } from "../../src/config/committee-file.ts";
import { committeeSchema } from "../../src/config/committee-schema.ts";
import { keysAt } from "../../src/config/schema-keys.ts";
import { decideMembership } from "../../src/core/membership/decide.ts";
import { hintsFor } from "../../src/core/membership/import-hints.ts";
import { seatsOn } from "../../src/core/membership/queries.ts";
import { noMembership } from "../../src/core/membership/state.ts";
import { day, evolved } from "../core/membership/committee-fixture.ts";

const today = day("2023-01-27");

function read(text: string) {
  const result = readCommitteeFile(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 2));
  return result.value;
}

/** "line path: message" */
function problems(text: string): readonly string[] {
  const result = readCommitteeFile(text);
  return result.ok ? [] : result.error.map(({ line, path, message }) => `${line} ${path}: ${message}`);
}

const head = "name: AG 78\nland: SH\n";
const regenbogen = "traeger:\n  - name: Regenbogen e. V.\n    kurz: Regenbogen\n";

function shipped(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
}

describe("Beispieldateien", () => {
  test.each(["examples/beispiel-gremium.yaml", "examples/segeberg.yaml"])("%s wird ohne Hinweis eingelesen", (name) => {
    const { committee, rules } = read(shipped(name));
    expect(rules).toMatchObject({ kind: "file", path: "geschaeftsordnungen/segeberg-muster.yaml" });
    expect(decideMembership(noMembership, { type: "ImportCommittee", desired: committee, today }).ok).toBe(true);
    expect(hintsFor(noMembership, committee, today)).toEqual([]);
  });

  test("die AG 78 Segeberg hat 17 Stimmen, und die Ämter der Sprecher*innen sind frei", () => {
    const { committee } = read(shipped("examples/segeberg.yaml"));
    const decision = decideMembership(noMembership, { type: "ImportCommittee", desired: committee, today });
    const state = evolved(noMembership, decision.ok ? decision.value : []);
    expect(seatsOn(state, today)).toHaveLength(17);
    expect([...state.offices.values()].map(({ title, holders, heldBy }) => [title, holders, heldBy])).toEqual([
      ["Geschäftsführung", 1, ["geschaeftsstelle"]],
      ["1. Sprecher*in", 1, []],
      ["2. Sprecher*in", 2, []],
    ]);
  });

  test("das Beispielgremium hat 12 Träger, davon einen öffentlichen", () => {
    const { organizations, people } = read(shipped("examples/beispiel-gremium.yaml")).committee;
    expect(organizations).toHaveLength(12);
    expect(organizations.filter(({ record }) => record.kind === "public").map(({ record }) => record.seats)).toEqual([
      1,
    ]);
    expect(new Set(people.map(({ record }) => record.role))).toEqual(
      new Set(["voting", "substitute", "advisory", "guest"]),
    );
  });

  describe("Handbuch", () => {
    const handbook = shipped("docs/handbuch/gremium.md");
    const [example = "", renamed = ""] = [...handbook.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml);

    test("sein Beispiel wird eingelesen", () => {
      expect(read(example).committee.organizations).toHaveLength(2);
      const sommer = "      - { anrede: Frau, name: Sommer, rolle: stellvertretung }\n";
      expect(example).toContain(sommer);
      const keys = (text: string) => read(text).committee.people.map(({ record }) => record.person);
      expect(keys(example.replace(sommer, `      ${renamed}`))).toEqual(keys(example));
    });

    test("jedes Wort, das die Datei kennt, steht darin", () => {
      const places = [
        [],
        ["traeger", 0],
        ["traeger", 0, "personen", 0],
        ["aemter", 0],
        ["raeume", 0],
        ["tagesordnung"],
      ];
      const words = [...places, ["tagesordnung", "anfang", 0]].flatMap((path) => keysAt(committeeSchema, path));
      expect(words.length).toBeGreaterThan(40);
      expect(words.filter((word) => !handbook.includes(`\`${word}`))).toEqual([]);
    });

    test("sein Beispiel für einen Fehler ist der Satz, der wirklich kommt", () => {
      const result = readCommitteeFile(example.replace("sitze: 1", "sitze: eins"));
      const [problem] = result.ok ? [] : result.error;
      expect(handbook.replace(/\s+/g, " ")).toContain(`Zeile ${problem?.line}, ${problem?.path}: ${problem?.message}`);
    });
  });
});

describe("Was in der Datei steht", () => {
  test("alle Angaben kommen an", () => {
    const { committee, rules } = read(`${head}zusatz: ambulant
kreis: Kreis Auental
federfuehrung: Jugendamt
bisherige_sitzungen: 3
seit: 01.02.2023
traeger:
  - schluessel: ja
    name: Jugendamt
    art: oeffentlich
    sitze: 2
    seit: 2023-02-01
    bis: 31.12.2023
    personen:
      - { schluessel: s, anrede: Frau, vorname: Petra, name: Schulz, rolle: stellvertretung, sitz: 2, funktion: Leitung, mail: p@example.org, redegruppe: A, seit: 2023-03-01 }
personen:
  - { name: Gast, rolle: gast }
aemter:
  - { titel: Schriftführung, art: schriftfuehrung, plaetze: 2, inhaber: [Frau Schulz] }
raeume:
  - { schluessel: traeger, plattform: console, name: Träger }
  - { schluessel: m, plattform: matrix, name: Matrix, adresse: "!abc:example.org" }
tagesordnung:
  anfang: [Begrüßung]
  ende:
    - { titel: Termine, minuten: 5, beschluss: true }
`);
    expect(rules).toBeUndefined();
    expect(committee).toEqual({
      description: {
        name: "AG 78",
        addition: "ambulant",
        county: "Kreis Auental",
        unit: "Jugendamt",
        land: "DE-SH",
        timeZone: "Europe/Berlin",
        meetingsBefore: 3,
      },
      since: "2023-02-01",
      organizations: [
        {
          record: { organization: "ja", name: "Jugendamt", kind: "public", seats: 2 },
          since: "2023-02-01",
          until: "2023-12-31",
        },
      ],
      people: [
        {
          record: {
            person: "s",
            salutation: "Frau",
            givenName: "Petra",
            name: "Schulz",
            organization: "ja",
            seat: "ja#2",
            role: "substitute",
            function: "Leitung",
            email: "p@example.org",
            speakerGroup: "A",
          },
          since: "2023-03-01",
        },
        { record: { person: "gast", name: "Gast", role: "guest" } },
      ],
      offices: [
        {
          record: { office: "schriftfuehrung", title: "Schriftführung", kind: "minuteTaker", holders: 2 },
          holders: ["s"],
          isComplete: true,
        },
      ],
      rooms: [
        { room: "console:traeger", name: "Träger" },
        { room: "matrix:!abc:example.org", name: "Matrix" },
      ],
      standingItems: {
        opening: [{ title: "Begrüßung", deciding: false }],
        closing: [{ title: "Termine", minutes: 5, deciding: true }],
      },
    });
  });

  test("Umlaute in den Schlüsselwörtern sind erlaubt, leere Abschnitte zählen als nicht vorhanden", () => {
    const { committee } = read("Name: AG\nland: de-ni\nföderführung:\nträger:\n  - name: A\nämter:\nräume: []\n");
    expect(committee.description.land).toBe("DE-NI");
    expect(committee.offices).toBeUndefined();
    expect(committee.rooms).toEqual([]);
  });

  test("Ämter an der Person und am Amt sind verschieden vollständig", () => {
    const file = (inhaber: string) =>
      `${head}${regenbogen}    personen:\n      - { name: A, rolle: beratend, aemter: [Sprecher] }\naemter:\n  - { titel: Sprecher, art: vorsitz${inhaber} }\n`;
    expect(read(file("")).committee.offices).toMatchObject([{ holders: ["a"], isComplete: false }]);
    expect(read(file(", inhaber: [A]")).committee.offices).toMatchObject([{ holders: ["a"], isComplete: true }]);
    expect(
      read(`${head}${regenbogen}aemter:\n  - { titel: X, art: vorsitz, inhaber: [] }\n`).committee.offices,
    ).toMatchObject([{ holders: [], isComplete: true }]);
  });

  test("eine Geschäftsordnung in der Datei behält ihre Zeilen", () => {
    const { rules } = read(`${head}geschaeftsordnung:\n  name: GO\n  quorum:\n    kind: none\n${regenbogen}`);
    expect(rules).toEqual({ kind: "inline", text: "\n\n\n  name: GO\n  quorum:\n    kind: none" });
    expect(problems(`${head}geschaeftsordnung: { name: GO }\n${regenbogen}`)).toEqual([
      "3 geschaeftsordnung: Die Geschäftsordnung bitte eingerückt in die Zeilen darunter schreiben, nicht in Klammern.",
    ]);
  });

  test("Schlüssel hängen nicht von der Reihenfolge ab und nicht vom Vornamen", () => {
    const keysOf = (text: string) =>
      read(text)
        .committee.people.map(({ record }) => record.person)
        .sort();
    const people = [
      "{ name: Müller, rolle: gast }",
      "{ name: Yıldız, rolle: gast }",
      "{ name: de Vries, rolle: gast }",
    ];
    const file = (list: readonly string[]) =>
      `${head}${regenbogen}personen:\n${list.map((one) => `  - ${one}\n`).join("")}`;
    expect(keysOf(file(people))).toEqual(["de-vries", "mueller", "yildiz"]);
    expect(keysOf(file([...people].reverse()))).toEqual(keysOf(file(people)));
    expect(keysOf(file(["{ vorname: Uwe, name: Müller, rolle: gast }"]))).toEqual(["mueller"]);
  });
});

describe("Fehler mit Zeile und Feld", () => {
  const person = (fields: string) => `${head}${regenbogen}    personen:\n      - ${fields}\n`;
  const guests = (...list: readonly string[]) =>
    `${head}${regenbogen}personen:\n${list.map((one) => `  - { ${one} }\n`).join("")}`;
  const offices = (...list: readonly string[]) =>
    `${guests("name: A, rolle: gast", "name: B, rolle: gast")}aemter:\n${list.map((one) => `  - { ${one} }\n`).join("")}`;

  test.each([
    [
      "keine Zahl",
      `${head}${regenbogen}    sitze: eins\n`,
      /^6 traeger › 1\. Eintrag › sitze: Erwartet wird eine .*Zahl.*»eins«/,
    ],
    ["negative Zahl", `${head}${regenbogen}    sitze: -1\n`, /^6 traeger › 1\. Eintrag › sitze: .*mindestens 0/],
    ["halbe Zahl", `${head}${regenbogen}    sitze: 1.5\n`, /^6 .*ganze Zahl/],
    ["kein Name", `land: SH\n${regenbogen}`, /^1 name: »name« fehlt/],
    [
      "unbekanntes Wort",
      `${head}${regenbogen}    sitzee: 1\n`,
      /^6 traeger › 1\. Eintrag › sitzee: .*meinten Sie »sitze«/,
    ],
    [
      "unbekanntes Wort mit Umlaut",
      `name: AG\nland: SH\nträgr:\n  - name: A\n${regenbogen}`,
      /^3 traegr: .*meinten Sie »traeger«/,
    ],
    [
      "Fehler hinter einem Wort mit Umlaut",
      `name: AG\nland: SH\nträger:\n  - name: A\n    sitze: x\n`,
      /^5 traeger › 1\. Eintrag › sitze/,
    ],
    ["kein Träger", `${head}traeger: []\n`, /^3 traeger: Mindestens ein Träger/],
    ["gar kein Träger", head, /^1 traeger: »traeger« fehlt/],
    ["Land", `name: AG\nland: XX\n${regenbogen}`, /^2 land: »XX« ist kein Land\..*SH/],
    ["Zeitzone", `${head}zeitzone: Europa/Berlin\n${regenbogen}`, /^3 zeitzone: »Europa\/Berlin« ist keine Zeitzone/],
    [
      "unmögliches Datum",
      `${head}seit: 2023-02-30\n${regenbogen}`,
      /^3 seit: Erwartet wird ein Datum, das es gibt.*»2023-02-30«/,
    ],
    [
      "Ende vor Beginn",
      `${head}${regenbogen}    seit: 2023-02-01\n    bis: 2023-01-01\n`,
      /^7 traeger › 1\. Eintrag › bis: Das Ende/,
    ],
    [
      "Rolle",
      person("{ name: A, rolle: stimmberechtig }"),
      /^7 .*rolle: .*»stimmberechtig«.*Meinten Sie »stimmberechtigt«/,
    ],
    ["Mail", person("{ name: A, rolle: gast, mail: a.b }"), /^7 .*mail: Erwartet wird eine E-Mail-Adresse/],
    [
      "Schlüssel",
      person("{ name: A, rolle: gast, schluessel: A B }"),
      /^7 .*schluessel: Ein Schlüssel besteht aus.*»A B«/,
    ],
    [
      "Schlüssel mit Raute",
      person('{ name: A, rolle: gast, schluessel: "a#2" }'),
      /^7 .*schluessel: Ein Schlüssel besteht aus/,
    ],
    ["kein Schlüssel möglich", person('{ name: "李", rolle: gast }'), /^7 .*Bitte »schluessel« angeben/],
    [
      "Sitz zu hoch",
      person("{ name: A, rolle: stimmberechtigt, sitz: 2 }"),
      /^7 .*sitz: »Regenbogen e\. V\.« hat nur einen Sitz, hier steht Sitz 2/,
    ],
    [
      "Sitz ohne Stimme",
      person("{ name: A, rolle: gast, sitz: 1 }"),
      /^7 .*sitz: Mit der Rolle »gast« hat man keinen Sitz/,
    ],
    [
      "Träger ohne Sitz",
      `${head}${regenbogen}    sitze: 0\n    personen:\n      - { name: A, rolle: stimmberechtigt }\n`,
      /^8 .*rolle: .*keinen Sitz/,
    ],
    [
      "Stimme ohne Träger",
      guests("name: A, rolle: stimmberechtigt"),
      /^7 personen › 1\. Eintrag › rolle: .*nur bei einem Träger/,
    ],
    [
      "gleiche Schlüssel",
      guests("name: Müller, rolle: gast", "name: Mueller, rolle: gast"),
      /^8 personen › 2\. Eintrag: Der Schlüssel »mueller« ist schon vergeben \(Zeile 7\)/,
    ],
    [
      "gleiche Träger",
      `${head}${regenbogen}  - { schluessel: x, name: Regenbogen e. V. }\n`,
      /^6 traeger › 2\. Eintrag › name: .*steht schon in Zeile 4/,
    ],
    [
      "zu viele im Amt",
      offices("titel: X, art: vorsitz, inhaber: [A, B]"),
      /^10 aemter › 1\. Eintrag › inhaber: .*hat einen Platz, genannt sind 2/,
    ],
    [
      "unbekannt im Amt",
      offices("titel: X, art: vorsitz, inhaber: [Aa]"),
      /^10 aemter › 1\. Eintrag › inhaber › 1\. Eintrag: »Aa« steht nicht als Person/,
    ],
    [
      "zweimal im Amt",
      offices("titel: X, art: vorsitz, plaetze: 2, inhaber: [A, a]"),
      /^10 .*»a« steht hier ein zweites Mal/,
    ],
    [
      "unbekanntes Amt",
      guests("name: A, rolle: gast, aemter: [Kassenwart]"),
      /^7 .*aemter › 1\. Eintrag: »Kassenwart« steht nicht unter »aemter«/,
    ],
    [
      "gleiche Ämter",
      offices("titel: X, art: vorsitz", "titel: x, art: vorsitz"),
      /^11 aemter › 2\. Eintrag: Der Schlüssel »x«.*Zeile 10/,
    ],
    [
      "Raum ohne Adresse",
      `${head}${regenbogen}raeume:\n  - { schluessel: a, plattform: matrix, name: A }\n`,
      /^7 raeume › 1\. Eintrag: Für einen Raum in Matrix fehlt »adresse«/,
    ],
    [
      "gleiche Räume",
      `${head}${regenbogen}raeume:\n  - { schluessel: a, plattform: console, name: A }\n  - { schluessel: a, plattform: console, name: B }\n`,
      /^8 raeume › 2\. Eintrag: .*Zeile 7/,
    ],
    ["Steuerzeichen", person('{ name: "A\\u0007", rolle: gast }'), /^7 .*name: Unsichtbares Steuerzeichen \(U\+0007\)/],
    [
      "Schreibrichtung",
      person('{ name: "A\\u202eB", rolle: gast }'),
      /^7 .*name: Unsichtbares Steuerzeichen \(U\+202E\)/,
    ],
    [
      "Zeilenumbruch im Namen",
      person('{ name: "A\\nB", rolle: gast }'),
      /^7 .*name: Unsichtbares Steuerzeichen \(U\+000A\)/,
    ],
    ["zu langer Text", person(`{ name: ${"A".repeat(201)}, rolle: gast }`), /^7 .*name: Höchstens 200 Zeichen/],
    ["leerer Text", person('{ name: " ", rolle: gast }'), /^7 .*name: Der Text darf nicht leer sein/],
    ["Zahl als Name", person("{ name: 42, rolle: gast }"), /^7 .*name: Erwartet wird ein Text, hier steht »42«/],
    ["Verweis", `${head}traeger: &t\n  - name: A\n`, /^3 : Anker/],
    ["doppeltes Wort", `${head}land: NI\n${regenbogen}`, /^3 : »land« steht hier ein zweites Mal/],
    ["mehr als 1 MB", `${head}${regenbogen}# ${"x".repeat(1_000_001)}`, /^1 : Die Datei ist zu groß/],
  ])("%s", (_, text, expected) => {
    const found = problems(text);
    expect(found.join("\n")).toMatch(expected);
    expect(found).toHaveLength(1);
  });

  test("zwei gleiche Namen im Amt führen zu den Schlüsseln", () => {
    const file = `${guests("schluessel: m-1, name: Müller, rolle: gast", "schluessel: m-2, name: Müller, rolle: gast")}aemter:\n  - { titel: X, art: vorsitz, inhaber: [Müller] }\n`;
    expect(problems(file)).toEqual([
      "10 aemter › 1. Eintrag › inhaber › 1. Eintrag: »Müller« kann mehrere Personen meinen. Bitte den Schlüssel angeben: m-1, m-2.",
    ]);
  });

  test("alle Fehler einer Art kommen auf einmal, in der Reihenfolge der Zeilen", () => {
    const found = problems(`land: XX\nzeitzone: x\n${regenbogen}    sitze: eins\n    art: privat\n`);
    expect(found.map((line) => Number(line.split(" ")[0]))).toEqual([1, 1, 2, 6, 7]);
  });

  test("mehr als 1000 Personen werden abgelehnt", () => {
    const people = (carrier: number, count: number) =>
      Array.from({ length: count }, (_, at) => `      - { name: P ${carrier} ${at}, rolle: gast }\n`).join("");
    const file = (last: number) =>
      `${head}traeger:\n${Array.from({ length: 21 }, (_, at) => `  - name: T ${at}\n    personen:\n${people(at, at < 20 ? 48 : last)}`).join("")}`;
    expect(problems(file(40))).toEqual([]);
    expect(problems(file(41))).toEqual([
      "1046 traeger › 21. Eintrag › personen › 41. Eintrag: Höchstens 1000 Personen; hier stehen 1001.",
    ]);
  });

  test("kein Text bringt das Einlesen zum Absturz", () => {
    const word = fc.constantFrom(
      "name",
      "land",
      "traeger",
      "personen",
      "rolle",
      "gast",
      "SH",
      "- ",
      ": ",
      "\n",
      "  ",
      "[",
      "{",
      "träger",
      "1",
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => void readCommitteeFile(words.join(""))));
  });
});

describe("Schlagworte und Wege", () => {
  const valid = `${head}${regenbogen}schlagworte:
  - { name: Ziele, werte: [Partizipation, Übergänge] }
wege:
  - name: Klausurtagung
    schritte:
      - { gremium: Steuerungsgruppe, rolle: vorbereitung }
      - { gremium: Fachkräfte, rolle: kenntnisnahme }
`;

  test("stehen danach in der Beschreibung des Gremiums", () => {
    const { description } = read(valid).committee;
    expect(description.tagLists).toEqual([{ name: "Ziele", tags: ["Partizipation", "Übergänge"] }]);
    expect(description.routes).toEqual([
      {
        name: "Klausurtagung",
        steps: [
          { body: "Steuerungsgruppe", role: "preparation" },
          { body: "Fachkräfte", role: "notice" },
        ],
      },
    ]);
    expect(read(`${head}${regenbogen}`).committee.description).not.toHaveProperty("routes");
  });

  test("heißen nicht zweimal gleich, auch nicht in verschiedenen Listen", () => {
    const twice = `${head}${regenbogen}schlagworte:
  - { name: Ziele, werte: [Übergänge] }
  - { name: ziele, werte: [UEBERGAENGE] }
wege:
  - { name: Klausur, schritte: [{ gremium: AG 78, rolle: beratung }] }
  - { name: klausur, schritte: [{ gremium: AG 78, rolle: beratung }] }
`;
    expect(problems(twice)).toEqual([
      "8 schlagworte › 2. Eintrag › name: Die Liste »ziele« steht schon in Zeile 7.",
      "8 schlagworte › 2. Eintrag › werte › 1. Eintrag: Das Schlagwort »UEBERGAENGE« steht schon in Zeile 7.",
      "11 wege › 2. Eintrag › name: Der Weg »klausur« steht schon in Zeile 10.",
    ]);
  });

  test("mit falscher Rolle oder ohne Werte werden sie abgelehnt, mit Vorschlag", () => {
    const [fault = ""] = problems(valid.replace("rolle: vorbereitung", "rolle: vorbereitng"));
    expect(fault).toContain("11 wege › 1. Eintrag › schritte › 1. Eintrag › rolle");
    expect(fault).toContain("vorbereitung");
    expect(problems(valid.replace("[Partizipation, Übergänge]", "[]"))).toHaveLength(1);
  });
});
