import type { LocalDate, LocalTime } from "./local-date.ts";

/** Termin: a local calendar day, with local times where they are known. */
export type Appointment = { readonly date: LocalDate; readonly from?: LocalTime; readonly to?: LocalTime };
