import type { PersonId } from "../kernel/ids.ts";
import type { AnswerCount, Choice, Counts, Vote } from "./events.ts";
import type { Ballot } from "./state.ts";

/**
 * Auszählung: the votes of a ballot in numbers, chat and raised hands together. The votes of a secret ballot are given
 * from its opened box, since the state does not know them.
 */
export function tally(ballot: Ballot, votes: readonly Vote[]): Counts {
  if (ballot.perCandidate === true) return { yes: 0, no: 0, abstain: 0, invalid: 0, answers: answersOf(ballot, votes) };
  const chosen = (choice: "yes" | "no"): number =>
    votes.filter((vote) => vote.kind === "question" && vote.choice === choice).length;
  const hands = ballot.handCount;
  const counts = {
    yes: chosen("yes") + (hands?.yes ?? 0),
    no: chosen("no") + (hands?.no ?? 0),
    abstain: votes.filter(isAbstention).length + (hands?.abstain ?? 0),
    invalid: 0,
  };
  if (ballot.marks === 0) return counts;
  const candidates = ballot.candidates.map((person) => ({
    person,
    votes: votes.filter((vote) => marks(vote, person)).length,
  }));
  return { ...counts, candidates };
}

/** Ja, Nein und Enthaltung je Bewerbung. Who abstained altogether abstained with each of them. */
function answersOf({ candidates }: Ballot, votes: readonly Vote[]): readonly AnswerCount[] {
  return candidates.map((person) => {
    const given = votes.map((vote) => answerOn(vote, person));
    const number = (choice: Choice): number => given.filter((one) => one === choice).length;
    return { person, yes: number("yes"), no: number("no"), abstain: number("abstain") };
  });
}

function answerOn(vote: Vote, person: PersonId): Choice {
  if (vote.kind !== "perCandidate") return "abstain";
  return vote.answers.find((one) => one.person === person)?.choice ?? "abstain";
}

/** How many seats voted; a hand raised counts as one. */
export function votedOf(counts: Counts, ballot: Ballot, votes: readonly Vote[]): number {
  return ballot.marks === 0 ? counts.yes + counts.no + counts.abstain + counts.invalid : votes.length;
}

/** Offene Stimmen: what the state knows; nothing of a secret ballot. */
export function openVotes(ballot: Ballot): readonly Vote[] {
  return ballot.votes.values().flatMap((cast) => cast.vote ?? []);
}

export function isSameVote(a: Vote, b: Vote): boolean {
  if (a.kind === "question") return b.kind === "question" && a.choice === b.choice;
  if (a.kind === "abstain") return b.kind === "abstain";
  if (a.kind === "perCandidate")
    return b.kind === "perCandidate" && a.answers.every(({ person, choice }) => answerOn(b, person) === choice);
  if (b.kind !== "candidates" || a.marked.length !== b.marked.length) return false;
  return a.marked.every((person) => b.marked.includes(person));
}

function isAbstention(vote: Vote): boolean {
  return vote.kind === "abstain" || (vote.kind === "question" && vote.choice === "abstain");
}

function marks(vote: Vote, person: PersonId): boolean {
  return vote.kind === "candidates" && vote.marked.includes(person);
}
