import { ballotPaper } from "../../../src/core/rules/ballot-paper.ts";
import { consensus } from "../../../src/core/rules/consensus.ts";
import { electionRound } from "../../../src/core/rules/election-round.ts";
import {
  type MajorityContext,
  type MajorityOutcome,
  type MajorityRuling,
  majority,
  type Tally,
} from "../../../src/core/rules/majority.ts";
import type { Rules } from "../../../src/core/rules/rules.ts";
import { resultLabel } from "../../../src/texts/rulings.ts";
import { type Facts, factsOf } from "../facts.ts";

const RESULTS: Readonly<Record<MajorityOutcome, string>> = {
  carried: "accepted",
  rejected: "rejected",
  chairDecides: "chair_decides",
  repeat: "repeat_vote",
  reopenDebate: "reopen_debate",
  noResult: "no_result",
};

/** Mehrheiten: a count of Ja and Nein, ballot papers, names, or objections to a consensus. */
export function majorityCase(rules: Rules, input: unknown): unknown {
  const facts = factsOf(input);
  if (facts.has("candidates")) return ofNames(rules, facts);
  if (facts.has("objections")) return ofObjections(rules, facts);
  if (facts.has("ballots") && typeof facts.list("ballots")[0] === "string") return ofPapers(rules, facts);
  const ballots = facts.has("ballots") ? facts.many("ballots") : [facts];
  const last = ballots.at(-1) ?? facts;
  return answerOf(majority(rules, tallyOf(last, facts), "motion", contextOf(facts, ballots.length)));
}

export function tallyOf(counts: Facts, frame: Facts = counts): Tally {
  const count = (...names: readonly string[]): number => counts.numberOr(0, ...names);
  const tally = {
    yes: count("yes", "ja"),
    no: count("no", "nein"),
    abstain: count("abstain", "enthaltung"),
    invalid: count("invalid", "ungueltig"),
  };
  const cast = tally.yes + tally.no + tally.abstain + tally.invalid;
  const present = frame.numberOr(cast, "present", "presentVoting", "presentVotingSeats");
  return { ...tally, present, members: frame.numberOr(present, "votingSeats", "members", "entitled") };
}

export function answerOf(ruling: MajorityRuling): Readonly<Record<string, unknown>> {
  const result = RESULTS[ruling.outcome];
  const { yes, no, abstain, invalid } = ruling.tally;
  return {
    is: resultLabel(ruling),
    result,
    label: resultLabel(ruling),
    votesNeeded: ruling.votesNeeded,
    validCast: ruling.validCast,
    base: ruling.base,
    decidedBy: ruling.decidedBy,
    tie: ruling.reason === "tie",
    reason: ruling.reason,
    ...{ yes, no, abstain, invalid },
  };
}

function contextOf(facts: Facts, round: number): MajorityContext {
  if (!facts.has("chair")) return { round, isReopeningMoved: facts.flag("reopenMotion") };
  const chair = facts.facts("chair");
  const vote = voteOf(chair.value("vote"));
  return {
    round,
    isReopeningMoved: facts.flag("reopenMotion"),
    chair: {
      votingRight: chair.value("votingRight") !== false,
      ...(vote === undefined ? {} : { vote }),
    },
  };
}

function ofObjections(rules: Rules, facts: Facts): unknown {
  const ruling = consensus(rules, { objections: facts.number("objections") });
  const isReached = ruling.outcome === "consensus";
  return {
    result: isReached ? "accepted" : "no_consensus",
    label: isReached ? "einvernehmlich" : "kein Konsens",
    counts: null,
    next: { done: "done", vote: "vote_by_seats", adjourn: "adjourn" }[ruling.next],
  };
}

/** A choice between names is an election; its majority is the one named for votes. */
function ofNames(rules: Rules, facts: Facts): unknown {
  const majorities = {
    cast: "absoluteCast",
    castInclAbstain: "absoluteCast",
    present: "absolutePresent",
    members: "absoluteMembers",
  } as const;
  const setting = { ...rules.election.majority, value: majorities[rules.majority.basis.value] };
  const votes = facts.counts("candidates");
  const ruling = electionRound(
    { ...rules, election: { ...rules.election, majority: setting } },
    {
      seats: 1,
      candidates: Object.entries(votes).map(([id, count]) => ({ id, votes: count })),
      abstain: facts.numberOr(0, "abstain"),
      invalid: facts.numberOr(0, "invalid"),
      presentVoting: facts.number("present", "votingSeats"),
      members: facts.numberOr(facts.number("present", "votingSeats"), "votingSeats"),
      round: 1,
      step: "ballot",
    },
  );
  return {
    result: ruling.elected.length > 0 ? "elected" : "not_elected",
    winner: ruling.elected[0],
    votesNeeded: ruling.votesNeeded,
  };
}

function voteOf(value: unknown): "yes" | "no" | "abstain" | undefined {
  return value === "yes" || value === "no" || value === "abstain" ? value : undefined;
}

/** Stimmzettel, as they were filled in. */
function ofPapers(rules: Rules, facts: Facts): unknown {
  const kinds = facts.texts("ballots").map((text) => ballotPaper(rules, text).counts);
  const count = (kind: (typeof kinds)[number]): number => kinds.filter((one) => one === kind).length;
  const counts = { yes: count("yes"), no: count("no"), abstain: count("abstain"), invalid: count("invalid") };
  return answerOf(majority(rules, tallyOf(factsOf(counts))));
}
