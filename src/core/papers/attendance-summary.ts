import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { Attendance } from "../meeting/state.ts";
import { seatsOn, votersOf } from "../membership/queries.ts";
import { attendanceGroups } from "./attendance-groups.ts";
import { kindOf, whoCame } from "./attendance-people.ts";
import { type PaperSource, timeInMeeting } from "./paper-source.ts";
import { organizationName, personName, personOfDay, seatName } from "./people-in-papers.ts";
import type { AttendancePerson, AttendanceSeat, AttendanceSummary } from "./views.ts";

/** Wer da war. Seats and heads apart; what nobody recorded stays open. */
export function attendanceSummary(source: PaperSource): AttendanceSummary {
  const { meeting, state } = source;
  const seats = seatsOn(state.membership, meeting.appointment.date).map(({ seat }) => seat);
  const came = whoCame(source);
  const represented = seatsRepresented(source);
  return {
    seats: meeting.attendance.size + meeting.excusedSeats.size === 0 ? [] : seats.map((seat) => seatRow(source, seat)),
    persons: came
      .filter((one) => one.seat === undefined || listedFor(source, one.seat)?.person !== one.person)
      .map((one) => otherPerson(source, one)),
    groups: attendanceGroups(source),
    votingSeats: seats.length,
    ...(came.length === 0 ? {} : { presentVotingSeats: represented.length }),
    ...(came.length === 0 || meeting.headCounts.length > 0 ? {} : { presentPersons: { number: came.length } }),
  };
}

/** Seats for which somebody was there at any time of the meeting. */
export function seatsRepresented(source: PaperSource): readonly SeatId[] {
  const { state, meeting } = source;
  const came = new Set(whoCame(source).map((one) => one.seat));
  return seatsOn(state.membership, meeting.appointment.date).flatMap(({ seat }) => (came.has(seat) ? [seat] : []));
}

/** Who stands in the list for a seat: its voting person, if there, else whoever came first for it. */
function listedFor(source: PaperSource, seat: SeatId): Attendance | undefined {
  const people = whoCame(source).filter((one) => one.seat === seat);
  return people.find((one) => isVoterOf(source, seat, one.person)) ?? people[0];
}

function isVoterOf(source: PaperSource, seat: SeatId, person: PersonId): boolean {
  const voters = votersOf(source.state.membership, seat, source.meeting.appointment.date);
  return voters.some((voter) => voter.person === person);
}

function seatRow(source: PaperSource, seat: SeatId): AttendanceSeat {
  const present = listedFor(source, seat);
  const organization = seatName(source, seat);
  if (present === undefined) return { organization, ...missing(source, seat), remote: false };
  const isRepresented = !isVoterOf(source, seat, present.person);
  return {
    organization,
    status: isRepresented ? "represented" : "present",
    person: personName(source, present.person),
    ...(isRepresented ? representedPerson(source, seat) : {}),
    remote: present.status === "remote",
    ...timesOf(source, seat),
  };
}

function missing(source: PaperSource, seat: SeatId): Pick<AttendanceSeat, "status" | "person"> {
  const { meeting, state } = source;
  const excused = [...meeting.attendance.values()].find(
    (one) => one.status === "excused" && personOfDay(source, one.person)?.seat === seat,
  );
  if (excused !== undefined) return { status: "excused", person: personName(source, excused.person) };
  const voter = votersOf(state.membership, seat, meeting.appointment.date)[0];
  const person = voter === undefined ? {} : { person: personName(source, voter.person) };
  return { status: meeting.excusedSeats.has(seat) ? "excused" : "absent", ...person };
}

/** "i. V. für": only where the seat has one voting person, so that it is sure who is represented. */
function representedPerson(source: PaperSource, seat: SeatId): Pick<AttendanceSeat, "representedPerson"> {
  const [voter, ...others] = votersOf(source.state.membership, seat, source.meeting.appointment.date);
  if (voter === undefined || others.length > 0) return {};
  return { representedPerson: personName(source, voter.person) };
}

/** From when, until when the seat was represented by anybody; nothing for those who were there all the time. */
function timesOf(source: PaperSource, seat: SeatId): Pick<AttendanceSeat, "from" | "until"> {
  const people = whoCame(source).filter((one) => one.seat === seat);
  const [first] = people;
  const isLate = people.every((one) => one.late);
  const isGone = people.every((one) => one.status === "left");
  const leftLast = people
    .flatMap((one) => one.leftAt ?? [])
    .sort()
    .at(-1);
  const from = isLate ? timeInMeeting(source, first?.arrivedAt) : undefined;
  const until = isGone ? timeInMeeting(source, leftLast) : undefined;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function otherPerson(source: PaperSource, one: Attendance): AttendancePerson {
  const person = personOfDay(source, one.person);
  const organization = organizationName(source, person);
  const { role, ...name } = personName(source, one.person);
  return {
    kind: kindOf(source, one),
    person: name,
    ...(organization === undefined ? {} : { organization }),
    ...(role === undefined ? {} : { role }),
  };
}
