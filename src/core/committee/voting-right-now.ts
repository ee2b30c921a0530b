import type { SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { recordOn } from "../membership/periods.ts";
import { seatOn, seatsOn } from "../membership/queries.ts";
import type { Seat } from "../membership/state.ts";
import { type VotingRightRuling, votingRight } from "../rules/voting-right.ts";
import type { Slices } from "./state.ts";

/** Warum ein Sitz heute keine Stimme hat; undefined if it has one, or if there is no such seat. */
export function votingRightGone(state: Slices, seat: SeatId, today: LocalDate): VotingRightRuling | undefined {
  if (nothingEndsIt(state)) return undefined;
  const known = seatOn(state.membership, seat, today);
  const right = known === undefined ? undefined : rightOf(state, known, today);
  return right?.votingRight === false ? right : undefined;
}

/** Sitze mit Stimmrecht an einem Tag: without those whose right rests, and those whose contract has ended where that ends it. */
export function seatsWithVote(state: Slices, today: LocalDate): readonly Seat[] {
  const seats = seatsOn(state.membership, today);
  return nothingEndsIt(state) ? seats : seats.filter((seat) => rightOf(state, seat, today).votingRight);
}

/** Under rules that know neither an end with the contract nor a right that rests, every seat has its vote. */
function nothingEndsIt({ rules }: Slices): boolean {
  const { endsWith, suspension } = rules.membership;
  return endsWith.value === "statement" && !suspension.value;
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
