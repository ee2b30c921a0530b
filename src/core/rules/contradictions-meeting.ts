import type { ContradictionCheck } from "./contradiction-check.ts";
import type { Fraction } from "./rule-values.ts";
import type { QuorumRules } from "./rules-meeting.ts";

/** Contradictions about the call, the agenda and the quorum. */
export const meetingContradictions = {
  urgentLongerThanUsual: {
    between: ["invite.n", "invite.urgent"],
    written: "one",
    isAtOdds: ({ invite }) =>
      invite.unit.value === "calendarDay" &&
      invite.urgent.value.allowed &&
      (invite.urgent.value.least ?? 0) > invite.n.value,
  },
  leastOfNoUrgency: {
    between: ["invite.urgent"],
    written: "one",
    isAtOdds: ({ invite }) => !invite.urgent.value.allowed && invite.urgent.value.least !== undefined,
  },
  timeOfDayWithHours: {
    between: ["invite.unit", "invite.cutoff"],
    written: "all",
    isAtOdds: ({ invite }) => invite.unit.value === "hour" && invite.cutoff.value !== null,
  },
  postDaysForEmail: {
    between: ["invite.form", "invite.postDays"],
    written: "all",
    isAtOdds: ({ invite }) => invite.form.value === "email" && invite.postDays.value > 0,
  },
  objectionWithoutCure: {
    between: ["invite.cureByParticipation", "invite.objectionUntil"],
    written: "all",
    isAtOdds: ({ invite }) => !invite.cureByParticipation.value,
  },
  thresholdWithoutVote: {
    between: ["agenda.urgentAdmission", "agenda.urgentThreshold"],
    written: "all",
    isAtOdds: ({ agenda }) => agenda.urgentAdmission.value.kind === "noObjection",
  },
  closingClosedMeetings: {
    between: ["agenda.public", "meeting.closeOnDemand"],
    written: "all",
    isAtOdds: ({ agenda, meeting }) => !agenda.public.value && meeting.closeOnDemand.value.kind !== "never",
  },
  remoteNotAllowed: {
    between: ["meeting.remotePresence", "quorum.remoteCounts"],
    written: "all",
    isAtOdds: ({ meeting, quorum }) => !meeting.remotePresence.value && quorum.remoteCounts.value,
  },
  floorAboveQuorum: {
    between: ["quorum.exOfficioFloor", "quorum.kind"],
    written: "one",
    isAtOdds: ({ quorum }) => quorum.presumption.value && isFloorAbove(quorum),
  },
  floorWithoutPresumption: {
    between: ["quorum.presumption", "quorum.exOfficioFloor"],
    written: "all",
    isAtOdds: ({ quorum }) => !quorum.presumption.value,
  },
  repeatSwitchedOff: {
    between: ["quorum.repeat"],
    written: "one",
    isAtOdds: ({ quorum }) =>
      !quorum.repeat.value.enabled && (quorum.repeat.value.afterMinutes !== undefined || quorum.repeat.value.min > 0),
  },
  repeatWithoutQuorum: {
    between: ["quorum.kind", "quorum.repeat"],
    written: "all",
    isAtOdds: ({ quorum }) => quorum.kind.value === "none" && quorum.min.origin !== "go" && quorum.repeat.value.enabled,
  },
  repeatStricterThanFirst: {
    between: ["quorum.fixed", "quorum.repeat"],
    written: "one",
    isAtOdds: ({ quorum }) => quorum.kind.value === "fixed" && quorum.repeat.value.min > quorum.fixed.value,
  },
  numberWithoutFixedQuorum: {
    between: ["quorum.kind", "quorum.fixed"],
    written: "all",
    isAtOdds: ({ quorum }) => quorum.kind.value !== "fixed",
  },
  fractionWithoutQuorumByFraction: {
    between: ["quorum.kind", "quorum.fraction"],
    written: "all",
    isAtOdds: ({ quorum }) => quorum.kind.value !== "fraction",
  },
  massExclusionOfReducedBase: {
    between: ["quorum.excludedReduceBase", "quorum.massExclusionFraction"],
    written: "one",
    isAtOdds: ({ quorum }) => quorum.excludedReduceBase.value && quorum.massExclusionFraction.value !== null,
  },
  precedenceTwice: {
    between: ["goAntrag.precedence"],
    written: "one",
    isAtOdds: ({ goAntrag: { precedence } }) =>
      precedence.value !== "byTime" && new Set(precedence.value).size < precedence.value.length,
  },
} satisfies Record<string, ContradictionCheck>;

/** The chair would have to act while the meeting still has its quorum. */
function isFloorAbove(quorum: QuorumRules): boolean {
  const floor = quorum.exOfficioFloor.value;
  switch (quorum.kind.value) {
    case "moreThanHalf":
    case "atLeastHalf":
      return isLarger(floor, { num: 1, den: 2 });
    case "fraction":
      return isLarger(floor, quorum.fraction.value);
    case "fixed":
      return floor.min > quorum.fixed.value;
    case "none":
      return false;
  }
}

const isLarger = (a: Fraction, b: Fraction): boolean => a.num * b.den > b.num * a.den;
