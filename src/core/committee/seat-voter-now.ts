import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { isHere } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import type { PersonRecord } from "../membership/events.ts";
import { personOn, seatOn } from "../membership/queries.ts";
import { type SeatRole, type SeatVoterRuling, seatVoter } from "../rules/seat-vote.ts";
import { isAny, rolesNow } from "./may.ts";
import type { Slices } from "./state.ts";

/** Darf diese Person für diesen Sitz stimmen, under the rules of representation; who voted before is another question. */
export function seatVoterNow(
  state: Slices,
  member: PersonRecord,
  seat: SeatId,
  today: LocalDate,
  otherSeats = 0,
): SeatVoterRuling {
  return seatVoter(state.rules, {
    person: member.person,
    role: seatRole(state, member, seat, today),
    otherSeats,
    isChair: restsNow(state, member.person, today),
  });
}

/** The same in a meeting: beside that whom the seat has designated, and whether its own member is here. */
export function seatVoterIn(
  state: Slices,
  meeting: Meeting,
  member: PersonRecord,
  seat: SeatId,
  given: { readonly today: LocalDate; readonly otherSeats: number },
): SeatVoterRuling {
  const designated = meeting.designated.get(seat);
  const role = seatRole(state, member, seat, given.today);
  // Whoever votes for the own seat asks nobody.
  const memberHere = role === "delegate" ? undefined : memberOfSeat(state, meeting, seat, member.person, given.today);
  return seatVoter(state.rules, {
    person: member.person,
    role,
    otherSeats: given.otherSeats,
    isChair: restsNow(state, member.person, given.today),
    ...(designated === undefined ? {} : { designated }),
    ...(memberHere === undefined ? {} : { memberHere }),
  });
}

/** A voting member of the seat who is here for it and could vote: not this person, not one whose vote rests. */
function memberOfSeat(
  state: Slices,
  meeting: Meeting,
  seat: SeatId,
  except: PersonId,
  today: LocalDate,
): PersonId | undefined {
  const here = [...meeting.attendance.values()].filter((one) => isHere(one) && one.seat === seat);
  return here.find(({ person }) => {
    const member = personOn(state.membership, person, today);
    return person !== except && member?.role === "voting" && member.seat === seat && !restsNow(state, person, today);
  })?.person;
}

function seatRole(state: Slices, member: PersonRecord, seat: SeatId, today: LocalDate): SeatRole {
  if (member.seat === seat && member.role === "voting") return "delegate";
  const organization = seatOn(state.membership, seat, today)?.organization;
  return organization !== undefined && organization === member.organization ? "namedDeputy" : "powerOfAttorney";
}

/** Im Vorsitz ruht die Stimme, where the rules say so. */
export function restsNow(state: Slices, person: PersonId, today: LocalDate): boolean {
  if (state.rules.office.chair.chairKeepsSeatVote.value) return false;
  return isAny(rolesNow(state, person, today), ["chair"]);
}
