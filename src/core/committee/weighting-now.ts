import type { PersonId, SeatId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import { personOn, seatOn } from "../membership/queries.ts";
import type { DotTarget } from "../workshop/events.ts";
import type { Idea, IdeaGroup, Weighting } from "../workshop/state.ts";
import { refused } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** Laufende Gewichtung; there is one at most. */
export function openWeighting({ workshops }: Slices): Weighting | undefined {
  return entries(workshops.weightings).findLast(({ status }) => status === "open");
}

/** The open one; if another is named, it is said how that one ended. */
export function weightingMeant(state: Slices, number: number | undefined): Result<Weighting, Refusal> {
  const open = openWeighting(state);
  const named = number === undefined ? undefined : entry(state.workshops.weightings, number);
  if (named !== undefined && named.status !== "open")
    return refused({ code: "WeightingIs", weighting: named.weighting, status: named.status });
  return open === undefined || (number !== undefined && named === undefined)
    ? refused({ code: "NoWeightingOpen" })
    : ok(open);
}

/** Über eine dieser Gruppen wird gerade gepunktet: the number of that weighting. */
export function weightingOver(state: Slices, groups: readonly number[]): number | undefined {
  const open = openWeighting(state);
  return open?.over === "groups" && groups.some((group) => open.targets.includes(group)) ? open.weighting : undefined;
}

/** Was in einem Workshop gewichtet werden kann: ideas that stand, or groups that hold one. */
export function weighable({ workshops }: Slices, workshop: number, over: Weighting["over"]): readonly number[] {
  const ideas = entries(workshops.ideas).filter((one) => one.workshop === workshop && !one.isWithdrawn);
  if (over === "ideas") return ideas.map(({ idea }) => idea);
  const filled = new Set(ideas.map(({ group }) => group));
  return entries(workshops.groups)
    .filter((one) => one.workshop === workshop && one.mergedInto === undefined && filled.has(one.group))
    .map(({ group }) => group);
}

/** Ziel der Punkte, of the kind that is weighed. */
export const targetOf = ({ over }: Pick<Weighting, "over">, number: number): DotTarget => ({
  kind: over === "ideas" ? "idea" : "group",
  number,
});

export type DotGiver = { readonly person: PersonId; readonly seat?: SeatId };

/** Für wen jemand punktet: for itself, or for its seat where dots are given by seat; undefined without one. */
export function dotGiver(
  state: Slices,
  { per }: Pick<Weighting, "per">,
  person: PersonId,
  today: LocalDate,
): DotGiver | undefined {
  const record = personOn(state.membership, person, today);
  if (record === undefined) return undefined;
  if (per === "person") return { person };
  const { role, seat } = record;
  const isOfSeat = role === "voting" || role === "substitute";
  if (!isOfSeat || seat === undefined || seatOn(state.membership, seat, today) === undefined) return undefined;
  return { person, seat };
}

/** Ziele, deren Idee zurückgezogen oder deren Gruppe zusammengelegt ist since the weighting was opened; they stay. */
export function changedTargets({ workshops }: Slices, { over, targets }: Weighting): readonly number[] {
  return targets.filter((number) =>
    over === "ideas" ? isGoneIdea(entry(workshops.ideas, number)) : isGoneGroup(entry(workshops.groups, number)),
  );
}

const isGoneIdea = (idea: Idea | undefined): boolean => idea?.isWithdrawn === true;
const isGoneGroup = (group: IdeaGroup | undefined): boolean => group?.mergedInto !== undefined;
