import type { PromiseSentence } from "../core/minutes/promise-sentence.ts";
import type { ResolutionSentence } from "../core/minutes/resolution-sentence.ts";
import type { WrongWeekday } from "../core/minutes/weekday-in-text.ts";
import type { CaseDataRuling } from "../core/rules/case-data.ts";
import { weekdayName } from "./dates.ts";
import { counted } from "./names.ts";
import { citationText } from "./rulings-source.ts";

/** Verdacht auf Sozialdaten: what looks so, why it matters, how to say it without. */
export function caseDataHint({ found, anonymized, citation }: CaseDataRuling, isInternal: boolean): readonly string[] {
  return [
    `Achtung: „${found.join("“, „")}“ klingt nach einem Einzelfall. Angaben über einzelne junge Menschen gehören nicht in die Sitzung (${citationText(citation)}).`,
    `Bitte anonymisieren, etwa: „${anonymized ?? "…"}“ ${isInternal ? "Der Eintrag bleibt intern; " : ""}„rückgängig“ streicht ihn.`,
  ];
}

/** Eine Notiz erzählt von einem Beschluss. Counts are repeated only where they were written. */
export function resolutionHint(read: ResolutionSentence): readonly string[] {
  const parts = [
    read.label === undefined ? read.result : `${read.label} ${read.result}`,
    ...(read.eligible === undefined ? [] : [`${counted(read.eligible, "Stimmberechtigte:r", "Stimmberechtigte")}`]),
    read.counts === undefined
      ? "keine Stimmenzahlen genannt"
      : `${read.counts.yes} Ja, ${read.counts.no} Nein, ${counted(read.counts.abstain, "Enthaltung", "Enthaltungen")}`,
    ...(read.attachmentExpected ? ["mit Anlage"] : []),
  ];
  return [
    `Das klingt nach einem Beschluss (${parts.join("; ")}). Eine Notiz ist keiner: Mit „antrag: …“ und „ergebnis 1: angenommen“ kommt er in die Beschlusssammlung.`,
    ...(read.attachmentExpected ? ["Die Anlage merken Sie mit „anlage: …“ vor."] : []),
  ];
}

/** Der Wochentag passt nicht zum Datum. */
export const wrongWeekdayHint = ({ words, actual }: WrongWeekday): string =>
  `Achtung: „${words}“ – dieser Tag ist ein ${weekdayName(actual)}. Bitte prüfen; „rückgängig“ streicht den Eintrag.`;

/** Eine Notiz enthält eine Zusage. */
export function promiseHint({ what, after }: PromiseSentence): readonly string[] {
  const when = after === undefined ? "" : ` Auslöser: ${after}.`;
  return [
    `Das ist eine Zusage ohne Zuständige und ohne Termin.${when} Als Aufgabe: „aufgabe: ${what}“ – wer, bis wann?`,
  ];
}
