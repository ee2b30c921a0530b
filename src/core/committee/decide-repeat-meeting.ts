import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { cite } from "../rules/setting.ts";
import type { Command, Given } from "./commands.ts";
import { scheduleMeeting } from "./decide-meeting.ts";
import { type Decided, refused } from "./decision.ts";
import { repeatDayProblem } from "./repeat-meeting.ts";
import type { Slices } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * Wiederholungssitzung ansetzen: for what was deferred because a meeting was not quorate. It takes these items onto its agenda; whether it
 * decides them with few present depends on the notice in its invitation.
 */
export function scheduleRepeatMeeting(state: Slices, command: Of<"ScheduleRepeatMeeting">, given: Given): Decided {
  const { repeat } = state.rules.quorum;
  if (!repeat.value.enabled) return refused({ code: "NoRepeatMeeting", citation: cite("quorum.repeat", repeat) });
  const lost = deferringMeeting(state);
  if (lost === undefined) return refused({ code: "NothingDeferred" });
  const problem = repeatDayProblem(state, lost, command.appointment.date, given);
  if (problem !== undefined) return refused(problem);
  const { type: _, notice, ...plan } = command;
  return scheduleMeeting(state, { type: "ScheduleMeeting", ...plan }, given, { repeatOf: lost.number, notice });
}

/** The meeting of which items still wait because it was not quorate: the latest. */
function deferringMeeting(state: Slices): Meeting | undefined {
  const meetings = state.agenda.adjourned.flatMap((number) => {
    const item = entry(state.agenda.items, number);
    return item?.deferred === true ? [item.meeting] : [];
  });
  const meeting = heldBefore(state, entry(state.meetings.meetings, Math.max(0, ...meetings)));
  return meeting?.status === "closed" ? meeting : undefined;
}

/** A repeat meeting that was cancelled gives back what it was to repeat. */
function heldBefore(state: Slices, meeting: Meeting | undefined): Meeting | undefined {
  if (meeting?.status !== "cancelled" || meeting.repeatOf === undefined) return meeting;
  return heldBefore(state, entry(state.meetings.meetings, meeting.repeatOf));
}
