import { requireCounts } from "./integers.ts";
import { type QuorumInput, type QuorumRuling, quorum } from "./quorum.ts";
import { type Relief, withSource } from "./quorum-in-meeting.ts";
import type { Rules } from "./rules.ts";
import { cite } from "./setting.ts";

export type RepeatQuorumInput = QuorumInput & {
  /** The item was put off for want of a quorum. */
  readonly isDeferredItem: boolean;
  /** The invitation said that this meeting decides whatever the number present. */
  readonly isNoticeInInvitation: boolean;
  /** Minutes since the meeting that was not quorate, where both are on the same day. */
  readonly minutesSince?: number;
};

export type RepeatQuorumRuling = QuorumRuling & {
  /** Whether the relief of the repeat meeting applied, and if not, why. */
  readonly relief: Relief;
};

/** Wiederholungssitzung (GO; § 90 Abs. 2 VwVfG as model): decides the deferred items whatever the number, if the invitation said so. */
export function quorumOfRepeatMeeting(rules: Rules, input: RepeatQuorumInput): RepeatQuorumRuling {
  const counted = quorum(rules, input);
  const { repeat } = rules.quorum;
  requireCounts({ min: repeat.value.min, minutesSince: input.minutesSince });
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

function reliefOf(repeat: Rules["quorum"]["repeat"]["value"], input: RepeatQuorumInput): Relief {
  if (!repeat.enabled) return "notEnabled";
  if (isTooEarly(repeat, input.minutesSince)) return "tooEarly";
  if (repeat.noticeRequired && !input.isNoticeInInvitation) return "noticeMissing";
  if (repeat.sameItemsOnly && !input.isDeferredItem) return "newItem";
  return "applied";
}

/** Am selben Tag (§ 20 Abs. 5 BTGO as model): only where the rules say after how many minutes. */
export function isTooEarly(repeat: Rules["quorum"]["repeat"]["value"], minutesSince: number | undefined): boolean {
  if (minutesSince === undefined) return false;
  return repeat.afterMinutes === undefined || minutesSince < repeat.afterMinutes;
}
