import type { PersonId, SeatId } from "../kernel/ids.ts";
import { entry } from "../kernel/table.ts";
import type { Attendance, Meeting, MeetingsState } from "./state.ts";

/** Laufende Sitzung: open or paused. */
export function currentMeeting(state: MeetingsState): Meeting | undefined {
  return state.current === undefined ? undefined : entry(state.meetings, state.current);
}

export function isHere(attendance: Attendance | undefined): boolean {
  return attendance?.status === "present" || attendance?.status === "remote";
}

/** Anwesende Sitze: each seat once, however many of its people are here. `remoteCounts`: those who dialled in count. */
export function presentSeats(meeting: Meeting, remoteCounts: boolean): ReadonlySet<SeatId> {
  const seats = new Set<SeatId>();
  for (const attendance of meeting.attendance.values()) {
    const counts = attendance.status === "present" || (remoteCounts && attendance.status === "remote");
    if (counts && attendance.seat !== undefined) seats.add(attendance.seat);
  }
  return seats;
}

/** Sitze im Raum: those of whose people at least one sits in the room, so that a raised hand can be seen. */
export function seatsInRoom(meeting: Meeting): ReadonlySet<SeatId> {
  return presentSeats(meeting, false);
}

/** Who of a seat is here, in the order in which they came. */
export function peopleOfSeat(meeting: Meeting, seat: SeatId): readonly PersonId[] {
  return [...meeting.attendance.values()].filter((one) => isHere(one) && one.seat === seat).map((one) => one.person);
}
