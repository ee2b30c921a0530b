import {
  type ElectionInput,
  type ElectionNext,
  type ElectionRuling,
  groupsOf,
  idsOf,
  lotAboutSeats,
  standingsOf,
  type YesNoTally,
} from "./election-ruling.ts";
import { shareNeeded } from "./election-share.ts";
import { citeSteps, electionSteps } from "./election-steps.ts";
import { electionTurning } from "./election-turning.ts";
import { yesNoVerdict } from "./election-verdict.ts";
import { leastAboveShare } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite } from "./setting.ts";

/**
 * Ein Sitz, eine Bewerbung (GO; Art. 44 BayLTGO as model): Ja and Nein; a run-off with one person is meaningless. A further ballot
 * only where the GO has one; in the last step of a majority of the members, most of the votes cast are enough (§ 2 GO-BT as model).
 */
export function singleCandidateRound(rules: Rules, input: ElectionInput, candidate: YesNoTally): ElectionRuling {
  const ruling = frame(rules, input);
  const { id, yes, no, abstain } = candidate;
  const verdict = yesNoVerdict(rules, candidate);
  const { minYes, singleCandidate } = rules.election;
  const asked = shareNeeded(rules, { ...input, validVotes: yes + no });
  const share = asked ?? leastAboveShare(half, yes + no);
  const votesNeeded = Math.max(share, minYes.value, 1);
  const isElected = verdict.bars === undefined && yes >= votesNeeded;
  const elected = isElected ? [id] : [];
  const failure = yes + no === 0 ? "noVotes" : (verdict.bars ?? "notElected");
  const next: ElectionNext = isElected
    ? { kind: "done" }
    : afterMissAlone(rules, input, candidate, failure, verdict.isBarred);
  const wouldTurn = verdict.bars === undefined ? electionTurning(elected, ruling.standings, votesNeeded) : undefined;
  return {
    ...ruling,
    rule: "election.yesNo",
    alsoFrom: [
      cite("election.singleCandidate", singleCandidate),
      ...(minYes.value > share ? [cite("election.minYes", minYes)] : []),
      ...verdict.sources,
      ...(next.kind === "nextBallot" ? [citeSteps(rules)] : []),
    ],
    elected,
    next,
    validVotes: yes + no,
    votesNeeded,
    base: asked === undefined ? "validVotes" : ruling.base,
    abstain,
    barred: verdict.isBarred ? [id] : [],
    ...(wouldTurn === undefined ? {} : { wouldTurn }),
  };
}

const half = { num: 1, den: 2 };

function afterMissAlone(
  rules: Rules,
  { round }: ElectionInput,
  { id, yes, no }: YesNoTally,
  reason: Extract<ElectionNext, { kind: "failed" }>["reason"],
  isBarred: boolean,
): ElectionNext {
  const nextStep = electionSteps(rules)[round];
  const isLastChance = nextStep === "runoff2" && rules.election.majority.value === "absoluteMembers";
  const isRepeated = nextStep === "ballot" || isLastChance;
  if (isRepeated && !isBarred && yes + no > 0) return { kind: "nextBallot", candidates: [id], seats: 1 };
  return { kind: "failed", reason, seats: 1 };
}

