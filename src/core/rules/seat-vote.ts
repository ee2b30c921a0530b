import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** In what capacity a person acts for a seat: its delegate, the named deputy, or from another seat with a power of attorney. */
export type SeatRole = "delegate" | "namedDeputy" | "powerOfAttorney";

export type SeatVoterInput = {
  readonly person: string;
  readonly role: SeatRole;
  /** Whom the seat has designated to vote, if anybody. */
  readonly designated?: string;
  /** Who has voted for this seat on this question already. */
  readonly votedBy?: string;
  /** Other seats this person votes for in this meeting: its own or by power of attorney. */
  readonly otherSeats: number;
  /** The person holds the chair (or is spokesperson). */
  readonly isChair: boolean;
};

export type SeatVoterReason =
  | "noSubstitution"
  | "noPowerOfAttorney"
  | "tooManyVotes"
  | "chairHasNoVote"
  | "otherDesignated"
  | "seatHasVoted"
  | "noChange";

export type SeatVoterRuling = Derivation<"membership.vote"> & {
  readonly isAllowed: boolean;
  readonly reason?: SeatVoterReason;
  /** The vote replaces this person's own earlier one. */
  readonly isChange: boolean;
  readonly votedBy?: string;
  readonly designated?: string;
};

/**
 * Stimmrecht und Stellvertretung (GO): who may vote for a seat. One seat has one vote. Where the rules let the seat designate a
 * person, only that person votes; if nobody is designated, the first vote counts and the second person is told who voted – the
 * profile's answer to a question most rules leave open, chosen since it loses no vote and needs no preparation.
 */
export function seatVoter(rules: Rules, input: SeatVoterInput): SeatVoterRuling {
  const found = refusalOf(rules, input);
  const { splitVote } = rules.membership;
  const citation = found?.citation ?? cite("membership.splitVote", splitVote);
  return {
    rule: "membership.vote",
    citation,
    alsoFrom: [],
    isAllowed: found === undefined,
    ...(found === undefined ? {} : { reason: found.reason }),
    isChange: found === undefined && input.votedBy === input.person,
    ...(input.votedBy === undefined ? {} : { votedBy: input.votedBy }),
    ...(input.designated === undefined ? {} : { designated: input.designated }),
  };
}

type Refused = { readonly reason: SeatVoterReason; readonly citation: Derivation<string>["citation"] };

function refusalOf(rules: Rules, input: SeatVoterInput): Refused | undefined {
  const { proxy, maxVotesPerPerson, splitVote } = rules.membership;
  const { chairKeepsSeatVote } = rules.office.chair;
  if (input.role === "namedDeputy" && proxy.value === "none") {
    return { reason: "noSubstitution", citation: cite("membership.proxy", proxy) };
  }
  if (input.role === "powerOfAttorney" && proxy.value !== "poa1") {
    return { reason: "noPowerOfAttorney", citation: cite("membership.proxy", proxy) };
  }
  // A power of attorney is the one vote the rules add to the person's own.
  const most = maxVotesPerPerson.value + (input.role === "powerOfAttorney" ? 1 : 0);
  if (input.otherSeats >= most) {
    return { reason: "tooManyVotes", citation: cite("membership.maxVotesPerPerson", maxVotesPerPerson) };
  }
  if (input.isChair && input.role === "delegate" && !chairKeepsSeatVote.value) {
    return { reason: "chairHasNoVote", citation: cite("office.chair.chairKeepsSeatVote", chairKeepsSeatVote) };
  }
  if (splitVote.value === "designated" && input.designated !== undefined && input.designated !== input.person) {
    return { reason: "otherDesignated", citation: cite("membership.splitVote", splitVote) };
  }
  if (input.votedBy === undefined) return undefined;
  if (input.votedBy !== input.person) {
    return splitVote.value === "invalid"
      ? undefined
      : { reason: "seatHasVoted", citation: cite("membership.splitVote", splitVote) };
  }
  return rules.vote.change.value === "untilClose"
    ? undefined
    : { reason: "noChange", citation: cite("vote.change", rules.vote.change) };
}

/** A vote given by a person for the seat, in the order they came in. */
export type SeatBallot<Choice extends string> = { readonly person: string; readonly vote: Choice };

export type SeatVoteRuling<Choice extends string> = Derivation<"membership.splitVote"> & {
  /** The one vote of the seat; `invalid`: its people disagreed and the rules void it; absent: nobody voted who may. */
  readonly vote?: Choice | "invalid";
  readonly by?: string;
  /** People whose vote did not count, each once. */
  readonly notCounted: readonly string[];
};

/** Stimme des Sitzes (GO): what several votes of one seat come to. A person's later vote replaces the earlier where change is allowed. */
export function seatVote<Choice extends string>(
  rules: Rules,
  ballots: readonly SeatBallot<Choice>[],
  designated?: string,
): SeatVoteRuling<Choice> {
  const { splitVote } = rules.membership;
  const derivation = {
    rule: "membership.splitVote",
    citation: cite("membership.splitVote", splitVote),
    alsoFrom: [],
  } as const;
  const votes = new Map<string, Choice>();
  for (const { person, vote } of ballots) {
    if (!votes.has(person) || rules.vote.change.value === "untilClose") votes.set(person, vote);
  }
  const people = [...votes.keys()];
  if (splitVote.value === "invalid") {
    const choices = new Set(votes.values());
    if (choices.size > 1) return { ...derivation, vote: "invalid", notCounted: people };
  }
  const counting = splitVote.value === "designated" && designated !== undefined ? designated : people[0];
  const vote = counting === undefined ? undefined : votes.get(counting);
  const notCounted = people.filter((person) => person !== counting);
  if (counting === undefined || vote === undefined) return { ...derivation, notCounted };
  return { ...derivation, vote, by: counting, notCounted };
}
