import type { Rules } from "./rules.ts";
import { cite, type Derivation } from "./setting.ts";

/** A vote for one seat, in the order they came in. */
export type WrittenSeatVote<Choice extends string> = {
  readonly by: "member" | "substitute";
  readonly vote: Choice;
  /** Before the end of the last day. */
  readonly inTime: boolean;
};

export type WrittenNotCounted = "late" | "replacedByMember" | "replacedByLater" | "seatHasVoted" | "noChange";

export type WrittenSeatRuling<Choice extends string> = Derivation<"umlauf.seatVote"> & {
  /** The one vote of the seat; absent: nobody voted in time. */
  readonly vote?: Choice;
  readonly by?: "member" | "substitute";
  readonly notCounted: readonly { readonly by: "member" | "substitute"; readonly why: WrittenNotCounted }[];
};

/**
 * Stimme eines Sitzes im Umlauf (GO): the member's own vote, if in time, takes the place of the substitute's; otherwise the first who
 * voted. The same person may change it as in any ballot. What comes late never counts.
 */
export function writtenSeatVote<Choice extends string>(
  rules: Rules,
  votes: readonly WrittenSeatVote<Choice>[],
): WrittenSeatRuling<Choice> {
  const notCounted: WrittenSeatRuling<Choice>["notCounted"][number][] = [];
  let counting: WrittenSeatVote<Choice> | undefined;
  for (const vote of votes) {
    const { takes, why } = weighed(rules, counting, vote);
    const lost = takes ? counting : vote;
    if (lost !== undefined && why !== undefined) notCounted.push({ by: lost.by, why });
    if (takes) counting = vote;
  }
  const { memberReplacesSubstitute } = rules.umlauf;
  return {
    rule: "umlauf.seatVote",
    citation: cite("umlauf.memberReplacesSubstitute", memberReplacesSubstitute),
    alsoFrom: [],
    ...(counting === undefined ? {} : { vote: counting.vote, by: counting.by }),
    notCounted,
  };
}

type Weighed = { readonly takes: boolean; readonly why?: WrittenNotCounted };

/** Whether the new vote takes the place of the one that counts so far, and why the other is lost. */
function weighed(
  rules: Rules,
  counting: Pick<WrittenSeatVote<string>, "by"> | undefined,
  next: WrittenSeatVote<string>,
): Weighed {
  if (!next.inTime) return { takes: false, why: "late" };
  if (counting === undefined) return { takes: true };
  if (counting.by === next.by)
    return rules.vote.change.value === "untilClose"
      ? { takes: true, why: "replacedByLater" }
      : { takes: false, why: "noChange" };
  return next.by === "member" && rules.umlauf.memberReplacesSubstitute.value
    ? { takes: true, why: "replacedByMember" }
    : { takes: false, why: "seatHasVoted" };
}
