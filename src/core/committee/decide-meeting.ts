import type { PersonId, SeatId } from "../kernel/ids.ts";
import { ok } from "../kernel/result.ts";
import { entry } from "../kernel/table.ts";
import { currentMeeting, isHere, peopleOfSeat } from "../meeting/queries.ts";
import type { Attendance, Meeting } from "../meeting/state.ts";
import type { PersonRecord } from "../membership/events.ts";
import { holdersOf, personOn, seatOn, seatsOn } from "../membership/queries.ts";
import { carriedAtOpening, carriedToNext } from "./carry-over.ts";
import { closingOf } from "./closing-of-meeting.ts";
import type { Command, Given } from "./commands.ts";
import { type Decided, happened, refused } from "./decision.ts";
import type { CommitteeEvent } from "./events.ts";
import { leads, minutes } from "./may.ts";
import { dayProblem } from "./meeting-day.ts";
import { openMeeting, plannedMeeting } from "./meeting-now.ts";
import { minutesItemsAfter } from "./minutes-on-agenda.ts";
import { repeatProblem } from "./repeat-meeting.ts";
import { type Repeat, scheduledMeeting } from "./schedule-events.ts";
import { seatVoterNow } from "./seat-voter-now.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Sitzung planen. Twice the same day is refused. `repeat`: it repeats one that was not quorate. */
export function scheduleMeeting(state: Slices, command: Of<"ScheduleMeeting">, given: Given, repeat?: Repeat): Decided {
  const problem = dayProblem(state, command.appointment.date, given);
  return problem === undefined
    ? happened(...scheduledMeeting(state, command, { today: given.today, repeat }))
    : refused(problem);
}

/** Sitzung eröffnen: the one planned for today or the next one; without a plan, one for today. A second call is refused. */
export function openTheMeeting(state: Slices, command: Of<"OpenMeeting">, given: Given): Decided {
  const running = currentMeeting(state.meetings);
  if (running !== undefined)
    return refused({ code: "MeetingAlreadyOpen", meeting: running.number, since: running.openedAt });
  const planned = plannedMeeting(state, given.today);
  const tooEarly = planned === undefined ? undefined : repeatProblem(state, planned, given);
  if (tooEarly !== undefined) return refused(tooEarly);
  const plan =
    planned === undefined
      ? scheduledMeeting(
          state,
          { appointment: { date: given.today }, ...(command.place === undefined ? {} : { place: command.place }) },
          { today: given.today },
        )
      : carriedAtOpening(state, planned);
  const meeting = planned?.number ?? state.meetings.meetings.size + 1;
  const minuteTaker = holdersOf(state.membership, "minuteTaker", given.today)[0]?.person;
  return happened(...plan, {
    type: "MeetingOpened",
    meeting,
    chairedBy: given.actor,
    ...(minuteTaker === undefined ? {} : { minuteTaker }),
  });
}

/** Sitzungsleitung übergeben, Protokollführung benennen. */
export function namePerson(state: Slices, command: Of<"NameChair"> | Of<"NameMinuteTaker">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (personOn(state.membership, command.person, given.today) === undefined)
    return refused({ code: "UnknownPerson", person: command.person });
  return happened({
    type: command.type === "NameChair" ? "MeetingChaired" : "MinuteTakerNamed",
    person: command.person,
  });
}

export function pauseMeeting(state: Slices, command: Of<"PauseMeeting">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (state.ballots.open !== undefined) return refusedForBallot(state);
  if (meeting.value.status !== "open")
    return refused({ code: "MeetingIs", status: meeting.value.status, needed: "open" });
  const { minutes: planned } = command;
  return happened({ type: "MeetingPaused", ...(planned === undefined ? {} : { minutes: planned }) });
}

export function resumeMeeting(state: Slices, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (meeting.value.status !== "paused")
    return refused({ code: "MeetingIs", status: meeting.value.status, needed: "paused" });
  return happened({ type: "MeetingResumed" });
}

/** Sitzung schließen: only when no ballot, election or collection is open. Items that wait are adjourned. */
export function closeMeeting(state: Slices, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const closing = closingOf(state, meeting.value, { today: given.today, isInquorate: false });
  if (!closing.ok) return closing;
  const closed = [...closing.value, ...minutesItemsAfter(state, meeting.value, given.today)];
  return happened(...closed, ...carriedToNext(state, closed, plannedMeeting(state, given.today)));
}

function refusedForBallot(state: Slices): Decided {
  const ballot = entry(state.ballots.ballots, state.ballots.open ?? 0);
  if (ballot === undefined) throw new Error("an open ballot is not in its table");
  return refused({ code: "BallotStillOpen", ballot: ballot.ballot, subject: ballot.subject });
}

