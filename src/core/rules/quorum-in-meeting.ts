import { leastShare, requireCounts } from "./integers.ts";
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
};

export type MeetingQuorumRuling = QuorumRuling & { readonly by: QuorumFinding };

/**
 * Beschlussfähigkeit im Lauf der Sitzung (GO; § 38 Abs. 1 GO SH as model): once established it is presumed until a count is asked
 * for; below the floor the chair must act without being asked.
 */
export function quorumInMeeting(rules: Rules, input: MeetingQuorumInput): MeetingQuorumRuling {
  const counted = quorum(rules, input);
  const isPresumable = rules.quorum.presumption.value && input.isEstablished && !input.isRequested;
  if (counted.reason !== "tooFew" || !isPresumable) return { ...counted, by: "count" };
  const floor = rules.quorum.exOfficioFloor;
  if (counted.present < Math.max(leastShare(floor.value, counted.base), floor.value.min)) {
    return { ...withSource(counted, cite("quorum.exOfficioFloor", floor)), by: "exOfficio" };
  }
  const { reason: _, ...presumed } = withSource(counted, cite("quorum.presumption", rules.quorum.presumption));
  return { ...presumed, quorate: true, by: "presumption" };
}

export type RepeatQuorumInput = QuorumInput & {
  /** The item was put off for want of a quorum. */
  readonly isDeferredItem: boolean;
  /** The invitation said that this meeting decides whatever the number present. */
  readonly isNoticeInInvitation: boolean;
};

export type RepeatQuorumRuling = QuorumRuling & {
  /** Whether the relief of the repeat meeting applied, and if not, why. */
  readonly relief: "applied" | "notEnabled" | "noticeMissing" | "newItem";
};

/** Wiederholungssitzung (GO; § 90 Abs. 2 VwVfG as model): decides the deferred items whatever the number, if the invitation said so. */
export function quorumOfRepeatMeeting(rules: Rules, input: RepeatQuorumInput): RepeatQuorumRuling {
  const counted = quorum(rules, input);
  const { repeat } = rules.quorum;
  requireCounts({ min: repeat.value.min });
  const relief = reliefOf(repeat.value, input);
  if (relief !== "applied") return { ...counted, relief };
  const needed = Math.max(1, repeat.value.min);
  const isMet = counted.present >= needed && (counted.reason === undefined || counted.reason === "tooFew");
  const { reason, ...rest } = withSource(counted, cite("quorum.repeat", repeat));
  return {
    ...rest,
    ...(isMet ? {} : { reason: reason ?? "tooFew" }),
    quorate: isMet,
    needed,
    missing: Math.max(0, needed - counted.present),
    toSpare: isMet ? counted.present - needed : 0,
    relief,
  };
}

function reliefOf(repeat: Rules["quorum"]["repeat"]["value"], input: RepeatQuorumInput): RepeatQuorumRuling["relief"] {
  if (!repeat.enabled) return "notEnabled";
  if (repeat.noticeRequired && !input.isNoticeInInvitation) return "noticeMissing";
  if (repeat.sameItemsOnly && !input.isDeferredItem) return "newItem";
  return "applied";
}

const withSource = (ruling: QuorumRuling, citation: Citation): QuorumRuling => ({
  ...ruling,
  alsoFrom: [...ruling.alsoFrom, citation],
});
