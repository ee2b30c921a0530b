import type { Rules } from "./rules.ts";
import type { SeatRole } from "./seat-vote.ts";
import { type Citation, cite, type Derivation } from "./setting.ts";

/** A vote given by a person for the seat, in the order they came in. */
export type SeatBallot<Choice extends string> = {
  readonly person: string;
  readonly vote: Choice;
  /** Delegate unless told otherwise. */
  readonly role?: SeatRole;
  /** The person holds the chair. */
  readonly isChair?: boolean;
  /** Came in after the ballot was closed. */
  readonly isAfterClose?: boolean;
};

export type SeatVoteContext = {
  /** Whom the seat has designated to vote. */
  readonly designated?: string;
  /** Geheim: a vote cannot be found again, so nobody changes one. */
  readonly isSecret?: boolean;
};

export type SeatVoteRuling<Choice extends string> = Derivation<"membership.splitVote"> & {
  /** The one vote of the seat; `invalid`: its people disagreed and it counts as not cast; absent: nobody voted who may. */
  readonly vote?: Choice | "invalid";
  readonly by?: string;
  /** People whose vote did not count, each once. */
  readonly notCounted: readonly string[];
};

/**
 * Stimme des Sitzes (GO): what several votes of one seat come to. A person's later vote replaces the earlier where change is allowed;
 * a deputy's counts only if no delegate voted.
 */
export function seatVote<Choice extends string>(
  rules: Rules,
  ballots: readonly SeatBallot<Choice>[],
  context: SeatVoteContext = {},
): SeatVoteRuling<Choice> {
  const { splitVote } = rules.membership;
  const { votes, sources } = countable(rules, ballots, context);
  const derivation = {
    rule: "membership.splitVote",
    citation: cite("membership.splitVote", splitVote),
    alsoFrom: sources,
  } as const;
  const everyone = [...new Set(ballots.map(({ person }) => person))];
  if (splitVote.value === "invalid" && new Set(votes.values()).size > 1)
    return { ...derivation, vote: "invalid", notCounted: everyone };
  const { designated } = context;
  const counting = splitVote.value === "designated" && designated !== undefined ? designated : [...votes.keys()][0];
  const vote = counting === undefined ? undefined : votes.get(counting);
  if (counting === undefined || vote === undefined) return { ...derivation, notCounted: everyone };
  return { ...derivation, vote, by: counting, notCounted: everyone.filter((person) => person !== counting) };
}

/** The vote of each person who may vote for the seat, first come first. */
function countable<Choice extends string>(
  rules: Rules,
  ballots: readonly SeatBallot<Choice>[],
  { isSecret = false, designated }: SeatVoteContext,
): { readonly votes: ReadonlyMap<string, Choice>; readonly sources: readonly Citation[] } {
  const { chairKeepsSeatVote } = rules.office.chair;
  const { proxy } = rules.membership;
  const inTime = ballots.filter((one) => one.isAfterClose !== true);
  const resting = inTime.filter((one) => one.isChair === true && isDelegate(one) && !chairKeepsSeatVote.value);
  const awake = inTime.filter((one) => !resting.includes(one));
  const isMemberVoting = awake.some(isDelegate);
  const allowed = awake.filter(
    (one) => isDelegate(one) || (proxy.value !== "none" && (!isMemberVoting || one.person === designated)),
  );
  const votes = new Map<string, Choice>();
  for (const { person, vote } of allowed)
    if (!votes.has(person) || (rules.vote.change.value === "untilClose" && !isSecret)) votes.set(person, vote);
  return {
    votes,
    sources: [
      ...(resting.length > 0 ? [cite("office.chair.chairKeepsSeatVote", chairKeepsSeatVote)] : []),
      ...(inTime.some((one) => !isDelegate(one)) ? [cite("membership.proxy", proxy)] : []),
    ],
  };
}

const isDelegate = ({ role = "delegate" }: { readonly role?: SeatRole }): boolean => role === "delegate";
