import type { PersonId, SeatId } from "../kernel/ids.ts";
import { proxiesOf } from "../meeting/queries.ts";
import { personOn, seatOn } from "../membership/queries.ts";
import { cite } from "../rules/setting.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { minutes } from "./may.ts";
import { openMeeting } from "./meeting-now.ts";
import { seatVoterNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Stimmführung benennen: who votes for the person's seat in this meeting; by the seat's own people, or entered by the leadership. */
export function designateVoter(state: Slices, { person }: Of<"DesignateVoter">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const { splitVote } = state.rules.membership;
  if (splitVote.value !== "designated")
    return refused({ code: "NoDesignation", citation: cite("membership.splitVote", splitVote) });
  const member = personOn(state.membership, person, given.today);
  if (member === undefined) return refused({ code: "UnknownPerson", person });
  const { seat } = member;
  if (seat === undefined) return refused({ code: "SeatHasNoVote", person });
  if (seatOn(state.membership, seat, given.today) === undefined) return refused({ code: "UnknownSeat", seat });
  if (!mayActFor(state, seat, given)) return refused({ code: "SeatNotYours", person: given.actor, seat });
  if (meeting.value.designated.get(seat) === person) return refused({ code: "VoterUnchanged", seat, person });
  return happened({ type: "VoterDesignated", seat, person });
}

/**
 * Vollmacht für diese Sitzung: the person votes for this seat beside its own, as often as the rules allow. Given by a voting member of
 * the seat, or entered by the leadership, who has seen the paper.
 */
export function grantProxy(state: Slices, { seat, person }: Of<"GrantProxy">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (seatOn(state.membership, seat, given.today) === undefined) return refused({ code: "UnknownSeat", seat });
  const member = personOn(state.membership, person, given.today);
  if (member === undefined) return refused({ code: "UnknownPerson", person });
  if (member.seat === undefined) return refused({ code: "SeatHasNoVote", person });
  if (member.seat === seat) return refused({ code: "ProxyForOwnSeat", person, seat });
  if (!mayActFor(state, seat, given)) return refused({ code: "SeatNotYours", person: given.actor, seat });
  if (meeting.value.proxies.get(seat)?.holder === person) return refused({ code: "VoterUnchanged", seat, person });
  const otherSeats = 1 + proxiesOf(meeting.value, person).length;
  const ruling = seatVoterNow(state, member, seat, given.today, otherSeats);
  if (!ruling.isAllowed && ruling.reason !== "chairHasNoVote")
    return refused({ code: "SeatNotForYou", person, seat, ruling });
  return happened({ type: "ProxyGranted", seat, person });
}

/** Vollmacht zurückziehen: by the seat, the holder, or the leadership. */
export function endProxy(state: Slices, { seat }: Of<"EndProxy">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const holder = meeting.value.proxies.get(seat)?.holder;
  if (holder === undefined) return refused({ code: "NoProxy", seat });
  if (holder !== given.actor && !mayActFor(state, seat, given))
    return refused({ code: "SeatNotYours", person: given.actor, seat });
  return happened({ type: "ProxyEnded", seat });
}

function mayActFor(state: Slices, seat: SeatId, { actor, today }: Given): boolean {
  return isVoterOf(state, actor, seat, today) || minutes(state, actor, today);
}

function isVoterOf(state: Slices, person: PersonId, seat: SeatId, today: Given["today"]): boolean {
  const member = personOn(state.membership, person, today);
  return member?.seat === seat && member.role === "voting";
}
