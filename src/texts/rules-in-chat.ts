import { counted } from "./names.ts";

/** Geltende Geschäftsordnung, the first lines of the answer to »go«. */
export function rulesHead(title: string | undefined, profile: string, own: number): readonly string[] {
  if (title === undefined)
    return [`Eine GO ist nicht eingelesen. Es gilt das Profil »${profile}«: übliche Regeln, nicht das Gesetz.`];
  return [
    `Es gilt: ${title}. ${counted(own, "eigene Regel", "eigene Regeln")}; wo die GO schweigt, das Profil »${profile}«.`,
  ];
}

export const headingsLine = (headings: readonly string[]): string =>
  `Mit »go THEMA« lesen Sie die Regeln dazu. Themen: ${headings.join(", ")}.`;

export const unknownHeading = (typed: string): string => `Zu »${typed}« habe ich keinen Abschnitt gefunden.`;

/** The GO's own rules, where it has any. */
export const ownRulesHead = (): string => "Was Ihre GO selbst sagt:";
export const andMoreRules = (count: number): string => `… und ${counted(count, "weitere", "weitere")}, nach Themen.`;
