import {
  type CandidateTally,
  type ElectionInput,
  type ElectionNext,
  type ElectionRuling,
  groupsOf,
  idsOf,
  lotAboutSeats,
  type NamedTally,
  standingsOf,
} from "./election-ruling.ts";
import { leastShare } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite } from "./setting.ts";

type Filled = { readonly elected: readonly string[]; readonly tied: readonly string[]; readonly left: number };

/**
 * Mehrere gleiche Sitze (GO; BayStuRa Wahlordnung as model): one vote per person and as many as there are seats; the most votes win,
 * with at least half of those present where the rules ask for it. A tie for the last seats goes to those tied only; where everybody
 * who qualifies gets a seat, a tie is harmless. In a run-off the most votes are enough.
 */
export function listRound(rules: Rules, input: ElectionInput): ElectionRuling {
  const standings = standingsOf(input.candidates);
  const { minShare, multi } = rules.election;
  const isShareAsked = minShare.value === "halfPresent" && input.step === "ballot";
  const votesNeeded = isShareAsked ? leastShare({ num: 1, den: 2 }, input.presentVoting) : undefined;
  const refused = new Set(input.candidates.filter(isRefused).map(({ id }) => id));
  const qualified = standings.filter(({ id, votes }) => votes >= Math.max(1, votesNeeded ?? 1) && !refused.has(id));
  const filled = fill(groupsOf(qualified), input.seats);
  const { next, source } = afterRound(rules, input, standings, filled);
  return {
    rule: "election.list",
    citation: cite("election.multi", multi),
    alsoFrom: [...(isShareAsked ? [cite("election.minShare", minShare)] : []), ...source],
    elected: filled.elected,
    next,
    step: input.step,
    round: input.round,
    seats: input.seats,
    standings,
    validVotes: standings.reduce((sum, { votes }) => sum + votes, input.against ?? 0),
    ...(votesNeeded === undefined ? {} : { votesNeeded }),
    abstain: input.abstain,
    invalid: input.invalid,
    presentVoting: input.presentVoting,
  };
}

/** Put to the vote one by one, as many Nein as Ja is a refusal. */
const isRefused = (candidate: CandidateTally): boolean => !("votes" in candidate) && candidate.yes <= candidate.no;

function fill(groups: readonly (readonly string[])[], seats: number): Filled {
  const elected: string[] = [];
  for (const group of groups) {
    const left = seats - elected.length;
    if (left === 0) break;
    if (group.length > left) return { elected, tied: group, left };
    elected.push(...group);
  }
  return { elected, tied: [], left: seats - elected.length };
}

function afterRound(
  rules: Rules,
  input: ElectionInput,
  standings: readonly NamedTally[],
  { elected, tied, left }: Filled,
): { readonly next: ElectionNext; readonly source: readonly Citation[] } {
  if (left === 0) return { next: { kind: "done" }, source: [] };
  if (tied.length > 0) {
    const isRunoff = rules.election.tie.value === "runoffThenLot" && input.step === "ballot";
    const next: ElectionNext = isRunoff ? { kind: "runoff", candidates: tied, seats: left } : lotAboutSeats(tied, left);
    return { next, source: [cite("election.tie", rules.election.tie)] };
  }
  const waiting = idsOf(standings).filter((id) => !elected.includes(id));
  if (waiting.length === 0) return { next: { kind: "failed", reason: "noCandidates", seats: left }, source: [] };
  const hasVotes = standings.some(({ votes }) => votes > 0);
  if (hasVotes && input.step === "ballot" && input.round === 1) {
    return { next: { kind: "nextBallot", candidates: waiting, seats: left }, source: [] };
  }
  return { next: { kind: "failed", reason: hasVotes ? "noMajority" : "noVotes", seats: left }, source: [] };
}
