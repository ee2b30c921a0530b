/**
 * A second, naive implementation of majorities and quorum, written from the description of the rules and not from the code: it goes
 * through the seats one by one. Slow and plain; the oracle for `majority` and `quorum`.
 */

export type NaiveVote = "yes" | "no" | "abstain" | "invalid" | "silent";

export type NaiveMajority = {
  readonly kind: "simple" | "unanimity" | { readonly num: number; readonly den: number; readonly strict: boolean };
  readonly basis: "cast" | "castInclAbstain" | "present" | "members";
  readonly abstain: "ignore" | "asNo" | "leavesBase";
  readonly invalid: "ignore" | "asNo";
};

/** Each present seat with its vote; absent seats only as a number. */
export function naivelyCarried(rule: NaiveMajority, votes: readonly NaiveVote[], absent: number): boolean {
  const counting = [...votes, ...Array.from({ length: absent }, () => "absent" as const)].filter((vote) => {
    if (rule.basis === "members") return true;
    if (vote === "absent") return false;
    if (rule.basis === "present") return !(vote === "abstain" && rule.abstain === "leavesBase");
    if (vote === "silent") return false;
    if (vote === "invalid") return rule.invalid === "asNo";
    if (vote === "abstain") return rule.basis === "castInclAbstain" || rule.abstain === "asNo";
    return true;
  });
  const yes = counting.filter((vote) => vote === "yes");
  const others = counting.filter((vote) => vote !== "yes");
  if (yes.length === 0) return false;
  if (rule.kind === "unanimity") return others.length === 0;
  if (rule.kind === "simple") return yes.length > others.length;
  // Cut every counting vote into `den` pieces; the Ja votes must fill `num` pieces of each.
  const pieces = yes.flatMap(() => Array.from({ length: Number(Object(rule.kind).den) }));
  const wanted = counting.flatMap(() => Array.from({ length: Number(Object(rule.kind).num) }));
  return rule.kind.strict ? pieces.length > wanted.length : pieces.length >= wanted.length;
}

export type NaiveSeat = {
  readonly isPresent: boolean;
  readonly isRemote: boolean;
  readonly isRecused: boolean;
};

export type NaiveQuorum = {
  readonly kind: "moreThanHalf" | "atLeastHalf" | "fixed" | "none" | { readonly num: number; readonly den: number };
  readonly fixed: number;
  readonly min: number;
  readonly excludedReduceBase: boolean;
  readonly remoteCounts: boolean;
};

export function naivelyQuorate(rule: NaiveQuorum, seats: readonly NaiveSeat[]): boolean {
  const counted = seats.filter(
    (seat) => !seat.isRecused && (seat.isPresent || (seat.isRemote && rule.remoteCounts)),
  ).length;
  const base = seats.filter((seat) => !(seat.isRecused && rule.excludedReduceBase)).length;
  if (counted < rule.min) return false;
  if (rule.kind === "none") return true;
  if (seats.every((seat) => seat.isRecused)) return false;
  if (rule.kind === "fixed") return counted >= rule.fixed;
  if (rule.kind === "moreThanHalf") return counted > base - counted;
  if (rule.kind === "atLeastHalf") return counted >= base - counted;
  return counted * rule.kind.den >= base * rule.kind.num;
}
