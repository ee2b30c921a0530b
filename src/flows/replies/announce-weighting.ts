import { sumOfDots } from "../../core/committee/dot-counts.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { dotGiver } from "../../core/committee/weighting-now.ts";
import { entry } from "../../core/kernel/table.ts";
import { peopleOn } from "../../core/membership/queries.ts";
import type { WorkshopEvent } from "../../core/workshop/events.ts";
import type { Weighting } from "../../core/workshop/state.ts";
import {
  dotsLeft,
  dotsPlaced,
  firstOfSeatCounts,
  howToPlace,
  howToPlaceSecretly,
  secretDotsGone,
  secretDotsPlaced,
  targetsStay,
  weightingCancelled,
  weightingOpened,
} from "../../texts/announcements-weighting.ts";
import type { Block } from "../reply.ts";
import { type Announcement, type Announcers, type Happened, plainChoice, type Summons, silent } from "./telling.ts";
import {
  dotChoices,
  factsOf,
  MOST_IN_ROOM,
  namedDots,
  placedBy,
  resultBlocks,
  roomChoices,
  targetList,
} from "./weighting-lines.ts";

type Told = "WeightingOpened" | "DotsPlaced" | "SecretDotsPlaced" | "WeightingClosed" | "WeightingCancelled";
type Of<Type extends Told> = Extract<WorkshopEvent, { type: Type }>;

export const announceWeighting: Announcers<Told> = {
  WeightingOpened: ({ weighting }, told) => about(told.after, weighting, (one) => opened(one, told)),
  DotsPlaced: (event, told) => about(told.after, event.weighting, (one) => placed(one, event, told)),
  SecretDotsPlaced: ({ seat }, { names }) => ({
    actor: [secretDotsPlaced(seat === undefined ? undefined : names.seat(seat))],
  }),
  WeightingClosed: ({ weighting }, { after }) =>
    about(after, weighting, (one) => ({ everyone: resultBlocks(after, one, MOST_IN_ROOM) })),
  WeightingCancelled: ({ weighting, reason }, { after }) =>
    about(after, weighting, (one) => ({
      everyone: [
        weightingCancelled(weighting, reason),
        ...(one.mode === "secret" && one.placed.size > 0 ? [secretDotsGone()] : []),
      ],
    })),
};

function about(state: CommitteeState, number: number, tell: (weighting: Weighting) => Announcement): Announcement {
  const found = entry(state.workshops.weightings, number);
  return found === undefined ? silent : tell(found);
}

/** What it is over, and how it is done; of a secret one whoever has dots gets the paper by direct chat. */
function opened(weighting: Weighting, told: Happened): Announcement {
  const { after } = told;
  const lines = paper(after, weighting);
  return {
    everyone: [...lines, targetsStay()],
    choices: roomChoices(weighting),
    summons: weighting.mode === "secret" ? papers(weighting, lines, told) : [],
  };
}

function paper(state: CommitteeState, weighting: Weighting): readonly (Block | string)[] {
  const { mode, several, per } = weighting;
  return [
    weightingOpened(factsOf(weighting)),
    targetList(state, weighting, MOST_IN_ROOM),
    mode === "secret" ? howToPlaceSecretly(several) : howToPlace(several),
    ...(per === "seat" ? [firstOfSeatCounts()] : []),
  ];
}

function papers(
  weighting: Weighting,
  lines: readonly (Block | string)[],
  { after, today }: Happened,
): readonly Summons[] {
  const choices = dotChoices(after, weighting, undefined);
  return peopleOn(after.membership, today)
    .filter(({ person }) => dotGiver(after, weighting, person, today) !== undefined)
    .map(({ person }) => ({ person, lines, choices }));
}

/** Read back, with what is left. */
function placed(weighting: Weighting, { person, seat, dots }: Of<"DotsPlaced">, told: Happened): Announcement {
  const { after, names } = told;
  const before = placedBy(weighting, { person, ...(seat === undefined ? {} : { seat }) });
  const name = seat === undefined ? undefined : names.seat(seat);
  return {
    actor: [dotsPlaced(namedDots(after, dots), name), dotsLeft(weighting.budget - sumOfDots(dots))],
    actorChoices: [...dotChoices(after, weighting, before), plainChoice(`gewichtung ${weighting.weighting}`)],
  };
}
