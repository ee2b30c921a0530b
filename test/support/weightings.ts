import type { Command } from "../../src/core/committee/commands.ts";
import type { CommitteeEvent } from "../../src/core/committee/events.ts";
import type { PersonId } from "../../src/core/kernel/ids.ts";
import { entry } from "../../src/core/kernel/table.ts";
import type { DotCount } from "../../src/core/workshop/events.ts";
import type { Weighting } from "../../src/core/workshop/state.ts";
import type { Past } from "./fold.ts";
import { type GivenCommittee, given } from "./given.ts";
import { meetingDay, smallCommittee, voter } from "./small-committee.ts";

type Opening = Extract<Command, { type: "OpenWeighting" }>;

/** Five ideas; the first three in groups 1 and 2, group 3 is empty. Voter 3 moderates. */
export const openWorkshop: readonly CommitteeEvent[] = [
  {
    type: "WorkshopPlanned",
    workshop: 1,
    title: "Klausurtagung",
    days: [{ date: meetingDay }],
    anonymous: false,
    hidden: false,
  },
  { type: "WorkshopModeratorNamed", workshop: 1, person: voter(3) },
  { type: "WorkshopOpened", workshop: 1 },
  ...[1, 2, 3, 4, 5].map(
    (idea): CommitteeEvent => ({ type: "IdeaGiven", workshop: 1, idea, person: voter(1), text: `Idee Nummer ${idea}` }),
  ),
  { type: "IdeaGroupMade", workshop: 1, group: 1, name: "Personal", ideas: [1, 2] },
  { type: "IdeaGroupMade", workshop: 1, group: 2, name: "Räume", ideas: [3] },
  { type: "IdeaGroupMade", workshop: 1, group: 3, name: "Leer", ideas: [] },
];

export const workshop = (more: readonly CommitteeEvent[] = []): GivenCommittee =>
  given([...smallCommittee(), ...openWorkshop, ...more]);

export const opening = (more: Partial<Opening> = {}): Opening => ({
  type: "OpenWeighting",
  over: "ideas",
  budget: 3,
  per: "seat",
  several: true,
  mode: "open",
  ...more,
});

export const weighing = (more: Partial<Opening> = {}): GivenCommittee => workshop().when(opening(more)).thenAccepted();

/** Dots on ideas: the number as often as it gets one. */
export const onIdeas = (...numbers: readonly number[]): readonly DotCount[] =>
  numbers.map((number) => ({ target: { kind: "idea", number }, dots: 1 }));

export const placing = (dots: readonly DotCount[], isPrivate = true): Command => ({
  type: "PlaceDots",
  dots,
  private: isPrivate,
});

export function placed(before: GivenCommittee, all: readonly (readonly [PersonId, ...number[]])[]): GivenCommittee {
  return all.reduce(
    (one, [actor, ...numbers]) => one.when(placing(onIdeas(...numbers)), { actor }).thenAccepted(),
    before,
  );
}

export function weightingOf({ state }: Past, number = 1): Weighting {
  const found = entry(state.workshops.weightings, number);
  if (found === undefined) throw new Error(`there is no weighting ${number}`);
  return found;
}
