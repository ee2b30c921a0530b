import type { Ballot } from "../ballot/state.ts";
import type { SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { presentSeats, seatsInRoom } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { seatsOn } from "../membership/queries.ts";
import { type MeetingQuorumRuling, quorumInMeeting } from "../rules/quorum-in-meeting.ts";
import type { Slices } from "./state.ts";

/** Sitze, die jetzt abstimmen könnten: seats that exist, are here and are not recused. */
export type VotingSeats = {
  readonly all: ReadonlySet<SeatId>;
  readonly present: ReadonlySet<SeatId>;
  readonly inRoom: ReadonlySet<SeatId>;
};

/** Befangene Sitze for an item. */
export function recusedSeats(state: Slices, item: number | undefined): ReadonlySet<SeatId> {
  return new Set(state.ballots.conflicts.filter((one) => one.item === item).map((one) => one.seat));
}

export function votingSeats(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  recused: ReadonlySet<SeatId>,
): VotingSeats {
  const all = new Set(seatsOn(state.membership, today).map((one) => one.seat));
  const counts = (seat: SeatId): boolean => all.has(seat) && !recused.has(seat);
  const remoteCounts = state.rules.quorum.remoteCounts.value;
  return {
    all,
    present: new Set([...presentSeats(meeting, remoteCounts)].filter(counts)),
    inRoom: new Set([...seatsInRoom(meeting)].filter(counts)),
  };
}

/** Beschlussfähigkeit in diesem Augenblick, by count. */
export function quorumNow(state: Slices, meeting: Meeting, today: LocalDate, item?: number): MeetingQuorumRuling {
  return ruling(state, meeting, today, recusedSeats(state, item), true);
}

/** Beschlussfähigkeit für eine Abstimmung: by count, or by the presumption once it was established. */
export function quorumForBallot(state: Slices, meeting: Meeting, today: LocalDate, item?: number): MeetingQuorumRuling {
  return ruling(state, meeting, today, recusedSeats(state, item), false);
}

/** Beschlussfähigkeit am Schluss einer Abstimmung: `present` counts seats that voted too, even if their people have left since. */
export function quorumAtClose(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  ballot: Ballot,
  present: number,
): MeetingQuorumRuling {
  return ruledOn(state, meeting, today, ballot.recused, { inRoom: present, remote: 0, isRequested: false });
}

function ruling(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  recused: ReadonlySet<SeatId>,
  isRequested: boolean,
): MeetingQuorumRuling {
  const seats = votingSeats(state, meeting, today, recused);
  const inRoom = seats.inRoom.size;
  return ruledOn(state, meeting, today, recused, { inRoom, remote: seats.present.size - inRoom, isRequested });
}

type Presence = { readonly inRoom: number; readonly remote: number; readonly isRequested: boolean };

function ruledOn(
  state: Slices,
  meeting: Meeting,
  today: LocalDate,
  recused: ReadonlySet<SeatId>,
  { inRoom, remote, isRequested }: Presence,
): MeetingQuorumRuling {
  const { all } = votingSeats(state, meeting, today, recused);
  return quorumInMeeting(state.rules, {
    votingSeats: all.size,
    presentVoting: inRoom,
    remote,
    recused: [...recused].filter((seat) => all.has(seat)).length,
    isEstablished: meeting.quorumFindings.at(-1)?.quorate ?? false,
    isRequested,
  });
}
