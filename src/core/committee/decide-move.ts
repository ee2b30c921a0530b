import type { Appointment } from "../kernel/appointment.ts";
import { sameData } from "../kernel/same-data.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { checkedCall } from "./call-check.ts";
import type { Given } from "./commands.ts";
import type { InvitationCommand } from "./commands-scheduling.ts";
import { type Decided, happened, refused } from "./decision.ts";
import { earliestMeeting } from "./earliest-meeting.ts";
import { dayProblem } from "./meeting-day.ts";
import { oneMeetingMeant } from "./meeting-meant.ts";
import type { Refusal } from "./refusal.ts";
import { repeatDayProblem } from "./repeat-meeting.ts";
import type { Slices } from "./state.ts";

type Move = Extract<InvitationCommand, { type: "MoveMeeting" }>;

/**
 * Sitzung verlegen: one that is planned, under the checks of planning. Where the call has gone out, a new one of today has to be in time for
 * the new day, or urgent.
 */
export function moveMeeting(state: Slices, command: Move, given: Given): Decided {
  const meant = oneMeetingMeant(state, command.meeting, given.today);
  if (!meant.ok) return meant;
  const meeting = meant.value;
  const appointment = withTimesOf(meeting, command.appointment);
  const place = command.place ?? meeting.place;
  if (sameData(appointment, meeting.appointment) && place === meeting.place)
    return refused({ code: "MeetingUnchanged", date: appointment.date });
  const problem = problemOf(state, meeting, appointment, command, given);
  if (problem !== undefined) return refused(problem);
  const { reason } = command;
  return happened({
    type: "MeetingMoved",
    meeting: meeting.number,
    appointment,
    ...(command.place === undefined ? {} : { place: command.place }),
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Said without any time, it begins and ends as before. */
function withTimesOf({ appointment: { from, to } }: Meeting, wanted: Appointment): Appointment {
  if (wanted.from !== undefined) return wanted;
  return { ...wanted, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function problemOf(
  state: Slices,
  meeting: Meeting,
  appointment: Appointment,
  command: Move,
  given: Given,
): Refusal | undefined {
  const { date } = appointment;
  const lost = meeting.repeatOf === undefined ? undefined : entry(state.meetings.meetings, meeting.repeatOf);
  return (
    dayProblem(state, date, given, meeting) ??
    (lost === undefined ? undefined : repeatDayProblem(state, lost, date, given)) ??
    (date === meeting.appointment.date || !isCalled(state, meeting)
      ? undefined
      : callProblem(state, { ...meeting, appointment }, command, given))
  );
}

/** Geladen: the call was entered, or sent from here. */
export function isCalled({ invitations }: Slices, { number, invitation }: Meeting): boolean {
  return invitation !== undefined || (invitations.get(number)?.editions.length ?? 0) > 0;
}

/** Ladungsfrist of the new day, for a call that goes out today. */
function callProblem(state: Slices, meeting: Meeting, { urgent, reason }: Move, given: Given): Refusal | undefined {
  const facts = { notInvited: [], urgent, ...(reason === undefined ? {} : { reason }), regardless: false };
  const checked = checkedCall(state, meeting, facts, given);
  if (checked.ok || checked.error.code !== "CallTooLate") return undefined;
  const earliest = earliestMeeting(state, given);
  return { ...checked.error, act: "move", ...(earliest === undefined ? {} : { earliest }) };
}
