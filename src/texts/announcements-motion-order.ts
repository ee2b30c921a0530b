import { joined } from "./names.ts";

/** "Ä1 hat die Reichweite 10." */
export function reachSet(amendment: number, reach: number | undefined, reason: string | undefined): string {
  const why = reason === undefined ? "" : ` Begründung: ${reason}`;
  return reach === undefined
    ? `Wie weit Ä${amendment} geht, lässt sich nicht sagen.${why}`
    : `Ä${amendment} hat die Reichweite ${reach}.${why}`;
}

export const foundEssential = (amendment: number): string =>
  `Ä${amendment} ist als wesentliche Änderung eingetragen und braucht eine eigene Mehrheit.`;

export const amendmentSettled = (amendment: number, by: number): string =>
  `Änderungsantrag Ä${amendment} ist ohne Abstimmung erledigt, weil Ä${by} angenommen ist.`;

export const motionDivided = (motion: number, into: readonly number[]): string =>
  `Antrag ${motion} ist geteilt; abgestimmt wird über die Anträge ${joined(into.map(String))}.`;

type OrderLine = { readonly amendment: number; readonly reach: number | null | undefined; readonly text: string };

export const orderHead = (motion: number): string => `Reihenfolge zu Antrag ${motion}:`;

export function orderLine({ amendment, reach, text }: OrderLine): string {
  if (reach === undefined) return `Ä${amendment}: ${text}`;
  return `Ä${amendment} (${reach === null ? "Reichweite offen" : `Reichweite ${reach}`}): ${text}`;
}

export const mainLast = (motion: number, text: string): string => `Antrag ${motion}: ${text}`;

/** What the order rests on, and what stays to be put in order by the chair. */
export function orderReason(
  rule: string,
  undetermined: readonly (readonly number[])[],
  byChair: boolean,
  source: string,
): string {
  const open = undetermined.map((group) => joined(group.map((one) => `Ä${one}`))).join("; ");
  const rest =
    undetermined.length === 0
      ? ""
      : ` ${open}: ${byChair ? "hier entscheidet die Sitzungsleitung" : "hier gilt die Reihenfolge der Antragstellung"}.`;
  return `${rule} (${source}).${rest}`;
}

export const orderRules = {
  farthestFirst: "Änderungsanträge vor dem Hauptantrag, der weitestgehende zuerst",
  submissionOrder: "Änderungsanträge vor dem Hauptantrag, in der Reihenfolge der Antragstellung",
  alternative: "Änderungsanträge vor dem Hauptantrag; unter Alternativen entscheidet die Vorabstimmung",
  runoff2: "Änderungsanträge vor dem Hauptantrag; unter Alternativen die Vorabstimmung und der Stichentscheid",
} as const;

export const noMotionOpen = (): string => "Es ist kein Antrag offen.";

type Counted = { readonly motion: number; readonly votes: number };

/** "Vorabstimmung: Antrag 1: 8, Antrag 2: 6." */
export function alternativesRanked(preference: readonly Counted[], runoff: readonly Counted[] | undefined): string {
  const counts = (runoff ?? preference).map(({ motion, votes }) => `Antrag ${motion}: ${votes}`).join(", ");
  return `${runoff === undefined ? "Vorabstimmung" : "Stichentscheid"}: ${counts}.`;
}

export const alternativeNext = (next: number): string => `Als Nächstes wird über Antrag ${next} abgestimmt.`;
export const runoffNext = (): string =>
  "Keiner hat mehr als die Hälfte: Es folgt der Stichentscheid der beiden stärksten.";
export const noneChosen = (): string => "Stimmengleichheit: Keiner der Anträge ist ausgewählt.";
export const motionSettled = (motion: number, by: number): string =>
  `Antrag ${motion} ist ohne Abstimmung erledigt, weil Antrag ${by} angenommen ist.`;
