import { quotientDown, requireCounts } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Liste, ausgezählt. `candidates`: how many people stand on it; it cannot take more seats. Without: enough. */
export type ListTally = { readonly id: string; readonly votes: number; readonly candidates?: number };

export type ListSeats = { readonly id: string; readonly votes: number; readonly seats: number };

export type DHondtNext =
  | { readonly kind: "done" }
  /** The last seats: `seats` of the lists tied get one each. */
  | {
      readonly kind: "lot";
      readonly between: readonly string[];
      readonly seats: number;
      readonly drawnBy: "chair";
    }
  | { readonly kind: "failed"; readonly reason: "noVotes" | "noCandidates"; readonly seats: number };

export type DHondtRuling = Derivation<"election.dHondt"> & {
  readonly seats: number;
  /** Most votes first, equal ones by id; lists without a seat too. */
  readonly lists: readonly ListSeats[];
  readonly next: DHondtNext;
  /** Votes with which the list next in line would have had the last seat given away, all else equal. */
  readonly nextInLine?: { readonly id: string; readonly votesMissing: number };
};

/**
 * Höchstzahlverfahren nach d'Hondt (GO; § 92 Abs. 3 VwVfG as model): each seat goes to the list with the highest quotient of its votes
 * by 1, 2, 3 …; equal quotients get a seat each while there are enough, else the lot decides about the last. Quotients are compared
 * crosswise in whole numbers. A list without votes gets no seat.
 */
export function dHondt(
  rules: Rules,
  input: { readonly seats: number; readonly lists: readonly ListTally[] },
): DHondtRuling {
  requireSense(input);
  const { multi } = rules.election;
  const lists = input.lists.toSorted((a, b) => b.votes - a.votes || (a.id < b.id ? -1 : 1));
  const given = new Map(lists.map(({ id }) => [id, 0]));
  let left = input.seats;
  let best = highest(lists, given);
  let last = best;
  while (best.length > 0 && best.length <= left) {
    for (const { id } of best) given.set(id, (given.get(id) ?? 0) + 1);
    left -= best.length;
    last = best;
    best = highest(lists, given);
  }
  const nextInLine = left === 0 && input.seats > 0 ? inLine(best[0], last[0], given) : undefined;
  return {
    rule: "election.dHondt",
    citation: cite("election.multi", multi),
    alsoFrom: [],
    seats: input.seats,
    lists: lists.map(({ id, votes }) => ({ id, votes, seats: given.get(id) ?? 0 })),
    next: nextOf(lists, best, left),
    ...(nextInLine === undefined ? {} : { nextInLine }),
  };
}

/** The lists whose next quotient is the highest of all, as long as they have votes and people left. */
function highest(lists: readonly ListTally[], given: ReadonlyMap<string, number>): readonly ListTally[] {
  const divisor = ({ id }: ListTally): number => (given.get(id) ?? 0) + 1;
  const open = lists.filter((list) => list.votes > 0 && divisor(list) <= (list.candidates ?? divisor(list)));
  return open.filter((list) => open.every((other) => list.votes * divisor(other) >= other.votes * divisor(list)));
}

function nextOf(lists: readonly ListTally[], best: readonly ListTally[], left: number): DHondtNext {
  if (left === 0) return { kind: "done" };
  if (best.length > 0)
    return { kind: "lot", between: best.map(({ id }) => id).toSorted(), seats: left, drawnBy: "chair" };
  const reason = lists.some(({ votes }) => votes > 0) ? "noCandidates" : "noVotes";
  return { kind: "failed", reason: lists.length === 0 ? "noCandidates" : reason, seats: left };
}

/** More than the quotient that took the last seat: (votes + missing) / (own + 1) > lastVotes / lastSeats. */
function inLine(
  next: ListTally | undefined,
  last: ListTally | undefined,
  given: ReadonlyMap<string, number>,
): DHondtRuling["nextInLine"] {
  if (next === undefined || last === undefined) return undefined;
  const own = (given.get(next.id) ?? 0) + 1;
  const lastSeats = given.get(last.id) ?? 1;
  const enough = quotientDown(last.votes * own, lastSeats) + 1;
  return { id: next.id, votesMissing: Math.max(0, enough - next.votes) };
}

/** A list named twice or a count that is none is a bug of the caller. */
function requireSense({ seats, lists }: { readonly seats: number; readonly lists: readonly ListTally[] }): void {
  requireCounts({ seats });
  for (const { id: _, ...counts } of lists) requireCounts(counts);
  if (new Set(lists.map(({ id }) => id)).size < lists.length) throw new RangeError("a list stands twice");
}
