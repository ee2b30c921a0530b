import type { LocalDate } from "../kernel/local-date.ts";
import { entries } from "../kernel/table.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Given } from "./commands.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Sitzung an diesem Tag, planned or running. */
export function meetingOn(state: Slices, date: LocalDate): Meeting | undefined {
  return entries(state.meetings.meetings).find(
    ({ status, appointment }) => status !== "closed" && status !== "cancelled" && appointment.date === date,
  );
}

/** Warum an diesem Tag keine Sitzung angesetzt werden kann: it is past, or has one. `moved`: the meeting that is to go there. */
export function dayProblem(
  state: Slices,
  date: LocalDate,
  { today }: Pick<Given, "today">,
  moved?: Meeting,
): Refusal | undefined {
  if (date < today) return { code: "DateIsPast", date, today };
  const same = meetingOn(state, date);
  return same === undefined || same.number === moved?.number
    ? undefined
    : { code: "MeetingAlreadyPlanned", meeting: same.number, date };
}
