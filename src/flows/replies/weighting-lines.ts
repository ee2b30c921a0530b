import { dotPlaces, sumOfDots } from "../../core/committee/dot-counts.ts";
import type { CommitteeState } from "../../core/committee/state.ts";
import { changedTargets, type DotGiver, targetOf } from "../../core/committee/weighting-now.ts";
import { entry } from "../../core/kernel/table.ts";
import type { DotCount, DotTarget } from "../../core/workshop/events.ts";
import type { Dots, Weighting } from "../../core/workshop/state.ts";
import {
  changedSince,
  dotLabel,
  fewSecretDots,
  figuresTitle,
  further,
  furtherTargets,
  type NamedDots,
  noDotsFor,
  opinionOnly,
  placeLabel,
  placeLine,
  targetName,
  type WeightingFacts,
  weightingClosed,
} from "../../texts/announcements-weighting.ts";
import { type Block, list, type ReplyChoice } from "../reply.ts";
import { LEAST_TURNOUT } from "./secret-turnout.ts";
import { choice } from "./telling.ts";

type Blocks = readonly (Block | string)[];

const MOST_BUTTONS = 12;
const MOST_IN_PICTURE = 20;
const MOST_IN_SENTENCE = 10;
/** Lines of what is told to everyone; who asks reads all of them. */
export const MOST_IN_ROOM = 20;

/** Ziel in Worten: "Gruppe 2 „Personal“". */
export function nameOfTarget({ workshops }: CommitteeState, { kind, number }: DotTarget): string {
  const words = kind === "idea" ? entry(workshops.ideas, number)?.text : entry(workshops.groups, number)?.name;
  return targetName(kind, number, words ?? "");
}

export const factsOf = (weighting: Weighting): WeightingFacts => ({ ...weighting, targets: weighting.targets.length });

/** Was zur Wahl steht, up to so many lines. */
export function targetList(state: CommitteeState, weighting: Weighting, most: number): Block {
  const shown = weighting.targets.slice(0, most).map((number) => nameOfTarget(state, targetOf(weighting, number)));
  const more = weighting.targets.length - shown.length;
  return list(more > 0 ? [...shown, furtherTargets(more)] : shown);
}

export const namedDots = (state: CommitteeState, dots: readonly DotCount[]): readonly NamedDots[] =>
  dots.map(({ target, dots: count }) => ({ target: nameOfTarget(state, target), dots: count }));

export const placedBy = (weighting: Weighting, giver: DotGiver): Dots | undefined =>
  weighting.placed.get(giver.seat ?? giver.person);

/** In a room: the way to one's own dots. */
export const roomChoices = ({ weighting }: Weighting): readonly ReplyChoice[] => [
  choice(placeLabel(), `gewichtung ${weighting}`),
];

/** Ein Knopf je Ziel, each for one more dot; none where all are given, or where a secret paper needs them in one line. */
export function dotChoices(
  state: CommitteeState,
  weighting: Weighting,
  before: Dots | undefined,
): readonly ReplyChoice[] {
  const { mode, budget, several, targets } = weighting;
  if (mode === "secret" && (budget > 1 || before !== undefined)) return [];
  const dots = before?.dots ?? [];
  if (sumOfDots(dots) >= budget) return [];
  const free = targets.filter((number) => several || dots.every(({ target }) => target.number !== number));
  return free
    .slice(0, MOST_BUTTONS)
    .map((number) =>
      choice(
        dotLabel(nameOfTarget(state, targetOf(weighting, number))),
        `gewichtung ${weighting.weighting} punkt auf ${number}`,
      ),
    );
}

/** Ergebnis: who took part, the ranking with its ties, and a picture of it. */
export function resultBlocks(state: CommitteeState, weighting: Weighting, most: number): Blocks {
  const { result, per, mode } = weighting;
  if (result === undefined) return [];
  const { counts, voters } = result;
  const head = weightingClosed(weighting.weighting, voters, sumOfDots(counts), per);
  if (voters === 0) return [head];
  const places = dotPlaces(counts);
  const lines = places.map(({ from, to, counts: same }) =>
    placeLine(from, to, inShort(state, same), same[0]?.dots ?? 0),
  );
  const without = counts.filter(({ dots }) => dots === 0);
  const gone = changedTargets(state, weighting).map((number) => ({ target: targetOf(weighting, number), dots: 0 }));
  return [
    head,
    list(lines.length > most ? [...lines.slice(0, most), furtherTargets(lines.length - most)] : lines),
    ...(without.length === 0 ? [] : [noDotsFor(inShort(state, without))]),
    ...(gone.length === 0 ? [] : [changedSince(inShort(state, gone))]),
    ...(mode === "secret" && voters < LEAST_TURNOUT ? [fewSecretDots()] : []),
    opinionOnly(),
    figuresOf(state, weighting, counts),
  ];
}

function inShort(state: CommitteeState, counts: readonly DotCount[]): readonly string[] {
  const shown = counts.slice(0, MOST_IN_SENTENCE).map(({ target }) => nameOfTarget(state, target));
  const more = counts.length - shown.length;
  return more > 0 ? [...shown, further(more)] : shown;
}

const figuresOf = (state: CommitteeState, { weighting }: Weighting, counts: readonly DotCount[]): Block => ({
  kind: "figures",
  title: figuresTitle(weighting),
  rows: counts
    .filter(({ dots }) => dots > 0)
    .slice(0, MOST_IN_PICTURE)
    .map(({ target, dots }) => ({ label: nameOfTarget(state, target), count: dots })),
});
