import type { ConflictReason, ConflictRuling } from "../core/rules/conflict-of-interest.ts";
import type { ExcludedVoteRuling } from "../core/rules/excluded-vote.ts";
import type { Absence } from "../core/rules/leaving-the-room.ts";
import { tallyText } from "./rulings.ts";
import { sourceText } from "./rulings-source.ts";

const reasons: Readonly<Record<ConflictReason, string>> = {
  noSuchRule: "In diesem Gremium gibt es keine Befangenheit",
  election: "Bei Wahlen gibt es keine Befangenheit",
  notATransaction: "Befangen macht hier nur ein Rechtsgeschäft oder ein Rechtsstreit mit dem Mitglied",
  generalPlanning: "Allgemeine Planung und Bedarfsfeststellung machen nicht befangen",
  groupOnly: "Wer nur als Teil einer Gruppe berührt ist, ist nicht befangen",
  noRelation: "Ohne Beziehung zur Sache ist niemand befangen",
  party:
    "Wer beteiligt ist, einer beteiligten Person nahesteht, für sie arbeitet oder in ihrem Vorstand sitzt, ist befangen",
  directInterest: "Ein unmittelbarer Vorteil oder Nachteil macht befangen",
  transaction: "Es geht um ein Rechtsgeschäft oder einen Rechtsstreit mit dem Mitglied",
};

/** Ob jemand ausgeschlossen wäre, with the reason and what to do. */
export function conflictSentences(ruling: ConflictRuling): readonly string[] {
  const head = ruling.isExcluded ? "Befangen" : "Nicht befangen";
  return [
    `${head}: ${reasons[ruling.reason]} (${sourceText(ruling)}).`,
    ruling.isExcluded
      ? "Erklären lässt es sich mit „befangen“; im Zweifel entscheidet das Gremium: „befangenheit klären …“."
      : "Nichts ist eingetragen; im Zweifel entscheidet das Gremium: „befangenheit klären …“.",
  ];
}

export const noOpenVoteOf = (seat: string): string =>
  `Eine bekannte Stimme von ${seat} gibt es dazu nicht: keine geschlossene Abstimmung im Chat, oder sie war geheim oder per Handzeichen.`;

/** Ergebnis ohne die Stimme, and what follows for the resolution. */
export function excludedVoteSentence(ruling: ExcludedVoteRuling, seat: string): readonly string[] {
  const without = tallyText(ruling.without.tally);
  const outcome = ruling.without.outcome === "carried" ? "angenommen" : "nicht angenommen";
  const follows =
    ruling.resolution === "void"
      ? `Der Beschluss ist unwirksam: ${ruling.isDecisive ? "Die Stimme hat den Ausschlag gegeben" : "Die Mitwirkung genügt dafür"}`
      : "Der Beschluss bleibt: Die Stimme hat nicht den Ausschlag gegeben";
  return [`Ohne die Stimme von ${seat}: ${without}, ${outcome}.`, `${follows} (${sourceText(ruling)}).`];
}

export const mustLeave = (people: string, several: boolean, source: string): string =>
  `Für Beratung und Abstimmung ${several ? "verlassen" : "verlässt"} ${people} den Raum (${source}).`;

/** Warnung vor der Abstimmung. */
export const stillHere = (people: string, several: boolean, source: string): string =>
  `Achtung: Befangen und noch im Raum oder zugeschaltet ${several ? "sind" : "ist"} ${people}. Bitte vorher hinausgehen (${source}).`;

/** Verlassen des Raums, as the minutes have it: "X verlässt den Raum um 10:10 Uhr, kehrt um 10:40 Uhr zurück". */
export function absenceSentence(person: string, { from, until }: Absence): string {
  const back = until === undefined ? "" : `, kehrt um ${until} Uhr zurück`;
  return `${person} verlässt den Raum um ${from} Uhr${back}`;
}
