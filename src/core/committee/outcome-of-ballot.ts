import type { Counts } from "../ballot/events.ts";
import type { Ballot } from "../ballot/state.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { entry } from "../kernel/table.ts";
import { type MajorityRuling, majority } from "../rules/majority.ts";
import type { Rules } from "../rules/rules.ts";
import { isAmended, nextReference } from "./decide-motion.ts";
import type { CommitteeEvent } from "./events.ts";
import type { Slices } from "./state.ts";

/** Zahlen einer geschlossenen Abstimmung: counts, seats that voted, seats present and all seats (both without recused ones). */
export type BallotNumbers = {
  readonly counts: Counts;
  readonly voted: number;
  readonly present: number;
  readonly members: number;
};

/** Mehrheit über einen Antrag under the rules in force. */
export function rulingOf(rules: Rules, numbers: Omit<BallotNumbers, "voted">): MajorityRuling {
  const { yes, no, abstain, invalid } = numbers.counts;
  return majority(rules, { yes, no, abstain, invalid, present: numbers.present, members: numbers.members }, "motion");
}

/** Was aus dem Ergebnis folgt: the motion or the amendment is decided. */
export function outcomeEvents(
  state: Slices,
  ballot: Ballot,
  numbers: BallotNumbers,
  today: LocalDate,
): readonly CommitteeEvent[] {
  const { outcome } = rulingOf(state.rules, numbers);
  const carried = outcome === "carried";
  const { subject } = ballot;
  if (subject.kind === "amendment")
    return [{ type: "AmendmentDecided", amendment: subject.amendment, ballot: ballot.ballot, carried }];
  if (subject.kind === "election") throw new Error("an election is decided by its own rules");
  const motion = entry(state.motions.motions, subject.motion);
  if (motion === undefined) throw new Error(`there is no motion ${subject.motion}`);
  const unanimous = carried && numbers.counts.no === 0 && numbers.counts.abstain === 0;
  return [
    {
      type: "MotionDecided",
      motion: motion.motion,
      meeting: ballot.meeting,
      outcome: outcome === "carried" || outcome === "rejected" ? outcome : "undecided",
      manner: "ballot",
      ...(carried ? { reference: nextReference(state, today) } : {}),
      ballot: ballot.ballot,
      ...(unanimous ? { unanimous } : {}),
      withAmendments: (ballot.withAmendments ?? false) || isAmended(state, motion),
      eligible: numbers.present,
    },
  ];
}
