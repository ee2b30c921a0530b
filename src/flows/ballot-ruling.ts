import type { Ballot } from "../core/ballot/state.ts";
import { rulingOf } from "../core/committee/outcome-of-ballot.ts";
import type { MajorityRuling } from "../core/rules/majority.ts";
import { majoritySentence } from "../texts/rulings.ts";

/** Mehrheit einer geschlossenen Abstimmung, under the rules of its day; undefined while it runs and for elections. */
export function rulingOfBallot(ballot: Ballot): MajorityRuling | undefined {
  const { counts, eligible, members, rules, subject } = ballot;
  if (counts === undefined || eligible === undefined || members === undefined || rules === undefined) return undefined;
  return subject.kind === "election" ? undefined : rulingOf(rules, { counts, present: eligible, members });
}

/** The same in German, with rule, paragraph and arithmetic. */
export function ballotRulingSentence(ballot: Ballot): string | undefined {
  const ruling = rulingOfBallot(ballot);
  return ruling === undefined ? undefined : majoritySentence(ruling);
}
