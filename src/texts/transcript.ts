import { counted } from "./names.ts";

/** Was beim Spielen eines Gesprächsverlaufs zu sagen ist. */

export const headerMissing = (example: string): string => `Am Anfang fehlt eine Zeile wie »${example}«.`;
export const lineNotUnderstood = (text: string): string =>
  `Diese Zeile verstehe ich nicht: »${text}«. Nachrichten: »[Raum] Name: Text«, Erwartungen eingerückt: »> Text«.`;
export const badClock = (text: string): string =>
  `Diese Zeit verstehe ich nicht: »${text}«. Zum Beispiel: »uhr: 2023-01-27 09:00« oder »uhr: +5 min«.`;
export const expectationWithoutStep = (): string => "Eine Erwartung gehört unter eine Nachricht.";
export const continuationWithoutMessage = (): string =>
  "Eine Fortsetzung mit | gehört direkt unter ihre Nachricht, vor die Erwartungen.";
export const nothingTogether = (): string =>
  "Unter »gleichzeitig:« gehören eingerückt die Nachrichten, danach die Erwartungen.";

export const noSuchSpeaker = (name: string): string => `»${name}« ist im Gremium nicht eindeutig zu finden.`;
export const noSuchRoom = (name: string): string => `Einen Raum »${name}« hat das Gremium nicht.`;
export const noSuchChoice = (number: number): string => `Eine Auswahl ${number} wurde hier nicht angeboten.`;
export const noLetterYet = (address: string): string =>
  `An »${address}« ging noch keine Post, auf die man antworten könnte.`;
export const byMail = (address: string): string => `per Post an ${address}`;
export const subjectIs = (subject: string): string => `Betreff: ${subject}`;
export const attachmentLine = (name: string): string => `Anlage: ${name}`;
export const calendarLine = (name: string): string => `Kalender (${name}):`;
export const timeMissing = (): string => "Diese Zeit gibt es an diesem Tag nicht.";
export const crashed = (detail: string): string => `Das Programm ist mit einem Fehler abgebrochen: ${detail}`;
export const faultCame = (code: string): string => `Die Nachricht wurde nicht gespeichert (${code}).`;

export const failureHead = (file: string, line: number): string => `${file}:${line}`;
export const expectedLine = (where: string, text: string): string => `  erwartet ${where}: ${text}`;
export const forbiddenLine = (where: string, text: string): string => `  verboten ${where}: ${text}`;
export const nothingCame = (): string => "  gekommen ist: nichts";
export const cameHeading = (): string => "  gekommen ist:";
export const whereHere = (): string => "hier";
export const whereAnywhere = (): string => "irgendwo";
export const whereFile = (name: string): string => `in einer Datei »${name}«`;

export const playedFine = (file: string, steps: number, expectations: number): string =>
  `${file}: in Ordnung (${counted(steps, "Schritt", "Schritte")}, ${counted(expectations, "Erwartung", "Erwartungen")})`;
export const playedWrong = (file: string, failures: number): string =>
  `${file}: ${counted(failures, "Abweichung", "Abweichungen")}`;
