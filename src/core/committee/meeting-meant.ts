import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { refused } from "./decision.ts";
import { plannedMeeting } from "./meeting-now.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Geplante Sitzungen from today on, in order of their days. */
export function comingMeetings(state: Slices, today: LocalDate): readonly Meeting[] {
  return plannedMeetings(state).filter(({ appointment }) => appointment.date >= today);
}

/** Those too whose day is over and that were never opened. */
function plannedMeetings(state: Slices): readonly Meeting[] {
  return entries(state.meetings.meetings)
    .filter(({ status }) => status === "planned")
    .toSorted((one, other) => (one.appointment.date < other.appointment.date ? -1 : 1));
}

/** Die gemeinte Sitzung: the planned one of this number; the next one to come, if none is said. */
export function meetingMeant(state: Slices, number: number | undefined, today: LocalDate): Result<Meeting, Refusal> {
  const meeting = number === undefined ? plannedMeeting(state, today) : entry(state.meetings.meetings, number);
  return meeting?.status === "planned" ? ok(meeting) : refused({ code: "NoMeeting" });
}

/** For what must not hit the wrong one: with several to come it is asked which. */
export function oneMeetingMeant(state: Slices, number: number | undefined, today: LocalDate): Result<Meeting, Refusal> {
  const coming = comingMeetings(state, today);
  if (number === undefined && coming.length > 1)
    return refused({ code: "WhichMeeting", planned: coming.map(({ appointment }) => appointment.date) });
  return meetingMeant(state, number, today);
}
