import type { LocalDate } from "../core/kernel/local-date.ts";
import { numericDate } from "./dates.ts";

const names = {
  agenda: "Tagesordnung",
  attendance: "Anwesenheitsliste",
  minutes: "Ergebnisprotokoll",
  report: "Sitzungsbericht",
} as const;

/** Ein Papier ist fertig. */
export function paperReady(
  paper: keyof typeof names,
  audience: "public" | "internal",
  date: LocalDate,
): readonly string[] {
  const kind = audience === "public" ? "öffentliche Fassung" : "interne Fassung, nicht weitergeben";
  return [
    `${names[paper]} der Sitzung am ${numericDate(date)} (${kind}).`,
    "Bitte vor dem Versand lesen: Es steht nur darin, was eingetragen wurde.",
  ];
}

export function internalOnly(): readonly string[] {
  return [
    "Abgelehnt: Die interne Fassung bekommen Sitzungsleitung, Geschäftsführung und Protokollführung.",
    "Die öffentliche Fassung bekommen Sie mit dem Zusatz „öffentlich“.",
  ];
}

export function noMeetingForPaper(): readonly string[] {
  return [
    "Abgelehnt: Diese Sitzung gibt es nicht.",
    "Papiere entstehen aus einer geplanten, laufenden oder vergangenen Sitzung.",
  ];
}

export function paperFailed(reason: string): readonly string[] {
  return [
    `Das Papier konnte nicht erstellt werden: ${reason}`,
    "An den Einträgen hat sich nichts geändert. Bitte die Vorlage berichtigen und noch einmal versuchen.",
  ];
}
