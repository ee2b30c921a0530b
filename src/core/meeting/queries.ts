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

type Here = {
  /** Those who dialled in count. */
  readonly withRemote: boolean;
  readonly recused: ReadonlySet<SeatId>;
  /** Who has no vote at the moment: such a person alone does not make a seat present. */
  rests(one: Attendance): boolean;
};

/**
 * Anwesende Sitze: each once, however many of its people are here. A seat is here with somebody who may vote for it, or with the
 * holder of its power of attorney, unless that person's own seat is recused.
 */
export function seatsHere(meeting: Meeting, { withRemote, recused, rests }: Here): ReadonlySet<SeatId> {
  const counts = (one: Attendance | undefined): one is Attendance =>
    one?.status === "present" || (withRemote && one?.status === "remote");
  const seats = new Set<SeatId>();
  for (const one of meeting.attendance.values())
    if (counts(one) && one.seat !== undefined && !rests(one)) seats.add(one.seat);
  for (const [seat, { holder }] of meeting.proxies) {
    const attendance = meeting.attendance.get(holder);
    const isExcluded = attendance?.seat !== undefined && recused.has(attendance.seat);
    if (counts(attendance) && !isExcluded && !rests(attendance)) seats.add(seat);
  }
  return seats;
}

/** Sitze, für die jemand Vollmacht hat, in the order in which they were given. */
export function proxiesOf(meeting: Meeting, person: PersonId): readonly SeatId[] {
  if (meeting.proxies.size === 0) return [];
  return [...meeting.proxies].filter(([, { holder }]) => holder === person).map(([seat]) => seat);
}

/** Who of a seat is here, in the order in which they came. */
export function peopleOfSeat(meeting: Meeting, seat: SeatId): readonly PersonId[] {
  return [...meeting.attendance.values()].filter((one) => isHere(one) && one.seat === seat).map((one) => one.person);
}
