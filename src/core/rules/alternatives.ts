import { requireCounts } from "./integers.ts";
import { majority } from "./majority.ts";
import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** Wie viele Stimmen ein Antrag in der Vorabstimmung bekam, in the order of submission. */
export type Preference = { readonly id: string; readonly votes: number };

type Votes = { readonly yes: number; readonly no: number; readonly abstain?: number };
type Seats = { readonly present?: number | undefined; readonly members?: number | undefined };

export type AlternativesRuling = Derivation<"motionOrder.alternatives"> & {
  /** By preference, the strongest first. */
  readonly ranking: readonly string[];
  /** Equal preference: these stand in the order of submission, or the chair puts them in order. */
  readonly tied: readonly (readonly string[])[];
  /** Voted on, in this order. */
  readonly order: readonly string[];
  readonly adopted?: string;
  readonly next?: string;
  readonly notVoted: readonly string[];
};

/** Alternative Abstimmung (GO): a preference ballot sets the order, then one by one until one is carried; the rest is not voted on. */
export function alternativeVote(
  rules: Rules,
  input: Seats & { readonly preference: readonly Preference[]; readonly votes: Readonly<Record<string, Votes>> },
): AlternativesRuling {
  const { ranking, tied } = ranked(input.preference);
  const outcomes = ranking.map((id) => ({ id, outcome: outcomeOf(rules, input, id) }));
  const at = outcomes.findIndex(({ outcome }) => outcome !== "rejected");
  const { rule, fallback } = rules.motionOrder;
  const base = {
    rule: "motionOrder.alternatives",
    citation: cite("motionOrder.rule", rule),
    alsoFrom: tied.length === 0 ? [] : [cite("motionOrder.fallback", fallback)],
    ranking,
    tied,
  } as const;
  const stopped = outcomes[at];
  if (stopped === undefined) return { ...base, order: ranking, notVoted: [] };
  if (stopped.outcome === undefined)
    return { ...base, order: ranking.slice(0, at), next: stopped.id, notVoted: ranking.slice(at) };
  return { ...base, order: ranking.slice(0, at + 1), adopted: stopped.id, notVoted: ranking.slice(at + 1) };
}

function outcomeOf(
  rules: Rules,
  { votes, present, members }: Seats & { readonly votes: Readonly<Record<string, Votes>> },
  id: string,
): "carried" | "rejected" | undefined {
  const cast = Object.hasOwn(votes, id) ? votes[id] : undefined;
  if (cast === undefined) return undefined;
  const { yes, no, abstain = 0 } = cast;
  const here = present ?? yes + no + abstain;
  const tally = { yes, no, abstain, invalid: 0, present: here, members: members ?? here };
  return majority(rules, tally).outcome === "carried" ? "carried" : "rejected";
}

export type RunoffRuling = Derivation<"motionOrder.runoff2"> & {
  readonly ranking: readonly string[];
  /** The best two, where a run-off is needed or was held. */
  readonly runoff: readonly string[];
  readonly adopted?: string;
  /** `majority` in the preference ballot already; `tie` in the run-off, which denies both. */
  readonly reason: "majority" | "runoff" | "tie" | "runoffNeeded" | "noVotes";
  /** Equal votes for the last place in the run-off. */
  readonly tiedForRunoff: readonly string[];
  readonly notVoted: readonly string[];
};

/**
 * Stichentscheid der beiden stärksten (GO; § 50 GO-BT as model): who has more than half of the preference votes is chosen; else the best
 * two stand against each other, and more votes carry. A tie denies both.
 */
export function runoffOfTwo(
  rules: Rules,
  input: { readonly preference: readonly Preference[]; readonly runoff?: Readonly<Record<string, number>> | undefined },
): RunoffRuling {
  const { ranking, tied } = ranked(input.preference);
  const { rule, fallback } = rules.motionOrder;
  const [first, second] = ranking;
  const tiedForRunoff =
    tied.find((group) => ranking.indexOf(group[0] ?? "") < 2 && group.some((id) => ranking.indexOf(id) > 1)) ?? [];
  const base = {
    rule: "motionOrder.runoff2",
    citation: cite("motionOrder.rule", rule),
    alsoFrom: tiedForRunoff.length === 0 ? [] : [cite("motionOrder.fallback", fallback)],
    ranking,
    tiedForRunoff,
  } as const;
  const all = input.preference.reduce((sum, one) => sum + one.votes, 0);
  const best = input.preference.find((one) => one.id === first)?.votes ?? 0;
  if (first === undefined || all === 0) return { ...base, runoff: [], reason: "noVotes", notVoted: ranking };
  const others = ranking.slice(1);
  if (2 * best > all || second === undefined)
    return { ...base, runoff: [], adopted: first, reason: "majority", notVoted: others };
  const runoff = [first, second];
  const notVoted = ranking.slice(2);
  const { runoff: counted } = input;
  if (counted === undefined) return { ...base, runoff, reason: "runoffNeeded", notVoted };
  const votesOf = (id: string): number => (Object.hasOwn(counted, id) ? (counted[id] ?? 0) : 0);
  requireCounts({ first: votesOf(first), second: votesOf(second) });
  if (votesOf(first) === votesOf(second)) return { ...base, runoff, reason: "tie", notVoted };
  return { ...base, runoff, adopted: votesOf(first) > votesOf(second) ? first : second, reason: "runoff", notVoted };
}

/** The strongest first; equals stay in the order of submission. */
function ranked(preference: readonly Preference[]) {
  for (const { votes } of preference) requireCounts({ votes });
  const ordered = [...preference].sort((a, b) => b.votes - a.votes);
  const byVotes = new Map<number, string[]>();
  for (const { id, votes } of ordered) byVotes.set(votes, [...(byVotes.get(votes) ?? []), id]);
  return { ranking: ordered.map((one) => one.id), tied: [...byVotes.values()].filter((group) => group.length > 1) };
}
