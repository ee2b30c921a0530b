import type { RouteRefusal } from "../core/committee/refusal-workshop.ts";
import { resultsList } from "./announcements-routes.ts";
import { dateWithWeekday } from "./dates.ts";
import { joined, type Names } from "./names.ts";
import { type RefusalText, type Sentences, said } from "./refusal-text.ts";

function knownResults(count: number): string {
  if (count === 0) return "Es gibt noch keines. „ergebnis aus gruppe 2“ oder „ergebnis festhalten: …“ hält eines fest.";
  return count === 1 ? "Es gibt nur Ergebnis 1." : `Es gibt die Nummern 1 bis ${count}.`;
}

/** Ablehnungen rund um Ergebnisse und ihren Weg. */
export const routesRefusals: Sentences<RouteRefusal["code"]> = {
  UnknownResult: ({ result, count }) =>
    said(`Ein Ergebnis ${result} gibt es nicht.`, knownResults(count), "ergebnisse"),
  ResultExists: ({ result }) =>
    said(`Genau das ist schon Ergebnis ${result}.`, "Es ändert sich nichts.", `wo steht ergebnis ${result}`),
  ResultUnchanged: ({ result }) =>
    said(`Bei Ergebnis ${result} steht das schon genau so.`, "Es ändert sich nichts.", `wo steht ergebnis ${result}`),
  UnknownRoute: ({ template, known }) =>
    said(
      `Einen Weg „${template}“ gibt es in der Gremiumsdatei nicht.`,
      known.length === 0
        ? "Dort steht noch keiner. Nennen Sie die Schritte: „Steuerungsgruppe (Vorbereitung), AG 78 (Abstimmung)“."
        : `Es gibt: ${joined(known.map((name) => `„${name}“`))}.`,
    ),
  NoRouteStep: ({ result }) =>
    said(
      `Ergebnis ${result} hat keinen Schritt, auf den eine Antwort passt.`,
      `Legen Sie zuerst fest, wohin es geht: „weiterleiten ${result} an …“.`,
      `wo steht ergebnis ${result}`,
    ),
  RouteStepAnswered: ({ result, step }) =>
    said(
      `Zu Ergebnis ${result}, Schritt ${step}, liegt die Antwort schon vor.`,
      "Sie bleibt, wie sie ist. Kommt etwas Neues dazu, gehen Sie einen neuen Schritt mit „weiterleiten“.",
      `wo steht ergebnis ${result}`,
    ),
  TooManyRouteSteps: ({ most }) =>
    said(`Ein Weg hat höchstens ${most} Schritte.`, "Was danach kommt, lässt sich später anfügen."),
  RouteAnswerAhead: ({ on, today }) =>
    said(
      `${dateWithWeekday(on)}, liegt noch vor uns; eine Antwort von diesem Tag kann es nicht geben.`,
      `Möglich ist jeder Tag bis heute, ${dateWithWeekday(today)}.`,
    ),
  NoneOfResults({ others, because }, names) {
    // Each sentence is written for the facts of its own code.
    const sentence = routesRefusals[because.code] as (facts: RouteRefusal, names: Names) => RefusalText;
    const { lines, commands } = sentence(because, names);
    return { lines: [...lines, `Auch bei ${resultsList(others)} ist deshalb nichts geändert.`], commands };
  },
};
