import type { YesNoTally } from "./election-ruling.ts";
import type { Rules } from "./rules.ts";
import { type Citation, cite } from "./setting.ts";

/** Was gegen eine Bewerbung spricht, die mit Ja und Nein gewählt wird, beside the count of Ja. */
export type YesNoVerdict = {
  readonly bars?: "abstained" | "barred";
  /** May not stand again for this office. */
  readonly isBarred: boolean;
  readonly sources: readonly Citation[];
};

/**
 * Überwiegende Enthaltung und Ausschluss (GO; § 19 GO KjG as model): who meets more abstentions than half of the votes is not
 * elected; who meets more than such a share of Nein (of Ja and Nein) may not stand again.
 */
export function yesNoVerdict({ election }: Rules, { yes, no, abstain }: Omit<YesNoTally, "id">): YesNoVerdict {
  const { excludeIfNoShareAbove, failIfAbstainAboveHalf } = election;
  const share = excludeIfNoShareAbove.value;
  if (share !== null && share.den * no > share.num * (yes + no)) {
    const sources = [cite("election.excludeIfNoShareAbove", excludeIfNoShareAbove)];
    return { bars: "barred", isBarred: true, sources };
  }
  if (failIfAbstainAboveHalf.value && abstain > yes + no) {
    const sources = [cite("election.failIfAbstainAboveHalf", failIfAbstainAboveHalf)];
    return { bars: "abstained", isBarred: false, sources };
  }
  return { isBarred: false, sources: [] };
}
