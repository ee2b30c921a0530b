import type { BallotSubject } from "../core/ballot/events.ts";
import { purposeOf } from "../core/committee/outcome-of-ballot.ts";
import type { SeatId } from "../core/kernel/ids.ts";
import { sameData } from "../core/kernel/same-data.ts";
import { entries } from "../core/kernel/table.ts";
import { excludedVote } from "../core/rules/excluded-vote.ts";
import { excludedVoteSentence, noOpenVoteOf } from "../texts/rulings-conflicts.ts";
import type { Asked } from "./queries-asked.ts";

/** Ergebnis ohne die Stimme eines Befangenen: of the last closed ballot on it in which the votes are known. */
export function excludedVoteBlocks({ state, names }: Asked, subject: BallotSubject, seat: SeatId): readonly string[] {
  const ballot = entries(state.ballots.ballots).findLast(
    (one) => one.status === "closed" && sameData(one.subject, subject),
  );
  const vote = ballot?.votes.get(seat)?.vote;
  const { counts, eligible, members, rules } = ballot ?? {};
  if (ballot === undefined || counts === undefined || eligible === undefined) return [noOpenVoteOf(names.seat(seat))];
  if (members === undefined || rules === undefined || vote?.kind !== "question")
    return [noOpenVoteOf(names.seat(seat))];
  const { yes, no, abstain, invalid } = counts;
  const tally = { yes, no, abstain, invalid, present: eligible, members };
  const ruling = excludedVote(rules, tally, [vote.choice], purposeOf(state, rules, ballot));
  return excludedVoteSentence(ruling, names.seat(seat));
}
