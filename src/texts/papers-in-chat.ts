import type { LocalDate } from "../core/kernel/local-date.ts";
import type { MinutesRules } from "../core/rules/rules-voting.ts";
import { numericDate } from "./dates.ts";

type MinutesKind = MinutesRules["kind"]["value"];

/** Die Niederschrift nach der Art, die die GO vorsieht. */
export const minutesTitles = {
  ergebnis: "Ergebnisprotokoll",
  beschluss: "Beschlussprotokoll",
  verlauf: "Verlaufsprotokoll",
} as const satisfies Record<MinutesKind, string>;

const names = {
  agenda: () => "Tagesordnung",
  attendance: () => "Anwesenheitsliste",
  minutes: (kind: MinutesKind) => minutesTitles[kind],
  report: () => "Sitzungsbericht",
  invitation: () => "Einladung",
} as const;

/** Ein Papier ist fertig. */
export function paperReady(
  paper: keyof typeof names,
  audience: "public" | "internal",
  date: LocalDate,
  minutes: MinutesKind,
): readonly string[] {
  if (paper === "invitation")
    return [
      `Entwurf der Einladung zur Sitzung am ${numericDate(date)}.`,
      "Versandt ist er noch nicht; das geschieht mit „einladung senden“.",
    ];
  const kind = audience === "public" ? "öffentliche Fassung" : "interne Fassung, nicht weitergeben";
  return [
    `${names[paper](minutes)} der Sitzung am ${numericDate(date)} (${kind}).`,
    "Bitte vor dem Versand lesen: Es steht nur darin, was eingetragen wurde.",
  ];
}

/** Dokumentation eines Workshops ist fertig. */
export function documentationReady(
  workshop: string,
  as: "paper" | "data",
  audience: "public" | "internal",
  isFinal: boolean,
): readonly string[] {
  const version = audience === "public" ? "öffentliche Fassung, ohne Namen" : "interne Fassung, nicht weitergeben";
  const what = as === "paper" ? "Dokumentation" : "Daten";
  return [
    `${what} des Workshops „${workshop}“ (${version})${isFinal ? "" : ", Zwischenstand"}.`,
    as === "paper"
      ? "Bitte vor dem Versand lesen: Es steht nur darin, was eingetragen wurde."
      : "Die Tabellen öffnet jedes Tabellenprogramm; alles zusammen steht in der JSON-Datei.",
  ];
}

export function internalOnly(): readonly string[] {
  return [
    "Abgelehnt: Die interne Fassung bekommen Sitzungsleitung, Geschäftsführung und Protokollführung.",
    "Die öffentliche Fassung bekommen Sie mit dem Zusatz „öffentlich“.",
  ];
}

export function noDraftForPaper(date: LocalDate): readonly string[] {
  return [
    `Abgelehnt: Für die Sitzung am ${numericDate(date)} gibt es keinen Entwurf der Einladung.`,
    "Den Entwurf macht „einladung entwurf“; was versandt ist, zeigt „einladung“.",
  ];
}

export function draftIsForLeadership(): readonly string[] {
  return [
    "Abgelehnt: Den Entwurf der Einladung lesen Sitzungsleitung, Geschäftsführung und Protokollführung.",
    "Was versandt ist, zeigt „einladung“.",
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
