import type { Ballot } from "../ballot/state.ts";
import type { Election } from "../election/state.ts";
import type { PersonId } from "../kernel/ids.ts";
import { entry } from "../kernel/table.ts";
import { type DHondtRuling, dHondt } from "../rules/d-hondt.ts";
import { electionRound } from "../rules/election-round.ts";
import { type ElectionRuling, lotAboutSeats } from "../rules/election-ruling.ts";
import { answerPeriod } from "./answer-period.ts";
import type { Given } from "./commands.ts";
import { isByLists, slatesOf } from "./election-slates.ts";
import type { CommitteeEvent } from "./events.ts";
import type { BallotNumbers } from "./outcome-of-ballot.ts";
import type { Slices } from "./state.ts";

/** Wahl, die läuft: at most one in a committee. */
export function currentElection(state: Slices): Election | undefined {
  return state.elections.current === undefined ? undefined : entry(state.elections.elections, state.elections.current);
}

/** Was ein Wahlgang um Listen ergibt. */
export type ListsRuling = Pick<ElectionRuling, "elected" | "next" | "barred"> & {
  readonly rule: "election.dHondt";
  readonly lists: DHondtRuling;
};

export type RoundRuling = ElectionRuling | ListsRuling;

/** Wahlgang nach den Regeln: who is elected in it, and what comes next. */
export function rulingOfRound(state: Slices, election: Election, ballot: Ballot, numbers: BallotNumbers): RoundRuling {
  if (ballot.marks === 1 && isByLists(state, election)) return rulingOnLists(state, election, numbers);
  const { yes, no, abstain, invalid, candidates, answers } = numbers.counts;
  const tallies =
    answers?.map(({ person, ...counted }) => ({ id: person, ...counted })) ??
    candidates?.map(({ person, votes }) => ({ id: person, votes })) ??
    ballot.candidates.map((person) => ({ id: person, yes, no, abstain }));
  return electionRound(state.rules, {
    seats: election.open,
    candidates: tallies,
    abstain,
    invalid,
    presentVoting: numbers.present,
    members: numbers.members,
    round: election.rounds.length - election.roundsBefore + 1,
    step: election.status === "runoff" ? "runoff" : "ballot",
  });
}

/** Wahlgang um Listen: d'Hondt, and the people who get the seats in the order of their list. */
function rulingOnLists(state: Slices, election: Election, { counts }: BallotNumbers): ListsRuling {
  const slates = slatesOf(election);
  const votesFor = (head: PersonId): number => counts.candidates?.find(({ person }) => person === head)?.votes ?? 0;
  const lists = slates.map(({ head, people: standing }) => ({
    id: head,
    votes: votesFor(head),
    candidates: standing.length,
  }));
  const byLists = dHondt(state.rules, { seats: election.open, lists });
  const seatsOf = (head: PersonId): number => byLists.lists.find(({ id }) => id === head)?.seats ?? 0;
  const elected = slates.flatMap(({ head, people: standing }) => standing.slice(0, seatsOf(head)));
  const nextOf = (head: string) => slates.find((slate) => slate.head === head)?.people[seatsOf(head as PersonId)];
  const { next } = byLists;
  if (next.kind !== "lot") return { rule: "election.dHondt", lists: byLists, elected, next, barred: [] };
  const candidates = next.between.flatMap((head) => nextOf(head) ?? []);
  return { rule: "election.dHondt", lists: byLists, elected, next: lotAboutSeats(candidates, next.seats), barred: [] };
}

/** Was aus einem Wahlgang folgt, as an event. */
export function electionRoundDecided(
  state: Slices,
  ballot: Ballot,
  numbers: BallotNumbers,
  given: Given,
): readonly CommitteeEvent[] {
  const election = currentElection(state);
  if (election === undefined) throw new Error("a round without an election");
  const ruling = rulingOfRound(state, election, ballot, numbers);
  const { next } = ruling;
  const inRunoff = next.kind === "lot" && next.about === "runoffPlace" ? { inRunoff: people(next.alreadyIn) } : {};
  return [
    {
      type: "ElectionRoundDecided",
      election: election.election,
      round: election.rounds.length + 1,
      ballot: ballot.ballot,
      elected: people(ruling.elected),
      next: next.kind,
      standing: next.kind === "done" || next.kind === "failed" ? [] : people(next.candidates),
      ...inRunoff,
      open: election.open - ruling.elected.length,
      ...(ruling.barred.length === 0 ? {} : { barred: people(ruling.barred) }),
      ...(ruling.elected.length === 0 ? {} : { answer: answerPeriod(state, given) }),
    },
  ];
}

/** The rules know candidates by their keys alone; these came from `PersonId`s a moment ago. */
export const people = (ids: readonly string[]): readonly PersonId[] => ids.map((id) => id as PersonId);
