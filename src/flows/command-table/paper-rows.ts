import { optional, required } from "../parameters/acceptor.ts";
import { day } from "../parameters/dates.ts";
import { meetingNumber, workshopNumber } from "../parameters/numbers.ts";
import { behind, flag, line } from "../parameters/text.ts";
import type { MeetingPaperKind } from "../queries.ts";
import { ask, type CommandRow, commandRow, issue } from "./command-row.ts";

const audience = flag<"public" | "internal">("öffentlich|intern", {
  öffentlich: "public",
  öffentliche: "public",
  intern: "internal",
  interne: "internal",
});

type PaperRow = Pick<CommandRow, "id" | "words" | "aliases" | "summary" | "example"> & {
  readonly paper: MeetingPaperKind;
};

/** Without a word about it, the version that may lie anywhere: the public one. */
function paperRow({ paper, ...row }: PaperRow): CommandRow {
  return commandRow({
    ...row,
    subject: "papiere",
    help: "Ohne Zusatz die öffentliche Fassung der laufenden oder letzten Sitzung; mit „intern“ die interne, mit einer Nummer eine frühere Sitzung.",
    issues: [],
    parameters: { audience: optional(audience), meeting: optional(meetingNumber) },
    build: ({ audience: whom, meeting }) =>
      ask({
        kind: "paper",
        paper,
        audience: whom ?? "public",
        ...(meeting === undefined ? {} : { meeting }),
      }),
  });
}

const documentation = (as: "paper" | "data", whom: "public" | "internal" | undefined, workshop: number | undefined) =>
  ask({
    kind: "documentation",
    as,
    audience: whom ?? "public",
    ...(workshop === undefined ? {} : { workshop }),
  });

