import { counted, joined } from "./names.ts";
import { excerpt } from "./prompts.ts";

export type WeightingFacts = {
  readonly weighting: number;
  readonly over: "ideas" | "groups";
  readonly targets: number;
  readonly budget: number;
  readonly per: "person" | "seat";
  readonly several: boolean;
  readonly mode: "open" | "secret";
};

const points = (count: number): string => counted(count, "Punkt", "Punkte");

/** "3 Punkte je Träger, über 4 Gruppen, geheim" */
export function weightingTerms({ budget, per, over, targets, mode, several }: WeightingFacts): string {
  const things = over === "ideas" ? counted(targets, "Idee", "Ideen") : counted(targets, "Gruppe", "Gruppen");
  const each = over === "ideas" ? "Idee" : "Gruppe";
  return [
    `${points(budget)} je ${per === "seat" ? "Träger" : "Person"}`,
    `über ${things}`,
    ...(several || budget === 1 ? [] : [`höchstens einer je ${each}`]),
    ...(mode === "secret" ? ["geheim"] : []),
  ].join(", ");
}

export const weightingOpened = (facts: WeightingFacts): string =>
  `Gewichtung ${facts.weighting} eröffnet: ${weightingTerms(facts)}.`;
export const weightingRuns = (facts: WeightingFacts): string =>
  `Gewichtung ${facts.weighting} läuft: ${weightingTerms(facts)}.`;
export const targetsStay = (): string =>
  "Zur Wahl steht, was jetzt da ist; was dazukommt, erst in der nächsten Gewichtung.";

/** "Gruppe 2 „Personal“" */
export const targetName = (kind: "idea" | "group", number: number, words: string): string =>
  `${kind === "idea" ? "Idee" : "Gruppe"} ${number} „${excerpt(words)}“`;
export const further = (more: number): string => `${more} weitere`;
export const furtherTargets = (more: number): string => `… und ${further(more)}`;

export const howToPlace = (several: boolean): string =>
  several
    ? "Schreiben Sie „punkte“ und die Nummern, zum Beispiel „punkte 3 5 5“ für zwei Punkte auf 5. Bis zum Schluss können Sie ändern."
    : "Schreiben Sie „punkte“ und die Nummern, zum Beispiel „punkte 3 5“. Bis zum Schluss können Sie ändern.";
export const howToPlaceSecretly = (several: boolean): string =>
  `Schreiben Sie mir allein, im Direktchat: „punkte“ und die Nummern, zum Beispiel „punkte 3 5${several ? " 5" : ""}“. Alle Punkte in einer Zeile: Danach liegen sie verschlossen und lassen sich nicht mehr ändern.`;
export const firstOfSeatCounts = (): string => "Je Träger gilt, wer zuerst punktet.";

export const placeLabel = (): string => "Punkte geben";
export const dotLabel = (target: string): string => `Punkt auf ${target}`;
export const closeLabel = (): string => "Gewichtung schließen";

export type NamedDots = { readonly target: string; readonly dots: number };

/** "1 auf Gruppe 3 „Personal“, 2 auf Gruppe 5 „Räume“" */
const dotsText = (all: readonly NamedDots[]): string =>
  all.map(({ target, dots }) => `${dots} auf ${target}`).join(", ");

export const dotsPlaced = (all: readonly NamedDots[], seat: string | undefined): string =>
  `Punkte notiert${forSeat(seat)}: ${dotsText(all)}.`;
export const dotsLeft = (left: number): string =>
  left === 0 ? "Alle Punkte sind vergeben. Ändern geht mit „punkte“ und den Nummern." : `Noch frei: ${points(left)}.`;
export const secretDotsPlaced = (seat: string | undefined): string =>
  `Ihre Punkte${forSeat(seat)} liegen verschlossen; ändern lässt sich das nicht mehr.`;
const forSeat = (seat: string | undefined): string => (seat === undefined ? "" : ` für ${seat}`);

export const ownDots = (all: readonly NamedDots[], seat: string | undefined): string =>
  `Ihre Punkte${forSeat(seat)}: ${dotsText(all)}.`;
export const noDotsYet = (budget: number): string => `Sie haben noch ${points(budget)}.`;
export const seatPlacedBy = (person: string): string => `Für Ihren Träger hat ${person} schon gepunktet.`;
export const placedSecretly = (): string => "Ihre Punkte liegen verschlossen.";
export const withoutDots = (): string => "Gepunktet wird hier je Träger; Sie punkten nicht mit.";

export const dotTurnout = (voters: number, seats: number | undefined): string =>
  seats === undefined
    ? `Gepunktet ${voters === 1 ? "hat bisher 1 Person" : `haben bisher ${voters} Personen`}.`
    : `Gepunktet haben bisher ${voters} von ${seats} Trägern.`;
export const dotTurnoutHidden = (least: number): string =>
  `Wie viele schon gepunktet haben, nenne ich bei geheimer Gewichtung erst ab ${least}.`;
export const noInterimResult = (): string => "Zwischenstände gibt es nicht, damit niemand sich danach richtet.";

export const weightingClosed = (weighting: number, voters: number, dots: number, per: "person" | "seat"): string => {
  if (voters === 0) return `Gewichtung ${weighting} ist geschlossen. Niemand hat Punkte gegeben.`;
  const who = per === "seat" ? counted(voters, "Träger", "Träger") : counted(voters, "Person", "Personen");
  return `Gewichtung ${weighting} ist geschlossen: ${who} ${voters === 1 ? "hat" : "haben"} ${points(dots)} gegeben.`;
};
export const isOver = (weighting: number): string => `Gewichtung ${weighting} ist geschlossen.`;

/** "1. Platz: Gruppe 2 „Personal“, 9 Punkte"; "2. bis 3. Platz gleichauf: a und b, je 4 Punkte" */
export const placeLine = (from: number, to: number, targets: readonly string[], dots: number): string =>
  from === to
    ? `${from}. Platz: ${joined(targets)}, ${points(dots)}`
    : `${from}. bis ${to}. Platz gleichauf: ${joined(targets)}, je ${points(dots)}`;
export const noDotsFor = (targets: readonly string[]): string => `Ohne Punkte: ${joined(targets)}.`;
export const changedSince = (targets: readonly string[]): string =>
  `Inzwischen zurückgezogen oder zusammengelegt: ${joined(targets)}. Die Punkte bleiben stehen.`;
export const fewSecretDots = (): string => "Bei so wenigen ist erkennbar, wie einzelne gepunktet haben.";
export const opinionOnly = (): string => "Die Gewichtung ist ein Meinungsbild, kein Beschluss.";
export const figuresTitle = (weighting: number): string => `Gewichtung ${weighting}`;

export const weightingCancelled = (weighting: number, reason: string): string =>
  `Gewichtung ${weighting} ist abgebrochen: ${reason}`;
export const weightingWasCancelled = (weighting: number): string =>
  `Gewichtung ${weighting} ist abgebrochen; nichts davon zählt.`;
export const secretDotsGone = (): string => "Was verschlossen lag, ist ungeöffnet vernichtet.";

export const noWeightings = (): string => "Es gab noch keine Gewichtung.";
export const noSuchWeighting = (weighting: number): string => `Eine Gewichtung ${weighting} gibt es nicht.`;

export const noDotLine = (typed: string): string =>
  `„${excerpt(typed)}“ sind keine Punkte. Zum Beispiel: „punkte 3 5 5“ oder „punkte 3: 1, 5: 2“.`;
