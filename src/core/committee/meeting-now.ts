import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries } from "../kernel/table.ts";
import { currentMeeting } from "../meeting/queries.ts";
import type { Meeting } from "../meeting/state.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Die Sitzung, um die es geht, wenn keine läuft: planned for today, or the next one to come. */
export function plannedMeeting(state: Slices, today: LocalDate): Meeting | undefined {
  const planned = entries(state.meetings.meetings).filter((one) => one.status === "planned");
  const coming = planned.filter((one) => one.appointment.date >= today);
  return coming.reduce<Meeting | undefined>(
    (first, one) => (first === undefined || one.appointment.date < first.appointment.date ? one : first),
    undefined,
  );
}

/** Laufende Sitzung, or the refusal that none is open, with the day of the next one. */
export function openMeeting(state: Slices, today: LocalDate): Result<Meeting, Refusal> {
  const meeting = currentMeeting(state.meetings);
  if (meeting !== undefined) return ok(meeting);
  return refused({ code: "NoMeetingOpen", planned: plannedMeeting(state, today)?.appointment.date });
}

/** Running and not paused. */
export function activeMeeting(state: Slices, today: LocalDate): Result<Meeting, Refusal> {
  const meeting = openMeeting(state, today);
  if (!meeting.ok || meeting.value.status === "open") return meeting;
  return refused({ code: "MeetingIs", status: meeting.value.status, needed: "open" });
}

/** Sitzung, deren Tagesordnung or papers are meant: the running one, else the next planned one, else the last one held. */
export function meetingAtHand(state: Slices, today: LocalDate): Meeting | undefined {
  return currentMeeting(state.meetings) ?? plannedMeeting(state, today) ?? lastMeeting(state);
}

export function lastMeeting(state: Slices): Meeting | undefined {
  return entries(state.meetings.meetings).findLast((one) => one.status === "closed");
}
