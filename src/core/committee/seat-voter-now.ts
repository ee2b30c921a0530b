import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { PersonRecord } from "../membership/events.ts";
import { seatOn } from "../membership/queries.ts";
import { type SeatRole, type SeatVoterRuling, seatVoter } from "../rules/seat-vote.ts";
import { isAny, rolesNow } from "./may.ts";
import type { Slices } from "./state.ts";

/** Darf diese Person für diesen Sitz stimmen, under the rules of representation; who voted before is another question. */
export function seatVoterNow(state: Slices, member: PersonRecord, seat: SeatId, today: LocalDate): SeatVoterRuling {
  return seatVoter(state.rules, {
    person: member.person,
    role: seatRole(state, member, seat, today),
    otherSeats: 0,
    isChair: isChair(state, member.person, today),
  });
}

function seatRole(state: Slices, member: PersonRecord, seat: SeatId, today: LocalDate): SeatRole {
  if (member.seat === seat && member.role === "voting") return "delegate";
  const organization = seatOn(state.membership, seat, today)?.organization;
  return organization !== undefined && organization === member.organization ? "namedDeputy" : "powerOfAttorney";
}

/** Asked only where the chair loses the vote. */
function isChair(state: Slices, person: PersonId, today: LocalDate): boolean {
  if (state.rules.office.chair.chairKeepsSeatVote.value) return false;
  return isAny(rolesNow(state, person, today), ["chair"]);
}
