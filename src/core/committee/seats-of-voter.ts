import type { Ballot } from "../ballot/state.ts";
import type { SeatId } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import { isHere, proxiesOf } from "../meeting/queries.ts";
import type { Attendance, Meeting } from "../meeting/state.ts";
import type { PersonRecord } from "../membership/events.ts";
import { personOn, seatOn } from "../membership/queries.ts";
import { cite } from "../rules/setting.ts";
import type { Given } from "./commands.ts";
import { refused } from "./decision.ts";
import { isTooLate } from "./late-voter.ts";
import type { Refusal } from "./refusal.ts";
import { seatVoterIn } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";
import { votingRightGone } from "./voting-right-now.ts";

/**
 * Sitze, deren Stimme eine Person abgibt: the one it is here for, and those it holds a power of attorney for; `wanted`: that one alone.
 * Refused if none of them may be voted for, with what bars the first.
 */
export function seatsOfVoter(
  state: Slices,
  meeting: Meeting,
  ballot: Ballot,
  wanted: SeatId | undefined,
  given: Given,
): Result<readonly SeatId[], Refusal> {
  const person = given.actor;
  const attendance = meeting.attendance.get(person);
  const member = personOn(state.membership, person, given.today);
  const own = member?.role === "voting" || member?.role === "substitute" ? member.seat : undefined;
  if (!isHere(attendance) || attendance === undefined)
    return refused(own === undefined ? { code: "NoVotingRight", person } : { code: "NotCheckedIn", person, seat: own });
  const held = heldBy(meeting, attendance);
  if (member === undefined || held.length === 0) return refused({ code: "NoVotingRight", person });
  if (wanted !== undefined && !held.includes(wanted))
    return refused({ code: "SeatNotHeld", person, seat: wanted, seats: held });
  const barred = barOf(state, ballot, attendance);
  if (barred !== undefined) return refused(barred);
  const asked = wanted === undefined ? held : [wanted];
  const allowed: SeatId[] = [];
  let first: Refusal | undefined;
  for (const seat of asked) {
    const bar = seatBar(state, meeting, ballot, { member, seat, otherSeats: held.indexOf(seat) }, given);
    if (bar === undefined) allowed.push(seat);
    else first ??= bar;
  }
  return allowed.length === 0 && first !== undefined ? refused(first) : ok(allowed);
}

function heldBy(meeting: Meeting, { person, seat }: Attendance): readonly SeatId[] {
  const proxies = proxiesOf(meeting, person);
  return seat === undefined ? proxies : [seat, ...proxies];
}

/** What bars the person altogether: its own seat is recused, it came too late, it takes part from afar and that does not count. */
function barOf(state: Slices, ballot: Ballot, attendance: Attendance): Refusal | undefined {
  const { person, seat, status } = attendance;
  if (seat !== undefined && ballot.recused.has(seat)) return { code: "SeatRecused", seat };
  if (isTooLate(state.rules, attendance, ballot.openedAt)) {
    const { lateArrival } = state.rules.vote;
    return { code: "ArrivedLate", person, openedAt: ballot.openedAt, citation: cite("vote.lateArrival", lateArrival) };
  }
  const counts = status === "present" || state.rules.quorum.remoteCounts.value;
  return counts ? undefined : { code: "NoVotingRight", person };
}

type Claim = { readonly member: PersonRecord; readonly seat: SeatId; readonly otherSeats: number };

function seatBar(
  state: Slices,
  meeting: Meeting,
  ballot: Ballot,
  { member, seat, otherSeats }: Claim,
  { today }: Given,
): Refusal | undefined {
  const { person } = member;
  if (ballot.recused.has(seat)) return { code: "SeatRecused", seat };
  if (seatOn(state.membership, seat, today) === undefined) return { code: "NoVotingRight", person };
  const gone = votingRightGone(state, seat, today);
  if (gone !== undefined) return { code: "VotingRightGone", seat, ruling: gone };
  const voted = ballot.votes.get(seat);
  // Who has voted is told by name before anything else.
  if (voted !== undefined && voted.person !== person) return undefined;
  const ruling = seatVoterIn(state, meeting, member, seat, { today, otherSeats });
  return ruling.isAllowed ? undefined : { code: "SeatNotForYou", person, seat, ruling };
}
