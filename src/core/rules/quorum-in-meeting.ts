import { leastShare } from "./integers.ts";
import { type QuorumInput, type QuorumRuling, quorum } from "./quorum.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite } from "./setting.ts";

/** How the finding came about: by counting, by the presumption, or by the chair without a motion because far too few are left. */
export type QuorumFinding = "count" | "presumption" | "exOfficio";

export type MeetingQuorumInput = QuorumInput & {
  /** Quorum was established at the start of the meeting. */
  readonly isEstablished: boolean;
  /** Somebody asks for the count; that person's seat counts as present. */
  readonly isRequested: boolean;
  /** The seat that asks is not among `presentVoting`; it is added. */
  readonly isRequesterLeftOut?: boolean;
};

/** `tooEarly`: on the same day, and the rules want a later one or more time between. */
export type Relief = "applied" | "notEnabled" | "tooEarly" | "noticeMissing" | "newItem";

export type MeetingQuorumRuling = QuorumRuling & {
  readonly by: QuorumFinding;
  /** In a Wiederholungssitzung: whether its relief applied, and if not, why. */
  readonly relief?: Relief;
};

/**
 * Beschlussfähigkeit im Lauf der Sitzung (GO; § 38 Abs. 1 GO SH as model): once established it is presumed until a count is asked
 * for; below the floor the chair must act without being asked.
 */
export function quorumInMeeting(rules: Rules, input: MeetingQuorumInput): MeetingQuorumRuling {
  const requester = input.isRequested && input.isRequesterLeftOut === true ? 1 : 0;
  const counted = quorum(rules, { ...input, presentVoting: input.presentVoting + requester });
  const isPresumable = rules.quorum.presumption.value && input.isEstablished && !input.isRequested;
  const isForNumbers = counted.reason === "tooFew" || counted.reason === "maxShare";
  if (!isForNumbers || !isPresumable) return { ...counted, by: "count" };
  const floor = rules.quorum.exOfficioFloor;
  if (counted.present < Math.max(leastShare(floor.value, counted.base), floor.value.min)) {
    return { ...withSource(counted, cite("quorum.exOfficioFloor", floor)), by: "exOfficio" };
  }
  const {
    reason: _,
    overweight: __,
    ...presumed
  } = withSource(counted, cite("quorum.presumption", rules.quorum.presumption));
  return { ...presumed, quorate: true, by: "presumption" };
}

export const withSource = (ruling: QuorumRuling, citation: Citation): QuorumRuling => ({
  ...ruling,
  alsoFrom: [...ruling.alsoFrom, citation],
});
