import { entry } from "../kernel/table.ts";
import type { Decision } from "./decision.ts";
import type { Slices } from "./state.ts";
import type { SystemCommand, SystemGiven } from "./system-commands.ts";
import { phaseNow } from "./workshop-now.ts";

/** Die Zeit einer Phase ist um: told once, and only while that phase still runs. */
export function phaseTimeUp(
  state: Slices,
  command: Extract<SystemCommand, { type: "EndPhaseTime" }>,
  given: SystemGiven,
): Decision {
  const workshop = entry(state.workshops.workshops, command.workshop);
  const now = workshop === undefined ? undefined : phaseNow(workshop);
  if (workshop === undefined || now?.phase !== command.phase || now.isTimeUp) return { events: [] };
  if (now.until === undefined || given.now < now.until) return { events: [] };
  return { events: [{ type: "WorkshopTimeUp", workshop: workshop.workshop, phase: now.phase }] };
}
