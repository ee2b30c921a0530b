import type { Basis, DayCount, Demand, Fraction, Period, Threshold } from "../core/rules/rule-values.ts";
import { counted } from "./names.ts";

/** Kinds of values, as they read inside a sentence. */

const bases: Readonly<Record<Basis, string>> = {
  cast: "der abgegebenen Stimmen (Ja und Nein)",
  castInclAbstain: "der abgegebenen Stimmen einschließlich der Enthaltungen",
  present: "der anwesenden Stimmen",
  members: "aller Stimmen",
};

/** "der abgegebenen Stimmen (Ja und Nein)" */
export const ofWhat = (basis: Basis): string => bases[basis];

/** "zwei Drittel", "die Hälfte", "7/9" */
export function fractionText({ num, den }: Fraction): string {
  return knownFractions[`${num}/${den}`] ?? `${num}/${den}`;
}

const knownFractions: Readonly<Record<string, string>> = {
  "1/2": "die Hälfte",
  "1/3": "ein Drittel",
  "2/3": "zwei Drittel",
  "1/4": "ein Viertel",
  "3/4": "drei Viertel",
  "1/5": "ein Fünftel",
  "1/10": "ein Zehntel",
  "1/20": "ein Zwanzigstel",
};

/** "zwei Drittel der anwesenden Stimmen" */
export function thresholdText(threshold: Threshold): string {
  const of = ofWhat(threshold.basis);
  if (threshold.kind === "simple") return `mehr als die Hälfte ${of}`;
  if (threshold.kind === "unanimity") return `Einstimmigkeit ${of}`;
  return `${threshold.strict === true ? "mehr als" : "mindestens"} ${fractionText(threshold)} ${of}`;
}

/** "ein Sitz", "ein Drittel der anwesenden Sitze" */
export function demandText(demand: Demand): string {
  switch (demand.kind) {
    case "any":
      return "jeder einzelne Sitz";
    case "count":
      return demand.n === 1 ? "ein einzelner Sitz" : `${demand.n} Sitze`;
    case "fraction":
      return `${fractionText(demand)} ${ofSeats(demand.of)}`;
    case "moreThanFraction":
      return `mehr als ${fractionText(demand)} ${ofSeats(demand.of)}`;
    case "never":
      return "niemand";
  }
}

const ofSeats = (of: "present" | "members" = "present"): string =>
  of === "members" ? "aller Sitze" : "der anwesenden Sitze";

const units: Readonly<Record<string, readonly [string, string]>> = {
  D: ["Tag", "Tage"],
  W: ["Woche", "Wochen"],
  M: ["Monat", "Monate"],
  Y: ["Jahr", "Jahre"],
};

/** "14 Tage", "3 Wochen" */
export function periodText(period: Period): string {
  const [one, many] = units[period.at(-1) ?? ""] ?? ["", ""];
  return counted(Number(period.slice(1, -1)), one, many);
}

export const countOfDays = (count: DayCount, n: number): string =>
  count === "clear" ? `${counted(n, "voller Tag", "volle Tage")} liegen dazwischen` : `der ${n}. Tag davor reicht noch`;

/** Words the program knows; any other stands as it was written. */
const knownWords: Readonly<Record<string, string>> = {
  ort: "Ort",
  tag: "Tag",
  beginn: "Beginn",
  ende: "Ende",
  tagesordnung: "Tagesordnung",
  vorsitz: "Vorsitz",
  anwesende: "Anwesende",
  gegenstand: "Gegenstand",
  antraege: "Anträge",
  beschluesse: "Beschlüsse",
  wahlergebnis: "Wahlergebnis",
  unterschrift_vorsitz: "Unterschrift des Vorsitzes",
  unterschrift_protokoll: "Unterschrift der Protokollführung",
  beschlussfaehigkeit: "Beschlussfähigkeit",
  protokollfuehrung: "Protokollführung",
  mitglied: "anwesendes Mitglied",
  leitung: "Sitzungsleitung",
  protokoll: "Protokollführung",
  mitglieder: "Mitglieder",
  stellvertretungen: "Stellvertretungen",
  "jha-vorsitz": "Vorsitz des Jugendhilfeausschusses",
  wahl: "Wahlen",
  "go-aenderung": "Änderungen der GO",
  wahleinspruch: "Einsprüche gegen Wahlen",
};

export const wordsText = (words: readonly string[]): string =>
  words.length === 0 ? "nichts" : words.map(wordText).join(", ");

const wordText = (word: string): string => (Object.hasOwn(knownWords, word) ? (knownWords[word] ?? word) : word);

/** "18:00 Uhr" */
export const clockText = (time: string): string => `${time} Uhr`;
