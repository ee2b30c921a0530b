import { sumOfDots } from "../core/committee/dot-counts.ts";
import type { CommitteeState } from "../core/committee/state.ts";
import { dotGiver } from "../core/committee/weighting-now.ts";
import { moderates } from "../core/committee/workshop-now.ts";
import { entry } from "../core/kernel/table.ts";
import type { Weighting } from "../core/workshop/state.ts";
import {
  closeLabel,
  dotsLeft,
  howToPlace,
  howToPlaceSecretly,
  noDotsYet,
  noSuchWeighting,
  noWeightings,
  ownDots,
  placedSecretly,
  seatPlacedBy,
  withoutDots,
} from "../texts/announcements-weighting.ts";
import type { Query } from "./queries.ts";
import type { Asked } from "./queries-asked.ts";
import { turnoutLine, whereItStands } from "./replies/live-weighting.ts";
import { choice, plainChoice } from "./replies/telling.ts";
import { dotChoices, namedDots, placedBy, resultBlocks, roomChoices, targetList } from "./replies/weighting-lines.ts";
import { type Block, heading, type ReplyChoice } from "./reply.ts";

type Wanted = Extract<Query, { kind: "weighting" }>;
type Blocks = readonly (Block | string)[];

/** Gewichtung, as it stands: what is weighed, how many have placed their dots, and one's own; or how it ended. */
export function weightingBlocks(asked: Asked, { weighting: number }: Wanted): Blocks {
  const { state, today } = asked;
  const one = weightingAsked(state, number);
  if (one === undefined) return [number === undefined ? noWeightings() : noSuchWeighting(number)];
  if (one.status === "closed") return resultBlocks(state, one, one.targets.length);
  if (one.status === "cancelled") return [whereItStands(one)];
  return [
    heading(whereItStands(one)),
    targetList(state, one, one.targets.length),
    turnoutLine(state, one, today),
    ...(isAlone(asked) ? ownLines(asked, one) : []),
    one.mode === "secret" ? howToPlaceSecretly(one.several) : howToPlace(one.several),
  ];
}

function weightingAsked({ workshops }: CommitteeState, number: number | undefined): Weighting | undefined {
  return entry(workshops.weightings, number ?? workshops.weightings.size);
}

const isAlone = ({ incoming }: Asked): boolean => incoming.room === undefined || incoming.isClick === true;

/** Only for the eyes of who asks. */
function ownLines({ state, person, today, names }: Asked, weighting: Weighting): readonly string[] {
  if (person === undefined) return [];
  const giver = dotGiver(state, weighting, person, today);
  if (giver === undefined) return [withoutDots()];
  const placed = placedBy(weighting, giver);
  if (placed === undefined) return [noDotsYet(weighting.budget)];
  if (placed.person !== person) return [seatPlacedBy(names.person(placed.person))];
  if (weighting.mode === "secret") return [placedSecretly()];
  const seat = giver.seat === undefined ? undefined : names.seat(giver.seat);
  return [ownDots(namedDots(state, placed.dots), seat), dotsLeft(weighting.budget - sumOfDots(placed.dots))];
}

export function weightingChoices(asked: Asked, { weighting: number }: Wanted): readonly ReplyChoice[] {
  const { state, person, today } = asked;
  const one = weightingAsked(state, number);
  if (one === undefined || person === undefined) return [];
  if (one.status !== "open") return one.weighting === 1 ? [] : [plainChoice(`gewichtung ${one.weighting - 1}`)];
  if (!isAlone(asked)) return roomChoices(one);
  const giver = dotGiver(state, one, person, today);
  const placed = giver === undefined ? undefined : placedBy(one, giver);
  const mayPlace = giver !== undefined && (placed === undefined || placed.person === person);
  const workshop = entry(state.workshops.workshops, one.workshop);
  const closing =
    workshop !== undefined && moderates(state, workshop, person, today)
      ? [choice(closeLabel(), "gewichtung schließen")]
      : [];
  return [...(mayPlace ? dotChoices(state, one, placed) : []), ...closing];
}
