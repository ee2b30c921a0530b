import { entries } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Slices } from "./state.ts";

/** Die wievielte Sitzung: counted by date, those before the bot came included, those that were cancelled not. */
export function ordinalOf({ state, meeting }: { readonly state: Slices; readonly meeting: Meeting }): number {
  const before = entries(state.meetings.meetings).filter(
    (other) => other.status !== "cancelled" && isBefore(other, meeting),
  );
  return (state.membership.description?.meetingsBefore ?? 0) + before.length + 1;
}

function isBefore(a: Meeting, b: Meeting): boolean {
  if (a.appointment.date !== b.appointment.date) return a.appointment.date < b.appointment.date;
  return a.number < b.number;
}
