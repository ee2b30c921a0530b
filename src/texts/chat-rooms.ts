/** Was der Anschluss an eine Chat-Plattform selbst sagt, whatever platform it is. */
export const greetingAlone = (): string =>
  "Guten Tag, ich bin der Sitzungsdienst. Sind wir uns noch nicht bekannt, schreiben Sie bitte »anmelden« und dahinter Ihren Code von der Geschäftsführung. Was ich kann, sagt »hilfe«.";

/** Bearbeitet, nachdem es gewirkt hat. */
export const editTooLate = (): string =>
  "Bearbeitete Nachrichten lese ich nicht noch einmal: Auf Ihre erste Fassung habe ich schon geantwortet, und dabei bleibt es. Soll etwas anderes gelten, senden Sie es bitte als neue Nachricht.";

export const editedIdea = (): string =>
  "Bearbeitete Nachrichten lese ich nicht noch einmal: Die Idee bleibt, wie sie notiert ist. Ändern können Sie sie mit »idee ändern NUMMER: …«; die Nummern zeigt »meine ideen«.";

export const filesNotRead = (): string =>
  "Dateien lese ich nicht, nur ein Foto zu einer Idee: als Bild, mit »idee: …« als Text dazu. Bitte schreiben Sie mir, worum es geht; »hilfe« zeigt, was ich verstehe.";

export const unexpected = (): string =>
  "Dabei ist bei mir etwas schiefgegangen; Ihre Nachricht hat nichts geändert. Bitte versuchen Sie es noch einmal und sagen Sie der Geschäftsführung Bescheid.";

export const ballotEnded = (): string => "Diese Abstimmung ist beendet.";

/** `platform`: "der Matrix-Server", "Teams". `whom`: a room, or a person. */
export const messageRefused = (platform: string, whom: string): string =>
  `Eine Nachricht an ${whom} hat ${platform} nicht angenommen; dort ist sie nicht zu lesen. Bitte geben Sie weiter, was wichtig ist: Was gilt, sagt »status«, was beschlossen ist, »beschlüsse«.`;

/** Of a room that is gone; empty if nothing waited for it. */
export function undeliverable(messages: number): string {
  if (messages === 0) return "";
  if (messages === 1) return "Eine Nachricht konnte dort nicht mehr zugestellt werden.";
  return `${messages} Nachrichten konnten dort nicht mehr zugestellt werden.`;
}

export const figureLine = (label: string, count: number): string => `${label}: ${count}`;
