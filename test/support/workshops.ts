import type { Command } from "../../src/core/committee/commands.ts";
import { entry } from "../../src/core/kernel/table.ts";
import type { Workshop } from "../../src/core/workshop/state.ts";
import type { Past } from "./fold.ts";
import { type GivenCommittee, given } from "./given.ts";
import { day, time } from "./keys.ts";
import { smallCommittee } from "./small-committee.ts";

/** Friday and Saturday; the tests act on the Friday. */
export const twoDays = [
  { date: day("2023-01-27"), from: time("09:00"), to: time("16:00") },
  { date: day("2023-01-28") },
] as const;

type Planning = Extract<Command, { type: "PlanWorkshop" }>;

export const planningWorkshop = (more: Partial<Planning> = {}): Planning => ({
  type: "PlanWorkshop",
  title: "Klausur",
  days: twoDays,
  anonymous: false,
  hidden: false,
  ...more,
});

export const plannedWorkshop = (more: Partial<Planning> = {}): GivenCommittee =>
  given(smallCommittee()).when(planningWorkshop(more)).thenAccepted();
export const openedWorkshop = (more: Partial<Planning> = {}): GivenCommittee =>
  plannedWorkshop(more).when({ type: "OpenWorkshop" }).thenAccepted();
export const collectingIdeas = (more: Partial<Planning> = {}): GivenCommittee =>
  openedWorkshop(more).when({ type: "BeginPhase", kind: "ideas" }).thenAccepted();

export function workshopOf({ state }: Past, number = 1): Workshop {
  const found = entry(state.workshops.workshops, number);
  if (found === undefined) throw new Error(`there is no workshop ${number}`);
  return found;
}
