import type { Ballot } from "../core/ballot/state.ts";
import { purposeOf, rulingOf } from "../core/committee/outcome-of-ballot.ts";
import type { Slices } from "../core/committee/state.ts";
import type { MajorityRuling } from "../core/rules/majority.ts";
import { majoritySentence } from "../texts/rulings.ts";

/** Mehrheit einer geschlossenen Abstimmung, under the rules of its day; undefined while it runs and for elections. */
export function rulingOfBallot(state: Slices, ballot: Ballot): MajorityRuling | undefined {
  const { counts, eligible, members, rules, subject } = ballot;
  if (counts === undefined || eligible === undefined || members === undefined || rules === undefined) return undefined;
  if (subject.kind === "election") return undefined;
  return rulingOf(rules, { counts, present: eligible, members }, purposeOf(state, rules, ballot));
}

/** The same in German, with rule, paragraph and arithmetic. */
export function ballotRulingSentence(state: Slices, ballot: Ballot): string | undefined {
  const ruling = rulingOfBallot(state, ballot);
  return ruling === undefined ? undefined : majoritySentence(ruling);
}
