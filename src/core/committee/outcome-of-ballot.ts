import type { Counts } from "../ballot/events.ts";
import type { Ballot } from "../ballot/state.ts";
import { entry } from "../kernel/table.ts";
import { appeal } from "../rules/appeal.ts";
import { type MajorityRuling, majority } from "../rules/majority.ts";
import type { MajorityPurpose } from "../rules/majority-requirement.ts";
import type { Rules } from "../rules/rules.ts";
import { settledAlternatives } from "./alternatives-now.ts";
import { purposeOfAmendment, settledBy } from "./amendment-order.ts";
import type { Given } from "./commands.ts";
import { isAmended, nextReference } from "./decide-motion.ts";
import type { CommitteeEvent } from "./events.ts";
import { purposeOfQuestion, questionDecided } from "./question-kinds.ts";
import type { Slices } from "./state.ts";

/** Zahlen einer geschlossenen Abstimmung: counts, seats that voted, seats present and all seats (both without recused ones). */
export type BallotNumbers = {
  readonly counts: Counts;
  readonly voted: number;
  readonly present: number;
  readonly members: number;
};

/** Wozu diese Abstimmung dient, for the majority it needs. */
export function purposeOf(state: Slices, rules: Rules, { subject }: Pick<Ballot, "subject">): MajorityPurpose {
  if (subject.kind === "amendment") return purposeOfAmendment(state, subject.amendment, rules);
  if (subject.kind !== "question") return "motion";
  const question = entry(state.questions.questions, subject.question);
  return question === undefined ? "procedural" : purposeOfQuestion(rules, question.subject);
}

/** Mehrheit under the rules given: those in force, or those of the day on which the ballot was closed. */
export function rulingOf(
  rules: Rules,
  numbers: Omit<BallotNumbers, "voted">,
  purpose: MajorityPurpose = "motion",
): MajorityRuling {
  const { yes, no, abstain, invalid } = numbers.counts;
  return majority(rules, { yes, no, abstain, invalid, present: numbers.present, members: numbers.members }, purpose);
}

/** Was aus dem Ergebnis folgt: the motion, the amendment or the question is decided. */
export function outcomeEvents(
  state: Slices,
  ballot: Ballot,
  numbers: BallotNumbers,
  given: Given,
): readonly CommitteeEvent[] {
  const { outcome } = rulingOf(state.rules, numbers, purposeOf(state, state.rules, ballot));
  const carried = outcome === "carried";
  const { subject } = ballot;
  if (subject.kind === "amendment")
    return [
      { type: "AmendmentDecided", amendment: subject.amendment, ballot: ballot.ballot, carried },
      ...(carried ? settledBy(state, subject.amendment) : []),
    ];
  if (subject.kind === "question") {
    const settled = settledOf(state, subject.question, outcome, numbers);
    const decided = { outcome: settled, manner: "ballot", ballot: ballot.ballot } as const;
    const unanimous = carried && numbers.counts.no === 0 && numbers.counts.abstain === 0;
    return questionDecided(state, subject.question, decided, given, { eligible: numbers.present, unanimous });
  }
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
      ...(carried ? { reference: nextReference(state, given.today) } : {}),
      ballot: ballot.ballot,
      ...(unanimous ? { unanimous } : {}),
      withAmendments: (ballot.withAmendments ?? false) || isAmended(state, motion),
      eligible: numbers.present,
    },
    ...(carried ? settledAlternatives(state, motion.motion) : []),
  ];
}

/** An appeal is settled by its first vote: what does not overturn the ruling of the chair upholds it. */
function settledOf(
  state: Slices,
  number: number,
  outcome: MajorityRuling["outcome"],
  { counts, present, members }: BallotNumbers,
): "carried" | "rejected" | "undecided" {
  const subject = entry(state.questions.questions, number)?.subject;
  if (subject?.kind === "procedural" && subject.wants === "appeal") {
    const { yes, no, abstain, invalid } = counts;
    const ruling = appeal(state.rules, { yes, no, abstain, invalid, present, members });
    return ruling.chairRuling === "overturned" ? "carried" : "rejected";
  }
  return outcome === "carried" || outcome === "rejected" ? outcome : "undecided";
}