/** Ein Sitz, mehrere Bewerbungen (GO; § 46 KSVG, § 40 GemO RLP, § 67 NKomVG as models): ballots, run-off, lot in the order of the GO. */
export function singleSeatRound(rules: Rules, input: ElectionInput): ElectionRuling {
  const ruling = frame(rules, input);
  const { standings, validVotes } = ruling;
  const fail = (reason: "noCandidates" | "noVotes"): ElectionRuling => ({
    ...ruling,
    next: { kind: "failed", reason, seats: 1 },
  });
  const [leader] = standings;
  if (leader === undefined) return fail("noCandidates");
  if (leader.votes === 0) return fail("noVotes");

  const votesNeeded = input.step === "ballot" ? shareNeeded(rules, { ...input, validVotes }) : undefined;
  const [best = []] = groupsOf(standings);
  const isElected = votesNeeded === undefined ? best.length === 1 : leader.votes >= votesNeeded;
  const elected = isElected ? [leader.id] : [];
  const wouldTurn = electionTurning(elected, standings, votesNeeded);
  const numbers = {
    ...(votesNeeded === undefined ? { base: "none" as const } : { votesNeeded }),
    ...(wouldTurn === undefined ? {} : { wouldTurn }),
  };
  if (isElected) return { ...ruling, ...numbers, elected, next: { kind: "done" } };
  const next = votesNeeded === undefined ? afterTie(rules, input, ruling, best) : afterMiss(rules, input, ruling, best);
  return { ...ruling, ...numbers, alsoFrom: [citeSteps(rules)], next };
}

/** Gleichstand an der Spitze: a run-off and the lot are between those tied only, a repeated ballot is for everybody. */
function afterTie(
  rules: Rules,
  input: ElectionInput,
  { standings }: ElectionRuling,
  tied: readonly string[],
): ElectionNext {
  const nextStep = electionSteps(rules)[input.round];
  if (nextStep === "ballot") return { kind: "nextBallot", candidates: idsOf(standings), seats: 1 };
  if (nextStep === "runoff2") return { kind: "runoff", candidates: tied, seats: 1 };
  return nextStep === "lot" ? lotAboutSeats(tied, 1) : { kind: "failed", reason: "noMajority", seats: 1 };
}

/** Niemand hat die nötige Mehrheit. */
function afterMiss(
  rules: Rules,
  input: ElectionInput,
  { standings }: ElectionRuling,
  best: readonly string[],
): ElectionNext {
  const nextStep = electionSteps(rules)[input.round];
  if (nextStep === "ballot") return { kind: "nextBallot", candidates: idsOf(standings), seats: 1 };
  if (standings.length === 1) return { kind: "failed", reason: "notElected", seats: 1 };
  if (nextStep === "runoff2") return runoffOfTwo(groupsOf(standings));
  if (nextStep === "lot" && best.length > 1) return lotAboutSeats(best, 1);
  return { kind: "failed", reason: "noMajority", seats: 1 };
}

/** Stichwahl der beiden Besten; a tie at its door is settled by lot among those tied (§ 40 GemO RLP, § 46 KSVG as models). */
function runoffOfTwo(groups: readonly (readonly string[])[]): ElectionNext {
  const [first = [], second = []] = groups;
  const lot = { kind: "lot", about: "runoffPlace", drawnBy: "chair" } as const;
  if (first.length > 2) return { ...lot, candidates: first, seats: 2, alreadyIn: [] };
  if (first.length === 2) return { kind: "runoff", candidates: first, seats: 1 };
  if (second.length === 1) return { kind: "runoff", candidates: [...first, ...second], seats: 1 };
  return { ...lot, candidates: second, seats: 1, alreadyIn: first };
}

const bases = {
  absoluteCast: "validVotes",
  absolutePresent: "present",
  absoluteMembers: "members",
  absoluteMembersThenRelative: "members",
  twoThirdsMembersThenCast: "members",
  relative: "none",
} as const;

function frame(rules: Rules, input: ElectionInput): ElectionRuling {
  const standings = standingsOf(input.candidates);
  const { majority } = rules.election;
  const isLater = majority.value === "twoThirdsMembersThenCast" && input.round > 1;
  return {
    rule: "election.single",
    citation: cite("election.majority", majority),
    alsoFrom: [],
    elected: [],
    next: { kind: "done" },
    step: input.step,
    round: input.round,
    seats: 1,
    standings,
    validVotes: standings.reduce((sum, { votes }) => sum + votes, input.against ?? 0),
    base: isLater ? "validVotes" : bases[majority.value],
    abstain: input.abstain,
    invalid: input.invalid,
    presentVoting: input.presentVoting,
    ...(input.members === undefined ? {} : { members: input.members }),
    barred: [],
  };
}
