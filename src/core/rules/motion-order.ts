import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Antrag unter mehreren: how far it goes as set by the chair or the body, and where it stands in time. */
export type CompetingMotion = {
  readonly id: string;
  /** Reichweite: a larger number goes farther; none if it cannot be told. */
  readonly reach?: number | null | undefined;
  /** Zeitpunkt der Antragstellung, in a form that sorts as text; without: the place in the list. */
  readonly at?: string | undefined;
};

export type MotionOrderRuling = Derivation<"motionOrder.order"> & {
  /** In which order they are voted on; the main motion last. */
  readonly order: readonly string[];
  /** Gleich weit gehend or not to be told, in order of submission. With fallback `chair` the chair has to put these in order. */
  readonly undetermined: readonly (readonly string[])[];
  readonly undeterminedBy: "submissionOrder" | "chair";
};

/**
 * Reihenfolge der Anträge (GO): amendments before the main motion, the one that goes farthest first. What cannot be told apart goes in the
 * order of submission, or as the chair decides. Where the rules know preference ballots, these settle the order later.
 */
export function motionOrder(
  rules: Rules,
  input: { readonly amendments: readonly CompetingMotion[]; readonly main?: string | undefined },
): MotionOrderRuling {
  const { rule, fallback } = rules.motionOrder;
  const isByReach = rule.value === "farthestFirst";
  const submitted = inOrderOfSubmission(input.amendments);
  const ordered = isByReach ? [...submitted].sort(fartherFirst) : submitted;
  const undetermined = isByReach ? groupsOfEqualReach(ordered) : [];
  return {
    rule: "motionOrder.order",
    citation: cite("motionOrder.rule", rule),
    alsoFrom: undetermined.length === 0 ? [] : [cite("motionOrder.fallback", fallback)],
    order: [...ordered.map((one) => one.id), ...(input.main === undefined ? [] : [input.main])],
    undetermined: undetermined.map((group) => group.map((one) => one.id)),
    undeterminedBy: fallback.value,
  };
}

export type SettledRuling = Derivation<"motionOrder.settled"> & {
  /** Voted on, in this order. */
  readonly order: readonly string[];
  readonly adopted?: string;
  /** Erledigt ohne Abstimmung, because another that competes with them was carried. */
  readonly settledWithoutVote: readonly string[];
  /** Worüber als Nächstes abzustimmen ist; absent once one is carried or none is left. */
  readonly next?: string;
};

/** Erledigung (GO): once one of several competing motions is carried, the rest is settled without a vote. */
export function settledByAcceptance(
  rules: Rules,
  input: {
    readonly competing: readonly CompetingMotion[];
    readonly results: Readonly<Record<string, "accepted" | "rejected">>;
  },
): SettledRuling {
  const { order, citation, alsoFrom } = motionOrder(rules, { amendments: input.competing });
  const resultOf = (id: string) => (Object.hasOwn(input.results, id) ? input.results[id] : undefined);
  const adopted = order.find((id) => resultOf(id) === "accepted");
  const voted = order.filter((id) => resultOf(id) !== undefined);
  const open = order.filter((id) => resultOf(id) === undefined);
  const [next] = open;
  const base = { rule: "motionOrder.settled", citation, alsoFrom, order: voted } as const;
  if (adopted !== undefined) return { ...base, adopted, settledWithoutVote: open };
  return { ...base, settledWithoutVote: [], ...(next === undefined ? {} : { next }) };
}

function inOrderOfSubmission(motions: readonly CompetingMotion[]): readonly CompetingMotion[] {
  return [...motions].sort((a, b) => {
    if (a.at === undefined || b.at === undefined || a.at === b.at) return 0;
    return a.at < b.at ? -1 : 1;
  });
}

/** Unknown reach comes after every known one; the sort is stable, so equals stay in the order of submission. */
function fartherFirst(a: CompetingMotion, b: CompetingMotion): number {
  const [left, right] = [a.reach ?? null, b.reach ?? null];
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left > right ? -1 : 1;
}

function groupsOfEqualReach(ordered: readonly CompetingMotion[]): readonly (readonly CompetingMotion[])[] {
  const groups = new Map<number | null, CompetingMotion[]>();
  for (const one of ordered) {
    const reach = one.reach ?? null;
    groups.set(reach, [...(groups.get(reach) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
