import {
  type ElectionInput,
  type ElectionNext,
  type ElectionRuling,
  groupsOf,
  idsOf,
  isYesNo,
  lotAboutSeats,
  type NamedTally,
  standingsOf,
} from "./election-ruling.ts";
import { electionTurning } from "./election-turning.ts";
import { yesNoVerdict } from "./election-verdict.ts";
import { leastShare } from "./integers.ts";
import type { Fraction } from "./rule-values.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite } from "./setting.ts";

type Filled = { readonly elected: readonly string[]; readonly tied: readonly string[]; readonly left: number };

/**
 * Mehrere gleiche Sitze (GO; Wahlordnung BayStuRa, GO ZaPF, GO KjG as models): one vote per person and as many as there are seats,
 * or each candidate by Ja and Nein. The most (Ja) votes win, with the least share of those present and the least number the rules
 * ask for; as many Nein as Ja is a refusal. Where everybody who qualifies gets a seat, a tie is harmless; else `election.tie`. In a
 * run-off the most votes are enough.
 */
export function listRound(rules: Rules, input: ElectionInput): ElectionRuling {
  const standings = standingsOf(input.candidates);
  const { multi, minYes } = rules.election;
  const share = shareAsked(rules, input);
  const votesNeeded = Math.max(1, share.votes, minYes.value);
  const { refused, barred, sources } = refusals(rules, input);
  const qualified = standings.filter(({ id, votes }) => votes >= votesNeeded && !refused.has(id));
  const filled = fill(groupsOf(qualified), input.seats);
  const waiting = standings.filter(({ id }) => !filled.elected.includes(id) && !barred.includes(id));
  const { next, source } = afterRound(rules, input, waiting, filled);
  const isAsked = votesNeeded > 1 || share.sources.length > 0;
  const byYesNo = input.candidates.some(isYesNo);
  const wouldTurn = byYesNo ? undefined : electionTurning(filled.elected, standings, votesNeeded, input.seats);
  return {
    rule: byYesNo ? "election.yesNoRanked" : "election.list",
    citation: cite("election.multi", multi),
    alsoFrom: [
      ...share.sources,
      ...(minYes.value > Math.max(1, share.votes) ? [cite("election.minYes", minYes)] : []),
      ...sources,
      ...source,
    ],
    elected: filled.elected,
    next,
    step: input.step,
    round: input.round,
    seats: input.seats,
    standings,
    ...(byYesNo ? { answers: answersInOrder(input, standings) } : {}),
    validVotes: standings.reduce((sum, { votes }) => sum + votes, input.against ?? 0),
    ...(isAsked ? { votesNeeded } : {}),
    base: share.votes > 0 ? "present" : "none",
    abstain: input.abstain,
    invalid: input.invalid,
    presentVoting: input.presentVoting,
    ...(input.members === undefined ? {} : { members: input.members }),
    barred,
    ...(wouldTurn === undefined ? {} : { wouldTurn }),
  };
}

const answersInOrder = ({ candidates }: ElectionInput, standings: readonly NamedTally[]) =>
  standings.flatMap(({ id }) => candidates.filter(isYesNo).filter((one) => one.id === id));

const shares: Readonly<Record<"halfPresent" | "thirdPresent", Fraction>> = {
  halfPresent: { num: 1, den: 2 },
  thirdPresent: { num: 1, den: 3 },
};

/** Mindestanteil der Anwesenden. Where the GO itself has Ja and Nein decide, the profile's share does not add to that. */
function shareAsked(
  rules: Rules,
  { presentVoting, step }: ElectionInput,
): { readonly votes: number; readonly sources: readonly Citation[] } {
  const { minShare, multi } = rules.election;
  const isComplete = multi.value === "yesNoRanked" && multi.origin === "go" && minShare.origin === "default";
  if (minShare.value === "none" || step === "runoff" || isComplete) return { votes: 0, sources: [] };
  return {
    votes: leastShare(shares[minShare.value], presentVoting),
    sources: [cite("election.minShare", minShare)],
  };
}

/** Put to the vote one by one: who is refused by Nein or abstentions, and who may not stand again. */
function refusals(rules: Rules, { candidates }: ElectionInput) {
  const verdicts = candidates
    .filter(isYesNo)
    .map((one) => ({ id: one.id, isRefused: one.yes <= one.no, verdict: yesNoVerdict(rules, one) }));
  const refused = verdicts.filter(({ isRefused, verdict }) => isRefused || verdict.bars !== undefined);
  const sources = new Map(verdicts.flatMap(({ verdict }) => verdict.sources).map((one) => [one.setting, one]));
  return {
    refused: new Set(refused.map(({ id }) => id)),
    barred: verdicts.filter(({ verdict }) => verdict.isBarred).map(({ id }) => id),
    sources: [...sources.values()],
  };
}

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
  waiting: readonly NamedTally[],
  { elected, tied, left }: Filled,
): { readonly next: ElectionNext; readonly source: readonly Citation[] } {
  if (left === 0) return { next: { kind: "done" }, source: [] };
  if (tied.length > 0)
    return { next: afterTie(rules, input, waiting, tied, left), source: [cite("election.tie", rules.election.tie)] };
  const failed = (reason: "noCandidates" | "noMajority" | "noVotes"): { next: ElectionNext; source: [] } => ({
    next: { kind: "failed", reason, seats: left },
    source: [],
  });
  if (waiting.length === 0) return failed("noCandidates");
  const hasVotes = elected.length > 0 || waiting.some(({ votes }) => votes > 0);
  if (hasVotes && input.step === "ballot" && input.round === 1)
    return { next: { kind: "nextBallot", candidates: idsOf(waiting), seats: left }, source: [] };
  return failed(hasVotes ? "noMajority" : "noVotes");
}

/** Gleichstand um die letzten Sitze: run-off of those tied, or once more with all who are left; then the lot. */
function afterTie(
  rules: Rules,
  { step, round }: ElectionInput,
  waiting: readonly NamedTally[],
  tied: readonly string[],
  seats: number,
): ElectionNext {
  const { tie } = rules.election;
  if (tie.value === "runoffThenLot" && step === "ballot") return { kind: "runoff", candidates: tied, seats };
  if (tie.value === "repeatThenLot" && round === 1) return { kind: "nextBallot", candidates: idsOf(waiting), seats };
  return lotAboutSeats(tied, seats);
}
