import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import type { PersonRecord } from "../membership/events.ts";
import { personOn } from "../membership/queries.ts";
import type { SeatVoterRuling } from "../rules/seat-vote.ts";
import type { SubstituteBar } from "./refusal-scheduling.ts";
import { restsNow, seatVoterNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";

/** Was eine Vertretung hindert: whether the substitute may cast the vote of the person's seat; undefined if so. */
export function substituteBar(
  state: Slices,
  member: PersonRecord,
  substitute: PersonId,
  day: LocalDate,
): SubstituteBar | undefined {
  const { seat } = member;
  if (seat === undefined) return { kind: "noSeat" };
  if (substitute === member.person) return { kind: "self" };
  const other = personOn(state.membership, substitute, day);
  if (other === undefined || !hasVote(other)) return { kind: "noVote", substitute };
  const ruling = standInRuling(state, other, seat, [], day);
  return ruling.isAllowed ? undefined : { kind: "rules", substitute, seat, ruling };
}

/** Könnte für den Sitz stimmen, beside the seats held by then. */
export function mayStandFor(
  state: Slices,
  person: PersonId,
  seat: SeatId,
  held: readonly SeatId[],
  day: LocalDate,
): boolean {
  const member = personOn(state.membership, person, day);
  if (member === undefined || !hasVote(member) || restsNow(state, person, day)) return false;
  return standInRuling(state, member, seat, held, day).isAllowed;
}

/** The own seat always counts among those a person votes for. */
function standInRuling(
  state: Slices,
  member: PersonRecord,
  seat: SeatId,
  held: readonly SeatId[],
  day: LocalDate,
): SeatVoterRuling {
  const others = new Set([...(member.seat === undefined ? [] : [member.seat]), ...held]);
  others.delete(seat);
  return seatVoterNow(state, member, seat, day, others.size);
}

const hasVote = ({ role }: PersonRecord): boolean => role === "voting" || role === "substitute";
