import type { ContradictionCheck } from "./contradiction-check.ts";

/** Contradictions about majorities, ballots, elections and written procedures. */
export const votingContradictions = {
  /** A share above one half is never met by half of the votes, and unanimity not by a tie. */
  tieCannotDecide: {
    between: ["majority.kind", "majority.tie"],
    written: "all",
    isAtOdds: ({ majority }) => majority.kind.value !== "simple" && majority.tie.value !== "rejected",
  },
  thresholdUnused: {
    between: ["majority.kind", "majority.threshold"],
    written: "all",
    isAtOdds: ({ majority }) => majority.kind.value !== "fraction",
  },
  consensusButVoteFirst: {
    between: ["majority.kind", "majority.firstTry"],
    written: "one",
    isAtOdds: ({ majority }) => majority.kind.value === "consensus" && majority.firstTry.value === "vote",
  },
  fallbackWithoutConsensus: {
    between: ["majority.firstTry", "majority.consensusFallback"],
    written: "all",
    isAtOdds: ({ majority }) => majority.kind.value !== "consensus" && majority.firstTry.value === "vote",
  },
  abstentionsLeaveNoBase: {
    between: ["majority.abstain", "majority.basis"],
    written: "one",
    isAtOdds: ({ majority }) => majority.abstain.value === "leavesBase" && majority.basis.value !== "present",
  },
  abstentionsInAndOut: {
    between: ["majority.abstain", "majority.basis"],
    written: "all",
    isAtOdds: ({ majority }) => majority.abstain.value === "ignore" && majority.basis.value === "castInclAbstain",
  },
  castingVoteWithoutVote: {
    between: ["majority.tie", "office.chair.chairKeepsSeatVote"],
    written: "one",
    isAtOdds: ({ majority, office }) =>
      (majority.tie.value === "chairCasting" || majority.tie.value === "chairDoubleOnRepeat") &&
      !office.chair.chairKeepsSeatVote.value,
  },
  castingVoteInSecret: {
    between: ["majority.tie", "vote.mode"],
    written: "one",
    isAtOdds: ({ majority, vote }) =>
      vote.mode.value === "secret" &&
      (majority.tie.value === "chairCasting" || majority.tie.value === "chairDoubleOnRepeat"),
  },
  demandForWhatAlwaysIs: {
    between: ["vote.mode", "vote.secretThreshold"],
    written: "all",
    isAtOdds: ({ vote }) => vote.mode.value === "secret" && vote.secretThreshold.value.kind !== "never",
  },
  rollCallNeverPossible: {
    between: ["vote.mode", "vote.rollCall"],
    written: "all",
    isAtOdds: ({ vote }) =>
      vote.mode.value === "secret" && vote.rollCall.value.kind !== "never" && vote.secretBeatsRoll.value,
  },
  rollCallNotForNothing: {
    between: ["vote.rollCall", "vote.rollCallNotFor"],
    written: "all",
    isAtOdds: ({ vote }) => vote.rollCall.value.kind === "never" && vote.rollCallNotFor.value.length > 0,
  },
  openInSecretElection: {
    between: ["election.mode", "election.singleCandidateOpen"],
    written: "all",
    isAtOdds: ({ election }) => election.mode.value === "secret" && election.singleCandidateOpen.value,
  },
  demandForSecretElection: {
    between: ["election.mode", "election.secretOnDemandOf"],
    written: "all",
    isAtOdds: ({ election }) => election.mode.value === "secret",
  },
  laterRoundMissing: {
    between: ["election.majority", "election.sequence"],
    written: "one",
    isAtOdds: ({ election }) =>
      (election.majority.value === "absoluteMembersThenRelative" ||
        election.majority.value === "twoThirdsMembersThenCast") &&
      election.sequence.value.filter((step) => step !== "lot").length < 2,
  },
  shareInListElection: {
    between: ["election.multi", "election.minShare"],
    written: "all",
    isAtOdds: ({ election }) => election.multi.value === "dHondt" && election.minShare.value !== "none",
  },
  shortestAboveLongest: {
    between: ["umlauf.minDays", "umlauf.maxDays"],
    written: "one",
    isAtOdds: ({ umlauf }) =>
      umlauf.allowed.value && umlauf.maxDays.value !== null && umlauf.minDays.value > umlauf.maxDays.value,
  },
  consentWithoutObjection: {
    between: ["umlauf.silence", "umlauf.objection"],
    written: "one",
    isAtOdds: ({ umlauf }) => umlauf.silence.value === "consent" && umlauf.objection.value.kind === "never",
  },
  consentWithoutTime: {
    between: ["umlauf.silence", "umlauf.minDays"],
    written: "one",
    isAtOdds: ({ umlauf }) => umlauf.silence.value === "consent" && umlauf.minDays.value === 0,
  },
} satisfies Record<string, ContradictionCheck>;
