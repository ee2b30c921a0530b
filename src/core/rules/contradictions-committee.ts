import type { ContradictionCheck } from "./contradiction-check.ts";

/** Contradictions about membership, offices and the rules of procedure themselves. */
export const committeeContradictions = {
  /** Nobody may represent anybody, and yet one person may hold several votes. */
  severalVotesWithoutProxy: {
    between: ["membership.proxy", "membership.maxVotesPerPerson"],
    written: "one",
    isAtOdds: ({ membership }) => membership.proxy.value === "none" && membership.maxVotesPerPerson.value > 1,
  },
  /** Where persons vote, a seat cannot vote in two ways. */
  splitVoteOfPersons: {
    between: ["membership.votingUnit", "membership.splitVote"],
    written: "all",
    isAtOdds: ({ membership }) => membership.votingUnit.value === "person",
  },
  substituteWithoutProxy: {
    between: ["membership.proxy", "umlauf.memberReplacesSubstitute"],
    written: "all",
    isAtOdds: ({ membership, umlauf }) => membership.proxy.value === "none" && umlauf.memberReplacesSubstitute.value,
  },
  moveWithoutSpeech: {
    between: ["membership.advisory"],
    written: "one",
    isAtOdds: ({ membership }) => membership.advisory.value.move && !membership.advisory.value.speak,
  },
  proceduralMoversMayNotMove: {
    between: ["membership.advisory", "goAntrag.movedBy"],
    written: "all",
    isAtOdds: ({ membership, goAntrag }) => goAntrag.movedBy.value === "members" && !membership.advisory.value.move,
  },
  reasonForNoRecall: {
    between: ["office.recall", "office.recallNeedsReason"],
    written: "all",
    isAtOdds: ({ office }) => office.recall.value.kind === "never" && office.recallNeedsReason.value,
  },
  rulesByUmlauf: {
    between: ["goChange.notByUmlauf", "umlauf.excluded"],
    written: "one",
    isAtOdds: ({ goChange, umlauf }) =>
      umlauf.allowed.value && goChange.notByUmlauf.value !== umlauf.excluded.value.includes("go-aenderung"),
  },
  signatureOfNobody: {
    between: ["protocol.approval", "protocol.sign"],
    written: "one",
    isAtOdds: ({ protocol }) => protocol.approval.value === "signature" && protocol.sign.value.length === 0,
  },
} satisfies Record<string, ContradictionCheck>;
