import type { LocalDate } from "../kernel/local-date.ts";
import { minutesBetween } from "../kernel/minutes-between.ts";
import { entry } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import { isTooEarly } from "../rules/quorum-repeat.ts";
import { cite } from "../rules/setting.ts";
import type { Given } from "./commands.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Wiederholungssitzung on the same day: not before the minutes the rules name have passed. */
export function repeatProblem(state: Slices, planned: Meeting, given: Given): Refusal | undefined {
  const lost = planned.repeatOf === undefined ? undefined : entry(state.meetings.meetings, planned.repeatOf);
  if (lost?.closedAt === undefined || lost.appointment.date !== given.today) return undefined;
  const minutes = Math.max(0, minutesBetween(lost.closedAt, given.now));
  return isTooEarly(state.rules.quorum.repeat.value, minutes) ? tooEarly(state, lost, given) : undefined;
}

/** On the day of the meeting it repeats only where the rules name the minutes between them. */
export function repeatDayProblem(state: Slices, lost: Meeting, date: LocalDate, given: Given): Refusal | undefined {
  const isTooEarly = lost.appointment.date === date && state.rules.quorum.repeat.value.afterMinutes === undefined;
  return isTooEarly ? tooEarly(state, lost, given) : undefined;
}

function tooEarly(state: Slices, lost: Meeting, given: Given): Refusal {
  const { repeat } = state.rules.quorum;
  return {
    code: "RepeatTooEarly",
    afterMinutes: repeat.value.afterMinutes,
    minutes: lost.closedAt === undefined ? 0 : Math.max(0, minutesBetween(lost.closedAt, given.now)),
    citation: cite("quorum.repeat", repeat),
  };
}
