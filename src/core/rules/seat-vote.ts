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
  /** For a deputy or the holder of a power of attorney: who of the seat's own voting people is here. */
  readonly memberHere?: string;
};

export type SeatVoterReason =
  | "noSubstitution"
  | "noPowerOfAttorney"
  | "tooManyVotes"
  | "chairHasNoVote"
  | "otherDesignated"
  | "memberIsHere"
  | "seatHasVoted"
  | "noChange";

export type SeatVoterRuling = Derivation<"membership.vote"> & {
  readonly isAllowed: boolean;
  readonly reason?: SeatVoterReason;
  /** The vote replaces this person's own earlier one. */
  readonly isChange: boolean;
  readonly votedBy?: string;
  readonly designated?: string;
  readonly memberHere?: string;
};

/**
 * Stimmrecht und Stellvertretung (GO): who may vote for a seat. One seat has one vote. Where the rules let the seat designate a
 * person, only that person votes; if nobody is designated, the first vote counts and the second person is told who voted – the
 * profile's answer to a question most rules leave open, chosen since it loses no vote and needs no preparation. A deputy votes while the
 * member is away, unless the seat has designated the deputy or the rules let whoever comes first vote.
 */
export function seatVoter(rules: Rules, input: SeatVoterInput): SeatVoterRuling {
  const found = refusalOf(rules, input);
  const citation = found?.citation ?? cite("membership.splitVote", rules.membership.splitVote);
  const isChange = found === undefined && input.votedBy === input.person;
  const ruling = { rule: "membership.vote", citation, alsoFrom: [], isAllowed: found === undefined, isChange } as const;
  if (found === undefined) return ruling;
  return {
    ...ruling,
    reason: found.reason,
    ...(input.votedBy === undefined ? {} : { votedBy: input.votedBy }),
    ...(input.designated === undefined ? {} : { designated: input.designated }),
    ...(input.memberHere === undefined ? {} : { memberHere: input.memberHere }),
  };
}

/** Further votes by power of attorney the rules allow one person. */
export function furtherVotes({ membership }: Rules): number {
  switch (membership.proxy.value) {
    case "poa1":
      return 1;
    case "poa2":
      return 2;
    case "none":
    case "namedDeputy":
      return 0;
  }
}

type Refused = { readonly reason: SeatVoterReason; readonly citation: Derivation<string>["citation"] };

function refusalOf(rules: Rules, input: SeatVoterInput): Refused | undefined {
  const { proxy, maxVotesPerPerson, splitVote } = rules.membership;
  const { chairKeepsSeatVote } = rules.office.chair;
  if (input.role === "namedDeputy" && proxy.value === "none") {
    return { reason: "noSubstitution", citation: cite("membership.proxy", proxy) };
  }
  if (input.role === "powerOfAttorney" && furtherVotes(rules) === 0) {
    return { reason: "noPowerOfAttorney", citation: cite("membership.proxy", proxy) };
  }
  const most = maxVotesPerPerson.value + (input.role === "powerOfAttorney" ? furtherVotes(rules) : 0);
  if (input.otherSeats >= most) {
    return { reason: "tooManyVotes", citation: cite("membership.maxVotesPerPerson", maxVotesPerPerson) };
  }
  if (input.isChair && input.role === "delegate" && !chairKeepsSeatVote.value) {
    return { reason: "chairHasNoVote", citation: cite("office.chair.chairKeepsSeatVote", chairKeepsSeatVote) };
  }
  if (splitVote.value === "designated" && input.designated !== undefined && input.designated !== input.person) {
    return { reason: "otherDesignated", citation: cite("membership.splitVote", splitVote) };
  }
  if (input.votedBy === undefined)
    return isStandIn(rules, input) ? { reason: "memberIsHere", citation: cite("membership.proxy", proxy) } : undefined;
  if (input.votedBy !== input.person) {
    return splitVote.value === "invalid"
      ? undefined
      : { reason: "seatHasVoted", citation: cite("membership.splitVote", splitVote) };
  }
  return rules.vote.change.value === "untilClose"
    ? undefined
    : { reason: "noChange", citation: cite("vote.change", rules.vote.change) };
}

/** Whoever stands in, while the member is here: the member votes. */
function isStandIn(rules: Rules, { role, memberHere, designated, person }: SeatVoterInput): boolean {
  const isFree = designated === person || rules.membership.splitVote.value === "firstCounts";
  return role !== "delegate" && memberHere !== undefined && !isFree;
}
