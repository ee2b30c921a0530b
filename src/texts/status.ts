import type { Counts } from "../core/ballot/events.ts";
import type { LocalDate } from "../core/kernel/local-date.ts";
import type { ResolutionManner } from "../core/motion/events.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted } from "./names.ts";
import { tallyText } from "./rulings.ts";

export const noMeetingRuns = (): string => "Es läuft keine Sitzung.";
export const nextMeeting = (when: string, place: string | undefined): string =>
  place === undefined ? `Nächste Sitzung: ${when}.` : `Nächste Sitzung: ${when}, ${place}.`;
export const noMeetingPlanned = (): string => "Es ist keine Sitzung geplant.";
export const meetingRuns = (spoken: number, chair: string, isPaused: boolean): string =>
  `${spoken}. Sitzung, Leitung: ${chair}${isPaused ? ", unterbrochen" : ""}.`;
/** In minutes; `gone` since the item was called. */
export type TimeBudget = { readonly minutes: number; readonly gone: number };

/** "TOP 3: Klinik (Zeitbudget 10 min)"; when it is used up "(Zeitbudget 10 min, seit 14 min)". */
export function atItem(place: number, title: string, budget: TimeBudget | undefined): string {
  if (budget === undefined) return `TOP ${place}: ${title}`;
  const gone = budget.gone < budget.minutes ? "" : `, seit ${budget.gone} min`;
  return `TOP ${place}: ${title} (Zeitbudget ${budget.minutes} min${gone})`;
}
export const noItemCalled = (): string => "Es ist kein Punkt aufgerufen.";
export const electionRuns = (title: string, phase: string): string => `Wahl: ${title}, ${phase}.`;
export const collectionRuns = (heading: string): string => `Anonyme Sammlung läuft: ${heading}`;
export const openMotions = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `Offener Antrag: ${numbers[0]}.` : `Offene Anträge: ${numbers.join(", ")}.`;
export const messagesWait = (count: number): string =>
  `${counted(count, "Nachricht wartet", "Nachrichten warten")} auf Zustellung.`;

export const electionPhases: Readonly<Record<"nominating" | "runoff" | "lot" | "accepting" | "ended", string>> = {
  nominating: "Vorschläge werden gesammelt",
  runoff: "Stichwahl steht an",
  lot: "das Los entscheidet",
  accepting: "Annahme steht aus",
  ended: "beendet",
};

export const noAgendaYet = (): string => "Es gibt noch keine Tagesordnung.";
export const agendaHead = (when: string, adopted: boolean): string =>
  `Tagesordnung ${when}${adopted ? "" : " (noch nicht festgestellt)"}`;
export const itemStates: Readonly<Record<"waiting" | "called" | "finished" | "adjourned" | "removed", string>> = {
  waiting: "",
  called: " ← jetzt",
  finished: " ✓",
  adjourned: " (vertagt)",
  removed: " (gestrichen)",
};

export const seatWith = (seat: string, people: string): string => `${seat}: ${people}`;
export const seatMissing = (seat: string, excused: boolean): string => (excused ? `${seat} (entschuldigt)` : seat);
export const presentHead = (): string => "Da sind:";
export const withoutVoteHead = (): string => "Ohne Stimme da:";
export const missingHead = (): string => "Es fehlen:";
export const nobodyThere = (): string => "Noch ist niemand als anwesend eingetragen.";
export const groupsHead = (): string => "Außerdem:";

export const noResolutions = (): string => "Es gibt noch keine Beschlüsse und keine offenen Anträge.";
export const resolutionsHead = (): string => "Beschlüsse:";
export const openMotionsHead = (): string => "Offene Anträge:";
export const openMotionLine = (motion: number, text: string, amendments: number): string =>
  amendments === 0
    ? `Antrag ${motion}: ${text}`
    : `Antrag ${motion}: ${text} (${counted(amendments, "Änderungsantrag", "Änderungsanträge")})`;
type ResolutionFacts = {
  readonly reference: string;
  readonly text: string;
  readonly day: LocalDate | undefined;
  readonly manner: ResolutionManner;
  readonly unanimous: boolean | undefined;
  readonly withAmendments: boolean;
  /** Only where votes were counted. */
  readonly counts: Counts | undefined;
};

/** "2023-1 (Freitag, 27.01.2023; 12 Ja, 4 Nein, 1 Enthaltung; mit Änderungen): GO. Die GO wird beschlossen." */
export function resolutionLine({ reference, text, day, withAmendments, ...how }: ResolutionFacts): string {
  const aside = [
    ...(day === undefined ? [] : [dateWithWeekday(day)]),
    mannerText(how),
    ...(withAmendments ? ["mit Änderungen"] : []),
  ];
  return `${reference} (${aside.join("; ")}): ${text}`;
}

/** "2026-3 (im Umlauf bis Dienstag, 12.05.2026; 5 Ja, 0 Nein, 1 Enthaltung): Fahrtkosten. …" */
export const writtenResolutionLine = (reference: string, text: string, lastDay: LocalDate, counts: Counts): string =>
  `${reference} (im Umlauf bis ${dateWithWeekday(lastDay)}; ${tallyText(counts)}): ${text}`;

function mannerText({ manner, unanimous, counts }: Pick<ResolutionFacts, "manner" | "unanimous" | "counts">): string {
  if (manner === "consensus") return "im Konsens";
  if (counts !== undefined) return tallyText(counts);
  const found = unanimous === undefined ? "" : unanimityNames[unanimous ? "all" : "most"];
  return `${found}ohne Auszählung`;
}

const unanimityNames = { all: "einstimmig, ", most: "mehrheitlich, " } as const;

export const noTasks = (): string => "Es gibt keine Aufgaben.";
export const tasksHead = (): string => "Aufgaben:";
export const andEarlier = (count: number): string => `und ${count} frühere`;
export const noBallotRuns = (): string => "Es läuft keine Abstimmung.";
