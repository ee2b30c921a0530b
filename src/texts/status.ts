import type { LocalDate } from "../core/kernel/local-date.ts";
import { dateWithWeekday } from "./dates.ts";
import { counted } from "./names.ts";

export const noMeetingRuns = (): string => "Es läuft keine Sitzung.";
export const nextMeeting = (when: string, place: string | undefined): string =>
  place === undefined ? `Nächste Sitzung: ${when}.` : `Nächste Sitzung: ${when}, ${place}.`;
export const noMeetingPlanned = (): string => "Es ist keine Sitzung geplant.";
export const meetingRuns = (spoken: number, chair: string, isPaused: boolean): string =>
  `${spoken}. Sitzung, Leitung: ${chair}${isPaused ? ", unterbrochen" : ""}.`;
export const atItem = (place: number, title: string): string => `TOP ${place}: ${title}`;
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
export const resolutionLine = (reference: string, text: string, day: LocalDate | undefined): string =>
  day === undefined ? `${reference}: ${text}` : `${reference} (${dateWithWeekday(day)}): ${text}`;

export const noTasks = (): string => "Es gibt keine Aufgaben.";
export const tasksHead = (): string => "Aufgaben:";
export const andEarlier = (count: number): string => `und ${count} frühere`;
export const noBallotRuns = (): string => "Es läuft keine Abstimmung.";