/**
 * Anwesenheit eintragen: for oneself, or by leadership and minute taker for people in the room. Each person casts the vote of
 * its own seat; a substitute or the leadership may name the seat represented. Who is entered so already is passed over; only when
 * that is all of them is it refused. Anything else that does not fit refuses the whole.
 */
export function recordAttendance(state: Slices, command: Of<"RecordAttendance">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const forOthers = command.people.some((person) => person !== given.actor);
  if (forOthers && !minutes(state, given.actor, given.today)) return refused({ code: "OnlyForYourself" });
  const events: CommitteeEvent[] = [];
  const unchanged: PersonId[] = [];
  for (const person of command.people) {
    const one = attendanceOf(state, meeting.value, person, command, given);
    if (one.ok) events.push(...one.value.events);
    else if (one.error.code === "AttendanceUnchanged") unchanged.push(person);
    else return one;
  }
  if (events.length === 0) return refused({ code: "AttendanceUnchanged", people: unchanged, status: command.status });
  return ok({ events, ...(unchanged.length === 0 ? {} : { unchanged }) });
}

function attendanceOf(
  state: Slices,
  meeting: Meeting,
  person: PersonId,
  command: Of<"RecordAttendance">,
  given: Given,
): Decided {
  const member = personOn(state.membership, person, given.today);
  if (member === undefined) return refused({ code: "UnknownPerson", person });
  const before = meeting.attendance.get(person);
  const { status } = command;
  if (status === "left" && !isHere(before)) return refused({ code: "NotPresent", person });
  const seat = status === "present" || status === "remote" ? (command.seat ?? member.seat) : undefined;
  const problem = seatProblem(state, member, seat, given);
  if (problem !== undefined) return problem;
  if (isSame(before, status, seat)) return refused({ code: "AttendanceUnchanged", people: [person], status });
  const late = meeting.openedAt !== undefined && itemWasCalled(state, meeting.number);
  return happened({
    type: "AttendanceRecorded",
    person,
    status,
    late: late && status !== "excused",
    ...(seat === undefined ? {} : { seat }),
  });
}

/** Late: after the first item of the agenda was called. Before that, people are still coming in. */
function itemWasCalled(state: Slices, meeting: number): boolean {
  return entry(state.agenda.agendas, meeting)?.called !== undefined;
}

function isSame(before: Attendance | undefined, status: string, seat: SeatId | undefined): boolean {
  return before?.status === status && (before.seat === seat || status === "excused");
}

/** Whose vote the person is to cast: its own seat's, its Träger's as deputy, another's only as the rules allow and the leadership enters it. */
function seatProblem(
  state: Slices,
  member: PersonRecord,
  wanted: SeatId | undefined,
  given: Given,
): Decided | undefined {
  if (wanted === undefined) return undefined;
  const { person } = member;
  const seat = seatOn(state.membership, wanted, given.today);
  if (seat === undefined) return refused({ code: "UnknownSeat", seat: wanted });
  if (member.role === "guest" || member.role === "advisory") return refused({ code: "SeatHasNoVote", person });
  const ruling = seatVoterNow(state, member, wanted, given.today);
  if (!ruling.isAllowed && ruling.reason !== "chairHasNoVote")
    return refused({ code: "SeatNotForYou", person, seat: wanted, ruling });
  const isOwn = seat.organization === member.organization;
  return isOwn || leads(state, given.actor, given.today)
    ? undefined
    : refused({ code: "SeatNotYours", person, seat: wanted });
}

export function excuseSeat(state: Slices, command: Of<"ExcuseSeat">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  if (!seatsOn(state.membership, given.today).some((one) => one.seat === command.seat))
    return refused({ code: "UnknownSeat", seat: command.seat });
  const people = peopleOfSeat(meeting.value, command.seat);
  if (people.length > 0) return refused({ code: "SeatIsPresent", seat: command.seat, people });
  return happened({ type: "SeatExcused", seat: command.seat });
}

const MOST_HEADS = 100_000;

export function recordHeadCount(state: Slices, command: Of<"RecordHeadCount">, given: Given): Decided {
  const meeting = openMeeting(state, given.today);
  if (!meeting.ok) return meeting;
  const { group, qualifier, count } = command;
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > MOST_HEADS))
    return refused({ code: "CountOutOfRange" });
  const number = meeting.value.headCounts.length + 1;
  return happened({
    type: "HeadCountRecorded",
    entry: number,
    group,
    qualifier,
    ...(count === undefined ? {} : { count }),
  });
}
