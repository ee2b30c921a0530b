import { requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";
import { type SeatBallot, type SeatVoteContext, seatVote } from "./split-vote.ts";

export type CountedVotes<Choice extends string> = Derivation<"membership.votingUnit"> & {
  /** The votes that count, at most one per seat (or per person, where people vote). */
  readonly votes: readonly Choice[];
  readonly notCounted: readonly string[];
  /** How many votes this side has at most. */
  readonly most: number;
};

/**
 * Stimmen eines Trägers (GO): one per seat, whoever of its people votes; with several seats each of the first people fills one; where
 * the unit is the person, each person has one. Zero seats have no vote.
 */
export function countedVotes<Choice extends string>(
  rules: Rules,
  seats: number,
  ballots: readonly SeatBallot<Choice>[],
  context: SeatVoteContext = {},
): CountedVotes<Choice> {
  requireCounts({ seats });
  const { votingUnit } = rules.membership;
  const people = [...new Set(ballots.map(({ person }) => person))];
  const isByPerson = votingUnit.value === "person";
  const most = isByPerson ? people.length : seats;
  const groups =
    most === 1 && !isByPerson
      ? [ballots]
      : people.slice(0, most).map((person) => ballots.filter((one) => one.person === person));
  const rulings = groups.map((group) => seatVote(rules, group, context));
  const votes = rulings.flatMap(({ vote }) => (vote === undefined || vote === "invalid" ? [] : [vote]));
  const counted = new Set(rulings.flatMap(({ by }) => by ?? []));
  return {
    rule: "membership.votingUnit",
    citation: cite("membership.votingUnit", votingUnit),
    alsoFrom: rulings.slice(0, 1).map(({ citation }) => citation),
    votes,
    notCounted: people.filter((person) => !counted.has(person)),
    most,
  };
}

/** Öffentlicher Träger: zero, one or several votes, however many of its staff are here. */
export function publicSideVotes<Choice extends string>(
  rules: Rules,
  ballots: readonly SeatBallot<Choice>[],
): CountedVotes<Choice> {
  const { publicCarrierSeats } = rules.membership;
  const counted = countedVotes(rules, publicCarrierSeats.value, ballots);
  return { ...counted, alsoFrom: [...counted.alsoFrom, cite("membership.publicCarrierSeats", publicCarrierSeats)] };
}
