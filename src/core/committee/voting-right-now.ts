import type { SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { recordOn } from "../membership/periods.ts";
import { seatOn, seatsOn } from "../membership/queries.ts";
import type { Seat } from "../membership/state.ts";
import { type VotingRightRuling, votingRight } from "../rules/voting-right.ts";
import type { Slices } from "./state.ts";

/** Stimmrecht eines Sitzes heute; undefined if there is no such seat. */
export function votingRightNow(state: Slices, seat: SeatId, today: LocalDate): VotingRightRuling | undefined {
  const known = seatOn(state.membership, seat, today);
  return known === undefined ? undefined : rightOf(state, known, today);
}

/** Sitze mit Stimmrecht an einem Tag: without those whose right rests, and those whose contract has ended where that ends it. */
export function seatsWithVote(state: Slices, today: LocalDate): readonly Seat[] {
  const seats = seatsOn(state.membership, today);
  const { endsWith, suspension } = state.rules.membership;
  if (endsWith.value === "statement" && !suspension.value) return seats;
  return seats.filter((seat) => rightOf(state, seat, today).votingRight);
}

function rightOf(state: Slices, { organization }: Seat, today: LocalDate): VotingRightRuling {
  const known = state.membership.organizations.get(organization);
  const record = known === undefined ? undefined : recordOn(known, today);
  return votingRight(state.rules, {
    date: today,
    ...(record?.contractUntil === undefined ? {} : { contractUntil: record.contractUntil }),
    ...(record?.suspended === undefined ? {} : { isSuspended: record.suspended }),
  });
}
