import type { PersonId } from "../kernel/ids.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { ok, type Result } from "../kernel/result.ts";
import { entries, entry } from "../kernel/table.ts";
import type { WorkshopPhaseKind } from "../workshop/events.ts";
import type { Workshop, WorkshopHeads, WorkshopPhase } from "../workshop/state.ts";
import type { Given } from "./commands.ts";
import { refused } from "./decision.ts";
import { leads } from "./may.ts";
import type { Refusal } from "./refusal.ts";
import type { Slices } from "./state.ts";

/** The workshop that is meant, if none is named: the open one, else the next planned, else the last; one that was cancelled only if there is no other. */
export function workshopMeant(state: Slices, today: LocalDate): Workshop | undefined {
  const all = entries(state.workshops.workshops);
  const last = all.findLast(({ status }) => status !== "cancelled") ?? all.at(-1);
  return runningWorkshop(state) ?? nextPlanned(all, today) ?? last;
}

export const isOver = ({ status }: Pick<Workshop, "status">): boolean => status === "closed" || status === "cancelled";

/** Angesetzt oder eröffnet. */
export const workshopsAhead = ({ workshops }: Slices): readonly Workshop[] =>
  entries(workshops.workshops).filter((one) => !isOver(one));

/** For what must not hit the wrong one: the one named, else the only one that has a day on that date; with several it is asked which. */
export function oneWorkshopAhead(
  state: Slices,
  number: number | undefined,
  date: LocalDate | undefined,
): Result<Workshop, Refusal> {
  const ahead = workshopsAhead(state);
  if (number !== undefined) {
    const named = entry(state.workshops.workshops, number);
    if (named === undefined) return refused(unknownWorkshop(state, number));
    return isOver(named) ? refused(isNow(named)) : ok(named);
  }
  const onDate = ahead.filter(({ days }) => days.some((day) => day.date === date));
  const [only, another] = date === undefined || onDate.length === 0 ? ahead : onDate;
  if (only === undefined) {
    const last = lastOne(state);
    return last === undefined ? refused({ code: "NoWorkshop" }) : refused(isNow(last));
  }
  if (another === undefined) return ok(only);
  return refused({ code: "WhichWorkshop", workshops: ahead.map(({ workshop, title }) => ({ workshop, title })) });
}

/** Der Workshop, der eröffnet und nicht geschlossen ist; there is one at most. */
export function runningWorkshop({ workshops }: Slices): Workshop | undefined {
  return entries(workshops.workshops).findLast(({ status }) => status === "open");
}

/** The open one; what is said of another is how it stands. */
export function openWorkshop(state: Slices): Result<Workshop, Refusal> {
  const open = runningWorkshop(state);
  if (open !== undefined) return ok(open);
  const last = lastOne(state);
  return last === undefined ? refused({ code: "NoWorkshop" }) : refused(isNow(last));
}

/** Not closed yet: the open one, else the next planned. */
export function workshopAhead(state: Slices, today: LocalDate): Result<Workshop, Refusal> {
  const meant = workshopMeant(state, today);
  if (meant === undefined) return refused({ code: "NoWorkshop" });
  return isOver(meant) ? refused(isNow(meant)) : ok(meant);
}

/** The workshop whose Dokumentation is meant: the one named, else the open one, else the last that was closed. */
export function workshopToDocument(state: Slices, number: number | undefined): Result<Workshop, Refusal> {
  const { workshops } = state.workshops;
  const held = runningWorkshop(state) ?? entries(workshops).findLast(({ status }) => status === "closed");
  const meant = number === undefined ? (held ?? lastOne(state)) : entry(workshops, number);
  if (meant === undefined)
    return refused(number === undefined ? { code: "NoWorkshop" } : unknownWorkshop(state, number));
  return hasBegun(meant) ? ok(meant) : refused(isNow(meant));
}

/** Of one that was only planned, or was cancelled, there is nothing to document. */
export const hasBegun = ({ status }: Pick<Workshop, "status">): boolean => status === "open" || status === "closed";

/** Teilnehmende: each group once, as it was counted last. */
export const headsNow = ({ heads }: Workshop): readonly WorkshopHeads[] => [
  ...new Map(heads.map((one) => [one.group, one])).values(),
];

/** Laufende Phase of an open workshop; none before the first. */
export function phaseNow({ status, phases }: Workshop): WorkshopPhase | undefined {
  return status === "open" ? phases.at(-1) : undefined;
}

/** The open workshop, while this phase runs. */
export function inPhase(state: Slices, needed: WorkshopPhaseKind): Result<Workshop, Refusal> {
  const open = openWorkshop(state);
  if (!open.ok) return open;
  const now = phaseNow(open.value)?.kind;
  return now === needed ? open : refused({ code: "NotThisPhase", now, needed });
}

/** Moderation: whoever leads, and whoever is named for this workshop. */
export function moderates(state: Slices, workshop: Workshop, person: PersonId, today: LocalDate): boolean {
  return workshop.moderators.includes(person) || leads(state, person, today);
}

/** Why this person may not do what only the moderation does; undefined if it may. */
export function moderatorsOnly(
  state: Slices,
  workshop: Workshop,
  { actor, today }: Pick<Given, "actor" | "today">,
): Refusal | undefined {
  if (moderates(state, workshop, actor, today)) return undefined;
  return { code: "ModeratorsOnly", moderators: workshop.moderators };
}

/** Anonyme Ideen of a round of a workshop lie in this box. It is made when its first phase "ideas" begins. */
export const ideasBox = ({ workshop, round }: Workshop): string => `workshop-${workshop}-${round}`;

/** Geheime Punkte of a weighting lie in this box. */
export const dotsBox = (weighting: number): string => `dots-${weighting}`;

const unknownWorkshop = ({ workshops }: Slices, workshop: number): Refusal =>
  workshops.workshops.size === 0
    ? { code: "NoWorkshop" }
    : { code: "UnknownWorkshop", workshop, count: workshops.workshops.size };

const isNow = ({ workshop, status }: Workshop): Refusal => ({ code: "WorkshopIs", workshop, status });

function lastOne({ workshops }: Slices): Workshop | undefined {
  const all = entries(workshops.workshops);
  return all.findLast(({ status }) => status === "planned") ?? all.at(-1);
}

function nextPlanned(all: readonly Workshop[], today: LocalDate): Workshop | undefined {
  const planned = all.filter(({ status, days }) => status === "planned" && days.some(({ date }) => date >= today));
  return [...planned].sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1))[0] ?? latePlanned(all);
}

/** Planned for a day that is past, and never opened. */
const latePlanned = (all: readonly Workshop[]): Workshop | undefined =>
  all.findLast(({ status }) => status === "planned");

const firstDay = ({ days }: Workshop): LocalDate | "" => days[0]?.date ?? "";
