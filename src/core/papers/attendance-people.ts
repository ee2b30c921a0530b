import type { Attendance } from "../meeting/state.ts";
import { rolesOf } from "../membership/queries.ts";
import type { PaperSource } from "./paper-source.ts";
import type { AttendancePerson } from "./views.ts";

/** Everybody who was there for a while, in the order in which they came. */
export function whoCame({ meeting }: PaperSource): readonly Attendance[] {
  return [...meeting.attendance.values()].filter((one) => one.arrivedAt !== undefined);
}

/** As what somebody was there: for a Träger, for the Geschäftsführung, to advise, as a guest. */
export function kindOf({ state, meeting }: PaperSource, one: Attendance): AttendancePerson["kind"] {
  const roles = rolesOf(state.membership, one.person, meeting.appointment.date);
  if (one.seat !== undefined || roles.has("voting") || roles.has("substitute")) return "delegate";
  if (roles.has("office")) return "office";
  return roles.has("advisory") ? "advisory" : "guest";
}
