import { stringify } from "csv-stringify/sync";
import type { DocumentationView } from "../../core/papers/documentation.ts";
import { resultKindText, roleName, routeOutcomes } from "../../texts/announcements-routes.ts";
import { cleanText } from "./clean-text.ts";
import { germanDate } from "./german-date.ts";
import { placedIdeas } from "./placed-ideas.ts";
import { nameOf } from "./printed-names.ts";

type Cell = string | number | undefined;

export type DataTable = { readonly name: string; readonly csv: string };

/** Tabellen eines Workshops for a spreadsheet: ideas, dots, results, routes. What was not recorded is an empty cell. */
export function workshopTables(view: DocumentationView): readonly DataTable[] {
  return [
    { name: "ideen", csv: ideasTable(view) },
    { name: "punkte", csv: dotsTable(view) },
    { name: "ergebnisse", csv: resultsTable(view) },
    { name: "wege", csv: routesTable(view) },
  ];
}

/** In the public version without the column of names. */
function ideasTable(view: DocumentationView): string {
  const isInternal = view.head.version === "internal";
  const by = (name: Cell): readonly Cell[] => (isInternal ? [name] : []);
  return table(
    [
      "Nummer",
      "Leitfrage",
      "Gruppe",
      "Gruppenname",
      "Idee",
      ...by("Von"),
      "Unterstützung",
      "Schlagworte",
      "Kommentare",
    ],
    placedIdeas(view).map(({ idea, question, group }) => [
      idea.number,
      question,
      group?.number,
      group?.name,
      idea.text,
      ...by(idea.by === undefined ? undefined : nameOf(idea.by)),
      idea.support ?? 0,
      idea.tags.join(", "),
      idea.comments.map(({ text }) => text).join(" | "),
    ]),
  );
}

function dotsTable({ weightings }: DocumentationView): string {
  return table(
    ["Gewichtung", "Art", "Platz", "Punkte", "Worauf", "Nummer", "Text"],
    weightings.flatMap(({ number, terms, places, without }) =>
      [...places, { place: "", dots: 0, targets: without }].flatMap(({ place, dots, targets }) =>
        targets.map(({ kind, number: target, text }) => [
          number,
          terms,
          place,
          dots,
          kind === "idea" ? "Idee" : "Gruppe",
          target,
          text,
        ]),
      ),
    ),
  );
}

function resultsTable({ results }: DocumentationView): string {
  return table(
    ["Nummer", "Art", "Text", "Herkunft", "Zuständig", "Schlagworte", "Stand"],
    results.map(({ number, text, origin, owner, tags, standing, ...kind }) => [
      number,
      resultKindText(kind),
      text,
      origin,
      owner === undefined ? undefined : nameOf(owner),
      tags.join(", "),
      standing,
    ]),
  );
}

function routesTable({ results }: DocumentationView): string {
  return table(
    ["Ergebnis", "Schritt", "Gremium", "Rolle", "Ziel", "Antwort", "Am", "Einstimmig", "Bedingung", "Wortlaut"],
    results.flatMap(({ number, steps }) =>
      steps.map(({ number: step, body, due, answer, ...role }) => [
        number,
        step,
        body,
        roleName(role),
        due,
        answer === undefined ? undefined : routeOutcomes[answer.outcome],
        answer?.on === undefined ? undefined : germanDate(answer.on),
        answer?.unanimous === true ? "ja" : undefined,
        answer?.condition,
        answer?.wording,
      ]),
    ),
  );
}

/**
 * CSV as German spreadsheets open it: semicolons, a byte order mark for the umlauts. What would be read as a formula gets an apostrophe
 * before it; a cell is one line.
 */
function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === "string" ? inOneLine(cell) : cell)));
  return stringify(cells, { bom: true, delimiter: ";", record_delimiter: "windows", escape_formulas: true });
}

const inOneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();
