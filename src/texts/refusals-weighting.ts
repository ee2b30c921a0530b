import type { WeightingRefusal } from "../core/committee/refusal-workshop.ts";
import { counted, joined } from "./names.ts";
import { type Sentences, said } from "./refusal-text.ts";

const MOST_NUMBERS = 20;

const statusWords = { closed: "ist schon geschlossen", cancelled: "ist abgebrochen" } as const;

/** Ablehnungen rund um die Gewichtung. */
export const weightingRefusals: Sentences<WeightingRefusal["code"]> = {
  NoWeightingOpen: () =>
    said(
      "Es läuft keine Gewichtung.",
      "Die Moderation kann eine eröffnen: „gewichtung“ und die Zahl der Punkte.",
      "gewichtung",
    ),
  WeightingIs: ({ weighting, status }) =>
    said(
      `Gewichtung ${weighting} ${statusWords[status]}.`,
      "Wie sie ausging, zeigt der Stand.",
      `gewichtung ${weighting}`,
    ),
  NothingToWeigh: ({ over }) =>
    over === "ideas"
      ? said("Es gibt noch keine Ideen, über die gepunktet werden kann.", "Sammeln Sie zuerst Ideen.")
      : said(
          "Es gibt noch keine Gruppe mit Ideen.",
          "Bilden Sie zuerst Gruppen, oder punkten Sie über Ideen: „über ideen“.",
        ),
  BudgetWrong: ({ most }) =>
    said(`Möglich sind 1 bis ${most} Punkte.`, "Nennen Sie eine Zahl, zum Beispiel „gewichtung 3 punkte“."),
  DotsUnreadable: () => said("Punkte sind ganze Zahlen ab 1.", "Zum Beispiel „punkte 3 5 5“ oder „punkte 3: 1, 5: 2“."),
  DotsOverBudget: ({ placed, budget }) =>
    said(
      `Das sind ${counted(placed, "Punkt", "Punkte")}, Sie haben ${budget}.`,
      "Es ändert sich nichts. Schreiben Sie „punkte“ und höchstens so viele Nummern.",
      "gewichtung",
    ),
  OneDotEach: () =>
    said(
      "In dieser Gewichtung geht höchstens ein Punkt auf dasselbe Ziel.",
      "Es ändert sich nichts. Verteilen Sie die Punkte auf verschiedene Nummern.",
      "gewichtung",
    ),
  UnknownDotTarget: ({ over, number, targets }) =>
    said(
      `${over === "ideas" ? "Idee" : "Gruppe"} ${number} steht nicht zur Wahl.`,
      targets.length === 0 ? "Es gibt noch nichts, worüber gepunktet werden kann." : `Möglich: ${numbers(targets)}.`,
      "gewichtung",
    ),
  DotsOnlyInPrivate: () =>
    said(
      "Diese Gewichtung ist geheim. Was Sie hier geschrieben haben, zählt nicht.",
      "Schreiben Sie mir die Punkte allein, im Direktchat.",
    ),
  SecretDotsTogether: ({ budget }) =>
    said(
      `Geheim gehen alle ${counted(budget, "Punkt", "Punkte")} in eine Zeile; danach liegen sie verschlossen.`,
      "Zum Beispiel „punkte 3 5 5“. Es ist noch nichts vergeben.",
    ),
  DotsPlacedAlready: ({ by, seat, mode }, names) =>
    said(
      seat === undefined
        ? "Ihre Punkte liegen schon verschlossen."
        : `Für ${names.seat(seat)} hat ${names.person(by)} schon gepunktet.`,
      mode === "secret"
        ? "Geheime Punkte lassen sich nicht mehr ändern."
        : `Je Träger gilt, wer zuerst punktet; ändern kann es ${names.person(by)}.`,
    ),
  DotsUnchanged: () => said("Diese Punkte stehen schon genau so.", "Es ändert sich nichts.", "gewichtung"),
  NoDotsForYou: ({ person }, names) =>
    said(
      `In dieser Gewichtung punkten die Träger; ${names.person(person)} hat keinen Sitz.`,
      "Kommentieren und unterstützen können Sie jede Idee.",
    ),
};

function numbers(all: readonly number[]): string {
  const shown = all.slice(0, MOST_NUMBERS).map(String);
  return all.length > MOST_NUMBERS
    ? `${shown.join(", ")} und ${all.length - MOST_NUMBERS} weitere`
    : joined(shown, "oder");
}
