import { personOn } from "../membership/queries.ts";
import { isCount } from "../rules/integers.ts";
import { cite } from "../rules/setting.ts";
import { runningBallot } from "./ballot-opening.ts";
import type { Command, Given } from "./commands.ts";
import { eligibilityOf, runningElection } from "./decide-election.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { isByLists } from "./election-slates.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Liste einreichen: for d'Hondt only; everybody on it may be elected and stands on no other list. */
export function submitList(state: Slices, command: Of<"SubmitElectionList">, given: Given): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const { lists, status, title } = election.value;
  if (runningBallot(state) !== undefined || status !== "nominating")
    return refused({ code: "CandidaciesClosed", title });
  if (!isByLists(state, election.value))
    return refused({ code: "NoLists", citation: cite("election.multi", state.rules.election.multi) });
  const { name } = command;
  if (lists.some((one) => one.name === name)) return refused({ code: "ListKnown", name });
  const people = [...new Set(command.people)];
  for (const person of people) {
    const member = personOn(state.membership, person, given.today);
    if (member === undefined || member.role === "guest") return refused({ code: "NotEligible", person });
    const ruling = eligibilityOf(state, election.value, member);
    if (!ruling.eligible) return refused({ code: "MayNotStand", person, ruling });
    const other = lists.find((one) => one.people.includes(person));
    if (other !== undefined) return refused({ code: "OnAnotherList", person, name: other.name });
  }
  if (people.length === 0) return refused({ code: "NoCandidates" });
  return happened({
    type: "ElectionListSubmitted",
    election: election.value.election,
    name,
    people,
    submittedBy: given.actor,
  });
}

/** Abstimmung über ein anderes Wahlverfahren, as the chair counted it: only where d'Hondt may be put aside. */
export function enterMethodVote(state: Slices, { yes, no, abstain }: Of<"EnterMethodVote">): Decided {
  const election = runningElection(state);
  if (!election.ok) return election;
  const { multi } = state.rules.election;
  if (multi.value !== "dHondtUnlessUnanimous")
    return refused({ code: "NoLists", citation: cite("election.multi", multi) });
  if (![yes, no, abstain].every(isCount)) return refused({ code: "CountOutOfRange" });
  if (runningBallot(state) !== undefined || election.value.status !== "nominating")
    return refused({ code: "CandidaciesClosed", title: election.value.title });
  return happened({ type: "ElectionMethodVoted", election: election.value.election, yes, no, abstain });
}
