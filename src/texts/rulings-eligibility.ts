import type { EligibilityRuling } from "../core/rules/election-eligibility.ts";
import type { EnBlocRuling } from "../core/rules/election-mode.ts";
import type { RecallRuling } from "../core/rules/recall.ts";
import { sourceText } from "./rulings-source.ts";

const reasons: Readonly<Record<NonNullable<EligibilityRuling["reason"]>, string>> = {
  noVotingRight: "wählbar ist nur, wer stimmberechtigt ist",
  notFree: "wählbar sind nur stimmberechtigte Mitglieder freier Träger",
  barred: "zu viele Nein-Stimmen in dieser Wahl schließen eine neue Bewerbung aus",
};

/** Wählbarkeit, with the rule it follows from. */
export function eligibilitySentence(ruling: EligibilityRuling): string {
  const reason = ruling.reason === undefined ? "wählbar" : reasons[ruling.reason];
  return `${reason} (${sourceText(ruling)}).`;
}

type RecallRefusal = NonNullable<RecallRuling["refusal"]>;

const recallReasons: Readonly<Record<RecallRefusal, string>> = {
  never: "sie ist nicht vorgesehen",
  successorMissing: "abgewählt wird nur, indem jemand anderes gewählt wird",
  reasonMissing: "sie braucht einen wichtigen Grund",
};

/** What is possible instead. */
export const recallRemedies: Readonly<Record<RecallRefusal, string>> = {
  never: "Das Amt endet mit der Amtszeit oder durch Rücktritt.",
  successorMissing: "Bitte die Wahl für dieses Amt eröffnen; mit der Annahme geht es über.",
  reasonMissing: 'Bitte den Grund nennen: „abwahl "AMT": GRUND“.',
};

/** Ob eine Abwahl zulässig ist, with the rule it follows from. */
export function recallSentence(ruling: RecallRuling): string {
  const reason = ruling.refusal === undefined ? "sie ist zulässig" : recallReasons[ruling.refusal];
  return `${reason} (${sourceText(ruling)}).`;
}

const enBlocReasons: Readonly<Record<NonNullable<EnBlocRuling["reason"]>, string>> = {
  objected: "es gibt Widerspruch dagegen",
  notProvided: "sie ist nicht vorgesehen",
  contested: "es gibt mehr Bewerbungen als Plätze",
  single: "es gibt nur eine Bewerbung",
};

/** Ob gemeinsam gewählt wird, with the rule it follows from. */
export function enBlocSentence(ruling: EnBlocRuling): string {
  const reason = ruling.reason === undefined ? "niemand widerspricht" : enBlocReasons[ruling.reason];
  return `${reason} (${sourceText(ruling)}).`;
}
