/** Was das Programm im Dienst meldet, whatever platforms it serves. */
export const serviceStops = (): string =>
  "Der Sitzungsdienst ist beendet. Was noch zu senden war, folgt beim nächsten Start.";

export const noCommitteeYet = (file: string): string =>
  `Es gibt noch kein Gremium. Bitte zuerst einlesen: npx sitzungsdienst import ${file}`;

export const logLine = (at: string, code: string, detail: string | undefined): string =>
  `${at} ${code}${detail === undefined ? "" : ` ${detail}`}`;

/** Post oder Kalender kann nicht beginnen. */
export const sideFailed = (detail: string): string =>
  `Post oder Kalender lassen sich nicht in Dienst nehmen (${detail}). Alles andere läuft; bitte die Einstellungen prüfen und neu starten.`;
