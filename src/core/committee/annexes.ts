import { entries } from "../kernel/table.ts";
import type { Workshop } from "../workshop/state.ts";
import type { Slices } from "./state.ts";
import { hasBegun } from "./workshop-now.ts";

/** Sitzungen, zu deren Bericht die Dokumentation des Workshops gehört: those it was annexed to, and the one it continues. */
export function workshopAnnexes(state: Slices, workshop: Workshop): readonly number[] {
  const annexed = entries(state.minutes.entries).flatMap((one) =>
    one.kind === "documentation" && one.documented === workshop.workshop ? (one.meeting ?? []) : [],
  );
  const { continues } = workshop;
  return [...new Set(continues === undefined || !hasBegun(workshop) ? annexed : [continues, ...annexed])];
}

/** Workshops, deren Dokumentation zum Bericht über die Sitzung gehört. */
export function annexedWorkshops(state: Slices, meeting: number): readonly Workshop[] {
  return entries(state.workshops.workshops).filter((workshop) => workshopAnnexes(state, workshop).includes(meeting));
}
