import type { LocalDate } from "../core/kernel/local-date.ts";
import type { WrittenChoice, WrittenReminder } from "../core/written-procedure/events.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted } from "./names.ts";

/** "Umlaufbeschluss 1 „Fahrtkosten“" */
export const procedureName = (procedure: number, title: string | undefined): string =>
  title === undefined ? `Umlaufbeschluss ${procedure}` : `Umlaufbeschluss ${procedure} „${title}“`;

export const procedureStarted = (name: string, lastDay: LocalDate): string =>
  `${name}: Abstimmung ohne Sitzung bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const urgencyLine = (reason: string): string => `Grund der Eile: ${reason}`;
export const shiftedLine = (from: LocalDate, source: string): string =>
  `Der genannte letzte Tag, ${dateWithWeekday(from)}, ist kein Werktag; die Frist endet mit dem nächsten (${source}).`;
export const outOfLimits = (days: string): string => `Hinweis: ${days}. Es ist eine Soll-Vorschrift.`;
export const howToVoteWritten = (procedure: number): string =>
  `Stimmen Sie mit „umlauf ${procedure} ja“, „umlauf ${procedure} nein“ oder „umlauf ${procedure} enthaltung“. Es zählt eine Stimme je Träger, offen. Wer nicht ohne Sitzung entscheiden will: „umlauf ${procedure} widerspruch: Grund“.`;
export const silenceIsNothing = (source: string): string => `Schweigen ist keine Zustimmung (${source}).`;
export const silenceIsConsent = (source: string): string =>
  `Achtung, Schweigen gilt hier als Zustimmung: Wer sich bis zum Ende nicht äußert, zählt als Ja. Ein Nein gilt zugleich als Widerspruch (${source}).`;

export const notReached = (seats: string): string =>
  `Ohne verbundenes Konto und deshalb nicht persönlich erreicht: ${seats}.`;
export const deliverOtherwise = (procedure: number): string =>
  `Bitte den Wortlaut auf anderem Weg zustellen und eintragen: „umlauf ${procedure} zugestellt TRÄGER“. Sonst ist der Umlauf unwirksam, wo die Geschäftsordnung Zustellung an alle verlangt.`;
export const deliveryRecorded = (seat: string, left: number): string =>
  left === 0
    ? `Zustellung an ${seat} ist eingetragen. Jetzt haben alle den Wortlaut.`
    : `Zustellung an ${seat} ist eingetragen. Es ${left === 1 ? "fehlt noch 1 Sitz" : `fehlen noch ${left} Sitze`}.`;

const choiceNames: Readonly<Record<WrittenChoice, string>> = { yes: "Ja", no: "Nein", abstain: "Enthaltung" };

export const writtenVoteSaid = (name: string, seat: string, choice: WrittenChoice): string =>
  `${name}: Ihre Stimme für ${seat} ist ${choiceNames[choice]}.`;
export const writtenVoteChanged = (name: string, seat: string, choice: WrittenChoice, before: WrittenChoice): string =>
  `${name}: Ihre Stimme für ${seat} ist geändert: ${choiceNames[choice]} statt ${choiceNames[before]}.`;
export const changeUntil = (lastDay: LocalDate): string =>
  `Bis ${dateWithWeekday(lastDay)}, 24 Uhr, können Sie sie ändern.`;
export const replacesSubstitute = (person: string, before: WrittenChoice, source: string): string =>
  `Sie gilt anstelle der Stimme Ihrer Stellvertretung (${person}: ${choiceNames[before]}; ${source}).`;
export const replacedByMember = (name: string, seat: string, person: string, source: string): string =>
  `${name}: Für ${seat} hat jetzt das Mitglied selbst abgestimmt (${person}). Ihre Stimme zählt nicht mehr (${source}).`;

export const objectionRaised = (name: string, seat: string, reason: string | undefined): string =>
  reason === undefined
    ? `${name}: ${seat} widerspricht dem Umlaufverfahren.`
    : `${name}: ${seat} widerspricht dem Umlaufverfahren: ${reason}`;
export const objectionWithdrawn = (name: string, seat: string): string =>
  `${name}: ${seat} hat den Widerspruch zurückgenommen.`;
export const writtenConflict = (name: string, seat: string, declared: boolean): string =>
  declared
    ? `${name}: ${seat} ist befangen, ohne Stimme und nicht in der Grundmenge.`
    : `${name}: ${seat} stimmt wieder mit.`;

export const reminderLine = (name: string, lastDay: LocalDate, reminder: WrittenReminder): string =>
  reminder === "dayBefore"
    ? `Erinnerung: ${name} endet am ${dateWithWeekday(lastDay)}, 24 Uhr.`
    : `Erinnerung: ${name} läuft bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const nothingYet = (seat: string): string => `Für ${seat} hat sich noch niemand geäußert.`;

