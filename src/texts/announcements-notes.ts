import type { LocalDate } from "../core/kernel/local-date.ts";
import type { Attribution, NoteGrade } from "../core/minutes/events.ts";
import { workshopName } from "./announcements-workshop.ts";
import { dateWithWeekday, numericDate } from "./dates.ts";
import { counted, oblique } from "./names.ts";
import { asSentence } from "./papers-sentences.ts";

/** Grade, as they stand in front of what was noted. */
export const gradeNames: Readonly<Record<NoteGrade, string>> = {
  agreed: "Vereinbart",
  consensus: "Einvernehmlich festgestellt",
  found: "Festgestellt",
  mentioned: "Genannt",
  background: "Grundlage",
};

/** The same inside a sentence. */
export const quietGrades: Readonly<Record<NoteGrade, string>> = {
  agreed: "vereinbart",
  consensus: "einvernehmlich festgestellt",
  found: "festgestellt",
  mentioned: "genannt",
  background: "Vorgeschichte",
};

export const fieldOpened = (heading: string): string => `Bereich: ${heading}`;
export const noted = (grade: NoteGrade, text: string): string => `${gradeNames[grade]}: ${text}`;
/** "Im stationären Bereich mangelt es an: Plätzen; Wohnungen" */
export const notedPoints = (text: string, points: readonly string[]): string =>
  `${text.trim().replace(/:$/u, "")}: ${points.join("; ")}`;
/** `workshop`: its title, if it was entered there and not in a meeting. */
export const notedQuietly = (
  grade: NoteGrade,
  internal: boolean,
  points: number,
  workshop: string | undefined,
): string => {
  const what = internal ? "intern" : quietGrades[grade];
  const terms = points === 0 ? what : `${what}, ${counted(points, "Punkt", "Punkte")}`;
  return workshop === undefined ? `Notiert (${terms}).` : `Notiert beim ${workshopName(workshop)} (${terms}).`;
};

/** "Zitat von Herrn Lindner (Regenbogen): „…“" */
export const spoken = (manner: Attribution["manner"], who: string, text: string): string =>
  manner === "verbatim" ? `Zitat von ${oblique(who)}: „${text}“` : `Vortrag von ${oblique(who)}: ${text}`;

type TaskFacts = {
  readonly task: number;
  readonly text: string;
  readonly owner: string | undefined;
  readonly due: LocalDate | undefined;
  readonly dueText: string | undefined;
};

/**
 * "Aufgabe 3: Übersicht erstellen. Zuständig: Frau Jansen (Kinderschutzbund), bis Montag, 12.06.2023." No owner, no date: none is
 * invented.
 */
export function taskLine({ task, text, owner, due, dueText }: TaskFacts): string {
  const until = due === undefined ? dueText : `bis ${dateWithWeekday(due)}`;
  const terms = [owner === undefined ? undefined : `zuständig: ${owner}`, until].filter((part) => part !== undefined);
  const what = `Aufgabe ${task}: ${asSentence(text)}`;
  return terms.length === 0 ? what : `${what} ${asSentence(terms.join(", "))}`;
}

export const dateAgreed = (title: string, when: string): string => `Vereinbarter Termin: ${title}, ${when}.`;
export const regularDateAgreed = (quarter: number | undefined, when: string): string =>
  quarter === undefined
    ? `Regulärer Sitzungstermin: ${when}.`
    : `Regulärer Sitzungstermin im ${quarter}. Quartal: ${when}.`;
export const forwardingPromised = (to: string, text: string): string => `Wird weitergegeben an ${to}: ${text}`;
export const documentationAnnexed = (workshop: string): string =>
  `Die Dokumentation des Workshops „${workshop}“ geht als Anlage mit dem Bericht.`;
export const attachmentNamed = (title: string): string => `Anlage vorgemerkt: ${title}`;

type ReportFacts = {
  readonly reference: string | undefined;
  readonly date: LocalDate | undefined;
  readonly unit: string | undefined;
  readonly body: string | undefined;
};

export function reportDetailsSet({ reference, date, unit, body }: ReportFacts): string {
  const parts = [
    ...(reference === undefined ? [] : [`Nummer ${reference}`]),
    ...(date === undefined ? [] : [`Datum ${numericDate(date)}`]),
    ...(unit === undefined ? [] : [`Federführung ${unit}`]),
    ...(body === undefined ? [] : [`Beratungsfolge ${body}`]),
  ];
  return `Für den Bericht vorgemerkt: ${parts.join(", ")}.`;
}

export const collectionOpened = (heading: string): string => `Anonyme Sammlung: ${heading}`;
export const collectionHow = (): string =>
  "Schreiben Sie mir im Direktchat: anonym: und Ihren Beitrag. Er wird ohne Ihren Namen verschlossen und erst beim Schließen sichtbar.";
export const collectionLimits = (): string =>
  "Davor schützt es nicht: Ihr Chat-Anbieter sieht, dass Sie mir geschrieben haben, und Ihr eigener Stil kann Sie verraten.";
export const entryGiven = (): string => "Ihr Beitrag liegt verschlossen in der Sammlung, ohne Ihren Namen.";
export const collectionClosed = (heading: string, count: number): string =>
  `Die anonyme Sammlung „${heading}“ ist geschlossen: ${counted(count, "Beitrag", "Beiträge")}.`;
