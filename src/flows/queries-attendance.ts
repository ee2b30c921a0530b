import { currentMeeting, isHere, peopleOfSeat } from "../core/meeting/queries.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { seatsOn } from "../core/membership/queries.ts";
import { headCountText } from "../texts/announcements-meeting.ts";
import { people } from "../texts/names.ts";
import {
  groupsHead,
  missingHead,
  nobodyThere,
  noMeetingRuns,
  presentHead,
  seatMissing,
  seatWith,
  withoutVoteHead,
} from "../texts/status.ts";
import type { Asked } from "./queries-asked.ts";
import { attendanceLines } from "./replies/live-messages.ts";
import { type Block, list } from "./reply.ts";

/** Wer da ist und wer fehlt: seats with their people, people without a vote, groups; heads and seats apart. */
export function attendanceBlocks(asked: Asked): readonly (Block | string)[] {
  const meeting = currentMeeting(asked.state.meetings);
  if (meeting === undefined) return [noMeetingRuns()];
  const { state, today, names } = asked;
  const seats = seatsOn(state.membership, today).map(({ seat, name }) => ({
    seat,
    name,
    here: peopleOfSeat(meeting, seat),
  }));
  const present = seats
    .filter(({ here }) => here.length > 0)
    .map(({ name, here }) => seatWith(name, people(names, here)));
  const missing = seats
    .filter(({ here }) => here.length === 0)
    .map(({ seat, name }) => seatMissing(name, isExcused(asked, meeting, seat)));
  const others = [...meeting.attendance.values()].filter((one) => isHere(one) && one.seat === undefined);
  const groups = meeting.headCounts.map(({ group, qualifier, count }) => headCountText(group, qualifier, count));
  return [
    ...attendanceLines(state, today),
    ...(present.length === 0 ? [nobodyThere()] : [presentHead(), list(present)]),
    ...section(
      withoutVoteHead(),
      others.map((one) => names.person(one.person)),
    ),
    ...section(groupsHead(), groups),
    ...section(missingHead(), missing),
  ];
}

const section = (head: string, lines: readonly string[]): readonly (Block | string)[] =>
  lines.length === 0 ? [] : [head, list(lines)];

/** Excused as a seat, or by one of its people. */
function isExcused({ state }: Asked, meeting: Meeting, seat: Parameters<typeof peopleOfSeat>[1]): boolean {
  if (meeting.excusedSeats.has(seat)) return true;
  return [...meeting.attendance.values()].some(
    (one) => one.status === "excused" && state.membership.people.get(one.person)?.seat === seat,
  );
}
