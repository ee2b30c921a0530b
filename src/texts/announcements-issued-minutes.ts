import type { LocalDate } from "../core/kernel/local-date.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { joined, oblique } from "./names.ts";
import { asSentence } from "./papers-sentences.ts";
import { wordsText } from "./rules-explained-values.ts";

/** "Protokoll vom 27.01.2023": every minutes are called by the day of their meeting. */
const minutesOf = (date: LocalDate): string => `Protokoll vom ${numericDate(date)}`;

export const minutesSent = (date: LocalDate, on: LocalDate): string =>
  `${minutesOf(date)}: verschickt am ${dateWithWeekday(on)}.`;
export const howToObject = (needsReason: boolean): string =>
  needsReason
    ? "Einwenden: „einwendung: was falsch ist. Begründung: warum“."
    : "Einwenden: „einwendung: was falsch ist und wie es richtig heißt“.";
export const distributionLine = (receivers: readonly string[]): string =>
  receivers.length === 0 ? "" : `Verteiler: ${wordsText(receivers)}.`;

export const minutesSigned = (date: LocalDate, who: string, role: string): string =>
  `${minutesOf(date)}: ${who} hat unterschrieben (${wordsText([role])}).`;
export const signaturesMissing = (roles: readonly string[]): string =>
  roles.length === 0 ? "" : `Es fehlt noch: ${wordsText(roles)}.`;

export type ObjectionFacts = {
  readonly objection: number;
  readonly date: LocalDate;
  readonly who: string;
  readonly text: string;
  readonly reason: string | undefined;
};

export const objectionTold = ({ objection, date, who, text, reason }: ObjectionFacts): string =>
  `Einwendung ${objection} gegen das ${minutesOf(date)}, von ${oblique(who)}: ${asSentence(text)}${
    reason === undefined ? "" : ` Begründung: ${asSentence(reason)}`
  }`;
export const objectionReceived = (objection: number, date: LocalDate, isInTime: boolean): string => {
  const next = isInTime ? " Die Leitung weiß davon; eine spätere Sitzung befindet darüber." : "";
  return `Ihre Einwendung ist festgehalten: Einwendung ${objection} gegen das ${minutesOf(date)}.${next}`;
};
export const objectionLate = (lastDay: LocalDate): string =>
  `Sie kam nach Ablauf der Frist (${dateWithWeekday(lastDay)}): Sie bleibt beim Protokoll, wird aber nicht berücksichtigt.`;
export const howToSettle = (objection: number): string =>
  `In der nächsten Sitzung: „einwendung ${objection} berücksichtigt: neuer Wortlaut“ oder „einwendung ${objection} zurückgewiesen“.`;

export function objectionSettled(objection: number, isAccepted: boolean, text: string | undefined): string {
  if (!isAccepted) return `Einwendung ${objection} ist zurückgewiesen.`;
  const wording = text === undefined ? "" : ` Neuer Wortlaut: ${asSentence(text)}`;
  return `Einwendung ${objection} ist berücksichtigt.${wording}`;
}

export const minutesApproved = (date: LocalDate, on: LocalDate, manner: string): string =>
  `${minutesOf(date)}: genehmigt am ${numericDate(on)} (${manner}).`;
export const minutesLocked = (): string => "Daran wird nichts mehr geändert.";

export const draftStands = (date: LocalDate, draftDue: LocalDate): string =>
  `${minutesOf(date)}: Entwurf, zu verschicken bis ${dateWithWeekday(draftDue)}.`;
export function sentStands(date: LocalDate, on: LocalDate, lastDay: LocalDate, open: readonly number[]): string {
  const objections = open.length === 0 ? "" : `, offen: ${joined(open.map((one) => `Einwendung ${one}`))}`;
  return `${minutesOf(date)}: verschickt am ${numericDate(on)}, Einwendungen bis ${dateWithWeekday(lastDay)}${objections}.`;
}
