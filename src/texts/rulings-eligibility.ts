import type { EligibilityRuling } from "../core/rules/election-eligibility.ts";
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