export const paperRows = [
  paperRow({
    id: "paper-minutes",
    paper: "minutes",
    words: "protokoll",
    aliases: ["niederschrift", "ergebnisprotokoll", "beschlussprotokoll", "verlaufsprotokoll"],
    summary: "erstellt das Protokoll",
    example: "protokoll intern",
  }),
  paperRow({
    id: "paper-report",
    paper: "report",
    words: "bericht",
    aliases: ["sitzungsbericht", "bericht der verwaltung"],
    summary: "erstellt den Sitzungsbericht",
    example: "bericht öffentlich",
  }),
  paperRow({
    id: "paper-attendance",
    paper: "attendance",
    words: "anwesenheitsliste",
    aliases: ["teilnehmerliste", "teilnahmeliste"],
    summary: "erstellt die Anwesenheitsliste",
    example: "anwesenheitsliste intern",
  }),
  paperRow({
    id: "paper-agenda",
    paper: "agenda",
    words: "tagesordnung datei",
    aliases: ["tagesordnung als datei", "tagesordnung drucken"],
    summary: "erstellt die Tagesordnung als Datei",
    example: "tagesordnung datei",
  }),
  commandRow({
    id: "documentation",
    subject: "papiere",
    words: "dokumentation",
    aliases: ["workshop dokumentation", "dokumentation workshop", "workshopdokumentation"],
    summary: "erstellt die Dokumentation eines Workshops",
    help: "Fragen, Ideen nach Gruppen, Gewichtung, Ergebnisse und ihr Weg, Teilnehmende nach Köpfen. Ohne Zusatz die öffentliche Fassung ohne Namen, vom laufenden oder letzten Workshop; mit „intern“ die interne, mit einer Nummer ein früherer.",
    example: "dokumentation intern",
    issues: [],
    parameters: { audience: optional(audience), workshop: optional(workshopNumber) },
    build: ({ audience: whom, workshop }) => documentation("paper", whom, workshop),
  }),
  commandRow({
    id: "documentation-data",
    subject: "papiere",
    words: "workshop export",
    aliases: ["ideen export", "dokumentation export", "export"],
    summary: "gibt einen Workshop als Tabellen (CSV) und Daten (JSON) aus",
    help: "Ideen, Punkte, Ergebnisse und Wege je als Tabelle, alles zusammen als JSON. Die Zusätze wie bei „dokumentation“.",
    example: "workshop export",
    issues: [],
    parameters: { audience: optional(audience), workshop: optional(workshopNumber) },
    build: ({ audience: whom, workshop }) => documentation("data", whom, workshop),
  }),
  commandRow({
    id: "documentation-annex",
    subject: "papiere",
    words: "dokumentation als anlage",
    aliases: ["dokumentation anhängen", "dokumentation zum bericht"],
    summary: "nimmt die Dokumentation eines Workshops als Anlage zum Bericht der Sitzung",
    help: "Zur laufenden oder letzten Sitzung. Setzt ein Workshop eine Sitzung fort, gehört seine Dokumentation von selbst zu ihrem Bericht.",
    example: "dokumentation als anlage",
    issues: ["AnnexDocumentation"],
    parameters: { workshop: optional(workshopNumber) },
    build: ({ workshop }) => issue({ type: "AnnexDocumentation", ...(workshop === undefined ? {} : { workshop }) }),
  }),
  commandRow({
    id: "report-reference",
    subject: "papiere",
    words: "bericht nummer",
    aliases: ["bericht drucksache", "drucksache"],
    summary: "setzt die Drucksachennummer des Berichts",
    help: "Erscheint im Kopf des Sitzungsberichts.",
    example: "bericht nummer DrS/2023/064",
    issues: ["SetReportDetails"],
    parameters: { reference: required(line("NUMMER", 60), "Wie lautet die Nummer?") },
    build: ({ reference }) => issue({ type: "SetReportDetails", reference }),
  }),
  commandRow({
    id: "report-date",
    subject: "papiere",
    words: "bericht datum",
    aliases: ["bericht vom", "berichtsdatum"],
    summary: "setzt das Datum des Berichts",
    help: "Der Tag, unter dem der Bericht steht.",
    example: "bericht datum 13.02.2028",
    issues: ["SetReportDetails"],
    parameters: { date: required(day, "Welcher Tag?") },
    build: ({ date }) => issue({ type: "SetReportDetails", date }),
  }),
  commandRow({
    id: "report-unit",
    subject: "papiere",
    words: "bericht federführung",
    aliases: ["bericht fachbereich", "federführung"],
    summary: "setzt die federführende Stelle des Berichts",
    help: "Erscheint im Kopf des Sitzungsberichts.",
    example: "bericht federführung Fachbereich Jugend und Bildung",
    issues: ["SetReportDetails"],
    parameters: { unit: required(line("STELLE"), "Welche Stelle?") },
    build: ({ unit }) => issue({ type: "SetReportDetails", unit }),
  }),
  commandRow({
    id: "report-body",
    subject: "papiere",
    words: "bericht gremium",
    aliases: ["beratungsfolge", "bericht an"],
    summary: "setzt ein Gremium in die Beratungsfolge des Berichts",
    help: "Mit „am DATUM“, wenn der Tag feststeht, und „zur Kenntnis“, „zur Beratung“ oder „zur Entscheidung“. Mehrere nacheinander ergeben die Beratungsfolge.",
    example: "bericht gremium Jugendhilfeausschuss am 23.03.2028 zur Kenntnis",
    issues: ["SetReportDetails"],
    parameters: {
      role: optional(
        flag("zur Kenntnis|zur Beratung|zur Entscheidung", {
          "zur kenntnis": "zur Kenntnis",
          "zur kenntnisnahme": "zur Kenntnis",
          "zur beratung": "zur Beratung",
          "zur entscheidung": "zur Entscheidung",
        }),
      ),
      date: optional(behind(["am"], day)),
      body: required(line("GREMIUM"), "Welches Gremium?"),
    },
    build: ({ role, date, body }) =>
      issue({
        type: "SetReportDetails",
        forwardTo: { body, role: role ?? "zur Kenntnis", ...(date === undefined ? {} : { date }) },
      }),
  }),
];
