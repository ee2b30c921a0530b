type Described = { readonly name: string; readonly usage: string; readonly summary: string };

/** Hilfe der Kommandozeile. */
export function commandLineHelp(subcommands: readonly Described[]): readonly string[] {
  const calls = subcommands.map(({ name, usage }) => `${name} ${usage}`.trim());
  const width = Math.max(...calls.map((call) => call.length)) + 2;
  return [
    "Sitzungsdienst: das Chat-Sekretariat einer Arbeitsgemeinschaft nach § 78 SGB VIII",
    "",
    "Aufruf: sitzungsdienst BEFEHL",
    ...subcommands.map(({ summary }, index) => `  ${(calls[index] ?? "").padEnd(width)}${summary}`),
    `  ${"hilfe".padEnd(width)}zeigt diese Übersicht`,
    "",
    "Einstellungen stehen in der Umgebung oder in einer Datei .env, siehe .env.example.",
  ];
}

export function unknownSubcommand(typed: string, meant: string | undefined): string {
  const hint = meant === undefined ? "Alle Befehle zeigt »sitzungsdienst hilfe«." : `Meinten Sie »${meant}«?`;
  return `Den Befehl »${typed}« gibt es nicht. ${hint}`;
}

export function unknownOption(typed: string, usage: string): string {
  return `Die Angabe »${typed}« passt nicht. Aufruf: sitzungsdienst ${usage}`;
}

export function unexpectedError(detail: string): string {
  return `Das hätte nicht geschehen dürfen. Bitte melden Sie es mit dem folgenden Text:\n${detail}`;
}
