import { issuedMinutes, openMinutes, openObjections } from "../core/committee/minutes-now.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { noHolidays } from "../core/kernel/workdays.ts";
import type { Meeting } from "../core/meeting/state.ts";
import { minutesDeadlines } from "../core/rules/minutes-deadlines.ts";
import { draftStands, sentStands } from "../texts/announcements-issued-minutes.ts";

/** Offene Protokolle: as a draft with its last day, or sent and not approved yet. */
export const minutesLines = (state: CommitteeState): readonly string[] =>
  openMinutes(state).map((meeting) => lineOf(state, meeting));

function lineOf(state: CommitteeState, { number, appointment: { date } }: Meeting): string {
  const { sent } = issuedMinutes(state, number);
  // The last day for a draft does not move for a holiday.
  if (sent === undefined)
    return draftStands(date, minutesDeadlines(state.rules, { meeting: date, holidays: noHolidays }).draftDue);
  const open = openObjections(state, number).map(({ objection }) => objection);
  return sentStands(date, sent.on, sent.lastDay, open);
}
