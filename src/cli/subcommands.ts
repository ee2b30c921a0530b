import type { Terminal } from "./terminal.ts";

/** What a subcommand does; resolves with the exit code. */
export type Run = (args: readonly string[], terminal: Terminal) => Promise<number>;

export type Subcommand = {
  readonly name: string;
  /** Notation of the arguments, empty if there are none. */
  readonly usage: string;
  readonly summary: string;
  /** Loaded when called, so that none pays for the others. */
  load(): Promise<{ readonly run: Run }>;
};

export const subcommands: readonly Subcommand[] = [
  {
    name: "start",
    usage: "",
    summary: "nimmt den Dienst in Matrix und Teams auf; wo keines eingerichtet ist, öffnet es den lokalen Raum",
    load: () => import("./start-command.ts"),
  },
  {
    name: "play",
    usage: "DATEI… [--zeigen]",
    summary: "spielt Gesprächsverläufe und prüft die erwarteten Antworten",
    load: () => import("./play-command.ts"),
  },
  {
    name: "import",
    usage: "DATEI [--ja]",
    summary: "zeigt, was eine Gremiumsdatei ändert, und übernimmt es nach Rückfrage",
    load: () => import("./import-command.ts"),
  },
  {
    name: "check",
    usage: "[DATEI…]",
    summary: "prüft Gremiumsdateien, Geschäftsordnungen und die Vorlagen, ohne etwas zu ändern",
    load: () => import("./check-command.ts"),
  },
  {
    name: "go",
    usage: "check|explain|diff DATEI…",
    summary: "prüft eine Geschäftsordnung auf Widersprüche und offene Lesarten, erklärt sie, vergleicht zwei",
    load: () => import("./go-command.ts"),
  },
  {
    name: "matrix",
    usage: "login [--neue-identitaet]",
    summary: "meldet den Sitzungsdienst bei einem Matrix-Server an und prüft, was dort einzustellen ist",
    load: () => import("./matrix-command.ts"),
  },
  {
    name: "teams-package",
    usage: "[--ordner ORDNER] [--alles-lesen]",
    summary: "baut das App-Paket für Microsoft Teams und prüft es an Microsofts Schema",
    load: () => import("./teams-package-command.ts"),
  },
  {
    name: "code",
    usage: "NAME",
    summary: "gibt einer Person ihren Code zum Anmelden im Chat",
    load: () => import("./code-command.ts"),
  },
  {
    name: "ferien",
    usage: "DATEI.ics",
    summary: "trägt die Schulferien aus einer Kalenderdatei des Landes ein",
    load: () => import("./holidays-command.ts"),
  },
  {
    name: "verify",
    usage: "",
    summary: "prüft die Aufzeichnung: Prüfsummenkette, Ereignisse, offene Urnen",
    load: () => import("./verify-command.ts"),
  },
  {
    name: "status",
    usage: "",
    summary: "zeigt, wo das Gremium steht und was noch zu übermitteln ist",
    load: () => import("./status-command.ts"),
  },
  {
    name: "datum",
    usage: "TEXT [--bezug ISO]",
    summary: "zeigt, wie eine Datumsangabe verstanden wird",
    load: () => import("./date-command.ts"),
  },
];