export const procedureWithdrawn = (name: string, reason: string): string =>
  `${name} ist zurückgezogen und hat kein Ergebnis: ${reason}`;

const outcomeNames = {
  carried: "ist beschlossen",
  rejected: "ist abgelehnt",
  noResult: "ist ergebnislos",
  void: "ist nicht zustande gekommen",
} as const;

/** "Umlaufbeschluss 1 ist beschlossen. Beschluss 2026-3." */
export const procedureClosed = (
  name: string,
  { outcome, reference, early }: { outcome: keyof typeof outcomeNames; reference?: string; early: boolean },
): string => {
  const number = reference === undefined ? "" : ` Beschluss ${reference}.`;
  const before = early ? " vor Ablauf der Frist" : "";
  return `${name} ${outcomeNames[outcome]}${before}.${number}`;
};
export const intoNextMeeting = (): string =>
  "Die Sache kommt in die nächste Sitzung, wenn sie dort vorgeschlagen wird.";
export const wordingIs = (text: string): string => `Wortlaut: ${text}`;

export const noProcedures = (): string => "Es läuft kein Umlaufbeschluss, und es gab noch keinen.";
export const runningProcedures = (): string => "Laufende Umlaufbeschlüsse:";
export const pastProcedures = (): string => "Beendet:";
export const runsUntil = (name: string, lastDay: LocalDate): string =>
  `${name} läuft bis ${dateWithWeekday(lastDay)}, 24 Uhr.`;
export const turnoutWritten = (voted: number, entitled: number): string =>
  `Geäußert haben sich ${voted} von ${counted(entitled, "Sitz", "Sitzen")}.`;
export const stillMissing = (seats: string): string => `Es fehlen: ${seats}.`;
export const objectionsSoFar = (seats: string): string => `Widersprochen haben: ${seats}.`;
export const settledSoFar = (carried: boolean, lastDay: LocalDate): string =>
  `Nach den Stimmen steht das Ergebnis fest (${carried ? "angenommen" : "nicht angenommen"}); endgültig ist es erst mit dem Ende der Frist am ${dateWithWeekday(lastDay)}.`;
export const procedureLine = (procedure: number, text: string, result: string): string =>
  `${procedure}: ${text} (${result})`;
export const outcomeWord = {
  carried: "beschlossen",
  rejected: "abgelehnt",
  noResult: "ergebnislos",
  void: "nicht zustande gekommen",
} as const;
export const withdrawnWord = (): string => "zurückgezogen";

export const noSecretWritten = (): string =>
  "Geheim geht im Umlauf nicht: Die Stimmen kommen über Tage einzeln an, und wer Widerspruch oder Stellvertretung prüft, muss wissen, welcher Sitz wie gestimmt hat. Geheim abgestimmt wird in der Sitzung.";
export const whichProcedure = (): string => "Welcher Umlaufbeschluss ist gemeint?";
export const noProcedureNumber = (typed: string): string => `„${typed}“ ist keine Nummer eines Umlaufbeschlusses.`;
export const noProcedureOpen = (): string => "Es läuft kein Umlaufbeschluss.";
export const meantProcedure = (): string =>
  "Es läuft keine Abstimmung in der Sitzung. Meinen Sie einen Umlaufbeschluss?";
