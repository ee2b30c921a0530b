import type { AnswerPeriod } from "../core/election/events.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted, joined, oblique } from "./names.ts";

export const electionOpened = (title: string, seats: number, secret: boolean): string => {
  const aside = [...(seats === 1 ? [] : [`${seats} Plätze`]), ...(secret ? ["geheim"] : [])];
  return `Wahl eröffnet: ${title}${aside.length === 0 ? "" : ` (${aside.join(", ")})`}.`;
};
export const candidaciesWanted = (): string => "Wer kandidiert? „kandidatur“ für sich, „vorschlag NAME“ für andere.";
export const standingLine = (names: readonly string[]): string =>
  names.length === 0
    ? "Noch kandidiert niemand."
    : `Zur Wahl ${names.length === 1 ? "steht" : "stehen"}: ${names.join(", ")}.`;
export const stands = (person: string, proposedBy: string | undefined): string =>
  proposedBy === undefined ? `${person} kandidiert.` : `${person} ist vorgeschlagen (von ${oblique(proposedBy)}).`;
export const candidacyWithdrawn = (person: string): string => `${person} kandidiert nicht mehr.`;

export const declaredElected = (people: readonly string[], unanimous: boolean | undefined): string => {
  const how = unanimous === undefined ? "" : unanimityWord(unanimous);
  return `Gewählt ${people.length === 1 ? "ist" : "sind"}${how} ${joined(people)}.`;
};
const unanimityWord = (unanimous: boolean): string => (unanimous ? " einstimmig" : " mehrheitlich");

export const declaredByChair = (): string => "Festgestellt von der Sitzungsleitung, ohne Auszählung.";
export const answerAwaited = (people: readonly string[]): string =>
  `Das Amt ist erst mit der Annahme besetzt. Gefragt ${people.length === 1 ? "ist" : "sind"}: ${joined(people)}.`;
export const youAreElected = (title: string): string => `Sie sind gewählt: ${title}. Nehmen Sie die Wahl an?`;
export const accepted = (person: string, title: string): string =>
  `${person} nimmt die Wahl an und hat jetzt das Amt: ${title}.`;
export const declined = (person: string): string => `${person} lehnt die Wahl ab.`;
export const seatsLeft = (seats: number): string => `${counted(seats, "Platz ist", "Plätze sind")} noch offen.`;
export const electionComplete = (title: string): string => `Die Wahl ist abgeschlossen: ${title}.`;
export function contestReceived(title: string, isInTime: boolean, lastDay: LocalDate, source: string): string {
  const last = `letzter Tag: ${dateWithWeekday(lastDay)}, ${source}`;
  return isInTime
    ? `Ihre Anfechtung ist festgehalten: ${title} (${last}). Die Leitung weiß davon.`
    : `Ihre Anfechtung ist festgehalten, aber verspätet: ${title} (${last}). Die Leitung weiß davon.`;
}
export const contestTold = (title: string, who: string, reason: string, isInTime: boolean): string =>
  `${who} ficht die Wahl an${isInTime ? "" : ", nach Ablauf der Frist"}: ${title}. Grund: ${reason}`;
export const contestNext = (): string => "Bis darüber entschieden ist, gilt die Wahl.";
export const electionEnded = (title: string, reason: string): string =>
  `Die Wahl ist beendet: ${title}. Grund: ${reason}`;
export const enBlocObjected = (person: string): string =>
  `${person} widerspricht der Wahl en bloc: Es wird einzeln gewählt.`;
export const enBlocNote = (): string =>
  "Gewählt wird en bloc: eine Stimme für alle gemeinsam. Wer einzeln wählen will, sagt „einzelwahl“.";
export const listSubmitted = (name: string, people: readonly string[]): string =>
  `Liste „${name}“: ${people.join(", ")}. In dieser Reihenfolge gehen die Sitze an die Liste.`;
export const listLabel = (name: string, people: readonly string[]): string => `Liste „${name}“ (${people.join(", ")})`;
export const listName = (name: string): string => `Liste „${name}“`;
export const methodVoted = (tally: string, ruling: string): string =>
  `Anderes Verfahren als d’Hondt: ${tally}. ${ruling}`;
export const methodStays = (source: string): string =>
  `Das war nicht einstimmig; es bleibt bei den Höchstzahlen nach d’Hondt (${source}).`;
export const methodPutAside = (source: string): string =>
  `Das war einstimmig; gewählt werden Personen, die meisten Stimmen entscheiden (${source}).`;
export const leaderNamed = (person: string, title: string): string =>
  `${person} leitet diese Wahl: ${title}. Die Sitzungsleitung bleibt im Übrigen, wie sie ist.`;
export const silenceNames: Readonly<Record<AnswerPeriod["silence"], string>> = {
  accepted: "Annahme",
  declined: "Ablehnung",
};
/** " (bis Freitag, 28.03.2025)" */
export function deadlineText({ lastDay, until }: AnswerPeriod): string {
  if (lastDay !== undefined) return ` (letzter Tag: ${dateWithWeekday(lastDay)})`;
  return until === undefined ? "" : " (Frist in Stunden)";
}
/** Until when the answer is awaited, and what silence means then. */
export const answerDue = (period: AnswerPeriod): string =>
  `Wer jetzt nicht antwortet, hat dafür Zeit${deadlineText(period)}; Schweigen gilt danach als ${silenceNames[period.silence]}.`;
export const silenceTold = (person: string, period: AnswerPeriod["silence"]): string =>
  `${person} hat bis zum Ende der Frist nicht geantwortet; das gilt als ${silenceNames[period]} der Wahl.`;
export const notAccepted = (person: string): string => `${person} hat nicht angenommen und ist damit nicht gewählt.`;
export const lotChance = (chance: number): string =>
  `Gezogene Zahl: ${chance}. Sie ist festgehalten, damit das Los nachvollzogen werden kann.`;
export const lotNext = (): string => "Das Los zieht die Leitung vor Zeugen: „los zeuge NAME“.";
export const roundNext = (): string => "Der nächste Schritt: „wahlgang“.";
