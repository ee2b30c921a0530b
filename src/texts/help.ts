/** Hilfe: die Worte um die Befehlstabelle herum. */

export const subjectTitles = {
  allgemein: "Allgemeines",
  sitzung: "Sitzung",
  termine: "Termine und Umfragen",
  einladung: "Einladung und Rückmeldung",
  anwesenheit: "Anwesenheit",
  tagesordnung: "Tagesordnung",
  redeliste: "Redeliste",
  protokoll: "Protokoll und Notizen",
  antrag: "Anträge",
  abstimmung: "Abstimmung",
  wahl: "Wahl",
  umlauf: "Umlaufbeschlüsse",
  workshop: "Workshop",
  ergebnisse: "Ergebnisse und ihr Weg",
  papiere: "Papiere und Bericht",
} as const;

export const helpHead = (): string => "Das können Sie hier tun:";
export const helpNow = (): string => "Jetzt gerade:";
export const helpMore = (): string =>
  "Mehr dazu: „hilfe“ und ein Thema oder ein Befehl, zum Beispiel „hilfe abstimmung“.";
export const helpUnlinked = (): string =>
  "Ich bin das Sekretariat dieses Gremiums. Verbinden Sie zuerst Ihr Konto: im Direktchat „anmelden“ und Ihr Code von der Geschäftsführung.";
export const helpInRoom = (): string =>
  "In einem Raum bitte mit meinem Namen ansprechen; im Direktchat genügt der Befehl.";
export const subjectLine = (title: string, count: number): string => `${title} (${count})`;
export const rowLine = (usage: string, summary: string): string => `${usage} – ${summary}`;
export const exampleIs = (example: string): string => `Beispiel: ${example}`;
export const otherWords = (words: readonly string[]): string => `Geht auch: ${words.join(" · ")}`;
export const whoMayLine = (roles: string): string => `Das darf: ${roles}.`;
export const everybodyMay = (): string => "alle";
export const notForYou = (): string => "Sie selbst dürfen das in Ihrer jetzigen Rolle nicht.";
export const noSuchHelp = (wish: string): string => `Zu „${wish}“ gibt es keine Hilfe. Themen:`;
export const nothingForYou = (): string => "Zu diesem Thema gibt es für Ihre Rolle keine Befehle.";
