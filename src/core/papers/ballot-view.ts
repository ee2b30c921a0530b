import type { AnswerCount } from "../ballot/events.ts";
import type { Ballot } from "../ballot/state.ts";
import { seatsOn } from "../membership/queries.ts";
import type { PaperSource } from "./paper-source.ts";
import { seatName } from "./people-in-papers.ts";
import { sentence } from "./sourced.ts";
import type { BallotView, Sentence, VoteCount } from "./views.ts";

/** Abstimmung, as closed. The names of a roll call are internal; a secret vote has none to show. */
export function ballotView(source: PaperSource, ballot: Ballot, isUnanimous: boolean): BallotView {
  return {
    mode: ballot.mode,
    unanimous: isUnanimous,
    counts: voteCounts(ballot),
    ...rulingOf(source, ballot),
    rollCall: rollCall(source, ballot),
  };
}

/** Ja, Nein, Enthaltung; ungültig only where there were any. Nothing while the ballot is open or after it was cancelled. */
export function voteCounts({ status, counts }: Ballot): readonly VoteCount[] {
  if (status !== "closed" || counts === undefined) return [];
  return [
    { choice: "yes", number: counts.yes },
    { choice: "no", number: counts.no },
    { choice: "abstain", number: counts.abstain },
    ...(counts.invalid === 0 ? [] : [{ choice: "invalid", number: counts.invalid } as const]),
  ];
}

/** Ja, Nein, Enthaltung zu einer Bewerbung. */
export const answerCounts = ({ yes, no, abstain }: AnswerCount): readonly VoteCount[] => [
  { choice: "yes", number: yes },
  { choice: "no", number: no },
  { choice: "abstain", number: abstain },
];

/** The ruling as a sentence, where the flow gives one. */
export function rulingOf(source: PaperSource, ballot: Ballot): { readonly ruling?: Sentence } {
  const text = ballot.status === "closed" ? source.context.ballotRuling?.(ballot) : undefined;
  return text === undefined ? {} : { ruling: sentence(text, ballot.sources) };
}

function rollCall(source: PaperSource, ballot: Ballot): BallotView["rollCall"] {
  if (ballot.mode !== "rollCall" || ballot.status !== "closed") return [];
  return seatsOn(source.state.membership, source.meeting.appointment.date).flatMap(({ seat }) => {
    const vote = ballot.votes.get(seat)?.vote;
    return vote?.kind === "question" ? [{ organization: seatName(source, seat), choice: vote.choice }] : [];
  });
}
