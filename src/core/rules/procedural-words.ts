import { foldGerman } from "../kernel/fold-german.ts";
import type { ProceduralKind } from "./rules-meeting.ts";

/** How people call the procedural motions, compared in folded spelling; the special before the general. */
const namings: readonly (readonly [ProceduralKind, RegExp])[] = [
  ["appeal", /anfecht/],
  ["newChair", /(neuwahl|wechsel) der (sitzungs)?leitung|(andere|neue) sitzungsleitung/],
  ["reopenList", /wiedereroeffn|redeliste (wieder )?(er)?oeffnen/],
  ["closeList", /schluss der (redeliste|rednerliste|wortmeldung)|(redeliste|rednerliste) schliessen/],
  [
    "closeDebate",
    /(schluss|ende|beendigung) der (debatte|aussprache|beratung|diskussion)|sofortige abstimmung|(debatte|aussprache) (beenden|schliessen)/,
  ],
  [
    "adjournMeeting",
    /(vertagung|schluss|ende|beendigung|abbruch) der (sitzung|versammlung)|sitzung (vertagen|beenden|schliessen)/,
  ],
  ["limitTime", /redezeit|zeitgrenze|zeitbegrenzung/],
  ["nonConsideration", /nichtbefassung|nicht befassen|uebergang zur tagesordnung/],
  ["refer", /ueberweis|verweisung/],
  ["interrupt", /unterbrech|pause\b/],
  ["checkQuorum", /beschlussfaehigkeit/],
  ["secretBallot", /\bgeheim/],
  ["rollCall", /\bnamentlich/],
  ["recount", /anzweif|neuauszaehl|nachzaehl|(wiederholung|erneute) (der )?(abstimmung|auszaehlung)/],
  ["enBloc", /verbundene abstimmung|en bloc|blockabstimmung/],
  ["divide", /teilung (der frage|des antrags)|getrennte abstimmung|einzelabstimmung/],
  ["closeDoors", /oeffentlichkeit|nichtoeffentlich/],
  ["admitGuest", /zulassung|rederecht fuer/],
  ["strawPoll", /meinungsbild|probeabstimmung/],
  ["adjournItem", /vertag/],
  ["changeAgenda", /tagesordnung/],
];

/** Was ein GO-Antrag will, by its words: "Schluss der Aussprache", "Vertagung TOP 5"; undefined if the rules know none such. */
export function proceduralKindNamed(text: string): ProceduralKind | undefined {
  const folded = foldGerman(text);
  return namings.find(([, naming]) => naming.test(folded))?.[0];
}

/** The words a GO uses for a procedural question where it rules out the roll call (`vote.rollCallNotFor`). */
const barringWords: Partial<Record<ProceduralKind, readonly string[]>> = {
  closeDebate: ["schluss"],
  closeList: ["schluss"],
  limitTime: ["redezeit"],
  adjournItem: ["vertagung"],
  adjournMeeting: ["vertagung"],
  nonConsideration: ["tagesordnung", "nichtbefassung"],
  refer: ["ueberweisung"],
  interrupt: ["unterbrechung"],
  changeAgenda: ["tagesordnung"],
  divide: ["teilung"],
};

/** True if the words of the rule name this procedural question: one of its words as a whole, or the kind of motion it is. */
export function namesProcedure(words: readonly string[], question: string): boolean {
  const said = foldGerman(question).split(/[^\p{L}\p{N}]+/u);
  const kind = proceduralKindNamed(question);
  const meant = new Set([...said, ...(kind === undefined ? [] : (barringWords[kind] ?? []))]);
  return words.map(foldGerman).some((word) => word === "alle" || meant.has(word));
}
