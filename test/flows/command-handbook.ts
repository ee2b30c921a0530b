import type { CommandRow } from "../../src/flows/command-table/command-row.ts";
import { commandTable } from "../../src/flows/command-table/command-table.ts";
import { rolesText } from "../../src/flows/help.ts";
import { subjectTitles } from "../../src/texts/help.ts";

/** Befehlsverzeichnis für das Handbuch, as Markdown: generated from the command table, never edited by hand. */
export function commandHandbook(): string {
  const chapters = Object.entries(subjectTitles).map(([subject, title]) => {
    const rows = commandTable.filter((row) => row.subject === subject);
    return [`## ${title}`, ...rows.map(entryOf)].join("\n\n");
  });
  return `${[introduction, ...chapters].join("\n\n")}\n`;
}

const introduction = [
  "# Befehle",
  "",
  "Dieses Verzeichnis entsteht aus der Befehlstabelle des Programms. Änderungen von Hand gehen verloren.",
  "",
  "Im Direktchat genügt der Befehl; in einem Raum sprechen Sie das Sekretariat vorher an. Groß- und Kleinschreibung",
  "sind gleich, Umlaute dürfen ausgeschrieben sein. Großbuchstaben stehen für Ihre Angaben, Angaben in eckigen Klammern",
  "können fehlen. Fehlt etwas anderes, fragt das Sekretariat nach; „abbrechen“ beendet die Rückfrage.",
].join("\n");

function entryOf(row: CommandRow): string {
  const aliases = row.aliases.map((alias) =>
    alias.replace("…", "NAME").replace("#,#", "NUMMERN").replaceAll("#", "NUMMER"),
  );
  return [
    `### ${escaped(row.words)}`,
    "",
    `\`${row.usage}\``,
    "",
    `${capital(escaped(row.summary))}. ${escaped(row.help)}`,
    "",
    `- Beispiel: \`${row.example}\``,
    ...(aliases.length === 0 ? [] : [`- Geht auch: ${escaped(aliases.join(", "))}`]),
    `- Das darf: ${rolesText(row)}`,
    ...(row.directOnly ? ["- Nur im Direktchat"] : []),
  ].join("\n");
}

const escaped = (text: string): string => text.replace(/[*_<>[\]\\]/g, "\\$&");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
