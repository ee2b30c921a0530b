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
import { leastAboveShare, leastShare } from "./integers.ts";
import type { Rules } from "./rules.ts";
import { cite } from "./setting.ts";

const half = { num: 1, den: 2 };

/** Ein Sitz, eine Bewerbung (GO; Art. 44 BayLTGO as model): Ja and Nein; a run-off with one person is meaningless. */
export function singleCandidateRound(rules: Rules, input: ElectionInput, candidate: YesNoTally): ElectionRuling {
  const { yes, no, abstain } = candidate;
  const votesNeeded = neededOf(rules, input, yes + no) ?? leastAboveShare(half, yes + no);
  const isElected = yes >= votesNeeded;
  const reason = yes + no === 0 ? "noVotes" : "notElected";
  return {
    ...frame(rules, input),
    rule: "election.yesNo",
    alsoFrom: [cite("election.singleCandidate", rules.election.singleCandidate)],
    elected: isElected ? [candidate.id] : [],
    next: isElected ? { kind: "done" } : { kind: "failed", reason, seats: 1 },
    validVotes: yes + no,
    votesNeeded,
    abstain,
  };
}

/** Ein Sitz, mehrere Bewerbungen (GO; § 46 KSVG, § 40 GemO RLP, § 67 NKomVG as models): ballots, run-off, lot in the order of the GO. */
export function singleSeatRound(rules: Rules, input: ElectionInput): ElectionRuling {
  const ruling = frame(rules, input);
  const { standings, validVotes } = ruling;
  const sequence = cite("election.sequence", rules.election.sequence);
  const fail = (reason: "noCandidates" | "noVotes"): ElectionRuling => ({
    ...ruling,
    next: { kind: "failed", reason, seats: 1 },
  });
  const [leader] = standings;
  if (leader === undefined) return fail("noCandidates");
  if (leader.votes === 0) return fail("noVotes");

  const votesNeeded = input.step === "ballot" ? neededOf(rules, input, validVotes) : undefined;
  const [best = []] = groupsOf(standings);
  const isElected = votesNeeded === undefined ? best.length === 1 : leader.votes >= votesNeeded;
  const numbers = votesNeeded === undefined ? {} : { votesNeeded };
  if (isElected) return { ...ruling, ...numbers, elected: [leader.id], next: { kind: "done" } };
  const next = votesNeeded === undefined ? afterTie(rules, input, best) : afterMiss(rules, input, ruling, best);
  return { ...ruling, ...numbers, alsoFrom: [sequence], next };
}

/** Gleichstand an der Spitze: only those tied go on. */
function afterTie(rules: Rules, input: ElectionInput, tied: readonly string[]): ElectionNext {
  if (rules.election.majority.value === "absoluteMembersThenRelative") return lotAboutSeats(tied, 1);
  const nextStep = rules.election.sequence.value[input.round];
  if (nextStep === "ballot") return { kind: "nextBallot", candidates: tied, seats: 1 };
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
  if (standings.length === 1) return { kind: "failed", reason: "notElected", seats: 1 };
  const everyone: ElectionNext = { kind: "nextBallot", candidates: idsOf(standings), seats: 1 };
  if (rules.election.majority.value === "absoluteMembersThenRelative") return everyone;
  const nextStep = rules.election.sequence.value[input.round];
  if (nextStep === "ballot") return everyone;
  if (nextStep === "runoff2") return runoffOfTwo(groupsOf(standings));
  if (nextStep === "lot" && best.length > 1) return lotAboutSeats(best, 1);
  return { kind: "failed", reason: "noMajority", seats: 1 };
}

/** Stichwahl der beiden Besten; a tie at its door is settled by lot among those tied (§ 40 GemO RLP, § 46 KSVG as models). */
function runoffOfTwo(groups: readonly (readonly string[])[]): ElectionNext {
  const [first = [], second = []] = groups;
  if (first.length > 2) return { kind: "lot", about: "runoffPlace", candidates: first, seats: 2, alreadyIn: [] };
  if (first.length === 2) return { kind: "runoff", candidates: first, seats: 1 };
  if (second.length === 1) return { kind: "runoff", candidates: [...first, ...second], seats: 1 };
  return { kind: "lot", about: "runoffPlace", candidates: second, seats: 1, alreadyIn: first };
}

/** Votes needed in a ballot; undefined where the most votes are enough. */
function neededOf(rules: Rules, input: ElectionInput, validVotes: number): number | undefined {
  switch (rules.election.majority.value) {
    case "absoluteCast":
      return leastAboveShare(half, validVotes);
    case "absolutePresent":
      return leastAboveShare(half, input.presentVoting);
    case "absoluteMembers":
      return leastAboveShare(half, membersOf(input));
    case "absoluteMembersThenRelative":
      return input.round === 1 ? leastAboveShare(half, membersOf(input)) : undefined;
    case "twoThirdsMembersThenCast":
      return input.round === 1 ? leastShare({ num: 2, den: 3 }, membersOf(input)) : leastAboveShare(half, validVotes);
    case "relative":
      return undefined;
  }
}

function membersOf({ members }: ElectionInput): number {
  if (members === undefined) throw new Error("a majority of the members needs their number");
  return members;
}

function frame(rules: Rules, input: ElectionInput): ElectionRuling {
  const standings = standingsOf(input.candidates);
  return {
    rule: "election.single",
    citation: cite("election.majority", rules.election.majority),
    alsoFrom: [],
    elected: [],
    next: { kind: "done" },
    step: input.step,
    round: input.round,
    seats: 1,
    standings,
    validVotes: standings.reduce((sum, { votes }) => sum + votes, input.against ?? 0),
    abstain: input.abstain,
    invalid: input.invalid,
    presentVoting: input.presentVoting,
  };
}
